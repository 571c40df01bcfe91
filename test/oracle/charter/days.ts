/**
 * Days: a target in civil dates (the web form). Only dates are compared; pauses do not touch it.
 */

import { isWorkingDate, nextWorkingDate } from "./desk.ts";
import type { Story } from "./events.ts";
import { dateAt, daysBetween, endOf, iso, plusDays } from "./paris.ts";
import type { Expected } from "./types.ts";

/** Three calendar days, the day of the request not counted, moved to the next working day if the last is closed. */
export function lastDateOfAnswer(requested: string): string {
  const last = plusDays(requested, 3);
  return isWorkingDate(last) ? last : nextWorkingDate(last);
}

/** "In the day": the civil date of the request, working or not. */
export function sameDate(requested: string): string {
  return requested;
}

/** The story has a start. */
export function judgeDays(
  story: Story,
  startedAt: number,
  lastDateOf: (requested: string) => string,
  asOf: number,
): Expected {
  const { stoppedAt, cancelledAt } = story;
  const requested = dateAt(startedAt);
  const dueDate = lastDateOf(requested);
  const started = { startedAt: iso(startedAt) };

  if (cancelledAt !== null && cancelledAt < startedAt) return { outcome: "not-applicable", dueAt: null };
  if (stoppedAt !== null && (cancelledAt === null || stoppedAt <= cancelledAt)) {
    return verdict(stoppedAt, iso(stoppedAt));
  }
  if (cancelledAt !== null) {
    const isPast = dateAt(cancelledAt) > dueDate;
    if (story.earlyStop || !isPast) return { outcome: "not-applicable", ...started, dueAt: null };
    return verdict(cancelledAt, null);
  }
  if (story.earlyStop) return { outcome: "unmeasurable", reason: "stop-before-start", ...started, dueAt: null };
  return verdict(asOf, null);

  function verdict(now: number, stopped: string | null): Expected {
    const isLate = dateAt(now) > dueDate;
    const dueAt = iso(endOf(dueDate));
    const elapsedDays = daysBetween(requested, dateAt(now));
    const figures = { ...started, stoppedAt: stopped, dueDate, dueAt, elapsedDays };
    if (isLate) return { outcome: "missed", ...figures, missedAt: dueAt };
    if (stopped !== null) return { outcome: "met", ...figures };
    return { outcome: "running", ...figures, missedAt: dueAt };
  }
}
