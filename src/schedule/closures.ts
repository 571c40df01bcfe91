/**
 * One's own closed days: single dates and ranges, without reach.
 */
import { at, expectKeys, expectList, expectObject, type Place, report } from "../issues/expect.ts";
import { makeIssue } from "../issues/issue.ts";
import { dateEntry } from "../time/date-entry.ts";

/** Closed dates from `fromDay` to `toDay`, both included. */
export interface Closure {
  readonly fromDay: number;
  readonly toDay: number;
  readonly name: string;
}

const UNNAMED = "closed";

/** Closures of a definition; problems go to the place's issues. */
export function readClosures(value: unknown, place: Place): readonly Closure[] {
  if (value === undefined) return [];
  const list = expectList(value, place, "schedule.bad-closure", "a list of closures", '["2026-12-24"]') ?? [];
  return list.flatMap((entry, index) => readClosure(entry, at(place, index)) ?? []);
}

function readClosure(entry: unknown, place: Place): Closure | undefined {
  if (typeof entry === "string") {
    const day = dateEntry(entry, place);
    return day === undefined ? undefined : { fromDay: day, toDay: day, name: UNNAMED };
  }
  const members = expectObject(
    entry,
    place,
    "schedule.bad-closure",
    "a closure",
    '"2026-12-24" or { "from": …, "to": … }',
  );
  if (members === undefined) return undefined;
  expectKeys(members, ["date", "from", "to", "name"], "a closure", place, "schedule.unknown-key");
  const { date, from, to, name = UNNAMED } = members;
  const refuse = (cure: string): undefined => {
    place.issues.push(makeIssue("schedule.bad-closure", place.path, "whole dates", entry, cure));
    return undefined;
  };
  if (date !== undefined && (from !== undefined || to !== undefined)) {
    return refuse("part-day closures are not known yet; close a whole date with { date }, or dates with { from, to }");
  }
  if (typeof name !== "string") return report(at(place, "name"), "schedule.bad-closure", "a name", name, '"Inventory"');
  const fromDay = dateEntry(date ?? from, at(place, date === undefined ? "from" : "date"));
  const toDay = date === undefined ? dateEntry(to, at(place, "to")) : fromDay;
  if (fromDay === undefined || toDay === undefined) return undefined;
  return fromDay > toDay ? refuse("the closure's from is after its to") : { fromDay, toDay, name };
}
