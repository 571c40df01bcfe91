/**
 * The gate against an earlier evaluation: what got worse since, and what got better.
 *
 * It compares rates and the cases behind them; what a case was judged by is not looked at again.
 */
import type { Evaluation, Rate } from "../../evaluation/result.ts";
import { judgeGoals, type Minimums, type Standing, type Verdict } from "./gate.ts";

/** What is read of an earlier evaluation. */
export type Baseline = Pick<Evaluation, "asOf" | "period" | "since" | "until" | "rates" | "provenance">;

/** What changed of one commitment, for the worse or for the better. */
export interface BaselineChange {
  readonly id: string;
  readonly before: Pick<Verdict, "rate" | "standing"> | undefined;
  readonly after: Pick<Verdict, "rate" | "standing" | "goal">;
  /** Broken now, and not then, or with a higher rate then. */
  readonly isWorse: boolean;
  /** Kept now and broken then, or broken still with a higher rate. */
  readonly isBetter: boolean;
  /** Missed now and not then. */
  readonly newlyMissed: readonly string[];
  /** Of customers, staff and the service, whom a report numbers anew each time: how many more are missed. */
  readonly moreMissed: number;
  /** Missed then, and still a case of the rate, but missed no more. */
  readonly noLongerMissed: readonly string[];
}

/** An evaluation beside an earlier one, commitment by commitment; both by the same minimums. */
export function sinceBaseline(
  baseline: Baseline,
  evaluation: Evaluation,
  verdicts: readonly Verdict[],
  minimums: Minimums,
): BaselineChange[] {
  const subjects = new Set(evaluation.register.flatMap(({ commitments }) => Object.keys(commitments)));
  const before = new Map(judgeGoals(baseline, minimums).map((verdict) => [verdict.id, verdict]));
  return verdicts.map((after) => {
    const then = before.get(after.id);
    const old = Object.hasOwn(baseline.rates, after.id) ? baseline.rates[after.id] : undefined;
    const now = evaluation.rates[after.id]!;
    const [wasMissed, isMissed] = [idsOf(old, "missed"), idsOf(now, "missed")];
    const isOfCases = !subjects.has(after.id);
    const known = new Set(Object.values(now.caseIds).flat());
    const moved = (then?.rate ?? null) === null || after.rate === null ? 0 : after.rate - then!.rate!;
    return {
      id: after.id,
      before: then,
      after,
      ...directionOf(then?.standing, after.standing, moved),
      newlyMissed: isOfCases ? [...isMissed].filter((id) => !wasMissed.has(id)) : [],
      moreMissed: isOfCases ? 0 : Math.max(0, isMissed.size - wasMissed.size),
      noLongerMissed: isOfCases ? [...wasMissed].filter((id) => known.has(id) && !isMissed.has(id)) : [],
    };
  });
}

function directionOf(
  before: Standing | undefined,
  after: Standing,
  moved: number,
): Pick<BaselineChange, "isWorse" | "isBetter"> {
  if (after === "broken")
    return { isWorse: before !== "broken" || moved < 0, isBetter: before === "broken" && moved > 0 };
  return { isWorse: false, isBetter: after === "kept" && before === "broken" };
}

function idsOf(rate: Rate | undefined, outcome: "missed"): ReadonlySet<string> {
  return new Set(rate?.caseIds[outcome]);
}

/** Whether a change breaks the gate. */
export function isWorse(change: BaselineChange): boolean {
  return change.isWorse || change.newlyMissed.length > 0 || change.moreMissed > 0;
}
