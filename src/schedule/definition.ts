/**
 * What users write: a calendar definition, as plain JSON.
 */
import type { HolidaySourceDefinition } from "../holidays/source.ts";

/** As much of `HH:MM` as a type can say and stay small: two digits of hours, and minutes. */
type TimeText = `${0 | 1 | 2}${number}:${number}`;

/**
 * A window of one date, `"HH:MM-HH:MM"`, half-open; an end before its start passes midnight; `24:00` is an end only.
 *
 * The compiler refuses `"9:00-12:00"` and `"9-12"`; that `"09:75-12:00"` is no time only the run shows.
 */
export type WindowText =
  // A union where it is named: else messages would spell it out.
  `0${number}:${number}-${TimeText}` | `1${number}:${number}-${TimeText}` | `2${number}:${number}-${TimeText}`;

/** Dates: `"2026-12-24"`, `"2026-08-03/2026-08-14"`, or of every year `"12-24"` and `"12-27/01-02"`; ends included. */
export type SpanText = string;

/** A weekday. */
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** A weekday, all from one to another (over the weekend too: `"fri-mon"`), or two of them: `"sat,sun"`. */
export type WeekKey = Weekday | `${Weekday}-${Weekday}` | `${Weekday},${Weekday}`;

/**
 * Longer lists: `"mon,wed,fri"`, `"mon-thu,sat"`. The compiler checks the first two days that they name, and the run the rest: all
 * lists would be millions of types.
 */
export type WeekListKey = `${Weekday},${Weekday}${"," | "-"}${string}` | `${Weekday}-${Weekday},${string}`;

/** Windows by weekday: keys `mon` … `sun`, `"mon-fri"`, `"sat,sun"`; each weekday once. */
export type WeekDefinition<W extends string = never> = { readonly [K in WeekKey]?: Windows<W> } & {
  readonly [K in WeekListKey]: Windows<W>;
};

/** Windows of one date: texts that are windows, and with `W = string` those of which the compiler knows nothing more. */
type Windows<W extends string> = readonly (WindowText | W)[];

/**
 * One's own closed days: a span, or dates from `from` to `to`, both included; with a `date`, `from` and `to` are the times
 * between which its windows are closed.
 */
export type ClosureDefinition =
  | SpanText
  | { readonly from: string; readonly to: string; readonly name?: string }
  | { readonly date: SpanText; readonly from?: string; readonly to?: string; readonly name?: string };

/** Windows by span, instead of everything else; an empty list closes. By weekday, a weekday not named is closed. */
export type ExceptionsDefinition<W extends string = never> = Readonly<Record<SpanText, Windows<W> | WeekDefinition<W>>>;

/** What changes on a date. `week`, `holidays` and `reopen` replace; closures and exceptions are added, on its own dates. */
export interface VersionDefinition<W extends string = never> {
  /** First civil date on which it is in force. */
  readonly from: string;
  readonly name?: string;
  readonly week?: WeekDefinition<W>;
  readonly holidays?: readonly HolidaySourceDefinition[];
  readonly reopen?: readonly string[];
  readonly closures?: readonly ClosureDefinition[];
  readonly exceptions?: ExceptionsDefinition<W>;
}

/**
 * A calendar: hours of the week, holidays, and dated exceptions, in one zone. Plain JSON: the same object stands in a
 * policy file, a spreadsheet and a test.
 *
 * `CalendarDefinition<string>` has windows that are only known to be texts; a function that takes one is generic in `W`.
 *
 * @example createCalendar({ timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } }).reach.to // "2199-12-31"
 */
export interface CalendarDefinition<W extends string = never> {
  /** What texts call the calendar where there are several. */
  readonly name?: string;
  /** IANA name, or `UTC`. */
  readonly timeZone: string;
  readonly week?: WeekDefinition<W>;
  /** Hours that change on a date, in ascending order of `from`. */
  readonly versions?: readonly VersionDefinition<W>[];
  /** Sources of holidays: each closes its dates and limits the reach. */
  readonly holidays?: readonly HolidaySourceDefinition[];
  /** Ids of holidays that do not close, or dates that are open after all. */
  readonly reopen?: readonly string[];
  /** One's own closed days; they have no reach and shorten none. */
  readonly closures?: readonly ClosureDefinition[];
  readonly exceptions?: ExceptionsDefinition<W>;
  /** Open when one of these calendars is open. A calendar of calendars has no hours of its own. */
  readonly union?: readonly CalendarDefinition<W>[];
  /** Open when all of these calendars are open. */
  readonly intersection?: readonly CalendarDefinition<W>[];
  /** Open when the first of these two calendars is open and the second is closed. */
  readonly difference?: readonly CalendarDefinition<W>[];
}
