/**
 * Working days, for the oracle: one date at a time.
 *
 * A working day is a civil date that has a window of its own, of some length. The tail of a night makes none, not even
 * where a closure splits it: what is left of it is still the date's before. Rolls are numpy's (`busday_offset`):
 * roll first, count afterwards.
 */

import { dateOf, dayNumber, monthOf } from "./civil.ts";
import type { OpenDays } from "./intervals.ts";
import { Refusal } from "./refusal.ts";

export type Roll =
  | "forward"
  | "backward"
  | "following"
  | "preceding"
  | "modifiedfollowing"
  | "modifiedpreceding"
  | "raise";

export const ROLLS: readonly Roll[] = [
  "forward",
  "backward",
  "following",
  "preceding",
  "modifiedfollowing",
  "modifiedpreceding",
  "raise",
];

export interface WorkingDays {
  isWorkingDay(date: string): boolean;
  /** The first working day strictly after the date, which itself need not be known. */
  nextWorkingDay(date: string): string;
  /** The last working day strictly before the date, which itself need not be known. */
  previousWorkingDay(date: string): string;
  addWorkingDays(date: string, count: number, roll?: Roll): string;
  workingDaysBetween(startDate: string, endDate: string): number;
}

export function workingDays(days: OpenDays): WorkingDays {
  const isWorking = (day: number): boolean => {
    if (day < days.firstKnownDay || day > days.lastKnownDay) {
      throw new Refusal("calendar.beyond-reach", `${dateOf(day)} is beyond reach`, dateOf(day));
    }
    return days.ofDay(day).length > 0;
  };

  /** The nearest working day in a direction, the day itself included; undefined once the month is left, if it must not be. */
  const nearest = (day: number, step: 1 | -1, month?: string): number | undefined => {
    let at = day;
    for (;;) {
      if (month !== undefined && monthOf(at) !== month) return undefined;
      if (isWorking(at)) return at;
      at += step;
    }
  };

  const rolled = (day: number, roll: Roll): number => {
    if (isWorking(day)) return day;
    if (roll === "raise") throw new Refusal("calendar.not-a-working-day", `${dateOf(day)} is not a working day`);
    const step = roll === "forward" || roll === "following" || roll === "modifiedfollowing" ? 1 : -1;
    if (roll === "modifiedfollowing" || roll === "modifiedpreceding") {
      // Whatever lies in the other month, the answer is not there: it need not be known.
      const inMonth = nearest(day, step, monthOf(day));
      return inMonth ?? (nearest(day, step === 1 ? -1 : 1) as number);
    }
    return nearest(day, step) as number;
  };

  return {
    isWorkingDay: (date) => isWorking(dayNumber(date)),

    nextWorkingDay: (date) => dateOf(nearest(dayNumber(date) + 1, 1) as number),

    previousWorkingDay: (date) => dateOf(nearest(dayNumber(date) - 1, -1) as number),

    addWorkingDays(date, count, roll = "forward") {
      let day = rolled(dayNumber(date), roll);
      const step = count < 0 ? -1 : 1;
      for (let left = Math.abs(count); left > 0; ) {
        day += step;
        if (isWorking(day)) left -= 1;
      }
      return dateOf(day);
    },

    workingDaysBetween(startDate, endDate) {
      const start = dayNumber(startDate);
      const end = dayNumber(endDate);
      let count = 0;
      for (let day = Math.min(start, end); day < Math.max(start, end); day += 1) if (isWorking(day)) count += 1;
      return start <= end || count === 0 ? count : -count;
    },
  };
}
