/**
 * Spans: the dates that one entry of `exceptions` or `closures` names.
 *
 * `"2026-12-24"` a date, `"2026-08-03/2026-08-14"` a range, `"12-24"` a date of every year, `"12-27/01-02"` dates of
 * every year, over New Year too. Ends are included. Source: docs/semantics.md §2, "Spans".
 */
import { type Place, report } from "../../issues/expect.ts";
import { makeIssue } from "../../issues/issue.ts";
import { daysInMonth, epochDayOf, formatDate, parseDate } from "../../time/civil-date.ts";
import { ruleSpanCure } from "../not-yet.ts";

/** Dates from one to another, both included: epoch days, or if yearly 100 × month + day, where the end may come first. */
export interface Span {
  readonly yearly: boolean;
  /** Written as one date, not as a range. */
  readonly single: boolean;
  readonly from: number;
  readonly to: number;
}

/** A year in which every day of a year exists. */
const LEAP_YEAR = 2000;

/** The span of a text; a problem goes to the place. */
export function readSpan(value: unknown, place: Place): Span | undefined {
  const [from, to, ...more] = typeof value === "string" && value.length <= 30 ? value.split("/") : [];
  const first = parseEnd(from);
  const last = to === undefined ? first : parseEnd(to);
  const byRule = ruleSpanCure(value);
  if (byRule !== undefined) {
    place.issues.push(makeIssue("schedule.bad-date", place.path, "a date or a span of dates", value, byRule));
    return undefined;
  }
  if (more.length > 0 || first === undefined || last === undefined || first.yearly !== last.yearly)
    return report(
      place,
      "schedule.bad-date",
      "a date or a span of dates",
      value,
      '"2026-12-24", "2026-08-03/2026-08-14", "12-24" or "12-27/01-02"',
    );
  return spanOf(first, last, place, value, "schedule.bad-date", to === undefined);
}

/** The span between two ends, each `YYYY-MM-DD` or each `MM-DD`; problems go to the places `from` and `to`. */
export function readEnds(from: unknown, to: unknown, place: Place, fromPlace: Place, toPlace: Place): Span | undefined {
  const ends = [
    [from, fromPlace],
    [to, toPlace],
  ] as const;
  const [first, last] = ends.map(
    ([value, at]) => parseEnd(value) ?? report(at, "schedule.bad-date", "a date", value, '"2026-12-24", or "12-24"'),
  );
  if (first === undefined || last === undefined) return undefined;
  if (first.yearly === last.yearly) return spanOf(first, last, place, { from, to }, "schedule.bad-closure");
  return report(place, "schedule.bad-closure", "two dates, or two days of every year", { from, to }, '"12-24"');
}

/** The span's dates in a civil year: stretches of epoch days, both ends included, in order. */
export function stretchesOfYear(span: Span, year: number): readonly (readonly [fromDay: number, toDay: number])[] {
  const newYear = epochDayOf(year, 1, 1);
  const lastDay = epochDayOf(year, 12, 31);
  const stretches: [number, number][] = !span.yearly
    ? [[span.from, span.to]]
    : span.from <= span.to
      ? [[startOf(year, span.from), endOf(year, span.to)]]
      : [
          [newYear, endOf(year, span.to)],
          [startOf(year, span.from), lastDay],
        ];
  return stretches
    .map(([from, to]) => [Math.max(from, newYear), Math.min(to, lastDay)] as const)
    .filter(([from, to]) => from <= to);
}

/**
 * Two spans of one kind, dated or yearly, that share a date, with the first such date as text; undefined if none do.
 *
 * @returns Indexes of the two.
 */
export function findShared(spans: readonly Span[]): { first: number; second: number; date: string } | undefined {
  const stretches = spans.flatMap((span, index) =>
    (span.yearly ? stretchesOfYear(span, LEAP_YEAR) : [[span.from, span.to] as const]).map(([fromDay, toDay]) => ({
      index,
      fromDay,
      toDay,
    })),
  );
  stretches.sort((a, b) => a.fromDay - b.fromDay);
  let furthest = stretches[0];
  for (const stretch of stretches.slice(1)) {
    if (stretch.fromDay <= furthest!.toDay) {
      const date = formatDate(stretch.fromDay);
      const [first, second] = [furthest!.index, stretch.index].sort((a, b) => a - b) as [number, number];
      return { first, second, date: spans[stretch.index]!.yearly ? date.slice(5) : date };
    }
    if (stretch.toDay > furthest!.toDay) furthest = stretch;
  }
  return undefined;
}

function spanOf(
  first: End,
  last: End,
  place: Place,
  value: unknown,
  code: "schedule.bad-date" | "schedule.bad-closure",
  single = false,
): Span | undefined {
  if (first.yearly || first.at <= last.at) return { yearly: first.yearly, single, from: first.at, to: last.at };
  place.issues.push(makeIssue(code, place.path, "from ≤ to", value, "the span's from is after its to; swap them"));
  return undefined;
}

interface End {
  readonly yearly: boolean;
  readonly at: number;
}

/** `YYYY-MM-DD` or `MM-DD`. */
function parseEnd(text: unknown): End | undefined {
  if (typeof text !== "string") return undefined;
  if (/^[0-9]{2}-[0-9]{2}$/.test(text)) {
    const day = parseDate(`${LEAP_YEAR}-${text}`);
    return day === undefined ? undefined : { yearly: true, at: Number(text.slice(0, 2)) * 100 + Number(text.slice(3)) };
  }
  const day = parseDate(text);
  return day === undefined ? undefined : { yearly: false, at: day };
}

/** First date of a year that is not before a day of the year. 02-29 is 1 March in a common year. */
function startOf(year: number, monthDay: number): number {
  return epochDayOf(year, Math.floor(monthDay / 100), monthDay % 100);
}

/** Last date of a year that is not after a day of the year. */
function endOf(year: number, monthDay: number): number {
  const month = Math.floor(monthDay / 100);
  return epochDayOf(year, month, Math.min(monthDay % 100, daysInMonth(year, month)));
}
