/**
 * A schedule is made of a definition's parts, once they have been read and checked.
 */
import type { DayReach } from "../holidays/reach.ts";
import { yearOf } from "../time/civil-date.ts";
import type { Zone } from "../time/zone.ts";
import { minutesOf } from "./combinations/meeting.ts";
import { isClosedAlways } from "./dates/closed-always.ts";
import type { DayPlan } from "./day-plan.ts";
import type { CalendarDefinition } from "./definition.ts";
import { keptYears } from "./kept-years.ts";
import { loadOf } from "./load.ts";
import { plansOf } from "./plans.ts";
import type { Schedule } from "./schedule.ts";
import { type Version, weeksOf } from "./version.ts";
import { passesMidnight } from "./window.ts";

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
