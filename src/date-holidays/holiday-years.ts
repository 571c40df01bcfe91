/**
 * The holidays of a place, civil year by civil year.
 */
import type { Holiday } from "../holidays/ready-source.ts";
import { yearOf } from "../time/civil-date.ts";
import { daysOfEntry } from "./entry-days.ts";
import { HOLIDAY_TYPES, type HolidayType } from "./options.ts";
import type { Peer, PeerEntry, PeerPlace, PeerRule } from "./peer.ts";

/** A holiday on its date. */
type Day = readonly [epochDay: number, holiday: Holiday];

/** The holidays of a place, of some types. */
export interface HolidayYears {
  /** Every rule of the place, of all types. */
  readonly rules: readonly PeerRule[];
  readonly ids: readonly string[];
  daysOfYear(year: number): readonly Day[];
}

/**
 * Asks date-holidays for each year once, and for the years on either side of it: an entry of several days may cross New
 * Year.
 */
export function holidayYears(peer: Peer, place: PeerPlace, types: readonly HolidayType[]): HolidayYears {
  // Rules speak of one another ("if public holiday then"), so all types are loaded. Of two entries of one date and name
  // date-holidays keeps that of the later type: those asked for come last.
  const weakestFirst = [...HOLIDAY_TYPES].reverse();
  const isAsked = (type: string | undefined): boolean => types.includes(type as HolidayType);
  const order = [...weakestFirst.filter((type) => !isAsked(type)), ...weakestFirst.filter(isAsked)];
  const holidays = new peer.Holidays({ ...place }, { languages: ["en"], types: order });
  const rules = holidays.getRules();
  const ruleByText = new Map(rules.map((rule) => [rule.rule, rule]));
  const entries = new Map<number, readonly Day[]>();
  const entriesOf = (year: number): readonly Day[] => {
    let days = entries.get(year);
    if (days === undefined) {
      days = holidays
        .getHolidays(year)
        .filter(({ type }) => isAsked(type))
        .flatMap((entry) => daysOf(entry, ruleByText.get(entry.rule), place));
      entries.set(year, days);
    }
    return days;
  };
  const years = new Map<number, readonly Day[]>();
  return {
    rules,
    ids: rules.filter(({ type }) => isAsked(type)).map(({ rule }) => idOf(place, rule)),
    daysOfYear(year) {
      let days = years.get(year);
      if (days === undefined) {
        days = [year - 1, year, year + 1].flatMap(entriesOf).filter(([day]) => yearOf(day) === year);
        years.set(year, days);
      }
      return days;
    },
  };
}

/** `US/4th thursday in November`: by country and rule, so that a state's copy of a country's rule has the same id. */
function idOf({ country }: PeerPlace, rule: string): string {
  return `${country}/${rule}`;
}

function daysOf(entry: PeerEntry, rule: PeerRule | undefined, place: PeerPlace): Day[] {
  const holiday: Holiday = { id: idOf(place, entry.rule), names: namesOf(entry, rule), source: "date-holidays" };
  return daysOfEntry(entry).map(([epochDay, closed]) => [
    epochDay,
    closed === undefined ? holiday : { ...holiday, closed },
  ]);
}

/** The entry has its English name, or else its own; that a day is a substitute is said by it in English alone. */
function namesOf({ name, substitute }: PeerEntry, rule: PeerRule | undefined): Holiday["names"] {
  const fr = typeof rule?.name === "object" ? rule.name.fr : undefined;
  if (fr === undefined) return { en: name, fr: name };
  return { en: name, fr: substitute === true ? `${fr} (jour de remplacement)` : fr };
}
