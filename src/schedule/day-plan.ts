/**
 * What is planned on a civil date, and which layer decided it.
 */
import type { Holiday } from "../holidays/ready-source.ts";
import type { Window } from "./window.ts";

/** Which layer decided a date's windows. */
export type Layer = "exception" | "holiday" | "week";

/** What is planned on a civil date. */
export interface DayPlan {
  readonly layer: Layer;
  /** Sorted; empty when the date is closed. */
  readonly windows: readonly Window[];
  /** What part-day closures took from the week's windows. */
  readonly taken: readonly Window[];
  /** What those of the next date took from the tail of the date's windows; absent if nothing. */
  readonly tail?: TakenTail;
  /** Holidays of the date, reopened ones left out, whatever layer decided. */
  readonly holidays: readonly Holiday[];
  /** Names of the closures of the date. */
  readonly closures: readonly string[];
}

/** What part-day closures of the next date took from the tail of a night: past midnight by the clock of the night's date. */
export interface TakenTail {
  readonly taken: readonly Window[];
  /** Names of those closures. */
  readonly names: readonly string[];
}
