/**
 * Rates: met over met and missed, with bounds while cases are open and how it stands with the goal.
 */

import { type ExpectedRate, OUTCOMES, type Outcome } from "./types.ts";

/** One that counts: a case by its result, or a cycle by its own. */
export interface Counted {
  readonly id: string;
  readonly kind: string;
  readonly customer: string | undefined;
  /** Of its start; null without one. */
  readonly month: string | null;
  readonly outcome: Outcome;
}

export function rateOf(all: readonly Counted[], goal: number | undefined): ExpectedRate {
  const idsOf = (outcome: Outcome): string[] => all.filter((one) => one.outcome === outcome).map(({ id }) => id);
  const caseIds = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, idsOf(outcome)]));
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, idsOf(outcome).length])) as Record<
    Outcome,
    number
  >;
  const { met, missed } = counts;
  const open = counts.running + counts.paused;
  const decided = met + missed;
  const low = met / (decided + open);
  const high = (met + open) / (decided + open);
  const bounds = open === 0 ? null : { low, high };
  const rate = decided === 0 ? null : met / decided;
  if (goal === undefined || decided + open === 0) return { met, missed, counts, rate, bounds, caseIds };
  const goalReach = low >= goal ? "reached" : high < goal ? "lost" : "open";
  return { met, missed, counts, rate, bounds, caseIds, goalReach };
}

export function ratesBy(all: readonly Counted[], goal: number | undefined): NonNullable<ExpectedRate["by"]> {
  const grouped = (keyOf: (one: Counted) => string | null | undefined): Record<string, ExpectedRate> => {
    const keys = new Set(all.map(keyOf).filter((key): key is string => typeof key === "string"));
    return Object.fromEntries(
      [...keys].map((key) => [
        key,
        rateOf(
          all.filter((one) => keyOf(one) === key),
          goal,
        ),
      ]),
    );
  };
  return {
    month: grouped(({ month }) => month),
    customer: grouped(({ customer }) => customer),
    kind: grouped(({ kind }) => kind),
  };
}
