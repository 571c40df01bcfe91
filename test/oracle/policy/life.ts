/**
 * Life: what the events make of a clock, cycle by cycle, without a look at hours, targets or pauses.
 *
 * The events are taken moment by moment: start and reopen, stop, cancel and waive, reset. Pauses are the case's own, and
 * are laid over the cycles afterwards (`pauses.ts`).
 */

import type { Reopening } from "../../../src/policy/documents/document.ts";
import type { Matches } from "./matcher.ts";
import { instantOf } from "./order.ts";
import type { CaseEvent, Seen } from "./types.ts";

/** Which events matter to a clock, and what they do. */
export interface Roles {
  readonly start: Matches;
  readonly stop: Matches;
  readonly reopen: Matches;
  readonly reset: Matches;
  readonly waive: Matches;
  readonly cancel: Matches;
  /** Null: a start is one from the beginning. */
  readonly after: Matches | null;
  readonly reopening: Reopening;
}

/** How the clock is from a moment on. */
export interface Stretch {
  readonly from: number;
  readonly stopped: boolean;
  readonly paused: boolean;
}

export interface End {
  readonly by: "stop" | "cancel" | "waive" | "reset";
  readonly at: number;
}

export interface Reopened {
  readonly stoppedAt: number;
  readonly reopenedAt: number;
  /** The cycle as it was while it was stopped. */
  readonly before: Cycle;
}

export interface Cycle {
  readonly startedAt: number;
  /** From the start on; the last one goes on to the end. */
  readonly stretches: readonly Stretch[];
  /** Null: it has none yet. */
  readonly end: End | null;
  readonly reopenings: readonly Reopened[];
}

export type Phase = "idle" | "on" | "stopped" | "over";

export interface Life {
  readonly cycles: readonly Cycle[];
  /** A stop was seen before the first start, or without one. */
  readonly earlyStop: boolean;
  readonly cancelled: boolean;
  /** What the clock became, and from which moment on. */
  readonly phases: readonly { readonly from: number; readonly phase: Phase }[];
}

/** The clock as it stands while the events go by. */
interface Clock {
  phase: Phase;
  cycle: Cycle | null;
  /** The event that began it. */
  begunBy: CaseEvent | null;
  isBegunByReset: boolean;
  readonly ended: Cycle[];
  readonly phases: { from: number; phase: Phase }[];
}

export function liveThrough(seen: readonly Seen[], roles: Roles): Life {
  const clock: Clock = {
    phase: "idle",
    cycle: null,
    begunBy: null,
    isBegunByReset: false,
    ended: [],
    phases: [],
  };
  const firstAfter = roles.after === null ? Number.NEGATIVE_INFINITY : momentOfFirst(seen, roles.after);
  let earlyStop = false;
  let cancelled = false;
  for (const at of new Set(seen.map((one) => one.at))) {
    const now = seen.filter((one) => one.at === at).map(({ event }) => event);
    const start = now.find(roles.start);
    const again = now.find(roles.reopen);
    if (clock.phase === "idle" && at >= firstAfter && start !== undefined) begin(clock, at, start);
    else if (clock.phase === "stopped" && again !== undefined) reopen(clock, at, again, roles);
    if (now.some(roles.stop)) {
      earlyStop ||= clock.phase === "idle";
      end(clock, "stop", at);
    }
    cancelled = now.some(roles.cancel);
    // Of a cancellation and a waiver at one moment either does the same to the cycle that runs.
    if (cancelled) end(clock, "cancel", at);
    if (cancelled) break;
    if (now.some(roles.waive)) waive(clock, at, roles);
    reset(clock, at, now.filter(roles.reset));
  }
  const { ended, cycle, phases } = clock;
  return { cycles: cycle === null ? ended : [...ended, cycle], earlyStop, cancelled, phases };
}

/** Before the events of the moment are taken. */
export function phaseBefore({ phases }: Life, moment: number): Phase {
  return phases.findLast(({ from }) => from < moment)?.phase ?? "idle";
}

function become(clock: Clock, phase: Phase, at: number): void {
  clock.phase = phase;
  clock.phases.push({ from: at, phase });
}

function begin(clock: Clock, at: number, by: CaseEvent, isReset = false): void {
  if (clock.cycle !== null) clock.ended.push(clock.cycle);
  clock.begunBy = by;
  clock.isBegunByReset = isReset;
  clock.cycle = {
    startedAt: at,
    stretches: [{ from: at, stopped: false, paused: false }],
    end: null,
    reopenings: [],
  };
  become(clock, "on", at);
}

function reopen(clock: Clock, at: number, by: CaseEvent, { reopening }: Roles): void {
  const before = clock.cycle;
  if (reopening === "ignore" || before === null || before.end === null) return;
  if (reopening === "new-cycle") {
    begin(clock, at, by);
    return;
  }
  const between = { from: before.end.at, stopped: true, paused: false };
  const stretches = [...before.stretches, between, { from: at, stopped: false, paused: false }];
  const reopenings = [...before.reopenings, { stoppedAt: before.end.at, reopenedAt: at, before }];
  clock.cycle = { ...before, stretches, end: null, reopenings };
  become(clock, "on", at);
}

function end(clock: Clock, by: End["by"], at: number): void {
  if (clock.phase !== "on" || clock.cycle === null) return;
  clock.cycle = { ...clock.cycle, end: { by, at } };
  become(clock, "stopped", at);
}

function waive(clock: Clock, at: number, { reopening }: Roles): void {
  if (clock.phase !== "on") return;
  end(clock, "waive", at);
  if (reopening !== "new-cycle") become(clock, "over", at);
}

/** The event that began the cycle does not end it; nor does another reset of the instant at which one began it. */
function reset(clock: Clock, at: number, by: readonly CaseEvent[]): void {
  if (clock.phase !== "on" || clock.cycle === null) return;
  if (clock.isBegunByReset && instantOf(clock.cycle.startedAt) === instantOf(at)) return;
  const another = by.find((event) => event !== clock.begunBy);
  if (another === undefined) return;
  end(clock, "reset", at);
  begin(clock, at, another, true);
}

function momentOfFirst(seen: readonly Seen[], matches: Matches): number {
  return seen.find(({ event }) => matches(event))?.at ?? Number.POSITIVE_INFINITY;
}
