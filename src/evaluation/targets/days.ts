/**
 * A target in days on one clock: judged on civil dates, untouched by pauses.
 *
 * An answer at exactly 24:00 is of the next date. Source: docs/semantics.md §4; docs/charter.md, rule 5.
 */

import { civilDayAt } from "../../clock/beyond.ts";
import { nextOpenMs, previousCloseMs, windowsMs } from "../../clock/questions.ts";
import { callbackMs, closingOf, serviceDayAt } from "../../clock/service-day.ts";
import { addWorkingDays, isWorkingDay, neighbouringWorkingDay, workingDaysBetween } from "../../clock/working-days.ts";
import type { DaysFigure } from "../../policy/parts.ts";
import { formatDate } from "../../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs } from "../../time/zone.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import { type Cycle, missedFrom } from "../clocks/cycle.ts";
import { isoOrNull } from "../instants.ts";
import type { Outcome, ResultMembers } from "../result.ts";

/**
 * Judges a cycle.
 *
 * @param fromMs What days are counted from: the start, or a restart.
 * @param keptMs The clock is not late before it: the target became another then.
 */
export function judgeDays(
  timeline: Timeline,
  figure: DaysFigure,
  cycle: Cycle,
  fromMs: number,
  keptMs: number,
  asOfMs: number,
): ResultMembers {
  const limit = limitOf(timeline, figure, fromMs);
  const { fromDay } = limit;
  // Stopped in time and reopened too late: late from the reopening on.
  const reopening = cycle.reopenings.find(({ stopMs, reopenMs }) => limit.lateMs > stopMs && limit.lateMs < reopenMs);
  const judged = judgeByDate(timeline, limit, cycle, asOfMs, Math.max(keptMs, reopening?.reopenMs ?? keptMs));
  const startedAt = isoOrNull(cycle.startMs);
  if (judged.outcome === "not-applicable")
    return { outcome: "not-applicable", startedAt, dueAt: null, stoppedAt: null };
  // A request that counts for the next working day may be answered before it.
  const endDay = Math.max(fromDay, civilDayAt(timeline, cycle.stopMs ?? cycle.cancelMs ?? asOfMs));
  return {
    ...judged,
    startedAt,
    elapsedDays: figure.count === "calendar" ? endDay - fromDay : workingDaysAfter(timeline, fromDay, endDay),
  };
}

/** A last date, and the instant that is shown as due and the first that is too late, both in ms. */
export interface DateLimit {
  readonly lastDay: number;
  readonly dueMs: number;
  readonly lateMs: number;
  /** Whether the date is all that counts: what the clock shows again around midnight is of the date it shows. */
  readonly endsWithDate: boolean;
}

/** A limit, and the date from which its days are counted. */
export interface DaysLimit extends DateLimit {
  readonly fromDay: number;
}

/** The limit of a target that ends with its last date: the first instant of the next one is too late. */
export function midnightLimit(timeline: Timeline, lastDay: number): DateLimit {
  const dueMs = edgeMs(timeline.schedule.zone, (lastDay + 1) * MS_PER_UTC_DAY);
  return { lastDay, dueMs, lateMs: dueMs, endsWithDate: true };
}

/** The limit of a target in days that is counted from an instant. */
export function limitOf(timeline: Timeline, figure: DaysFigure, startMs: number): DaysLimit {
  const { days, until } = figure;
  if (until === "same-time") return sameTimeLimit(timeline, figure, startMs);
  const fromDay = dayOfRequest(timeline, figure, startMs);
  const limit = endOfDate(timeline, until, lastDateOf(timeline, figure, fromDay).lastDay);
  if (days > 0 || limit.dueMs > startMs) return { ...limit, fromDay };
  // The day of the request is over already: it is one of the next working day.
  const nextDay = neighbouringWorkingDay(timeline, fromDay, 1);
  return { ...endOfDate(timeline, until, nextDay), fromDay: nextDay };
}

function endOfDate(timeline: Timeline, until: "midnight" | "closing", lastDay: number): DateLimit {
  if (until === "midnight") return midnightLimit(timeline, lastDay);
  // The policy rolls, so the date is a working day; the desk is closed at the closing itself.
  const dueMs = closingOf(timeline, lastDay);
  return { lastDay, dueMs, lateMs: dueMs, endsWithDate: false };
}

/** Due at the time of day at which the request was taken; where the desk is closed then, when it opens on that date, or closed last. */
function sameTimeLimit(timeline: Timeline, figure: DaysFigure, startMs: number): DaysLimit {
  const { zone } = timeline.schedule;
  const takenMs = takenAt(timeline, figure, startMs);
  const fromDay = civilDayAt(timeline, takenMs);
  const { lastDay, isRolled } = lastDateOf(timeline, figure, fromDay);
  const dayMs = lastDay * MS_PER_UTC_DAY;
  const timeMs = isRolled ? 0 : takenMs + zone.offsetMsAt(takenMs) - fromDay * MS_PER_UTC_DAY;
  const atMs = edgeMs(zone, dayMs + timeMs);
  const goesByDesk = figure.count === "working" || figure.rollToOpen;
  const dueMs = goesByDesk ? openOnDate(timeline, atMs, edgeMs(zone, dayMs + MS_PER_UTC_DAY)) : atMs;
  return { lastDay, fromDay, dueMs, lateMs: dueMs + 1, endsWithDate: false };
}

