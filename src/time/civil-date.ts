/**
 * Civil dates: calendar dates of the proleptic Gregorian calendar, without a zone.
 *
 * Inside the library a civil date is its **epoch day**: whole days since 1970-01-01. At the door it is `YYYY-MM-DD`.
 * It knows nothing of zones. Source: ISO 8601-1:2019 §5.2.2; the conversion is days-from-civil by 400-year eras.
 */
import { refuse } from "../issues/error.ts";
import { readForeign } from "../issues/foreign.ts";
import type { PathStep } from "../issues/issue.ts";
import { show } from "../issues/show.ts";

/** First and last civil year that the library answers for. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

/** Weekdays as definitions name them, Monday first. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/** Epoch day of a civil date; `month` 1 to 12. Days outside the month roll over. */
export function epochDayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** Year, month (1 to 12) and day of an epoch day. */
export function civilOf(epochDay: number): { year: number; month: number; day: number } {
  const shifted = epochDay + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Civil year of an epoch day. */
export function yearOf(epochDay: number): number {
  return civilOf(epochDay).year;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(epochDay: number): number {
  // 1970-01-01 was a Thursday (3).
  return (((epochDay + 3) % 7) + 7) % 7;
}

/** `YYYY-MM-DD` of an epoch day within the years 0 to 9999. */
export function formatDate(epochDay: number): string {
  const { year, month, day } = civilOf(epochDay);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Epoch day of exactly `YYYY-MM-DD`, or undefined if it is not such a text or no such date. */
export function parseDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return epochDayOf(year, month, day);
}

/** Days of a month; `month` 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap ? 29 : 28;
}

/**
 * A civil date given by a caller, as an epoch day.
 *
 * A `Temporal.PlainDate` is taken by its tag; what is an instant (`Date`, `DateTime`, day.js) is refused, with the way to its date.
 * Errors: `time.bad-date` for anything but `YYYY-MM-DD` of a date that exists.
 */
export function readDate(value: unknown, path: readonly PathStep[]): number {
  const text = typeof value === "object" && value !== null ? plainDateText(value, path) : value;
  const epochDay = typeof text === "string" ? parseDate(text) : undefined;
  if (epochDay !== undefined) return epochDay;
  const cure = isInstantLike(value)
    ? 'is not a date but an instant; write "2026-12-24", or the date that calendar.dateOf(instant) gives'
    : 'is not a date; write it as "2026-12-24"';
  return refuse("time.bad-date", path, EXPECTED, value, `${show(value)} ${cure}`);
}

const EXPECTED = "a civil date YYYY-MM-DD";

/** `YYYY-MM-DD` of a `Temporal.PlainDate`, whatever its calendar; the value itself if it is none. */
function plainDateText(value: object, path: readonly PathStep[]): unknown {
  return readForeign(value, path, "time.bad-date", EXPECTED, () =>
    Object.prototype.toString.call(value) === "[object Temporal.PlainDate]"
      ? String(value).replace(/\[u-ca=[^\]]*\]$/, "")
      : value,
  );
}

/** Whether a value is taken for an instant elsewhere. */
function isInstantLike(value: unknown): boolean {
  if (typeof value === "string") return /^\d{4}-\d{2}-\d{2}[Tt ]\d/.test(value);
  if (typeof value !== "object" || value === null) return false;
  try {
    return (
      Object.prototype.toString.call(value) === "[object Date]" ||
      ["toMillis", "epochNanoseconds", "toDate"].some((member) => member in value)
    );
  } catch {
    // A proxy that will not be read: it is no date either way.
    return false;
  }
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
