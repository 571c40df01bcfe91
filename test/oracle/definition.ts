/**
 * Definition: what a calendar says in JSON, as far as the oracle reads it.
 *
 * Only shapes. The oracle takes a definition to be valid; refusing bad ones is the library's job and has its own tests.
 */

/** A list of holidays with its reach; a string is a French zone: "FR", "FR-57", "GP", "FR-GP". */
export type HolidaySource = string | { dates: string[]; from?: string; to?: string };

/** A closed date, closed dates (both included), or a part of one date. */
export type Closure =
  | string
  | { from: string; to: string; name?: string }
  | { date: string; from: string; to: string; name?: string };

export interface Definition {
  timeZone: string;
  week: Record<string, string[]>;
  holidays?: HolidaySource[];
  closures?: Closure[];
  exceptions?: Record<string, string[]>;
  reopen?: string[];
}

/** The supported years: the reach of a calendar without holidays. */
export const FIRST_SUPPORTED_DATE = "1900-01-01";
export const LAST_SUPPORTED_DATE = "2199-12-31";
