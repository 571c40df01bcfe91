/**
 * Generated definitions on trial: none says what the contract refuses, so that a refusal by the library is a difference.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definitions } from "../arbitraries/definitions.ts";
import { dateOf, dayNumber } from "../oracle/civil.ts";
import type { Definition, Rules, SpanText } from "../oracle/definition.ts";
import { reachOf } from "../oracle/reach.ts";
import { kindOfSpan, type SpanKind, spanHas } from "../oracle/span.ts";
import { allInForce } from "../oracle/versions.ts";
import { weekdaysOfKey } from "../oracle/week.ts";
import { parseWindow } from "../oracle/window.ts";

/** Clock changes, ends of February and of years, and both ends of the supported years. */
const FOCUSES = ["2026-03-29", "2028-02-29", "2027-02-28", "2026-12-31", "2026-05-25", "1900-01-03", "2199-12-23"];
const samples = FOCUSES.flatMap((date) => {
  const focusDay = dayNumber(date);
  const some = fc.sample(definitions("Europe/Paris", focusDay), { seed: 20260229, numRuns: 300 });
  return some.map((definition) => ({ definition, focusDay }));
});

function everywhere({ versions = [], ...calendar }: Definition): Rules[] {
  return [calendar, ...versions];
}

function closureSpans({ closures = [] }: Rules): SpanText[] {
  return closures.map((closure) => {
    if (typeof closure === "string") return closure;
    return "date" in closure ? closure.date : `${closure.from}/${closure.to}`;
  });
}

const days = (from: string, to: string): string[] =>
  Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, index) => dateOf(dayNumber(from) + index));
const LEAP_YEAR = days("2024-01-01", "2024-12-31");

/** Dates of two spans of this kind. */
function shared(rules: Rules, kind: SpanKind): string[] {
  const spans = Object.keys(rules.exceptions ?? {}).filter((span) => kindOfSpan(span) === kind);
  const dates = kind === "range" ? spans.flatMap((span) => days(...(span.split("/") as [string, string]))) : LEAP_YEAR;
  return [...new Set(dates)].filter((date) => spans.filter((span) => spanHas(span, date)).length > 1);
}

function overlaps(windows: readonly string[]): boolean {
  const parsed = windows.map(parseWindow).sort((a, b) => a.startMin - b.startMin);
  return parsed.some(({ startMin, endMin }, index) => {
    const next = parsed[index + 1];
    return startMin >= endMin || (next !== undefined && next.startMin < endMin);
  });
}

describe("generated definitions", () => {
  it("have ranges without a date in common, and so yearly ranges", () => {
    for (const { definition } of samples)
      for (const rules of everywhere(definition))
        expect([shared(rules, "range"), shared(rules, "yearly range")]).toEqual([[], []]);
  });

  it("have dates that exist, and ranges that end after they start", () => {
    for (const { definition } of samples) {
      for (const rules of everywhere(definition)) {
        for (const span of [...closureSpans(rules), ...Object.keys(rules.exceptions ?? {})]) {
          const [from = "", to = from] = span.split("/");
          const isYearly = kindOfSpan(span).startsWith("yearly");
          for (const end of [from, to]) expect(() => dayNumber(isYearly ? `2024-${end}` : end)).not.toThrow();
          if (!isYearly) expect(from <= to).toBe(true);
        }
      }
    }
  });

  it("have versions in ascending order, with a date of their own for each dated span", () => {
    for (const { definition } of samples) {
      const versions = definition.versions ?? [];
      const starts = versions.map(({ from }) => from);
      expect(starts).toEqual([...new Set(starts)].sort());
      const ownDates = allInForce(definition).slice(1);
      for (const [index, rules] of versions.entries()) {
        const { from, to } = ownDates[index] ?? { from: "", to: "" };
        const dated = [...closureSpans(rules), ...Object.keys(rules.exceptions ?? {})].filter(
          (span) => !kindOfSpan(span).startsWith("yearly"),
        );
        const outside = dated.filter((span) => {
          const [first = "", last = first] = span.split("/");
          return last < from || first > to;
        });
        expect(outside).toEqual([]);
      }
    }
  });

  it("have one run of known dates, about the focus", () => {
    for (const { definition, focusDay } of samples) {
      const { from, to } = reachOf(definition);
      expect(from <= dateOf(focusDay + 1) && dateOf(focusDay + 1) <= to).toBe(true);
    }
  });

  it("have lists of holidays with their dates inside their reach", () => {
    for (const { definition } of samples) {
      for (const source of everywhere(definition).flatMap(({ holidays = [] }) => holidays)) {
        if (typeof source === "string") continue;
        const { from = "", to = "9999" } = source;
        const dates = source.dates.map((entry) => (typeof entry === "string" ? entry : entry.date));
        expect(dates.filter((date) => date < from || date > to)).toEqual([]);
        expect(dates.length > 0 || source.from !== undefined).toBe(true);
      }
    }
  });

  it("close parts of a day from an earlier time to a later one", () => {
    for (const { definition } of samples) {
      for (const { holidays = [], closures = [] } of everywhere(definition)) {
        for (const closure of closures) {
          if (typeof closure === "string" || !("date" in closure) || !("from" in closure)) continue;
          expect(closure.from < closure.to).toBe(true);
        }
        for (const entry of holidays.flatMap((source) => (typeof source === "string" ? [] : source.dates))) {
          const [from, to] = (typeof entry === "string" ? undefined : entry.closed)?.split("-") ?? ["", "24:00"];
          expect(from !== undefined && to !== undefined && from < to).toBe(true);
        }
      }
    }
  });

  it("name each weekday once, with windows that do not overlap", () => {
    for (const { definition } of samples) {
      for (const { week = {}, exceptions = {} } of everywhere(definition)) {
        const hours = Object.values(exceptions);
        for (const by of [week, ...hours.flatMap((one) => (Array.isArray(one) ? [] : [one]))]) {
          const named = Object.keys(by).flatMap(weekdaysOfKey);
          expect(named).toHaveLength(new Set(named).size);
          expect(Object.values(by).filter(overlaps)).toEqual([]);
        }
        expect(hours.filter((one) => Array.isArray(one) && overlaps(one))).toEqual([]);
      }
    }
  });
});
