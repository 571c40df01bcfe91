/**
 * All gates of a check together: the goals, the missed cases, what is at risk, and a baseline.
 */

import { checkPolicy } from "../../evaluation/cases/arguments.ts";
import type { Evaluation } from "../../evaluation/result.ts";
import { refuse } from "../../issues/error.ts";
import { readOptions } from "../../issues/options.ts";
import { show } from "../../issues/show.ts";
import type { Policy, ReadyPolicy } from "../../policy/policy.ts";
import { reading, readingList } from "../arguments.ts";
import { zoneOfReport } from "../results/report-rows.ts";
import { type Baseline, isWorse, sinceBaseline } from "./baseline.ts";
import { checkMinimums, type Minimums, type Verdict } from "./gate.ts";
import { atRiskOf } from "./risk.ts";
import { baselineLines, baselineWarnings, type GateLine, missedLines, riskLines } from "./words.ts";

/** What is asked beyond the goals. */
export interface GateOptions {
  /** The same as those of the verdicts: a baseline is judged by them, too. */
  readonly minimums: Minimums;
  /** Look for running cases that are at risk. */
  readonly atRisk?: boolean;
  /** An earlier evaluation: only what got worse breaks the gate. */
  readonly baseline?: Baseline;
}

/** How the gates stand. */
export interface GateResult {
  readonly isBroken: boolean;
  /** Something is at risk, and it was asked. */
  readonly isAtRisk: boolean;
  /** For reports, in order. */
  readonly lines: readonly GateLine[];
  /** Why a comparison with the baseline may mislead. */
  readonly warnings: readonly string[];
}

/**
 * Judges the gates.
 *
 * Without a baseline it is broken when a verdict is; with one, when a commitment is broken now that was not, or that was with a
 * higher rate, or when a case is missed that was not.
 *
 * @param verdicts From `judgeGoals` with the same minimums.
 *
 * @example judgeGates(clipIndustrie, evaluation, judgeGoals(evaluation, { byId: new Map() }), { minimums: { byId: new Map() } }).isBroken // false
 */
export function judgeGates(
  policy: Policy,
  evaluation: Evaluation,
  verdicts: readonly Verdict[],
  options: GateOptions,
): GateResult {
  checkPolicy(policy);
  const given = readOptions(options, ["minimums", "atRisk", "baseline"], "judgeGates", {
    needed: "{ minimums: { byId: new Map() } }",
  }) as unknown as GateOptions;
  checkMinimums(given.minimums);
  const { atRisk, baseline } = given;
  if (atRisk !== undefined && typeof atRisk !== "boolean")
    refuse("calendar.bad-option", ["atRisk"], "true or false", atRisk, `${show(atRisk)} is neither true nor false`);
  return reading("evaluation", evaluation, "evaluation", () =>
    readingList("verdicts", verdicts, "a list of verdicts, as judgeGoals gives it", () =>
      baseline === undefined
        ? gatesOf(policy, evaluation, verdicts, given)
        : reading("baseline", baseline, "baseline", () => gatesOf(policy, evaluation, verdicts, given)),
    ),
  );
}

function gatesOf(
  policy: ReadyPolicy,
  evaluation: Evaluation,
  verdicts: readonly Verdict[],
  { minimums, atRisk = false, baseline }: GateOptions,
): GateResult {
  const zone = zoneOfReport({ policy });
  const risks = atRisk ? atRiskOf(evaluation) : [];
  const changes = baseline === undefined ? [] : sinceBaseline(baseline, evaluation, verdicts, minimums);
  return {
    isBroken:
      baseline === undefined
        ? verdicts.some(({ standing }) => standing === "broken")
        : changes.some((each) => isWorse(each)),
    isAtRisk: risks.length > 0,
    lines: [
      ...missedLines(verdicts),
      ...riskLines(risks),
      ...(baseline === undefined ? [] : baselineLines(baseline, changes, zone)),
    ],
    warnings: baseline === undefined ? [] : baselineWarnings(baseline, evaluation),
  };
}
