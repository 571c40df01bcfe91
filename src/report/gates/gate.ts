/**
 * The gate: whether the goals are kept, and no more cases missed than may be.
 */
import type { Evaluation, Rate } from "../../evaluation/result.ts";
import { refuse } from "../../issues/error.ts";
import type { PathStep } from "../../issues/issue.ts";
import { readOptions } from "../../issues/options.ts";
import { show } from "../../issues/show.ts";
import { reading } from "../arguments.ts";

/** How a commitment stands against its goal. Nothing decided: not judged. */
export type Standing = "kept" | "broken" | "not-judged";

/** One commitment against its goal. */
export interface Verdict {
  readonly id: string;
  /** Least share that must be met, 0 to 1; 0 where a limit of missed cases is all that is asked. */
  readonly goal: number;
  readonly rate: number | null;
  readonly standing: Standing;
  /** Missed cases, and how many there may be, where a limit is given. */
  readonly missed?: { readonly count: number; readonly limit: number };
}

/** Figures that hold by commitment id, and one for all others. */
export interface Limits {
  readonly byId: ReadonlyMap<string, number>;
  readonly otherwise?: number;
}

/** Goals of those commitments for which the policy sets none: shares, 1 unless given. */
export interface Minimums extends Limits {
  /** Most missed cases. Where there is one, and neither the policy nor a minimum sets a goal, no share is asked. */
  readonly missed?: Limits;
}

/**
 * Each commitment against its goal: the policy's own, else the minimum given, else 100 %; and against its limit of missed cases.
 *
 * @example judgeGoals(evaluation, { byId: new Map(), otherwise: 0.95 }).find(({ id }) => id === "anomaly").standing // "kept"
 */
export function judgeGoals(evaluation: Pick<Evaluation, "rates">, minimums: Minimums): Verdict[] {
  return reading("evaluation", evaluation, "rated", () => {
    checkMinimums(minimums);
    return verdictsOf(evaluation, minimums);
  });
}

/** Refuses what are no minimums, and unknown names among them. Errors: `calendar.bad-option`, `report.bad-input`. */
export function checkMinimums(minimums: unknown): void {
  const check = (value: unknown, names: readonly string[], path: string): void => {
    const limits = readOptions(value, names, path, { needed: "{ byId: new Map() }" });
    for (const figure of reading(path, value, "minimums", () => [...(limits["byId"] as Limits["byId"]).values()]))
      checkFigure(figure, [path, "byId"]);
    if (limits["otherwise"] !== undefined) checkFigure(limits["otherwise"], [path, "otherwise"]);
    if (limits["missed"] !== undefined) check(limits["missed"], ["byId", "otherwise"], "missed");
  };
  check(minimums, ["byId", "otherwise", "missed"], "minimums");
}

function checkFigure(value: unknown, path: readonly PathStep[]): void {
  if (typeof value === "number" && value >= 0) return;
  refuse(
    "calendar.bad-option",
    path,
    "a number of 0 or more",
    value,
    `${show(value)} is no share and no number of cases`,
  );
}

function verdictsOf({ rates }: Pick<Evaluation, "rates">, minimums: Minimums): Verdict[] {
  return Object.entries(rates).map(([id, rate]) => {
    const limit = minimums.missed?.byId.get(id) ?? minimums.missed?.otherwise;
    const goal = rate.goal ?? minimums.byId.get(id) ?? minimums.otherwise ?? (limit === undefined ? 1 : 0);
    return {
      id,
      goal,
      rate: rate.rate,
      standing: standingOf(rate, goal, limit),
      ...(limit === undefined ? {} : { missed: { count: rate.missed, limit } }),
    };
  });
}

/** Whether there are commitments, and none could be judged: that nothing is broken says nothing then. */
export function isNothingJudged(verdicts: readonly Pick<Verdict, "standing">[]): boolean {
  return verdicts.length > 0 && verdicts.every(({ standing }) => standing === "not-judged");
}

function standingOf({ rate, missed, goalAbove }: Rate, goal: number, limit: number | undefined): Standing {
  if (rate === null) return "not-judged";
  return isKept(rate, goal, goalAbove) && missed <= (limit ?? missed) ? "kept" : "broken";
}

/** Whether a share keeps a goal: is not below it, or with `isAbove` is above it. */
export function isKept(share: number, goal: number, isAbove: true | undefined): boolean {
  return isAbove ? share > goal : share >= goal;
}
