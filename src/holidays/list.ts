/**
 * A dated list of holidays, with the dates for which it is complete.
 */
import { at, expectKeys, expectList, isObject, type Place, report } from "../issues/expect.ts";
import { makeIssue } from "../issues/issue.ts";
import { epochDayOf, yearOf } from "../time/civil-date.ts";
import { dateEntry } from "../time/date-entry.ts";
import { readDayPartText } from "../time/day-part.ts";
import { SUPPORTED_REACH } from "./reach.ts";
import type { Holiday, ReadySource } from "./ready-source.ts";

/** A date of a list; what `calendar.holidays(from, to)` gives is one too. */
export interface ListedHoliday {
  readonly date: string;
  readonly name?: string;
  /** The part of the date that it closes; all of it if absent. */
  readonly closed?: string;
  /** Names in both languages, in place of `name`. */
  readonly names?: { readonly fr: string; readonly en: string };
  /** Where a calendar had it from; not looked at. */
  readonly id?: string;
  readonly source?: string;
}

/** A dated list of holidays, with the dates for which it is complete. */
export interface HolidayList {
  /** Dates, or dates with a name and, if not all of the date is closed, the part that is: `"13:00-24:00"`. */
  readonly dates: readonly (string | ListedHoliday)[];
  /** First date for which the list is complete; the first date's 1 January unless said. */
  readonly from?: string;
  /** Last date for which the list is complete; the last date's 31 December unless said. */
  readonly to?: string;
}

type Day = readonly [epochDay: number, holiday: Holiday];

/** Makes a list ready; problems go to the place's issues, and the answer is then undefined. */
export function readList(list: Readonly<Record<string, unknown>>, place: Place): ReadySource | undefined {
  const before = place.issues.length;
  expectKeys(list, ["dates", "from", "to"], "a list of holidays", place, "schedule.unknown-key");
  const dates =
    expectList(list.dates, at(place, "dates"), "holidays.bad-source", "a list of dates", '["2026-12-24"]') ?? [];
  const days = dates.flatMap((entry, index) => readDay(entry, at(place, "dates", index)));
  const [from, to] = (["from", "to"] as const).map((key) =>
    list[key] === undefined ? undefined : dateEntry(list[key], at(place, key)),
  );
  if (place.issues.length > before) return undefined;
  const epochDays = days.map(([epochDay]) => epochDay).sort((a, b) => a - b);
  const [first, last] = [epochDays[0], epochDays.at(-1)];
  const fromDay = from ?? (first === undefined ? undefined : epochDayOf(yearOf(first), 1, 1));
  const toDay = to ?? (last === undefined ? undefined : epochDayOf(yearOf(last), 12, 31));
  const refuse = (code: "holidays.no-reach" | "holidays.outside-reach", cure: string): undefined => {
    place.issues.push(makeIssue(code, place.path, "a list with its reach", list, cure));
    return undefined;
  };
  if (fromDay === undefined || toDay === undefined)
    return refuse("holidays.no-reach", "an empty list must say its reach: from and to");
  if (fromDay > toDay) return refuse("holidays.no-reach", "the list's from is after its to");
  if (first !== undefined && (first < fromDay || last! > toDay)) {
    return refuse("holidays.outside-reach", "a date of the list is outside its own from and to");
  }
  if (toDay < SUPPORTED_REACH.fromDay || fromDay > SUPPORTED_REACH.toDay) {
    return refuse("holidays.outside-reach", "the list covers none of the years 1900 to 2199");
  }
  const years = byYear(days);
  return { reach: { fromDay, toDay }, ids: [], daysOfYear: (year) => years.get(year) ?? [] };
}

function readDay(entry: unknown, place: Place): Day[] {
  const named = isObject(entry) ? entry : { date: entry };
  // What `calendar.holidays` gives is taken as it is; where it came from is then no rule but this list.
  const { worked, ...known } = named as { worked?: unknown };
  if (worked !== undefined) {
    const cure =
      "worked dates in a list are not known yet; today: an exception of the calendar with the hours of the date";
    place.issues.push(
      makeIssue("schedule.unknown-key", [...place.path, "worked"], "date, name, closed", "worked", cure),
    );
  }
  expectKeys(
    known,
    ["date", "name", "closed", "id", "names", "source"],
    "a date of a list",
    place,
    "schedule.unknown-key",
  );
  const { name, closed, names } = named as { name?: unknown; closed?: unknown; names?: unknown };
  for (const key of ["id", "source"])
    if (named[key] !== undefined && typeof named[key] !== "string")
      report(at(place, key), "holidays.bad-source", "a text", named[key], '"fr.may-day"');
  const both = names === undefined ? undefined : readNames(names, at(place, "names"));
  if (name !== undefined && typeof name !== "string")
    report(at(place, "name"), "holidays.bad-source", "a name", name, '"Founders\' Day"');
  const part = closed === undefined ? undefined : readDayPartText(closed, at(place, "closed"));
  const epochDay = dateEntry(named.date, place);
  const [fr, en] = both ?? (typeof name === "string" ? [name, name] : ["Jour férié", "Holiday"]);
  const holiday: Holiday = { names: { fr, en }, source: "list", ...(part && { closed: part }) };
  return epochDay === undefined ? [] : [[epochDay, holiday]];
}

/** Names in both languages. */
function readNames(value: unknown, place: Place): readonly [fr: string, en: string] | undefined {
  const { fr, en } = isObject(value) ? value : {};
  if (isObject(value)) expectKeys(value, ["fr", "en"], "the names of a date", place, "schedule.unknown-key");
  if (typeof fr === "string" && typeof en === "string") return [fr, en];
  return report(place, "holidays.bad-source", "names", value, '{ fr: "Fête du travail", en: "Labour Day" }');
}

function byYear(days: readonly Day[]): ReadonlyMap<number, readonly Day[]> {
  const years = new Map<number, Day[]>();
  for (const day of days) {
    const year = yearOf(day[0]);
    const known = years.get(year);
    if (known === undefined) years.set(year, [day]);
    else known.push(day);
  }
  return years;
}
