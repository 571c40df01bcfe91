/**
 * What closes on one date, and in whose name.
 */
import type { Holiday } from "../../holidays/ready-source.ts";
import type { DayPart } from "../../time/day-part.ts";

/** What closes on one date. */
export interface Closings {
  /** Whether all of the date is closed. */
  readonly whole: boolean;
  /** The parts that are closed, sorted and disjoint. */
  readonly parts: readonly DayPart[];
  readonly holidays: readonly Holiday[];
  /** Names of the closures. */
  readonly closures: readonly string[];
}
