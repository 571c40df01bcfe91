/**
 * A rule of an `opening_hours` text: on which dates, and what hours.
 */
import type { PathStep } from "../../issues/issue.ts";
import type { Dates } from "../dates.ts";
import type { DayHours } from "../hours.ts";

/** A rule, as it was read or is to be printed. */
export interface Rule {
  /** Where it comes from: a place in the text, or in the definition. */
  readonly path: readonly PathStep[];
  /** How a message calls it. */
  readonly text: string;
  /** After a comma: it adds to the rules before it. After a semicolon: it replaces them on the days that it names. */
  readonly additional: boolean;
  /** Stretches of dates; none means every date. */
  readonly dates: readonly Dates[];
  /** Weekdays, 0 for Monday; undefined means all. */
  readonly days: readonly number[] | undefined;
  /** Whether it names `PH`. */
  readonly holidays: boolean;
  /** Open hours, or with `off` the closed ones; undefined means the whole day. */
  readonly hours: DayHours | undefined;
  readonly off: boolean;
  readonly comment?: string;
}

/** Whether the rule closes whole days. */
export function closesDays({ off, hours }: Rule): boolean {
  return off && hours === undefined;
}
