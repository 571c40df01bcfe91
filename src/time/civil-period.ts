/**
 * Periods of civil dates: years, months, weeks and days, added by the calendar.
 *
 * 29 February and a year is 28 February: a day that the month does not have is its last.
 * Source: ISO 8601-1:2019 §5.5.2; docs/semantics.md §4.
 */
import { civilOf, daysInMonth, epochDayOf } from "./civil-date.ts";

/** A period of dates: `P2Y`, `P6M`. */
export type PeriodText = `P${string}Y` | `P${string}M` | `P${string}W` | `P${string}D`;

/** Months first, then days. */
export interface CivilPeriod {
  readonly months: number;
  readonly days: number;
}

/** A period of `P2Y`, `P6M`, `P2W`, `P10D` or some of them together; undefined for any other text, and for none at all. */
export function parsePeriod(text: string): CivilPeriod | undefined {
  const match = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/.exec(text);
  if (match === null) return undefined;
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const period = { months: years * 12 + months, days: weeks * 7 + days };
  return period.months + period.days === 0 ? undefined : Object.freeze(period);
}

/** The civil date so much later, as an epoch day. */
export function addPeriod(epochDay: number, { months, days }: CivilPeriod): number {
  const { year, month, day } = civilOf(epochDay);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return epochDayOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) + days;
}
