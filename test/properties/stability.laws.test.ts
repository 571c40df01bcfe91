/**
 * Laws of staying the same: whatever was asked before, in whatever form, with whatever date on the wall.
 */

import fc from "fast-check";
import { afterEach, describe, expect, vi } from "vitest";
import { scenarios } from "../arbitraries/scenarios.ts";
import { answersOf, expectAlike, questionsOf } from "../helpers/answers.ts";
import { calendarOf, copyOf } from "../helpers/calendar.ts";
import { law } from "../helpers/law.ts";
import { outcome } from "../helpers/outcome.ts";
import { announceSeed } from "../helpers/runs.ts";

announceSeed("stability.laws");

afterEach(() => {
  vi.useRealTimers();
});

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}

describe("the order of questions", () => {
  law(
    "law 33: a timeline grown in any order answers as one that was just made",
    fc.tuple(scenarios(), fc.infiniteStream(fc.nat(1000))),
    ([scenario, stream]) => {
      const grown = calendarOf(scenario.definition);
      const questions = questionsOf(scenario).filter((_, index) => index % 7 === 0);
      const shuffled = questions
        .map((question) => ({ question, rank: stream.next().value as number }))
        .sort((a, b) => a.rank - b.rank);
      for (const { question } of shuffled) {
        const before = outcome(() => question.ask(grown));
        const fresh = calendarOf(copyOf(scenario.definition));
        expectAlike([question.title, before], [question.title, outcome(() => question.ask(fresh))]);
      }
    },
  );

  law("law 33: a timeline built at once, over all that is asked, answers the same", scenarios(), (scenario) => {
    const atOnce = calendarOf(scenario.definition);
    outcome(() => atOnce.elapsed(Math.min(...scenario.instants), Math.max(...scenario.instants)));
    expectAlike(answersOf(atOnce, scenario), answersOf(calendarOf(scenario.definition), scenario));
  });

  law("law 36: the same call twice answers the same", scenarios(), (scenario) => {
    const desk = calendarOf(scenario.definition);
    expectAlike(answersOf(desk, scenario), answersOf(desk, scenario));
  });
});

