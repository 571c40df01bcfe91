/**
 * Definitions: valid calendars whose own days lie around a focus, a civil date where something may happen.
 */

import fc from "fast-check";
import { dateOf, dayNumber, timeOf } from "../oracle/civil.ts";
import {
  type Closure,
  type Definition,
  FIRST_SUPPORTED_DATE,
  type HolidaySource,
  LAST_SUPPORTED_DATE,
} from "../oracle/definition.ts";
import { FRENCH_REACH, FRENCH_ZONES } from "../oracle/french.ts";
import { dayWindows, dayWindowsOrNone, type WindowsOptions } from "./windows.ts";

/** How the seven days may be written; together the keys name each weekday at most once. */
const WEEK_KEYS: readonly (readonly string[])[] = [
  ["mon-fri"],
  ["mon-fri", "sat,sun"],
  ["mon-fri", "sat", "sun"],
  ["mon-sun"],
  ["fri-mon", "tue,thu", "wed"],
  ["sun-thu"],
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
  ["wed"],
];

/** The library refuses part-day closures so far; the oracle knows them. To be set when it does too. */
const PART_DAY_CLOSURES = false;

export interface DefinitionOptions extends WindowsOptions {
  /** Lists of holidays, closures, exceptions, reopened dates? Default: yes. */
  readonly dates?: boolean;
}

export function weeks(options: WindowsOptions = {}): fc.Arbitrary<Record<string, string[]>> {
  const first = fc.oneof(
    { weight: 8, arbitrary: dayWindows(options) },
    { weight: 1, arbitrary: fc.constant(["00:00-24:00"]) },
  );
  return fc
    .tuple(
      fc.constantFrom(...WEEK_KEYS),
      first,
      fc.array(dayWindowsOrNone(options), { minLength: 6, maxLength: 6 }),
      fc.nat(9),
    )
    .map(([keys, windows, others, uniform]) => {
      const week: Record<string, string[]> = {};
      // Half the time every key has the same hours, so that long runs of one night after another occur.
      for (const [index, key] of keys.entries())
        week[key] = index === 0 || uniform < 5 ? [...windows] : [...(others[index - 1] ?? [])];
      return week;
    });
}

/** A few dates near the focus, sorted, within the supported years. */
function datesNear(focusDay: number, radiusDays: number, maxLength: number): fc.Arbitrary<string[]> {
  const first = Math.max(focusDay - radiusDays, dayNumber(FIRST_SUPPORTED_DATE));
  const last = Math.min(focusDay + radiusDays, dayNumber(LAST_SUPPORTED_DATE));
  return fc
    .uniqueArray(fc.integer({ min: first, max: last }), { maxLength })
    .map((days) => [...days].sort((a, b) => a - b).map(dateOf));
}

/** How far a list of holidays can be believed: the years of its dates, all years, or some days about the focus. */
function holidayLists(focusDay: number): fc.Arbitrary<HolidaySource> {
  const wide: fc.Arbitrary<HolidaySource> = datesNear(focusDay, 25, 6).map((dates) => ({
    dates,
    from: FIRST_SUPPORTED_DATE,
    to: LAST_SUPPORTED_DATE,
  }));
  const years: fc.Arbitrary<HolidaySource> = datesNear(focusDay, 25, 5).map((dates) => ({
    dates: [...new Set([...dates, dateOf(focusDay + 1)])],
  }));
  const narrow: fc.Arbitrary<HolidaySource> = fc
    .tuple(datesNear(focusDay, 20, 5), fc.integer({ min: 3, max: 40 }), fc.integer({ min: 3, max: 40 }))
    .map(([dates, before, after]) => {
      const from = dateOf(Math.max(focusDay - before, dayNumber(FIRST_SUPPORTED_DATE)));
      const to = dateOf(Math.min(focusDay + after, dayNumber(LAST_SUPPORTED_DATE)));
      return { dates: dates.filter((date) => from <= date && date <= to), from, to };
    });
  return fc.oneof({ weight: 2, arbitrary: wide }, { weight: 2, arbitrary: years }, { weight: 2, arbitrary: narrow });
}

