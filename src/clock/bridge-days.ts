/**
 * Ponts: single working days between closed days, one of which is closed by a holiday.
 *
 * They have no legal status: a suggestion, never applied. Without a holiday beside it, a lone working day is only how the week
 * is (a desk that is open on Mondays). Units: epoch days. Errors: `calendar.beyond-reach`, the days beside being read too; `calendar.too-far`.
 */
import { createTimeline, type Timeline } from "../timeline/timeline.ts";
import { checkFar, refuseDay } from "./beyond.ts";
import { isWorkingDay } from "./working-days.ts";

/** Ponts from one date to another, both included. */
export function bridgeDays(timeline: Timeline, fromDay: number, toDay: number): number[] {
  // All dates must be known, whatever the weekday: what is refused must not hang on the hours.
  const { reach } = timeline.schedule;
  if (fromDay - 1 < reach.fromDay) refuseDay(timeline, fromDay - 1);
  if (toDay + 1 > reach.toDay) refuseDay(timeline, Math.max(fromDay - 1, reach.toDay + 1));
  checkFar(timeline, fromDay - 1, toDay + 1);
  // What the week alone would have open: nothing is taken from a date that has no hours, or whose hours the clock skips. Year by
  // year, and of each year the counts alone are kept.
  const usual = createTimeline(timeline.schedule.bare());
  const found: number[] = [];
  for (let day = fromDay; day <= toDay; day++) {
    if (!isWorkingDay(timeline, day) || isWorkingDay(timeline, day - 1) || isWorkingDay(timeline, day + 1)) continue;
    // Its neighbours are no working days: one of them has hours that are taken.
    if (isWorkingDay(usual, day - 1) || isWorkingDay(usual, day + 1)) found.push(day);
  }
  return found;
}
