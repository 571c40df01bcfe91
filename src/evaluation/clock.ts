/**
 * A clock on one case: its events, in order, to cycles.
 *
 * Order at one instant: start and reopen, pause and resume, stop, cancel and waive, reset, whatever the order of the file;
 * a pause and a resume of one instant cancel out. Source: docs/semantics.md §5, docs/policies.md, "Starts and stops".
 */
import { type Issue, makeIssue } from "../issues/issue.ts";
import type { Reopening } from "../policy/document.ts";
import type { ReadEvent } from "./case.ts";
import type { ClockHistory, Cycle, ReadReopening, Stretch } from "./cycle.ts";

/** What each event does to one clock; what is absent no event does. */
export interface ClockRoles {
  readonly reopening: Reopening;
  /** Starts before this instant are none. */
  readonly afterMs: number;
  /** Whether a stop before the first start is nothing to speak of. */
  readonly allowsEarlyStops: boolean;
  isStart(event: ReadEvent): boolean;
  isStop(event: ReadEvent): boolean;
  isCancel(event: ReadEvent): boolean;
  isReopen?(event: ReadEvent): boolean;
  isWaive?(event: ReadEvent): boolean;
  isReset?(event: ReadEvent): boolean;
  isPause?(event: ReadEvent): boolean;
  isResume?(event: ReadEvent): boolean;
}

/** Reads a clock off a case's events; odd pauses and early stops go to `issues`. */
export function readClock(events: readonly ReadEvent[], roles: ClockRoles, issues: Issue[]): ClockHistory {
  const clock = new ClockReader(roles, issues);
  for (const moment of momentsOf(events)) clock.take(moment);
  return clock.history();
}

/** The events of each instant, in order of time; of one instant as given. */
function momentsOf(events: readonly ReadEvent[]): ReadEvent[][] {
  const sorted = [...events].sort((a, b) => a.atMs - b.atMs);
  const moments: ReadEvent[][] = [];
  for (const event of sorted) {
    const last = moments.at(-1);
    if (last !== undefined && last[0]!.atMs === event.atMs) last.push(event);
    else moments.push([event]);
  }
  return moments;
}

class ClockReader {
  private state: "idle" | "running" | "stopped" | "over" = "idle";
  private isPaused = false;
  private hasStopped = false;
  private readonly cycles: Cycle[] = [];
  private firstStart: ReadEvent | undefined;
  private earlyStop: ReadEvent | undefined;
  private isCancelledIdle = false;
  /** The cycle at hand. */
  private start!: ReadEvent;
  private stretches: Stretch[] = [];
  private runningSince: number | undefined;
  private reopenings: ReadReopening[] = [];
  /** The last stop, of a clock that may be reopened and go on. */
  private stop: { readonly atMs: number; readonly wasPaused: boolean } | undefined;
  /** Stretches since the stop in which no pause was on; they count if the clock goes on as though it had never stopped. */
  private between: Stretch[] = [];
  private betweenSince: number | undefined;

  constructor(
    private readonly roles: ClockRoles,
    private readonly issues: Issue[],
  ) {}

  /** Takes the events of one instant, in the order of what they do. */
  take(moment: readonly ReadEvent[]): void {
    const { roles } = this;
    const atMs = moment[0]!.atMs;
    const start = atMs < roles.afterMs ? undefined : moment.find((event) => roles.isStart(event));
    this.firstStart ??= start;
    if (this.state === "over") return;
    if (this.state === "idle" && start !== undefined) this.begin(start);
    else if (this.state === "stopped") this.takeReopening(moment);
    if (roles.isPause !== undefined) this.takePauses(moment, atMs);
    const stop = moment.find((event) => roles.isStop(event));
    if (stop !== undefined) this.takeStop(stop);
    if (moment.some((event) => roles.isCancel(event))) this.cancel(atMs);
    else if (this.state === "running" && moment.some((event) => roles.isWaive?.(event))) this.waive(atMs);
    // The event that begins a cycle does not end it.
    const isReset = (event: ReadEvent): boolean => event !== this.start && roles.isReset?.(event) === true;
    const reset = this.state === "running" ? moment.find(isReset) : undefined;
    if (reset !== undefined) {
      this.cycles.push(this.cycle({ stopMs: atMs }));
      this.begin(reset);
    }
  }

  history(): ClockHistory {
    if (this.state === "running") this.cycles.push(this.cycle());
    else this.keepStopped();
    const { cycles, firstStart, earlyStop, isCancelledIdle, roles } = this;
    if (firstStart !== undefined && earlyStop !== undefined && !roles.allowsEarlyStops) {
      const cure = `${earlyStop.type} at ${iso(earlyStop)} comes before the start; it stops nothing`;
      this.report("case.stop-before-start", earlyStop, "a stop after its start", cure);
    }
    return { cycles, startMs: firstStart?.atMs, startEvent: firstStart, earlyStop, isCancelledIdle };
  }

