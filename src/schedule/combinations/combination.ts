/**
 * A combination: a calendar whose open time is made of that of others.
 *
 * Its operands stay whole calendars, with their own zones, holidays, versions and exceptions; only their open time is combined, by
 * instants. Source: docs/semantics.md §2, "Combinations".
 */
import { type DayReach, intersectReach, SUPPORTED_REACH } from "../../holidays/reach.ts";
import type { Holiday } from "../../holidays/ready-source.ts";
import { at, expectKeys, expectList, type Place } from "../../issues/expect.ts";
import { makeIssue } from "../../issues/issue.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs, type Zone } from "../../time/zone.ts";
import type { DayPlan } from "../day-plan.ts";
import type { CalendarDefinition } from "../definition.ts";
import { combinedLoad } from "../load.ts";
import { type Combination, OPERATIONS, type Operation, type Schedule } from "../schedule.ts";
import { minutesOfCombination } from "./meeting.ts";

/** The operation that a definition names, or undefined if it has hours of its own. */
export function operationOf(members: Readonly<Record<string, unknown>>): Operation | undefined {
  return OPERATIONS.find((operation) => members[operation] !== undefined);
}

/** Reads a combination's operands; problems go to the place's issues. */
export function readCombination(
  members: Readonly<Record<string, unknown>>,
  operation: Operation,
  place: Place,
  readOperand: (value: unknown, place: Place) => Schedule | undefined,
): Combination | undefined {
  expectKeys(members, ["name", "timeZone", operation], `a calendar with ${operation}`, place, "schedule.unknown-key");
  const here = at(place, operation);
  const list = expectList(
    members[operation],
    here,
    "schedule.bad-combination",
    "a list of calendars",
    "[{ … }, { … }]",
  );
  if (list === undefined) return undefined;
  const refuse = (expected: string, cure: string): undefined => {
    here.issues.push(makeIssue("schedule.bad-combination", here.path, expected, list, cure));
    return undefined;
  };
  if (operation === "difference" && list.length !== 2)
    return refuse("two calendars", "a difference has two calendars: the first less the second");
  if (list.length === 0) return refuse("at least one calendar", `${operation} has no calendars; name at least one`);
  const schedules = list.map((entry, index) => readOperand(entry, at(here, index)));
  if (schedules.includes(undefined)) return undefined;
  const operands = (schedules as Schedule[]).map((schedule, index) => ({
    name: schedule.definition.name ?? letters(index),
    schedule,
  }));
  return { operation, operands };
}

/** A schedule made of a combination; `zone` is that of its civil dates. */
export function combinedSchedule(
  definition: CalendarDefinition,
  zone: Zone,
  combination: Combination,
  reach: DayReach,
): Schedule {
  const schedules = combination.operands.map((operand) => operand.schedule);
  return Object.freeze({
    definition,
    zone,
    reach,
    combination,
    sources: [...new Set(schedules.flatMap((schedule) => schedule.sources))],
    passesMidnight: canPassMidnight(schedules, zone),
    load: combinedLoad(
      schedules.map(({ load = 0 }) => load),
      new Set([zone.name, ...schedules.map((schedule) => schedule.zone.name)]).size,
    ),
    possible: () => minutesOfCombination(combination, zone.name),
    planOf: (epochDay: number): DayPlan => mergedPlan(schedules.map((schedule) => schedule.planOf(epochDay))),
    bare: () =>
      combinedSchedule(
        definition,
        zone,
        {
          operation: combination.operation,
          operands: combination.operands.map(({ name, schedule }) => ({ name, schedule: schedule.bare() })),
        },
        reach,
      ),
  });
}

/**
 * Dates of the zone all of whose instants every operand knows. Where open time can pass midnight, a date at either end of them
 * may begin or end its open time on one that is not known: then those two are left out.
 */
export function combinedReach({ operands }: Combination, zone: Zone): DayReach {
  const schedules = operands.map(({ schedule }) => schedule);
  const reach = schedules.map((schedule) => reachIn(zone, schedule)).reduce(intersectReach, SUPPORTED_REACH);
  const cut = canPassMidnight(schedules, zone) ? 1 : 0;
  return { fromDay: reach.fromDay + cut, toDay: reach.toDay - cut };
}

/** In another zone any window may pass this one's midnight. */
function canPassMidnight(schedules: readonly Schedule[], zone: Zone): boolean {
  return schedules.some((schedule) => schedule.passesMidnight || schedule.zone.name !== zone.name);
}

/** Dates of the zone that begin and end where the operand can be asked. */
function reachIn(zone: Zone, { zone: own, reach, passesMidnight }: Schedule): DayReach {
  if (own.name === zone.name) return reach;
  const startMs = edgeMs(own, (reach.fromDay + (passesMidnight ? 1 : 0)) * MS_PER_UTC_DAY);
  const endMs = edgeMs(own, (reach.toDay + 1) * MS_PER_UTC_DAY);
  const dayAt = (instantMs: number): number => Math.floor((instantMs + zone.offsetMsAt(instantMs)) / MS_PER_UTC_DAY);
  const first = dayAt(startMs);
  const isWhole = edgeMs(zone, first * MS_PER_UTC_DAY) >= startMs;
  return { fromDay: isWhole ? first : first + 1, toDay: dayAt(endMs) - 1 };
}

function mergedPlan(plans: readonly DayPlan[]): DayPlan {
  const holidays: Holiday[] = [];
  for (const holiday of plans.flatMap((plan) => plan.holidays)) {
    if (!holidays.some((known) => known.id === holiday.id && known.names.en === holiday.names.en))
      holidays.push(holiday);
  }
  const layer = plans.some((plan) => plan.layer === "exception") ? "exception" : "week";
  const closures = [...new Set(plans.flatMap((plan) => plan.closures))];
  return { layer, windows: [], taken: [], holidays, closures };
}

/** A, B, … Z, AA, … */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