function holidaySources(focusDay: number): fc.Arbitrary<HolidaySource[]> {
  const focusDate = dateOf(focusDay);
  const french = focusDate >= FRENCH_REACH.from && focusDate <= FRENCH_REACH.to;
  const zones: fc.Arbitrary<HolidaySource> = french ? fc.constantFrom(...FRENCH_ZONES) : holidayLists(focusDay);
  return fc.oneof(
    { weight: 5, arbitrary: fc.array(holidayLists(focusDay), { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: zones.map((zone) => [zone]) },
    { weight: 1, arbitrary: fc.tuple(zones, holidayLists(focusDay)).map((both) => [...both]) },
  );
}

function closuresNear(focusDay: number): fc.Arbitrary<Closure[]> {
  const near = fc.integer({
    min: Math.max(focusDay - 15, dayNumber(FIRST_SUPPORTED_DATE)),
    max: Math.min(focusDay + 10, dayNumber(LAST_SUPPORTED_DATE) - 6),
  });
  const wholeDate = near.map((day): Closure => dateOf(day));
  const run = fc
    .tuple(near, fc.nat(5))
    .map(([day, more]): Closure => ({ from: dateOf(day), to: dateOf(day + more), name: "holidays of the house" }));
  const part = fc.tuple(near, fc.integer({ min: 0, max: 1439 }), fc.nat(900), fc.boolean()).map(
    ([day, fromMin, lengthMin, toTheEnd]): Closure => ({
      date: dateOf(day),
      from: timeOf(fromMin),
      to: toTheEnd ? "24:00" : timeOf(Math.min(1440, fromMin + 1 + lengthMin)),
    }),
  );
  return fc.array(PART_DAY_CLOSURES ? fc.oneof(wholeDate, run, part) : fc.oneof(wholeDate, run), {
    minLength: 1,
    maxLength: 3,
  });
}

/** A valid definition of a calendar in `timeZone`, busy about the focus. */
export function definitions(
  timeZone: string,
  focusDay: number,
  options: DefinitionOptions = {},
): fc.Arbitrary<Definition> {
  const { dates = true } = options;
  if (!dates) return weeks(options).map((week) => ({ timeZone, week }));
  const exceptions = fc
    .tuple(datesNear(focusDay, 12, 5), fc.array(dayWindowsOrNone(options), { minLength: 5, maxLength: 5 }))
    .map(([on, windows]) =>
      Object.fromEntries(on.map((date, index): [string, string[]] => [date, windows[index] ?? []])),
    );
  return fc
    .record({
      week: weeks(options),
      holidays: fc.option(holidaySources(focusDay), { freq: 4, nil: undefined }),
      exceptions: fc.option(exceptions, { freq: 3, nil: undefined }),
      closures: fc.option(closuresNear(focusDay), { freq: 2, nil: undefined }),
      reopen: fc.nat(9),
    })
    .map(({ week, holidays, exceptions: own, closures, reopen }) => ({
      timeZone,
      week,
      ...(holidays === undefined ? {} : { holidays }),
      ...(own === undefined ? {} : { exceptions: own }),
      ...(closures === undefined ? {} : { closures }),
      ...(reopen < 8 ? {} : reopened(holidays ?? [], closures ?? [])),
    }));
}

/** Reopens the first dated holiday, unless a part of it is closed as well: which of the two wins is nobody's question. */
function reopened(holidays: readonly HolidaySource[], closures: readonly Closure[]): { reopen?: string[] } {
  const dates = holidays.flatMap((source) => (typeof source === "string" ? [] : source.dates));
  const partly = closures.flatMap((closure) =>
    typeof closure !== "string" && "date" in closure ? [closure.date] : [],
  );
  const date = dates.find((each) => !partly.includes(each));
  return date === undefined ? {} : { reopen: [date] };
}
