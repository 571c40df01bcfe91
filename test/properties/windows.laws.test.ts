/**
 * Laws of the windows and segments between two instants.
 */

import { describe, expect } from "vitest";
import { scenarios } from "../arbitraries/scenarios.ts";
import { stretch } from "../helpers/answers.ts";
import { calendarOf } from "../helpers/calendar.ts";
import { law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";
import { dateOf } from "../oracle/civil.ts";
import { merged } from "../oracle/intervals.ts";
import { dayAt, startOfDay } from "../oracle/zone.ts";

announceSeed("windows.laws");

describe("windows", () => {
  law(
    "law 22: they are sorted, not empty, inside, and never touch",
    scenarios(),
    ({ definition, instants: [one, other] }) => {
      const [a, b] = stretch(one, other);
      let last = Number.NEGATIVE_INFINITY;
      for (const { start, end } of calendarOf(definition).windows(a, b)) {
        // The first may begin where the stretch does; after that, closed time must lie between.
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(a);
        expect(end).toBeLessThanOrEqual(b);
        last = end;
      }
    },
  );

  law("law 22: each inner edge is real", scenarios(), ({ definition, instants: [one, other] }) => {
    const desk = calendarOf(definition);
    const [a, b] = stretch(one, other);
    const wrong = desk.windows(a, b).filter(({ start, end }) => {
      const opens = start === a || (desk.isOpen(start) && !desk.isOpen(start - 1));
      const closes = end === b || (desk.isOpen(end - 1) && !desk.isOpen(end));
      return !opens || !closes;
    });
    expect(wrong).toEqual([]);
  });

  law(
    "law 23: those of two stretches that meet, merged, are those of the whole",
    scenarios(),
    ({ definition, instants: [one, middle, other] }) => {
      const desk = calendarOf(definition);
      const [a, b] = stretch(one, other);
      const m = Math.max(a, Math.min(middle, b));
      const pairs = (from: number, to: number): [number, number][] =>
        desk.windows(from, to).map(({ start, end }) => [start, end]);
      expect(merged([...pairs(a, m), ...pairs(m, b)])).toEqual(pairs(a, b));
    },
  );
});

describe("segments", () => {
  law(
    "they tile the stretch, and the open ones are its windows",
    scenarios(),
    ({ definition, instants: [one, other] }) => {
      const desk = calendarOf(definition);
      const [a, b] = stretch(one, other);
      const segments = desk.segments(a, b);
      let at = a;
      for (const { start, end, ms } of segments) {
        expect(start).toBe(at);
        expect(end - start).toBe(ms);
        expect(ms).toBeGreaterThan(0);
        at = end;
      }
      expect(at).toBe(b);
      const open = segments.filter((segment) => segment.open);
      expect(open.map(({ start, end }) => [start, end])).toEqual(
        desk.windows(a, b).map(({ start, end }) => [start, end]),
      );
      expect(segments.every((segment) => (segment.why === "open") === segment.open)).toBe(true);
    },
  );

  law(
    "closed ones are cut at each civil midnight and name the date on which they start",
    scenarios(),
    ({ definition, instants: [one, other] }) => {
      const zone = definition.timeZone;
      const [a, b] = stretch(one, other);
      const closed = calendarOf(definition)
        .segments(a, b)
        .filter((segment) => !segment.open);
      for (const { start, end, date } of closed) {
        // Where a clock that was put back shows a date again, the next one has begun: a date begins once.
        let day = dayAt(zone, start);
        while (startOfDay(zone, day + 1) <= start) day += 1;
        expect(date).toBe(dateOf(day));
        expect(end).toBeLessThanOrEqual(startOfDay(zone, day + 1));
      }
    },
  );
});
