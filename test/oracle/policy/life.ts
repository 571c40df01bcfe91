/**
 * Life: what the events make of a clock, cycle by cycle, without a look at hours or targets.
 *
 * The events are taken one by one: start and reopen, the balance of pauses and resumes, stop, cancel and waive, reset.
 */

import type { Reopening } from "../../../src/policy/document.ts";
import type { Matches } from "./matcher.ts";
import type { CaseEvent, Seen } from "./types.ts";

/** Which events matter to a clock, and what they do. */
export interface Roles {
  readonly start: Matches;
  readonly stop: Matches;
  readonly reopen: Matches;
  readonly reset: Matches;
  readonly waive: Matches;
  readonly pause: Matches;
  readonly resume: Matches;
  readonly cancel: Matches;
  /** Null: a start is one from the beginning. */
  readonly after: Matches | null;
  readonly reopening: Reopening;
}

/** How the clock is from an instant on. */
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

export interface Life {
  readonly cycles: readonly Cycle[];
  /** A stop was seen before the first start, or without one. */
  readonly earlyStop: boolean;
  readonly cancelled: boolean;
}

/** The clock as it stands while the events go by. */
interface Clock {
  phase: "idle" | "on" | "stopped" | "over";
  paused: boolean;
  cycle: Cycle | null;
  /** The event that began the cycle. */
  begunBy: CaseEvent | null;
  readonly ended: Cycle[];
  /** Since the stop; it is part of the cycle if the clock is reopened. */
  gap: Stretch[];
}

export function liveThrough(seen: readonly Seen[], roles: Roles): Life {
  const clock: Clock = { phase: "idle", paused: false, cycle: null, begunBy: null, ended: [], gap: [] };
  const firstAfter = roles.after === null ? Number.NEGATIVE_INFINITY : instantOfFirst(seen, roles.after);
  let earlyStop = false;
  let cancelled = false;
  for (const at of new Set(seen.map((one) => one.at))) {
    const now = seen.filter((one) => one.at === at).map(({ event }) => event);
    for (const event of now) startOrReopen(clock, at, event, roles, at >= firstAfter);
    pauseOrResume(clock, at, now.filter(roles.pause).length - now.filter(roles.resume).length);
    if (now.some(roles.stop)) {
      earlyStop ||= clock.phase === "idle";
      end(clock, "stop", at);
    }
    cancelled = now.some(roles.cancel);
    // Of a cancellation and a waiver at one instant either does the same to the cycle that runs.
    if (cancelled) end(clock, "cancel", at);
    if (cancelled) break;
    if (now.some(roles.waive)) waive(clock, at, roles);
    // The event that begins a cycle does not reset it, and several of one instant end one cycle.
    const resets = now.filter((event) => roles.reset(event) && event !== clock.begunBy);
    if (resets[0] !== undefined) reset(clock, at, resets[0]);
  }
  const { ended, cycle } = clock;
  return { cycles: cycle === null ? ended : [...ended, cycle], earlyStop, cancelled };
}

function startOrReopen(clock: Clock, at: number, event: CaseEvent, roles: Roles, mayStart: boolean): void {
  if (clock.phase === "idle" && mayStart && roles.start(event)) begin(clock, at, event);
  else if (clock.phase === "stopped" && roles.reopen(event)) {
    if (roles.reopening === "new-cycle") begin(clock, at, event);
    else if (roles.reopening !== "ignore") reopen(clock, at);
  }
}

function begin(clock: Clock, at: number, event: CaseEvent): void {
  if (clock.cycle !== null) clock.ended.push(clock.cycle);
  const stretches = [{ from: at, stopped: false, paused: clock.paused }];
  clock.cycle = { startedAt: at, stretches, end: null, reopenings: [] };
  clock.phase = "on";
  clock.begunBy = event;
}

function reopen(clock: Clock, at: number): void {
  const before = clock.cycle;
  if (before === null || before.end === null) return;
  const stretches = [...before.stretches, ...clock.gap, { from: at, stopped: false, paused: clock.paused }];
  const reopenings = [...before.reopenings, { stoppedAt: before.end.at, reopenedAt: at, before }];
  clock.cycle = { ...before, stretches, end: null, reopenings };
  clock.phase = "on";
}

/** Of the pauses and resumes of one instant pairs cancel out. */
function pauseOrResume(clock: Clock, at: number, balance: number): void {
  if (balance === 0) return;
  clock.paused = balance > 0;
  const stretch = { from: at, stopped: clock.phase !== "on", paused: clock.paused };
  if (clock.phase !== "on") clock.gap.push(stretch);
  else if (clock.cycle !== null) clock.cycle = { ...clock.cycle, stretches: [...clock.cycle.stretches, stretch] };
}

function end(clock: Clock, by: End["by"], at: number): void {
  if (clock.phase !== "on" || clock.cycle === null) return;
  clock.cycle = { ...clock.cycle, end: { by, at } };
  if (by === "stop" || by === "waive") clock.paused = false;
  clock.gap = [{ from: at, stopped: true, paused: clock.paused }];
  clock.phase = "stopped";
}

function waive(clock: Clock, at: number, roles: Roles): void {
  if (clock.phase !== "on") return;
  end(clock, "waive", at);
  if (roles.reopening !== "new-cycle") clock.phase = "over";
}

function reset(clock: Clock, at: number, event: CaseEvent): void {
  if (clock.phase !== "on") return;
  end(clock, "reset", at);
  begin(clock, at, event);
}

function instantOfFirst(seen: readonly Seen[], matches: Matches): number {
  return seen.find(({ event }) => matches(event))?.at ?? Number.POSITIVE_INFINITY;
}
