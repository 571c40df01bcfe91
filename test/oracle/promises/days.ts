/**
 * Days: a target in days whose request may count for the next working day.
 */

import { dateAt, daysBetween } from "../charter/paris.ts";
import type { Desk } from "./desk.ts";
import { isWorkingDate, nextWorkingDate } from "./desk.ts";
import type { DaysPromise } from "./document.ts";
import type { SeenCase } from "./events.ts";
import { firstOf, storyOf } from "./events.ts";
import type { Setting } from "./setting.ts";
import { customerOf, isCovered, shown } from "./setting.ts";
import { edgesOf, requestDate } from "./targets.ts";
import type { Expected } from "./types.ts";

export function judgeDays(commitment: DaysPromise, one: SeenCase, desk: Desk, setting: Setting): Expected {
  const { start, stop, target, conditions } = commitment;
  const story = storyOf(one, start, stop, setting.document.events.cancel);
  const { startedAt, cancelledAt } = story;
  if (startedAt === null) {
    const none = { startedAt: null, dueAt: null };
    if (cancelledAt !== null) return { outcome: "not-applicable", ...none };
    return { outcome: "unmeasurable", reason: "missing-event", ...none };
  }
  const started = { startedAt: shown(startedAt) };
  const notApplicable = { outcome: "not-applicable", ...started, dueAt: null } as const;
  const customer = customerOf(setting, one.input.customer);
  if (!isCovered(setting, conditions, customer, dateAt(startedAt), firstOf(one, start))) return notApplicable;
  if (cancelledAt !== null && cancelledAt < startedAt) return notApplicable;

  const isRead = story.stoppedAt !== null && (cancelledAt === null || story.stoppedAt <= cancelledAt);
  const stoppedAt = isRead ? story.stoppedAt : null;
  if (stoppedAt === null && cancelledAt === null && story.earlyStop) {
    return { outcome: "unmeasurable", reason: "stop-before-start", ...started, dueAt: null };
  }
  const { dueAt, missedAt, dueDate } = edgesOf(target, startedAt, desk);
  const now = stoppedAt ?? cancelledAt ?? setting.asOf;
  const isLate = now >= missedAt;
  if (stoppedAt === null && cancelledAt !== null && (!isLate || story.earlyStop)) return notApplicable;
  const elapsedDays = daysOf(target.count, requestDate(target, startedAt, desk), dateAt(now));
  const told = { ...started, stoppedAt: shown(stoppedAt), dueAt: shown(dueAt), elapsedDays };
  const due = dueDate === undefined ? told : { ...told, dueDate };
  if (isLate) return { outcome: "missed", ...due, missedAt: shown(missedAt) };
  if (stoppedAt !== null) return { outcome: "met", ...due, missedAt: null };
  return { outcome: "running", ...due, missedAt: shown(missedAt) };
}

/** From the day for which the request counts; none before it. */
function daysOf(count: "calendar" | "working", from: string, to: string): number {
  if (to <= from) return 0;
  if (count === "calendar") return daysBetween(from, to);
  let days = 0;
  for (let date = nextWorkingDate(from); date <= to; date = nextWorkingDate(date)) days += isWorkingDate(date) ? 1 : 0;
  return days;
}
