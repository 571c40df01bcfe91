/**
 * Holiday sources: what a definition's `holidays` may name, and what each knows.
 *
 * Sources: `"FR"` and the other French zones, the id of one rule, or a dated list with its reach.
 */
import { type Issue, makeIssue, type PathStep } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import { epochDayOf, parseDate, yearOf } from "../time/civil-date.ts";
import { FRANCE_YEARS, FRENCH_ZONES, RULES_BY_ID, rulesOfZone } from "./france.ts";
import { type DayReach, reachOfYears, SUPPORTED_REACH } from "./reach.ts";
import { dayOfRule, type HolidayRule, type HolidaySource } from "./rule.ts";

/** A dated list of holidays, with the dates for which it is complete. */
export interface HolidayList {
  /** Dates, or dates with a name. */
  readonly dates: readonly (string | { readonly date: string; readonly name?: string })[];
  /** First date for which the list is complete; the first date's 1 January unless said. */
  readonly from?: string;
  /** Last date for which the list is complete; the last date's 31 December unless said. */
  readonly to?: string;
}

/** A zone's name (`"FR"`, `"FR-57"`, `"GP"`…), a rule's id (`"mq.good-friday"`), or a dated list. */
export type HolidaySourceDefinition = string | HolidayList;

/** A holiday on one date. */
export interface Holiday {
  /** The rule's id; absent for a day of a list. */
  readonly id?: string;
  readonly names: { readonly fr: string; readonly en: string };
  readonly source: HolidaySource | "list";
}

/** A source made ready: its reach, and its holidays year by year. */
export interface ReadySource {
  readonly reach: DayReach;
  /** Ids that the source can give. */
  readonly ids: readonly string[];
  daysOfYear(year: number): readonly (readonly [epochDay: number, holiday: Holiday])[];
}

/** Makes a source ready; problems go to `issues`, and the answer is then undefined. */
export function readSource(value: unknown, path: readonly PathStep[], issues: Issue[]): ReadySource | undefined {
  if (typeof value === "string") return readNamedSource(value, path, issues);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return readList(value as Record<string, unknown>, path, issues);
  }
  issues.push(
    makeIssue(
      "holidays.bad-source",
      path,
      "a zone, an id or a list",
      value,
      `${show(value)} is no source of holidays; write "FR", an id such as "mq.good-friday", or { dates: [...] }`,
    ),
  );
  return undefined;
}

function readNamedSource(name: string, path: readonly PathStep[], issues: Issue[]): ReadySource | undefined {
  const rule = RULES_BY_ID.get(name);
  const rules = rule === undefined ? rulesOfZone(name) : [rule];
  if (rules !== undefined) return ruleSource(rules);
  const near = didYouMean(name, [...FRENCH_ZONES, ...RULES_BY_ID.keys()]);
  issues.push(
    makeIssue(
      "holidays.unknown-source",
      path,
      "a known zone or id",
      name,
      `${show(name)} is no known source of holidays${near === "" ? `; known zones: ${FRENCH_ZONES.join(", ")}` : near}`,
    ),
  );
  return undefined;
}

function ruleSource(rules: readonly HolidayRule[]): ReadySource {
  return {
    reach: reachOfYears(FRANCE_YEARS.from, FRANCE_YEARS.to),
    ids: rules.map((rule) => rule.id),
    daysOfYear: (year) =>
      rules.flatMap((rule) => {
        const epochDay = dayOfRule(rule, year);
        return epochDay === undefined ? [] : [[epochDay, rule] as const];
      }),
  };
}

