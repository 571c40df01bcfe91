/**
 * Laws of changing a definition: what one more holiday or window may do, and what changes nothing.
 */

import fc from "fast-check";
import { describe, expect } from "vitest";
import {
  withCutWindows,
  withHoliday,
  withOwnHours,
  withRepeatedHolidays,
  withReversedWindows,
  withWindow,
} from "../arbitraries/changes.ts";
import { type Scenario, scenarios } from "../arbitraries/scenarios.ts";
import { FIXED_ZONES } from "../arbitraries/zones.ts";
import { answersOf, expectAlike } from "../helpers/answers.ts";
import { calendarOf } from "../helpers/calendar.ts";
import { given, law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";
import { dateOf, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import { windowsOfDay } from "../oracle/day.ts";
import type { Definition } from "../oracle/definition.ts";
import { exceptionOn } from "../oracle/exceptions.ts";
import { inForce } from "../oracle/versions.ts";

announceSeed("changes.laws");

const withDay = fc.tuple(scenarios(), fc.integer({ min: -12, max: 12 }));

/** The calendar that opens less never counts more and is never earlier forwards or later backwards. */
function expectNotMore(less: Definition, more: Definition, { instants: [one, other], durations: [d] }: Scenario): void {
  given(d > 0);
  const [lesser, greater] = [calendarOf(less), calendarOf(more)];
  const [a, b] = [Math.min(one, other), Math.max(one, other)];
  expect(lesser.elapsed(a, b)).toBeLessThanOrEqual(greater.elapsed(a, b));
  expect(lesser.nextOpen(a)).toBeGreaterThanOrEqual(greater.nextOpen(a));
  expect(lesser.add(a, d)).toBeGreaterThanOrEqual(greater.add(a, d));
  expect(lesser.subtract(a, d)).toBeLessThanOrEqual(greater.subtract(a, d));
}

function expectSameAnswers(changed: Definition, scenario: Scenario): void {
  expectAlike(answersOf(calendarOf(changed), scenario), answersOf(calendarOf(scenario.definition), scenario));
}

describe("one more", () => {
  law("law 25: one more holiday adds no time, and no answer comes sooner", withDay, ([scenario, offset]) => {
    const changed = withHoliday(scenario.definition, dateOf(scenario.focusDay + offset));
    given(changed !== undefined);
    expectNotMore(changed as Definition, scenario.definition, scenario);
  });

  law(
    "law 25: one more window takes no time away, and no answer comes later",
    fc.tuple(scenarios(), fc.nat(50), fc.integer({ min: 1, max: 600 })),
    ([scenario, pick, length]) => {
      const changed = withWindow(scenario.definition, pick, length);
      given(changed !== undefined);
      expectNotMore(scenario.definition, changed as Definition, scenario);
    },
  );
});

describe("nothing changes", () => {
  law("law 26: with an exception equal to the day's own hours", withDay, ([scenario, offset]) => {
    const changed = withOwnHours(scenario.definition, scenario.focusDay + offset);
    given(changed !== undefined);
    expectSameAnswers(changed as Definition, scenario);
  });

  law("law 26: with a holiday on a date that has an exception", withDay, ([scenario, offset]) => {
    const { definition, focusDay } = scenario;
    const excepted = [...Array(25).keys()]
      .map((more) => focusDay - 12 + ((offset + 12 + more) % 25))
      .find((day) => exceptionOn(inForce(definition, dateOf(day)).exceptions, dateOf(day)) !== undefined);
    const changed = excepted === undefined ? undefined : withHoliday(definition, dateOf(excepted));
    given(changed !== undefined);
    expectSameAnswers(changed as Definition, scenario);
  });

  law("law 26: with a holiday on a date that is closed anyway", withDay, ([scenario, offset]) => {
    const { definition, focusDay } = scenario;
    const closed = [0, 1, 2, 3, 4, 5, 6]
      .map((more) => focusDay + offset + more)
      .find((day) => windowsOfDay(definition, day).length === 0);
    const changed = closed === undefined ? undefined : withHoliday(definition, dateOf(closed));
    given(changed !== undefined);
    expectSameAnswers(changed as Definition, scenario);
  });

  law(
    "law 27: with windows cut in two before their midnight",
    fc.tuple(scenarios(), fc.double({ min: 0, max: 0.999, noNaN: true })),
    ([scenario, fraction]) => {
      expectSameAnswers(withCutWindows(scenario.definition, fraction), scenario);
    },
  );

  law("law 27: with a day's windows in another order", scenarios(), (scenario) => {
    expectSameAnswers(withReversedWindows(scenario.definition), scenario);
  });

  law("law 27: with holidays repeated", scenarios(), (scenario) => {
    expectSameAnswers(withRepeatedHolidays(scenario.definition), scenario);
  });
});

describe("weeks", () => {
  const fixedZones = fc
    .constantFrom(...FIXED_ZONES)
    .map((zone) => ({ zone, kind: "fixed" as const, years: [2026], year: 2026 }));

  law(
    "law 28: without clock changes and dates, everything moves by whole weeks",
    fc.tuple(scenarios({ dates: false, zones: fixedZones }), fc.integer({ min: -500, max: 500 })),
    ([scenario, count]) => {
      const { definition, instants, durations } = scenario;
      // The far ends of the supported years cannot be moved.
      given(instants.every((t) => Math.abs(t - scenario.focusDay * WALL_MS_PER_DAY) < 1000 * WALL_MS_PER_DAY));
      const desk = calendarOf(definition);
      const shift = count * 7 * WALL_MS_PER_DAY;
      const [t, u] = instants;
      expect(desk.isOpen(t + shift)).toBe(desk.isOpen(t));
      expect(desk.elapsed(t + shift, u + shift)).toBe(desk.elapsed(t, u));
      for (const edge of ["near", "far"] as const) {
        expect(desk.add(t + shift, durations[0], { edge })).toBe(desk.add(t, durations[0], { edge }) + shift);
        expect(desk.subtract(t + shift, durations[1], { edge })).toBe(desk.subtract(t, durations[1], { edge }) + shift);
      }
      expect(desk.nextOpen(t + shift)).toBe(desk.nextOpen(t) + shift);
      expect(desk.previousOpen(t + shift)).toBe(desk.previousOpen(t) + shift);
      expect(desk.nextClose(t + shift)).toBe(desk.nextClose(t) + shift);
      expect(desk.previousClose(t + shift)).toBe(desk.previousClose(t) + shift);
    },
  );
});
