/**
 * The holidays of a year by date: those of all sources of a version, but for the ids that it reopens.
 */
import type { Holiday, ReadySource } from "../../holidays/ready-source.ts";
import type { DayPart } from "../../time/day-part.ts";

/** The holidays of one date. */
export interface HolidaysOfDate {
  readonly holidays: readonly Holiday[];
  /** Whether one of them closes all of the date. */
  readonly whole: boolean;
  /** The parts that the others close, in no order. */
  readonly parts: readonly DayPart[];
}

/** Holidays of a year by epoch day. */
export function holidaysOfYear(
  sources: readonly ReadySource[],
  reopenedIds: ReadonlySet<string>,
  year: number,
): ReadonlyMap<number, HolidaysOfDate> {
  const found = new Map<number, Growing>();
  for (const source of sources) {
    for (const [epochDay, holiday] of source.daysOfYear(year)) {
      if (holiday.id !== undefined && reopenedIds.has(holiday.id)) continue;
      const date = found.get(epochDay) ?? { holidays: [], whole: false, parts: [], keys: new Set() };
      found.set(epochDay, date);
      addTo(date, holiday);
    }
  }
  return found;
}

interface Growing {
  readonly holidays: Holiday[];
  whole: boolean;
  readonly parts: DayPart[];
  readonly keys: Set<string>;
}

/** Two sources may both name the day (FR and FR-57): it is one holiday, if it closes the same part of the date. */
function addTo(date: Growing, holiday: Holiday): void {
  const { id, names, closed } = holiday;
  const key = JSON.stringify([id, names.en, closed?.fromMin, closed?.toMin]);
  if (date.keys.has(key)) return;
  date.keys.add(key);
  date.holidays.push(holiday);
  if (closed === undefined) date.whole = true;
  else date.parts.push(closed);
}
