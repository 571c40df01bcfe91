/**
 * An outcome that is neither met nor missed, in a few words.
 */
import type { ReportRow } from "../results/report-rows.ts";

/** Why nothing was decided, or why it does not count. */
export function undecidedWords({ result, isCounted }: ReportRow): string {
  if (!isCounted) return "not counted: other cases have the same id";
  return result.reason === undefined ? result.outcome : `${result.outcome}: ${result.reason}`;
}
