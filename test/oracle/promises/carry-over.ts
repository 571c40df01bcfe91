/**
 * Carry-over: callbacks still pending when the day, or the window of the call, closes.
 */

import { dateAt, endOf, iso } from "../charter/paris.ts";
import type { Desk } from "./desk.ts";
import { closingOf, isWorkingDate, nextWorkingDate, openingOf, serviceDayOf, windowsOf } from "./desk.ts";
import type { CarryOver } from "./document.ts";
import type { SeenCase, Story } from "./events.ts";
import { storyOf } from "./events.ts";
import type { Setting } from "./setting.ts";
import { customerOf, isCovered, shown } from "./setting.ts";
import type { Expected } from "./types.ts";

/**
 * The instant at which a call still pending is carried over: its closing, or its own instant if that is past.
 * By "window" a call between two windows waits for the next one of its day, as one before the first does.
 */
export function carriedOverAt({ closing }: CarryOver, desk: Desk, calledAt: number): number {
  const day = serviceDayOf(desk, calledAt);
  if (!isWorkingDate(day)) return calledAt;
  if (closing !== "window") return Math.max(calledAt, closingOf(desk, day));
  return windowsOf(desk, day).find(({ closes }) => calledAt < closes)?.closes ?? calledAt;
}

/** Help after a cancellation is not read. */
function madeAt({ stoppedAt, cancelledAt }: Story): number | null {
  return stoppedAt !== null && (cancelledAt === null || stoppedAt <= cancelledAt) ? stoppedAt : null;
}

function overtakers(
  commitment: CarryOver,
  one: SeenCase,
  carriedAt: number,
  waitedUntil: number | null,
  setting: Setting,
): string[] {
  const queue = (kind: string): string | undefined => setting.document.kinds[kind]?.queue;
  const found: { id: string; at: number }[] = [];
  for (const other of setting.cases) {
    if (other === one || queue(other.input.kind) !== queue(one.input.kind)) continue;
    const story = storyOf(other, [commitment.start], [commitment.stop], setting.document.events.cancel);
    const at = madeAt(story);
    if (story.startedAt === null || at === null || story.startedAt <= carriedAt) continue;
    if (waitedUntil === null || at < waitedUntil) found.push({ id: other.input.id, at });
  }
  found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return found.map(({ id }) => id);
}

export function judgeCarryOver(commitment: CarryOver, one: SeenCase, desk: Desk, setting: Setting): Expected {
  const story = storyOf(one, [commitment.start], [commitment.stop], setting.document.events.cancel);
  const { startedAt: calledAt, cancelledAt } = story;
  if (calledAt === null) {
    const outcome = { startedAt: null, dueAt: null };
    if (cancelledAt !== null) return { outcome: "not-applicable", ...outcome };
    return { outcome: "unmeasurable", reason: "missing-event", ...outcome };
  }
  const started = { startedAt: iso(calledAt) };
  const notApplicable = { outcome: "not-applicable", ...started, dueAt: null } as const;
  const customer = customerOf(setting, one.input.customer);
  if (!isCovered(setting, commitment.conditions, customer, dateAt(calledAt))) return notApplicable;
  const made = madeAt(story);
  if (made === null && cancelledAt !== null && (cancelledAt < calledAt || story.earlyStop)) return notApplicable;
  if (made === null && story.earlyStop) {
    return { outcome: "unmeasurable", reason: "stop-before-start", ...started, dueAt: null };
  }

  const carriedAt = carriedOverAt(commitment, desk, calledAt);
  const endedAt = made ?? cancelledAt;
  const stopped = { ...started, stoppedAt: shown(made) };
  if (made !== null && made < carriedAt) return { ...notApplicable, ...stopped, carriedOver: false };
  const dueDate = nextWorkingDate(serviceDayOf(desk, calledAt));
  const isLate = (endedAt ?? setting.asOf) >= endOf(dueDate);
  if (made === null && cancelledAt !== null && !isLate) return notApplicable;
  if ((endedAt ?? setting.asOf) < carriedAt) {
    return { outcome: "running", ...stopped, dueAt: null, carriedOver: false, dueFrom: null };
  }
  const carried = {
    ...stopped,
    carriedOver: true,
    dueFrom: iso(openingOf(desk, dueDate)),
    dueAt: iso(endOf(dueDate)),
    overtakenBy: overtakers(commitment, one, carriedAt, endedAt, setting),
  };
  if (isLate) return { outcome: "missed", ...carried, missedAt: carried.dueAt };
  if (made !== null) return { outcome: "met", ...carried };
  return { outcome: "running", ...carried, missedAt: carried.dueAt };
}
