/**
 * The order of the queues: who overtook whom, once all cases are judged.
 *
 * Source: docs/charter.md, rule 7.
 */
import { overtakers, type Queued } from "./carry-over.ts";
import { readClock } from "./clock.ts";
import type { Judged } from "./judge-case.ts";
import { isOneOf } from "./matches.ts";

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
  /** What being overtaken makes of it; undefined where it is only told. */
  readonly ifOvertaken: "missed" | "excused" | undefined;
}

/** The callbacks of a case that were carried over. */
export function carriedOf({ found, setting, judgements }: Judged): Carried[] {
  const name = setting.policy.kinds.get(found.kind)?.queue;
  if (name === undefined) return [];
  return [...judgements].flatMap(([commitment, { result, carriedAtMs, pendingUntilMs, excuses }]): Carried[] => {
    if (commitment.kind !== "carry-over" || carriedAtMs === undefined) return [];
    const isRequired = commitment.order === "require" && result.outcome === "met";
    const ifOvertaken = isRequired ? (excuses === true ? "excused" : "missed") : undefined;
    const queue = nameOf(commitment.id, name);
    return [{ queue, commitment: commitment.id, carriedAtMs, pendingUntilMs: pendingUntilMs!, ifOvertaken }];
  });
}

/** Where a case stands in the queues: when it called, and when it was first helped. */
export function queueEntriesOf({ found, setting }: Judged): QueueEntry[] {
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
        isStart: (event) => isOneOf(commitment.start, event, undefined),
        isStop: (event) => isOneOf(commitment.stop, event, undefined),
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

/** The cases that overtook a carried-over one. */
export function overtakersOf(
  { queue, carriedAtMs, pendingUntilMs }: Carried,
  queues: ReadonlyMap<string, readonly Queued[]>,
): string[] {
  return overtakers(queues.get(queue) ?? [], carriedAtMs, pendingUntilMs);
}
