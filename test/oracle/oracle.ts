/**
 * Oracle: every question about business time, answered slowly and obviously from docs/semantics.md.
 *
 * It lists the open intervals of a run of civil days and walks along them. No running totals, no index, no search
 * by halves; a longer run of days is taken when the answer does not lie in the first one. All instants and
 * durations are epoch ms. Shares no code with the library.
 */

import { dateOf } from "./civil.ts";
import { type Definition, FIRST_SUPPORTED_DATE, LAST_SUPPORTED_DATE } from "./definition.ts";
import { type Interval, openDays } from "./intervals.ts";
import { Refusal } from "./refusal.ts";
import { type WorkingDays, workingDays } from "./working-days.ts";
import { dayAt, yearAt } from "./zone.ts";

export type EdgeSide = "near" | "far";

export interface Oracle extends WorkingDays {
  /** The instants that a question can be asked at: [startMs, endMs), and endMs as an exclusive end. */
  readonly reach: { readonly startMs: number; readonly endMs: number };
  isOpen(t: number): boolean;
  nextOpen(t: number): number;
  previousOpen(t: number): number;
  nextClose(t: number): number;
  previousClose(t: number): number;
  nextChange(t: number): number;
  add(t: number, durationMs: number, edge?: EdgeSide): number;
  subtract(t: number, durationMs: number, edge?: EdgeSide): number;
  elapsed(a: number, b: number): number;
  windows(a: number, b: number): Interval[];
}

/** What is looked for in a list of intervals; undefined when it is not in there. */
type Find = (intervals: readonly Interval[]) => number | undefined;

/** Days around an instant whose windows may hold it: an overnight window, and a date that was skipped or repeated. */
const MARGIN_DAYS = 3;
const FIRST_SPAN_DAYS = 16;

