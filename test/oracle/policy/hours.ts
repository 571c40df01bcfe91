/**
 * Hours: the stretches of a calendar that count, written down once for two years, and read off a list.
 *
 * Three lists a calendar: open time, all hours of its working days, all time. A question outside the two years is an
 * error of the test, not an answer. A moment is taken for its instant.
 */

import { dateOf, dayNumber, dayOfWall, WALL_MS_PER_DAY } from "../civil.ts";
import type { Definition } from "../definition.ts";
import { type Interval, merged, openDays } from "../intervals.ts";
import { clock, dayAt, edge, startOfDay } from "../zone.ts";
import { instantOf } from "./order.ts";

export type Count = "open" | "working-days" | "running";

const FIRST_DAY = dayNumber("2025-11-01");
const LAST_DAY = dayNumber("2027-10-31");

export interface Hours {
  readonly zone: string;
  /** What counts of [from, to), in order, cut at every edge. */
  stretches(count: Count, from: number, to: number): Interval[];
  /** The first instant by which so much (more than nothing) has counted since `from`. */
  after(count: Count, from: number, ms: number): number;
  isOpen(t: number): boolean;
  /** The first opening or closing after t; null for a calendar without any. */
  nextEdge(t: number): number | null;
  /** The first open instant at or after t. */
  nextOpen(t: number): number;
  isWorking(date: string): boolean;
  /** The first opening of a working date. */
  openingOf(date: string): number;
  /** End of the last window of a working date. */
  closingOf(date: string): number;
  dateAt(t: number): string;
  startOf(date: string): number;
  /** When the clock first shows on this date the time of day that it shows at t, or a later one. */
  sameTimeOn(date: string, t: number): number;
}

const known = new Map<string, Hours>();
/** The same by the definition itself: it is asked for at every turn. */
const knownByDefinition = new WeakMap<Definition, Hours>();

export function hoursOf(definition: Definition): Hours {
  const at = knownByDefinition.get(definition);
  if (at !== undefined) return at;
  const key = JSON.stringify(definition);
  const hours = known.get(key) ?? writeDown(definition);
  known.set(key, hours);
  knownByDefinition.set(definition, hours);
  return hours;
}

function writeDown(definition: Definition): Hours {
  const days = openDays(definition);
  const zone = definition.timeZone;
  const own = new Map<string, Interval[]>();
  for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) own.set(dateOf(day), days.ofDay(day));
  const ownOf = (date: string): Interval[] => {
    const windows = own.get(date);
    if (windows === undefined) throw new RangeError(`the simulator does not know ${date}`);
    return windows;
  };
  const dayStretch = (date: string): Interval => [
    startOfDay(zone, dayNumber(date)),
    startOfDay(zone, dayNumber(date) + 1),
  ];
  const working = [...own.keys()].filter((date) => ownOf(date).length > 0);
  const [start, end] = [startOfDay(zone, FIRST_DAY), startOfDay(zone, LAST_DAY + 1)];
  const lists: Record<Count, Interval[]> = {
    open: merged([...own.values()].flat()),
    "working-days": merged(working.map(dayStretch)),
    running: [[start, end]],
  };

  const check = (t: number): void => {
    if (t < start || t > end) throw new RangeError(`the simulator does not know ${new Date(t).toISOString()}`);
  };
  const stretches = (count: Count, fromMoment: number, toMoment: number): Interval[] => {
    const [from, to] = [instantOf(fromMoment), instantOf(toMoment)];
    check(from);
    check(to);
    const found: Interval[] = [];
    const list = lists[count];
    for (let at = firstEndingAfter(list, from); at < list.length; at += 1) {
      const [open, close] = list[at] as Interval;
      if (open >= to) break;
      found.push([Math.max(open, from), Math.min(close, to)]);
    }
    return found.filter(([open, close]) => open < close);
  };
  return {
    zone,
    stretches,
    after(count, from, ms) {
      check(from);
      let left = ms;
      const list = lists[count];
      for (let at = firstEndingAfter(list, instantOf(from)); at < list.length; at += 1) {
        const [open, close] = list[at] as Interval;
        const begins = Math.max(open, instantOf(from));
        if (left <= close - begins) return begins + left;
        left -= close - begins;
      }
      throw new RangeError("the simulator's two years are too short");
    },
    nextOpen(t) {
      const first = lists.open[firstEndingAfter(lists.open, instantOf(t))];
      if (first === undefined) throw new RangeError("the simulator's two years are too short");
      return Math.max(first[0], instantOf(t));
    },
    isOpen: (t) => stretches("open", t, t + 1).length > 0,
    nextEdge(t) {
      const [open, close] = lists.open[firstEndingAfter(lists.open, instantOf(t))] ?? [];
      const next = open !== undefined && open > instantOf(t) ? open : close;
      return next === undefined || next === end ? null : next;
    },
    isWorking: (date) => ownOf(date).length > 0,
    openingOf: (date) => Math.min(...ownOf(date).map(([open]) => open)),
    closingOf: (date) => Math.max(...ownOf(date).map(([, close]) => close)),
    dateAt: (t) => dateOf(dayAt(zone, instantOf(t))),
    startOf: (date) => startOfDay(zone, dayNumber(date)),
    sameTimeOn(date, t) {
      const wall = clock(zone, instantOf(t));
      return edge(zone, dayNumber(date) * WALL_MS_PER_DAY + (wall - dayOfWall(wall) * WALL_MS_PER_DAY));
    },
  };
}

/** Index of the first stretch that ends after t. */
function firstEndingAfter(list: readonly Interval[], t: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((list[middle] as Interval)[1] > t) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The following civil date, or the one so many later. */
export function plusDays(date: string, days = 1): string {
  return dateOf(dayNumber(date) + days);
}

export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}
