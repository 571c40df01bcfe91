/**
 * Dates as both formats name them: a stretch of civil dates, or of days of every year. Ends are included.
 */
import type { SpanText } from "../index.ts";
import { civilOf, daysInMonth, epochDayOf, formatDate, parseDate, yearOf } from "../time/civil-date.ts";

/** Epoch days; or of every year, 100 × month + day, where an end before its start goes over New Year. */
export interface Dates {
  readonly yearly: boolean;
  readonly from: number;
  readonly to: number;
}

/** A year in which every day of a year exists. */
const LEAP_YEAR = 2000;
/** Two stretches of every year that meet at all meet within these years: they hold a leap year. */
const CYCLE = 4;

/** The dates of a definition's span, which has been checked. */
export function datesOfSpan(text: SpanText): Dates {
  const [from, to] = text.split("/") as [string, string?];
  return datesOfEnds(from, to ?? from);
}

/** The dates between two ends of a definition, which have been checked. */
export function datesOfEnds(from: string, to: string): Dates {
  if (from.length > 5) return { yearly: false, from: parseDate(from)!, to: parseDate(to)! };
  return { yearly: true, from: Number(from.replace("-", "")), to: Number(to.replace("-", "")) };
}

/** The dates as a definition's span. */
export function spanText({ yearly, from, to }: Dates): SpanText {
  const write = (end: number): string => (yearly ? `${two(Math.floor(end / 100))}-${two(end % 100)}` : formatDate(end));
  return from === to ? write(from) : `${write(from)}/${write(to)}`;
}

/** Whether it is one date, or one date a year. */
export function isSingle({ from, to }: Dates): boolean {
  return from === to;
}

/** Precedence of exceptions (docs/semantics.md §2): 0 one date, 1 a range, 2 a yearly date, 3 a yearly range. */
export function rankOf(dates: Dates): number {
  return (dates.yearly ? 2 : 0) + (isSingle(dates) ? 0 : 1);
}

/** Whether two stretches are the same. */
export function sameDates(a: Dates, b: Dates): boolean {
  return a.yearly === b.yearly && a.from === b.from && a.to === b.to;
}

/** Whether some date is in both. */
export function shareDate(a: Dates, b: Dates): boolean {
  if (a.yearly && b.yearly) return stretchesOf(a, LEAP_YEAR).some((one) => meets(b, one, LEAP_YEAR, LEAP_YEAR));
  if (a.yearly) return shareDate(b, a);
  const firstYear = yearOf(a.from);
  // A few years show all that many would; the last of a long stretch may be a part of a year.
  const lastYear = Math.min(yearOf(a.to), firstYear + 2 * CYCLE);
  return b.yearly ? meets(b, [a.from, a.to], firstYear, lastYear) : a.from <= b.to && b.from <= a.to;
}

/** Whether an epoch day is among the dates. */
export function hasDate(dates: Dates, epochDay: number): boolean {
  return meets(dates, [epochDay, epochDay], yearOf(epochDay), yearOf(epochDay));
}

/** The dates with one more at the end: where hours past midnight reach. */
export function withNextDay({ yearly, from, to }: Dates): Dates {
  if (!yearly) return { yearly, from, to: to + 1 };
  const { month, day } = civilOf(epochDayOf(LEAP_YEAR, Math.floor(to / 100), to % 100) + 1);
  // The day after 28 February is 29 February or 1 March.
  const next = to === 228 ? 301 : month * 100 + day;
  return next === from ? { yearly, from: 101, to: 1231 } : { yearly, from, to: next };
}

type Days = readonly [fromDay: number, toDay: number];

function meets(dates: Dates, [fromDay, toDay]: Days, firstYear: number, lastYear: number): boolean {
  if (!dates.yearly) return dates.from <= toDay && fromDay <= dates.to;
  for (let year = firstYear; year <= lastYear; year++) {
    if (stretchesOf(dates, year).some(([from, to]) => from <= toDay && fromDay <= to)) return true;
  }
  return false;
}

/** The epoch days of yearly dates in a year; none for 29 February in a common year. */
function stretchesOf({ from, to }: Dates, year: number): Days[] {
  const first = epochDayOf(year, Math.floor(from / 100), from % 100);
  const month = Math.floor(to / 100);
  const last = epochDayOf(year, month, Math.min(to % 100, daysInMonth(year, month)));
  const days: Days[] =
    from <= to
      ? [[first, last]]
      : [
          [epochDayOf(year, 1, 1), last],
          [first, epochDayOf(year, 12, 31)],
        ];
  return days.filter(([fromDay, toDay]) => fromDay <= toDay);
}

/** Two digits. */
export function two(value: number): string {
  return String(value).padStart(2, "0");
}
