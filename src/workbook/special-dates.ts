/**
 * The dates of the years that are not as the week is, with their names.
 */
import type { Calendar } from "../index.ts";
import { harmless } from "../issues/show.ts";
import { epochDayOf, formatDate } from "../time/civil-date.ts";
import type { Years } from "./coverage.ts";
import type { WorkbookWords } from "./language.ts";

/** A date and what is said of it. */
export interface SpecialDate {
  readonly date: string;
  readonly name: string;
}

/** Holidays by name, closures, and dates with hours of their own. */
export function specialDates(
  calendar: Calendar<"ms">,
  years: Years,
  { language, notes }: WorkbookWords,
): SpecialDate[] {
  const found: SpecialDate[] = [];
  const last = epochDayOf(years.last, 12, 31);
  for (let day = epochDayOf(years.first, 1, 1); day <= last; day++) {
    const date = formatDate(day);
    const { holidays, closures, exception, windows } = calendar.day(date);
    const holidayNames = holidays.map(({ names, closed }) =>
      closed === undefined ? names[language] : `${names[language]} (${notes.closed(closed)})`,
    );
    const names = [...new Set([...holidayNames, ...closures])];
    if (exception) names.push(windows.length === 0 ? notes.closed("00:00-24:00") : windows.join(" "));
    if (names.length > 0) found.push({ date, name: names.map(harmless).join(", ") });
  }
  return found;
}
