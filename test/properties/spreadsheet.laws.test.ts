/**
 * Laws of the spreadsheet: a compiled calendar answers as the calendar does, wherever it answers; a function of a cell gives what the
 * oracle gives for the instant that the cell means, in every date system.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insideOf } from "../../src/calendar/internal.ts";
import { addMs, elapsedMs, isOpenMs, nextOpenMs, previousCloseMs } from "../../src/clock/questions.ts";
import { segmentsMs } from "../../src/clock/segments.ts";
import { callbackMs } from "../../src/clock/service-day.ts";
import { addWorkingDays, workingDaysBetween } from "../../src/clock/working-days.ts";
import { createCalendar } from "../../src/index.ts";
import type { DateSystem } from "../../src/spreadsheet/date-system.ts";
import { compileCalendar, isCellError, spreadsheetFunctions } from "../../src/spreadsheet/index.ts";
import { readCompiled } from "../../src/spreadsheet/read-compiled.ts";
import { createTimeline, type Timeline } from "../../src/timeline/timeline.ts";
import { type Scenario, scenarios } from "../arbitraries/scenarios.ts";
import { BEYOND_REACH, codeOf, OUT_OF_RANGE, outcome } from "../helpers/outcome.ts";
import { announceSeed, PROPERTY_TIMEOUT_MS, runs } from "../helpers/runs.ts";
import { dateOf, dayNumber, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import { createOracle, type Oracle } from "../oracle/oracle.ts";
import { edge, offsetAt } from "../oracle/zone.ts";

announceSeed("spreadsheet.laws");

/** Enough for most of the scenario's instants and answers; the others are not known. */
const AROUND_DAYS = 100;

/** The calendar and its compiled form of the dates around the scenario's, through JSON. */
function compiledOf({ definition, focusDay }: Scenario): { source: Timeline; compiled: Timeline; firstDay: number } {
  const calendar = createCalendar(definition as never, { output: "ms" });
  const within = (date: string): string => {
    const { from, to } = calendar.reach;
    return date < from ? from : date > to ? to : date;
  };
  const period = { from: within(dateOf(focusDay - AROUND_DAYS)), to: within(dateOf(focusDay + AROUND_DAYS)) };
  const compiled = readCompiled(JSON.parse(JSON.stringify(compileCalendar(calendar as never, period))));
  return {
    source: insideOf(calendar as never).timeline,
    compiled: createTimeline(compiled),
    firstDay: dayNumber(period.from),
  };
}

/** What can be asked of a timeline. */
function questionsOf({ instants, durations }: Scenario): ((timeline: Timeline) => unknown)[] {
  const [a, b] = [Math.min(instants[1], instants[2]), Math.max(instants[1], instants[2])];
  const day = Math.floor(instants[3] / WALL_MS_PER_DAY);
  return [
    (timeline) => isOpenMs(timeline, instants[0]),
    (timeline) => nextOpenMs(timeline, instants[1]),
    (timeline) => previousCloseMs(timeline, instants[2]),
    (timeline) => addMs(timeline, instants[0], durations[0], "near"),
    (timeline) => addMs(timeline, instants[1], durations[1], "far"),
    (timeline) => addMs(timeline, instants[2], -durations[2], "near"),
    (timeline) => elapsedMs(timeline, instants[3], instants[4]),
    (timeline) => callbackMs(timeline, instants[5]),
    (timeline) => addWorkingDays(timeline, day, 3, "forward"),
    (timeline) => workingDaysBetween(timeline, day, day + 40),
    // Ids of holidays are not compiled; names and reasons are.
    (timeline) => (b - a > 400 * WALL_MS_PER_DAY ? null : segmentsMs(timeline, a, b)),
  ];
}

