/**
 * What users write: a calendar definition, as plain JSON.
 */
import type { HolidaySourceDefinition } from "../holidays/source.ts";

/** A window of one date, `"HH:MM-HH:MM"`, half-open; an end before its start passes midnight; `24:00` is an end only. */
export type WindowText = string;

/** One's own closed days: a date, or dates from `from` to `to`, both included. */
export type ClosureDefinition =
  | string
  | { readonly from: string; readonly to: string; readonly name?: string }
  | { readonly date: string; readonly name?: string };

/**
 * A calendar: hours of the week, holidays, and dated exceptions, in one zone. Plain JSON: the same object stands in a
 * policy file, a spreadsheet and a test.
 *
 * @example createCalendar({ timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } }).reach.to // "2199-12-31"
 */
export interface CalendarDefinition {
  /** IANA name, or `UTC`. */
  readonly timeZone: string;
  /** Windows by weekday: keys `mon` … `sun`, `"mon-fri"`, `"sat,sun"`; each weekday once. */
  readonly week?: Readonly<Record<string, readonly WindowText[]>>;
  /** Sources of holidays: each closes its dates and limits the reach. */
  readonly holidays?: readonly HolidaySourceDefinition[];
  /** Ids of holidays that do not close, or dates that are open after all. */
  readonly reopen?: readonly string[];
  /** One's own closed days; they have no reach and shorten none. */
  readonly closures?: readonly ClosureDefinition[];
  /** Windows of single dates, instead of everything else; an empty list closes the date. */
  readonly exceptions?: Readonly<Record<string, readonly WindowText[]>>;
}