/** The first open instant from one on, before the end of its date; else the last closing before it. */
function openOnDate(timeline: Timeline, atMs: number, endMs: number): number {
  const [first] = atMs < endMs ? windowsMs(timeline, atMs, endMs) : [];
  return first === undefined ? previousCloseMs(timeline, atMs) : first[0];
}

/** When a request is taken, for `same-time`: at the first open instant on a working day; for calendar days alone at once. */
function takenAt(timeline: Timeline, { count, rollToOpen, day }: DaysFigure, startMs: number): number {
  if (count === "calendar" && !rollToOpen && day === "civil-date") return startMs;
  const openMs = nextOpenMs(timeline, startMs);
  const openDay = civilDayAt(timeline, openMs);
  if (isWorkingDay(timeline, openDay)) return openMs;
  // Open by the night before alone: the next date with hours of its own.
  return nextOpenMs(
    timeline,
    edgeMs(timeline.schedule.zone, neighbouringWorkingDay(timeline, openDay, 1) * MS_PER_UTC_DAY),
  );
}

/**
 * The date from which days are counted: that of the request; as a service day, the next working day for one after closing or on a
 * date without hours; with `same-time` that at which the request is taken.
 */
export function dayOfRequest(timeline: Timeline, figure: DaysFigure, startMs: number): number {
  if (figure.until === "same-time") return civilDayAt(timeline, takenAt(timeline, figure, startMs));
  if (figure.day === "civil-date") return civilDayAt(timeline, startMs);
  const callback = callbackMs(timeline, startMs);
  return callback.carriedOver ? civilDayAt(timeline, callback.nextMs) : serviceDayAt(timeline, startMs);
}

/** The last date, and whether it is one to which a closed one moved. */
function lastDateOf(
  timeline: Timeline,
  figure: DaysFigure,
  fromDay: number,
): { readonly lastDay: number; readonly isRolled: boolean } {
  const counted = lastDayOf(timeline, figure, fromDay);
  const lastDay = figure.rollToOpen ? addWorkingDays(timeline, counted, 0, "forward") : counted;
  return { lastDay, isRolled: lastDay !== counted };
}

/** The n-th civil date, or working day, after that of the request; for none the date itself. */
function lastDayOf(timeline: Timeline, { days, count }: DaysFigure, startDay: number): number {
  return count === "calendar" || days === 0 ? startDay + days : addWorkingDays(timeline, startDay, days, "backward");
}

/** Working days after one date up to another, the later included. */
function workingDaysAfter(timeline: Timeline, fromDay: number, toDay: number): number {
  return workingDaysBetween(timeline, fromDay + 1, toDay + 1);
}

/** What a last date decides: the part of a result that targets in days and callbacks share. */
export interface JudgedByDate {
  readonly outcome: Outcome;
  readonly dueAt: string;
  readonly dueDate: string;
  readonly stoppedAt: string | null;
  readonly missedAt: string | null;
  readonly nextChangeAt: string | null;
}

/** Whether an instant is too late: by civil date where the date is all that counts. */
export function isLate(timeline: Timeline, { lastDay, lateMs, endsWithDate }: DateLimit, instantMs: number): boolean {
  return endsWithDate ? civilDayAt(timeline, instantMs) > lastDay : instantMs >= lateMs;
}

/** In time ⇔ the stop is not too late: with a limit at midnight, its civil date is not after the last one. */
export function judgeByDate(
  timeline: Timeline,
  limit: DateLimit,
  cycle: Pick<Cycle, "stopMs" | "cancelMs" | "reopenings">,
  asOfMs: number,
  keptMs: number = Number.NEGATIVE_INFINITY,
): JudgedByDate {
  const { lastDay, dueMs } = limit;
  const { stopMs, cancelMs } = cycle;
  const lateMs = missedFrom(limit.lateMs, keptMs, cycle);
  const outcome = isLate(timeline, limit, stopMs ?? cancelMs ?? asOfMs)
    ? "missed"
    : stopMs !== undefined
      ? "met"
      : cancelMs !== undefined
        ? "not-applicable"
        : "running";
  return {
    outcome,
    dueAt: isoOrNull(dueMs)!,
    dueDate: formatDate(lastDay),
    stoppedAt: isoOrNull(stopMs),
    missedAt: outcome === "missed" || outcome === "running" ? isoOrNull(lateMs) : null,
    nextChangeAt: outcome === "running" ? isoOrNull(dueMs > asOfMs ? dueMs : lateMs) : null,
  };
}
