/**
 * Carry-over: callbacks still pending when the day, or the window of the call, closes.
 */

import { dateAt, endOf, iso } from "../charter/paris.ts";
import { carriedOverAt } from "./closing.ts";
import type { Desk } from "./desk.ts";
import { nextWorkingDateOf, openingOf, serviceDayOf } from "./desk.ts";
import type { CarryOver } from "./document.ts";
import type { SeenCase, Story } from "./events.ts";
import { firstOf, storyOf } from "./events.ts";
import type { Setting } from "./setting.ts";
import { customerOf, earliest, isCovered, shown } from "./setting.ts";
import type { Expected } from "./types.ts";

/** Help after a cancellation is not read. */
function madeAt({ stoppedAt, cancelledAt }: Story): number | null {
  return stoppedAt !== null && (cancelledAt === null || stoppedAt <= cancelledAt) ? stoppedAt : null;
}

interface Overtaker {
  readonly id: string;
  readonly at: number;
}

function overtakers(
  { start, stop }: CarryOver,
  one: SeenCase,
  carriedAt: number,
  waitedUntil: number | null,
  setting: Setting,
): Overtaker[] {
  const queue = (kind: string): string | undefined => setting.document.kinds[kind]?.queue;
  const found: Overtaker[] = [];
  for (const other of setting.cases) {
    if (other === one || queue(other.input.kind) !== queue(one.input.kind)) continue;
    const story = storyOf(other, start, stop, setting.document.events.cancel);
    const at = madeAt(story);
    if (story.startedAt === null || at === null || story.startedAt <= carriedAt) continue;
    // At the very instant of the help or of the cancellation nobody is overtaken.
    if (waitedUntil === null || at < waitedUntil) found.push({ id: other.input.id, at });
  }
  return found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

export function judgeCarryOver(commitment: CarryOver, one: SeenCase, desk: Desk, setting: Setting): Expected {
  const { start, stop, order, conditions } = commitment;
  const story = storyOf(one, start, stop, setting.document.events.cancel);
  const { startedAt: calledAt, cancelledAt } = story;
  if (calledAt === null) {
    const outcome = { startedAt: null, dueAt: null };
    if (cancelledAt !== null) return { outcome: "not-applicable", ...outcome };
    return { outcome: "unmeasurable", reason: "missing-event", ...outcome };
  }
  const started = { startedAt: iso(calledAt) };
  const notApplicable = { outcome: "not-applicable", ...started, dueAt: null } as const;
  const customer = customerOf(setting, one.input.customer);
  if (!isCovered(setting, conditions, customer, dateAt(calledAt), firstOf(one, start))) return notApplicable;
  const made = madeAt(story);
  if (made === null && cancelledAt !== null && (cancelledAt < calledAt || story.earlyStop)) return notApplicable;
  if (made === null && story.earlyStop) {
    return { outcome: "unmeasurable", reason: "stop-before-start", ...started, dueAt: null };
  }

  const carriedAt = carriedOverAt(commitment, desk, calledAt);
  const endedAt = made ?? cancelledAt;
  const stopped = { ...started, stoppedAt: shown(made) };
  // Where the desk does not close nothing is carried over, made or pending.
  if (carriedAt === null || (made !== null && made < carriedAt)) {
    return { ...notApplicable, ...stopped, carriedOver: false };
  }
  const dueDate = nextWorkingDateOf(desk, serviceDayOf(desk, calledAt));
  const tooLate = endOf(dueDate);
  const waitedUntil = endedAt ?? setting.asOf;
  if (waitedUntil < carriedAt) {
    if (cancelledAt !== null) return notApplicable;
    const missedAt = iso(tooLate);
    return { outcome: "running", ...stopped, dueAt: null, carriedOver: false, dueFrom: null, missedAt };
  }
  const ahead = overtakers(commitment, one, carriedAt, endedAt, setting);
  const overtakenAt = order === "require" ? (ahead[0]?.at ?? null) : null;
  // The first of what it was missed by: nothing that comes later saves it, a cancellation neither.
  const missedAt = earliest([
    ...(waitedUntil >= tooLate ? [tooLate] : []),
    ...(overtakenAt === null ? [] : [overtakenAt]),
  ]);
  if (made === null && cancelledAt !== null && missedAt === null) return notApplicable;
  const carried = {
    ...stopped,
    carriedOver: true,
    dueFrom: iso(openingOf(desk, dueDate)),
    dueAt: iso(tooLate),
    overtakenBy: ahead.map(({ id }) => id),
  };
  if (missedAt !== null) return { outcome: "missed", ...carried, missedAt: iso(missedAt) };
  if (made !== null) return { outcome: "met", ...carried };
  return { outcome: "running", ...carried, missedAt: iso(tooLate) };
}
