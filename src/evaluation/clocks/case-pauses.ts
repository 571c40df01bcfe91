/**
 * The pauses of a case: stretches in which it stands still, for every clock that pauses stop, running or not.
 *
 * A pause ends with its resume, or with an event that a commitment names under `reopen` while some clock is stopped or waived;
 * no stop, waive or reset ends it, and after a cancellation nothing is read. Source: docs/semantics.md, "Pauses".
 */
import { type Issue, makeIssue } from "../../issues/issue.ts";
import type { ReadEvent } from "../cases/event.ts";
import { compareMoments, endOf, type Moment } from "../cases/moments.ts";
import type { Cycle, Stretch } from "./cycle.ts";

/** A pause, from its event to what ended it; undefined while it is on. */
export interface CasePause {
  readonly from: Moment;
  readonly to: Moment | undefined;
}

/** What each event does to the pauses of a case. */
export interface PauseRoles {
  isPause(event: ReadEvent): boolean;
  isResume(event: ReadEvent): boolean;
  /** Whether some commitment names it under `reopen`. */
  isReopen(event: ReadEvent): boolean;
  isCancel(event: ReadEvent): boolean;
}

/** How the clocks of the case stand before a moment. */
export interface ClocksBefore {
  /** Whether one is stopped or waived. */
  rest(): boolean;
  /** Whether one that pauses may stop was never stopped or waived: only then an odd pause is worth a word. */
  mayStandStill(): boolean;
}

/** Reads the pauses of a case, moment by moment; odd ones go to `issues`. */
export class PauseReader {
  private readonly ended: CasePause[] = [];
  private from: Moment | undefined;
  /** The last reopening that ended one: a resume of its instant ends what has ended already, and is no issue. */
  private reopenedMs: number | undefined;
  private isOver = false;

  constructor(
    private readonly roles: PauseRoles,
    private readonly issues: Issue[],
  ) {}

  /** Takes the events of one moment, before the clocks take them: reopenings, then pauses and resumes. */
  take(moment: readonly ReadEvent[], clocks: ClocksBefore): void {
    if (this.isOver) return;
    const { roles } = this;
    const reopen = this.from === undefined ? undefined : moment.find((event) => roles.isReopen(event));
    if (reopen !== undefined && clocks.rest()) {
      this.end(reopen);
      this.reopenedMs = reopen.atMs;
    }
    this.takeMarks(moment, clocks);
    this.isOver = moment.some((event) => roles.isCancel(event));
  }

  /** In order, none before the one before it has ended. */
  pauses(): readonly CasePause[] {
    return this.from === undefined ? this.ended : [...this.ended, { from: this.from, to: undefined }];
  }

  private end(to: Moment): void {
    this.ended.push({ from: this.from!, to });
    this.from = undefined;
  }

  /** A pause and a resume of one moment cancel out; what is left of them begins a pause or ends it. */
  private takeMarks(moment: readonly ReadEvent[], clocks: ClocksBefore): void {
    let net = 0;
    let event: ReadEvent | undefined;
    for (const each of moment) {
      const step = this.roles.isPause(each) ? 1 : this.roles.isResume(each) ? -1 : 0;
      if (step !== 0) event = each;
      net += step;
    }
    if (event === undefined || net === 0) return;
    const wasPaused = this.from !== undefined;
    if (net > 0 && !wasPaused) this.from = event;
    if (net < 0 && wasPaused) this.end(event);
    const isExcused = net < 0 && this.reopenedMs === event.atMs;
    if (isExcused) this.reopenedMs = undefined;
    const odd = Math.abs(net) - (net > 0 !== wasPaused || isExcused ? 1 : 0);
    if (odd > 0 && clocks.mayStandStill()) for (let i = 0; i < odd; i++) this.report(net > 0, event);
  }

  private report(isPause: boolean, { type, atMs }: ReadEvent): void {
    const told = `${type} at ${new Date(atMs).toISOString()}`;
    this.issues.push(
      isPause
        ? makeIssue(
            "case.second-pause",
            ["events"],
            "a pause of a running clock",
            type,
            `${told}: it was paused already; ignored`,
          )
        : makeIssue(
            "case.resume-without-pause",
            ["events"],
            "a resume of a paused clock",
            type,
            `${told}: it was not paused; ignored`,
          ),
    );
  }
}

/** A cycle with the pauses of its case taken out of it, those that began up to its end. */
export function withPauses(cycle: Cycle, pauses: readonly CasePause[]): Cycle {
  const end = cycle.end ?? endOf(Number.POSITIVE_INFINITY);
  const stretches: Stretch[] = [];
  const begun = countUpTo(pauses, end);
  let next = firstEndingAfter(pauses, cycle.startMs);
  for (const { startMs, endMs } of cycle.stretches) {
    let fromMs = startMs;
    while (next < begun && endMsOf(pauses[next]!, end) <= startMs) next++;
    // The last of them may go on into the next stretch.
    for (let i = next; i < begun && pauses[i]!.from.atMs < endMs; i++) {
      const [pauseMs, resumeMs] = [pauses[i]!.from.atMs, endMsOf(pauses[i]!, end)];
      if (pauseMs === resumeMs) continue;
      if (pauseMs > fromMs) stretches.push({ startMs: fromMs, endMs: pauseMs });
      fromMs = resumeMs;
    }
    if (fromMs < endMs) stretches.push({ startMs: fromMs, endMs });
  }
  const last = pauses[begun - 1];
  return { ...cycle, stretches, paused: last !== undefined && isOnAt(last, end) };
}

function isOnAt({ to }: CasePause, end: Moment): boolean {
  return to === undefined || compareMoments(to, end) > 0;
}

/** When it ended, as seen at the end of a cycle: what is on then has none. */
function endMsOf(pause: CasePause, end: Moment): number {
  return isOnAt(pause, end) ? Number.POSITIVE_INFINITY : pause.to!.atMs;
}

/** How many began at or before a moment. */
function countUpTo(pauses: readonly CasePause[], end: Moment): number {
  return firstThat(pauses, ({ from }) => compareMoments(from, end) > 0);
}

function firstEndingAfter(pauses: readonly CasePause[], atMs: number): number {
  return firstThat(pauses, ({ to }) => to === undefined || to.atMs > atMs);
}

/** The index of the first that is so, where all after it are so too. */
function firstThat(pauses: readonly CasePause[], isSo: (pause: CasePause) => boolean): number {
  let [low, high] = [0, pauses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(pauses[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
