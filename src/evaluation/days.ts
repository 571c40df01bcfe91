/**
 * A target in days on one clock: judged on civil dates, untouched by pauses.
 *
 * An answer at exactly 24:00 is of the next date. Source: docs/semantics.md §4; docs/charter.md, rule 5.
 */

import { civilDayAt } from "../clock/beyond.ts";
import { callbackMs, serviceDayAt } from "../clock/service-day.ts";
import { addWorkingDays, workingDaysBetween } from "../clock/working-days.ts";
import type { DaysFigure } from "../policy/policy.ts";
import { formatDate } from "../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import { edgeMs } from "../time/zone.ts";
import { intervalsOfDay } from "../timeline/day-intervals.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { type Cycle, missedFrom } from "./cycle.ts";
import { isoOrNull } from "./instants.ts";
import type { Outcome, Result } from "./result.ts";

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
): Result {
  const limit = limitOf(timeline, figure, fromMs);
  // Stopped in time and reopened too late: late from the reopening on.
  const reopening = cycle.reopenings.find(({ stopMs, reopenMs }) => limit.lateMs > stopMs && limit.lateMs < reopenMs);
  const judged = judgeByDate(timeline, limit, cycle, asOfMs, Math.max(keptMs, reopening?.reopenMs ?? keptMs));
  const startedAt = isoOrNull(cycle.startMs);
  if (judged.outcome === "not-applicable")
    return { outcome: "not-applicable", startedAt, dueAt: null, stoppedAt: null };
  const startDay = dayOfRequest(timeline, figure, fromMs);
  // A request that counts for the next working day may be answered before it.
  const endDay = Math.max(startDay, civilDayAt(timeline, cycle.stopMs ?? cycle.cancelMs ?? asOfMs));
  return {
    ...judged,
    startedAt,
    elapsedDays: figure.count === "calendar" ? endDay - startDay : workingDaysAfter(timeline, startDay, endDay),
  };
}

/** A last date, and the instant that is shown as due and the first that is too late, both in ms. */
export interface DateLimit {
  readonly lastDay: number;
  readonly dueMs: number;
  readonly lateMs: number;
}

/** The limit of a target that ends with its last date: the first instant of the next one is too late. */
export function midnightLimit(timeline: Timeline, lastDay: number): DateLimit {
  const dueMs = edgeMs(timeline.schedule.zone, (lastDay + 1) * MS_PER_UTC_DAY);
  return { lastDay, dueMs, lateMs: dueMs };
}

/** The limit of a target in days that is counted from an instant. */
export function limitOf(timeline: Timeline, figure: DaysFigure, startMs: number): DateLimit {
  const startDay = dayOfRequest(timeline, figure, startMs);
  const counted = lastDayOf(timeline, figure, startDay);
  const lastDay = figure.rollToOpen ? addWorkingDays(timeline, counted, 0, "forward") : counted;
  switch (figure.until) {
    case "midnight":
      return midnightLimit(timeline, lastDay);
    case "closing": {
      // The policy rolls, so the date is a working day; the desk is closed at the closing itself.
      const closingMs = Math.max(...intervalsOfDay(timeline.schedule, lastDay).map(([, closeMs]) => closeMs));
      return { lastDay, dueMs: closingMs, lateMs: closingMs };
    }
    case "same-time": {
      const { zone } = timeline.schedule;
      const timeMs = startMs + zone.offsetMsAt(startMs) - civilDayAt(timeline, startMs) * MS_PER_UTC_DAY;
      const dueMs = edgeMs(zone, lastDay * MS_PER_UTC_DAY + timeMs);
      return { lastDay, dueMs, lateMs: dueMs + 1 };
    }
  }
}

/** The date of the request; as a service day, the next working day for one after closing or on a date without hours. */
export function dayOfRequest(timeline: Timeline, { day }: DaysFigure, startMs: number): number {
  if (day === "civil-date") return civilDayAt(timeline, startMs);
  const callback = callbackMs(timeline, startMs);
  return callback.carriedOver ? civilDayAt(timeline, callback.nextMs) : serviceDayAt(timeline, startMs);
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

/**
 * Whether an instant is too late.
 *
 * By civil date where the date is all that counts: a stretch that the clock repeats around midnight is of the date it shows.
 */
export function isLate(timeline: Timeline, { lastDay, lateMs }: DateLimit, instantMs: number): boolean {
  const endsWithDate = lateMs === edgeMs(timeline.schedule.zone, (lastDay + 1) * MS_PER_UTC_DAY);
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
