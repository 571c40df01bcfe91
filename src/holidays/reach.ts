/**
 * Reach: the civil dates for which the holidays are known. Both ends are included, as epoch days.
 */
import { epochDayOf, FIRST_YEAR, LAST_YEAR } from "../time/civil-date.ts";

/** First and last known date. */
export interface DayReach {
  readonly fromDay: number;
  readonly toDay: number;
}

/** What the library answers for at all: the years 1900 to 2199. */
export const SUPPORTED_REACH: DayReach = Object.freeze(reachOfYears(FIRST_YEAR, LAST_YEAR));

/** Whole civil years, both included. */
export function reachOfYears(fromYear: number, toYear: number): DayReach {
  return { fromDay: epochDayOf(fromYear, 1, 1), toDay: epochDayOf(toYear, 12, 31) };
}

/** The dates in both; empty (from after to) when there are none. */
export function intersectReach(a: DayReach, b: DayReach): DayReach {
  return { fromDay: Math.max(a.fromDay, b.fromDay), toDay: Math.min(a.toDay, b.toDay) };
}
