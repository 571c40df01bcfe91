/**
 * Civil dates inside a document: read, or reported.
 */
import { type Place, report } from "../issues/expect.ts";
import { parseDate } from "./civil-date.ts";

/** Epoch day of `YYYY-MM-DD`, or undefined with the issue `schedule.bad-date`. */
export function dateEntry(value: unknown, place: Place): number | undefined {
  const epochDay = typeof value === "string" ? parseDate(value) : undefined;
  return epochDay ?? report(place, "schedule.bad-date", "a date", value, '"2026-12-24"');
}
