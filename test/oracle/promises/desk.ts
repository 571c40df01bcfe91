/**
 * Desk: when a desk is open that works Monday to Friday, not on French public holidays, on whole hours of Paris.
 *
 * The charter's desk; one whose evening passes midnight; one whose windows touch; one that is open round the clock on its
 * dates; and one that never closes, on no date. Dates are asked one by one.
 */

import { isWorkingDate, nextWorkingDate } from "../charter/desk.ts";
import { dateAt, instantOf, plusDays } from "../charter/paris.ts";

export interface Desk {
  /** From, to; a `to` beyond 24 is of the next date. */
  readonly hours: readonly (readonly [number, number])[];
  /** On every date, weekends and holidays too. */
  readonly everyDate?: boolean;
}

export const DAY_DESK: Desk = {
  hours: [
    [9, 12],
    [14, 17],
  ],
};
export const LATE_DESK: Desk = {
  hours: [
    [9, 12],
    [20, 26],
  ],
};
export const TOUCHING_DESK: Desk = {
  hours: [
    [9, 12],
    [12, 14],
    [16, 18],
  ],
};
export const ROUND_DESK: Desk = { hours: [[0, 24]] };
export const ALWAYS_DESK: Desk = { hours: [[0, 24]], everyDate: true };
export const DESKS: Readonly<Record<string, Desk>> = {
  desk: DAY_DESK,
  late: LATE_DESK,
  touching: TOUCHING_DESK,
  round: ROUND_DESK,
  always: ALWAYS_DESK,
};

export function deskOf(name: string): Desk {
  const desk = DESKS[name];
  if (desk === undefined) throw new RangeError(`no desk: ${name}`);
  return desk;
}

/** The definition of the calendar, for the library. */
export function definitionOf({ hours, everyDate = false }: Desk): object {
  const clock = (hour: number): string => `${String(hour > 24 ? hour - 24 : hour).padStart(2, "0")}:00`;
  const windows = hours.map(([from, to]) => `${clock(from)}-${clock(to)}`);
  if (everyDate) return { timeZone: "Europe/Paris", week: { "mon-sun": windows } };
  return { timeZone: "Europe/Paris", week: { "mon-fri": windows }, holidays: ["FR"] };
}

export interface Window {
  readonly opens: number;
  /** Exclusive. */
  readonly closes: number;
}

const known = new Map<string, Window[]>();

/** Has the date windows of its own? */
export function worksOn({ everyDate = false }: Desk, date: string): boolean {
  return everyDate || isWorkingDate(date);
}

export function nextWorkingDateOf(desk: Desk, date: string): string {
  let next = plusDays(date, 1);
  while (!worksOn(desk, next)) next = plusDays(next, 1);
  return next;
}

export function windowsOf(desk: Desk, date: string): Window[] {
  if (!worksOn(desk, date)) return [];
  const { hours } = desk;
  const key = `${date} ${hours.join(" ")}`;
  const edge = (hour: number): number => (hour < 24 ? instantOf(date, hour) : instantOf(plusDays(date, 1), hour - 24));
  const windows = known.get(key) ?? hours.map(([from, to]) => ({ opens: edge(from), closes: edge(to) }));
  known.set(key, windows);
  return windows;
}

export function windowAt(desk: Desk, instant: number): { date: string; window: Window } | null {
  const today = dateAt(instant);
  for (const date of [plusDays(today, -1), today]) {
    for (const window of windowsOf(desk, date)) {
      if (window.opens <= instant && instant < window.closes) return { date, window };
    }
  }
  return null;
}

export function isOpen(desk: Desk, instant: number): boolean {
  return windowAt(desk, instant) !== null;
}

/** What the windows of each date have of the time between the two instants. */
export function openMs(desk: Desk, from: number, to: number): number {
  let sum = 0;
  // A window of the date before may reach in.
  for (let date = plusDays(dateAt(from), -1); date <= dateAt(to); date = plusDays(date, 1)) {
    for (const { opens, closes } of windowsOf(desk, date)) {
      sum += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
    }
  }
  return sum;
}

/** The date whose window contains the instant, else the civil date. */
export function serviceDayOf(desk: Desk, instant: number): string {
  return windowAt(desk, instant)?.date ?? dateAt(instant);
}

/** The end of the date's last window. */
export function closingOf(desk: Desk, workingDate: string): number {
  const last = windowsOf(desk, workingDate).at(-1);
  if (last === undefined) throw new RangeError(`no working date: ${workingDate}`);
  return last.closes;
}

export function openingOf(desk: Desk, workingDate: string): number {
  const [first] = windowsOf(desk, workingDate);
  if (first === undefined) throw new RangeError(`no working date: ${workingDate}`);
  return first.opens;
}

export { isWorkingDate, nextWorkingDate };