function readList(list: Record<string, unknown>, path: readonly PathStep[], issues: Issue[]): ReadySource | undefined {
  const before = issues.length;
  for (const key of Object.keys(list)) {
    if (key !== "dates" && key !== "from" && key !== "to") {
      issues.push(
        makeIssue(
          "schedule.unknown-key",
          [...path, key],
          "dates, from, to",
          key,
          `${show(key)} is no key of a list of holidays${didYouMean(key, ["dates", "from", "to"])}`,
        ),
      );
    }
  }
  const dates = list.dates;
  if (!Array.isArray(dates)) {
    issues.push(
      makeIssue(
        "holidays.bad-source",
        [...path, "dates"],
        "an array of dates",
        dates,
        "a list of holidays needs dates: [...]",
      ),
    );
    return undefined;
  }
  const days: [number, Holiday][] = [];
  dates.forEach((entry: unknown, index) => {
    const day = readListEntry(entry, [...path, "dates", index], issues);
    if (day !== undefined) days.push(day);
  });
  const fromDay = readBound(list.from, [...path, "from"], issues);
  const toDay = readBound(list.to, [...path, "to"], issues);
  if (issues.length > before) return undefined;
  return listSource(days, fromDay, toDay, path, issues);
}

function listSource(
  days: readonly (readonly [number, Holiday])[],
  fromDay: number | undefined,
  toDay: number | undefined,
  path: readonly PathStep[],
  issues: Issue[],
): ReadySource | undefined {
  if (days.length === 0 && (fromDay === undefined || toDay === undefined)) {
    issues.push(
      makeIssue("holidays.no-reach", path, "from and to", [], "an empty list must say its reach: from and to"),
    );
    return undefined;
  }
  const epochDays = days.map(([epochDay]) => epochDay).sort((a, b) => a - b);
  const reach = {
    fromDay: fromDay ?? epochDayOf(yearOf(epochDays[0]!), 1, 1),
    toDay: toDay ?? epochDayOf(yearOf(epochDays.at(-1)!), 12, 31),
  };
  if (reach.fromDay > reach.toDay) {
    issues.push(makeIssue("holidays.no-reach", path, "from ≤ to", "from after to", "the list's from is after its to"));
    return undefined;
  }
  if (epochDays.length > 0 && (epochDays[0]! < reach.fromDay || epochDays.at(-1)! > reach.toDay)) {
    issues.push(
      makeIssue(
        "holidays.outside-reach",
        path,
        "dates from from to to",
        "a date outside",
        "a date of the list is outside its own from and to",
      ),
    );
    return undefined;
  }
  if (reach.toDay < SUPPORTED_REACH.fromDay || reach.fromDay > SUPPORTED_REACH.toDay) {
    issues.push(
      makeIssue(
        "holidays.outside-reach",
        path,
        "years 1900 to 2199",
        "other years",
        "the list covers none of the years 1900 to 2199",
      ),
    );
    return undefined;
  }
  const byYear = new Map<number, [number, Holiday][]>();
  for (const [epochDay, holiday] of days) {
    const year = yearOf(epochDay);
    const known = byYear.get(year);
    if (known === undefined) byYear.set(year, [[epochDay, holiday]]);
    else known.push([epochDay, holiday]);
  }
  return { reach, ids: [], daysOfYear: (year) => byYear.get(year) ?? [] };
}

function readListEntry(entry: unknown, path: readonly PathStep[], issues: Issue[]): [number, Holiday] | undefined {
  const named =
    typeof entry === "object" && entry !== null && !Array.isArray(entry)
      ? (entry as Record<string, unknown>)
      : undefined;
  const date = named === undefined ? entry : named.date;
  const name = named?.name;
  const epochDay = typeof date === "string" ? parseDate(date) : undefined;
  if (epochDay === undefined || (name !== undefined && typeof name !== "string")) {
    issues.push(
      makeIssue(
        "schedule.bad-date",
        path,
        "a civil date YYYY-MM-DD",
        date ?? entry,
        `${show(date ?? entry)} is not a date; write it as "2026-12-24"`,
      ),
    );
    return undefined;
  }
  const shown = name ?? "Holiday";
  return [epochDay, { names: { fr: name ?? "Jour férié", en: shown }, source: "list" }];
}

function readBound(value: unknown, path: readonly PathStep[], issues: Issue[]): number | undefined {
  if (value === undefined) return undefined;
  const epochDay = typeof value === "string" ? parseDate(value) : undefined;
  if (epochDay === undefined) {
    issues.push(
      makeIssue(
        "schedule.bad-date",
        path,
        "a civil date YYYY-MM-DD",
        value,
        `${show(value)} is not a date; write it as "2026-12-31"`,
      ),
    );
  }
  return epochDay;
}
