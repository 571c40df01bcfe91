/**
 * A source of holidays made ready: its reach, and its holidays year by year.
 */
import type { DayPart } from "../time/day-part.ts";
import type { DayReach } from "./reach.ts";
import type { HolidaySource } from "./rule.ts";

/** A holiday on one date. */
export interface Holiday {
  /** The rule's id; absent for a day of a list. */
  readonly id?: string;
  readonly names: { readonly fr: string; readonly en: string };
  readonly source: HolidaySource | "list" | "date-holidays";
  /** The part of the date that it closes; all of it if absent. */
  readonly closed?: DayPart;
}

/** What a source knows. */
export interface ReadySource {
  readonly reach: DayReach;
  /** Ids that the source can give. */
  readonly ids: readonly string[];
  /** Whose data it has, if not this package's or the definition's: its canonical name, and their version. */
  readonly data?: { readonly source: string; readonly version: string };
  daysOfYear(year: number): readonly (readonly [epochDay: number, holiday: Holiday])[];
}

/**
 * Under this key a source object carries what it knows. A shared symbol: an entry of its own, and each CommonJS copy of
 * it, makes sources for a calendar of any other copy.
 */
export const READY: unique symbol = Symbol.for("ouvree.holiday-source") as never;

/**
 * A source of holidays made by code: `dateHolidays("US", "ny")` of `ouvree/date-holidays`. It serialises to its name,
 * and is read back through the `sources` of `createCalendar`.
 */
export interface HolidaySourceObject {
  /** Its name in a JSON definition: `"date-holidays:US-NY"`. */
  readonly source: string;
  /** Version of the data. */
  readonly version: string;
  toJSON(): string;
  readonly [READY]: ReadySource;
}

/** Whether a value is a source object. */
export function isSourceObject(value: unknown): value is HolidaySourceObject {
  return typeof value === "object" && value !== null && Object.hasOwn(value, READY);
}
