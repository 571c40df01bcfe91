/**
 * One's own closed days: whole dates and parts of them, single, in ranges or every year; without reach.
 */
import { at, expectList, expectObject, type Place, report } from "../../issues/expect.ts";
import { type DayPart, formatDayPart, readDayPart } from "../../time/day-part.ts";
import { expectKeysOfToday } from "../not-yet.ts";
import { readEnds, readSpan, type Span } from "./span.ts";

/** Closed dates, or the part of them that is closed. */
export interface Closure {
  readonly span: Span;
  readonly name: string;
  /** The closed part of each date; all of it if absent. */
  readonly part?: DayPart;
}

const UNNAMED = "closed";
const EXAMPLE = '"2026-12-24" or { "from": …, "to": … }';

/** Closures of a definition; problems go to the place's issues. */
export function readClosures(value: unknown, place: Place): readonly Closure[] {
  if (value === undefined) return [];
  const list = expectList(value, place, "schedule.bad-closure", "a list of closures", '["2026-12-24"]') ?? [];
  return list.flatMap((entry, index) => readClosure(entry, at(place, index)) ?? []);
}

function readClosure(entry: unknown, place: Place): Closure | undefined {
  if (typeof entry === "string") {
    const span = readSpan(entry, place);
    return span && { span, name: UNNAMED };
  }
  const members = expectObject(entry, place, "schedule.bad-closure", "a closure", EXAMPLE);
  if (members === undefined) return undefined;
  expectKeysOfToday(members, ["date", "from", "to", "name"], "a closure", place);
  // Of a closure by a rule the rest says nothing that could be read.
  if (members.before !== undefined) return undefined;
  const { date, from, to, name } = members;
  if (name !== undefined && typeof name !== "string")
    return report(at(place, "name"), "schedule.bad-closure", "a name", name, '"Inventory"');
  if (date === undefined) {
    const span = readEnds(from, to, place, at(place, "from"), at(place, "to"));
    return span && { span, name: name ?? UNNAMED };
  }
  const span = readSpan(date, at(place, "date"));
  if (from === undefined && to === undefined) return span && { span, name: name ?? UNNAMED };
  if (from === undefined || to === undefined)
    return report(
      place,
      "schedule.bad-closure",
      "a part of a day",
      entry,
      'both times: "from": "13:00", "to": "24:00"',
    );
  const part = readDayPart(from, to, at(place, "from"), at(place, "to"));
  return span && part && { span, part, name: name ?? `${UNNAMED} ${formatDayPart(part)}` };
}
