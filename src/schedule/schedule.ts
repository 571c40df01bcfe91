/**
 * A schedule: a definition made ready, which answers for each civil date what its windows are and why.
 *
 * Everything here is civil; instants begin in `timeline/`. Layers, in the one written order (docs/semantics.md §2):
 * an exception replaces everything; else a holiday or a closure closes; else the hours of the week, less the parts of
 * the day that are closed.
 */
import type { DayReach } from "../holidays/reach.ts";
import type { Holiday, ReadySource } from "../holidays/ready-source.ts";
import { epochDayOf, weekdayOf, yearOf } from "../time/civil-date.ts";
import type { Zone } from "../time/zone.ts";
import { type Closings, closingsOfYear, NO_CLOSINGS } from "./closings.ts";
import type { Combination } from "./combination.ts";
import type { CalendarDefinition } from "./definition.ts";
import { exceptionsOfYear } from "./exceptions.ts";
import { withinParts, withoutParts } from "./part-day.ts";
import type { Version } from "./version.ts";
import { passesMidnight, type Window } from "./window.ts";

/** Which layer decided a date's windows. */
export type Layer = "exception" | "holiday" | "week";

/** What is planned on a civil date. */
export interface DayPlan {
  readonly layer: Layer;
  /** Sorted; empty when the date is closed. */
  readonly windows: readonly Window[];
  /** What part-day closures took from the week's windows. */
  readonly taken: readonly Window[];
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
  /** Sources of holidays of all its versions. */
  readonly sources: readonly ReadySource[];
  /** Whether any window of this schedule can pass midnight: then each date is read with the one before. */
  readonly passesMidnight: boolean;
  planOf(epochDay: number): DayPlan;
  /** What it is made of, if its open time is that of others. */
  readonly combination?: Combination;
  /** Whether it was read from a compiled calendar: then its reach is what was compiled. */
  readonly isCompiled?: boolean;
  /** The same hours of the week without exceptions, holidays and closures. */
  bare(): Schedule;
}

/** What a schedule is made of, read and checked. */
export interface ScheduleParts {
  readonly definition: CalendarDefinition;
  readonly zone: Zone;
  readonly reach: DayReach;
  /** In order; each is in force until the next. */
  readonly versions: readonly Version[];
}

/** Makes a schedule of parts that have been checked. */
export function makeSchedule({ definition, zone, reach, versions }: ScheduleParts): Schedule {
  const years = new Map<number, ReadonlyMap<number, DayPlan>>();
  const weekPlans = new Map(versions.map((version) => [version, version.week.map((windows) => plan("week", windows))]));
  const first = versions[0]!;
  const versionAt = (epochDay: number): Version => {
    let index = versions.length - 1;
    while (index > 0 && versions[index]!.fromDay > epochDay) index--;
    return versions[index] ?? first;
  };
  const special = (year: number): ReadonlyMap<number, DayPlan> => {
    let plans = years.get(year);
    if (plans === undefined) {
      plans = specialPlans(versions, year);
      years.set(year, plans);
    }
    return plans;
  };
  return Object.freeze({
    definition,
    zone,
    reach,
    sources: [...new Set(versions.flatMap((version) => version.sources))],
    passesMidnight: versions.some(canPassMidnight),
    planOf: (epochDay: number): DayPlan =>
      special(yearOf(epochDay)).get(epochDay) ?? weekPlans.get(versionAt(epochDay))![weekdayOf(epochDay)]!,
    bare: () => makeSchedule({ definition, zone, reach, versions: versions.map(withHoursOnly) }),
  });
}

function withHoursOnly(version: Version): Version {
  return { ...version, sources: [], closures: [], exceptions: [] };
}

function canPassMidnight({ week, exceptions }: Version): boolean {
  const weeks = [week, ...exceptions.flat().map((exception) => exception.week)];
  return weeks.some((windowsByDay) => windowsByDay.some((windows) => windows.some(passesMidnight)));
}

/** Plans of the year's dates that are not decided by the hours of the week alone. */
function specialPlans(versions: readonly Version[], year: number): ReadonlyMap<number, DayPlan> {
  const plans = new Map<number, DayPlan>();
  const firstDay = epochDayOf(year, 1, 1);
  const lastDay = epochDayOf(year, 12, 31);
  versions.forEach((version, index) => {
    // The first and the last are in force outside the supported years too: a neighbouring date may be read there.
    const fromDay = index === 0 ? firstDay : version.fromDay;
    const toDay = index === versions.length - 1 ? lastDay : version.toDay;
    if (toDay < firstDay || fromDay > lastDay) return;
    const inForce = (day: number): boolean => day >= fromDay && day <= toDay;
    const closings = closingsOfYear(version, year);
    for (const [day, closing] of closings) if (inForce(day)) plans.set(day, closedPlan(version, day, closing));
    for (const [day, windows] of exceptionsOfYear(version.exceptions, year)) {
      const { holidays, closures } = closings.get(day) ?? NO_CLOSINGS;
      if (inForce(day)) plans.set(day, { ...plan("exception", windows), holidays, closures });
    }
  });
  return plans;
}

function closedPlan({ week }: Version, epochDay: number, { whole, parts, holidays, closures }: Closings): DayPlan {
  if (whole) return { ...plan("holiday", []), holidays, closures };
  const hours = week[weekdayOf(epochDay)]!;
  const windows = withoutParts(hours, parts);
  const taken = withinParts(hours, parts);
  return { layer: taken.length > 0 && windows.length === 0 ? "holiday" : "week", windows, taken, holidays, closures };
}

function plan(layer: Layer, windows: readonly Window[]): DayPlan {
  return { layer, windows, taken: [], holidays: [], closures: [] };
}
