/**
 * Versions: what is in force from a date on, and for which dates the holidays are then known.
 *
 * Source: docs/semantics.md §2, "Versions".
 */
import { type DayReach, intersectReach, SUPPORTED_REACH } from "../holidays/reach.ts";
import type { ReadySource } from "../holidays/ready-source.ts";
import type { SourceReaders } from "../holidays/source.ts";
import { at, expectList, expectObject, type Place } from "../issues/expect.ts";
import { makeIssue, type PathStep } from "../issues/issue.ts";
import { formatDate } from "../time/civil-date.ts";
import { dateEntry } from "../time/date-entry.ts";
import { type Closure, readClosures } from "./dates/closures.ts";
import { type Exception, readExceptions } from "./dates/exceptions.ts";
import { readHolidays, readReopen } from "./dates/holidays-entry.ts";
import type { Span } from "./dates/span.ts";
import { expectKeysOfToday } from "./not-yet.ts";
import { readWeek, type Week } from "./week.ts";

/** What decides the windows of the dates from `fromDay` to `toDay`, both included. */
export interface Version {
  readonly fromDay: number;
  readonly toDay: number;
  readonly week: Week;
  readonly sources: readonly ReadySource[];
  /** Dates that all its sources know. */
  readonly reach: DayReach;
  readonly reopenedDays: ReadonlySet<number>;
  readonly reopenedIds: ReadonlySet<string>;
  /** The calendar's, then its own. */
  readonly closures: readonly (readonly Closure[])[];
  /** The calendar's, then its own. */
  readonly exceptions: readonly (readonly Exception[])[];
}

/** Every week that gives hours to some dates, of versions and of exceptions; each once. */
export function weeksOf(versions: readonly Version[]): Week[] {
  const lists = new Set(versions.flatMap(({ exceptions }) => exceptions));
  const weeks = new Set(versions.map(({ week }) => week));
  for (const list of lists) for (const { week } of list) weeks.add(week);
  return [...weeks];
}

/** Keys that the calendar and its versions have in common. */
export const VERSION_KEYS = ["week", "holidays", "reopen", "closures", "exceptions"] as const;

/** What is in force before the first version: the calendar's own keys. */
export function readFirst(members: Readonly<Record<string, unknown>>, place: Place, readers: SourceReaders): Version {
  const { sources, reach } = readHolidays(members.holidays, at(place, "holidays"), readers);
  return {
    fromDay: SUPPORTED_REACH.fromDay,
    toDay: SUPPORTED_REACH.toDay,
    week: readWeek(members.week, at(place, "week")),
    sources,
    reach,
    ...readReopen(members.reopen, sources, at(place, "reopen")),
    closures: [readClosures(members.closures, at(place, "closures"))],
    exceptions: [readExceptions(members.exceptions, at(place, "exceptions"))],
  };
}

/** The first version and those after it, in order; problems go to the place's issues. */
export function readVersions(value: unknown, first: Version, place: Place, readers: SourceReaders): readonly Version[] {
  const list =
    value === undefined ? [] : expectList(value, place, "schedule.bad-version", "a list of versions", EXAMPLE);
  const versions = [first];
  for (const [index, entry] of (list ?? []).entries()) {
    const before = versions.at(-1)!;
    const version = readVersion(entry, first, before, at(place, index), readers);
    if (version === undefined) continue;
    versions[versions.length - 1] = { ...before, toDay: version.fromDay - 1 };
    versions.push(version);
  }
  // Indexes are those of the list only if nothing was left out of it.
  if (place.issues.length > 0) return versions;
  for (const [index, version] of versions.slice(1).entries()) refuseOutside(version, at(place, index));
  return versions;
}

/** The one run of dates that the versions' sources know; a gap is an issue. */
export function reachOf(versions: readonly Version[], place: Place): DayReach {
  let known: DayReach | undefined;
  for (const version of versions) {
    const reach = intersectReach(version.reach, version);
    if (reach.fromDay > reach.toDay) continue;
    if (known !== undefined && reach.fromDay !== known.toDay + 1) {
      const [last, next] = [known.toDay, reach.fromDay].map(formatDate);
      const cure = `between ${last} and ${next} no source of holidays in force knows the dates; give its list a from and a to`;
      place.issues.push(
        makeIssue("holidays.no-reach", at(place, "versions").path, "one run of known dates", last, cure),
      );
    }
    known = { fromDay: known?.fromDay ?? reach.fromDay, toDay: reach.toDay };
  }
  if (known !== undefined) return known;
  const cure = "no date is known to the sources of holidays in force on it: nothing could be asked";
  place.issues.push(makeIssue("holidays.no-reach", at(place, "versions").path, "some known dates", undefined, cure));
  return SUPPORTED_REACH;
}

const EXAMPLE = '[{ "from": "2026-09-01", "week": { "mon-fri": ["09:00-17:00"] } }]';

function readVersion(
  entry: unknown,
  first: Version,
  before: Version,
  place: Place,
  readers: SourceReaders,
): Version | undefined {
  const members = expectObject(entry, place, "schedule.bad-version", "a version", EXAMPLE.slice(1, -1));
  if (members === undefined) return undefined;
  expectKeysOfToday(members, ["from", "name", ...VERSION_KEYS], "a version", place);
  const refuse = (step: string, expected: string, received: unknown, cure: string): void => {
    place.issues.push(makeIssue("schedule.bad-version", at(place, step).path, expected, received, cure));
  };
  if (members.name !== undefined && typeof members.name !== "string")
    refuse("name", "a name", members.name, 'a version\'s name is a text; write "summer"');
  const { sources, reach } =
    members.holidays === undefined ? before : readHolidays(members.holidays, at(place, "holidays"), readers);
  const { reopenedDays, reopenedIds } =
    members.reopen === undefined ? before : readReopen(members.reopen, sources, at(place, "reopen"));
  const week = members.week === undefined ? before.week : readWeek(members.week, at(place, "week"));
  const closures = [...first.closures, ...own(readClosures(members.closures, at(place, "closures")))];
  const exceptions = [...first.exceptions, ...own(readExceptions(members.exceptions, at(place, "exceptions")))];
  const fromDay = dateEntry(members.from, at(place, "from"));
  if (fromDay === undefined) return undefined;
  if (fromDay <= before.fromDay) {
    const last = formatDate(before.fromDay);
    refuse(
      "from",
      `a date after ${last}`,
      members.from,
      `versions are in ascending order; this one must be after ${last}`,
    );
    return undefined;
  }
  const toDay = SUPPORTED_REACH.toDay;
  return { fromDay, toDay, week, sources, reach, reopenedDays, reopenedIds, closures, exceptions };
}

/** A list of its own, if it has one. */
function own<T>(list: readonly T[]): (readonly T[])[] {
  return list.length === 0 ? [] : [list];
}

/** A dated closure or exception of a version that has no date in it would never act. */
function refuseOutside({ fromDay, toDay, closures, exceptions }: Version, place: Place): void {
  const check = (span: Span, ...steps: PathStep[]): void => {
    if (span.yearly || (span.from <= toDay && span.to >= fromDay)) return;
    const dates = `${formatDate(fromDay)} to ${formatDate(toDay)}`;
    const cure = `it has no date of its version, which is in force from ${dates}; write it beside versions`;
    place.issues.push(
      makeIssue("schedule.outside-version", [...place.path, ...steps], `dates of ${dates}`, undefined, cure),
    );
  };
  for (const [index, { span }] of (closures[1] ?? []).entries()) check(span, "closures", index);
  for (const { key, span } of exceptions[1] ?? []) check(span, "exceptions", key);
}
