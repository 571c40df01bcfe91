/**
 * What could not be measured, and why: by commitment and reason, the most frequent first.
 */
import type { Reason, Result } from "../../evaluation/result.ts";
import type { Report } from "../report.ts";
import { reportRows } from "./report-rows.ts";

/** So many results of a commitment cannot be measured for one reason. */
export interface Unmeasurable {
  readonly commitment: string;
  readonly reason: Reason;
  readonly count: number;
}

/** Why a result cannot be measured, and what would help. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  "missing-event": "the event that starts it is missing",
  "stop-before-start": "its only stop comes before the start",
  "no-figure": "the policy gives no figure for it",
  "no-register": "it needs the register; give it with --register",
  "unknown-customer": "its customer is not in the register",
  "no-referent": "the register names no referent of the customer",
  "beyond-reach": "it needs a date whose holidays are not known",
  "minutes-missing": "the minutes of an event are missing",
  "module-missing": "the module is missing",
  "history-incomplete": "its history is incomplete: an event could not be read, or its type is not declared",
};

/** The counts behind the rates, in the order of the verdicts. Where a rate counts cycles, each is one. */
export function unmeasurableOf(report: Pick<Report, "evaluation" | "verdicts" | "places">): Unmeasurable[] {
  const counts = new Map<string, Map<Reason, number>>();
  for (const { commitment, result, isCounted } of reportRows(report)) {
    if (!isCounted) continue;
    const known = counts.get(commitment) ?? new Map<Reason, number>();
    counts.set(commitment, known);
    for (const reason of reasonsOf(result)) known.set(reason, (known.get(reason) ?? 0) + 1);
  }
  return report.verdicts.flatMap(({ id }) =>
    [...(counts.get(id) ?? [])]
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
      .map(([reason, count]) => ({ commitment: id, reason, count })),
  );
}

function reasonsOf(result: Result): Reason[] {
  return result.outcome === "unmeasurable" && result.reason !== undefined ? [result.reason] : [];
}
