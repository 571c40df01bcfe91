/**
 * Ponts: single working days between closed days, one of which is closed by a holiday.
 *
 * They have no legal status: a suggestion, never applied. Without a holiday beside it, a lone working day is only how the week
 * is (a desk that is open on Mondays). Units: epoch days. Errors: `calendar.beyond-reach`, the days beside being read too.
 */
import type { Timeline } from "../timeline/timeline.ts";
import { isWorkingDay } from "./working-days.ts";

/** Ponts from one date to another, both included. */
export function bridgeDays(timeline: Timeline, fromDay: number, toDay: number): number[] {
  const { schedule } = timeline;
  /** Closed on a date that has hours: by a holiday, a closure or an exception. */
  const isTaken = (day: number): boolean => schedule.hasHours(day) && !isWorkingDay(timeline, day);
  const isWorking: boolean[] = [];
  // All of them are read, whatever the weekday: what is refused must not hang on the hours.
  for (let day = fromDay - 1; day <= toDay + 1; day++) isWorking.push(isWorkingDay(timeline, day));
  const found: number[] = [];
  for (let day = fromDay; day <= toDay; day++) {
    const index = day - fromDay + 1;
    if (!isWorking[index] || isWorking[index - 1] || isWorking[index + 1]) continue;
    if (isTaken(day - 1) || isTaken(day + 1)) found.push(day);
  }
  return found;
}
