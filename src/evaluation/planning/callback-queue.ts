/**
 * A queue of callbacks, served by agents: who takes whom, and when.
 *
 * The order is fixed: carried-over calls first, by the instant of the call, then id; then the others, likewise. The next call
 * goes to the agent that is free earliest, of those free at one instant to the first in their order. Its handling lies in one
 * open interval: what would cross a closing starts at an opening after it. Priority: no carried-over call starts before one
 * ahead of it, and no other before the last of them; a call that comes later than `from` starts before nobody ahead of it, for
 * by then they may be carried over.
 * Law: with one agent more no call starts later, so a target that is kept stays kept.
 * Units: instants in ms. Errors: `calendar.beyond-reach`, `callback.never-fits`. Source: docs/charter.md, "Who is called when".
 */
import { nextCloseMs, nextOpenMs } from "../../clock/questions.ts";
import { elapsedBetween } from "../../clock/search.ts";
import { isOuvreeError } from "../../issues/error.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import { type Handling, refuseLate, YEAR_MS } from "./handling-time.ts";

/** Something promised about a callback. */
export interface CallTarget {
  readonly name: string;
  /** When it is used up; undefined where that is beyond the reach. */
  readonly dueMs: number | undefined;
  /** Whether a callback whose handling ends at an instant is too late. */
  isMissed(endMs: number): boolean;
}

/** A call that waits for its callback. */
export interface WaitingCall extends Handling {
  readonly id: string;
  readonly customer: string | undefined;
  readonly calledMs: number;
  /** The closing at which it is carried over unless it is made before; infinite on a desk that does not close. */
  readonly carriedAtMs: number;
  readonly targets: readonly CallTarget[];
}

/** A call's turn: the agent's index, and when it is handled. */
export interface Turn {
  readonly agent: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** Whether a call is carried over at an instant: at the closing itself it is. */
export function isCarriedOver({ carriedAtMs }: WaitingCall, atMs: number): boolean {
  return carriedAtMs <= atMs;
}

/** The calls in the order in which they are served. */
export function queueOf(calls: readonly WaitingCall[], fromMs: number): WaitingCall[] {
  const rank = (call: WaitingCall): number => (isCarriedOver(call, fromMs) ? 0 : 1);
  return [...calls].sort((a, b) => rank(a) - rank(b) || a.calledMs - b.calledMs || (a.id < b.id ? -1 : 1));
}

/** The turns of a queue, in its order. */
export function turnsOf(timeline: Timeline, queue: readonly WaitingCall[], agentCount: number, fromMs: number): Turn[] {
  // More agents than calls have nothing to do.
  const agents = new FreeAgents(Math.min(agentCount, queue.length), fromMs);
  /** Latest start of the carried-over calls so far, and of all. */
  let [carriedMs, latestMs] = [fromMs, fromMs];
  // A year for each: the same for any number of agents, lest more of them fail where fewer do not.
  const untilMs = queue.reduce((last, { calledMs }) => Math.max(last, calledMs), fromMs) + queue.length * YEAR_MS;
  return queue.map((call) => {
    const { calledMs, handlingMs } = call;
    const { index, freeMs } = agents.first;
    const notBeforeMs = calledMs > fromMs ? latestMs : carriedMs;
    const startMs = firstFitMs(timeline, call, Math.max(freeMs, calledMs, notBeforeMs), untilMs);
    const endMs = startMs + handlingMs;
    if (isCarriedOver(call, fromMs)) carriedMs = startMs;
    latestMs = Math.max(latestMs, startMs);
    agents.occupyFirst(endMs);
    return { agent: index, startMs, endMs };
  });
}

/** What is missed however many agents there are, as turns of a queue in which each call has its own; and how many it takes. */
export function fewestAgents(
  timeline: Timeline,
  queue: readonly WaitingCall[],
  fromMs: number,
): { readonly unhurried: readonly Turn[]; readonly agents: number } {
  const missesOf = (turns: readonly Turn[]): number =>
    turns.reduce((sum, { endMs }, i) => sum + missedBy(queue[i]!, endMs).length, 0);
  const unhurried = turnsOf(timeline, queue, queue.length, fromMs);
  const fewestMisses = missesOf(unhurried);
  const isEnough = (count: number): boolean => {
    try {
      return missesOf(turnsOf(timeline, queue, count, fromMs)) === fewestMisses;
    } catch (error) {
      // So few that they would work on into years that are not known.
      if (isOuvreeError(error)) return false;
      throw error;
    }
  };
  let [low, high] = [Math.min(1, queue.length), queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return { unhurried, agents: low };
}

/** The targets that hold for a callback whose handling ends at an instant: carry-over only if it is pending at the closing. */
export function targetsBy(call: WaitingCall, endMs: number): CallTarget[] {
  return call.targets.filter(({ name }) => name !== CARRY_OVER || isCarriedOver(call, endMs));
}

/** Names of the targets that a callback misses whose handling ends at an instant. */
export function missedBy(call: WaitingCall, endMs: number): string[] {
  return targetsBy(call, endMs).flatMap((target) => (target.isMissed(endMs) ? target.name : []));
}

/** What the promise about carried-over callbacks is called among the targets. */
export const CARRY_OVER = "carry-over";

/** The first instant from which the handling of a call lies in one open interval. */
function firstFitMs(timeline: Timeline, call: WaitingCall, fromMs: number, untilMs: number): number {
  const { handlingMs } = call;
  for (let atMs = fromMs; ; ) {
    const openMs = nextOpenMs(timeline, atMs);
    // Asked this way, a desk that never closes needs no closing.
    if (elapsedBetween(timeline, openMs, openMs + handlingMs) === handlingMs) return openMs;
    if (openMs > untilMs) refuseLate(timeline, call, untilMs);
    atMs = nextCloseMs(timeline, openMs);
  }
}

interface Agent {
  readonly index: number;
  readonly freeMs: number;
}

/** The agents by when they are free, then by their order: a binary heap, for a hundred agents are searched for each call. */
class FreeAgents {
  private readonly heap: Agent[];

  constructor(count: number, freeMs: number) {
    this.heap = Array.from({ length: count }, (_, index) => ({ index, freeMs }));
  }

  get first(): Agent {
    return this.heap[0]!;
  }

  /** The first one is busy until an instant. */
  occupyFirst(untilMs: number): void {
    const { heap } = this;
    const busy = { index: this.first.index, freeMs: untilMs };
    let place = 0;
    for (;;) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const child = right < heap.length && isBefore(heap[right]!, heap[left]!) ? right : left;
      if (child >= heap.length || isBefore(busy, heap[child]!)) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = busy;
  }
}

function isBefore(one: Agent, other: Agent): boolean {
  return one.freeMs < other.freeMs || (one.freeMs === other.freeMs && one.index < other.index);
}
