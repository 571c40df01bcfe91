/**
 * A promise in words: its target, by which calendar, rule, version and value of a fact.
 */
import { spokenDuration } from "../../clock/explain.ts";
import type { Result } from "../../evaluation/result.ts";
import { harmless, show } from "../../issues/show.ts";
import type { DaysFigure, HoursFigure, TargetFigure } from "../../policy/parts.ts";
import { type CarryOverCommitment, isTarget } from "../../policy/policy.ts";
import { promiseWords } from "./other-promise-words.ts";
import type { ResultSetting } from "./setting.ts";

/** `promised: 4 h of open time for priority P1, at "desk" (rule 0), by version "2026"`. */
export function promiseOf(result: Result, setting: ResultSetting): string {
  const { calendarRule, version } = result;
  const at = setting.calendarName === undefined ? "" : `, at ${show(setting.calendarName)}`;
  const rule = typeof calendarRule === "number" ? ` (rule ${calendarRule})` : "";
  const by =
    version === undefined ? "" : version === null ? ", before the first version" : `, by version ${show(version)}`;
  return `promised: ${whatOf(result, setting)}${at}${rule}${by}`;
}

function whatOf({ fact }: Result, { commitment, figure }: ResultSetting): string {
  if (commitment.kind === "carry-over") return callbackWords(commitment);
  if (!isTarget(commitment)) return promiseWords(commitment);
  const { target } = commitment;
  if (!("by" in target)) return figureWords(target);
  const by = harmless(target.by);
  if (fact === undefined) return `a target by ${by}`;
  return `${figure === null || figure === undefined ? "nothing" : figureWords(figure)} for ${by} ${harmless(fact)}`;
}

/**
 * A target in words.
 *
 * @example figureWords({ unit: "hours", targetMs: 14400000, count: "open" }) // "4 h of open time"
 */
export function figureWords(figure: TargetFigure): string {
  return figure.unit === "hours" ? hoursWords(figure) : daysWords(figure);
}

const COUNT_WORDS = { open: "of open time", "working-days": "of working days", running: "around the clock" } as const;

function hoursWords({ targetMs, count }: HoursFigure): string {
  return `${spokenDuration(targetMs)} ${COUNT_WORDS[count]}`;
}

const UNTIL_WORDS = { midnight: "midnight", closing: "closing", "same-time": "the same time of day" } as const;

function daysWords({ days, count, until, rollToOpen }: DaysFigure): string {
  const amount = days === 0 ? "the same day" : `${days} ${count} day${days === 1 ? "" : "s"}`;
  // The last of some working days is one.
  const canBeClosed = rollToOpen && (count === "calendar" || days === 0);
  const roll = canBeClosed ? ", or the next working day if that is none" : "";
  return `${amount}, until ${UNTIL_WORDS[until]}${roll}`;
}

function callbackWords({ order }: CarryOverCommitment): string {
  const inOrder = order === "require" ? ", before all that call later" : "";
  return `pending at closing, made the next working day${inOrder}`;
}
