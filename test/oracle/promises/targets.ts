/**
 * Targets: when a target runs out that nothing pauses, and whether it was passed.
 */

import { dateAt, endOf, HOUR } from "../charter/paris.ts";
import { plusSpan } from "./dates.ts";
import type { Desk } from "./desk.ts";
import { closingOf, isOpen, isWorkingDate, nextWorkingDate, serviceDayOf } from "./desk.ts";
import type { DaysTarget, HoursTarget, Target } from "./document.ts";

export interface Edges {
  readonly dueAt: number;
  /** The first instant that is too late. */
  readonly missedAt: number;
  /** Of a target in days. */
  readonly dueDate?: string;
}

function counts({ count }: HoursTarget, desk: Desk, instant: number): boolean {
  if (count === "running") return true;
  return count === "open" ? isOpen(desk, instant) : isWorkingDate(dateAt(instant));
}

function hoursEdges(target: HoursTarget, startedAt: number, desk: Desk): Edges {
  const [, hours, minutes] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(target.hours) ?? [];
  let left = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * (HOUR / 60);
  let dueAt: number | null = null;
  for (let at = startedAt; ; ) {
    const next = (Math.floor(at / HOUR) + 1) * HOUR;
    if (counts(target, desk, at)) {
      if (next - at > left) return { dueAt: dueAt ?? at + left, missedAt: at + left + 1 };
      left -= next - at;
      if (left === 0) dueAt ??= next;
    }
    at = next;
  }
}

/** The last date of a target in days, counted from a date. */
export function lastDateOf({ days, count, rollToOpen }: DaysTarget, date: string): string {
  let last = date;
  if (count === "calendar") last = plusSpan(date, days);
  else for (let n = Number(/\d+/.exec(days)?.[0]); n > 0; n -= 1) last = nextWorkingDate(last);
  return rollToOpen && !isWorkingDate(last) ? nextWorkingDate(last) : last;
}

/** The date for which a request counts: of no days the next working one where the end of the date is not after it. */
export function requestDate(target: DaysTarget, startedAt: number, desk: Desk): string {
  const date = dateOf(target, startedAt, desk);
  const isOver = target.days === "P0D" && endOfTarget(target, lastDateOf(target, date), desk) <= startedAt;
  return isOver ? nextWorkingDate(date) : date;
}

function dateOf(target: DaysTarget, startedAt: number, desk: Desk): string {
  if (target.day !== "service-day") return dateAt(startedAt);
  const date = serviceDayOf(desk, startedAt);
  return isWorkingDate(date) && startedAt < closingOf(desk, date) ? date : nextWorkingDate(date);
}

function endOfTarget({ until }: DaysTarget, date: string, desk: Desk): number {
  return until === "midnight" ? endOf(date) : closingOf(desk, date);
}

function daysEdges(target: DaysTarget, startedAt: number, desk: Desk): Edges {
  const dueDate = lastDateOf(target, requestDate(target, startedAt, desk));
  const end = endOfTarget(target, dueDate, desk);
  return { dueAt: end, missedAt: end, dueDate };
}

export function edgesOf(target: Target, startedAt: number, desk: Desk): Edges {
  return "hours" in target ? hoursEdges(target, startedAt, desk) : daysEdges(target, startedAt, desk);
}
