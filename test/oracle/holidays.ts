/**
 * Holidays: which dates the sources in force on them close, whole or in part.
 */

import { type PartDay, partDay } from "./closures.ts";
import type { Definition, HolidaySource, ListedDate } from "./definition.ts";
import { frenchHolidays } from "./french.ts";
import { inForce } from "./versions.ts";

/** Is this date a holiday of any source, all day, that is not taken out by its id? */
export function isHoliday(definition: Definition, date: string): boolean {
  const { holidays, reopen } = inForce(definition, date);
  return holidays.some((source) =>
    typeof source === "string"
      ? frenchHolidays(source, Number(date.slice(0, 4)), reopen).includes(date)
      : source.dates.some((entry) => dateOfEntry(entry) === date && closedOfEntry(entry) === undefined),
  );
}

export function partDaysOfHolidays(sources: readonly HolidaySource[], date: string): PartDay[] {
  const parts: PartDay[] = [];
  for (const source of sources) {
    if (typeof source === "string") continue;
    for (const entry of source.dates) {
      const [from, to] = closedOfEntry(entry)?.split("-") ?? [];
      if (dateOfEntry(entry) === date && from !== undefined && to !== undefined) parts.push(partDay(from, to));
    }
  }
  return parts;
}

export function dateOfEntry(entry: ListedDate): string {
  return typeof entry === "string" ? entry : entry.date;
}

function closedOfEntry(entry: ListedDate): string | undefined {
  return typeof entry === "string" ? undefined : entry.closed;
}
