/**
 * A clock on one case: its events, in order, to cycles. Pauses are the case's, and are taken out of the cycles afterwards.
 *
 * Order at one moment: start and reopen, stop, cancel and waive, reset, whatever the order of the file. Source:
 * docs/semantics.md §5, docs/policies.md, "Starts and stops".
 */
import { type Issue, makeIssue } from "../../issues/issue.ts";
import type { Reopening } from "../../policy/documents/document.ts";
import type { ReadEvent } from "../cases/event.ts";
import { type Moment, momentsOf } from "../cases/moments.ts";
import type { ClockHistory, Cycle, ReadReopening, Stretch } from "./cycle.ts";

/** What each event does to one clock; what is absent no event does. */
export interface ClockRoles {
  readonly reopening: Reopening;
  /** Whether a stop before the first start is nothing to speak of. */
  readonly allowsEarlyStops: boolean;
  isStart(event: ReadEvent): boolean;
  isStop(event: ReadEvent): boolean;
  isCancel(event: ReadEvent): boolean;
  isReopen?(event: ReadEvent): boolean;
  isWaive?(event: ReadEvent): boolean;
  isReset?(event: ReadEvent): boolean;
}

/** Reads a clock off a case's events; an early stop goes to `issues`. */
export function readClock(events: readonly ReadEvent[], roles: ClockRoles, issues: Issue[]): ClockHistory {
  const clock = new ClockReader(roles);
  for (const moment of momentsOf(events)) clock.take(moment);
  return clock.history(issues);
}

/** Reads one clock, moment by moment. */
export class ClockReader {
  private state: "idle" | "running" | "stopped" | "over" = "idle";
  private isResting = false;
  private isPastFirstRest = false;
  private readonly cycles: Cycle[] = [];
  private firstStart: ReadEvent | undefined;
  private earlyStop: ReadEvent | undefined;
  private isCancelledIdle = false;
  /** The cycle at hand. */
  private start!: ReadEvent;
  private wasReset = false;
  private stretches: Stretch[] = [];
  private runningSinceMs = 0;
  private reopenings: ReadReopening[] = [];
  /** The last stop, of a clock that may be reopened and go on. */
  private stop: ReadEvent | undefined;

  constructor(private readonly roles: ClockRoles) {}

  /** Whether it is stopped or waived, and not reopened since. */
  get rests(): boolean {
    return this.isResting;
  }

  /** Whether it was ever stopped or waived. */
  get hasRested(): boolean {
    return this.isPastFirstRest;
  }

  /** Takes the events of one moment, in the order of what they do. */
  take(moment: readonly ReadEvent[]): void {
    const { roles } = this;
    const start = moment.find((event) => roles.isStart(event));
    this.firstStart ??= start;
    if (this.state === "over") return;
    if (this.state === "idle" && start !== undefined) this.begin(start);
    else if (this.state === "stopped") this.takeReopening(moment);
    const stop = moment.find((event) => roles.isStop(event));
    if (stop !== undefined) this.takeStop(stop);
    const cancel = moment.find((event) => roles.isCancel(event));
    if (cancel !== undefined) this.cancel(cancel);
    else this.takeWaive(moment);
    this.takeReset(moment);
  }

  /** What was read; an early stop goes to `issues`. */
  history(issues: Issue[]): ClockHistory {
    if (this.state === "running") this.cycles.push(this.cycle());
    else this.keepStopped();
    const { cycles, firstStart, earlyStop, isCancelledIdle, roles } = this;
    if (firstStart !== undefined && earlyStop !== undefined && !roles.allowsEarlyStops) {
      const at = new Date(earlyStop.atMs).toISOString();
      const cure = `${earlyStop.type} at ${at} comes before the start; it stops nothing`;
      issues.push(makeIssue("case.stop-before-start", ["events"], "a stop after its start", earlyStop.type, cure));
    }
    return { cycles, startMs: firstStart?.atMs, startEvent: firstStart, earlyStop, isCancelledIdle };
  }

  private begin(event: ReadEvent, byReset = false): void {
    this.state = "running";
    this.isResting = false;
    this.start = event;
    this.wasReset = byReset;
    this.stretches = [];
    this.reopenings = [];
    this.runningSinceMs = event.atMs;
  }

  /** The cycle at hand, as it stands; what pauses it is taken out later. */
  private cycle(end?: Moment, isCancelled = false): Cycle {
    const open = { startMs: this.runningSinceMs, endMs: Number.POSITIVE_INFINITY };
    return {
      startMs: this.start.atMs,
      startEvent: this.start,
      end,
      stopMs: isCancelled ? undefined : end?.atMs,
      cancelMs: isCancelled ? end?.atMs : undefined,
      stretches: [...this.stretches, open],
      paused: false,
      reopenings: this.reopenings,
    };
  }

  private takeReopening(moment: readonly ReadEvent[]): void {
    const event = moment.find((each) => this.roles.isReopen?.(each));
    if (event === undefined) return;
    if (this.roles.reopening === "new-cycle") {
      this.begin(event);
      return;
    }
    const stop = this.stop!;
    this.stop = undefined;
    this.reopenings.push({ stop, stopMs: stop.atMs, reopenMs: event.atMs });
    // Counted on, it is as though it had never stopped.
    if (this.roles.reopening !== "count") {
      this.stretches.push({ startMs: this.runningSinceMs, endMs: stop.atMs });
      this.runningSinceMs = event.atMs;
    }
    this.state = "running";
    this.isResting = false;
  }

  private takeStop(stop: ReadEvent): void {
    if (this.state === "idle") this.earlyStop ??= stop;
    if (this.state !== "running") return;
    const { reopening } = this.roles;
    if (reopening === "ignore" || reopening === "new-cycle") this.cycles.push(this.cycle(stop));
    // Not a cycle yet: one for each stop would copy all that came before, each time.
    else this.stop = stop;
    this.rest(reopening === "ignore");
  }

  /** Stopped or waived. */
  private rest(isFinal: boolean): void {
    this.state = isFinal ? "over" : "stopped";
    this.isResting = true;
    this.isPastFirstRest = true;
  }

  /** Nothing reopens the stopped cycle any more. */
  private keepStopped(): void {
    if (this.stop !== undefined) this.cycles.push(this.cycle(this.stop));
    this.stop = undefined;
  }

  private cancel(event: ReadEvent): void {
    if (this.state === "idle") this.isCancelledIdle = true;
    if (this.state === "running") this.cycles.push(this.cycle(event, true));
    else this.keepStopped();
    this.state = "over";
  }

  private takeWaive(moment: readonly ReadEvent[]): void {
    const waive = this.state === "running" ? moment.find((event) => this.roles.isWaive?.(event)) : undefined;
    if (waive === undefined) return;
    this.cycles.push(this.cycle(waive, true));
    this.rest(this.roles.reopening !== "new-cycle");
  }

  private takeReset(moment: readonly ReadEvent[]): void {
    if (this.state !== "running") return;
    // The event that begins a cycle does not end it; of several resets of one instant the first is enough.
    if (this.wasReset && this.start.atMs === moment[0]!.atMs) return;
    const reset = moment.find((event) => event !== this.start && this.roles.isReset?.(event) === true);
    if (reset === undefined) return;
    this.cycles.push(this.cycle(reset));
    this.begin(reset, true);
  }
}
