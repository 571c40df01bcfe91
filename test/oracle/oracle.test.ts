/**
 * The oracle on trial, before it may judge anything: against recorded cases, and against the minute walker.
 */

import { describe, expect, it } from "vitest";
import { clockWeeks } from "../helpers/clock-weeks.ts";
import { argumentsMs, expectedMs, readVectors, type VectorCase } from "../helpers/vectors.ts";
import { MS_PER_MINUTE } from "./civil.ts";
import { runsOf, walkMinutes } from "./minute-walker.ts";
import { createOracle, type Oracle } from "./oracle.ts";

const vectors = readVectors();

function ask(oracle: Oracle, vector: VectorCase): unknown {
  const [first, second] = argumentsMs(vector);
  return oracle[vector.op](first, second);
}

describe("the oracle agrees with every recorded case", () => {
  for (const [name, definition] of Object.entries(vectors.calendars)) {
    it(`${name}: ${definition.timeZone}`, () => {
      const oracle = createOracle(definition);
      const cases = vectors.cases.filter((vector) => vector.calendar === name);
      const answers = cases.map((vector) => ({ id: vector.id, op: vector.op, answer: ask(oracle, vector) }));
      expect(answers).toEqual(cases.map(({ id, op, expected }) => ({ id, op, answer: expectedMs(expected) })));
    });
  }

  it("leaves no case out", () => {
    expect(vectors.cases.every((vector) => Object.hasOwn(vectors.calendars, vector.calendar))).toBe(true);
    expect(vectors.cases).toHaveLength(868);
  });
});

describe("the oracle agrees with the minute walker where clocks change", () => {
  for (const { title, definition, startMs, endMs } of clockWeeks()) {
    it(title, () => {
      const oracle = createOracle(definition);
      const minutes = walkMinutes(definition, startMs, endMs);
      expect(oracle.windows(startMs, endMs)).toEqual(runsOf(minutes));
      // A prime step visits every minute of the hour.
      const sampled = minutes.filter((_, index) => index % 17 === 0);
      expect(sampled.filter(({ atMs, open }) => oracle.isOpen(atMs) !== open)).toEqual([]);
    });
  }
});

describe("sums agree with counting the walker's minutes", () => {
  for (const { title, definition, startMs, endMs } of clockWeeks().filter((_, index) => index % 5 === 0)) {
    it(title, () => {
      const oracle = createOracle(definition);
      const minutes = walkMinutes(definition, startMs, endMs);
      const middleMs = startMs + Math.floor(minutes.length / 3) * MS_PER_MINUTE;
      const wrong: unknown[] = [];
      let openMs = 0;
      for (const [index, { atMs, open }] of minutes.entries()) {
        if (atMs < middleMs) continue;
        const before = openMs;
        if (open) openMs += MS_PER_MINUTE;
        if (index % 13 !== 0) continue;
        if (oracle.elapsed(middleMs, atMs) !== before) wrong.push(["elapsed", atMs]);
        // Business time that grows in this minute gets to its value at the end of it, and not before.
        if (open && oracle.add(middleMs, openMs) !== atMs + MS_PER_MINUTE) wrong.push(["add", atMs]);
        if (open && oracle.subtract(atMs + MS_PER_MINUTE, openMs) !== oracle.nextOpen(middleMs))
          wrong.push(["subtract", atMs]);
      }
      expect(wrong).toEqual([]);
    });
  }
});
