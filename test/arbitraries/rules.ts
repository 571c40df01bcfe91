/**
 * Rules: holidays, closures, exceptions and reopened dates, of a calendar or of one of its versions.
 */

import fc from "fast-check";
import { dateOf } from "../oracle/civil.ts";
import type { Closure, Exceptions, Rules } from "../oracle/definition.ts";
import { dateOfEntry } from "../oracle/holidays.ts";
import { kindOfSpan } from "../oracle/span.ts";
import { holidaySources } from "./holidays.ts";
import { daysIn, partDays, type Room, runTexts, smallHours, spans, spansApart } from "./spans.ts";
import { weeks } from "./weeks.ts";
import { dayWindowsOrNone, type WindowsOptions } from "./windows.ts";

/** The one id that the contract names; every French zone has it. */
export const REOPENED_ID = "fr.pentecost-monday";

function closuresIn(where: Room): fc.Arbitrary<Closure[]> {
  const whole = fc.tuple(spans(where), fc.nat(3)).map(([span, style]): Closure => {
    const [from = "", to = ""] = span.split("/");
    if (style === 0) return { date: span, name: "holidays of the house" };
    return to === "" || style === 1 ? span : { from, to, name: "holidays of the house" };
  });
  const part = fc
    .tuple(spans(where), partDays(), fc.boolean())
    .map(([date, { from, to }, named]): Closure => ({ date, from, to, ...(named ? { name: "inventory" } : {}) }));
  const any = fc.array(fc.oneof({ weight: 3, arbitrary: whole }, { weight: 2, arbitrary: part }), {
    minLength: 1,
    maxLength: 3,
  });
  const cuts = fc.oneof(
    { weight: 2, arbitrary: fc.constant<Closure[]>([]) },
    { weight: 1, arbitrary: nightCutsIn(where) },
  );
  return fc.tuple(any, cuts).map((both) => both.flat());
}

/** Parts of the small hours, where the tails of nights lie, of a date or of a few in a row. */
function nightCutsIn(where: Room): fc.Arbitrary<Closure[]> {
  const dates = fc.oneof(runTexts(where), daysIn(where).map(dateOf));
  const part = fc.tuple(dates, smallHours).map(([date, { from, to }]): Closure => ({ date, from, to }));
  return fc.array(part, { minLength: 1, maxLength: 3 });
}

function exceptionsIn(where: Room, options: WindowsOptions): fc.Arbitrary<Exceptions> {
  const hours = fc.oneof({ weight: 3, arbitrary: dayWindowsOrNone(options) }, { weight: 1, arbitrary: weeks(options) });
  return fc
    .tuple(spansApart(where), fc.array(hours, { minLength: 9, maxLength: 9 }))
    .map(([keys, lists]) => Object.fromEntries(keys.map((key, index) => [key, lists[index] ?? []])));
}

/** One in `freq` samples is without them. */
export function rules(
  focusDay: number,
  where: Room,
  options: WindowsOptions,
  freq: { readonly holidays: number; readonly exceptions: number; readonly closures: number },
): fc.Arbitrary<Rules> {
  return fc
    .record({
      holidays: fc.option(holidaySources(focusDay), { freq: freq.holidays, nil: undefined }),
      exceptions: fc.option(exceptionsIn(where, options), { freq: freq.exceptions, nil: undefined }),
      closures: fc.option(closuresIn(where), { freq: freq.closures, nil: undefined }),
      reopen: fc.nat(9),
    })
    .map(({ holidays, exceptions, closures, reopen }) => ({
      ...(holidays === undefined ? {} : { holidays }),
      ...(exceptions === undefined ? {} : { exceptions }),
      ...(closures === undefined ? {} : { closures }),
      ...(reopen < 7 ? {} : reopened({ holidays, closures }, reopen === 9)),
    }));
}

/** Reopens what these rules close: a holiday by its id, the first dates of a list, the first date of a closure; or all of them. */
function reopened({ holidays = [], closures = [] }: Rules, all: boolean): Rules {
  const listed = holidays.flatMap((source) => (typeof source === "string" ? [] : source.dates.map(dateOfEntry)));
  const closed = closures
    .map((closure) => (typeof closure === "string" ? closure : "date" in closure ? closure.date : closure.from))
    .map((span) => span.split("/")[0] ?? "")
    .filter((span) => kindOfSpan(span) === "date");
  const ids = holidays.some((source) => typeof source === "string") ? [REOPENED_ID] : [];
  const found = [...new Set([...ids, ...listed.slice(0, 2), ...closed])];
  if (found.length === 0) return {};
  return { reopen: all ? found : found.slice(0, 1) };
}
