/**
 * One civil year of a schedule, compiled: its open intervals, and which of its dates are working days.
 *
 * The year's domain is [edge of 1 January, edge of the next 1 January). Intervals are clipped to it: those of
 * neighbouring years then meet at the border and are merged there.
 * Units: instants in ms. Cost: one civil year with two windows a day takes well under 1 ms (bench/compile.bench.ts).
 */
import { mergeSorted } from "../interval/merge.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { epochDayOf } from "../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import { edgeMs } from "../time/zone.ts";
import type { DayInterval } from "./day-interval.ts";
import { intervalsOfDays } from "./day-intervals.ts";

/** Open intervals of the domain [startMs, endMs) of consecutive civil years: sorted, disjoint, non-touching. */
export interface YearSpan {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Rows used of the columns. */
  readonly count: number;
  /** All business time of the domain. */
  readonly totalMs: number;
}

/** One year: its span and its working days. */
export interface CompiledYear extends YearSpan {
  /** Item k: how many of the year's first k dates are working days. */
  readonly workingBefore: Uint16Array;
}

/** A window of 24 h less a minute from another zone may start late on a date, and end early two dates later. */
const LONGEST_TAIL_DAYS = 2;

/** Compiles one civil year. */
export function compileYear(schedule: Schedule, year: number): CompiledYear {
  const { zone } = schedule;
  const firstDay = epochDayOf(year, 1, 1);
  const nextDay = epochDayOf(year + 1, 1, 1);
  const startMs = edgeMs(zone, firstDay * MS_PER_UTC_DAY);
  const endMs = edgeMs(zone, nextDay * MS_PER_UTC_DAY);
  const tail = tailDays(schedule);
  const days = intervalsOfDays(schedule, firstDay - tail, nextDay);
  const found: DayInterval[] = [];
  for (const intervals of days) for (const interval of intervals) found.push(interval);
  // A part of the night before may open after the date's own first window: of a combination, or where a closure split its tail.
  if (schedule.combination !== undefined || schedule.passesMidnight) found.sort((a, b) => a[0] - b[0]);
  const opens = new Float64Array(found.length);
  const closes = new Float64Array(found.length);
  for (let i = 0; i < found.length; i++) {
    const interval = found[i]!;
    opens[i] = Math.max(interval[0], startMs);
    closes[i] = Math.min(interval[1], endMs);
  }
  const count = mergeSorted(opens, closes, found.length);
  return {
    firstYear: year,
    lastYear: year,
    startMs,
    endMs,
    opens,
    closes,
    count,
    totalMs: totalOf(opens, closes, count),
    workingBefore: workingBefore(days, tail),
  };
}

function totalOf(opens: Float64Array, closes: Float64Array, count: number): number {
  let totalMs = 0;
  for (let i = 0; i < count; i++) totalMs += closes[i]! - opens[i]!;
  return totalMs;
}

/** Running count of the dates, after the first `tail` ones, that have an interval of their own. */
function workingBefore(days: readonly (readonly DayInterval[])[], tail: number): Uint16Array {
  const counts = new Uint16Array(days.length - tail + 1);
  for (let day = tail; day < days.length; day++) {
    counts[day - tail + 1] = counts[day - tail]! + (days[day]!.length > 0 ? 1 : 0);
  }
  return counts;
}

/** How many dates before a year may reach into it: the tail of an overnight window of 31 December belongs to its domain. */
function tailDays({ combination, passesMidnight }: Schedule): number {
  if (combination !== undefined) return LONGEST_TAIL_DAYS;
  return passesMidnight ? 1 : 0;
}
