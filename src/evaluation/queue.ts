/**
 * The order of the queues: who overtook whom, once all cases are judged.
 *
 * Source: docs/charter.md, rule 7.
 */
import type { Commitment, Policy } from "../policy/policy.ts";
import { overtakers, type Queued } from "./carry-over.ts";
import { readClock } from "./clock.ts";
import type { Judged } from "./judge-case.ts";
import type { Result } from "./result.ts";

/** Results, with the cases that overtook each carried-over one. */
export function withOrder(
  judged: readonly Judged[],
  counted: readonly Judged[],
  policy: Policy,
): Map<Commitment, Result>[] {
  const queues = new Map<string, Queued[]>();
  const queueOf = (commitment: Commitment, name: string): Queued[] => {
    const key = `${commitment.id} ${name}`;
    let queue = queues.get(key);
    if (queue === undefined) {
      queue = queuedCases(counted, commitment, name, policy);
      queues.set(key, queue);
    }
    return queue;
  };
  return judged.map(({ found, judgements }) => {
    const queueName = policy.kinds.get(found.kind)?.queue;
    return new Map(
      [...judgements].map(([commitment, { result, carriedAtMs, pendingUntilMs }]): [Commitment, Result] => {
        if (commitment.kind !== "carry-over" || carriedAtMs === undefined || queueName === undefined)
          return [commitment, result];
        const overtakenBy = overtakers(queueOf(commitment, queueName), carriedAtMs, pendingUntilMs!);
        const isMiss = commitment.order === "require" && result.outcome === "met" && overtakenBy.length > 0;
        return [commitment, { ...result, ...(isMiss ? { outcome: "missed" as const } : {}), overtakenBy }];
      }),
    );
  });
}

/** The cases of a queue that were helped, by the instant of the call. */
function queuedCases(counted: readonly Judged[], commitment: Commitment, queueName: string, policy: Policy): Queued[] {
  if (commitment.kind !== "carry-over") return [];
  const queue: Queued[] = [];
  for (const { found } of counted) {
    if (policy.kinds.get(found.kind)?.queue !== queueName) continue;
    const clock = readClock(
      found.events,
      {
        isStart: (event) => event.type === commitment.start,
        isStop: (event) => event.type === commitment.stop,
        isCancel: (event) => event.type === policy.cancel,
      },
      [],
    );
    if (clock.startMs !== undefined && clock.stopMs !== undefined)
      queue.push({ id: found.id, calledMs: clock.startMs, helpedMs: clock.stopMs });
  }
  return queue.sort((a, b) => a.calledMs - b.calledMs);
}
