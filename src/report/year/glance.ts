/**
 * A year at a glance, as data: every date with its kind, working days and open time by month, holidays, ponts.
 *
 * It asks a calendar and adds up; it decides nothing that the calendar has not said. Works for combinations too, since it
 * goes through the public face alone. Source: docs/semantics.md §2 and §4.
 */

import type { Calendar, HolidayOn } from "../../calendar/calendar.ts";
import { insideOf } from "../../calendar/internal.ts";
import type { Output } from "../../calendar/output.ts";
import { refuse } from "../../issues/error.ts";
import { show } from "../../issues/show.ts";
import type { WindowText } from "../../schedule/definition.ts";
import { daysInMonth, epochDayOf, FIRST_YEAR, formatDate, LAST_YEAR, weekdayOf } from "../../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs, zoneOf } from "../../time/zone.ts";
import { type DayKind, kindOf } from "./day-kind.ts";
import { pontsOf } from "./ponts.ts";

/** A civil date of the year. */
export interface GlanceDay {
  readonly date: string;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  readonly kind: DayKind;
  /** Whether some open time starts on it. */
  readonly working: boolean;
  /** Whether it is a pont. */
  readonly pont: boolean;
  /** Open time between its first instant and that of the next date: the tail of a night shift counts where it falls. */
  readonly openMs: number;
  /** Its own windows. */
  readonly windows: readonly WindowText[];
  readonly holidays: readonly HolidayOn[];
  /** Names of one's own closures. */
  readonly closures: readonly string[];
}

/** A month of the year. */
export interface GlanceMonth {
  /** 1 to 12. */
  readonly month: number;
  readonly days: number;
  readonly workingDays: number;
  readonly openMs: number;
}

/** A year at a glance. Plain JSON; its shape is stable. */
export interface YearGlance {
  readonly schema: 1;
  readonly year: number;
  /** The calendar's name, if it has one. */
  readonly name?: string;
  readonly timeZone: string;
  readonly totals: {
    readonly days: number;
    readonly workingDays: number;
    readonly openMs: number;
    /** Dates with a holiday, whatever their weekday. */
    readonly holidays: number;
    readonly ponts: number;
  };
  readonly months: readonly GlanceMonth[];
  /** Single working days between closed days, one of them closed by a holiday, a closure or an exception: suggestions. */
  readonly ponts: readonly string[];
  /** Dates that may be ponts: the date beside them is beyond the reach. */
  readonly pontsUnknown: readonly string[];
  /** Every date of the year, in order. */
  readonly days: readonly GlanceDay[];
}

/**
 * A year of a calendar at a glance.
 *
 * Units: open time in ms, real elapsed time. Errors: `calendar.bad-option` for what is no year from 1900 to 2199;
 * `calendar.beyond-reach` when the holidays of some of its dates are unknown.
 *
 * @example yearAtAGlance(desk, 2026).months[4] // { month: 5, days: 31, workingDays: 17, openMs: 367200000 }
 */
export function yearAtAGlance<O extends Output>(calendar: Calendar<O>, year: number): YearGlance {
  insideOf(calendar);
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    const cure = `${show(year)} is no year from ${FIRST_YEAR} to ${LAST_YEAR}`;
    refuse("calendar.bad-option", ["year"], `a year from ${FIRST_YEAR} to ${LAST_YEAR}`, year, cure);
  }
  const { name, timeZone } = calendar.definition;
  const firstDay = epochDayOf(year, 1, 1);
  const lastDay = epochDayOf(year, 12, 31);
  // Reads the first date: if that is beyond the reach it is the one to name.
  calendar.day(formatDate(firstDay));
  const { ponts, unknown } = pontsOf(calendar, year);
  const zone = zoneOf(timeZone);
  const days: GlanceDay[] = [];
  for (let day = firstDay, startMs = edgeMs(zone, day * MS_PER_UTC_DAY); day <= lastDay; day++) {
    const endMs = edgeMs(zone, (day + 1) * MS_PER_UTC_DAY);
    days.push(dayOf(calendar, day, startMs, endMs, ponts));
    startMs = endMs;
  }
  const months = monthsOf(year, days);
  return {
    schema: 1,
    year,
    ...(name === undefined ? {} : { name }),
    timeZone,
    totals: {
      days: days.length,
      workingDays: sum(months, (month) => month.workingDays),
      openMs: sum(months, (month) => month.openMs),
      holidays: days.filter((day) => day.holidays.length > 0).length,
      ponts: ponts.length,
    },
    months,
    ponts,
    pontsUnknown: unknown,
    days,
  };
}

function dayOf<O extends Output>(
  calendar: Calendar<O>,
  epochDay: number,
  startMs: number,
  endMs: number,
  ponts: readonly string[],
): GlanceDay {
  const date = formatDate(epochDay);
  const planned = calendar.day(date);
  const { working, windows, holidays, closures } = planned;
  return {
    date,
    weekday: weekdayOf(epochDay) + 1,
    kind: kindOf(calendar, planned, startMs, endMs),
    working,
    pont: ponts.includes(date),
    openMs: openMsBetween(calendar, startMs, endMs),
    windows,
    holidays,
    closures,
  };
}

/** Open time of [startMs, endMs). The end may be the first instant after the supported years, which nobody can ask of. */
function openMsBetween<O extends Output>({ timeline }: Calendar<O>, startMs: number, endMs: number): number {
  if (startMs === endMs) return 0;
  return timeline.elapsedMs(startMs, endMs - 1) + (timeline.isOpenMs(endMs - 1) ? 1 : 0);
}

function monthsOf(year: number, days: readonly GlanceDay[]): GlanceMonth[] {
  return Array.from({ length: 12 }, (_, i): GlanceMonth => {
    const own = days.filter(({ date }) => Number(date.slice(5, 7)) === i + 1);
    return {
      month: i + 1,
      days: daysInMonth(year, i + 1),
      workingDays: own.filter((day) => day.working).length,
      openMs: sum(own, (day) => day.openMs),
    };
  });
}

function sum<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}
