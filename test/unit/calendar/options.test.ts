/**
 * Options of the questions and of the columns: what is not an option is refused, not guessed.
 */

import { describe, expect, it } from "vitest";
import { callbackDue, createCalendar } from "../../../src/index.ts";
import { expectRefusal, refusal, SUPPORT } from "../refusals.ts";

const desk = createCalendar(SUPPORT, { output: "ms" });
const START: number = Date.parse("2026-05-22T14:00:00Z");
const code = "calendar.bad-option";

describe("edge", () => {
  it.each([["Near"], ["middle"], [""], [null], [true], [0]])("%j is refused", (edge) => {
    const expected = { code, path: ["edge"], message: /"near" or "far"/ };
    expectRefusal(() => desk.add(START, "PT4H", { edge: edge as never }), expected);
    expectRefusal(() => desk.subtract(START, "PT4H", { edge: edge as never }), expected);
    expectRefusal(() => desk.explain(START, "PT4H", { edge: edge as never }), expected);
    expectRefusal(() => desk.addAll([START], 1, { edge: edge as never }), expected);
  });

  it("is refused in the numbers beneath too", () => {
    expectRefusal(() => desk.timeline.addAll([START], 1, { edge: "middle" as never }), { code, path: ["edge"] });
    expectRefusal(() => desk.timeline.addMs(START, 1, "middle" as never), { code, path: ["edge"] });
  });
});

describe("options that are none", () => {
  it("null is as good as none, or refused, but never another error", () => {
    for (const ask of [
      () => createCalendar(SUPPORT, null as never),
      () => callbackDue(desk, START, null as never),
      () => desk.isOpen(START, null as never),
      () => desk.add(START, "PT4H", null as never),
      () => desk.addWorkingDays("2026-05-22", 1, null as never),
      () => desk.addAll([START], 1, null as never),
      () => desk.elapsedAll([START], [START], null as never),
    ]) {
      let threw = false;
      try {
        ask();
      } catch {
        threw = true;
      }
      if (threw) refusal(ask);
    }
  });
});

describe("columns", () => {
  const bad = "calendar.bad-column";

  it("of the wrong type are refused, with their name", () => {
    for (const column of [null, undefined, "1", 5, {}, ["1"], [1n], new Date(0), Float32Array.of(1), new Set([1])]) {
      expectRefusal(() => desk.addAll(column as never, 1), { code: bad, path: ["starts"] });
      expectRefusal(() => desk.elapsedAll(column as never, [1]), { code: bad, path: ["froms"] });
      if (column !== 5) expectRefusal(() => desk.addAll([1], column as never), { code: bad, path: ["durations"] });
    }
    expectRefusal(() => desk.addAll([1], "PT4H" as never), { code: bad, path: ["durations"] });
  });

  it("of another length are refused, with both lengths", () => {
    const message = /2 items beside 1|1 items beside 2/;
    expectRefusal(() => desk.addAll([START], [1, 2]), { code: bad, path: ["durations"], message });
    expectRefusal(() => desk.elapsedAll([START, START], [START]), { code: bad, path: ["tos"], message });
    expectRefusal(() => desk.addAll([START], 1, { out: new Float64Array(2) }), { code: bad, path: ["out"] });
    expectRefusal(() => desk.addAll([START], 1, { out: [0] as never }), { code: bad, path: ["out"] });
  });

  it("never throw for an item: NaN where the scalar form throws, and the others are answered", () => {
    const starts = [START, Number.NaN, Number.POSITIVE_INFINITY, START + 0.5, 8.64e15, Date.UTC(1981, 0, 1)];
    const answers = [...desk.addAll(starts, 3_600_000)];
    expect(answers[0]).toBe(START + 3_600_000);
    expect(answers.slice(1).every(Number.isNaN)).toBe(true);
    const durations = [3_600_000, Number.NaN, 0.5, Number.POSITIVE_INFINITY, 2 ** 53];
    const shifted = [
      ...desk.addAll(
        durations.map(() => START),
        durations,
      ),
    ];
    expect(shifted[0]).toBe(START + 3_600_000);
    expect(shifted.slice(1).every(Number.isNaN)).toBe(true);
    const elapsed = [...desk.elapsedAll([START, START, Number.NaN], [START + 1, START + 0.5, START])];
    expect(elapsed).toEqual([1, Number.NaN, Number.NaN]);
  });

  it("are empty for empty columns, and written into out where it is given", () => {
    expect(desk.addAll([], 1)).toHaveLength(0);
    const out = new Float64Array(1);
    expect(desk.addAll([START], 1, { out })).toBe(out);
    expect(out[0]).toBe(START + 1);
  });

  it("may be changed in place", () => {
    const column = Float64Array.of(START, START);
    desk.addAll(column, Float64Array.of(1, 2), { out: column });
    expect([...column]).toEqual([START + 1, START + 2]);
  });
});

describe("callbackDue", () => {
  it("refuses what is no calendar", () => {
    for (const value of [null, undefined, {}, SUPPORT, "desk", { ...desk }]) {
      expectRefusal(() => callbackDue(value as never, START), { code, path: ["calendar"], message: /createCalendar/ });
    }
  });

  it("names its own argument", () => {
    expectRefusal(() => callbackDue(desk, "2026-05-22T10:00"), { code: "time.no-offset", path: ["calledAt"] });
    expect(callbackDue(desk, "2026-05-22T16:00", { zone: "Europe/Paris" }).from).toBe(START);
  });
});
