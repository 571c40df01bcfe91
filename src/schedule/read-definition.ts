/**
 * From a definition as users write it to a schedule, or to every problem it has, each with its path, value and cure.
 */
import type { SourceReaders } from "../holidays/source.ts";
import { throwIfAny } from "../issues/error.ts";
import { at, expectObject, type Place, report } from "../issues/expect.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { FIRST_YEAR, formatDate, LAST_YEAR } from "../time/civil-date.ts";
import { type Zone, zoneCure, zoneOf } from "../time/zone.ts";
import { isZoneName } from "../time/zone-name.ts";
import { combinedReach, combinedSchedule, operationOf, readCombination } from "./combinations/combination.ts";
import type { CalendarDefinition } from "./definition.ts";
import { CALENDAR_LIMITS, type CalendarLimits, refuseLarge } from "./limits.ts";
import { makeSchedule } from "./make-schedule.ts";
import { expectKeysOfToday } from "./not-yet.ts";
import { deepFreeze, plainCopy } from "./plain-copy.ts";
import { OPERATIONS, type Schedule } from "./schedule.ts";
import { reachOf, readFirst, readVersions, VERSION_KEYS, type Version, weeksOf } from "./version.ts";

const KEYS = ["name", "timeZone", "versions", ...VERSION_KEYS, ...OPERATIONS];
const EXAMPLE = "{ timeZone, week, … }";

/**
 * A schedule made of a definition; the definition is copied first and never changed.
 *
 * Errors: one `OuvreeError` with every problem, in the order of the input; of one that is larger than the limits, that alone.
 */
export function readDefinition(
  value: unknown,
  readers: SourceReaders = {},
  limits: Required<CalendarLimits> = CALENDAR_LIMITS,
): Schedule {
  const root: Place = { path: [], issues: [] };
  const { issues } = root;
  const definition = isObjectLike(value) ? plainCopy(value, "schedule.bad-definition", issues) : value;
  // What cannot be copied hides no other problem, but its own key is not looked at further.
  const uncopied = new Set(issues.map(({ path }) => path[0]));
  if (uncopied.has(undefined)) throwIfAny(issues);
  const before = issues.length;
  refuseLarge(definition, limits, issues);
  // Of what is too large nothing else is looked at.
  if (issues.length > before) throwIfAny(issues.slice(before));
  const members = expectObject(definition, root, "schedule.bad-definition", "a calendar definition", EXAMPLE);
  if (members === undefined) throwIfAny(issues);
  const keys = Object.keys(members!);
  for (const key of uncopied) delete (members as Record<string, unknown>)[String(key)];
  const schedule = readCalendar(members!, root, readers, uncopied.has("timeZone"));
  throwIfAny(inInputOrder(issues, keys));
  deepFreeze(definition);
  const mostYears = Math.max(1, Math.floor(limits.search / schedule!.load!));
  return mostYears > LAST_YEAR - FIRST_YEAR ? schedule! : Object.freeze({ ...schedule!, mostYears });
}

/** A schedule, or undefined with issues. */
function readCalendar(
  members: Readonly<Record<string, unknown>>,
  place: Place,
  readers: SourceReaders,
  zoneIsUncopied = false,
): Schedule | undefined {
  const before = place.issues.length;
  const zone = zoneIsUncopied ? undefined : readTimeZone(members.timeZone, at(place, "timeZone"));
  readName(members.name, at(place, "name"));
  const operation = operationOf(members);
  const read = operation === undefined ? readHours : readCombined;
  return read(members, place, readers, zone, before);
}

type Read = (
  members: Readonly<Record<string, unknown>>,
  place: Place,
  readers: SourceReaders,
  zone: Zone | undefined,
  before: number,
) => Schedule | undefined;

/** A calendar with hours of its own. */
const readHours: Read = (members, place, readers, zone, before) => {
  const { issues } = place;
  expectKeysOfToday(members, KEYS, "a calendar", place);
  const first = readFirst(members, place, readers);
  const versions = readVersions(members.versions, first, at(place, "versions"), readers);
  const reach = issues.length === 0 ? reachOf(versions, place) : first.reach;
  if (issues.length === 0 && isNeverOpen(versions)) {
    const cure = "the calendar never opens: it has no hours and no opening exception";
    issues.push(makeIssue("calendar.never-open", at(place, "week").path, "some hours", members.week, cure));
  }
  if (issues.length > before) return undefined;
  return makeSchedule({ definition: members as unknown as CalendarDefinition, zone: zone!, reach, versions });
};

/** A calendar made of others. */
const readCombined: Read = (members, place, readers, zone, before) => {
  const combination = readCombination(members, operationOf(members)!, place, (value, operand) => {
    const object = expectObject(value, operand, "schedule.bad-definition", "a calendar definition", EXAMPLE);
    return object && readCalendar(object, operand, readers);
  });
  if (place.issues.length > before) return undefined;
  const reach = combinedReach(combination!, zone!);
  if (reach.fromDay > reach.toDay) {
    const cure = "its calendars have no known date in common: nothing could be asked";
    place.issues.push(makeIssue("holidays.no-reach", place.path, "calendars that share known dates", members, cure));
    return undefined;
  }
  return combinedSchedule(members as unknown as CalendarDefinition, zone!, combination!, reach);
};

function isNeverOpen(versions: readonly Version[]): boolean {
  return weeksOf(versions).every((week) => week.every((windows) => windows.length === 0));
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
