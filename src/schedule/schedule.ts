/**
 * A schedule: a definition made ready, which answers for each civil date what its windows are and why.
 *
 * Everything here is civil; instants begin in `timeline/`. Layers, in the one written order (docs/semantics.md §2):
 * an exception replaces everything; else a holiday or a closure closes; else the hours of the week.
 */
import type { DayReach } from "../holidays/reach.ts";
import type { Holiday, ReadySource } from "../holidays/ready-source.ts";
import { epochDayOf, weekdayOf, yearOf } from "../time/civil-date.ts";
import type { Zone } from "../time/zone.ts";
import type { Closure } from "./closures.ts";
import type { CalendarDefinition } from "./definition.ts";
import type { Week } from "./week.ts";
import { passesMidnight, type Window } from "./window.ts";

/** Which layer decided a date's windows. */
export type Layer = "exception" | "holiday" | "week";

/** What is planned on a civil date. */
export interface DayPlan {
  readonly layer: Layer;
  /** Sorted; empty when the date is closed. */
  readonly windows: readonly Window[];
  /** Holidays of the date, reopened ones left out, whatever layer decided. */
  readonly holidays: readonly Holiday[];
  /** Names of the closures of the date. */
  readonly closures: readonly string[];
}

/** A definition made ready. */
export interface Schedule {
  readonly definition: CalendarDefinition;
  readonly zone: Zone;
  readonly reach: DayReach;
  /** Whether any window of this schedule can pass midnight: then each date is read with the one before. */
  readonly passesMidnight: boolean;
  planOf(epochDay: number): DayPlan;
}

/** What a schedule is made of, read and checked. */
export interface ScheduleParts {
  readonly definition: CalendarDefinition;
  readonly zone: Zone;
  readonly reach: DayReach;
  readonly week: Week;
  readonly exceptions: ReadonlyMap<number, readonly Window[]>;
  readonly sources: readonly ReadySource[];
  readonly closures: readonly Closure[];
  readonly reopenedDays: ReadonlySet<number>;
  readonly reopenedIds: ReadonlySet<string>;
}

/** Makes a schedule of parts that have been checked. */
export function makeSchedule(parts: ScheduleParts): Schedule {
  const { definition, zone, reach, week, exceptions } = parts;
  const weekPlans = week.map((windows) => plan("week", windows));
  const closedDays = new Map<number, ReadonlyMap<number, DayPlan>>();
  const closedDaysOf = (year: number): ReadonlyMap<number, DayPlan> => {
    let days = closedDays.get(year);
    if (days === undefined) {
      days = closedDaysOfYear(parts, year);
      closedDays.set(year, days);
    }
    return days;
  };
  return Object.freeze({
    definition,
    zone,
    reach,
    passesMidnight: [...week, ...exceptions.values()].some((windows) => windows.some(passesMidnight)),
    planOf(epochDay: number): DayPlan {
      const closed = closedDaysOf(yearOf(epochDay)).get(epochDay);
      const exception = exceptions.get(epochDay);
      if (exception !== undefined)
        return { ...plan("exception", exception), holidays: closed?.holidays ?? [], closures: closed?.closures ?? [] };
      return closed ?? weekPlans[weekdayOf(epochDay)]!;
    },
  });
}

function plan(layer: Layer, windows: readonly Window[]): DayPlan {
  return { layer, windows, holidays: [], closures: [] };
}

/** The dates of a year that a holiday or a closure closes. */
function closedDaysOfYear(parts: ScheduleParts, year: number): ReadonlyMap<number, DayPlan> {
  const holidaysByDay = new Map<number, Holiday[]>();
  for (const source of parts.sources) {
    for (const [epochDay, holiday] of source.daysOfYear(year)) {
      if (holiday.id !== undefined && parts.reopenedIds.has(holiday.id)) continue;
      const known = holidaysByDay.get(epochDay) ?? [];
      // Two sources may both name the day (FR and FR-57); it is one holiday.
      if (!known.some((other) => other.id === holiday.id && other.names.en === holiday.names.en)) known.push(holiday);
      holidaysByDay.set(epochDay, known);
    }
  }
  const closed = new Map<number, DayPlan>();
  for (const [epochDay, holidays] of holidaysByDay) {
    closed.set(epochDay, { layer: "holiday", windows: [], holidays, closures: [] });
  }
  for (const closure of parts.closures) {
    for (const epochDay of daysOfYearIn(closure, year)) {
      const known = closed.get(epochDay);
      closed.set(epochDay, {
        layer: "holiday",
        windows: [],
        holidays: known?.holidays ?? [],
        closures: [...(known?.closures ?? []), closure.name],
      });
    }
  }
  for (const epochDay of parts.reopenedDays) closed.delete(epochDay);
  return closed;
}

function daysOfYearIn(closure: Closure, year: number): number[] {
  const firstDay = Math.max(closure.fromDay, epochDayOf(year, 1, 1));
  const lastDay = Math.min(closure.toDay, epochDayOf(year, 12, 31));
  return Array.from({ length: Math.max(0, lastDay - firstDay + 1) }, (_, i) => firstDay + i);
}
