/**
 * Holidays: French zones, and lists that can be believed for a few days about a focus, for years, or always.
 *
 * Every source knows the date after the focus, so that sources always have a date in common.
 */

import fc from "fast-check";
import { dateOf } from "../oracle/civil.ts";
import {
  FIRST_SUPPORTED_DATE,
  type HolidaySource,
  LAST_SUPPORTED_DATE,
  type ListedDate,
} from "../oracle/definition.ts";
import { FRENCH_REACH, FRENCH_ZONES } from "../oracle/french.ts";
import { dateOfEntry } from "../oracle/holidays.ts";
import { daysIn, partDays, room } from "./spans.ts";

/** Entries on a few dates near the focus, sorted, each closed whole or in part. */
function entriesNear(focusDay: number, radiusDays: number, maxLength: number): fc.Arbitrary<ListedDate[]> {
  const day = daysIn(room(focusDay - radiusDays, focusDay + radiusDays));
  const entry = fc.tuple(day, partDays(), fc.nat(9)).map(([at, { from, to }, style]): ListedDate => {
    const date = dateOf(at);
    if (style < 6) return date;
    if (style === 6) return { date, name: "feast" };
    return style === 7 ? { date, name: "eve", closed: `${from}-${to}` } : { date, closed: `${from}-${to}` };
  });
  return fc
    .uniqueArray(entry, { maxLength, selector: dateOfEntry })
    .map((entries) => [...entries].sort((a, b) => (dateOfEntry(a) < dateOfEntry(b) ? -1 : 1)));
}

function holidayLists(focusDay: number): fc.Arbitrary<HolidaySource> {
  const wide: fc.Arbitrary<HolidaySource> = entriesNear(focusDay, 20, 8).map((dates) => ({
    dates,
    from: FIRST_SUPPORTED_DATE,
    to: LAST_SUPPORTED_DATE,
  }));
  const next = dateOf(focusDay + 1);
  const years: fc.Arbitrary<HolidaySource> = entriesNear(focusDay, 20, 7).map((dates) => ({
    dates: dates.some((entry) => dateOfEntry(entry) === next) ? dates : [...dates, next],
  }));
  const narrow: fc.Arbitrary<HolidaySource> = fc
    .tuple(entriesNear(focusDay, 20, 7), fc.integer({ min: 3, max: 40 }), fc.integer({ min: 3, max: 40 }))
    .map(([dates, before, after]) => {
      const within = room(focusDay - before, focusDay + after);
      const [from, to] = [dateOf(within.firstDay), dateOf(within.lastDay)];
      return { dates: dates.filter((entry) => from <= dateOfEntry(entry) && dateOfEntry(entry) <= to), from, to };
    });
  return fc.oneof({ weight: 2, arbitrary: wide }, { weight: 2, arbitrary: years }, { weight: 2, arbitrary: narrow });
}

export function holidaySources(focusDay: number): fc.Arbitrary<HolidaySource[]> {
  const focusDate = dateOf(focusDay);
  const french = focusDate >= FRENCH_REACH.from && focusDate <= FRENCH_REACH.to;
  const zones: fc.Arbitrary<HolidaySource> = french ? fc.constantFrom(...FRENCH_ZONES) : holidayLists(focusDay);
  return fc.oneof(
    { weight: 5, arbitrary: fc.array(holidayLists(focusDay), { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: zones.map((zone) => [zone]) },
    { weight: 1, arbitrary: fc.tuple(zones, holidayLists(focusDay)).map((both) => [...both]) },
  );
}
