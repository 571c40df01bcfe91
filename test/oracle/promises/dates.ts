/**
 * Dates: civil dates so much later, years of a contract, stretches of dates.
 *
 * Dates are texts YYYY-MM-DD, so that earlier and later is the order of texts.
 */

import { plusDays } from "../charter/paris.ts";
import type { Dates } from "./types.ts";

function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The same day so many months later (or earlier), the last day of that month where it has no such day. */
export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const d = Math.min(day, lastDayOf(y, m));
  return `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

/** `P2Y`, `P1Y6M`, `P6M`, `P2W`, `P10D`. */
export function plusSpan(date: string, span: string): string {
  const read = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(span);
  if (read === null) throw new RangeError(`not a span of dates: ${span}`);
  const [years, months, weeks, days] = read.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return plusDays(plusMonths(date, years * 12 + months), weeks * 7 + days);
}

/** The first date of the contract year in which the date lies; without a `from` of its civil year. */
export function contractYearOf(date: string, from: string | undefined): string {
  if (from === undefined) return `${date.slice(0, 4)}-01-01`;
  let years = Number(date.slice(0, 4)) - Number(from.slice(0, 4)) - 2;
  while (plusMonths(from, (years + 1) * 12) <= date) years += 1;
  return plusMonths(from, years * 12);
}

export function holds({ from, to }: Dates, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
