/**
 * Callback: the call that could not be handled before closing, and who was called back before it.
 */

import { closingOf, isWorkingDate, nextWorkingDate, openingOf } from "./desk.ts";
import type { Story } from "./events.ts";
import { dateAt, endOf, iso } from "./paris.ts";
import type { Expected } from "./types.ts";

/** Only `assisted` makes a callback; one after the cancellation is not read. */
export interface Call {
  readonly id: string;
  readonly calledAt: number;
  readonly madeAt: number | null;
}

/** A case of a phone kind as the queue knows it, or null if nobody called. */
export function callOf(id: string, story: Story): Call | null {
  const { startedAt, stoppedAt, cancelledAt } = story;
  if (startedAt === null) return null;
  const isRead = stoppedAt !== null && (cancelledAt === null || stoppedAt <= cancelledAt);
  return { id, calledAt: startedAt, madeAt: isRead ? stoppedAt : null };
}

/** Closing of the call's own day if it still lies ahead; a call later than that is carried over at once. */
export function carriedOverAt(calledAt: number): number {
  const serviceDay = dateAt(calledAt);
  return isWorkingDate(serviceDay) ? Math.max(calledAt, closingOf(serviceDay)) : calledAt;
}

/** Newer calls that were helped while this one waited. */
function overtakers(call: Call, waitedUntil: number | null, queue: readonly Call[]): string[] {
  const carriedAt = carriedOverAt(call.calledAt);
  const found: { id: string; at: number }[] = [];
  for (const other of queue) {
    if (other.id === call.id || other.madeAt === null || other.calledAt <= carriedAt) continue;
    // Still waiting at asOf: every help seen so far is earlier than one that is yet to come.
    if (waitedUntil === null || other.madeAt < waitedUntil) found.push({ id: other.id, at: other.madeAt });
  }
  found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return found.map(({ id }) => id);
}

/** The story has a call. */
export function judgeCallback(story: Story, call: Call, queue: readonly Call[], asOf: number): Expected {
  const { calledAt, madeAt } = call;
  const { cancelledAt } = story;
  if (madeAt === null && cancelledAt !== null && cancelledAt < calledAt) {
    return { outcome: "not-applicable", dueAt: null };
  }
  const started = { startedAt: iso(calledAt) };
  if (madeAt === null && story.earlyStop) {
    if (cancelledAt !== null) return { outcome: "not-applicable", ...started, dueAt: null };
    return { outcome: "unmeasurable", reason: "stop-before-start", ...started, dueAt: null };
  }

  const carriedAt = carriedOverAt(calledAt);
  const endedAt = madeAt ?? cancelledAt;
  const stopped = { ...started, stoppedAt: madeAt === null ? null : iso(madeAt) };
  if (madeAt !== null && madeAt < carriedAt) {
    return { outcome: "not-applicable", ...stopped, dueAt: null, carriedOver: false };
  }
  const dueDate = nextWorkingDate(dateAt(calledAt));
  const isLate = dateAt(endedAt ?? asOf) > dueDate;
  if (madeAt === null && cancelledAt !== null && !isLate) {
    return { outcome: "not-applicable", ...started, dueAt: null };
  }
  if ((endedAt ?? asOf) < carriedAt) {
    return { outcome: "running", ...stopped, dueAt: null, carriedOver: false, dueFrom: null };
  }
  const dueAt = iso(endOf(dueDate));
  const carried = {
    ...stopped,
    carriedOver: true,
    dueFrom: iso(openingOf(dueDate)),
    dueAt,
    overtakenBy: overtakers(call, endedAt, queue),
  };
  if (isLate) return { outcome: "missed", ...carried, missedAt: dueAt };
  if (madeAt !== null) return { outcome: "met", ...carried };
  return { outcome: "running", ...carried, missedAt: dueAt };
}
