/**
 * Week: windows by weekday. A weekday that is not named has none.
 */

import { WEEKDAYS, weekdayOf } from "./civil.ts";
import type { Week } from "./definition.ts";
import { type CivilWindow, parseWindow } from "./window.ts";

const weekdaysByKey = new Map<string, readonly number[]>();

/** "mon-fri", "sat,sun", "fri-mon" (which wraps): weekday numbers, 0 is Monday. Remembered: it is asked for every date. */
export function weekdaysOfKey(key: string): readonly number[] {
  const days = weekdaysByKey.get(key) ?? readWeekdays(key);
  weekdaysByKey.set(key, days);
  return days;
}

function readWeekdays(key: string): number[] {
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

export function windowsOfWeek(week: Week, day: number): CivilWindow[] {
  for (const [key, windows] of Object.entries(week)) {
    if (weekdaysOfKey(key).includes(weekdayOf(day))) return windows.map(parseWindow);
  }
  return [];
}
