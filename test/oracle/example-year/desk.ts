/**
 * The example year's desk on the wall clock of Paris, in minutes: enough to count the year by hand.
 *
 * Written from the charter's words and the official list of holidays; it shares no code with the library. No open hour
 * lies near a change of the clock, so the wall's minutes are those of the desk.
 */

const DAY = 1440;
const WINDOWS = [
  [9 * 60, 12 * 60],
  [14 * 60, 17 * 60],
] as const;
/** Of 2025 and 2026, as far as the year goes. */
const HOLIDAYS =
  "2025-11-01 2025-11-11 2025-12-25 2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11";

/** "2026-05-07T16:00:00+02:00" → minutes on the wall. */
export const wall = (iso: string): number => Date.parse(`${iso.slice(0, 16)}Z`) / 60_000;
export const dateOf = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 10);
/** Minutes of the first instant of a date. */
export const midnight = (date: string): number => wall(`${date}T00:00`);
export const plusDays = (date: string, days: number): string => dateOf(midnight(date) + days * DAY);

export function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.includes(date);
}

/** The `n`-th working day after a date; with 0 the date itself, or the next working day if it is none. */
export function workingDayAfter(date: string, n: number): string {
  let day = date;
  for (let left = n; left > 0; ) {
    day = plusDays(day, 1);
    if (isWorkingDay(day)) left--;
  }
  while (!isWorkingDay(day)) day = plusDays(day, 1);
  return day;
}

/** Open minutes between two minutes of the wall. */
export function openMinutes(from: number, to: number): number {
  let sum = 0;
  for (let date = dateOf(from); midnight(date) < to; date = plusDays(date, 1)) {
    if (!isWorkingDay(date)) continue;
    for (const [open, close] of WINDOWS)
      sum += Math.max(0, Math.min(to, midnight(date) + close) - Math.max(from, midnight(date) + open));
  }
  return sum;
}

/** The same date so many months later, the last of the month where it has no such date. */
export function plusMonths(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
