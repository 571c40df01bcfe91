/**
 * Cases that are at risk: a clock that runs has used a share of its target that the policy watches.
 */
import type { Evaluation, Result } from "../../evaluation/result.ts";

/** One commitment of a case that is at risk. */
export interface AtRisk {
  readonly case: string;
  readonly commitment: string;
  /** The highest share that the policy watches and that is used. */
  readonly share: number;
}

/** What is at risk among the cases that the rates count, in the order of the evaluation's. */
export function atRiskOf({ cases, rates }: Evaluation): AtRisk[] {
  const open = new Map(Object.entries(rates).map(([id, { caseIds }]) => [id, new Set(caseIds.running)]));
  return cases.flatMap((found) =>
    Object.entries(found.commitments).flatMap(([commitment, result]): AtRisk[] => {
      const share = open.get(commitment)?.has(found.id) ? shareOf(result) : undefined;
      return share === undefined ? [] : [{ case: found.id, commitment, share }];
    }),
  );
}

/** Of several cycles it may be any that runs. */
function shareOf(result: Result): number | undefined {
  const running = (result.cycles ?? [result]).filter(({ outcome }) => outcome === "running");
  return running.map(({ atRisk }) => atRisk).find((share) => typeof share === "number");
}
