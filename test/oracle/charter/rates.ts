/**
 * Rates: met over met and missed, the rest counted apart.
 */

import type { CommitmentId, ExpectedCase, ExpectedRate, Outcome } from "./types.ts";
import { COMMITMENTS, OUTCOMES } from "./types.ts";

export function countRates(cases: readonly ExpectedCase[]): Record<CommitmentId, ExpectedRate> {
  const rates = {} as Record<CommitmentId, ExpectedRate>;
  for (const id of COMMITMENTS) rates[id] = countRate(cases, id);
  return rates;
}

function countRate(cases: readonly ExpectedCase[], id: CommitmentId): ExpectedRate {
  const outcomes = cases.filter(({ duplicate }) => !duplicate).map(({ commitments }) => commitments[id]?.outcome);
  const countOf = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, countOf(outcome)]));
  const { met, missed } = { met: countOf("met"), missed: countOf("missed") };
  return {
    met,
    missed,
    counts: counts as Record<Outcome, number>,
    rate: met + missed === 0 ? null : met / (met + missed),
  };
}
