/**
 * From a definition as users write it to a schedule, or to every problem it has, each with its path, value and cure.
 */
import type { SourceReaders } from "../holidays/source.ts";
import { throwIfAny } from "../issues/error.ts";
import { at, expectKeys, expectObject, type Place, report } from "../issues/expect.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { formatDate } from "../time/civil-date.ts";
import { type Zone, zoneCure, zoneOf } from "../time/zone.ts";
import { isZoneName } from "../time/zone-name.ts";
import type { CalendarDefinition } from "./definition.ts";
import { deepFreeze, plainCopy } from "./plain-copy.ts";
import { makeSchedule, type Schedule } from "./schedule.ts";
import { reachOf, readFirst, readVersions, VERSION_KEYS, type Version } from "./version.ts";

const KEYS = ["name", "timeZone", "versions", ...VERSION_KEYS];

/**
 * A schedule made of a definition; the definition is copied first and never changed.
 *
 * Errors: one `OuvreeError` with every problem, in the order of the input.
 */
export function readDefinition(value: unknown, readers: SourceReaders = {}): Schedule {
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
  expectKeys(members!, KEYS, "a calendar", root, "schedule.unknown-key");
  readName(members!.name, at(root, "name"));
  const zone = uncopied.has("timeZone") ? undefined : readTimeZone(members!.timeZone, at(root, "timeZone"));
  const first = readFirst(members!, root, readers);
  const versions = readVersions(members!.versions, first, at(root, "versions"), readers);
  const reach = issues.length === 0 ? reachOf(versions, root) : first.reach;
  if (issues.length === 0 && versions.every(isNeverOpen)) {
    const cure = "the calendar never opens: it has no hours and no opening exception";
    issues.push(makeIssue("calendar.never-open", ["week"], "some hours", members!.week, cure));
  }
  throwIfAny(inInputOrder(issues, keys));
  return makeSchedule({
    definition: deepFreeze(definition) as unknown as CalendarDefinition,
    zone: zone!,
    reach,
    versions,
  });
}

function isNeverOpen({ week, exceptions }: Version): boolean {
  const weeks = [week, ...exceptions.flat().map((exception) => exception.week)];
  return weeks.every((windowsByDay) => windowsByDay.every((windows) => windows.length === 0));
}

function readName(value: unknown, place: Place): void {
  if (value !== undefined && typeof value !== "string")
    report(place, "schedule.bad-definition", "a name", value, '"support desk"');
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

/** A schedule's reach as civil dates. */
export function reachDates(schedule: Schedule): { readonly from: string; readonly to: string } {
  return Object.freeze({ from: formatDate(schedule.reach.fromDay), to: formatDate(schedule.reach.toDay) });
}
