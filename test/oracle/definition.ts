/**
 * Definition: what a calendar says in JSON, as far as the oracle reads it.
 *
 * Only shapes. The oracle takes a definition to be valid; refusing bad ones is the library's job and has its own tests.
 */

/** "2026-12-24", "2026-08-03/2026-08-14", and of every year "12-24" and "12-27/01-02". */
export type SpanText = string;

/** Windows by weekday: keys "mon", "mon-fri", "sat,sun". */
export type Week = Record<string, string[]>;

/** A date of a list of holidays; with `closed`, "13:00-24:00", only a part of it is closed. */
export type ListedDate = string | { date: string; name?: string; closed?: string };

/** A list of holidays with its reach; a string is a French zone: "FR", "FR-57", "GP", "FR-GP". */
export type HolidaySource = string | { dates: ListedDate[]; from?: string; to?: string };

/** Closed dates, both ends included, or a part of the day on the dates of a span. */
export type Closure =
  | SpanText
  | { from: string; to: string; name?: string }
  | { date: SpanText; name?: string }
  | { date: SpanText; from: string; to: string; name?: string };

/** Windows instead of everything else, the same on all dates of the span or by weekday. */
export type Exceptions = Record<SpanText, string[] | Week>;

/** What may change on a date. */
export interface Rules {
  week?: Week;
  holidays?: HolidaySource[];
  closures?: Closure[];
  exceptions?: Exceptions;
  reopen?: string[];
}

export interface Version extends Rules {
  from: string;
  name?: string;
}

export interface Definition extends Rules {
  timeZone: string;
  week: Week;
  /** In ascending order of `from`. */
  versions?: Version[];
}

/** The supported years: the reach of a calendar without holidays. */
export const FIRST_SUPPORTED_DATE = "1900-01-01";
export const LAST_SUPPORTED_DATE = "2199-12-31";
