/**
 * Spans about a stretch of civil days, and parts of a day: where closures and exceptions lie.
 */

import fc from "fast-check";
import { dateOf, dayNumber, timeOf } from "../oracle/civil.ts";
import { FIRST_SUPPORTED_DATE, LAST_SUPPORTED_DATE, type SpanText } from "../oracle/definition.ts";

/** Days in which a dated span is to have at least one date, first and last included. */
export interface Room {
  readonly firstDay: number;
  readonly lastDay: number;
}

type Run = readonly [firstDay: number, lastDay: number];

/** The room within the supported years. */
export function room(firstDay: number, lastDay: number): Room {
  return {
    firstDay: Math.max(firstDay, dayNumber(FIRST_SUPPORTED_DATE)),
    lastDay: Math.min(lastDay, dayNumber(LAST_SUPPORTED_DATE)),
  };
}

export function daysIn({ firstDay, lastDay }: Room): fc.Arbitrary<number> {
  return fc.integer({ min: firstDay, max: lastDay });
}

/** A run may begin before its room and end after it. Now and then it is long. */
function runs({ firstDay, lastDay }: Room, longest: number): fc.Arbitrary<Run> {
  const lengths = fc.oneof(
    { weight: 9, arbitrary: fc.nat(6) },
    { weight: 1, arbitrary: fc.integer({ min: 20, max: longest }) },
  );
  return fc
    .tuple(fc.integer({ min: firstDay - 3, max: lastDay }), lengths)
    .map(([day, more]) => clamped(day, Math.max(day + more, firstDay)));
}

function clamped(firstDay: number, lastDay: number): Run {
  const within = room(firstDay, lastDay);
  return [within.firstDay, within.lastDay];
}

function rangeText([firstDay, lastDay]: Run): SpanText {
  return `${dateOf(firstDay)}/${dateOf(lastDay)}`;
}

function yearlyText(day: number): SpanText {
  return dateOf(day).slice("2026-".length);
}

function yearlyRangeText([firstDay, lastDay]: Run): SpanText {
  // "To the end of February" is to the 29th, of which a common year has nothing.
  const isEndOfFebruary = yearlyText(lastDay) === "02-28" && yearlyText(lastDay + 1) === "03-01";
  return `${yearlyText(firstDay)}/${isEndOfFebruary ? "02-29" : yearlyText(lastDay)}`;
}

const yearlyDates = (where: Room): fc.Arbitrary<SpanText> =>
  fc.oneof({ weight: 9, arbitrary: daysIn(where).map(yearlyText) }, { weight: 1, arbitrary: fc.constant("02-29") });

/** Any span. */
export function spans(where: Room): fc.Arbitrary<SpanText> {
  return fc.oneof(
    daysIn(where).map(dateOf),
    runs(where, 30).map(rangeText),
    yearlyDates(where),
    runs(where, 60).map(yearlyRangeText),
  );
}

/** Some dates in a row. */
export function runTexts(where: Room): fc.Arbitrary<SpanText> {
  return runs(where, 30).map(rangeText);
}

/** A few spans of every kind; those of one kind have no date in common. */
export function spansApart(where: Room): fc.Arbitrary<SpanText[]> {
  return fc
    .tuple(
      fc.array(daysIn(where).map(dateOf), { maxLength: 3 }),
      few(runs(where, 30)).map((some) => apart(some).map(rangeText)),
      few(yearlyDates(where)),
      // A year has room for the longest beside the others: they do not meet at its other end.
      few(runs(where, 120)).map((some) => apart(some).map(yearlyRangeText)),
    )
    .map((kinds) => [...new Set(kinds.flat())]);
}

/** None, more often than not: one span of these hides much else. */
function few<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.array(arbitrary, { minLength: 1, maxLength: 2 }) },
  );
}

/** Of runs that share a day, the first. */
function apart(some: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of [...some].sort((a, b) => a[0] - b[0])) {
    const last = kept.at(-1);
    if (last === undefined || run[0] > last[1]) kept.push(run);
  }
  return kept;
}

export interface PartDayEdges {
  readonly from: string;
  readonly to: string;
}

/** Anywhere in the day. Half of them last to the end of the date's windows. */
const anyPartDay: fc.Arbitrary<PartDayEdges> = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.nat(900), fc.boolean())
  .map(([fromMin, lengthMin, toTheEnd]) => ({
    from: timeOf(fromMin),
    to: toTheEnd ? "24:00" : timeOf(Math.min(1440, fromMin + 1 + lengthMin)),
  }));

/** In the small hours, where the tail of the night before lies: at its beginning, in its middle, over its end. */
export const smallHours: fc.Arbitrary<PartDayEdges> = fc
  .tuple(
    fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.integer({ min: 0, max: 360 }) }),
    fc.oneof(fc.nat(90), fc.nat(600)),
  )
  .map(([fromMin, lengthMin]) => ({ from: timeOf(fromMin), to: timeOf(fromMin + 1 + lengthMin) }));

/** The edges of a part-day closure, the first before the second. */
export function partDays(): fc.Arbitrary<PartDayEdges> {
  return fc.oneof({ weight: 8, arbitrary: anyPartDay }, { weight: 1, arbitrary: smallHours });
}
