/**
 * schema.org's opening hours: their shape, and one specification read.
 *
 * Sources: https://schema.org/OpeningHoursSpecification, https://schema.org/PublicHolidays, and Google's conventions for a
 * whole day (00:00 to 23:59) and a closed one (00:00 to 00:00).
 */
import { at, expectKeys, expectObject, type Place, report } from "../../issues/expect.ts";
import { makeIssue } from "../../issues/issue.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import { parseDate, yearOf } from "../../time/civil-date.ts";
import { parseTime } from "../../time/civil-time.ts";
import { MINUTES_PER_DAY } from "../../time/units.ts";
import { type DayHours, WHOLE_DAY } from "../hours.ts";

/** Hours of some weekdays: https://schema.org/OpeningHoursSpecification. */
export interface OpeningHoursSpecification {
  readonly "@context"?: unknown;
  readonly "@type"?: string;
  /** `Monday` or `https://schema.org/Monday`; also `PublicHolidays`. */
  readonly dayOfWeek?: string | readonly string[];
  /** `HH:MM`; without it the place is closed. */
  readonly opens?: string;
  /** `HH:MM`; before `opens`, it is of the next day. */
  readonly closes?: string;
  readonly validFrom?: string;
  readonly validThrough?: string;
  /** Of a special specification that closes: what the closure is called. */
  readonly name?: string;
}

/** The opening hours of a schema.org `Place`, as they stand among its other properties. */
export interface SchemaOrgHours {
  readonly openingHoursSpecification?: OpeningHoursSpecification | readonly OpeningHoursSpecification[];
  readonly specialOpeningHoursSpecification?: OpeningHoursSpecification | readonly OpeningHoursSpecification[];
}

/** A specification, read. */
export interface Specification {
  readonly place: Place;
  /** Weekdays, 0 for Monday; undefined when none is named. */
  readonly days: readonly number[] | undefined;
  readonly holidays: boolean;
  /** One stretch, or none when it closes. */
  readonly hours: DayHours;
  readonly fromDay: number | undefined;
  readonly toDay: number | undefined;
  readonly name: string | undefined;
}

/** Days of the week as schema.org names them, Monday first. */
export const SCHEMA_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
/** The word for all public holidays. */
export const PUBLIC_HOLIDAYS = "PublicHolidays";
const PREFIX = /^https?:\/\/schema\.org\//;
const CODE = "opening-hours.bad-specification";
const KEYS = ["@context", "@type", "dayOfWeek", "opens", "closes", "validFrom", "validThrough", "name"];

/** Reads one specification; problems go to the place's issues. */
export function readSpecification(value: unknown, place: Place): Specification | undefined {
  const before = place.issues.length;
  const members = expectObject(value, place, CODE, "an OpeningHoursSpecification", '{ "opens": …, "closes": … }');
  if (members === undefined) return undefined;
  expectKeys(members, KEYS, "an OpeningHoursSpecification", place, "opening-hours.not-carried");
  const type = members["@type"];
  if (type !== undefined && !(typeof type === "string" && type.replace(PREFIX, "") === "OpeningHoursSpecification"))
    report(at(place, "@type"), CODE, "OpeningHoursSpecification", type, '"OpeningHoursSpecification"');
  const { name } = members;
  if (name !== undefined && typeof name !== "string") report(at(place, "name"), CODE, "a name", name, '"Inventory"');
  const { days, holidays } = readDaysOfWeek(members.dayOfWeek, at(place, "dayOfWeek"));
  const hours = readHours(members.opens, members.closes, place);
  const fromDay = readDay(members.validFrom, at(place, "validFrom"));
  const toDay = readDay(members.validThrough, at(place, "validThrough"));
  if (fromDay !== undefined && toDay !== undefined && toDay < fromDay)
    report(at(place, "validThrough"), CODE, "a date after validFrom", members.validThrough, "the later one last");
  if (place.issues.length > before) return undefined;
  return { place, days, holidays, hours, fromDay, toDay, name: name as string | undefined };
}

