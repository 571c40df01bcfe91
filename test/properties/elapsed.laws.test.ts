/**
 * Laws of elapsed business time.
 */

import { describe, expect } from "vitest";
import { scenarios } from "../arbitraries/scenarios.ts";
import { stretch } from "../helpers/answers.ts";
import { calendarOf } from "../helpers/calendar.ts";
import { law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";

announceSeed("elapsed.laws");

describe("elapsed", () => {
  law("law 1: no business time passes between an instant and itself", scenarios(), ({ definition, instants }) => {
    const desk = calendarOf(definition);
    // toBe tells 0 from -0.
    for (const t of instants) expect(desk.elapsed(t, t)).toBe(0);
  });

  law("law 2: backwards it is the same, negative", scenarios(), ({ definition, instants: [a, b] }) => {
    const desk = calendarOf(definition);
    const forward = desk.elapsed(a, b);
    expect(desk.elapsed(b, a)).toBe(forward === 0 ? 0 : -forward);
  });

  law("law 3: it adds up over any three instants, in any order", scenarios(), ({ definition, instants: [a, b, c] }) => {
    const desk = calendarOf(definition);
    expect(desk.elapsed(a, b) + desk.elapsed(b, c)).toBe(desk.elapsed(a, c));
  });

  law(
    "law 4: it is never negative forwards, and never more than the time that passes",
    scenarios(),
    ({ definition, instants: [one, other] }) => {
      const desk = calendarOf(definition);
      const [a, b] = [Math.min(one, other), Math.max(one, other)];
      // Where a window begins and ends nothing is to spare: a millisecond too many shows.
      const open = desk.nextOpen(a);
      const close = desk.nextClose(open);
      for (const [from, to] of [
        [a, b],
        [open, close],
        [a, close],
        [open, close + 1],
      ] as const) {
        const elapsed = desk.elapsed(from, to);
        expect(elapsed).toBeGreaterThanOrEqual(0);
        expect(elapsed).toBeLessThanOrEqual(to - from);
      }
    },
  );

  law(
    "law 5: it is the sum of the lengths of the windows between",
    scenarios(),
    ({ definition, instants: [one, other] }) => {
      const desk = calendarOf(definition);
      const [a, b] = stretch(one, other);
      const windows = desk.windows(a, b);
      expect(windows.reduce((sum, { start, end }) => sum + (end - start), 0)).toBe(desk.elapsed(a, b));
      expect(windows.every(({ start, end, ms }) => ms === end - start)).toBe(true);
    },
  );

  law(
    "law 6: open at an instant is to say that the next millisecond counts",
    scenarios(),
    ({ definition, instants }) => {
      const desk = calendarOf(definition);
      for (const t of instants) expect(desk.elapsed(t, t + 1)).toBe(desk.isOpen(t) ? 1 : 0);
    },
  );
});
