/**
 * Options of a source: which types of holidays close, and for which years.
 */
import { at, expectKeys, expectList, isObject, type Place, report } from "../issues/expect.ts";
import { makeIssue } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";

/** Types of holidays, as date-holidays has them, the strongest first. */
export const HOLIDAY_TYPES = ["public", "bank", "school", "optional", "observance"] as const;
/** One of the types of date-holidays. */
export type HolidayType = (typeof HOLIDAY_TYPES)[number];

const PUBLIC: readonly HolidayType[] = ["public"];

/** Years for which the tables of date-holidays are whole: outside them Islamic holidays are left out without a word. */
export const TABLE_YEARS: { readonly from: number; readonly to: number } = Object.freeze({ from: 1970, to: 2076 });

/** Options of {@link dateHolidays}. */
export interface DateHolidaysOptions {
  /** Types that close; `["public"]` unless given. */
  readonly types?: readonly HolidayType[];
  /** First civil year of the reach, 1970 to 2076; see docs/holidays.md for what it is unless given. */
  readonly from?: number;
  /** Last civil year of the reach, 1970 to 2076. */
  readonly to?: number;
  /** Needed for countries that move working days by decree ({@link MOVED_DAYS}): these are then not known, and ignored. */
  readonly movedDays?: "ignore";
}

/** Options made ready: types in the order of {@link HOLIDAY_TYPES}, years where they were given. */
export interface ReadOptions {
  readonly types: readonly HolidayType[];
  readonly from?: number;
  readonly to?: number;
  readonly movedDays?: "ignore";
}

/** Reads options; problems go to the issues. */
export function readOptions(value: unknown, root: Place): ReadOptions {
  if (!isObject(value)) {
    report(at(root, "options"), "holidays.bad-source", "options", value, '{ types: ["public", "bank"] }');
    return { types: PUBLIC };
  }
  expectKeys(value, ["types", "from", "to", "movedDays"], "the options", root, "holidays.bad-source");
  const types = value.types === undefined ? PUBLIC : readTypes(value.types, at(root, "types"));
  const from = value.from === undefined ? undefined : readYear(value.from, at(root, "from"));
  const to = value.to === undefined ? undefined : readYear(value.to, at(root, "to"));
  const movedDays = value.movedDays === undefined ? undefined : readMovedDays(value.movedDays, at(root, "movedDays"));
  return {
    types,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(movedDays !== undefined && { movedDays }),
  };
}

/** Options as names write them: `?types=public,bank&from=2010&to=2040`; types of one public are left out. */
export function formatOptions({ types, from, to, movedDays }: ReadOptions): string {
  const parts = [
    ...(types.join() === "public" ? [] : [`types=${types.join(",")}`]),
    ...(from === undefined ? [] : [`from=${from}`]),
    ...(to === undefined ? [] : [`to=${to}`]),
    ...(movedDays === undefined ? [] : [`movedDays=${movedDays}`]),
  ];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

function readMovedDays(value: unknown, place: Place): "ignore" | undefined {
  if (value === "ignore") return value;
  if (!Array.isArray(value))
    return report(place, "holidays.bad-source", "what becomes of moved days", value, '"ignore"');
  const cure = `moved days are no list here yet: write days off into closures and worked days into exceptions of the calendar, and movedDays: "ignore"`;
  place.issues.push(makeIssue("holidays.bad-source", place.path, '"ignore"', value, cure));
  return undefined;
}

function readTypes(value: unknown, place: Place): readonly HolidayType[] {
  const list = expectList(value, place, "holidays.bad-source", "a list of types", '["public", "bank"]') ?? [];
  // A source of no type closes nothing, which nobody asks for.
  if (Array.isArray(value) && list.length === 0)
    report(place, "holidays.bad-source", "at least one type", value, '["public"]');
  list.forEach((type, index) => {
    if (HOLIDAY_TYPES.includes(type as HolidayType)) return;
    const { path, issues } = at(place, index);
    const known = HOLIDAY_TYPES.join(", ");
    const hint = (typeof type === "string" && didYouMean(type, HOLIDAY_TYPES)) || `; use ${known}`;
    issues.push(makeIssue("holidays.bad-source", path, known, type, `${show(type)} is no type of holidays${hint}`));
  });
  return HOLIDAY_TYPES.filter((type) => list.includes(type));
}

function readYear(value: unknown, place: Place): number | undefined {
  const { from, to } = TABLE_YEARS;
  if (Number.isInteger(value) && (value as number) >= from && (value as number) <= to) return value as number;
  return report(
    place,
    "holidays.bad-source",
    `a year from ${from} to ${to}`,
    value,
    String(place.path.at(-1) === "from" ? 2000 : 2060),
  );
}
