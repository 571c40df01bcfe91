/**
 * Ponts: single working days between closed days, one of which is closed by a holiday.
 *
 * They have no legal status: a suggestion, never applied. Without a holiday beside it, a lone working day is only how the week
 * is (a desk that is open on Mondays). Units: epoch days. Errors: `calendar.beyond-reach`, the days beside being read too.
 */
import { intervalsOfDays } from "../timeline/day-intervals.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { isWorkingDay } from "./working-days.ts";

/** Ponts from one date to another, both included. */
export function bridgeDays(timeline: Timeline, fromDay: number, toDay: number): number[] {
  // What the week alone would have open: nothing is taken from a date that has no hours, or whose hours the clock skips.
  const usual = intervalsOfDays(timeline.schedule.bare(), fromDay - 1, toDay + 2);
  const isWorking: boolean[] = [];
  // All of them are read, whatever the weekday: what is refused must not hang on the hours.
  for (let day = fromDay - 1; day <= toDay + 1; day++) isWorking.push(isWorkingDay(timeline, day));
  const found: number[] = [];
  for (let day = fromDay; day <= toDay; day++) {
    const index = day - fromDay + 1;
    if (!isWorking[index] || isWorking[index - 1] || isWorking[index + 1]) continue;
    // Its neighbours are no working days: one of them has hours that are taken.
    if (usual[index - 1]!.length > 0 || usual[index + 1]!.length > 0) found.push(day);
  }
  return found;
}
