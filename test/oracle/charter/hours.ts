/**
 * Hours: a clock in open hours, let run minute by minute.
 *
 * The only cleverness is that a minute is cut where something happens to the case. The desk opens and closes on whole
 * hours, so within a piece of a minute nothing changes, and every instant below is exact to the millisecond.
 */

import { isOpen } from "./desk.ts";
import type { Moment } from "./events.ts";
import { iso, MINUTE } from "./paris.ts";
import type { Expected } from "./types.ts";

interface Clock {
  readonly targetMs: number;
  startedAt: number | null;
  paused: boolean;
  elapsedMs: number;
  /** The near edge: the first instant at which the whole target was used. */
  dueAt: number | null;
  /** The first instant at which more than the target was used. */
  missedAt: number | null;
}

/** How the story of a clock ends. `null`: it has not, yet. */
interface End {
  readonly by: "stop" | "cancel";
  readonly at: number;
}

export interface HoursVerdict {
  readonly expected: Expected;
  /** A stop came too early. */
  readonly issue: boolean;
}

function letTimePass(clock: Clock, from: number, to: number): void {
  let at = from;
  while (at < to) {
    const next = Math.min(to, (Math.floor(at / MINUTE) + 1) * MINUTE);
    if (clock.startedAt !== null && !clock.paused && isOpen(at)) use(clock, at, next - at);
    at = next;
  }
}

function use(clock: Clock, at: number, ms: number): void {
  const left = clock.targetMs - clock.elapsedMs;
  clock.elapsedMs += ms;
  if (clock.dueAt === null && ms >= left) clock.dueAt = at + left;
  if (clock.missedAt === null && ms > left) clock.missedAt = at + left + 1;
}

/** A pause and a resume of one instant cancel out. */
function pauseOrResume(clock: Clock, { pauses, resumes }: Moment): void {
  if (pauses !== resumes) clock.paused = pauses > resumes;
}

/** The clock as it would go on if nothing more happened: gives it its two edges. */
function forecast(clock: Clock, from: number): void {
  const future = { ...clock };
  for (let at = from; future.missedAt === null; at += MINUTE) letTimePass(future, at, at + MINUTE);
  clock.dueAt = future.dueAt;
  clock.missedAt = future.missedAt;
}

/** The moments are those up to `asOf`, and one of them is a start. */
export function judgeHours(all: readonly Moment[], targetMs: number, asOf: number): HoursVerdict {
  const clock: Clock = { targetMs, startedAt: null, paused: false, elapsedMs: 0, dueAt: null, missedAt: null };
  let earlyStop = false;
  let end: End | null = null;
  let now = all[0]?.at ?? asOf;
  for (const moment of all) {
    letTimePass(clock, now, moment.at);
    now = moment.at;
    if (moment.start) clock.startedAt ??= now;
    pauseOrResume(clock, moment);
    if (moment.stop && clock.startedAt !== null) end = { by: "stop", at: now };
    else if (moment.cancel) end = { by: "cancel", at: now };
    else if (moment.stop) earlyStop = true;
    if (end !== null) break;
  }
  if (end === null) letTimePass(clock, now, asOf);
  const expected = tell(clock, end, earlyStop, end?.at ?? asOf);
  return { expected, issue: earlyStop && expected.outcome !== "not-applicable" };
}

function tell(clock: Clock, end: End | null, earlyStop: boolean, now: number): Expected {
  if (clock.startedAt === null) return { outcome: "not-applicable", dueAt: null };
  const startedAt = iso(clock.startedAt);
  const wasMissed = clock.elapsedMs > clock.targetMs;
  if (end?.by === "cancel" && (earlyStop || !wasMissed)) return { outcome: "not-applicable", startedAt, dueAt: null };
  if (end?.by !== "stop" && earlyStop) {
    return { outcome: "unmeasurable", reason: "stop-before-start", startedAt, dueAt: null };
  }
  const stoppedAt = end?.by === "stop" ? iso(end.at) : null;
  const figures = { startedAt, stoppedAt, elapsedMs: clock.elapsedMs };
  const left = clock.targetMs - clock.elapsedMs;
  if (!clock.paused && !wasMissed) forecast(clock, now);
  const dueAt = clock.dueAt === null || (clock.paused && !wasMissed) ? null : iso(clock.dueAt);
  const missedAt = clock.missedAt === null ? null : iso(clock.missedAt);
  if (wasMissed) return { outcome: "missed", ...figures, dueAt, overrunMs: -left, missedAt };
  if (stoppedAt !== null) return { outcome: "met", ...figures, dueAt, overrunMs: 0 };
  const open = { ...figures, dueAt, remainingMs: left, overrunMs: 0, missedAt };
  return { outcome: clock.paused ? "paused" : "running", ...open };
}
