/**
 * From a target as it is written to a figure: hours of the time that counts, or days with the end of the last one.
 *
 * What a bare "48h" leaves open is refused with the choices. Source: docs/semantics.md §4.
 */
import { isOuvreeError } from "../../issues/error.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show, showNames } from "../../issues/show.ts";
import { readDuration } from "../../time/duration.ts";
import type { DaysFigure, HoursFigure, TargetFigure } from "../parts.ts";
import type { Fact, TargetTable } from "../policy.ts";
import { sealedMap } from "../sealed.ts";
import { NOT_YET } from "./not-yet.ts";
import type { Reader } from "./reader.ts";

/** A target: a figure, or a table of figures by a fact of the case. */
export function readTarget(reader: Reader, facts: ReadonlyMap<string, Fact>): TargetFigure | TargetTable | undefined {
  const by = reader.member("by");
  if (by.value === undefined) return readFigure(reader);
  reader.known(["by", "values"], "a target by a fact");
  const fact = by.nameOf(new Set(facts.keys()), "fact");
  const values = fact === undefined ? undefined : facts.get(fact)?.values;
  if (fact !== undefined && values === undefined)
    by.fail(
      "policy.ambiguous",
      "a fact with all its values",
      `${show(fact)} may be any text: list its values in facts`,
    );
  const cells = reader.member("values");
  if (cells.value === undefined) cells.fail("policy.missing-key", "targets by value", "a table needs its values");
  const figures = new Map<string, TargetFigure | null>();
  for (const [value, cell] of cells.entries("targets by value")) {
    if (values !== undefined && !values.has(value))
      cell.fail(
        "policy.unknown-name",
        [...values].join(", ") || "a declared value",
        `${show(value)} is no ${showNames([fact ?? ""])}${didYouMean(value, values)}`,
      );
    const figure = cell.value === null ? null : readFigure(cell);
    if (figure !== undefined) figures.set(value, figure);
  }
  const missing = [...(values ?? [])].filter((value) => cells.member(value).value === undefined);
  if (cells.object() !== undefined && missing.length > 0)
    cells.fail(
      "policy.ambiguous",
      `a target for ${missing.join(", ")}`,
      `${showNames([fact ?? ""])} ${showNames(missing)} has no target; write one, or null where nothing is promised`,
    );
  return Object.freeze({ by: fact ?? "", figures: sealedMap(figures) });
}

/** A figure, or undefined with its problems among the issues. */
export function readFigure(reader: Reader): TargetFigure | undefined {
  if (typeof reader.value === "string") {
    return reader.fail(
      "policy.ambiguous",
      "{ hours, count } or { days, count, until, rollToOpen }",
      `${show(reader.value)} does not say which time counts; write { "hours": "PT48H", "count": "open" } or { "days": "P2D", "count": "working", … }`,
    );
  }
  const isDays = reader.object() !== undefined && reader.member("days").value !== undefined;
  if (isDays) return readDays(reader);
  // What it lacks beside is no second problem.
  if (reader.member("at").value !== undefined && reader.member("hours").value === undefined) {
    const others = Object.keys(reader.object() ?? {}).filter((key) => key !== "at");
    reader.known(others, "a target", NOT_YET.target);
    return undefined;
  }
  return readHours(reader);
}

/** What an editor can check by the schema: without the signs of ISO 8601-2, and small enough that any sum of parts is exact. */
const PLAIN_HOURS = /^PT(?:[0-9]{1,9}(?:[.,][0-9]+)?[HMS])+$/;
const PLAIN_HOURS_CURE = "write it without a sign, in parts of nine digits at most";

function readHours(reader: Reader): HoursFigure | undefined {
  if (!reader.known(["hours", "count"], "a target", NOT_YET.target)) return undefined;
  const count = reader.member("count").oneOf(["open", "working-days", "running"]);
  const hours = reader.member("hours");
  const text = hours.text("an ISO 8601 duration such as PT4H");
  if (text === undefined) return undefined;
  try {
    const targetMs = readDuration(text, []);
    if (targetMs < 0) return hours.fail("policy.bad-value", "a duration of 0 or more", `${show(text)} is negative`);
    if (!PLAIN_HOURS.test(text))
      return hours.fail("policy.bad-value", "an ISO 8601 duration in hours", `${show(text)}: ${PLAIN_HOURS_CURE}`);
    if (targetMs === 0)
      return hours.fail(
        "policy.never-met",
        "more than nothing",
        `nobody can meet ${show(text)}; write null in a table where nothing is promised`,
      );
    return count === undefined ? undefined : Object.freeze({ unit: "hours", targetMs, count });
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    return hours.fail("policy.bad-value", "an ISO 8601 duration in hours", error.message);
  }
}

/** A target in days, the same. */
export function readDays(reader: Reader): DaysFigure | undefined {
  reader.known(["days", "count", "until", "rollToOpen", "day"], "a target in days", NOT_YET.days);
  const day =
    reader.member("day").value === undefined ? "civil-date" : reader.member("day").oneOf(["civil-date", "service-day"]);
  const count = reader.member("count").oneOf(["calendar", "working"]);
  const until = reader.member("until").oneOf(["midnight", "closing", "same-time"]);
  const roll = reader.member("rollToOpen");
  const rollToOpen = roll.value;
  if (typeof rollToOpen !== "boolean")
    return roll.fail(
      "policy.bad-value",
      "true or false",
      rollToOpen === undefined
        ? "say whether a closed last date moves to the next working day"
        : `${show(rollToOpen)} is not true or false; true moves a closed last date to the next working day, and moving it backward is not known yet`,
    );
  if (until === "closing" && !rollToOpen)
    return roll.fail(
      "policy.ambiguous",
      "true",
      'a last date that is closed has no closing; write true, or until "midnight"',
    );
  const days = reader.member("days");
  const text = days.text("an ISO 8601 duration in days");
  if (text === undefined || count === undefined || until === undefined || day === undefined) return undefined;
  const match = /^P([0-9]{1,4})D$/.exec(text);
  if (match === null)
    return days.fail(
      "policy.bad-value",
      "an ISO 8601 duration in days",
      `${show(days.value)} is not a number of days; write "P3D"`,
    );
  if (Number(match[1]) === 0 && until === "same-time")
    return reader
      .member("until")
      .fail(
        "policy.conflict",
        '"midnight" or "closing"',
        `${show(text)} until "same-time" would be due when it is asked: write "closing" or "midnight", or a day more`,
      );
  return Object.freeze({ unit: "days", days: Number(match[1]), count, until, rollToOpen, day });
}
