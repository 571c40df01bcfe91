/**
 * Rates: how a commitment is kept over many cases.
 */
import { type Figures, OUTCOMES, type Outcome, type Rate } from "../result.ts";

/** From this many decided cases on, the sample is not small. */
const SMALL_SAMPLE = 100;
/** Two-sided 95 % quantile of the normal distribution. */
const Z_95 = 1.959963984540054;

/** Collects outcomes, and folds them into a rate. */
export interface RateTally {
  add(caseId: string, outcome: Outcome, figures?: Figures): void;
  rate(goal: Goal): Rate;
}

/** The least share that must be met, and whether the rate must be above it. */
export interface Goal {
  readonly goal: number | undefined;
  readonly isAbove: boolean;
}

/** Figures of which the greatest counts, rather than the sum. */
const GREATEST: ReadonlySet<string> = new Set(["longestGapDays", "followUpMs", "share"]);

/** An empty tally. */
export function createTally(): RateTally {
  const ids = new Map<Outcome, string[]>();
  const sums = new Map<string, number>();
  return {
    add(caseId, outcome, figures = {}) {
      for (const [name, figure] of Object.entries(figures)) {
        if (typeof figure !== "number") continue;
        const sum = sums.get(name);
        sums.set(name, sum === undefined ? figure : GREATEST.has(name) ? Math.max(sum, figure) : sum + figure);
      }
      const known = ids.get(outcome);
      if (known === undefined) ids.set(outcome, [caseId]);
      else known.push(caseId);
    },
    rate: (goal) => ({
      ...rateOf(ids, goal),
      ...(sums.size === 0 ? {} : { figures: Object.fromEntries(sums) }),
    }),
  };
}

function rateOf(ids: ReadonlyMap<Outcome, readonly string[]>, { goal, isAbove }: Goal): Rate {
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
    ...(goal === undefined
      ? {}
      : {
          goal,
          goalReach: reachOf(goal, isAbove, met, missed, open),
          ...(isAbove ? { goalAbove: true as const } : {}),
        }),
    caseIds: Object.fromEntries(ids),
  };
}

/** Whether the goal is sure, lost, or still open; with no case at all it is open. */
function reachOf(
  goal: number,
  isAbove: boolean,
  met: number,
  missed: number,
  open: number,
): "reached" | "open" | "lost" {
  const all = met + missed + open;
  if (all === 0) return "open";
  const isKept = (share: number): boolean => (isAbove ? share > goal : share >= goal);
  return isKept(met / all) ? "reached" : isKept((met + open) / all) ? "open" : "lost";
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
