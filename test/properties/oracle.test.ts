/**
 * The library against the oracle, which was written from the contract alone and shares no code with it: every
 * operation, refusals included, on calendars and instants made to be awkward.
 */

import { isDeepStrictEqual } from "node:util";
import { describe, expect } from "vitest";
import { type Scenario, scenarios } from "../arbitraries/scenarios.ts";
import { stretch } from "../helpers/answers.ts";
import { calendarOf, type MsCalendar } from "../helpers/calendar.ts";
import { law } from "../helpers/law.ts";
import { BEYOND_REACH, type Outcome, outcome } from "../helpers/outcome.ts";
import { announceSeed } from "../helpers/runs.ts";
import { dateOf, dayNumber } from "../oracle/civil.ts";
import { createOracle, type Oracle } from "../oracle/oracle.ts";
import { reachOf } from "../oracle/reach.ts";
import { Refusal } from "../oracle/refusal.ts";
import { ROLLS } from "../oracle/working-days.ts";

announceSeed("oracle");

const awkward = scenarios({ beyondReach: true });

/** A refusal for want of holidays names the first date outside before any other; the oracle may leave it open. */
function libraryDate(error: Error & { code: string }): string | undefined {
  return error.code === BEYOND_REACH ? /\d{4}-\d{2}-\d{2}/.exec(error.message)?.[0] : undefined;
}

function oracleDate(error: Error): string | undefined {
  return error instanceof Refusal ? error.date : undefined;
}

/** Both sides of every question, refused with the same code and the same first date outside, or answered alike. */
class Comparison {
  private readonly differences: { readonly question: string; readonly library: Outcome; readonly oracle: Outcome }[] =
    [];
  readonly desk: MsCalendar;
  readonly oracle: Oracle;

  constructor({ definition }: Scenario) {
    this.desk = calendarOf(definition);
    this.oracle = createOracle(definition);
  }

  ask(question: string, library: () => unknown, judge: () => unknown): void {
    const expected = outcome(judge, oracleDate);
    const open = "refused" in expected && expected.detail === undefined;
    const got = outcome(library, open ? () => undefined : libraryDate);
    if (!isDeepStrictEqual(got, expected)) this.differences.push({ question, library: got, oracle: expected });
  }

  /** Only what differs is shown: a sample asks a hundred questions. */
  settle(): void {
    expect(this.differences).toEqual([]);
  }
}

