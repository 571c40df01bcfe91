/**
 * Day: the civil windows that a date has of its own, after the layers in their written order, and what the closures of
 * the next date leave of its night.
 */

import { dateOf, MINUTES_PER_DAY } from "./civil.ts";
import { closesWhole, type PartDay, partDaysOfClosures } from "./closures.ts";
import type { Definition, Rules } from "./definition.ts";
import { windowsByException } from "./exceptions.ts";
import { isHoliday, partDaysOfHolidays } from "./holidays.ts";
import { inForce } from "./versions.ts";
import { windowsOfWeek } from "./week.ts";
import { type CivilWindow, parseWindow } from "./window.ts";

/** The layers: exception, else holiday or closure (unless the date is reopened), else weekly hours less part-day closures. */
export function windowsOfDay(definition: Definition, day: number): CivilWindow[] {
  const date = dateOf(day);
  const rules = inForce(definition, date);
  const exception = windowsByException(rules.exceptions, day);
  if (exception !== undefined) return sorted(exception);
  const weekly = windowsOfWeek(rules.week, day);
  if (rules.reopen.includes(date)) return sorted(weekly);
  if (isHoliday(definition, date) || closesWhole(rules.closures, date)) return [];
  return sorted(less(weekly, partDaysOf(definition, date)));
}

/**
 * What of these windows is open in the end: a part-day closure of the next date takes the same civil time from the tail
 * of the night, whatever gave the night, and whatever else the next date says (an exception, a holiday, `reopen`).
 */
export function openWindowsOfDay(definition: Definition, day: number): CivilWindow[] {
  const cuts = partDaysOf(definition, dateOf(day + 1)).map(({ fromMin, toMin }) => ({
    fromMin: fromMin + MINUTES_PER_DAY,
    toMin: toMin + MINUTES_PER_DAY,
  }));
  return sorted(less(windowsOfDay(definition, day), cuts));
}

export function partDaysOf(definition: Definition, date: string): PartDay[] {
  const rules = inForce(definition, date);
  return [...partDaysOfHolidays(rules.holidays, date), ...partDaysOfClosures(rules.closures, date)];
}

/** Can some window of this calendar pass midnight? Then what is open on a date depends on the date before. */
export function canPassMidnight(definition: Definition): boolean {
  return allLists(definition)
    .flat()
    .some((text) => parseWindow(text).endMin > MINUTES_PER_DAY);
}

/** Every list of windows that is written anywhere in the definition. */
export function allLists(definition: Definition): string[][] {
  const all: Rules[] = [definition, ...(definition.versions ?? [])];
  return all.flatMap(({ week, exceptions }) => [
    ...Object.values(week ?? {}),
    ...Object.values(exceptions ?? {}).flatMap((hours) => (Array.isArray(hours) ? [hours] : Object.values(hours))),
  ]);
}

function less(windows: readonly CivilWindow[], parts: readonly PartDay[]): CivilWindow[] {
  let left = [...windows];
  for (const { fromMin, toMin } of parts) {
    left = left.flatMap(({ startMin, endMin }) => [
      { startMin, endMin: Math.min(endMin, fromMin) },
      { startMin: Math.max(startMin, toMin), endMin },
    ]);
    left = left.filter(({ startMin, endMin }) => startMin < endMin);
  }
  return left;
}

function sorted(windows: readonly CivilWindow[]): CivilWindow[] {
  return [...windows].sort((a, b) => a.startMin - b.startMin);
}
