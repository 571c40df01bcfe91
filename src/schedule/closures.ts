/**
 * One's own closed days: single dates and ranges, without reach.
 */
import { type Issue, makeIssue, type PathStep } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import { parseDate } from "../time/civil-date.ts";

/** Closed dates from `fromDay` to `toDay`, both included. */
export interface Closure {
  readonly fromDay: number;
  readonly toDay: number;
  readonly name: string;
}

const KEYS = ["date", "from", "to", "name"];

/** Closures of a definition; problems go to `issues`. */
export function readClosures(value: unknown, path: readonly PathStep[], issues: Issue[]): readonly Closure[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    issues.push(
      makeIssue(
        "schedule.bad-closure",
        path,
        "an array",
        value,
        `${show(value)} is not a list of closures; write ["2026-12-24"]`,
      ),
    );
    return [];
  }
  return value.flatMap((entry: unknown, index) => readClosure(entry, [...path, index], issues) ?? []);
}

function readClosure(entry: unknown, path: readonly PathStep[], issues: Issue[]): Closure | undefined {
  if (typeof entry === "string") {
    const day = readDay(entry, path, issues);
    return day === undefined ? undefined : { fromDay: day, toDay: day, name: "closed" };
  }
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    issues.push(
      makeIssue(
        "schedule.bad-closure",
        path,
        "a date or { from, to, name? }",
        entry,
        `${show(entry)} is not a closure; write "2026-12-24" or { "from": …, "to": … }`,
      ),
    );
    return undefined;
  }
  const members = entry as Record<string, unknown>;
  for (const key of Object.keys(members)) {
    if (!KEYS.includes(key)) {
      issues.push(
        makeIssue(
          "schedule.unknown-key",
          [...path, key],
          KEYS.join(", "),
          key,
          `${show(key)} is no key of a closure${didYouMean(key, KEYS)}`,
        ),
      );
    }
  }
  if (members.date !== undefined && (members.from !== undefined || members.to !== undefined)) {
    issues.push(
      makeIssue(
        "schedule.bad-closure",
        path,
        "a whole date, or from and to",
        entry,
        "part-day closures are not known yet; close a whole date with { date }, or dates with { from, to }",
      ),
    );
    return undefined;
  }
  if (members.name !== undefined && typeof members.name !== "string") {
    issues.push(
      makeIssue(
        "schedule.bad-closure",
        [...path, "name"],
        "a text",
        members.name,
        `${show(members.name)} is not a name`,
      ),
    );
  }
  const name = typeof members.name === "string" ? members.name : "closed";
  const fromDay = readDay(
    members.date ?? members.from,
    [...path, members.date === undefined ? "from" : "date"],
    issues,
  );
  const toDay = members.date === undefined ? readDay(members.to, [...path, "to"], issues) : fromDay;
  if (fromDay === undefined || toDay === undefined) return undefined;
  if (fromDay > toDay) {
    issues.push(makeIssue("schedule.bad-closure", path, "from ≤ to", entry, "the closure's from is after its to"));
    return undefined;
  }
  return { fromDay, toDay, name };
}

function readDay(value: unknown, path: readonly PathStep[], issues: Issue[]): number | undefined {
  const day = typeof value === "string" ? parseDate(value) : undefined;
  if (day === undefined) {
    issues.push(
      makeIssue(
        "schedule.bad-date",
        path,
        "a civil date YYYY-MM-DD",
        value,
        `${show(value)} is not a date; write it as "2026-12-24"`,
      ),
    );
  }
  return day;
}
