/**
 * A clock on one case: its start, its stop, its cancellation, and the stretches in which it ran.
 *
 * Order at one instant: start, pause and resume, stop, cancel, whatever the order of the file; a pause and a resume of
 * one instant cancel out. Source: docs/semantics.md §5 and docs/charter.md, rules 1 to 3.
 */
import { type Issue, makeIssue } from "../issues/issue.ts";
import type { ReadEvent } from "./case.ts";

/** What each type of event does to one clock. */
export interface ClockRoles {
  isStart(event: ReadEvent): boolean;
  isStop(event: ReadEvent): boolean;
  isCancel(event: ReadEvent): boolean;
  /** Absent for clocks that pauses do not touch. */
  isPause?(event: ReadEvent): boolean;
  isResume?(event: ReadEvent): boolean;
}

/** A stretch in which the clock ran; the last one has no end while the clock is running. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** What a history says of one clock. Instants in ms. */
export interface Clock {
  /** First start. */
  readonly startMs: number | undefined;
  /** The start event itself. */
  readonly startEvent: ReadEvent | undefined;
  /** First stop at or after the start, unless it was cancelled before. */
  readonly stopMs: number | undefined;
  /** Whether a stop came before the start, or without one. */
  readonly earlyStop: boolean;
  /** First cancellation, unless the clock had stopped. */
  readonly cancelMs: number | undefined;
  readonly stretches: readonly Stretch[];
  /** Whether a pause was on at the stop, at the cancellation, or is on now. */
  readonly paused: boolean;
}

/** Reads a clock off a case's events; odd pauses and early stops go to `issues`. */
export function readClock(events: readonly ReadEvent[], roles: ClockRoles, issues: Issue[]): Clock {
  const startEvent = earliest(events, (event) => roles.isStart(event));
  const startMs = startEvent?.atMs;
  const stops = events.filter((event) => roles.isStop(event));
  const earlyStops = stops.filter((event) => startMs === undefined || event.atMs < startMs);
  const firstStopMs = startMs === undefined ? undefined : earliest(stops, (event) => event.atMs >= startMs)?.atMs;
  const firstCancelMs = earliest(events, (event) => roles.isCancel(event))?.atMs;
  // At one instant the stop is taken before the cancellation.
  const cancelled = firstCancelMs !== undefined && (firstStopMs === undefined || firstCancelMs < firstStopMs);
  const stopMs = cancelled ? undefined : firstStopMs;
  if (startMs !== undefined && earlyStops.length > 0) {
    const early = earliest(earlyStops, () => true);
    issues.push(
      issueOf(
        "case.stop-before-start",
        early!,
        "a stop after its start",
        `${early!.type} at ${iso(early!)} comes before the start; it stops nothing`,
      ),
    );
  }
  return {
    startMs,
    startEvent,
    stopMs,
    earlyStop: earlyStops.length > 0,
    cancelMs: cancelled ? firstCancelMs : undefined,
    ...runningStretches(events, roles, startMs, stopMs, cancelled ? firstCancelMs : undefined, issues),
  };
}

/** The stretches in which a clock ran, and whether it ended in a pause. */
function runningStretches(
  events: readonly ReadEvent[],
  roles: ClockRoles,
  startMs: number | undefined,
  stopMs: number | undefined,
  cancelMs: number | undefined,
  issues: Issue[],
): { stretches: Stretch[]; paused: boolean } {
  const endMs = stopMs ?? cancelMs ?? Number.POSITIVE_INFINITY;
  const stretches: Stretch[] = [];
  let pausedSince: number | undefined;
  let runningSince = startMs;
  for (const turn of pauseTurns(events, roles)) {
    const wasPaused = pausedSince !== undefined;
    if (turn.atMs > endMs) {
      // The stop ended the pause: the resume that closes it is no slip, and nothing runs any more.
      break;
    }
    const isPaused = turn.net === 0 ? wasPaused : turn.net > 0;
    reportOddTurns(turn, wasPaused, issues);
    if (isPaused && !wasPaused) {
      pausedSince = turn.atMs;
      // A pause begun before the start counts from the start.
      if (startMs !== undefined && turn.atMs > startMs) stretches.push({ startMs: runningSince!, endMs: turn.atMs });
      runningSince = undefined;
    } else if (!isPaused && wasPaused) {
      pausedSince = undefined;
      if (startMs !== undefined) runningSince = Math.max(turn.atMs, startMs);
    }
  }
  const paused = pausedSince !== undefined;
  if (!paused && runningSince !== undefined) stretches.push({ startMs: runningSince, endMs: Number.POSITIVE_INFINITY });
  return { stretches, paused };
}

/** What the pauses and resumes of one instant come to: above 0 a pause, below a resume. */
interface PauseTurn {
  readonly atMs: number;
  readonly net: number;
  readonly event: ReadEvent;
}

function pauseTurns(events: readonly ReadEvent[], { isPause, isResume }: ClockRoles): PauseTurn[] {
  const turns = new Map<number, PauseTurn>();
  for (const event of events) {
    const step = isPause?.(event) ? 1 : isResume?.(event) ? -1 : 0;
    if (step !== 0) turns.set(event.atMs, { atMs: event.atMs, net: (turns.get(event.atMs)?.net ?? 0) + step, event });
  }
  return [...turns.values()].sort((a, b) => a.atMs - b.atMs);
}

/** A second pause, or a resume without one, is ignored with an issue. */
function reportOddTurns({ net, event }: PauseTurn, wasPaused: boolean, issues: Issue[]): void {
  const odd = Math.abs(net) - (net > 0 !== wasPaused ? 1 : 0);
  for (let i = 0; i < odd; i++) {
    issues.push(
      net > 0
        ? issueOf(
            "case.second-pause",
            event,
            "a pause of a running clock",
            `${event.type} at ${iso(event)}: it was paused already; ignored`,
          )
        : issueOf(
            "case.resume-without-pause",
            event,
            "a resume of a paused clock",
            `${event.type} at ${iso(event)}: it was not paused; ignored`,
          ),
    );
  }
}

function earliest(events: readonly ReadEvent[], matches: (event: ReadEvent) => boolean): ReadEvent | undefined {
  let found: ReadEvent | undefined;
  for (const event of events) {
    if (matches(event) && (found === undefined || event.atMs < found.atMs)) found = event;
  }
  return found;
}

function issueOf(
  code: "case.second-pause" | "case.resume-without-pause" | "case.stop-before-start",
  event: ReadEvent,
  expected: string,
  cure: string,
): Issue {
  return makeIssue(code, ["events"], expected, event.type, cure);
}

function iso(event: ReadEvent): string {
  return new Date(event.atMs).toISOString();
}
