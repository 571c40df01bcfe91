/**
 * From a definition as users write it to a schedule, or to every problem it has, each with its path, value and cure.
 */
import { throwIfAny } from "../issues/error.ts";
import { at, expectKeys, expectObject, type Place } from "../issues/expect.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { formatDate } from "../time/civil-date.ts";
import { dateEntry } from "../time/date-entry.ts";
import { type Zone, zoneCure, zoneOf } from "../time/zone.ts";
import { isZoneName } from "../time/zone-name.ts";
import { readClosures } from "./closures.ts";
import type { CalendarDefinition } from "./definition.ts";
import { readHolidays, readReopen } from "./holidays-entry.ts";
import { deepFreeze, plainCopy } from "./plain-copy.ts";
import { makeSchedule, type Schedule } from "./schedule.ts";
import { readWeek } from "./week.ts";
import { readWindows, type Window } from "./window.ts";

const KEYS = ["timeZone", "week", "holidays", "reopen", "closures", "exceptions"];

/**
 * A schedule made of a definition; the definition is copied first and never changed.
 *
 * Errors: one `OuvreeError` with every problem, in the order of the input.
 */
export function readDefinition(value: unknown): Schedule {
  const root: Place = { path: [], issues: [] };
  const { issues } = root;
  const definition = isObjectLike(value) ? plainCopy(value, "schedule.bad-definition", issues) : value;
  // What cannot be copied hides no other problem, but its own key is not looked at further.
  const uncopied = new Set(issues.map(({ path }) => path[0]));
  if (uncopied.has(undefined)) throwIfAny(issues);
  const example = "{ timeZone, week, … }";
  const members = expectObject(definition, root, "schedule.bad-definition", "a calendar definition", example);
  if (members === undefined) throwIfAny(issues);
  const keys = Object.keys(members!);
  for (const key of uncopied) delete (members as Record<string, unknown>)[String(key)];
  const { timeZone, week: hours, holidays, reopen, closures, exceptions } = members!;
  expectKeys(members!, KEYS, "a calendar", root, "schedule.unknown-key");
  const zone = uncopied.has("timeZone") ? undefined : readTimeZone(timeZone, at(root, "timeZone"));
  const week = readWeek(hours, at(root, "week"));
  const { sources, reach } = readHolidays(holidays, at(root, "holidays"));
  const reopened = readReopen(reopen, sources, at(root, "reopen"));
  const closed = readClosures(closures, at(root, "closures"));
  const dated = readExceptions(exceptions, at(root, "exceptions"));
  if (issues.length === 0 && [...week, ...dated.values()].every((windows) => windows.length === 0)) {
    const cure = "the calendar never opens: it has no hours and no opening exception";
    issues.push(makeIssue("calendar.never-open", ["week"], "some hours", hours, cure));
  }
  throwIfAny(inInputOrder(issues, keys));
  const frozen = deepFreeze(definition) as unknown as CalendarDefinition;
  return makeSchedule({
    definition: frozen,
    zone: zone!,
    reach,
    week,
    exceptions: dated,
    sources,
    closures: closed,
    ...reopened,
  });
}

/** Issues in the order of the definition's own keys; of a key that is missing last. */
function inInputOrder(issues: readonly Issue[], keys: readonly string[]): Issue[] {
  const rank = ({ path }: Issue): number => {
    const index = keys.indexOf(String(path[0]));
    return index < 0 ? keys.length : index;
  };
  return [...issues].sort((a, b) => rank(a) - rank(b));
}

function isObjectLike(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function readTimeZone(value: unknown, { path, issues }: Place): Zone | undefined {
  if (typeof value === "string" && isZoneName(value)) return zoneOf(value);
  const [code, cure] =
    value === undefined
      ? (["schedule.missing-key", 'a calendar needs its timeZone, e.g. "Europe/Paris"'] as const)
      : (["schedule.unknown-zone", zoneCure(value)] as const);
  issues.push(makeIssue(code, path, "an IANA zone name or UTC", value, cure));
  return undefined;
}

function readExceptions(value: unknown, place: Place): Map<number, readonly Window[]> {
  const exceptions = new Map<number, readonly Window[]>();
  const example = '{ "2026-12-24": ["09:00-12:00"] }';
  const entries =
    value === undefined ? {} : expectObject(value, place, "schedule.bad-definition", "a set of exceptions", example);
  for (const [key, list] of Object.entries(entries ?? {})) {
    const day = dateEntry(key, at(place, key));
    const windows = readWindows(list, at(place, key));
    if (day !== undefined) exceptions.set(day, windows);
  }
  return exceptions;
}

/** A schedule's reach as civil dates. */
export function reachDates(schedule: Schedule): { readonly from: string; readonly to: string } {
  return Object.freeze({ from: formatDate(schedule.reach.fromDay), to: formatDate(schedule.reach.toDay) });
}
