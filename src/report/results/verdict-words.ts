/**
 * A verdict in words: the last line of a result.
 */
import { spokenDuration, spokenInstant } from "../../clock/explain.ts";
import type { Reason, Result } from "../../evaluation/result.ts";
import { harmless } from "../../issues/show.ts";
import type { EventMatcher } from "../../policy/parts.ts";
import { type Commitment, isTarget, type ReadyPolicy } from "../../policy/policy.ts";
import { spokenShare } from "../share.ts";
import { latenessOf, spokenLateness } from "./lateness.ts";
import { msOf, type ResultSetting } from "./setting.ts";

/** `met with 20 min to spare`, `missed by 1 min: late from Tue 26 May 2026 14:00:00.001`. */
export function verdictOf(policy: ReadyPolicy, result: Result, setting: ResultSetting): string {
  switch (result.outcome) {
    case "met":
      return `met${spareOf(result, setting)}`;
    case "missed":
      return missedWords(result, setting);
    case "excused":
      return `excused, since a condition on the customer's side failed at the start; ${missedWords(result, setting)}`;
    case "running":
    case "paused":
      return openWords(result, setting);
    case "not-applicable":
      return `not applicable: ${notApplicableWords(policy, result, setting.commitment)}`;
    case "unmeasurable":
      return `cannot be measured: ${reasonWords(result.reason, setting.commitment)}`;
  }
}

function spareOf({ remainingMs, elapsedDays, afterOpeningMs }: Result, setting: ResultSetting): string {
  if (remainingMs === 0) return ", with the target used up exactly";
  if (remainingMs !== undefined) return ` with ${spokenDuration(remainingMs)} to spare`;
  if (elapsedDays !== undefined) return elapsedDays === 0 ? " the same day" : ` after ${daysOf(elapsedDays, setting)}`;
  return afterOpeningMs === undefined ? "" : `, ${spokenDuration(afterOpeningMs)} after opening`;
}

function missedWords(result: Result, setting: ResultSetting): string {
  const { elapsedDays, clock, missedAt, stoppedAt } = result;
  const lateness = latenessOf(result, setting.zone);
  const by = lateness === undefined ? "" : ` by ${spokenLateness(lateness)}`;
  const after =
    elapsedDays === undefined || typeof stoppedAt !== "string" ? "" : `, ${daysOf(elapsedDays, setting)} elapsed`;
  const isOpen = clock === "running" || clock === "paused";
  const late =
    missedAt === null || missedAt === undefined
      ? ""
      : `: late from ${spokenInstant(setting.zone, Date.parse(missedAt))}`;
  return `missed${by}${after}${isOpen ? (by === "" ? ", and not stopped yet" : " so far") : ""}${late}${clock === "paused" ? "; paused now" : ""}`;
}

function openWords(result: Result, setting: ResultSetting): string {
  const { outcome, elapsedMs, remainingMs, elapsedDays, atRisk, calendarOpen, carriedOver } = result;
  const closed = calendarOpen === false ? " (closed now)" : "";
  const state = `${outcome}${closed}`;
  if (carriedOver === false) return `${state}: carried over at closing, unless it is made before`;
  if (elapsedDays !== undefined && elapsedDays > 0) return `${state}: ${daysOf(elapsedDays, setting)} gone`;
  if (elapsedMs === undefined || remainingMs === undefined) return state;
  if (remainingMs === 0 && outcome === "running") return `${state}: used up${lateFrom(result, setting)}`;
  const risk = typeof atRisk === "number" ? `; at risk, ${spokenShare(atRisk)} is used` : "";
  return `${state}: ${spokenDuration(elapsedMs)} used, ${spokenDuration(remainingMs)} left${risk}`;
}

/** From when a clock that has used its target is late: any time after that instant. */
function lateFrom({ missedAt }: Result, { zone }: ResultSetting): string {
  const lateMs = msOf(missedAt);
  return lateMs === undefined ? "" : `; late from ${spokenInstant(zone, lateMs - (lateMs % 1000 === 1 ? 1 : 0))}`;
}

function notApplicableWords(policy: ReadyPolicy, result: Result, commitment: Commitment): string {
  if (result.carriedOver === false) return "made before closing, or cancelled";
  if (result.carriedOver === true) return "cancelled in time";
  const reasons: string[] = [];
  const { conditions } = commitment;
  // Absent on an incomplete history: either may be so.
  if (typeof result.startedAt !== "string") {
    if (isTarget(commitment) && commitment.optional !== false) reasons.push("the case has no start of it");
    if (policy.cancel.length > 0) reasons.push("it was cancelled before it began");
  }
  if (result.startedAt !== null) {
    if (policy.cancel.length > 0) reasons.push("it was cancelled in time");
    if (isTarget(commitment) && commitment.waive !== undefined) reasons.push("it was waived in time");
    const failing = conditions.filter(({ otherwise }) => otherwise === "not-applicable").map(({ id }) => harmless(id));
    if (failing.length > 0) reasons.push(`a condition did not hold at the start (${failing.join(", ")})`);
    if (isTarget(commitment) && "by" in commitment.target && [...commitment.target.figures.values()].includes(null))
      reasons.push(`nothing is promised for its ${harmless(commitment.target.by)}`);
  }
  return reasons.length === 0 ? "it does not concern the case" : reasons.join(", or ");
}

/** Why it cannot be measured, in words. */
function reasonWords(reason: Reason | undefined, commitment: Commitment): string {
  switch (reason) {
    case "missing-event":
      return "start" in commitment ? `no event starts it (${namesOf(commitment.start)})` : "what it goes by is missing";
    case "stop-before-start":
      return `its only stop comes before the start${"stop" in commitment ? ` (${namesOf(commitment.stop)})` : ""}`;
    case "no-figure":
      return isTarget(commitment)
        ? `the case has no ${"by" in commitment.target ? harmless(commitment.target.by) : "figure"} that the policy knows, by which its target goes`
        : "the policy gives no figure for it";
    case "no-register":
      return "it needs the register, and none is given";
    case "unknown-customer":
      return "it needs the customer, who is not in the register";
    case "no-referent":
      return "it needs the customer's referent, and the register names none";
    case "beyond-reach":
      return "it needs a date whose holidays are unknown";
    case "history-incomplete":
      return "events of the case could not be read, or are of a type that the policy does not know, and could change the verdict";
    case "minutes-missing":
      return "the minutes of an event are missing";
    case "module-missing":
      return "the module is missing";
    case undefined:
      return "the result does not say why";
  }
}

function namesOf(matchers: readonly EventMatcher[]): string {
  return [...new Set(matchers.flatMap(({ types }) => [...types]))].map(harmless).join(" or ");
}

/** `3 working days`. */
function daysOf(days: number, { figure }: ResultSetting): string {
  const count = figure?.unit === "days" ? `${figure.count} ` : "";
  return `${days} ${count}day${days === 1 ? "" : "s"}`;
}
