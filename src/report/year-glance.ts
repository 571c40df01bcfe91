/**
 * A year at a glance, as data: what each date is, what each month holds, the holidays and the ponts.
 *
 * It asks a calendar like any user, so combinations work too, and it decides nothing.
 */
import type { Calendar, HolidayOn } from "../calendar/calendar.ts";
import { insideOf } from "../calendar/internal.ts";
import type { Output } from "../calendar/output.ts";
import { elapsedMs } from "../clock/questions.ts";
import { isOuvreeError } from "../issues/error.ts";
import { epochDayOf, formatDate, weekdayOf } from "../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import { edgeMs } from "../time/zone.ts";

/** What a date is. `part-day`: a working day some of whose hours a holiday or a closure takes. */
export type DateKind = "working" | "part-day" | "holiday" | "closure" | "exception" | "no-hours";

/** One date of the year. */
export interface DateGlance {
  readonly date: string;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  readonly kind: DateKind;
  /** Its own windows. */
  readonly windows: readonly string[];
  /** Open time from its midnight to the next, in ms; the tail of the night before counts. */
  readonly openMs: number;
  /** Holidays in English and French, and one's own closures. */
  readonly names: { readonly en: readonly string[]; readonly fr: readonly string[] };
  /** Whether it is a pont. */
  readonly bridge: boolean;
}

/** One month. */
export interface MonthGlance {
  /** 1 to 12. */
  readonly month: number;
  readonly workingDays: number;
  readonly openMs: number;
}

/** A year of a calendar. */
export interface YearGlance {
  readonly schema: 1;
  readonly year: number;
  readonly timeZone: string;
  /** The calendar's name, if it has one. */
  readonly name?: string;
  readonly workingDays: number;
  readonly openMs: number;
  readonly months: readonly MonthGlance[];
  readonly dates: readonly DateGlance[];
  readonly holidays: readonly HolidayOn[];
  readonly bridgeDays: readonly string[];
  /** Dates of which it is not known whether they are ponts: a date beside them is beyond the reach. */
  readonly bridgeUnknown: readonly string[];
}

/**
 * The year of a calendar at a glance.
 *
 * Errors: `calendar.beyond-reach` when a date of the year is not known; `time.bad-date` for what is no year of 1900 to 2198.
 *
 * @example yearAtAGlance(desk, 2026).workingDays // 252
 */
export function yearAtAGlance<O extends Output>(calendar: Calendar<O>, year: number): YearGlance {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const holidays = calendar.holidays(first, last);
  const { found, unknown } = bridgesOf(calendar, first, last);
  const { timeline } = insideOf(calendar);
  const { zone } = timeline.schedule;
  const dates: DateGlance[] = [];
  const nextYear = epochDayOf(year + 1, 1, 1);
  for (let day = epochDayOf(year, 1, 1); day < nextYear; day++) {
    const [startMs, endMs] = [day, day + 1].map((each) => edgeMs(zone, each * MS_PER_UTC_DAY)) as [number, number];
    const date = formatDate(day);
    const plan = calendar.day(date);
    dates.push({
      date,
      weekday: weekdayOf(day) + 1,
      kind: kindOf(plan),
      windows: plan.windows,
      openMs: elapsedMs(timeline, startMs, endMs),
      names: {
        en: [...plan.holidays.map(({ names }) => names.en), ...plan.closures],
        fr: [...plan.holidays.map(({ names }) => names.fr), ...plan.closures],
      },
      bridge: found.includes(date),
    });
  }
  const months = Array.from({ length: 12 }, (_, index) => monthOf(dates, index + 1));
  const { name, timeZone } = calendar.definition;
  return {
    schema: 1,
    year,
    timeZone,
    ...(name === undefined ? {} : { name }),
    workingDays: sum(months, (month) => month.workingDays),
    openMs: sum(months, (month) => month.openMs),
    months,
    dates,
    holidays,
    bridgeDays: found,
    bridgeUnknown: unknown,
  };
}

function kindOf({ working, exception, holidays, closures }: ReturnType<Calendar["day"]>): DateKind {
  if (exception) return working ? "working" : "exception";
  if (working) return holidays.length + closures.length > 0 ? "part-day" : "working";
  if (holidays.length > 0) return "holiday";
  return closures.length > 0 ? "closure" : "no-hours";
}

function monthOf(dates: readonly DateGlance[], month: number): MonthGlance {
  const own = dates.filter(({ date }) => Number(date.slice(5, 7)) === month);
  return {
    month,
    workingDays: own.filter(({ kind }) => kind === "working" || kind === "part-day").length,
    openMs: sum(own, ({ openMs }) => openMs),
  };
}

/** Ponts of the year; where the date before or after it is beyond the reach, of the dates in between. */
function bridgesOf<O extends Output>(
  calendar: Calendar<O>,
  first: string,
  last: string,
): { found: readonly string[]; unknown: readonly string[] } {
  const ask = (from: string, to: string): readonly string[] | undefined => {
    try {
      return calendar.bridgeDays(from, to);
    } catch (error) {
      if (isOuvreeError(error) && error.code === "calendar.beyond-reach") return undefined;
      throw error;
    }
  };
  const year = first.slice(0, 4);
  const [second, beforeLast] = [`${year}-01-02`, `${year}-12-30`];
  const tries: [from: string, to: string, unknown: string[]][] = [
    [first, last, []],
    [second, last, [first]],
    [first, beforeLast, [last]],
    [second, beforeLast, [first, last]],
  ];
  for (const [from, to, unknown] of tries) {
    const found = ask(from, to);
    if (found !== undefined) return { found, unknown };
  }
  return { found: [], unknown: [] };
}

function sum<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}