export function createOracle(definition: Definition): Oracle {
  const days = openDays(definition);
  const { zone, firstKnownDay, lastKnownDay } = days;
  const startMs = days.settledFrom(firstKnownDay);
  const endMs = days.settledUntil(lastKnownDay);
  const firstYear = Number(FIRST_SUPPORTED_DATE.slice(0, 4));
  const lastYear = Number(LAST_SUPPORTED_DATE.slice(0, 4));

  const beyondReach = (day: number): Refusal =>
    new Refusal(
      "calendar.beyond-reach",
      `${dateOf(day)} is not known, ${dateOf(lastKnownDay)} is the last date that is`,
      dateOf(day),
    );

  /** Refuses a question asked at or between instants that cannot be answered. */
  const check = (earliest: number, latest: number, latestIsExclusive = false): void => {
    for (const t of [earliest, latest]) {
      const year = yearAt(zone, t);
      if (year < firstYear || year > lastYear) throw new Refusal("time.out-of-range", `${t} is in the year ${year}`);
    }
    const firstRead = dayAt(zone, earliest) - (days.overnight ? 1 : 0);
    if (earliest < startMs) throw beyondReach(firstRead);
    // Only an end may be the first instant that is not known: what begins there begins on an unknown date, even if it is empty.
    if (earliest >= endMs || (latestIsExclusive ? latest > endMs : latest >= endMs))
      throw beyondReach(Math.max(lastKnownDay + 1, firstRead));
  };

  const forward = (t: number, find: Find): number => {
    check(t, t);
    for (let span = FIRST_SPAN_DAYS; ; span *= 4) {
      const lastDay = Math.min(dayAt(zone, t) + span, lastKnownDay);
      const answer = find(days.ofDays(dayAt(zone, t) - MARGIN_DAYS, lastDay));
      if (answer !== undefined && answer < days.settledUntil(lastDay)) return answer;
      if (lastDay === lastKnownDay) throw beyondReach(lastKnownDay + 1);
    }
  };

  const backward = (t: number, find: Find): number => {
    // It reads from its answer to t. Asked past the end, which date is the first outside depends on the answer that there is not: none is named.
    if (t >= endMs && yearAt(zone, t) <= lastYear)
      throw new Refusal("calendar.beyond-reach", "asked past the last date that is known");
    check(t, t);
    for (let span = FIRST_SPAN_DAYS; ; span *= 4) {
      const firstDay = Math.max(dayAt(zone, t) - span, firstKnownDay);
      const answer = find(days.ofDays(firstDay, dayAt(zone, t) + MARGIN_DAYS));
      if (answer !== undefined && answer >= days.settledFrom(firstDay)) return answer;
      if (firstDay === firstKnownDay) throw beyondReach(firstKnownDay - 1);
    }
  };

  const around = (a: number, b: number): Interval[] =>
    days
      .ofDays(dayAt(zone, a) - MARGIN_DAYS, dayAt(zone, b) + MARGIN_DAYS)
      .map(([start, end]): Interval => [Math.max(start, a), Math.min(end, b)])
      .filter(([start, end]) => start < end);

  const holds =
    (t: number) =>
    (interval: Interval): boolean =>
      interval[0] <= t && t < interval[1];

  const nextOpen = (t: number): number =>
    forward(t, (intervals) => (intervals.some(holds(t)) ? t : intervals.find(([start]) => start > t)?.[0]));

  const lastClose = (intervals: readonly Interval[], t: number): number | undefined =>
    intervals.filter(([, end]) => end <= t).at(-1)?.[1];

  const previousClose = (t: number): number => backward(t, (intervals) => lastClose(intervals, t));

  /** d > 0: walk on from t, using up open time, until none of d is left. */
  const spendForward = (t: number, d: number, side: EdgeSide): number =>
    forward(t, (intervals) => {
      let left = d;
      const ahead = intervals.filter(([, end]) => end > t);
      for (const [index, [start, end]] of ahead.entries()) {
        const from = Math.max(start, t);
        if (left < end - from) return from + left;
        // Used up exactly at a closing: that closing, or as late as the next opening.
        if (left === end - from) return side === "near" ? end : ahead[index + 1]?.[0];
        left -= end - from;
      }
      return undefined;
    });

  /** d > 0: walk back from t. */
  const spendBackward = (t: number, d: number, side: EdgeSide): number =>
    backward(t, (intervals) => {
      let left = d;
      const behind = intervals.filter(([start]) => start < t).reverse();
      for (const [index, [start, end]] of behind.entries()) {
        const from = Math.min(end, t);
        if (left < from - start) return from - left;
        if (left === from - start) return side === "near" ? start : behind[index + 1]?.[1];
        left -= from - start;
      }
      return undefined;
    });

  const add = (t: number, d: number, side: EdgeSide = "near"): number => {
    if (d > 0) return spendForward(t, d, side);
    if (d < 0) return spendBackward(t, -d, side);
    if (side === "far") return nextOpen(t);
    check(t, t);
    return t;
  };

  return {
    ...workingDays(days),
    reach: { startMs, endMs },
    isOpen(t) {
      check(t, t);
      return around(t, t + 1).length > 0;
    },
    nextOpen,
    previousOpen: (t) => backward(t, (intervals) => (intervals.some(holds(t)) ? t : lastClose(intervals, t))),
    nextClose: (t) => forward(t, (intervals) => intervals.find(([, end]) => end > t)?.[1]),
    previousClose,
    nextChange: (t) => forward(t, (intervals) => intervals.flat().find((change) => change > t)),
    add,
    subtract: (t, d, side = "near") => add(t, -d, side),
    elapsed(a, b) {
      check(Math.min(a, b), Math.max(a, b), true);
      let open = 0;
      for (const [start, end] of around(Math.min(a, b), Math.max(a, b))) open += end - start;
      return b < a && open > 0 ? -open : open;
    },
    windows(a, b) {
      if (a > b) throw new Refusal("time.reversed", "the end lies before the start");
      check(a, b, true);
      return around(a, b);
    },
  };
}
