/**
 * A source of holidays made ready: its reach, and its holidays year by year.
 */
import type { DayReach } from "./reach.ts";
import type { HolidaySource } from "./rule.ts";

/** A holiday on one date. */
export interface Holiday {
  /** The rule's id; absent for a day of a list. */
  readonly id?: string;
  readonly names: { readonly fr: string; readonly en: string };
  readonly source: HolidaySource | "list";
}

/** What a source knows. */
export interface ReadySource {
  readonly reach: DayReach;
  /** Ids that the source can give. */
  readonly ids: readonly string[];
  daysOfYear(year: number): readonly (readonly [epochDay: number, holiday: Holiday])[];
}
