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
  const closings = new Map<number, Growing>();
  // Grown in place: a date may have thousands of closures, and copying its lists for each would be quadratic.
  const at = (epochDay: number): Growing => {
    const known = closings.get(epochDay) ?? { whole: false, parts: [], holidays: [], closures: [] };
    closings.set(epochDay, known);
    return known;
  };
  const close = (found: Growing, part: DayPart | undefined): void => {
    if (part === undefined) found.whole = true;
    else found.parts.push(part);
  };
  for (const [epochDay, holiday] of version.sources.flatMap((source) => source.daysOfYear(year))) {
    if (holiday.id !== undefined && version.reopenedIds.has(holiday.id)) continue;
    const found = at(epochDay);
    close(found, holiday.closed);
    if (!found.holidays.some((other) => isSame(other, holiday))) found.holidays.push(holiday);
  }
  for (const { span, name, part } of version.closures) {
    for (const [fromDay, toDay] of stretchesOfYear(span, year)) {
      for (let day = fromDay; day <= toDay; day++) {
        const found = at(day);
        close(found, part);
        found.closures.push(name);
      }
    }
  }
  for (const epochDay of version.reopenedDays) closings.delete(epochDay);
  return closings;
}

interface Growing {
  whole: boolean;
  readonly parts: DayPart[];
  readonly holidays: Holiday[];
  readonly closures: string[];
}

/** Two sources may both name the day (FR and FR-57): it is one holiday, if it closes the same part of the date. */
function isSame(a: Holiday, b: Holiday): boolean {
  return (
    a.id === b.id &&
    a.names.en === b.names.en &&
    a.closed?.fromMin === b.closed?.fromMin &&
    a.closed?.toMin === b.closed?.toMin
  );
}
