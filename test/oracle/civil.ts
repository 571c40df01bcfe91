/**
 * Civil dates and times as plain numbers, for the oracle.
 *
 * A civil date is a day number (0 is 1970-01-01); a civil date and time is a "wall", the milliseconds that the
 * same figures would stand for in UTC. Neither is an instant: that takes a zone (zone.ts).
 */

export const MS_PER_SECOND = 1000;
export const MS_PER_MINUTE: number = 60 * MS_PER_SECOND;
export const MS_PER_HOUR: number = 60 * MS_PER_MINUTE;
/** One civil day on a wall. A real one may last 23 or 25 hours, or not exist. */
export const WALL_MS_PER_DAY: number = 24 * MS_PER_HOUR;
export const MINUTES_PER_DAY = 1440;

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export function dayNumber(date: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) throw new TypeError(`not a civil date: ${date}`);
  const day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / WALL_MS_PER_DAY;
  if (dateOf(day) !== date) throw new TypeError(`no such civil date: ${date}`);
  return day;
}

const dates = new Map<number, string>();

export function dateOf(day: number): string {
  const date = dates.get(day) ?? writeDate(day);
  dates.set(day, date);
  return date;
}

function writeDate(day: number): string {
  return new Date(day * WALL_MS_PER_DAY).toISOString().slice(0, 10);
}

/** 0 is Monday. Day 0, 1970-01-01, was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function monthOf(day: number): string {
  return dateOf(day).slice(0, 7);
}

export function yearOf(day: number): number {
  return Number(dateOf(day).slice(0, 4));
}

/** The day that a wall lies on. */
export function dayOfWall(wallMs: number): number {
  return Math.floor(wallMs / WALL_MS_PER_DAY);
}

/** "09:30" is 570, "24:00" is 1440. */
export function minutesOf(time: string): number {
  const parts = /^(\d{2}):(\d{2})$/.exec(time);
  if (parts === null) throw new TypeError(`not a civil time: ${time}`);
  return Number(parts[1]) * 60 + Number(parts[2]);
}

export function timeOf(minutes: number): string {
  const two = (figure: number): string => String(figure).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
