/**
 * Carry-over: callbacks that are still pending at closing are due on the next working day, with priority.
 *
 * Made before closing, a callback is not concerned, so that the rate is over the carried-over ones. Source:
 * docs/charter.md, "Callbacks" and rules 6 and 7.
 */
import { civilDayAt } from "../../clock/beyond.ts";
import { elapsedMs } from "../../clock/questions.ts";
import { callbackMs } from "../../clock/service-day.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs } from "../../time/zone.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import type { Cycle } from "../clocks/cycle.ts";
import { isoOrNull } from "../instants.ts";
import type { ResultMembers } from "../result.ts";
import { judgeByDate, midnightLimit } from "./days.ts";

/** A result, with what the order of the queue needs. Instants in ms. */
export interface CarryOverResult {
  readonly result: ResultMembers;
  /** When it was carried over; undefined if it was not. */
  readonly carriedAtMs: number | undefined;
  /** When it stopped being pending: made or cancelled; infinite while it is. */
  readonly pendingUntilMs: number;
  /** By when it was due, once it was carried over: what a cancellation hides is shown again where it came too late. */
  readonly due?: Pick<ResultMembers, "dueAt" | "dueDate">;
}

/** Judges a callback that has a call. */
export function judgeCarryOver(
  timeline: Timeline,
  clock: Pick<Cycle, "startMs" | "stopMs" | "cancelMs" | "reopenings">,
  closing: "day" | "window",
  asOfMs: number,
): CarryOverResult {
  const calledMs = clock.startMs;
  const callback = callbackMs(timeline, calledMs, closing);
  const closingMs = callback.carriedOver ? calledMs : (callback.closesAtMs ?? Number.POSITIVE_INFINITY);
  const pendingUntilMs = clock.stopMs ?? clock.cancelMs ?? Number.POSITIVE_INFINITY;
  const startedAt = isoOrNull(calledMs);
  const stoppedAt = isoOrNull(clock.stopMs);
  // Exactly at closing is not before closing.
  if (Math.min(pendingUntilMs, asOfMs) < closingMs) {
    const isOpenStill = pendingUntilMs === Number.POSITIVE_INFINITY && closingMs !== Number.POSITIVE_INFINITY;
    const result: ResultMembers = {
      outcome: isOpenStill ? "running" : "not-applicable",
      startedAt,
      dueAt: null,
      stoppedAt,
      carriedOver: false,
      dueFrom: null,
      ...(isOpenStill ? { missedAt: lateFrom(timeline, callback.nextMs), nextChangeAt: isoOrNull(closingMs) } : {}),
    };
    return { result, carriedAtMs: undefined, pendingUntilMs };
  }
  const judged = judgeByDate(timeline, midnightLimit(timeline, civilDayAt(timeline, callback.nextMs)), clock, asOfMs);
  const afterOpeningMs =
    clock.stopMs === undefined
      ? {}
      : { afterOpeningMs: clock.stopMs <= callback.nextMs ? 0 : elapsedMs(timeline, callback.nextMs, clock.stopMs) };
  return {
    result: {
      ...judged,
      // Cancelled in time: nothing is due any more.
      ...(judged.outcome === "not-applicable" ? { dueAt: null, dueDate: undefined } : {}),
      startedAt,
      carriedOver: true,
      dueFrom: isoOrNull(callback.nextMs),
      ...afterOpeningMs,
    },
    carriedAtMs: closingMs,
    pendingUntilMs,
    due: { dueAt: judged.dueAt, dueDate: judged.dueDate },
  };
}

/** The first instant that is too late for a callback due on the date of `nextMs`. */
function lateFrom(timeline: Timeline, nextMs: number): string | null {
  return isoOrNull(edgeMs(timeline.schedule.zone, (civilDayAt(timeline, nextMs) + 1) * MS_PER_UTC_DAY));
}

/** A case of a queue: when it called, and when it was first helped. */
export interface Queued {
  readonly id: string;
  readonly calledMs: number;
  readonly helpedMs: number;
}

/**
 * The cases of a queue that overtook a carried-over one: called after it was carried over, helped strictly earlier.
 *
 * @param queue Sorted by the instant of the call.
 * @returns Them, by the instant of help, then id.
 */
export function overtakers(queue: readonly Queued[], carriedAtMs: number, pendingUntilMs: number): Queued[] {
  let low = 0;
  for (let high = queue.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (queue[middle]!.calledMs > carriedAtMs) high = middle;
    else low = middle + 1;
  }
  const found: Queued[] = [];
  for (let i = low; i < queue.length && queue[i]!.calledMs < pendingUntilMs; i++) {
    if (queue[i]!.helpedMs < pendingUntilMs) found.push(queue[i]!);
  }
  return found.sort((a, b) => a.helpedMs - b.helpedMs || (a.id < b.id ? -1 : 1));
}