describe("a compiled calendar", () => {
  it(
    "answers as the one that it was compiled from, or says that it does not know",
    () => {
      let [answered, asked] = [0, 0];
      fc.assert(
        fc.property(scenarios(), (scenario) => {
          const { source, compiled, firstDay } = compiledOf(scenario);
          for (const question of questionsOf(scenario)) {
            const expected = outcome(() => question(source));
            const found = outcome(() => question(compiled));
            if (!("answer" in expected)) continue;
            asked++;
            // At the bounds of 1900 and 2200 it has the offsets of its own years, and may call an instant out of range: a cell says #N/A.
            if ("refused" in found && [BEYOND_REACH, OUT_OF_RANGE].includes(found.refused)) continue;
            answered++;
            expect(found).toEqual(expected);
          }
          // What can be answered from its dates alone is answered, from the first midnight on: it may be in a night before.
          const firstMs = edge(scenario.definition.timeZone, firstDay * WALL_MS_PER_DAY);
          const atFirst = outcome(() => isOpenMs(source, firstMs));
          if ("answer" in atFirst) expect(outcome(() => isOpenMs(compiled, firstMs))).toEqual(atFirst);
          const { fromDay, toDay } = compiled.schedule.reach;
          for (let day = fromDay + 1; day < toDay; day += 61) {
            const atMs = edge(scenario.definition.timeZone, day * WALL_MS_PER_DAY);
            expect(isOpenMs(compiled, atMs)).toBe(isOpenMs(source, atMs));
            expect(workingDaysBetween(compiled, fromDay, day)).toBe(workingDaysBetween(source, fromDay, day));
          }
        }),
        runs(),
      );
      // A compiled calendar that knew nothing would keep the law.

      expect(answered / asked).toBeGreaterThan(0.6);
    },
    PROPERTY_TIMEOUT_MS,
  );
});

/** Days from the system's day 0 to 1970-01-01, for dates from March 1904 on. */
const ORIGIN: Readonly<Record<DateSystem, number>> = { "1900": 25_569, "1899-12-30": 25_569, "1904": 24_107 };

interface Asked {
  readonly zone: string;
  readonly oracle: Oracle;
  readonly system: DateSystem;
}

/** The whole second that the clock shows at an instant, and the instant that a cell with it means. */
function cellOf({ zone, system }: Asked, instantMs: number): { serial: number; meansMs: number } {
  const wallSec = Math.floor((instantMs + offsetAt(zone, instantMs)) / 1000);
  return { serial: (wallSec + ORIGIN[system] * 86_400) / 86_400, meansMs: edge(zone, wallSec * 1000) };
}

const serialOf = ({ zone, system }: Asked, instantMs: number): number =>
  ((instantMs + offsetAt(zone, instantMs)) / 1000 + ORIGIN[system] * 86_400) / 86_400;

/** What the cell holds: the answer, or `#N/A` where the oracle says that it is not known. */
function expected(answer: () => unknown): unknown {
  try {
    return answer();
  } catch (error) {
    const code = codeOf(error);
    if (code === BEYOND_REACH || code === OUT_OF_RANGE) return "#N/A";
    throw error;
  }
}

/** What a cell shows. A sample that asks for more than the windows of its definition allow is drawn again: the oracle has no such limit. */
function shown(output: unknown): unknown {
  if (!isCellError(output)) return output;
  fc.pre(!output.reason.includes("so a question may search"));
  return output.error;
}

describe("a function of a cell", () => {
  it(
    "gives what the oracle gives for the instant that the cell means",
    () => {
      const systems = fc.constantFrom<DateSystem>("1900", "1904", "1899-12-30");
      fc.assert(
        fc.property(scenarios({ beyondReach: true }), systems, (scenario, system) => {
          const { definition, instants, durations } = scenario;
          // Before March 1904 the systems have dates of their own; test/unit/spreadsheet/date-system.test.ts has them.
          fc.pre(instants.every((instant) => instant > dayNumber("1904-03-01") * WALL_MS_PER_DAY));
          const asked: Asked = { zone: definition.timeZone, oracle: createOracle(definition), system };
          const functions = spreadsheetFunctions({ calendar: JSON.stringify(definition), dateSystem: system });
          const [a, b] = [cellOf(asked, instants[0]), cellOf(asked, instants[1])];
          const sec = Math.floor(durations[0] / 1000);
          const { oracle } = asked;
          expect(shown(functions.deadline(a.serial, sec / 3600))).toEqual(
            expected(() => serialOf(asked, oracle.add(a.meansMs, sec * 1000))),
          );
          expect(shown(functions.deadline(a.serial, -sec / 3600))).toEqual(
            expected(() => serialOf(asked, oracle.add(a.meansMs, -sec * 1000))),
          );
          expect(shown(functions.elapsed(a.serial, b.serial))).toEqual(
            expected(() => oracle.elapsed(a.meansMs, b.meansMs) / 3_600_000 + 0),
          );
          expect(shown(functions.isOpen(b.serial))).toEqual(expected(() => oracle.isOpen(b.meansMs)));
          expect(shown(functions.nextOpen(b.serial))).toEqual(
            expected(() => serialOf(asked, oracle.nextOpen(b.meansMs))),
          );
        }),
        runs(),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});