describe("the library answers as the oracle does", () => {
  law("every search, through the face and through the timeline", awkward, (scenario) => {
    const both = new Comparison(scenario);
    const { desk, oracle } = both;
    const { timeline } = desk;
    for (const t of scenario.instants) {
      both.ask(
        `isOpen(${t})`,
        () => [desk.isOpen(t), timeline.isOpenMs(t)],
        () => [oracle.isOpen(t), oracle.isOpen(t)],
      );
      both.ask(
        `nextOpen(${t})`,
        () => [desk.nextOpen(t), timeline.nextOpenMs(t)],
        () => Array(2).fill(oracle.nextOpen(t)),
      );
      both.ask(
        `previousOpen(${t})`,
        () => [desk.previousOpen(t), timeline.previousOpenMs(t)],
        () => Array(2).fill(oracle.previousOpen(t)),
      );
      both.ask(
        `nextClose(${t})`,
        () => [desk.nextClose(t), timeline.nextCloseMs(t)],
        () => Array(2).fill(oracle.nextClose(t)),
      );
      both.ask(
        `previousClose(${t})`,
        () => [desk.previousClose(t), timeline.previousCloseMs(t)],
        () => Array(2).fill(oracle.previousClose(t)),
      );
      both.ask(
        `nextChange(${t})`,
        () => [desk.nextChange(t), timeline.nextChangeMs(t)],
        () => Array(2).fill(oracle.nextChange(t)),
      );
    }
    both.settle();
  });

  law("add and subtract, both edges, forwards and backwards", awkward, (scenario) => {
    const both = new Comparison(scenario);
    const { desk, oracle } = both;
    for (const t of scenario.instants) {
      for (const d of [...scenario.durations, -scenario.durations[0]]) {
        for (const edge of ["near", "far"] as const) {
          both.ask(
            `add(${t}, ${d}, ${edge})`,
            () => desk.add(t, d, { edge }),
            () => oracle.add(t, d, edge),
          );
          both.ask(
            `subtract(${t}, ${d}, ${edge})`,
            () => desk.subtract(t, d, { edge }),
            () => oracle.subtract(t, d, edge),
          );
          both.ask(
            `addMs(${t}, ${d}, ${edge})`,
            () => desk.timeline.addMs(t, d, edge),
            () => oracle.add(t, d, edge),
          );
          both.ask(
            `subtractMs(${t}, ${d}, ${edge})`,
            () => desk.timeline.subtractMs(t, d, edge),
            () => oracle.subtract(t, d, edge),
          );
        }
      }
      both.ask(
        `add(${t}, default edge)`,
        () => desk.add(t, scenario.durations[0]),
        () => oracle.add(t, scenario.durations[0]),
      );
      both.ask(
        `addMs(${t}, default edge)`,
        () => desk.timeline.addMs(t, scenario.durations[0]),
        () => oracle.add(t, scenario.durations[0]),
      );
    }
    both.settle();
  });

  law("elapsed and windows", awkward, (scenario) => {
    const both = new Comparison(scenario);
    const { desk, oracle } = both;
    for (const [index, a] of scenario.instants.entries()) {
      for (const b of scenario.instants.slice(index)) {
        both.ask(
          `elapsed(${a}, ${b})`,
          () => [desk.elapsed(a, b), desk.timeline.elapsedMs(a, b)],
          () => Array(2).fill(oracle.elapsed(a, b)),
        );
        both.ask(
          `elapsed(${b}, ${a})`,
          () => desk.elapsed(b, a),
          () => oracle.elapsed(b, a),
        );
      }
    }
    for (const other of scenario.instants.slice(1)) {
      const [a, b] = stretch(scenario.instants[0], other);
      both.ask(
        `windows(${a}, ${b})`,
        () => desk.windows(a, b).map(({ start, end }) => [start, end]),
        () => oracle.windows(a, b),
      );
      both.ask(
        `windowsMs(${a}, ${b})`,
        () => desk.timeline.windowsMs(a, b).map(([start, end]) => [start, end]),
        () => oracle.windows(a, b),
      );
      both.ask(
        `segments(${a}, ${b})`,
        () => openParts(desk, a, b),
        () => oracle.windows(a, b),
      );
    }
    both.settle();
  });

  law("working days", awkward, (scenario) => {
    const both = new Comparison(scenario);
    const { desk, oracle } = both;
    const reach = reachOf(scenario.definition);
    const days = [-40, -9, -3, -2, -1, 0, 1, 2, 3, 8, 30].map((offset) => scenario.focusDay + offset);
    // The last known days and the first ones, and the first dates outside.
    const ends = [dayNumber(reach.from) - 1, dayNumber(reach.from), dayNumber(reach.to), dayNumber(reach.to) + 1];
    const dates = [...days, ...ends].map(dateOf).filter((date) => date > "1900" && date < "2200");
    for (const [index, date] of dates.entries()) {
      both.ask(
        `isWorkingDay(${date})`,
        () => desk.isWorkingDay(date),
        () => oracle.isWorkingDay(date),
      );
      both.ask(
        `day(${date})`,
        () => desk.day(date).working,
        () => oracle.isWorkingDay(date),
      );
      for (const roll of ROLLS) {
        const count = (index % 5) * (index % 2 === 0 ? 1 : -1) + 0;
        both.ask(
          `addWorkingDays(${date}, ${count}, ${roll})`,
          () => desk.addWorkingDays(date, count, { roll }),
          () => oracle.addWorkingDays(date, count, roll),
        );
      }
      const other = dates[(index * 7 + 3) % dates.length] ?? date;
      // Over centuries it is one look-up for the one and a hundred thousand days for the other.
      if (Math.abs(dayNumber(other) - dayNumber(date)) > 1000) continue;
      both.ask(
        `workingDaysBetween(${date}, ${other})`,
        () => desk.workingDaysBetween(date, other),
        () => oracle.workingDaysBetween(date, other),
      );
    }
    both.settle();
  });
});

function openParts(desk: MsCalendar, a: number, b: number): [number, number][] {
  return desk
    .segments(a, b)
    .filter(({ open }) => open)
    .map(({ start, end }) => [start, end]);
}
