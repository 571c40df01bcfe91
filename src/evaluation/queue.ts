/**
 * The order of the queues: who overtook whom, once all cases are judged.
 *
 * Source: docs/charter.md, rule 7; docs/semantics.md, "Carry-over".
 */

import { isOneOf } from "./cases/matches.ts";
import { readClock } from "./clocks/clock.ts";
import { earliest } from "./clocks/clock-state.ts";
import { isoOrNull } from "./instants.ts";
import type { Judged } from "./judge-case.ts";
import type { ResultMembers } from "./result.ts";
import { overtakers, type Queued } from "./targets/carry-over.ts";

/** A case in a queue of one commitment. */
export interface QueueEntry extends Queued {
  /** The commitment and the queue: only cases of one queue overtake each other. */
  readonly queue: string;
}

/** A callback that was carried over, as the order of its queue needs it. */
export interface Carried {
  readonly queue: string;
  readonly commitment: string;
  readonly carriedAtMs: number;
  /** Infinite while it is pending. */
  readonly pendingUntilMs: number;
  /** What being overtaken makes of it, by the first instant at which it was; undefined where it is only told. */
  readonly ifOvertaken: ((overtakenMs: number) => Overtaken) | undefined;
}

/** What overtaking makes of a callback; a member that is undefined is taken out of its result. */
export type Overtaken = Partial<
  Pick<
    ResultMembers,
    "outcome" | "dueAt" | "dueDate" | "missedAt" | "nextChangeAt" | "calendarOpen" | "clock" | "overtakenBy"
  >
>;

/** The callbacks of a case that were carried over. */
export function carriedOf({ found, setting, judgements }: Judged): Carried[] {
  const name = setting.policy.kinds.get(found.kind)?.queue;
  if (name === undefined) return [];
  return [...judgements].flatMap(([commitment, judged]): Carried[] => {
    const { result, carriedAtMs, pendingUntilMs, due, excuses } = judged;
    if (commitment.kind !== "carry-over" || carriedAtMs === undefined) return [];
    const { id } = commitment;
    const missed = (overtakenMs: number): Overtaken => missedBy(result, due, overtakenMs, excuses === true);
    const ifOvertaken = commitment.order === "require" ? missed : undefined;
    return [{ queue: nameOf(id, name), commitment: id, carriedAtMs, pendingUntilMs: pendingUntilMs!, ifOvertaken }];
  });
}

/** Missed from the instant on at which it was first overtaken, and no later than it was anyway; what was then cancelled, too. */
function missedBy(
  { outcome, missedAt, clock = "stopped" }: ResultMembers,
  due: Overtaken = {},
  overtakenMs: number,
  excuses: boolean,
): Overtaken {
  const wasMissed = outcome === "missed" || outcome === "excused";
  return {
    ...due,
    outcome: excuses ? "excused" : "missed",
    missedAt: earliest(wasMissed ? missedAt : undefined, isoOrNull(overtakenMs)),
    nextChangeAt: null,
    calendarOpen: undefined,
    clock,
  };
}

/** Where a case stands in the queues: when it called, and when it was first helped. */
export function queueEntriesOf({ found, setting }: Judged, referent: string | undefined): QueueEntry[] {
  const { policy, version } = setting;
  const name = policy.kinds.get(found.kind)?.queue;
  if (name === undefined) return [];
  return [...version.commitments.values()].flatMap((commitment): QueueEntry[] => {
    if (commitment.kind !== "carry-over") return [];
    const { cycles } = readClock(
      found.events,
      {
        reopening: "ignore",
        allowsEarlyStops: true,
        isStart: (event) => isOneOf(commitment.start, event, referent),
        isStop: (event) => isOneOf(commitment.stop, event, referent),
        isCancel: (event) => isOneOf(policy.cancel, event, undefined),
      },
      [],
    );
    const helpedMs = cycles[0]?.stopMs;
    if (helpedMs === undefined) return [];
    return [{ queue: nameOf(commitment.id, name), id: found.id, calledMs: cycles[0]!.startMs, helpedMs }];
  });
}

/** A queue of a commitment; no two have the same name, whatever theirs is. */
function nameOf(commitment: string, queue: string): string {
  return JSON.stringify([commitment, queue]);
}

/** The queues, each by the instant of the call. */
export function sortedQueues(entries: Iterable<QueueEntry>): ReadonlyMap<string, readonly Queued[]> {
  const queues = new Map<string, Queued[]>();
  for (const entry of entries) {
    const queue = queues.get(entry.queue);
    if (queue === undefined) queues.set(entry.queue, [entry]);
    else queue.push(entry);
  }
  for (const queue of queues.values()) queue.sort((a, b) => a.calledMs - b.calledMs);
  return queues;
}

/** What the cases that overtook a carried-over one make of it, with their ids; undefined if there is none. */
export function overtakenOf(
  { queue, carriedAtMs, pendingUntilMs, ifOvertaken }: Carried,
  queues: ReadonlyMap<string, readonly Queued[]>,
): Overtaken | undefined {
  const found = overtakers(queues.get(queue) ?? [], carriedAtMs, pendingUntilMs);
  if (found.length === 0) return undefined;
  return { overtakenBy: found.map(({ id }) => id), ...ifOvertaken?.(found[0]!.helpedMs) };
}
