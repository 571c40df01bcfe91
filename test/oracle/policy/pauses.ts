/**
 * Pauses: when a case stands still, for all of its clocks together, and what was said of it in vain.
 */

import type { Cycle, Life, Stretch } from "./life.ts";
import type { Matches } from "./matcher.ts";
import { instantOf } from "./order.ts";
import type { Seen } from "./types.ts";

export interface PauseRoles {
  readonly pause: Matches;
  readonly resume: Matches;
  /** What a commitment of the kind names under `reopen`. */
  readonly reopen: Matches;
  /** Some clock of the case is stopped or waived before the events of the moment are taken. */
  readonly isSomeStopped: (moment: number) => boolean;
}

export interface Pauses {
  /** Sorted; before the first the case is not paused. */
  readonly changes: readonly { readonly from: number; readonly paused: boolean }[];
  readonly faults: readonly Fault[];
}

/** A pause while one is on, or a resume without one. */
export interface Fault {
  readonly at: number;
  readonly code: "case.second-pause" | "case.resume-without-pause";
}

/** @param seen Nothing after a cancellation: it ends a pause, and with it everything. */
export function pausesOf(seen: readonly Seen[], roles: PauseRoles): Pauses {
  const changes: { from: number; paused: boolean }[] = [];
  const faults: Fault[] = [];
  let paused = false;
  let endedByReopening = Number.NaN;
  const become = (now: boolean, from: number): void => {
    if (now !== paused) changes.push({ from, paused: now });
    paused = now;
  };
  for (const at of new Set(seen.map((one) => one.at))) {
    const now = seen.filter((one) => one.at === at).map(({ event }) => event);
    if (paused && now.some(roles.reopen) && roles.isSomeStopped(at)) {
      become(false, at);
      endedByReopening = instantOf(at);
    }
    // Of the pauses and resumes of one moment pairs cancel out.
    const balance = now.filter(roles.pause).length - now.filter(roles.resume).length;
    if (balance > 0) {
      if (paused || balance > 1) faults.push({ at, code: "case.second-pause" });
      become(true, at);
    }
    if (balance < 0) {
      const isSpare = balance < -1 || !paused;
      if (isSpare && endedByReopening !== instantOf(at)) faults.push({ at, code: "case.resume-without-pause" });
      become(false, at);
    }
  }
  return { changes, faults };
}

/** The cycles of a clock that pauses stop. */
export function withPauses(life: Life, pauses: Pauses): Life {
  return { ...life, cycles: life.cycles.map((cycle) => pausedCycle(cycle, pauses)) };
}

function pausedCycle(cycle: Cycle, pauses: Pauses): Cycle {
  const { startedAt, stretches, end, reopenings } = cycle;
  const to = end?.at ?? Number.POSITIVE_INFINITY;
  const own = pauses.changes.map(({ from }) => from).filter((from) => from > startedAt && from <= to);
  const cuts = [...new Set([...stretches.map(({ from }) => from), ...own])].sort((a, b) => a - b);
  const cut = cuts.flatMap((from): Stretch[] => {
    const paused = pauses.changes.findLast((change) => change.from <= from)?.paused ?? false;
    const begun = stretches.filter((stretch) => stretch.from === from);
    const last = stretches.findLast((stretch) => stretch.from <= from) as Stretch;
    // A clock that is stopped and reopened in one moment has two stretches that begin there.
    return (begun.length > 0 ? begun : [{ ...last, from }]).map((stretch) => ({ ...stretch, paused }));
  });
  const before = reopenings.map((one) => ({ ...one, before: pausedCycle(one.before, pauses) }));
  return { ...cycle, stretches: cut, reopenings: before };
}
