/**
 * Working days (jours ouvrés): civil dates on which some open time starts. Counting them, and stepping by them.
 *
 * Rolls and counts are those of numpy's busday_offset and busday_count. Units: epoch days; counts of days.
 * Errors: `calendar.beyond-reach` when a date that is read is not known; `calendar.too-far`; `calendar.not-a-working-day` for roll "raise".
 * Source: docs/semantics.md §4.
 */
import { refuse } from "../issues/error.ts";
import { civilOf, epochDayOf, formatDate, yearOf } from "../time/civil-date.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { checkFar, refuseDay } from "./beyond.ts";

/** What to do with a date that is not a working day before stepping. */
export const ROLLS = [
  "forward",
  "backward",
  "following",
  "preceding",
  "modifiedfollowing",
  "modifiedpreceding",
  "raise",
] as const;

/** One of numpy's rolls. */
export type Roll = (typeof ROLLS)[number];

/** Whether a date is a working day. */
export function isWorkingDay(timeline: Timeline, day: number): boolean {
  const year = yearOf(known(timeline, day));
  const index = day - epochDayOf(year, 1, 1);
  const counts = timeline.workingDaysOf(year);
  return counts[index + 1]! > counts[index]!;
}

/** The date `count` working days from `day`, counted after rolling. */
export function addWorkingDays(timeline: Timeline, day: number, count: number, roll: Roll): number {
  const start = rolled(timeline, known(timeline, day), roll);
  return count === 0 ? start : stepped(timeline, start, count);
}

/** The first working day after `day` (before it, for a negative direction); `day` itself is not read. */
export function neighbouringWorkingDay(timeline: Timeline, day: number, direction: 1 | -1): number {
  const start = known(timeline, day + direction);
  return isWorkingDay(timeline, start) ? start : stepped(timeline, start, direction);
}

/** Working days in [from, to); minus that of [to, from) when `to` is earlier. */
export function workingDaysBetween(timeline: Timeline, from: number, to: number): number {
  if (to < from) return -workingDaysBetween(timeline, to, from) + 0;
  if (from === to) return 0;
  known(timeline, from);
  // The end is exclusive: the last date read is the one before it.
  if (to - 1 > from) reached(timeline, to - 1);
  checkFar(timeline, from, to);
  let count = 0;
  for (let day = from; day < to; ) {
    const firstDay = epochDayOf(yearOf(day), 1, 1);
    const counts = timeline.workingDaysOf(yearOf(day));
    const end = Math.min(to, firstDay + counts.length - 1);
    count += counts[end - firstDay]! - counts[day - firstDay]!;
    day = end;
  }
  return count;
}

function rolled(timeline: Timeline, day: number, roll: Roll): number {
  if (isWorkingDay(timeline, day)) return day;
  switch (roll) {
    case "forward":
    case "following":
      return stepped(timeline, day, 1);
    case "backward":
    case "preceding":
      return stepped(timeline, day, -1);
    case "modifiedfollowing":
      return nextInMonth(timeline, day, 1) ?? stepped(timeline, day, -1);
    case "modifiedpreceding":
      return nextInMonth(timeline, day, -1) ?? stepped(timeline, day, 1);
    case "raise":
      return refuse(
        "calendar.not-a-working-day",
        ["date"],
        "a working day",
        formatDate(day),
        `${formatDate(day)} is not a working day, and roll is "raise"`,
      );
  }
}

/** The next working day of the same month in a direction; dates of other months are not read. */
function nextInMonth(timeline: Timeline, day: number, direction: 1 | -1): number | undefined {
  const { month } = civilOf(day);
  for (let other = day + direction; civilOf(other).month === month; other += direction) {
    if (isWorkingDay(timeline, other)) return other;
  }
  return undefined;
}

/** The `count`-th working day after `day` (before it, for a negative count). */
function stepped(timeline: Timeline, day: number, count: number): number {
  const direction = count > 0 ? 1 : -1;
  let left = Math.abs(count);
  let year = yearOf(day);
  // Forward: dates after `day`; backward: dates before it.
  let edge = direction > 0 ? day + 1 : day;
  for (;;) {
    const firstDay = epochDayOf(year, 1, 1);
    const counts = timeline.workingDaysOf(year);
    const atEdge = counts[edge - firstDay]!;
    const available = direction > 0 ? counts[counts.length - 1]! - atEdge : atEdge;
    if (available >= left) {
      const rank = direction > 0 ? atEdge + left : atEdge - left + 1;
      const found = reached(timeline, firstDay + dayOfRank(counts, rank));
      checkFar(timeline, day, found);
      return found;
    }
    left -= available;
    year += direction;
    edge = direction > 0 ? epochDayOf(year, 1, 1) : epochDayOf(year + 1, 1, 1);
    if (timeline.neverOpens) edge = direction > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    reached(timeline, direction > 0 ? edge : edge - 1);
    checkFar(timeline, day, edge);
  }
}

/** Index in the year of its `rank`-th working day, from 1. */
function dayOfRank(counts: Uint16Array, rank: number): number {
  let low = 0;
  let high = counts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (counts[middle]! >= rank) high = middle;
    else low = middle;
  }
  return high - 1;
}

/** A date that was asked of, if it is within the reach. */
function known(timeline: Timeline, day: number): number {
  const { fromDay, toDay } = timeline.schedule.reach;
  return day < fromDay || day > toDay ? refuseDay(timeline, day) : day;
}

/** A date that a search came to, if it is within the reach; else the first date outside is the one to name. */
function reached(timeline: Timeline, day: number): number {
  const { fromDay, toDay } = timeline.schedule.reach;
  return known(timeline, Math.max(fromDay - 1, Math.min(toDay + 1, day)));
}
