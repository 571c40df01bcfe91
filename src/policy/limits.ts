/**
 * How large a policy document may be, so that one of a stranger costs no more than a refusal: counted before it is read.
 *
 * Source: docs/untrusted-input.md.
 */
import { isObject } from "../issues/expect.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { CALENDAR_LIMITS, type CalendarLimits, readLimits } from "../schedule/limits.ts";
import { OPERATIONS } from "../schedule/schedule.ts";

/** Most of each that a policy may have, the document and all its versions together. */
export interface PolicyLimits {
  /** Versions; 200. */
  readonly versions?: number;
  /** Rules that choose calendars; 500. */
  readonly calendarRules?: number;
  /** Commitments; 500. */
  readonly commitments?: number;
  /** Calendars; 200. */
  readonly calendars?: number;
  /** Kinds of case; 500. */
  readonly kinds?: number;
  /** Facts; 200. */
  readonly facts?: number;
  /** Different time zones of all its calendars; 100. */
  readonly zones?: number;
  /**
   * Of each of its calendars. Unless a `search` is given, the calendars that commitments name share the one of a calendar: a case may
   * search all of them.
   */
  readonly calendar?: CalendarLimits;
}

type Counted = Exclude<keyof PolicyLimits, "calendar">;

/** The limits that hold unless others are given. */
export const POLICY_LIMITS: Readonly<Record<Counted, number>> = Object.freeze({
  ...{ versions: 200, calendarRules: 500, commitments: 500, calendars: 200, kinds: 500, facts: 200, zones: 100 },
});

const WORDS: Readonly<Record<Counted, string>> = {
  ...{ versions: "versions", calendarRules: "rules that choose calendars", commitments: "commitments" },
  ...{ calendars: "calendars", kinds: "kinds of case", facts: "facts", zones: "time zones" },
};

/** Limits of a policy and of its calendars, read. */
export interface ReadLimits {
  readonly own: Readonly<Record<Counted, number>>;
  readonly calendar: Required<CalendarLimits>;
  /** Whether `search` is what its calendars share, and not what a caller gave each. */
  readonly isShared: boolean;
}

/** Limits as a caller gives them. Errors: `calendar.bad-option`. */
export function readPolicyLimits(value: unknown): ReadLimits {
  const { calendar, ...own } = isObject(value) ? value : { calendar: undefined };
  return {
    own: readLimits(isObject(value) ? own : value, POLICY_LIMITS),
    calendar: readLimits(calendar, CALENDAR_LIMITS, ["limits", "calendar"]),
    isShared: !isObject(calendar) || calendar["search"] === undefined,
  };
}

/** Adds an issue for each limit that a document, copied and not yet checked, is over. */
export function refuseLargePolicy(document: unknown, limits: ReadLimits["own"], issues: Issue[]): void {
  if (!isObject(document)) return;
  const versions: readonly unknown[] = Array.isArray(document["versions"]) ? document["versions"] : [];
  const sum = (key: string): number =>
    [document, ...versions].reduce<number>((total, part) => total + (isObject(part) ? sizeOf(part[key]) : 0), 0);
  for (const name of Object.keys(WORDS) as Counted[]) {
    const count =
      name === "versions" ? versions.length : name === "zones" ? zonesOf([document, ...versions]) : sum(name);
    const most = limits[name];
    if (count <= most) continue;
    const cure = `the policy has ${count} ${WORDS[name]}, and may have ${most}; if it is one of your own, raise it: definePolicy(document, { limits: { ${name}: ${count} } })`;
    issues.push(makeIssue("policy.too-large", [name], `at most ${most} ${WORDS[name]}`, count, cure));
  }
}

/**
 * The limits of each calendar of a document that is within its own limits: what a case may search is shared by the calendars that
 * commitments name, in all their versions, because one case may search each of them.
 */
export function limitsOfEach(document: unknown, { calendar, isShared }: ReadLimits): Required<CalendarLimits> {
  if (!isShared) return calendar;
  const parts = partsOf(document);
  const named = new Set<unknown>(parts.map((part) => part["calendar"]));
  for (const part of parts) {
    for (const commitment of membersOf(part["commitments"]))
      if (isObject(commitment)) named.add(commitment["calendar"]);
  }
  const searched = parts.flatMap(({ calendars }) => Object.keys(isObject(calendars) ? calendars : {}));
  const count = searched.filter((name) => named.has(name)).length;
  return { ...calendar, search: Math.ceil(calendar.search / Math.max(1, count)) };
}

/** The document and its versions. */
function partsOf(document: unknown): Readonly<Record<string, unknown>>[] {
  if (!isObject(document)) return [];
  return [document, ...membersOf(document["versions"])].filter(isObject);
}

/** Different names of zones of the calendars of parts, at all depths. */
function zonesOf(parts: readonly unknown[]): number {
  const zones = new Set<unknown>();
  const left = parts.filter(isObject).flatMap((part) => membersOf(part["calendars"]));
  while (left.length > 0) {
    const calendar = left.pop();
    if (!isObject(calendar)) continue;
    zones.add(calendar["timeZone"]);
    for (const key of OPERATIONS) left.push(...membersOf(calendar[key]));
  }
  return zones.size;
}

function membersOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value) : [];
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : 0;
}
