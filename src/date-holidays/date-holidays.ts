/**
 * `dateHolidays`: a source of the holidays of a country, state or region, for calendars.
 */

import { reachOfYears } from "../holidays/reach.ts";
import { type HolidaySourceObject, READY, type ReadySource } from "../holidays/ready-source.ts";
import { throwIfAny } from "../issues/error.ts";
import { at, isObject, type Place, report } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { makeIssue } from "../issues/issue.ts";
import { defaultYears } from "./default-years.ts";
import { type HolidayYears, holidayYears } from "./holiday-years.ts";
import { MOVED_DAYS } from "./moved-days.ts";
import { type DateHolidaysOptions, type ReadOptions, readOptions } from "./options.ts";
import { loadPeer, type Peer, type PeerPlace } from "./peer.ts";
import { type GivenPlace, readPlace } from "./place.ts";
import { formatSourceName, parseSourceName } from "./source-name.ts";

/**
 * The holidays of a country, a state or a region, as a source for the `holidays` of a definition.
 *
 * Codes are those of date-holidays (ISO 3166), in either case; types are `["public"]` unless given. It serialises to
 * its name, `"date-holidays:US-NY"`, which {@link dateHolidaysSource} reads. Its reach is the years 2000 to 2060, less
 * where date-holidays lists a holiday year by year; `from` and `to` say otherwise, within 1970 to 2076.
 * Countries that move working days by decree are refused without `movedDays: "ignore"`: nothing here knows the decrees.
 * Needs the package date-holidays, which is loaded at the first call (about 250 ms); a civil year is computed once.
 * Errors: `holidays.missing-package`; `holidays.unknown-source` for codes, with the near miss; `holidays.bad-source`
 *   for options; `holidays.moved-days`; `holidays.no-reach`.
 * Source: docs/holidays.md.
 *
 * @example
 * const newYork = dateHolidays("US", "ny", { types: ["public", "bank"] });
 * newYork.source // "date-holidays:US-NY?types=public,bank"
 */
export function dateHolidays(country: string, options?: DateHolidaysOptions): HolidaySourceObject;
export function dateHolidays(
  country: string,
  state: string | undefined,
  options?: DateHolidaysOptions,
): HolidaySourceObject;
export function dateHolidays(
  country: string,
  state: string | undefined,
  region: string | undefined,
  options?: DateHolidaysOptions,
): HolidaySourceObject;
export function dateHolidays(country: unknown, ...rest: readonly unknown[]): HolidaySourceObject {
  const root: Place = { path: [], issues: [] };
  // The options may come as soon as there are no more codes.
  const given = rest.findIndex((value) => typeof value === "object" && value !== null);
  const codes = given < 0 ? rest.slice(0, 2) : rest.slice(0, given);
  const options = given < 0 ? (rest[2] ?? {}) : rest[given];
  const strange = [...codes.slice(2), ...(given < 0 ? rest.slice(3) : rest.slice(given + 1))];
  if (strange.some((value) => value !== undefined))
    report(
      at(root, "options"),
      "holidays.bad-source",
      "the last argument",
      options,
      'dateHolidays("US", "NY", { types })',
    );
  return makeSource({ country, state: codes[0], region: codes[1] }, options, root);
}

/**
 * The source that a name stands for: `dateHolidays` for JSON.
 *
 * Give it to a calendar or a policy: `createCalendar(definition, { sources: { "date-holidays": dateHolidaysSource } })`.
 * Errors: as {@link dateHolidays}; `holidays.bad-source` for what is no name.
 *
 * @example dateHolidaysSource("date-holidays:de-by-a?to=2040").source // "date-holidays:DE-BY-A?to=2040"
 */
export function dateHolidaysSource(name: string): HolidaySourceObject {
  const root: Place = { path: [], issues: [] };
  const parsed = parseSourceName(name, root);
  throwIfAny(root.issues);
  return makeSource(parsed!.place, parsed!.options, root);
}

function makeSource(given: GivenPlace, givenOptions: unknown, root: Place): HolidaySourceObject {
  const peer = loadPeer();
  const place = readPlace(given, peer, root);
  const options = readForeign(givenOptions, ["options"], "holidays.bad-source", "options", () =>
    readOptions(givenOptions, root),
  );
  if (place !== undefined) refuseMovedDays(place, options, root);
  throwIfAny(root.issues);
  const years = yearsOf(peer, place!, options.types);
  const usual = defaultYears(years.rules, options.types);
  const from = options.from ?? usual.from;
  const to = options.to ?? usual.to;
  if (from > to) {
    const cure = `no year is left: the reach is ${from} to ${to}; say both from and to`;
    root.issues.push(
      makeIssue(
        "holidays.no-reach",
        at(root, isObject(givenOptions) && "to" in givenOptions ? "to" : "from").path,
        "from ≤ to",
        givenOptions,
        cure,
      ),
    );
  }
  throwIfAny(root.issues);
  const source = formatSourceName(place!, options);
  const ready: ReadySource = Object.freeze({
    reach: Object.freeze(reachOfYears(from, to)),
    ids: years.ids,
    data: Object.freeze({ source, version: peer.version }),
    daysOfYear: (year: number) => (year < from || year > to ? [] : years.daysOfYear(year)),
  });
  return Object.freeze({ source, version: peer.version, toJSON: () => source, [READY]: ready });
}

/** Refuses a country whose working days are moved by decree, unless the caller knows. */
function refuseMovedDays(place: PeerPlace, options: ReadOptions, root: Place): void {
  const by = Object.hasOwn(MOVED_DAYS, place.country) ? MOVED_DAYS[place.country] : undefined;
  if (by === undefined || options.movedDays !== undefined || root.issues.some(({ path }) => path[0] === "movedDays"))
    return;
  const name = formatSourceName(place, { ...options, movedDays: "ignore" });
  const cure = `${place.country} moves working days by decree (${by}), which date-holidays does not know: worked Saturdays would be closed and bridge days open; if that may be ignored say { movedDays: "ignore" }, in a name "${name}", or give the year's dates as a list: { dates: [...] }`;
  root.issues.push(makeIssue("holidays.moved-days", at(root, "movedDays").path, '"ignore"', undefined, cure));
}

/** By place and types: sources of one place share what has been computed. */
const computed = new Map<string, HolidayYears>();

function yearsOf(peer: Peer, place: PeerPlace, types: Parameters<typeof holidayYears>[2]): HolidayYears {
  const key = formatSourceName(place, { types });
  const known = computed.get(key) ?? holidayYears(peer, place, types);
  computed.set(key, known);
  return known;
}
