/**
 * From a definition as users write it to a schedule, or to every problem it has, each with its path, value and cure.
 */
import { type DayReach, intersectReach, SUPPORTED_REACH } from "../holidays/reach.ts";
import { type ReadySource, readSource } from "../holidays/source.ts";
import { throwIfAny } from "../issues/error.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import { formatDate, parseDate } from "../time/civil-date.ts";
import { type Zone, zoneCure, zoneOf } from "../time/zone.ts";
import { isZoneName } from "../time/zone-name.ts";
import { readClosures } from "./closures.ts";
import type { CalendarDefinition } from "./definition.ts";
import { deepFreeze, plainCopy } from "./plain-copy.ts";
import { makeSchedule, type Schedule } from "./schedule.ts";
import { readWeek } from "./week.ts";
import { readWindows, type Window } from "./window.ts";

const KEYS = ["timeZone", "week", "holidays", "reopen", "closures", "exceptions"];

/**
 * A schedule made of a definition; the definition is copied first and never changed.
 *
 * Errors: one `OuvreeError` with every problem, in the order of the keys above.
 */
export function readDefinition(value: unknown): Schedule {
  const issues: Issue[] = [];
  const definition = plainCopy(value, "schedule.bad-definition", issues);
  throwIfAny(issues);
  if (typeof definition !== "object" || definition === null || Array.isArray(definition)) {
    throwIfAny([
      makeIssue(
        "schedule.bad-definition",
        [],
        "an object",
        value,
        `${show(value)} is not a calendar definition; write { timeZone, week, … }`,
      ),
    ]);
  }
  const members = definition as Record<string, unknown>;
  for (const key of Object.keys(members)) {
    if (!KEYS.includes(key)) {
      issues.push(
        makeIssue(
          "schedule.unknown-key",
          [key],
          KEYS.join(", "),
          key,
          `${show(key)} is no key of a calendar${didYouMean(key, KEYS)}`,
        ),
      );
    }
  }
  const zone = readTimeZone(members.timeZone, issues);
  const week = readWeek(members.week, ["week"], issues);
  const { sources, reach } = readHolidays(members.holidays, issues);
  const { reopenedDays, reopenedIds } = readReopen(members.reopen, sources, issues);
  const closures = readClosures(members.closures, ["closures"], issues);
  const exceptions = readExceptions(members.exceptions, issues);
  if (issues.length === 0 && [...week, ...exceptions.values()].every((windows) => windows.length === 0)) {
    issues.push(
      makeIssue(
        "calendar.never-open",
        ["week"],
        "some hours",
        members.week,
        "the calendar never opens: it has no hours and no opening exception",
      ),
    );
  }
  throwIfAny(issues);
  return makeSchedule({
    definition: deepFreeze(definition) as unknown as CalendarDefinition,
    zone: zone!,
    reach,
    week,
    exceptions,
    sources,
    closures,
    reopenedDays,
    reopenedIds,
  });
}

function readTimeZone(value: unknown, issues: Issue[]): Zone | undefined {
  if (typeof value === "string" && isZoneName(value)) return zoneOf(value);
  if (value === undefined) {
    issues.push(
      makeIssue(
        "schedule.missing-key",
        ["timeZone"],
        "an IANA zone name or UTC",
        value,
        'a calendar needs its timeZone, e.g. "Europe/Paris"',
      ),
    );
  } else {
    issues.push(makeIssue("schedule.unknown-zone", ["timeZone"], "an IANA zone name or UTC", value, zoneCure(value)));
  }
  return undefined;
}

function readHolidays(value: unknown, issues: Issue[]): { sources: ReadySource[]; reach: DayReach } {
  const sources: ReadySource[] = [];
  let reach = SUPPORTED_REACH;
  if (value === undefined) return { sources, reach };
  if (!Array.isArray(value)) {
    issues.push(
      makeIssue(
        "holidays.bad-source",
        ["holidays"],
        "an array of sources",
        value,
        `${show(value)} is not a list of sources; write ["FR"]`,
      ),
    );
    return { sources, reach };
  }
  value.forEach((entry: unknown, index) => {
    const source = readSource(entry, ["holidays", index], issues);
    if (source === undefined) return;
    sources.push(source);
    reach = intersectReach(reach, source.reach);
  });
  if (reach.fromDay > reach.toDay) {
    issues.push(
      makeIssue(
        "holidays.no-reach",
        ["holidays"],
        "sources that share some dates",
        value,
        "the sources of holidays have no date in common: nothing could be asked",
      ),
    );
  }
  return { sources, reach };
}

function readReopen(
  value: unknown,
  sources: readonly ReadySource[],
  issues: Issue[],
): { reopenedDays: Set<number>; reopenedIds: Set<string> } {
  const reopenedDays = new Set<number>();
  const reopenedIds = new Set<string>();
  if (value === undefined) return { reopenedDays, reopenedIds };
  if (!Array.isArray(value)) {
    issues.push(
      makeIssue(
        "holidays.bad-source",
        ["reopen"],
        "an array of ids and dates",
        value,
        `${show(value)} is not a list; write ["fr.pentecost-monday"]`,
      ),
    );
    return { reopenedDays, reopenedIds };
  }
  const ids = new Set(sources.flatMap((source) => source.ids));
  value.forEach((entry: unknown, index) => {
    const day = typeof entry === "string" ? parseDate(entry) : undefined;
    if (day !== undefined) reopenedDays.add(day);
    else if (typeof entry === "string" && ids.has(entry)) reopenedIds.add(entry);
    else {
      const hint = typeof entry === "string" ? didYouMean(entry, ids) : "";
      issues.push(
        makeIssue(
          "holidays.unknown-id",
          ["reopen", index],
          "an id of this calendar's holidays, or a date",
          entry,
          `${show(entry)} is no holiday of this calendar${hint === "" ? "; write an id such as fr.pentecost-monday, or a date" : hint}`,
        ),
      );
    }
  });
  return { reopenedDays, reopenedIds };
}

function readExceptions(value: unknown, issues: Issue[]): Map<number, readonly Window[]> {
  const exceptions = new Map<number, readonly Window[]>();
  if (value === undefined) return exceptions;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    issues.push(
      makeIssue(
        "schedule.bad-definition",
        ["exceptions"],
        "an object by date",
        value,
        `${show(value)} is not a set of exceptions; write { "2026-12-24": ["09:00-12:00"] }`,
      ),
    );
    return exceptions;
  }
  for (const [key, list] of Object.entries(value)) {
    const day = parseDate(key);
    if (day === undefined) {
      issues.push(
        makeIssue(
          "schedule.bad-date",
          ["exceptions", key],
          "a civil date YYYY-MM-DD",
          key,
          `${show(key)} is not a date; write it as "2026-12-24"`,
        ),
      );
    }
    const windows = readWindows(list, ["exceptions", key], issues);
    if (day !== undefined) exceptions.set(day, windows);
  }
  return exceptions;
}

/** A schedule's reach as civil dates. */
export function reachDates(schedule: Schedule): { readonly from: string; readonly to: string } {
  return Object.freeze({ from: formatDate(schedule.reach.fromDay), to: formatDate(schedule.reach.toDay) });
}