function readDaysOfWeek(value: unknown, place: Place): { days: readonly number[] | undefined; holidays: boolean } {
  if (value === undefined) return { days: undefined, holidays: false };
  const names = Array.isArray(value) ? value : [value];
  const days = new Set<number>();
  let holidays = false;
  for (const [index, name] of names.entries()) {
    const plain = typeof name === "string" ? name.replace(PREFIX, "") : undefined;
    const day = (SCHEMA_DAYS as readonly unknown[]).indexOf(plain);
    if (plain === PUBLIC_HOLIDAYS) holidays = true;
    else if (day >= 0) days.add(day);
    else {
      const { path, issues } = Array.isArray(value) ? at(place, index) : place;
      const known = [...SCHEMA_DAYS, PUBLIC_HOLIDAYS];
      const hint =
        (plain !== undefined && plain.length < 100 && didYouMean(plain, known)) || `; write one of ${known.join(", ")}`;
      issues.push(makeIssue(CODE, path, "a day of the week", name, `${show(name)} is no day of the week${hint}`));
    }
  }
  if (names.length === 0) report(place, CODE, "a day of the week", value, '"Monday", or leave it out');
  return { days: days.size === 0 && holidays ? undefined : [...days].sort((a, b) => a - b), holidays };
}

/** One stretch; none for 00:00 to 00:00, and without `opens`, as schema.org says. */
function readHours(opens: unknown, closes: unknown, place: Place): DayHours {
  if (opens === undefined && closes === undefined) return [];
  const startMin = readTime(opens, at(place, "opens"));
  const endMin = readTime(closes, at(place, "closes"));
  if (startMin === undefined || endMin === undefined) return [];
  if (startMin === MINUTES_PER_DAY) report(at(place, "opens"), CODE, "a time of the day", opens, '"00:00"');
  if (startMin === 0 && endMin === 0) return [];
  if (startMin === 0 && endMin === MINUTES_PER_DAY - 1) return [WHOLE_DAY];
  if (startMin === endMin)
    report(at(place, "closes"), CODE, "another time than opens", closes, "00:00 to 23:59 for a whole day");
  return [{ startMin, endMin: endMin > startMin ? endMin : endMin + MINUTES_PER_DAY }];
}

function readTime(value: unknown, place: Place): number | undefined {
  const match = typeof value === "string" && value.length < 40 ? /^(\d\d:\d\d)(:00(?:\.0+)?)?$/.exec(value) : null;
  const minutes = match === null ? undefined : parseTime(match[1]!);
  if (minutes !== undefined) return minutes;
  if (typeof value === "string" && /^\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(value.slice(0, 40))) {
    const cure = `${show(value)} has an offset; the hours are those of the calendar's zone: leave it out`;
    place.issues.push(makeIssue("opening-hours.not-carried", place.path, "HH:MM", value, cure));
    return undefined;
  }
  if (typeof value === "string" && /^\d\d:\d\d:\d\d/.test(value)) {
    const cure = `${show(value)} has seconds, and windows are whole minutes; write HH:MM`;
    place.issues.push(makeIssue("opening-hours.not-carried", place.path, "HH:MM", value, cure));
    return undefined;
  }
  return report(place, CODE, "HH:MM", value, '"09:00"; opens and closes stand together');
}

function readDay(value: unknown, place: Place): number | undefined {
  if (value === undefined) return undefined;
  const epochDay = typeof value === "string" ? parseDate(value) : undefined;
  if (epochDay === undefined) return report(place, CODE, "a date", value, '"2026-12-24"');
  const year = yearOf(epochDay);
  if (year >= 1900 && year <= 2199) return epochDay;
  return report(place, "opening-hours.not-carried", "a date of the years 1900 to 2199", value, "one of them");
}
