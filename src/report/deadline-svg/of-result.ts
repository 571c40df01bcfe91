/**
 * The picture of a commitment on a case: what its result says, on the hours that judged it.
 */
import { countedTime } from "../../calendar/counting.ts";
import { insideOf } from "../../calendar/internal.ts";
import type { IntervalMs } from "../../clock/questions.ts";
import { workingDaysBetween } from "../../clock/working-days.ts";
import { checkPolicy, doorOf } from "../../evaluation/cases/arguments.ts";
import type { CaseResult, Result } from "../../evaluation/result.ts";
import { dayOfRequest } from "../../evaluation/targets/days.ts";
import { isOuvreeError } from "../../issues/error.ts";
import type { DaysFigure } from "../../policy/parts.ts";
import type { Policy, ReadyPolicy } from "../../policy/policy.ts";
import { parseDate } from "../../time/civil-date.ts";
import { readInstant } from "../../time/instant.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import { reading } from "../arguments.ts";
import { latenessOf } from "../results/lateness.ts";
import { msOf, type ResultSetting, resultOn } from "../results/setting.ts";
import type { ClockMark, Clockwork } from "./clockwork.ts";
import { clipped } from "./clockwork.ts";
import { pictureOf } from "./lanes.ts";
import type { DeadlinePicture, ResultSubject } from "./picture.ts";

/** Reopenings that are marked: the last. */
const MARKED_REOPENINGS = 4;

/**
 * The picture of one commitment on one case; undefined where nothing began.
 *
 * Of a target in hours it shows what counted and the pauses if the result has its segments, so of an evaluation with
 * `{ segments: true }`.
 * Errors: as `resultText`.
 *
 * @param asOf The evaluation's; marked while the clock runs or is paused.
 * @example resultPicture(clipIndustrie, evaluation.cases[0], "anomaly").marks.map(({ kind, date }) => `${kind} ${date}`) // [ 'start 2026-05-22', 'due 2026-05-26', 'stop 2026-05-26' ]
 */
export function resultPicture(
  policy: Policy,
  found: CaseResult,
  commitment: string,
  asOf?: string,
): DeadlinePicture | undefined {
  checkPolicy(policy);
  if (asOf !== undefined) readInstant(asOf, ["asOf"], undefined, doorOf(policy));
  return reading("found", found, "result", () => pictureOfResult(policy, found, commitment, asOf));
}

function pictureOfResult(
  policy: ReadyPolicy,
  found: CaseResult,
  commitment: string,
  asOf: string | undefined,
): DeadlinePicture | undefined {
  const { result, setting } = resultOn(policy, found, commitment);
  if (typeof result.startedAt !== "string") return undefined;
  const { calendar, figure } = setting;
  const hours = figure?.unit === "hours" ? figure.count : "open";
  const { timeline } = countedTime(calendar, hours);
  const segments = result.segments ?? [];
  const stretches = (isIt: (segment: (typeof segments)[number]) => boolean): IntervalMs[] =>
    segments.filter(isIt).map(({ start, end }) => [Date.parse(start), Date.parse(end)]);
  const counted = stretches(({ counts }) => counts);
  const dueMs = msOf(result.dueAt) ?? Number.POSITIVE_INFINITY;
  return pictureOf({
    subject: subjectOf(found, commitment, result, setting, asOf),
    hours,
    calendar,
    timeline,
    counted: clipped(counted, Number.NEGATIVE_INFINITY, dueMs),
    late: clipped(counted, dueMs, Number.POSITIVE_INFINITY),
    paused: stretches(({ why }) => why === "paused"),
    marks: marksOf(result, asOf),
    ...(figure?.unit === "days" ? countsOf(insideOf(calendar).timeline, figure, result) : {}),
  });
}

function subjectOf(
  found: CaseResult,
  id: string,
  result: Result,
  { commitment, figure, zone }: ResultSetting,
  asOf: string | undefined,
): ResultSubject {
  const { outcome, remainingMs, overrunMs, elapsedDays } = result;
  const { title } = commitment;
  const lateness = overrunMs === undefined ? latenessOf(result, zone, msOf(asOf)) : undefined;
  const target: ResultSubject["target"] =
    figure === null || figure === undefined
      ? undefined
      : figure.unit === "hours"
        ? { unit: "hours", ms: figure.targetMs }
        : { unit: "days", days: figure.days, count: figure.count };
  return {
    kind: "result",
    case: found.id,
    commitment: id,
    outcome,
    ...(title === undefined ? {} : { title }),
    ...(target === undefined ? {} : { target }),
    ...(remainingMs === undefined ? {} : { remainingMs }),
    ...(overrunMs === undefined ? {} : { overrunMs }),
    ...(elapsedDays === undefined ? {} : { elapsedDays }),
    ...(lateness === undefined ? {} : { lateness }),
  };
}

function marksOf(result: Result, asOf: string | undefined): ClockMark[] {
  const { startedAt, restartedAt, reopenings = [], dueFrom, dueAt, stoppedAt, outcome, clock } = result;
  const isOpen = clock === "running" || clock === "paused" || outcome === "running" || outcome === "paused";
  const given: [ClockMark["kind"], string | null | undefined][] = [
    ["start", startedAt],
    ...reopenings.slice(-MARKED_REOPENINGS).map(({ reopenedAt }): ["reopened", string] => ["reopened", reopenedAt]),
    ["restarted", restartedAt],
    ["due-from", dueFrom],
    ["due", dueAt],
    ["stop", stoppedAt],
    ["as-of", isOpen ? asOf : undefined],
  ];
  return given.flatMap(([kind, at]) =>
    at === null || at === undefined ? [] : [{ kind, atMs: Date.parse(at), isEnd: kind === "due" && at !== startedAt }],
  );
}

/** The numbers of the dates from the request's to the last one in time: of working days, or of all. */
function countsOf(timeline: Timeline, figure: DaysFigure, result: Result): Pick<Clockwork, "countOf"> {
  const lastDay = parseDate(result.dueDate ?? "");
  const fromMs = msOf(result.restartedAt ?? result.startedAt);
  if (lastDay === undefined || fromMs === undefined || figure.days === 0) return {};
  const count = (fromDay: number, day: number): number | undefined => {
    if (day <= fromDay || day > lastDay) return undefined;
    const counted = figure.count === "calendar" ? day - fromDay : workingDaysBetween(timeline, fromDay + 1, day + 1);
    // Days onto which a last date moves have no number.
    if (counted > figure.days) return undefined;
    return figure.count === "calendar" || counted > workingDaysBetween(timeline, fromDay + 1, day)
      ? counted
      : undefined;
  };
  return {
    countOf: (day) => {
      try {
        return count(dayOfRequest(timeline, figure, fromMs), day);
      } catch (error) {
        if (isOuvreeError(error)) return undefined;
        throw error;
      }
    },
  };
}
