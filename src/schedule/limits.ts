/**
 * How large a definition may be, so that one of a stranger costs no more than a refusal: counted before anything is made of it.
 *
 * The defaults hold for what people write; each can be raised, one by one. Source: docs/untrusted-input.md.
 */

import type { IssueCode } from "../issues/codes.ts";
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";

/** Most of each that a definition may have, all its calendars and versions together. */
export interface CalendarLimits {
  /** Calendars within it, at all depths; 64. */
  readonly operands?: number;
  /** Calendars within one another; 8. */
  readonly depth?: number;
  /** Versions; 1,000. */
  readonly versions?: number;
  /** Closures; 5,000. */
  readonly closures?: number;
  /** Exceptions; 50,000. */
  readonly exceptions?: number;
  /** Dates of lists of holidays; 50,000. */
  readonly holidays?: number;
  /** Sources of holidays; 100. */
  readonly sources?: number;
  /** Windows of the fullest date of each calendar of a combination, and different parts that closures take of several dates, added up; 150. */
  readonly windows?: number;
  /**
   * Windows and closed dates that one question may look at, 300,000: how many years it may search follows from how many of them the
   * definition has a year: all of 1900 to 2199 for a desk of two windows a day, 43 years for three such desks combined.
   */
  readonly search?: number;
}

/** The limits that hold unless others are given. */
export const CALENDAR_LIMITS: Required<CalendarLimits> = Object.freeze({
  operands: 64,
  depth: 8,
  versions: 1000,
  closures: 5000,
  exceptions: 50_000,
  holidays: 50_000,
  sources: 100,
  windows: 150,
  search: 300_000,
});

type Counted = Exclude<keyof CalendarLimits, "search">;

const CODES: Readonly<Record<Counted, IssueCode>> = {
  operands: "schedule.too-many-operands",
  depth: "schedule.too-deep",
  versions: "schedule.too-many-versions",
  closures: "schedule.too-many-closures",
  exceptions: "schedule.too-many-exceptions",
  holidays: "schedule.too-many-holidays",
  sources: "schedule.too-many-holidays",
  windows: "schedule.too-many-windows",
};

const WORDS: Readonly<Record<Counted, string>> = {
  operands: "calendars in it",
  depth: "calendars within one another",
  versions: "versions",
  closures: "closures",
  exceptions: "exceptions",
  holidays: "dates of holidays",
  sources: "sources of holidays",
  windows: "windows a day in all its calendars",
};

/**
 * Limits as a caller gives them, with the defaults of one kind.
 *
 * Errors: `calendar.bad-option` for a name that is none, with the near miss, and for what is no whole number of one or more.
 */
export function readLimits<L extends { readonly [K in keyof L]: number }>(
  value: unknown,
  defaults: L,
  path: readonly string[] = ["limits"],
): L {
  if (value === undefined) return defaults;
  const names = Object.keys(defaults);
  if (!isObject(value))
    return refuse("calendar.bad-option", path, "limits by name", value, `${show(value)} is no object of limits`);
  for (const [name, limit] of Object.entries(value)) {
    if (!names.includes(name)) {
      const cure = `${show(name)} is no limit${didYouMean(name, names) || `; there are ${names.join(", ")}`}`;
      refuse("calendar.bad-option", [...path, name], names.join(", "), name, cure);
    }
    if (limit !== undefined && !(Number.isSafeInteger(limit) && (limit as number) >= 1))
      refuse(
        "calendar.bad-option",
        [...path, name],
        "a whole number",
        limit,
        `${show(limit)} is no whole number from 1 on`,
      );
  }
  const given = Object.entries(value).filter(([, limit]) => limit !== undefined);
  return { ...defaults, ...(Object.fromEntries(given) as Partial<L>) };
}

/** Adds an issue for each limit that a definition, copied and not yet checked, is over. */
export function refuseLarge(definition: unknown, limits: Required<CalendarLimits>, issues: Issue[]): void {
  const counts: Record<Counted, number> = {
    ...{ operands: 0, depth: 0, versions: 0, closures: 0, exceptions: 0, holidays: 0, sources: 0, windows: 0 },
  };
  countCalendar(definition, 0, counts);
  for (const name of Object.keys(CODES) as Counted[]) {
    const [count, most] = [counts[name], limits[name]];
    if (count <= most) continue;
    const cure = `the definition has ${count} ${WORDS[name]}, and may have ${most}; if it is one of your own, raise it: { limits: { ${name}: ${count} } }`;
    issues.push(makeIssue(CODES[name], [], `at most ${most} ${WORDS[name]}`, count, cure));
  }
}

function countCalendar(value: unknown, depth: number, counts: Record<Counted, number>): void {
  if (!isObject(value)) return;
  counts.depth = Math.max(counts.depth, depth);
  const operands = ["union", "intersection", "difference"].flatMap((key) => listOf(value[key]));
  counts.operands += operands.length;
  for (const operand of operands) countCalendar(operand, depth + 1, counts);
  const versions = listOf(value["versions"]);
  counts.versions += versions.length;
  let fullest = 0;
  for (const part of [value, ...versions]) {
    if (!isObject(part)) continue;
    const closures = listOf(part["closures"]);
    counts.closures += closures.length;
    // Each may cut a window of all its dates in two; the same part twice cuts nothing more.
    counts.windows += new Set(closures.flatMap(partOfDates)).size;
    const exceptions = isObject(part["exceptions"]) ? Object.values(part["exceptions"]) : [];
    counts.exceptions += exceptions.length;
    const sources = listOf(part["holidays"]);
    counts.sources += sources.length;
    for (const source of sources) if (isObject(source)) counts.holidays += listOf(source["dates"]).length;
    for (const hours of [part["week"], ...exceptions])
      fullest = Math.max(
        fullest,
        ...(isObject(hours) ? Object.values(hours) : [hours]).map((day) => listOf(day).length),
      );
  }
  // Those of a date of a calendar by itself are counted where they are read, and refused there by their place.
  if (depth > 0) counts.windows += fullest;
}

/** The part of a closure that takes one of several dates. */
function partOfDates(closure: unknown): string[] {
  if (!isObject(closure) || typeof closure["date"] !== "string" || !closure["date"].includes("/")) return [];
  return [`${String(closure["from"])}-${String(closure["to"])}`];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
