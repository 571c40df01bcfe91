/**
 * The parts of an `opening_hours` text, from what rules say.
 */
import { civilOf, daysInMonth } from "../../time/civil-date.ts";
import { formatTime } from "../../time/civil-time.ts";
import { MINUTES_PER_DAY } from "../../time/units.ts";
import { type Dates, isSingle, two } from "../dates.ts";
import { type DayHours, WHOLE_DAY, weekdaysText } from "../hours.ts";
import type { Rule } from "./rule.ts";
import { DAY_NAMES, MONTH_NAMES } from "./words.ts";

/** A year in which every day of a year exists. */
const LEAP_YEAR = 2000;

/** A rule as text: `2026 Aug 03-14 Mo-Fr 09:00-12:00`. */
export function ruleText({ dates, days, holidays, hours, off, comment }: Omit<Rule, "text" | "path">): string {
  if (dates.length === 0 && days?.length === 7 && !off && isWholeDay(hours)) return "24/7";
  const parts = [
    dates.map(datesText).join(","),
    holidays ? "PH" : "",
    days === undefined ? "" : weekdaysText(days, DAY_NAMES),
    hours === undefined ? "" : timesText(hours),
    off ? "off" : "",
    comment === undefined ? "" : `"${comment}"`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function isWholeDay(hours: DayHours | undefined): boolean {
  return hours?.length === 1 && hours[0]!.startMin === 0 && hours[0]!.endMin === WHOLE_DAY.endMin;
}

function timesText(hours: DayHours): string {
  return hours
    .map(({ startMin, endMin }) => {
      const end = endMin > MINUTES_PER_DAY ? endMin - MINUTES_PER_DAY : endMin;
      return `${formatTime(startMin)}-${formatTime(end)}`;
    })
    .join(",");
}

/** `Dec 24`, `Dec 25-Jan 02`, `Feb 10-Feb 14`, `Jul`, `2026 Dec 24`, `2026 Aug 03-14`, `2026 Dec 24-2027 Jan 02`. */
export function datesText(dates: Dates): string {
  const [first, last] = [partsOf(dates.from, dates.yearly), partsOf(dates.to, dates.yearly)];
  const years = [first, last].map(({ year }) => (year === undefined ? "" : `${year} `)) as [string, string];
  const [from, to] = [first, last].map(({ month, day }) => `${MONTH_NAMES[month - 1]} ${two(day)}`) as [string, string];
  if (isSingle(dates)) return `${years[0]}${from}`;
  // With a year, some programs take the hours behind a month for its day.
  if (dates.yearly && first.day === 1 && last.day === daysInMonth(LEAP_YEAR, last.month)) {
    const months = [first, last].map(({ month }) => MONTH_NAMES[month - 1]!);
    return months[0] === months[1] && dates.from <= dates.to ? months[0]! : months.join("-");
  }
  // In February in full: opening_hours.js does not find `Feb 11-28` in the years in which the 28th is the last day.
  if (first.year === last.year && first.month === last.month && first.month !== 2 && dates.from <= dates.to)
    return `${years[0]}${from}-${two(last.day)}`;
  return `${years[0]}${from}-${years[1]}${to}`;
}

function partsOf(end: number, yearly: boolean): { year: number | undefined; month: number; day: number } {
  if (!yearly) return civilOf(end);
  return { year: undefined, month: Math.floor(end / 100), day: end % 100 };
}
