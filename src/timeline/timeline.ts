/**
 * A timeline: a schedule's open intervals, compiled civil year by civil year as questions ask, in any order.
 *
 * It keeps one table for each run of years that questions have joined, so memory is bounded by the years asked. It
 * knows its reach as instants: [reachStartMs, reachEndMs). It decides nothing beyond it.
 */

import type { Schedule } from "../schedule/schedule.ts";
import { civilOf, epochDayOf, FIRST_YEAR, LAST_YEAR } from "../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import { edgeMs } from "../time/zone.ts";
import { type CompiledYear, compileYear, type YearSpan } from "./compile-year.ts";
import { makeTable, type Table } from "./table.ts";

/** Compiled open time of one schedule; it grows, but its answers do not change. */
export interface Timeline {
  readonly schedule: Schedule;
  /** First instant of the supported years, and the first after them. */
  readonly supportedStartMs: number;
  readonly supportedEndMs: number;
  /** First instant that a question may read, with the tail of the night before if there can be one. */
  readonly reachStartMs: number;
  /** First instant beyond the last known date; an exclusive end may be it. */
  readonly reachEndMs: number;
  /** How far from an instant of a question its answer may be: infinitely, unless the definition is a large one. */
  readonly farthestMs: number;
  /** Whether the hours of the calendar can never be open, so that no search need be begun. */
  readonly neverOpens: boolean;
  /** The table in whose domain an instant lies. Domain: reachStartMs ≤ t ≤ reachEndMs. */
  tableAt(instantMs: number): Table;
  /** One table that covers both instants, in either order. The same domain. */
  tableOver(aMs: number, bMs: number): Table;
  /**
   * The table grown towards the future until it has `moreMs` more of open time (or of closed time), by a year at least;
   * undefined at the end of reach, and where all years that a question at `fromMs` may search are in it.
   */
  grownAfter(table: Table, fromMs: number, moreMs: number, of?: "open" | "closed"): Table | undefined;
  /** The same towards the past. */
  grownBefore(table: Table, fromMs: number, moreMs: number, of?: "open" | "closed"): Table | undefined;
  /** Timelines of the operands of a combination, by name; none otherwise. */
  readonly operands: readonly OperandTimeline[];
  /** Working days of one civil year, as running counts. */
  workingDaysOf(year: number): Uint16Array;
}

/** A calendar of a combination. */
export interface OperandTimeline {
  readonly name: string;
  readonly timeline: Timeline;
}

const DAYS_PER_YEAR = 366;

/** A timeline of a schedule, with nothing compiled yet. */
export function createTimeline(schedule: Schedule): Timeline {
  const { zone, reach } = schedule;
  const edgeOfDay = (epochDay: number): number => edgeMs(zone, epochDay * MS_PER_UTC_DAY);
  const firstYear = civilOf(reach.fromDay).year;
  const lastYear = civilOf(reach.toDay).year;
  const farthestMs = (schedule.mostYears ?? Number.POSITIVE_INFINITY) * DAYS_PER_YEAR * MS_PER_UTC_DAY;
  // A calendar with hours of its own that never opens is refused; windows of several may never meet.
  const neverOpens =
    schedule.closedAlways === true ||
    (schedule.combination !== undefined && schedule.possible?.()?.every((minute) => minute === 0) === true);
  const workingDays = new Map<number, Uint16Array>();
  const yearStarts = new Map<number, number>();
  /** Tables in any order, no year in two of them. */
  let tables: Table[] = [];
  let latest: Table | undefined;

  const compile = (year: number): CompiledYear => {
    const compiled = compileYear(schedule, year);
    workingDays.set(year, compiled.workingBefore);
    return compiled;
  };

  const yearStartMs = (year: number): number => {
    let startMs = yearStarts.get(year);
    if (startMs === undefined) {
      startMs = edgeOfDay(epochDayOf(year, 1, 1));
      yearStarts.set(year, startMs);
    }
    return startMs;
  };

  /** Civil year in whose domain an instant lies, kept within the reach. */
  const yearAt = (instantMs: number): number => {
    let year = civilOf(Math.floor(instantMs / MS_PER_UTC_DAY)).year;
    if (instantMs < yearStartMs(year)) year--;
    else if (instantMs >= yearStartMs(year + 1)) year++;
    return Math.min(Math.max(year, firstYear), lastYear);
  };

  const tableOf = (year: number): Table | undefined =>
    tables.find((table) => table.firstYear <= year && year <= table.lastYear);

  /** One table of parts that follow each other, each a table at hand or a year that none has. */
  const join = (parts: readonly YearSpan[]): Table => {
    const only = parts.length === 1 ? tables.find((table) => table === parts[0]) : undefined;
    latest = only ?? makeTable(parts);
    if (only === undefined) {
      tables = tables.filter((table) => !parts.includes(table));
      tables.push(latest);
    }
    return latest;
  };

  const tableOfYears = (from: number, to: number): Table => {
    const parts: YearSpan[] = [];
    for (let year = from; year <= to; year = parts.at(-1)!.lastYear + 1) parts.push(tableOf(year) ?? compile(year));
    return join(parts);
  };

  /** The table with more years on one side of it, taken one by one, until they have enough of open or of closed time. */
  const grown = (
    table: Table,
    isAfter: boolean,
    fromMs: number,
    moreMs: number,
    of: "open" | "closed",
  ): Table | undefined => {
    if (neverOpens) return undefined;
    const parts: YearSpan[] = [table];
    for (let foundMs = 0; parts.length === 1 || foundMs < moreMs; ) {
      const year = isAfter ? parts.at(-1)!.lastYear + 1 : parts[0]!.firstYear - 1;
      if (year < firstYear || year > lastYear) break;
      if ((isAfter ? parts.at(-1)!.endMs - fromMs : fromMs - parts[0]!.startMs) > farthestMs) break;
      const part = tableOf(year) ?? compile(year);
      foundMs += of === "open" ? part.totalMs : part.endMs - part.startMs - part.totalMs;
      if (isAfter) parts.push(part);
      else parts.unshift(part);
    }
    return parts.length === 1 ? undefined : join(parts);
  };

  const covers = (table: Table | undefined, instantMs: number): table is Table =>
    table !== undefined && instantMs >= table.startMs && instantMs <= table.endMs;

  return {
    schedule,
    operands: (schedule.combination?.operands ?? []).map((operand) => ({
      name: operand.name,
      timeline: createTimeline(operand.schedule),
    })),
    supportedStartMs: edgeOfDay(epochDayOf(FIRST_YEAR, 1, 1)),
    supportedEndMs: edgeOfDay(epochDayOf(LAST_YEAR + 1, 1, 1)),
    reachStartMs: edgeOfDay(reach.fromDay + (schedule.passesMidnight ? 1 : 0)),
    reachEndMs: edgeOfDay(reach.toDay + 1),

    tableAt(instantMs) {
      if (covers(latest, instantMs) && instantMs < latest.endMs) return latest;
      const year = yearAt(instantMs);
      return tableOfYears(year, year);
    },

    tableOver(aMs, bMs) {
      if (covers(latest, aMs) && covers(latest, bMs)) return latest;
      return tableOfYears(yearAt(Math.min(aMs, bMs)), yearAt(Math.max(aMs, bMs)));
    },

    farthestMs,
    neverOpens,
    grownAfter: (table, fromMs, moreMs, of = "open") => grown(table, true, fromMs, moreMs, of),
    grownBefore: (table, fromMs, moreMs, of = "open") => grown(table, false, fromMs, moreMs, of),

    workingDaysOf(year) {
      return workingDays.get(year) ?? compile(year).workingBefore;
    },
  };
}