describe("columns", () => {
  const scalar = (ask: () => number): number => {
    const result = outcome(ask);
    return "answer" in result ? (result.answer as number) : Number.NaN;
  };

  law(
    "law 34: addAll is add, item by item, and NaN where add refuses",
    scenarios({ beyondReach: true }),
    ({ definition, instants, durations }) => {
      const desk = calendarOf(definition);
      const starts = Float64Array.from([...instants, Number.NaN, Number.POSITIVE_INFINITY, 0.5]);
      const signed = [durations[0], -durations[1], durations[2]];
      const each = Float64Array.from(starts, (_, index) => signed[index % 3] ?? 0);
      for (const edge of ["near", "far"] as const) {
        const expected = (of: (index: number) => number): number[] =>
          [...starts].map((t, index) => scalar(() => desk.add(t, of(index), { edge })));
        expect([...desk.addAll(starts, durations[0], { edge })]).toEqual(expected(() => durations[0]));
        expect([...desk.addAll(starts, each, { edge })]).toEqual(expected((index) => each[index] ?? 0));
      }
    },
  );

  law(
    "law 34: elapsedAll is elapsed, item by item, and NaN where elapsed refuses",
    scenarios({ beyondReach: true }),
    ({ definition, instants }) => {
      const desk = calendarOf(definition);
      const from = Float64Array.from([...instants, Number.NaN, 0.5]);
      const to = Float64Array.from([...instants.slice(1), instants[0], 0, Number.NEGATIVE_INFINITY]);
      const expected = [...from].map((t, index) => scalar(() => desk.elapsed(t, to[index] ?? 0)));
      expect([...desk.elapsedAll(from, to)]).toEqual(expected);
    },
  );

  // An item without an answer is done by the scalar form, with its neighbours: columns of good items are the ones to try.
  law(
    "law 34: columns in which every item has an answer are the scalar form too",
    scenarios(),
    ({ definition, instants, durations }) => {
      const desk = calendarOf(definition);
      for (const edge of ["near", "far"] as const) {
        const answers = (t: number, d: number): boolean => !Number.isNaN(scalar(() => desk.add(t, d, { edge })));
        const longest = Math.max(...durations);
        const starts = Float64Array.from(instants.filter((t) => answers(t, longest)));
        const each = Float64Array.from(starts, (_, index) => durations[index % 3] ?? 0);
        for (const d of durations)
          expect([...desk.addAll(starts, d, { edge })]).toEqual([...starts].map((t) => desk.add(t, d, { edge })));
        expect([...desk.addAll(starts, each, { edge })]).toEqual(
          [...starts].map((t, index) => desk.add(t, each[index] ?? 0, { edge })),
        );
      }
      const froms = Float64Array.from(instants);
      const tos = Float64Array.from([...instants].reverse());
      const expected = instants.map((t, index) => desk.elapsed(t, tos[index] ?? 0));
      expect([...desk.elapsedAll(froms, tos)]).toEqual(expected);
      // In place: an item is read before its answer is written.
      expect([...desk.elapsedAll(froms, tos, { out: tos })]).toEqual(expected);
    },
  );

  law(
    "law 34: a column given to be filled is filled and handed back, and the inputs stay as they were",
    scenarios(),
    ({ definition, instants, durations }) => {
      const desk = calendarOf(definition);
      const starts = Float64Array.from(instants);
      const ends = Float64Array.from([...instants].reverse());
      const out = new Float64Array(starts.length);
      expect(desk.addAll(starts, durations[0], { out })).toBe(out);
      expect([...out]).toEqual([...desk.addAll(starts, durations[0])]);
      expect(desk.elapsedAll(starts, ends, { out })).toBe(out);
      expect([...out]).toEqual([...desk.elapsedAll(starts, ends)]);
      expect([[...starts], [...ends]]).toEqual([[...instants], [...instants].reverse()]);
    },
  );
});

describe("definitions", () => {
  law("law 35: through JSON and back, a definition answers the same", scenarios(), (scenario) => {
    const desk = calendarOf(scenario.definition);
    expectAlike(answersOf(calendarOf(copyOf(scenario.definition)), scenario), answersOf(desk, scenario));
    expectAlike(answersOf(calendarOf(copyOf(desk.definition)), scenario), answersOf(desk, scenario));
  });

  law("law 36: what is given is never changed", scenarios(), (scenario) => {
    const before = JSON.stringify(scenario.definition);
    // A frozen definition is read like any other; a thawed one comes back as it was.
    const frozen = deepFreeze(copyOf(scenario.definition));
    const answers = answersOf(calendarOf(scenario.definition), scenario);
    expectAlike(answersOf(calendarOf(frozen), scenario), answers);
    expect(JSON.stringify(scenario.definition)).toBe(before);
  });

  law("law 36: a definition changed after it was given changes nothing", scenarios(), (scenario) => {
    const given = copyOf(scenario.definition);
    const desk = calendarOf(given);
    for (const key of Object.keys(given.week)) given.week[key] = ["03:00-03:07"];
    given.timeZone = "Asia/Tokyo";
    given.exceptions = {};
    expectAlike(answersOf(desk, scenario), answersOf(calendarOf(scenario.definition), scenario));
  });
});

describe("the date on the wall", () => {
  law("law 36: in January and in July the answers are the same", scenarios(), (scenario) => {
    const answers = [Date.UTC(2026, 0, 15, 12), Date.UTC(2026, 6, 15, 12)].map((now) => {
      vi.setSystemTime(now);
      return answersOf(calendarOf(copyOf(scenario.definition)), scenario);
    });
    expectAlike(answers[0], answers[1]);
  });
});
