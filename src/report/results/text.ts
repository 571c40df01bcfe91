/**
 * A result as text: what was promised, what happened, and why the verdict is what it is.
 *
 * It folds a result of an evaluation with `{ segments: true }`; without segments it leaves the stretches out. English, with
 * ISO-like dates; no locale of the process is used.
 */
import { shortenedList, spokenInstant } from "../../clock/explain.ts";
import { checkPolicy } from "../../evaluation/cases/arguments.ts";
import type { CaseResult, Result } from "../../evaluation/result.ts";
import { harmless } from "../../issues/show.ts";
import { isTarget, type Policy, type ReadyPolicy } from "../../policy/policy.ts";
import { reading } from "../arguments.ts";
import { closedDates, dueLines } from "./due-words.ts";
import { measuredLines } from "./other-promise-words.ts";
import { promiseOf } from "./promise-words.ts";
import { marksOf, resultRows } from "./rows.ts";
import { msOf, type ResultSetting, resultOn, settingOf } from "./setting.ts";
import { verdictOf } from "./verdict-words.ts";

/**
 * One commitment on one case, in lines that read well.
 *
 * Of a pause it says how much was open time, where one calendar measured the whole; cycles come one after the other, and
 * reopenings with the outcome before.
 * Errors: `calendar.bad-option` for a commitment that the result, or the policy, does not have.
 * Source: docs/policies.md, "Results".
 *
 * @param found From an evaluation with `{ segments: true }`, of the same policy.
 * @param commitment Id of the commitment.
 *
 * @example resultText(clipIndustrie, evaluation.cases[0], "anomaly").split("\n").at(-1) // "met, with the target used up exactly"
 */
export function resultText(policy: Policy, found: CaseResult, commitment: string): string {
  checkPolicy(policy);
  return reading("found", found, "result", () => textOf(policy, found, commitment));
}

function textOf(policy: ReadyPolicy, found: CaseResult, commitment: string): string {
  const { result: known, setting } = resultOn(policy, found, commitment);
  const { title } = setting.commitment;
  const head = `${harmless(found.id)}, ${harmless(commitment)}${title === undefined ? "" : `: ${harmless(title)}`}`;
  const cycles = known.cycles ?? [];
  return [
    head,
    ...(cycles.length > 1 ? cycleLines(policy, known, cycles, commitment) : bodyOf(policy, known, setting)),
  ].join("\n");
}

/** Each cycle, and the one that decides. */
function cycleLines(policy: ReadyPolicy, result: Result, cycles: readonly Result[], id: string): string[] {
  const lines = cycles.flatMap((cycle, index) => {
    const setting = settingOf(policy, id, cycle)!;
    return [`cycle ${index + 1} of ${cycles.length}`, ...bodyOf(policy, cycle, setting)];
  });
  const deciding = cycles.findIndex(
    ({ outcome, startedAt, stoppedAt }) =>
      outcome === result.outcome && startedAt === result.startedAt && stoppedAt === result.stoppedAt,
  );
  const { commitment } = settingOf(policy, id, result)!;
  const each = isTarget(commitment) && commitment.per === "cycle" ? "; a rate counts each cycle" : "";
  return [...lines, `in all ${result.outcome}: cycle ${deciding + 1} decides${each}`];
}

/** One run of a clock. */
function bodyOf(policy: ReadyPolicy, result: Result, setting: ResultSetting): string[] {
  const { zone } = setting;
  const at = (iso: string): string => spokenInstant(zone, Date.parse(iso));
  const { startedAt, stoppedAt, overtakenBy = [] } = result;
  return [
    promiseOf(result, setting),
    ...(typeof startedAt !== "string" ? [] : [`start ${at(startedAt)} (${zone.name})`]),
    ...between(result, setting),
    ...dueLines(result, setting),
    ...(typeof stoppedAt !== "string" ? [] : [`stop ${at(stoppedAt)}`]),
    ...cancelLines(policy, result, setting),
    ...(overtakenBy.length === 0 ? [] : [`overtaken by ${shortenedList(overtakenBy.map(harmless))}`]),
    verdictOf(policy, result, setting),
  ];
}

function between(result: Result, setting: ResultSetting): string[] {
  const { commitment, figure } = setting;
  if (commitment.kind === "carry-over") return [];
  if (!isTarget(commitment)) return measuredLines(result);
  if (result.clock !== undefined && figure?.unit !== "days") return resultRows(result, setting);
  const marks = marksOf(result, setting, commitment.reopening).map(({ text }) => text);
  const closed = result.clock === undefined ? [] : closedDates(result, setting);
  return [...marks, ...(closed.length === 0 ? [] : [`  no working day: ${shortenedList(closed)}`])];
}

/** What ended a clock that was missed already, where no stop did. */
function cancelLines(policy: ReadyPolicy, { clock, stoppedAt, segments }: Result, setting: ResultSetting): string[] {
  if (clock !== "stopped" || stoppedAt !== null) return [];
  const { commitment, zone } = setting;
  const canWaive = isTarget(commitment) && commitment.waive !== undefined;
  const what = !canWaive ? "cancelled" : policy.cancel.length > 0 ? "cancelled or waived" : "waived";
  const endMs = msOf(segments?.at(-1)?.end);
  return [endMs === undefined ? what : `${what} ${spokenInstant(zone, endMs)}`];
}
