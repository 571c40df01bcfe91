/**
 * Closings: which dates of a year holidays and closures close, whole or in part, before exceptions are looked at.
 */
import type { Holiday } from "../holidays/ready-source.ts";
import type { DayPart } from "../time/day-part.ts";
import { stretchesOfYear } from "./span.ts";
import type { Version } from "./version.ts";

/** What closes on one date. */
export interface Closings {
  /** Whether all of the date is closed. */
  readonly whole: boolean;
  /** The parts that are closed. */
  readonly parts: readonly DayPart[];
  readonly holidays: readonly Holiday[];
  /** Names of the closures. */
  readonly closures: readonly string[];
}

/** A date on which nothing closes. */
export const NO_CLOSINGS: Closings = Object.freeze({ whole: false, parts: [], holidays: [], closures: [] });

/** The dates of a year that a version's holidays and closures close. */
export function closingsOfYear(version: Version, year: number): ReadonlyMap<number, Closings> {
  const closings = new Map<number, Closings>();
  const close = (epochDay: number, part: DayPart | undefined, more: Partial<Closings>): void => {
    const known = closings.get(epochDay) ?? NO_CLOSINGS;
    closings.set(epochDay, {
      whole: known.whole || part === undefined,
      parts: part === undefined ? known.parts : [...known.parts, part],
      holidays: more.holidays ?? known.holidays,
      closures: more.closures ?? known.closures,
    });
  };
  for (const [epochDay, holiday] of version.sources.flatMap((source) => source.daysOfYear(year))) {
    if (holiday.id !== undefined && version.reopenedIds.has(holiday.id)) continue;
    const { holidays } = closings.get(epochDay) ?? NO_CLOSINGS;
    // Two sources may both name the day (FR and FR-57); it is one holiday.
    const known = holidays.some((other) => other.id === holiday.id && other.names.en === holiday.names.en);
    close(epochDay, holiday.closed, { holidays: known ? holidays : [...holidays, holiday] });
  }
  for (const { span, name, part } of version.closures) {
    for (const [fromDay, toDay] of stretchesOfYear(span, year)) {
      for (let day = fromDay; day <= toDay; day++) {
        close(day, part, { closures: [...(closings.get(day)?.closures ?? []), name] });
      }
    }
  }
  for (const epochDay of version.reopenedDays) closings.delete(epochDay);
  return closings;
}
