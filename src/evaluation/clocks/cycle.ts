/**
 * A cycle: one run of a clock, from a start to a stop, with the stretches in which it ran.
 *
 * Instants in ms. Source: docs/policies.md, "Starts and stops", "Reopening" and "Cycles".
 */
import type { ReadEvent } from "../cases/event.ts";
import type { Moment } from "../cases/moments.ts";

/** A stretch in which the clock ran; the last one has no end while no pause is on, stopped or not. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** One run of a clock. */
export interface Cycle {
  readonly startMs: number;
  /** The start event itself; of a cycle that a reset began, that event. */
  readonly startEvent: ReadEvent;
  /** Its stop, reset, cancellation or waive; undefined while it has none. */
  readonly end: Moment | undefined;
  /** Stopped, or ended by a reset. */
  readonly stopMs: number | undefined;
  /** Cancelled or waived while it ran. */
  readonly cancelMs: number | undefined;
  readonly stretches: readonly Stretch[];
  /** Whether a pause was on at the end, or is on now. */
  readonly paused: boolean;
  readonly reopenings: readonly ReadReopening[];
}

/** A reopening of a cycle that goes on. */
export interface ReadReopening {
  readonly stop: Moment;
  readonly stopMs: number;
  readonly reopenMs: number;
}

/** The stop and the reopening between which an instant lies, the reopening included; undefined if it ran or was not over. */
export function gapAt({ reopenings }: Pick<Cycle, "reopenings">, instantMs: number): ReadReopening | undefined {
  return reopenings.find(({ stopMs, reopenMs }) => stopMs < instantMs && instantMs <= reopenMs);
}

/** When a clock that is late from an instant on is missed: not before the change that made it late, and not while it is stopped. */
export function missedFrom(lateMs: number, keptMs: number, cycle: Pick<Cycle, "reopenings">): number {
  const fromMs = Math.max(lateMs, keptMs);
  return gapAt(cycle, fromMs)?.reopenMs ?? fromMs;
}

/** What a history says of one clock. */
export interface ClockHistory {
  /** In order; none if there is no start, or a cancellation before it. */
  readonly cycles: readonly Cycle[];
  /** First start, also of a clock that was cancelled before it. */
  readonly startMs: number | undefined;
  readonly startEvent: ReadEvent | undefined;
  /** Whether a stop came before the first start, or without one. */
  readonly earlyStop: ReadEvent | undefined;
  /** Whether it was cancelled before it began. */
  readonly isCancelledIdle: boolean;
}
