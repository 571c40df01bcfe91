/**
 * The gate: whether the goals are kept.
 */
import type { Evaluation } from "../evaluation/result.ts";

/** How a commitment stands against its goal. Nothing decided: not judged. */
export type Standing = "kept" | "broken" | "not-judged";

/** One commitment against its goal. */
export interface Verdict {
  readonly id: string;
  /** Least share that must be met, 0 to 1. */
  readonly goal: number;
  readonly rate: number | null;
  readonly standing: Standing;
}

/** Goals of those commitments for which the policy sets none. */
export interface Minimums {
  /** By commitment id. */
  readonly byId: ReadonlyMap<string, number>;
  /** For all others; 1 unless given. */
  readonly otherwise?: number;
}

/**
 * Each commitment against its goal: the policy's own, else the minimum given, else 100 %.
 *
 * @example judgeGoals(evaluation, { byId: new Map(), otherwise: 0.95 }).find(({ id }) => id === "anomaly").standing // "kept"
 */
export function judgeGoals(evaluation: Evaluation, minimums: Minimums): Verdict[] {
  return Object.entries(evaluation.rates).map(([id, { rate, goal: own, goalAbove }]) => {
    const goal = own ?? minimums.byId.get(id) ?? minimums.otherwise ?? 1;
    const standing = rate === null ? "not-judged" : isKept(rate, goal, goalAbove) ? "kept" : "broken";
    return { id, goal, rate, standing };
  });
}

/** Whether a share keeps a goal: is not below it, or with `isAbove` is above it. */
export function isKept(share: number, goal: number, isAbove: true | undefined): boolean {
  return isAbove ? share > goal : share >= goal;
}
