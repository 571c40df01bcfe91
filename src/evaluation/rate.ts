/**
 * Rates: how a commitment is kept over many cases.
 */
import { OUTCOMES, type Outcome, type Rate } from "./result.ts";

/** From this many decided cases on, the sample is not small. */
const SMALL_SAMPLE = 100;
/** Two-sided 95 % quantile of the normal distribution. */
const Z_95 = 1.959963984540054;

/** Collects outcomes, and folds them into a rate. */
export interface RateTally {
  add(caseId: string, outcome: Outcome): void;
  rate(goal: number | undefined): Rate;
}

/** An empty tally. */
export function createTally(): RateTally {
  const ids = new Map<Outcome, string[]>();
  return {
    add(caseId, outcome) {
      const known = ids.get(outcome);
      if (known === undefined) ids.set(outcome, [caseId]);
      else known.push(caseId);
    },
    rate: (goal) => rateOf(ids, goal),
  };
}

function rateOf(ids: ReadonlyMap<Outcome, readonly string[]>, goal: number | undefined): Rate {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, ids.get(outcome)?.length ?? 0])) as Record<
    Outcome,
    number
  >;
  const { met, missed } = counts;
  const decided = met + missed;
  const open = counts.running + counts.paused;
  return {
    met,
    missed,
    counts,
    rate: decided === 0 ? null : met / decided,
    ...(open === 0 ? {} : { bounds: { low: met / (decided + open), high: (met + open) / (decided + open) } }),
    ...(decided === 0 || decided >= SMALL_SAMPLE ? {} : { interval: wilson(met, decided) }),
    ...(goal === undefined ? {} : { goal, goalReach: reachOf(goal, met, missed, open) }),
    caseIds: Object.fromEntries(ids),
  };
}

/** Whether the goal is sure, lost, or still open; with no case at all it is open. */
function reachOf(goal: number, met: number, missed: number, open: number): "reached" | "open" | "lost" {
  const all = met + missed + open;
  if (all === 0) return "open";
  if (met / all >= goal) return "reached";
  return (met + open) / all < goal ? "lost" : "open";
}

/** Wilson's score interval. Source: E. B. Wilson, JASA 22 (1927), 209–212. */
function wilson(met: number, decided: number): { low: number; high: number } {
  const share = met / decided;
  const spread = Z_95 ** 2 / decided;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (Math.sqrt((share * (1 - share)) / decided + spread / (4 * decided)) * Z_95) / (1 + spread);
  // The interval holds the share itself, whatever the last digit of the arithmetic.
  return { low: Math.min(share, Math.max(0, centre - half)), high: Math.max(share, Math.min(1, centre + half)) };
}
