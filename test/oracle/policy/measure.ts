/**
 * Measure: lets a cycle run from its start to its end, cutting time wherever anything happens, and says what has
 * counted, whether the target was passed and when.
 */

import type { HoursDocument } from "../../../src/policy/documents/document-parts.ts";
import type { Interval } from "../intervals.ts";
import { lastDayOf } from "./days.ts";
import type { Hold } from "./holds.ts";
import { hoursOf } from "./hours.ts";
import type { Cycle, Stretch } from "./life.ts";
import { instantOf } from "./order.ts";

export interface Measured {
  /** What holds at the end. */
  held: Hold;
  elapsedMs: number;
  /** First instant at which it was missed; null: it is not. */
  missedAt: number | null;
  /** Of the last restart. */
  restartedAt: number | null;
  /** What counted, since the last restart. */
  counted: Interval[];
}

/** A stretch with its end. */
interface Piece extends Stretch {
  readonly to: number;
}

/** @param countsStopped The time between a stop and a reopening counts. */
export function measure(cycle: Cycle, end: number, holds: readonly Hold[], countsStopped: boolean): Measured {
  const [first, ...changes] = holds as [Hold, ...Hold[]];
  const now: Measured = {
    held: first,
    elapsedMs: 0,
    missedAt: null,
    restartedAt: null,
    counted: [],
  };
  let from = cycle.startedAt;
  const goOnTo = (to: number): void => {
    const measuredBy = measureOf(now.held, holds);
    for (const piece of piecesOf(cycle, from, to)) pass(now, piece, cycle.startedAt, measuredBy, countsStopped);
    from = to;
  };
  for (const change of changes) {
    goOnTo(change.from);
    if (now.missedAt !== null && now.missedAt < instantOf(change.from)) break;
    take(now, change);
    // A change of the instant of a stop is read before it: the stretch that ends there is judged by what holds now.
    noticeAt(now, change.from, stretchBefore(cycle, change.from).stopped, cycle.startedAt);
  }
  goOnTo(end);
  const last = cycle.stretches.at(-1) as Stretch;
  noticeAt(now, end, last.stopped, cycle.startedAt);
  return now;
}

/** From here on another target or calendar holds. */
function take(now: Measured, change: Hold): void {
  now.held = change;
  now.missedAt = null;
  if (!change.restarts) return;
  now.elapsedMs = 0;
  now.counted = [];
  now.restartedAt = instantOf(change.from);
}

/** Which hours count under a hold: under days, or under no known figure, those of the first target in hours after it. */
function measureOf(held: Hold, holds: readonly Hold[]): HoursDocument["count"] | null {
  if (isHours(held)) return held.figure.count;
  if (held.figure === null) return null;
  return holds.slice(holds.indexOf(held)).find(isHours)?.figure.count ?? null;
}

export function isHours(hold: Hold): hold is Hold & { figure: HoursDocument } {
  return hold.figure !== null && hold.figure !== undefined && "hours" in hold.figure;
}

/** The stretch that goes on up to a moment after the cycle's start. */
function stretchBefore({ stretches }: Cycle, t: number): Stretch {
  return (stretches.findLast(({ from }) => from < t) ?? stretches[0]) as Stretch;
}

/** The cycle's stretches within [from, to). One of no length, reopened and stopped at once, may be too late all the same. */
function piecesOf({ stretches }: Cycle, from: number, to: number): Piece[] {
  return stretches
    .map((stretch, index) => ({
      ...stretch,
      from: Math.max(stretch.from, from),
      to: Math.min(stretches[index + 1]?.from ?? to, to),
      isMoment: stretch.from === stretches[index + 1]?.from && stretch.from >= from && stretch.from < to,
    }))
    .filter((piece) => piece.from < piece.to || piece.isMoment);
}

function pass(
  now: Measured,
  piece: Piece,
  startedAt: number,
  count: HoursDocument["count"] | null,
  countsStopped: boolean,
): void {
  noticeAt(now, piece.from, piece.stopped, startedAt);
  const late = lateFromUnder(now, startedAt);
  // A stop at the very instant that is too late is too late: the stretch that ends there is missed.
  if (late !== null && late > piece.from && late <= piece.to) noticeAt(now, late, piece.stopped, startedAt);
  if (count === null || piece.paused || (piece.stopped && !countsStopped)) return;
  for (const [open, close] of hoursOf(now.held.choice.definition).stretches(count, piece.from, piece.to)) {
    const left = targetMsOf(now.held) - now.elapsedMs;
    if (now.missedAt === null && !piece.stopped && close - open > left) now.missedAt = open + left + 1;
    now.elapsedMs += close - open;
    now.counted.push([open, close]);
  }
}

/** Missed at t, if it is over the target and was not missed before. What is stopped is not missed. */
function noticeAt(now: Measured, t: number, stopped: boolean, startedAt: number): void {
  if (now.missedAt !== null || stopped) return;
  const late = lateFromUnder(now, startedAt);
  const isOver = late === null ? now.elapsedMs > targetMsOf(now.held) : t >= late;
  if (isOver) now.missedAt = instantOf(t);
}

/** Null: what holds is no target in days. */
function lateFromUnder({ held, restartedAt }: Measured, startedAt: number): number | null {
  if (!held.figure || isHours(held)) return null;
  const days = held.figure as Exclude<typeof held.figure, HoursDocument>;
  return lastDayOf(days, hoursOf(held.choice.definition), restartedAt ?? startedAt).lateFrom;
}

/** Without a target in hours nothing is ever over it. */
export function targetMsOf(hold: Hold): number {
  if (!isHours(hold)) return Number.POSITIVE_INFINITY;
  const [, hours = "0", minutes = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(hold.figure.hours) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}
