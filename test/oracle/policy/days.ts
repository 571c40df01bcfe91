/**
 * Days: when a target in days counts a request as made, its last date, when it is over, and how many days have passed.
 */

import type { DaysDocument } from "../../../src/policy/documents/document-parts.ts";
import { daysBetween, type Hours, plusDays } from "./hours.ts";

export interface LastDay {
  readonly dueDate: string;
  readonly dueAt: number;
  /** The first instant that is too late. */
  readonly lateFrom: number;
}

export function lastDayOf(target: DaysDocument, hours: Hours, request: number): LastDay {
  const { count, until, rollToOpen } = target;
  const taken = takenAt(target, hours, request);
  let dueDate = dateCountedFrom(target, hours, request);
  for (let left = Number(target.days.slice(1, -1)); left > 0; ) {
    dueDate = plusDays(dueDate);
    if (count === "calendar" || hours.isWorking(dueDate)) left -= 1;
  }
  const unrolled = dueDate;
  while (rollToOpen && !hours.isWorking(dueDate)) dueDate = plusDays(dueDate);
  if (until === "midnight") {
    const dueAt = hours.startOf(plusDays(dueDate));
    return { dueDate, dueAt, lateFrom: dueAt };
  }
  if (until === "closing") {
    const dueAt = hours.closingOf(dueDate);
    return { dueDate, dueAt, lateFrom: dueAt };
  }
  const dueAt = dueDate !== unrolled ? hours.openingOf(dueDate) : timeOfDayOn(target, hours, dueDate, taken);
  return { dueDate, dueAt, lateFrom: dueAt + 1 };
}

/** The time of day at which the request was taken; of a date on which a desk counts, the nearest at which it is open. */
function timeOfDayOn(target: DaysDocument, hours: Hours, date: string, taken: number): number {
  const at = hours.sameTimeOn(date, taken);
  if (isAnyTime(target) || hours.isOpen(at)) return at;
  const next = hours.nextOpen(at);
  return hours.dateAt(next) === date ? next : hours.closingOf(date);
}

/** With the same time of day a request is taken at the first open instant on a working day. */
function takenAt(target: DaysDocument, hours: Hours, request: number): number {
  if (target.until !== "same-time") return request;
  if (isAnyTime(target) && target.day !== "service-day") return request;
  let taken = hours.nextOpen(request);
  while (!hours.isWorking(hours.dateAt(taken))) taken = hours.nextOpen(hours.startOf(plusDays(hours.dateAt(taken))));
  return taken;
}

/** Calendar days without a roll end at the time of day, open or closed. */
function isAnyTime({ count, rollToOpen }: DaysDocument): boolean {
  return count === "calendar" && !rollToOpen;
}

function dateCountedFrom(target: DaysDocument, hours: Hours, request: number): string {
  if (target.until === "same-time") return hours.dateAt(takenAt(target, hours, request));
  return target.day === "service-day" ? serviceDayOf(hours, request) : hours.dateAt(request);
}

/** The date whose window contains the request, else its civil date; the next working day where that is over or closed. */
function serviceDayOf(hours: Hours, request: number): string {
  const date = hours.dateAt(request);
  const before = plusDays(date, -1);
  if (hours.isOpen(request) && hours.isWorking(before) && request < hours.closingOf(before)) return before;
  if (hours.isWorking(date) && request < hours.closingOf(date)) return date;
  let next = plusDays(date);
  while (!hours.isWorking(next)) next = plusDays(next);
  return next;
}

/** Dates after the one that is counted from, up to that of the answer. */
export function elapsedDays(target: DaysDocument, hours: Hours, request: number, t: number): number {
  const [from, to] = [dateCountedFrom(target, hours, request), hours.dateAt(t)];
  if (target.count === "calendar") return Math.max(0, daysBetween(from, to));
  let passed = 0;
  for (let date = plusDays(from); date <= to; date = plusDays(date)) if (hours.isWorking(date)) passed += 1;
  return passed;
}
