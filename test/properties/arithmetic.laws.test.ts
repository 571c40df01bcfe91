/**
 * Laws of adding and subtracting business time.
 */

import { describe, expect } from "vitest";
import { scenarios } from "../arbitraries/scenarios.ts";
import { calendarOf } from "../helpers/calendar.ts";
import { given, law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";

announceSeed("arithmetic.laws");

describe("adding", () => {
  law("law 10: what is added has elapsed", scenarios(), ({ definition, instants: [t], durations }) => {
    const desk = calendarOf(definition);
    for (const d of durations) {
      expect(desk.elapsed(t, desk.add(t, d))).toBe(d);
      expect(desk.elapsed(t, desk.add(t, d, { edge: "far" }))).toBe(d);
    }
  });

  law(
    "law 10: what is added backwards has elapsed, negative",
    scenarios(),
    ({ definition, instants: [t], durations: [d] }) => {
      given(d > 0);
      const desk = calendarOf(definition);
      expect(desk.elapsed(t, desk.add(t, -d))).toBe(-d);
      expect(desk.elapsed(t, desk.add(t, -d, { edge: "far" }))).toBe(-d);
    },
  );

  law(
    "law 11: the millisecond before the end is open",
    scenarios(),
    ({ definition, instants: [t], durations: [d] }) => {
      given(d > 0);
      const desk = calendarOf(definition);
      expect(desk.isOpen(desk.add(t, d) - 1)).toBe(true);
    },
  );

  law(
    "law 12: it takes at least as long as it counts, and exactly as long only if all of it is open",
    scenarios(),
    ({ definition, instants: [t], durations }) => {
      const desk = calendarOf(definition);
      for (const d of durations) {
        const end = desk.add(t, d);
        expect(end).toBeGreaterThanOrEqual(t + d);
        expect(end === t + d).toBe(desk.elapsed(t, t + d) === d);
      }
    },
  );

  law(
    "law 12: backwards it goes at least as far back as it counts",
    scenarios(),
    ({ definition, instants: [t], durations }) => {
      const desk = calendarOf(definition);
      for (const d of durations) expect(desk.add(t, -d)).toBeLessThanOrEqual(t - d);
    },
  );

  law(
    "law 13: a longer duration ends later, by at least the difference",
    scenarios(),
    ({ definition, instants: [t], durations: [one, other] }) => {
      given(one !== other);
      const desk = calendarOf(definition);
      const [d1, d2] = [Math.min(one, other), Math.max(one, other)];
      expect(desk.add(t, d2) - desk.add(t, d1)).toBeGreaterThanOrEqual(d2 - d1);
    },
  );

  law(
    "law 14: a later start never ends earlier",
    scenarios(),
    ({ definition, instants: [one, other], durations: [d] }) => {
      const desk = calendarOf(definition);
      const [t1, t2] = [Math.min(one, other), Math.max(one, other)];
      expect(desk.add(t1, d)).toBeLessThanOrEqual(desk.add(t2, d));
      expect(desk.subtract(t1, d)).toBeLessThanOrEqual(desk.subtract(t2, d));
      expect(desk.nextOpen(t1)).toBeLessThanOrEqual(desk.nextOpen(t2));
      expect(desk.previousOpen(t1)).toBeLessThanOrEqual(desk.previousOpen(t2));
    },
  );

  law("law 15: adding twice is adding the sum", scenarios(), ({ definition, instants: [t], durations: [a, b] }) => {
    const desk = calendarOf(definition);
    expect(desk.add(desk.add(t, a), b)).toBe(desk.add(t, a + b));
  });

  law(
    "law 15: subtracting twice is subtracting the sum",
    scenarios(),
    ({ definition, instants: [t], durations: [a, b] }) => {
      const desk = calendarOf(definition);
      expect(desk.subtract(desk.subtract(t, a), b)).toBe(desk.subtract(t, a + b));
    },
  );

  law(
    "law 16: a closed start counts from the next opening",
    scenarios(),
    ({ definition, instants: [t], durations: [d] }) => {
      given(d > 0);
      const desk = calendarOf(definition);
      expect(desk.add(t, d)).toBe(desk.add(desk.nextOpen(t), d));
    },
  );
});

describe("subtracting", () => {
  law(
    "law 17: subtracting what was added gives the next opening",
    scenarios(),
    ({ definition, instants: [t], durations: [d] }) => {
      given(d > 0);
      const desk = calendarOf(definition);
      expect(desk.subtract(desk.add(t, d), d)).toBe(desk.nextOpen(t));
    },
  );

  law(
    "law 18: the answer is open, and what is subtracted elapses from it",
    scenarios(),
    ({ definition, instants: [t], durations: [d] }) => {
      given(d > 0);
      const desk = calendarOf(definition);
      const start = desk.subtract(t, d);
      expect(desk.isOpen(start)).toBe(true);
      expect(desk.elapsed(start, t)).toBe(d);
    },
  );

  law(
    "law 19: adding what was subtracted gives the start back, or the closing before it",
    scenarios(),
    ({ definition, instants: [t], durations: [d] }) => {
      given(d > 0);
      const desk = calendarOf(definition);
      const back = desk.add(desk.subtract(t, d), d);
      expect(back === t).toBe(desk.isOpen(t - 1));
      if (back !== t) expect(back).toBe(desk.previousClose(t));
    },
  );

  law(
    "law 20: subtracting is adding the negative, with the same edges",
    scenarios(),
    ({ definition, instants: [t], durations: [d] }) => {
      const desk = calendarOf(definition);
      expect(desk.subtract(t, d)).toBe(desk.add(t, -d));
      expect(desk.subtract(t, d, { edge: "far" })).toBe(desk.add(t, -d, { edge: "far" }));
      expect(desk.add(t, d)).toBe(desk.subtract(t, -d));
      expect(desk.add(t, d, { edge: "far" })).toBe(desk.subtract(t, -d, { edge: "far" }));
    },
  );

  law(
    "law 24: adding what elapsed gives the end back exactly if the millisecond before it is open",
    scenarios(),
    ({ definition, instants: [one, other] }) => {
      const desk = calendarOf(definition);
      const [t, u] = [Math.min(one, other), Math.max(one, other)];
      const elapsed = desk.elapsed(t, u);
      given(elapsed > 0);
      expect(desk.add(t, elapsed) === u).toBe(desk.isOpen(u - 1));
    },
  );
});
