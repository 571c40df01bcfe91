/**
 * Day: the civil windows that a date has of its own, after the layers in their written order.
 *
 * Windows are minutes from the date's 00:00; one that passes midnight ends above 1440 and belongs to this date whole.
 */

import { dateOf, MINUTES_PER_DAY, minutesOf, WEEKDAYS, weekdayOf } from "./civil.ts";
import type { Definition } from "./definition.ts";
import { isClosedWhole, isHoliday } from "./holidays.ts";

export interface CivilWindow {
  readonly startMin: number;
  readonly endMin: number;
}

export function parseWindow(text: string): CivilWindow {
  const [start = "", end = ""] = text.split("-");
  const startMin = minutesOf(start);
  const endMin = minutesOf(end);
  return { startMin, endMin: endMin < startMin ? endMin + MINUTES_PER_DAY : endMin };
}

/** "mon-fri", "sat,sun", "fri-mon" (which wraps): weekday numbers, 0 is Monday. */
export function weekdaysOfKey(key: string): number[] {
  const days: number[] = [];
  for (const part of key.split(",")) {
    const [from = "", to = from] = part.split("-");
    let at = WEEKDAYS.indexOf(from as (typeof WEEKDAYS)[number]);
    const last = WEEKDAYS.indexOf(to as (typeof WEEKDAYS)[number]);
    if (at < 0 || last < 0) throw new TypeError(`not weekdays: ${key}`);
    days.push(at);
    while (at !== last) {
      at = (at + 1) % 7;
      days.push(at);
    }
  }
  return days;
}

/** Can some window of this calendar pass midnight? Then what is open on a date depends on the date before. */
export function canPassMidnight(definition: Definition): boolean {
  const lists = [...Object.values(definition.week), ...Object.values(definition.exceptions ?? {})];
  return lists.flat().some((text) => parseWindow(text).endMin > MINUTES_PER_DAY);
}

/** The layers: exception, else holiday or closure (unless the date is reopened), else weekly hours less part-day closures. */
export function windowsOfDay(definition: Definition, day: number): CivilWindow[] {
  const date = dateOf(day);
  const exceptions = definition.exceptions ?? {};
  const exception = Object.hasOwn(exceptions, date) ? exceptions[date] : undefined;
  if (exception !== undefined) return sorted(exception.map(parseWindow));
  const reopened = (definition.reopen ?? []).includes(date);
  if (!reopened && (isHoliday(definition, date) || isClosedWhole(definition, date))) return [];
  const weekly = sorted(weeklyWindows(definition, weekdayOf(day)));
  return reopened ? weekly : lessPartDays(definition, date, weekly);
}

function weeklyWindows(definition: Definition, weekday: number): CivilWindow[] {
  for (const [key, windows] of Object.entries(definition.week)) {
    if (weekdaysOfKey(key).includes(weekday)) return windows.map(parseWindow);
  }
  return [];
}

function lessPartDays(definition: Definition, date: string, windows: CivilWindow[]): CivilWindow[] {
  let left = windows;
  for (const closure of definition.closures ?? []) {
    if (typeof closure === "string" || !("date" in closure) || closure.date !== date) continue;
    const fromMin = minutesOf(closure.from);
    // "24:00" says "for the rest of this date's windows", which may run into the night.
    const toMin = closure.to === "24:00" ? Number.POSITIVE_INFINITY : minutesOf(closure.to);
    left = left.flatMap(({ startMin, endMin }) => [
      { startMin, endMin: Math.min(endMin, fromMin) },
      { startMin: Math.max(startMin, toMin), endMin },
    ]);
    left = left.filter(({ startMin, endMin }) => startMin < endMin);
  }
  return sorted(left);
}

function sorted(windows: CivilWindow[]): CivilWindow[] {
  return [...windows].sort((a, b) => a.startMin - b.startMin);
}
