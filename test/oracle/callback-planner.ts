/**
 * Planner: the morning's list, minute by minute, written from "Who is called when" and "Callbacks" of docs/charter.md.
 *
 * It knows each minute as open or closed and steps along them. Nothing here is sorted into a heap, looked up or computed from
 * sums. For calendars, calls and handling times on whole minutes. Shares no code with the library.
 */

import { MS_PER_MINUTE } from "./civil.ts";
import type { Definition } from "./definition.ts";
import { merged, openDays } from "./intervals.ts";
import { createOracle } from "./oracle.ts";
import { dayAt } from "./zone.ts";

export interface SlowPending {
  readonly id: string;
  readonly calledMs: number;
  readonly handlingMin: number;
  /** Minutes of open time from the call. */
  readonly targetMin?: number | undefined;
  /** First instant that is too late for another target, "other". */
  readonly tooLateMs?: number | undefined;
}

export interface SlowCall {
  readonly id: string;
  readonly agent: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly carriedOver: boolean;
  readonly carriedMs: number | null;
  readonly missed: readonly string[];
}

/** At which closing calls are carried over: that of the day, or that of the window. */
export type Closing = "day" | "window";

/** When a call is carried over unless it is called back before, and the civil day on which that is due. */
export function carryOver(
  definition: Definition,
  calledMs: number,
  closes: Closing,
): { carriedMs: number; dueDay: number } {
  const days = openDays(definition);
  const oracle = createOracle(definition);
  const today = dayAt(days.zone, calledMs);
  const holdsCall = (day: number): boolean => days.ofDay(day).some(([from, to]) => from <= calledMs && calledMs < to);
  const serviceDay = !holdsCall(today) && holdsCall(today - 1) ? today - 1 : today;
  let dueDay = serviceDay + 1;
  while (!oracle.isWorkingDay(new Date(dueDay * 86_400_000).toISOString().slice(0, 10))) dueDay += 1;

  const own = days.ofDay(serviceDay);
  if (own.length === 0) return { carriedMs: calledMs, dueDay };
  // Windows that touch are one, and a night of the date before that goes on into them is no window of the next date.
  const runs = merged([...days.ofDay(serviceDay - 1), ...own]);
  const lastMs = Math.max(...own.map(([, end]) => end));
  const closings = runs.map(([, end]) => end).filter((end) => end > calledMs);
  const ofDay = closings.find((end) => end >= lastMs);
  if (ofDay === undefined) return { carriedMs: calledMs, dueDay };
  // Between two windows it is the closing of the next one.
  const closing = closes === "window" ? Math.min(...closings) : ofDay;
  // Where the next date's window goes on without a gap there is no closing.
  return { carriedMs: oracle.isOpen(closing) ? Number.POSITIVE_INFINITY : closing, dueDay };
}

/** The plan; undefined if it is not done before `untilMs`. */
export function planSlowly(
  definition: Definition,
  pending: readonly SlowPending[],
  agentCount: number,
  fromMs: number,
  untilMs: number,
  closing: Closing,
): SlowCall[] | undefined {
  const oracle = createOracle(definition);
  const firstMs = Math.min(fromMs, ...pending.map(({ calledMs }) => calledMs));
  const openMinutes = new Set<number>();
  for (const [start, end] of oracle.windows(firstMs, untilMs)) {
    for (let minute = start; minute < end; minute += MS_PER_MINUTE) openMinutes.add(minute);
  }
  const isOpenFor = (startMs: number, minutes: number): boolean => {
    for (let minute = 0; minute < minutes; minute += 1) {
      if (!openMinutes.has(startMs + minute * MS_PER_MINUTE)) return false;
    }
    return true;
  };

  const waiting = pending.map((call) => ({ ...call, ...carryOver(definition, call.calledMs, closing) }));
  const first = waiting.filter(({ carriedMs }) => carriedMs <= fromMs);
  const others = waiting.filter(({ carriedMs }) => carriedMs > fromMs);
  const byCall = (a: SlowPending, b: SlowPending): number => {
    if (a.calledMs !== b.calledMs) return a.calledMs - b.calledMs;
    return a.id < b.id ? -1 : 1;
  };
  const queue = [...first.sort(byCall), ...others.sort(byCall)];

  const freeAt: number[] = Array(agentCount).fill(fromMs);
  const made: SlowCall[] = [];
  for (const call of queue) {
    let agent = 0;
    for (let other = 1; other < agentCount; other += 1) {
      if ((freeAt[other] ?? 0) < (freeAt[agent] ?? 0)) agent = other;
    }
    // Those who may not be called after this one.
    const ahead = made.filter(({ carriedOver }) => carriedOver || call.calledMs > fromMs);
    let startMs = fromMs;
    const mayStart = (): boolean =>
      startMs >= (freeAt[agent] ?? 0) &&
      startMs >= call.calledMs &&
      ahead.every((other) => other.startMs <= startMs) &&
      isOpenFor(startMs, call.handlingMin);
    while (!mayStart()) {
      startMs += MS_PER_MINUTE;
      if (startMs >= untilMs) return undefined;
    }
    const endMs = startMs + call.handlingMin * MS_PER_MINUTE;
    freeAt[agent] = endMs;

    let usedMin = 0;
    for (let minute = call.calledMs; minute < endMs; minute += MS_PER_MINUTE) if (openMinutes.has(minute)) usedMin += 1;
    const missed: string[] = [];
    if (call.carriedMs <= endMs && dayAt(definition.timeZone, endMs) > call.dueDay) missed.push("carry-over");
    if (call.targetMin !== undefined && usedMin > call.targetMin) missed.push("target");
    if (call.tooLateMs !== undefined && endMs >= call.tooLateMs) missed.push("other");
    made.push({
      id: call.id,
      agent,
      startMs,
      endMs,
      carriedOver: call.carriedMs <= fromMs,
      carriedMs: call.carriedMs <= endMs ? call.carriedMs : null,
      missed,
    });
  }
  return made;
}
