/**
 * A schedule: a definition made ready, which answers for each civil date what its windows are and why.
 *
 * Everything here is civil; instants begin in `timeline/`. Layers, in the one written order (docs/semantics.md §2):
 * an exception replaces everything; else a holiday or a closure closes; else the hours of the week, less the parts of
 * the day that are closed (plans.ts).
 */
import type { DayReach } from "../holidays/reach.ts";
import type { Holiday, ReadySource } from "../holidays/ready-source.ts";
import { yearOf } from "../time/civil-date.ts";
import type { Zone } from "../time/zone.ts";
import { isClosedAlways } from "./closed-always.ts";
import type { Combination } from "./combination.ts";
import type { CalendarDefinition } from "./definition.ts";
import { keptYears } from "./kept-years.ts";
import { loadOf } from "./load.ts";
import { minutesOf, type PossibleMinutes } from "./meeting.ts";
import { plansOf } from "./plans.ts";
import { type Version, weeksOf } from "./version.ts";
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
  /** What those of the next date took from the tail of the date's windows; absent if nothing. */
  readonly tail?: TakenTail;
  /** Holidays of the date, reopened ones left out, whatever layer decided. */
  readonly holidays: readonly Holiday[];
  /** Names of the closures of the date. */
  readonly closures: readonly string[];
}

/** What part-day closures of the next date took from the tail of a night: past midnight by the clock of the night's date. */
export interface TakenTail {
  readonly taken: readonly Window[];
  /** Names of those closures. */
  readonly names: readonly string[];
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
  /** About how much is looked at to know one year of it (load.ts); what was read from a compiled calendar says none. */
  readonly load?: number;
  /** How many years a question may search; all that there are if absent. */
  readonly mostYears?: number;
  /** Whether closures are proven to close every date. */
  readonly closedAlways?: boolean;
  /** The minutes of the week that it can be open in, if that is known. */
  possible?(): PossibleMinutes | undefined;
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
  const hasNights = canPassMidnight(versions);
  const plans = keptYears(plansOf(versions, hasNights));
  return Object.freeze({
    definition,
    zone,
    reach,
    sources: [...new Set(versions.flatMap((version) => version.sources))],
    passesMidnight: hasNights,
    planOf: (epochDay: number): DayPlan => plans(yearOf(epochDay))(epochDay),
    load: loadOf(versions),
    closedAlways: isClosedAlways(versions),
    possible: () => minutesOf(weeksOf(versions)),
    bare: () => makeSchedule({ definition, zone, reach, versions: versions.map(withHoursOnly) }),
  });
}

function withHoursOnly(version: Version): Version {
  return { ...version, sources: [], closures: [[]], exceptions: [] };
}

function canPassMidnight(versions: readonly Version[]): boolean {
  return weeksOf(versions).some((week) => week.some((windows) => windows.some(passesMidnight)));
}
