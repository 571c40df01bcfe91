/**
 * A compiled calendar: the dates of some years with their hours, and the offsets of their zone, as plain JSON.
 *
 * What reads it needs no rules of holidays and no time zone data of its platform. It fits in a cell: five years of a French desk
 * are about 4,000 characters, and a cell of Excel holds 32,767.
 */
import type { Layer } from "../schedule/day-plan.ts";

/** The format; a reader refuses a later one. */
export const COMPILED_FORMAT = 1;

/**
 * What is planned on the dates that share it. Minutes since the date's 00:00, start and end in turn: `[540, 720, 840, 1020]`;
 * an end after 1440 is past midnight.
 */
export interface CompiledPlan {
  readonly windows: readonly number[];
  /** What decided; the hours of the week if absent. */
  readonly layer?: Exclude<Layer, "week">;
  /** What part-day closures took. */
  readonly taken?: readonly number[];
  /** What those of the next date took from its tail past midnight, and the names of those closures. */
  readonly tail?: { readonly taken: readonly number[]; readonly names: readonly string[] };
  /** Holidays by their names in English and French. */
  readonly holidays?: readonly (readonly [en: string, fr: string])[];
  readonly closures?: readonly string[];
}

/** Hours of its own. */
export interface CompiledHours {
  readonly ouvree: number;
  readonly name?: string;
  readonly timeZone: string;
  /** First and last civil date known. */
  readonly from: string;
  readonly to: string;
  /** Offsets from UTC in seconds, each with the second since 1970 from which it is in force; the first one before that, too. */
  readonly offsets: readonly (readonly [fromSec: number, offsetSec: number])[];
  readonly plans: readonly CompiledPlan[];
  /** Plans by date, from the first date on: `"1*3 0*2"` is three dates of plan 1 and two of plan 0. */
  readonly days: string;
}

/** A calendar of calendars: its hours are those of its operands. */
export interface CompiledCombination extends Omit<CompiledHours, "plans" | "days"> {
  readonly operation: "union" | "intersection" | "difference";
  readonly operands: readonly { readonly name: string; readonly calendar: CompiledCalendar }[];
}

/** What `compileCalendar` makes and the functions of a spreadsheet read. */
export type CompiledCalendar = CompiledHours | CompiledCombination;
