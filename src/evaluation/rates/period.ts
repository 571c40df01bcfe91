/**
 * Which starts make up the rates: a civil year, month or date, or all from one bound to another.
 *
 * Units:  dates are epoch days, instants epoch ms.
 * Bounds: `[since, until)`; a date counts in the zone of the calendar that a case has, as the dates of a period do.
 * Source: docs/semantics.md §5, "Rates".
 */
import { civilDayAt } from "../../clock/beyond.ts";
import { refuse } from "../../issues/error.ts";
import { show } from "../../issues/show.ts";
import { daysInMonth, epochDayOf, parseDate } from "../../time/civil-date.ts";
import { type InstantDoor, type InstantInput, readInstant } from "../../time/instant.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs } from "../../time/zone.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import type { DayRange } from "../cases/read-register.ts";
import { isoOrNull } from "../instants.ts";
import type { Evaluation } from "../result.ts";

/** Options that say which starts count. */
export interface PeriodOptions {
  /** Civil year `YYYY`, month `YYYY-MM` or date whose cases make up the rates, by their start; all unless given. */
  readonly period?: string;
  /** Instead: only cases begun at or after a civil date or an instant. */
  readonly since?: InstantInput;
  /** Instead: only cases begun before a civil date (itself not included) or an instant. */
  readonly until?: InstantInput;
}

/** A bound: a civil date, or an instant. */
type Bound = { readonly day: number } | { readonly atMs: number };

/** A period as it was read. */
export interface Period {
  readonly since: Bound | undefined;
  readonly until: Bound | undefined;
  /** As evaluations show it. */
  readonly shown: Pick<Evaluation, "period" | "since" | "until">;
}

/** The period of the options, or undefined for all time. Errors: `calendar.bad-option`, `time.*`. */
export function readPeriod({ period, since, until }: PeriodOptions, door?: InstantDoor): Period | undefined {
  if (period === undefined)
    return since === undefined && until === undefined ? undefined : readSpan(since, until, door);
  if (since !== undefined || until !== undefined)
    refuse("calendar.bad-option", ["period"], "one of them", period, "period and since or until are given; keep one");
  const range = typeof period === "string" ? daysOf(period) : undefined;
  if (range !== undefined) return { since: { day: range[0] }, until: { day: range[1] + 1 }, shown: { period } };
  const message = `${show(period)} is no period; write "2026-10"`;
  return refuse("calendar.bad-option", ["period"], "YYYY, YYYY-MM or YYYY-MM-DD", period, message);
}

/** First and last epoch day of `2026`, `2026-10` or `2026-10-31`; undefined for any other text. */
function daysOf(period: string): DayRange | undefined {
  // A year or a month is a period if its first date is a date.
  const first = /^\d{4}(-\d\d){0,2}$/.test(period) ? parseDate(`${period}-01-01`.slice(0, 10)) : undefined;
  if (first === undefined) return undefined;
  const [year, month, date] = period.split("-").map(Number) as [number, number?, number?];
  if (month === undefined) return [first, epochDayOf(year, 12, 31)];
  return [first, date === undefined ? epochDayOf(year, month, daysInMonth(year, month)) : first];
}

function readSpan(since: unknown, until: unknown, door: InstantDoor | undefined): Period {
  const [from, to] = [readBound(since, "since", door), readBound(until, "until", door)];
  // A date and an instant are put in order by the zone, case by case; what can be said of them now is said.
  if (from !== undefined && to !== undefined && sortKey(from) >= sortKey(to) + slackMs(from, to))
    refuse("calendar.bad-option", ["until"], "after since", until, "until is not after since, and itself not included");
  const shown = {
    ...(from === undefined ? {} : { since: shownBound(from, since) }),
    ...(to === undefined ? {} : { until: shownBound(to, until) }),
  };
  return { since: from, until: to, shown };
}

function readBound(value: unknown, name: "since" | "until", door: InstantDoor | undefined): Bound | undefined {
  if (value === undefined) return undefined;
  const day = typeof value === "string" ? parseDate(value) : undefined;
  return day === undefined ? { atMs: readInstant(value, [name], undefined, door) } : { day };
}

function shownBound(bound: Bound, given: unknown): string {
  return "day" in bound ? String(given) : isoOrNull(bound.atMs)!;
}

function sortKey(bound: Bound): number {
  return "day" in bound ? bound.day * MS_PER_UTC_DAY : bound.atMs;
}

/** How far a date and an instant may be out of order as UTC has them: zones are less than a day from it. */
function slackMs(a: Bound, b: Bound): number {
  return "day" in a === "day" in b ? 0 : MS_PER_UTC_DAY;
}

/** Whether a start belongs to the period, by the zone of the calendar that its case has. */
export function isStartOf({ since, until }: Period, startMs: number, timeline: Timeline): boolean {
  const isFrom = (bound: Bound): boolean =>
    "day" in bound ? civilDayAt(timeline, startMs) >= bound.day : startMs >= bound.atMs;
  return (since === undefined || isFrom(since)) && (until === undefined || !isFrom(until));
}

/** First and last of the dates whose first instant belongs to the period; an end that is open is infinite. */
export function datesOf({ since, until }: Period, timeline: Timeline): DayRange {
  const firstFrom = (bound: Bound): number => {
    if ("day" in bound) return bound.day;
    const day = civilDayAt(timeline, bound.atMs);
    return edgeMs(timeline.schedule.zone, day * MS_PER_UTC_DAY) < bound.atMs ? day + 1 : day;
  };
  return [
    since === undefined ? Number.NEGATIVE_INFINITY : firstFrom(since),
    until === undefined ? Number.POSITIVE_INFINITY : firstFrom(until) - 1,
  ];
}
