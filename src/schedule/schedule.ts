/**
 * A schedule: a definition made ready, which answers for each civil date what its windows are and why.
 *
 * Everything here is civil; instants begin in `timeline/`. Layers, in the one written order (docs/semantics.md §2):
 * an exception replaces everything; else a holiday or a closure closes; else the hours of the week, less the parts of
 * the day that are closed (plans.ts).
 */
import type { DayReach } from "../holidays/reach.ts";
import type { ReadySource } from "../holidays/ready-source.ts";
import type { Zone } from "../time/zone.ts";
import type { DayPlan } from "./day-plan.ts";
import type { CalendarDefinition } from "./definition.ts";

/** A definition made ready. */
export interface Schedule {
  readonly definition: CalendarDefinition;
  readonly zone: Zone;
  readonly reach: DayReach;
  /** Sources of holidays of all its versions. */
  readonly sources: readonly ReadySource[];
  /** Whether any window of this schedule can pass midnight: then each date is read with the one before. */
  readonly passesMidnight: boolean;
  planOf(epochDay: number): DayPlan;
  /** What it is made of, if its open time is that of others. */
  readonly combination?: Combination;
  /** Whether it was read from a compiled calendar: then its reach is what was compiled. */
  readonly isCompiled?: boolean;
  /** About how much is looked at to know one year of it (load.ts); what was read from a compiled calendar says none. */
  readonly load?: number;
  /** How many years a question may search; all that there are if absent. */
  readonly mostYears?: number;
  /** Whether closures are proven to close every date. */
  readonly closedAlways?: boolean;
  /** The minutes of the week that it can be open in, if that is known. */
  possible?(): PossibleMinutes | undefined;
  /** The same hours of the week without exceptions, holidays and closures. */
  bare(): Schedule;
}

/** What is done with the open time of the operands. */
export const OPERATIONS = ["union", "intersection", "difference"] as const;

/** One of {@link OPERATIONS}. */
export type Operation = (typeof OPERATIONS)[number];

/** A calendar of a combination, and what texts call it. */
export interface Operand {
  readonly name: string;
  readonly schedule: Schedule;
}

/** What a combined schedule is made of. */
export interface Combination {
  readonly operation: Operation;
  readonly operands: readonly Operand[];
}

/** A flag for each minute of the week, Monday first. */
export type PossibleMinutes = Uint8Array;
