/**
 * What users write: a calendar definition, as plain JSON.
 */
import type { HolidaySourceDefinition } from "../holidays/source.ts";

/** A window of one date, `"HH:MM-HH:MM"`, half-open; an end before its start passes midnight; `24:00` is an end only. */
export type WindowText = string;

/** Dates: `"2026-12-24"`, `"2026-08-03/2026-08-14"`, or of every year `"12-24"` and `"12-27/01-02"`; ends included. */
export type SpanText = string;

/** Windows by weekday: keys `mon` … `sun`, `"mon-fri"`, `"sat,sun"`; each weekday once. */
export type WeekDefinition = Readonly<Record<string, readonly WindowText[]>>;

/**
 * One's own closed days: a span, or dates from `from` to `to`, both included; with a `date`, `from` and `to` are the times
 * between which its windows are closed.
 */
export type ClosureDefinition =
  | SpanText
  | { readonly from: string; readonly to: string; readonly name?: string }
  | { readonly date: SpanText; readonly from?: string; readonly to?: string; readonly name?: string };

/** Windows by span, instead of everything else; an empty list closes. By weekday, a weekday not named is closed. */
export type ExceptionsDefinition = Readonly<Record<SpanText, readonly WindowText[] | WeekDefinition>>;

/** What changes on a date. `week`, `holidays` and `reopen` replace; closures and exceptions are added, on its own dates. */
export interface VersionDefinition {
  /** First civil date on which it is in force. */
  readonly from: string;
  readonly name?: string;
  readonly week?: WeekDefinition;
  readonly holidays?: readonly HolidaySourceDefinition[];
  readonly reopen?: readonly string[];
  readonly closures?: readonly ClosureDefinition[];
  readonly exceptions?: ExceptionsDefinition;
}

/**
 * A calendar: hours of the week, holidays, and dated exceptions, in one zone. Plain JSON: the same object stands in a
 * policy file, a spreadsheet and a test.
 *
 * @example createCalendar({ timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } }).reach.to // "2199-12-31"
 */
export interface CalendarDefinition {
  /** What texts call the calendar where there are several. */
  readonly name?: string;
  /** IANA name, or `UTC`. */
  readonly timeZone: string;
  readonly week?: WeekDefinition;
  /** Hours that change on a date, in ascending order of `from`. */
  readonly versions?: readonly VersionDefinition[];
  /** Sources of holidays: each closes its dates and limits the reach. */
  readonly holidays?: readonly HolidaySourceDefinition[];
  /** Ids of holidays that do not close, or dates that are open after all. */
  readonly reopen?: readonly string[];
  /** One's own closed days; they have no reach and shorten none. */
  readonly closures?: readonly ClosureDefinition[];
  readonly exceptions?: ExceptionsDefinition;
  /** Open when one of these calendars is open. A calendar of calendars has no hours of its own. */
  readonly union?: readonly CalendarDefinition[];
  /** Open when all of these calendars are open. */
  readonly intersection?: readonly CalendarDefinition[];
  /** Open when the first of these two calendars is open and the second is closed. */
  readonly difference?: readonly CalendarDefinition[];
}
