/**
 * The desk of the charter: Monday to Friday, 9:00 to 12:00 and 14:00 to 17:00, Paris, without French public holidays.
 *
 * Written out by hand for this one desk; nothing here is general, so that there is nothing to get wrong in general.
 */

import { dateAt, HOUR, instantOf, plusDays, shownAt } from "./paris.ts";

const OPENING_HOUR = 9;
const CLOSING_HOUR = 17;
const OPEN_HOURS: readonly number[] = [9, 10, 11, 14, 15, 16];

/**
 * Easter Sunday by the method that the calendar itself is made of: the full moon from the golden number and the
 * epact, then the Sunday after it.
 */
export function easterSunday(year: number): string {
  const goldenNumber = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const droppedLeapYears = Math.floor((3 * century) / 4) - 12;
  const moonCorrection = Math.floor((8 * century + 5) / 25) - 5;
  let epact = (((11 * goldenNumber + 20 + moonCorrection - droppedLeapYears) % 30) + 30) % 30;
  if ((epact === 25 && goldenNumber > 11) || epact === 24) epact += 1;
  let marchDay = 44 - epact;
  if (marchDay < 21) marchDay += 30;
  const fullMoon = plusDays(`${year}-03-01`, marchDay - 1);
  let sunday = plusDays(fullMoon, 1);
  while (weekdayOf(sunday) !== 0) sunday = plusDays(sunday, 1);
  return sunday;
}

/** 0 is Sunday. */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

const holidaysOf = new Map<number, ReadonlySet<string>>();

/** The eleven of the law. Held since 1982 without a change, which is all that the simulator covers. */
export function holidays(year: number): ReadonlySet<string> {
  const known = holidaysOf.get(year);
  if (known !== undefined) return known;
  const easter = easterSunday(year);
  const dates = new Set([
    `${year}-01-01`,
    plusDays(easter, 1),
    `${year}-05-01`,
    `${year}-05-08`,
    plusDays(easter, 39),
    plusDays(easter, 50),
    `${year}-07-14`,
    `${year}-08-15`,
    `${year}-11-01`,
    `${year}-11-11`,
    `${year}-12-25`,
  ]);
  holidaysOf.set(year, dates);
  return dates;
}

export function isWorkingDate(date: string): boolean {
  const weekday = weekdayOf(date);
  return weekday >= 1 && weekday <= 5 && !holidays(Number(date.slice(0, 4))).has(date);
}

export function nextWorkingDate(date: string): string {
  let next = plusDays(date, 1);
  while (!isWorkingDate(next)) next = plusDays(next, 1);
  return next;
}

export function openingOf(workingDate: string): number {
  return instantOf(workingDate, OPENING_HOUR);
}

/** The end of the day's last window: 17:00, not noon. */
export function closingOf(workingDate: string): number {
  return instantOf(workingDate, CLOSING_HOUR);
}

/** One entry an hour of UTC since 1982: 0 not asked yet, 1 closed, 2 open. Only because the walk asks every minute. */
const FIRST_HOUR = Date.UTC(1982, 0, 1) / HOUR;
const openByHour = new Uint8Array(Date.UTC(2060, 0, 1) / HOUR - FIRST_HOUR);

/** The windows begin and end on whole hours, so an hour of UTC is open as a whole or not at all. */
export function isOpen(instant: number): boolean {
  const index = Math.floor(instant / HOUR) - FIRST_HOUR;
  const known = openByHour[index];
  if (known === undefined) throw new RangeError("the simulator covers 1982 to 2059");
  if (known !== 0) return known === 2;
  const open = isWorkingDate(dateAt(instant)) && OPEN_HOURS.includes(shownAt(instant).hour);
  openByHour[index] = open ? 2 : 1;
  return open;
}
