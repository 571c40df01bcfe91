/**
 * Laws of the zone's clock.
 */

import fc from "fast-check";
import { describe, expect } from "vitest";
import { scenarios } from "../arbitraries/scenarios.ts";
import { LINKS, zoneYears } from "../arbitraries/zones.ts";
import { answersOf, expectAlike } from "../helpers/answers.ts";
import { calendarOf } from "../helpers/calendar.ts";
import { law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";
import { dayOfWall, MS_PER_MINUTE, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import { openWindowsOfDay } from "../oracle/day.ts";
import type { Definition } from "../oracle/definition.ts";
import { changesBetween, isShown, readClock } from "../oracle/zone.ts";

announceSeed("zones.laws");

/** Is the wall clock inside a window of its date, or of what closures leave of the night before? A night before that never was has no windows. */
function clockSaysOpen(definition: Definition, t: number): boolean {
  const wall = readClock(definition.timeZone, t);
  const today = dayOfWall(wall);
  return [today, today - 1].some((day) => {
    if (!isShown(definition.timeZone, day)) return false;
    const minute = (wall - day * WALL_MS_PER_DAY) / MS_PER_MINUTE;
    return openWindowsOfDay(definition, day).some(({ startMin, endMin }) => startMin <= minute && minute < endMin);
  });
}

/** Has the clock shown this wall, or a later one, before? */
function isRepeated(zone: string, t: number): boolean {
  const wall = readClock(zone, t);
  return changesBetween(zone, t - WALL_MS_PER_DAY, t + 1).some(({ atMs, beforeMs }) => atMs + beforeMs > wall);
}

describe("zones", () => {
  const always = fc.constantFrom<Record<string, string[]>>(
    { "mon-sun": ["00:00-24:00"] },
    { "mon-fri": ["00:00-12:00", "12:00-24:00"], "sat,sun": ["00:00-24:00"] },
    { "mon-sun": ["00:00-08:00", "08:00-00:00"] },
  );

  law(
    "law 29: always open, business time is all time, across every change",
    fc.tuple(scenarios({ dates: false, zones: zoneYears() }), always),
    ([{ definition, instants, durations }, week]) => {
      const desk = calendarOf({ timeZone: definition.timeZone, week });
      const [a, b] = instants;
      expect(desk.elapsed(a, b)).toBe(b - a);
      for (const d of durations) {
        expect(desk.add(a, d)).toBe(a + d);
        expect(desk.subtract(a, d)).toBe(a - d);
        expect(desk.add(a, d, { edge: "far" })).toBe(a + d);
      }
      expect(instants.every((t) => desk.isOpen(t))).toBe(true);
    },
  );

  law(
    "law 30: open is what the wall clock says, except where it repeats itself",
    scenarios(),
    ({ definition, instants }) => {
      const desk = calendarOf(definition);
      for (const t of instants)
        if (!isRepeated(definition.timeZone, t)) expect([t, desk.isOpen(t)]).toEqual([t, clockSaysOpen(definition, t)]);
    },
  );

  const links = fc
    .tuple(fc.constantFrom(...LINKS.map(([link]) => link)), fc.constantFrom(1988, 2010, 2026))
    .map(([zone, year]) => ({ zone, kind: "link" as const, years: [year], year }));

  law("law 31: a link answers as the zone that it stands for", scenarios({ zones: links }), (scenario) => {
    const target = new Map(LINKS).get(scenario.definition.timeZone) ?? "";
    const asked = (timeZone: string): unknown => answersOf(calendarOf({ ...scenario.definition, timeZone }), scenario);
    expectAlike(asked(scenario.definition.timeZone), asked(target));
  });
});