  private begin(event: ReadEvent): void {
    this.state = "running";
    this.start = event;
    this.stretches = [];
    this.reopenings = [];
    this.runningSince = this.isPaused ? undefined : event.atMs;
  }

  /** The cycle at hand, as it stands. */
  private cycle({ stopMs, cancelMs, paused = this.isPaused }: Partial<Cycle> = {}): Cycle {
    const { start, runningSince } = this;
    const open = runningSince === undefined ? [] : [{ startMs: runningSince, endMs: Number.POSITIVE_INFINITY }];
    return {
      startMs: start.atMs,
      startEvent: start,
      stopMs,
      cancelMs,
      stretches: [...this.stretches, ...open],
      paused,
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
    const { atMs: stopMs } = this.stop!;
    this.stop = undefined;
    this.reopenings.push({ stopMs, reopenMs: event.atMs });
    if (this.runningSince !== undefined) this.stretches.push({ startMs: this.runningSince, endMs: stopMs });
    if (this.roles.reopening === "count") {
      this.stretches.push(...this.between);
      this.runningSince = this.betweenSince;
    } else this.runningSince = this.isPaused ? undefined : event.atMs;
    this.state = "running";
  }

  private takeStop(stop: ReadEvent): void {
    if (this.state === "idle") this.earlyStop ??= stop;
    if (this.state !== "running") return;
    const { reopening } = this.roles;
    if (reopening === "ignore" || reopening === "new-cycle") this.cycles.push(this.cycle({ stopMs: stop.atMs }));
    // Not a cycle yet: one for each stop would copy all that came before, each time.
    else this.stop = { atMs: stop.atMs, wasPaused: this.isPaused };
    this.rest(stop.atMs);
  }

  /** Stopped or waived: a pause that was on has ended. */
  private rest(atMs: number): void {
    this.state = "stopped";
    this.isPaused = false;
    this.hasStopped = true;
    this.between = [];
    this.betweenSince = atMs;
    if (this.roles.reopening === "ignore") this.state = "over";
  }

  /** Nothing reopens the stopped cycle any more. */
  private keepStopped(): void {
    const { stop } = this;
    if (stop !== undefined) this.cycles.push(this.cycle({ stopMs: stop.atMs, paused: stop.wasPaused }));
  }

  private cancel(atMs: number): void {
    if (this.state === "idle") this.isCancelledIdle = true;
    if (this.state === "running") this.cycles.push(this.cycle({ cancelMs: atMs }));
    if (this.state === "stopped") this.keepStopped();
    this.stop = undefined;
    this.state = "over";
  }

  private waive(atMs: number): void {
    this.cycles.push(this.cycle({ cancelMs: atMs }));
    if (this.roles.reopening === "new-cycle") this.rest(atMs);
    else this.state = "over";
  }

  /** A pause and a resume of one instant cancel out; a second pause, or a resume without one, is ignored with an issue. */
  private takePauses(moment: readonly ReadEvent[], atMs: number): void {
    let net = 0;
    let event: ReadEvent | undefined;
    for (const each of moment) {
      const step = this.roles.isPause!(each) ? 1 : this.roles.isResume?.(each) ? -1 : 0;
      if (step !== 0) event = each;
      net += step;
    }
    if (event === undefined) return;
    const wasPaused = this.isPaused;
    if (net !== 0) this.isPaused = net > 0;
    if (this.state === "running" || !this.hasStopped) this.reportOdd(net, event, wasPaused);
    if (this.isPaused === wasPaused) return;
    if (this.state === "running") {
      if (this.isPaused && atMs > this.runningSince!) this.stretches.push({ startMs: this.runningSince!, endMs: atMs });
      this.runningSince = this.isPaused ? undefined : atMs;
    } else if (this.state === "stopped") {
      if (this.isPaused && atMs > this.betweenSince!) this.between.push({ startMs: this.betweenSince!, endMs: atMs });
      this.betweenSince = this.isPaused ? undefined : atMs;
    }
  }

  private reportOdd(net: number, event: ReadEvent, wasPaused: boolean): void {
    const odd = Math.abs(net) - (net > 0 !== wasPaused ? 1 : 0);
    for (let i = 0; i < odd; i++) {
      if (net > 0) {
        const cure = `${event.type} at ${iso(event)}: it was paused already; ignored`;
        this.report("case.second-pause", event, "a pause of a running clock", cure);
      } else {
        const cure = `${event.type} at ${iso(event)}: it was not paused; ignored`;
        this.report("case.resume-without-pause", event, "a resume of a paused clock", cure);
      }
    }
  }

  private report(
    code: "case.second-pause" | "case.resume-without-pause" | "case.stop-before-start",
    event: ReadEvent,
    expected: string,
    cure: string,
  ): void {
    this.issues.push(makeIssue(code, ["events"], expected, event.type, cure));
  }
}

function iso(event: ReadEvent): string {
  return new Date(event.atMs).toISOString();
}
