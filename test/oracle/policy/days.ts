/**
 * Days: the last date of a target in days, when it is over, and how many days have passed.
 */

import type { DaysDocument } from "../../../src/policy/document.ts";
import { daysBetween, type Hours, plusDays } from "./hours.ts";

export interface LastDay {
  readonly dueDate: string;
  readonly dueAt: number;
  /** The first instant that is too late. */
  readonly lateFrom: number;
}

export function lastDayOf({ days, count, until, rollToOpen }: DaysDocument, hours: Hours, base: number): LastDay {
  let dueDate = hours.dateAt(base);
  for (let left = Number(days.slice(1, -1)); left > 0; ) {
    dueDate = plusDays(dueDate);
    if (count === "calendar" || hours.isWorking(dueDate)) left -= 1;
  }
  while (rollToOpen && !hours.isWorking(dueDate)) dueDate = plusDays(dueDate);
  if (until === "midnight") {
    const dueAt = hours.startOf(plusDays(dueDate));
    return { dueDate, dueAt, lateFrom: dueAt };
  }
  if (until === "closing") {
    const dueAt = hours.closingOf(dueDate);
    return { dueDate, dueAt, lateFrom: dueAt };
  }
  const dueAt = hours.sameTimeOn(dueDate, base);
  return { dueDate, dueAt, lateFrom: dueAt + 1 };
}

/** Dates after that of the request, up to that of the answer. */
export function elapsedDays({ count }: DaysDocument, hours: Hours, base: number, t: number): number {
  const [from, to] = [hours.dateAt(base), hours.dateAt(t)];
  if (count === "calendar") return daysBetween(from, to);
  let passed = 0;
  for (let date = plusDays(from); date <= to; date = plusDays(date)) if (hours.isWorking(date)) passed += 1;
  return passed;
}
