/**
 * Holidays of a definition, for the oracle: which dates they close, and for which dates they can be believed.
 */

import { dateOf, dayNumber } from "./civil.ts";
import { type Definition, FIRST_SUPPORTED_DATE, type HolidaySource, LAST_SUPPORTED_DATE } from "./definition.ts";
import { FRENCH_REACH, frenchHolidays } from "./french.ts";

export interface Reach {
  readonly from: string;
  readonly to: string;
}

/** The reach of one source. Dates are ISO text throughout, so that "earlier" is alphabetical. */
export function reachOfSource(source: HolidaySource): Reach {
  if (typeof source === "string") return FRENCH_REACH;
  const sorted = [...source.dates].sort();
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  const from = source.from ?? (first === undefined ? undefined : `${first.slice(0, 4)}-01-01`);
  const to = source.to ?? (last === undefined ? undefined : `${last.slice(0, 4)}-12-31`);
  if (from === undefined || to === undefined) throw new TypeError("an empty list must say its reach");
  return { from, to };
}

/** The intersection of the sources' reaches and of the supported years. Closures and exceptions shorten nothing. */
export function reachOf(definition: Definition): Reach {
  let from: string = FIRST_SUPPORTED_DATE;
  let to: string = LAST_SUPPORTED_DATE;
  for (const source of definition.holidays ?? []) {
    const reach = reachOfSource(source);
    if (reach.from > from) from = reach.from;
    if (reach.to < to) to = reach.to;
  }
  return { from, to };
}

/** Is this date a holiday of any source? */
export function isHoliday(definition: Definition, date: string): boolean {
  return (definition.holidays ?? []).some((source) =>
    typeof source === "string"
      ? frenchHolidays(source, Number(date.slice(0, 4))).includes(date)
      : source.dates.includes(date),
  );
}

/** Is this date closed whole by a closure? */
export function isClosedWhole(definition: Definition, date: string): boolean {
  return (definition.closures ?? []).some((closure) => {
    if (typeof closure === "string") return closure === date;
    if ("date" in closure) return false;
    return closure.from <= date && date <= closure.to;
  });
}

/** The dates that a definition closes near a day, for tests that want to look there. */
export function closedDatesNear(definition: Definition, day: number, radiusDays: number): string[] {
  const found: string[] = [];
  for (let at = day - radiusDays; at <= day + radiusDays; at += 1) {
    const date = dateOf(at);
    if (isHoliday(definition, date) || isClosedWhole(definition, date)) found.push(date);
  }
  return found;
}

/** First and last known day, as day numbers. */
export function knownDays(definition: Definition): { first: number; last: number } {
  const reach = reachOf(definition);
  return { first: dayNumber(reach.from), last: dayNumber(reach.to) };
}
