/**
 * What a miss is known by from one report to the next.
 */
import { hashOf } from "../../schedule/hash.ts";
import type { ReportRow } from "../results/report-rows.ts";

/** A hash of whose miss it is, of what, by which policy; not of the line on which it stands, which moves. */
export function fingerprintOf({ subject, id, commitment }: ReportRow, policy: string): string {
  return hashOf([policy, commitment, subject, id]).replace("fnv1a64:", "");
}
