/**
 * The results behind the rates, by commitment: those of the cases that are counted, and of each cycle where cycles are.
 */
import type { Result } from "../../evaluation/result.ts";
import { isTarget, readyPolicy } from "../../policy/policy.ts";
import type { Report } from "../report.ts";
import { countedIds, isOfPeriod } from "../results/report-rows.ts";

/** A result that a rate counts. */
export interface CountedResult {
  /** Of the case in the evaluation. */
  readonly index: number;
  readonly caseId: string;
  readonly result: Result;
}

/** The results of each commitment on cases; those on customers and staff are none of a week. */
export function resultsByCommitment({ evaluation, policy }: Report): ReadonlyMap<string, readonly CountedResult[]> {
  const byCycle = new Set(
    readyPolicy(policy).commitments.flatMap((one) => (isTarget(one) && one.per === "cycle" ? one.id : [])),
  );
  const own = countedIds(evaluation);
  const found = new Map<string, CountedResult[]>(Object.keys(evaluation.rates).map((id) => [id, []]));
  evaluation.cases.forEach((one, index) => {
    for (const [id, result] of Object.entries(one.commitments)) {
      // Of a period only the cases that begin in it are counted.
      if (isOfPeriod(evaluation) && !own.get(id)?.has(one.id)) continue;
      const results = byCycle.has(id) ? (result.cycles ?? [result]) : [result];
      for (const each of results) found.get(id)?.push({ index, caseId: one.id, result: each });
    }
  });
  return found;
}

/** Whether a result says how the commitment was kept. */
export function isDecided({ result }: CountedResult): boolean {
  return result.outcome === "met" || result.outcome === "missed";
}
