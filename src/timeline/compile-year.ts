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
import { type DayInterval, intervalsOfDays } from "./day-intervals.ts";

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
  const found: DayInterval[] = [];
  const workingBefore = new Uint16Array(nextDay - firstDay + 1);
  for (const [index, intervals] of intervalsOfDays(schedule, firstDay - tail, nextDay).entries()) {
    for (const interval of intervals) found.push(interval);
    const day = index - tail;
    if (day >= 0) workingBefore[day + 1] = workingBefore[day]! + (intervals.length > 0 ? 1 : 0);
  }
  // Of a combination a part of the night before may open after the date's own first window.
  if (schedule.combination !== undefined) found.sort((a, b) => a[0] - b[0]);
  const columns = {
    opens: Float64Array.from(found, ([openMs]) => Math.max(openMs, startMs)),
    closes: Float64Array.from(found, ([, closeMs]) => Math.min(closeMs, endMs)),
  };
  const count = mergeSorted(columns.opens, columns.closes, found.length);
  return { firstYear: year, lastYear: year, startMs, endMs, ...columns, count, workingBefore };
}

/** How many dates before a year may reach into it: the tail of an overnight window of 31 December belongs to its domain. */
function tailDays({ combination, passesMidnight }: Schedule): number {
  if (combination !== undefined) return LONGEST_TAIL_DAYS;
  return passesMidnight ? 1 : 0;
}
