/**
 * Texts of iCalendar for the tests of reading, and what is said of them.
 */
import { type ReadICalendarOptions, readICalendar } from "../../../src/icalendar/index.ts";

/** A calendar object around lines; the first of them is line 3. */
export function calendar(...lines: string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

/** One event; the first of the lines is line 4. */
export function event(...lines: string[]): string {
  return calendar("BEGIN:VEVENT", ...lines, "END:VEVENT");
}

/** Issues as `code line`, in order; nothing else may have been read. */
export function issuesOf(text: string, options: ReadICalendarOptions = {}): string[] {
  const { issues } = readICalendar(text, { zone: "Europe/Paris", ...options, onIssue: "collect" });
  return issues.map(({ code, path }) => `${code} ${path.join()}`);
}
