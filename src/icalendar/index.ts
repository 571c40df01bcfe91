/**
 * `ouvree/icalendar`: closed days and open hours from iCalendar (RFC 5545), and to it (also RFC 7953).
 */

export { type ICalendarContent, readICalendar } from "./read-icalendar.ts";
export type { ReadICalendarOptions } from "./read-options.ts";
export type { ICalendarNotes } from "./reading/events.ts";
export { toAvailability } from "./to-availability.ts";
export { type ToICalendarOptions, toICalendar } from "./to-icalendar.ts";
export type { WriteOptions } from "./write-options.ts";
