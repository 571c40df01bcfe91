/**
 * Durations at the door. Sources: ISO 8601-1:2019 §5.5.2, the sign of ISO 8601-2, and the contract's list of bad input.
 */

import { DateTime, Duration } from "luxon";
import { describe, expect, it } from "vitest";
import type { DurationInput } from "../../../src/index.ts";
import { formatDuration } from "../../../src/time/duration.ts";
import { ALWAYS, expectRefusal } from "../refusals.ts";

const START: number = Date.UTC(2026, 4, 22, 14);
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Always open: adding is plain addition. */
const read = (value: unknown): number => ALWAYS.add(START, value as DurationInput) - START;

describe("a duration is taken from", () => {
  it.each([
    ["PT4H", 4 * HOUR],
    ["PT30M", 30 * MINUTE],
    ["PT90M", 90 * MINUTE],
    ["PT45S", 45_000],
    ["PT1H30M", 90 * MINUTE],
    ["PT1H1M1S", HOUR + MINUTE + 1000],
    ["PT48H", 48 * HOUR],
    ["PT0S", 0],
    ["PT0H", 0],
    ["PT0.5H", 30 * MINUTE],
    ["PT0,5H", 30 * MINUTE],
    ["PT1.1H", 66 * MINUTE],
    ["PT1M0.001S", MINUTE + 1],
    ["-PT4H", -4 * HOUR],
    ["+PT4H", 4 * HOUR],
    ["PT-4H", -4 * HOUR],
    ["PT-0.5H", -30 * MINUTE],
    ["-PT1H30M", -90 * MINUTE],
    ["-PT0S", 0],
  ])("the ISO 8601 text %s", (text, ms) => {
    expect(read(text)).toBe(ms);
  });

  it("whole ms", () => {
    expect([read(14_400_000), read(1), read(0), read(-0), read(-1)]).toEqual([14_400_000, 1, 0, 0, -1]);
  });

  it("a luxon Duration, in whatever units it was made", () => {
    expect(read(Duration.fromObject({ hours: 4 }))).toBe(4 * HOUR);
    expect(read(Duration.fromISO("PT1H30M"))).toBe(90 * MINUTE);
    expect(read(Duration.fromMillis(5))).toBe(5);
    expect(read(Duration.fromObject({ hours: -4 }))).toBe(-4 * HOUR);
    expect(read(Duration.fromObject({ days: 0, hours: 4 }))).toBe(4 * HOUR);
    expect(read(Duration.fromObject({ hours: 4, minutes: 0 }).shiftTo("minutes"))).toBe(4 * HOUR);
    const a = DateTime.fromMillis(START);
    expect(read(a.plus({ hours: 4 }).diff(a))).toBe(4 * HOUR);
  });

  it("luxon's plain object, in the plural and the singular", () => {
    expect(read({ hours: 4 })).toBe(4 * HOUR);
    expect(read({ hour: 1, minute: 30 })).toBe(90 * MINUTE);
    expect(read({ hours: 1, minutes: 1, seconds: 1, milliseconds: 1 })).toBe(HOUR + MINUTE + 1001);
    expect(read({ hours: 0 })).toBe(0);
    expect(read({ hours: 1.5 })).toBe(90 * MINUTE);
  });

  it("a decimal number of hours in an object as in a text: 1.1 h is 66 min", () => {
    expect(read({ hours: 1.1 })).toBe(66 * MINUTE);
    expect(read(Duration.fromISO("PT1.1H"))).toBe(read("PT1.1H"));
  });

  it("a Temporal.Duration, by its shape", () => {
    const fourHours = { hours: 4, toString: () => "PT4H", [Symbol.toStringTag]: "Temporal.Duration" };
    expect(read(fourHours)).toBe(4 * HOUR);
  });
});

describe("a duration is refused with its code, place and cure:", () => {
  const code = "time.bad-duration";
  const path = ["duration"];

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]])("%s is not finite", (ms) => {
    expectRefusal(() => read(ms), { code, path, message: /not a finite number/ });
  });

  it("more than 2^53 - 1 ms, as a number, a text or an object", () => {
    for (const value of [2 ** 53, -(2 ** 53), "PT9999999999H", { hours: 1e12 }]) {
      expectRefusal(() => read(value), { code, path, message: /2\^53/ });
    }
  });

  it("a fraction of a millisecond", () => {
    for (const value of [0.5, 1e-9, "PT0.0001S", "PT0.3333333H", { milliseconds: 0.5 }]) {
      expectRefusal(() => read(value), { code, path, message: /not a whole number of ms/ });
    }
  });

  it.each([
    ["4h", "PT4H"],
    ["4 h", "PT4H"],
    ["30m", "PT30M"],
    ["30min", "PT30M"],
    ["45s", "PT45S"],
  ])('%j, whose message writes the ISO form "%s"', (text, cure) => {
    expectRefusal(() => read(text), { code, path, message: new RegExp(`write "${cure}"`) });
  });

  it.each([
    ["4x", 0],
    ["", 0],
    ["1e9h", 0],
    ["-", 1],
    ["P", 1],
    ["PT", 2],
    ["PT4", 2],
    ["PT4X", 2],
    ["PT4H30", 4],
    ["PT4H30X", 4],
    ["PT30M4H", 5],
    ["PT4HH", 4],
    ["PT4H ", 4],
    [" PT4H", 0],
    ["pt4h", 0],
    ["PT٤H", 2],
  ])("%j, with the position at which it goes wrong: %i", (text, position) => {
    expectRefusal(() => read(text), { code, path, message: new RegExp(`position ${position}\\b`) });
  });

  it.each([["P1D"], ["P1W"], ["P1M"], ["P1Y"], ["P1DT4H"], ["-P3D"]])(
    "%s: days and longer, which have no length in open time; the message says what to write",
    (text) => {
      expectRefusal(() => read(text), { code, path, message: /hours/ });
    },
  );

  it("days and longer in an object too", () => {
    for (const unit of ["days", "day", "weeks", "months", "quarters", "years"]) {
      expectRefusal(() => read({ [unit]: 1 }), { code, path: ["duration", unit], message: /hours/ });
    }
    expectRefusal(() => read(Duration.fromObject({ days: 1 })), { code, path: ["duration", "days"] });
  });

  it("a fraction that is not in the last part", () => {
    expectRefusal(() => read("PT0.5H30M"), { code, path, message: /last part/ });
  });

  it("a unit that is none, and an amount that is no number", () => {
    expectRefusal(() => read({ hrs: 4 }), { code, path: ["duration", "hrs"] });
    expectRefusal(() => read({ hours: "4" }), { code, path: ["duration", "hours"] });
    expectRefusal(() => read({ hours: Number.NaN }), { code });
    expectRefusal(() => read({ hours: Number.POSITIVE_INFINITY }), { code });
    expectRefusal(() => read({ constructor: 4 }), { code });
    expectRefusal(() => read(JSON.parse('{"__proto__":4}')), { code });
  });

  it("what is no duration at all, by its kind", () => {
    for (const value of [undefined, null, true, 4n, Symbol("x"), () => 4, {}, [], [4], new Map(), new Date(0)]) {
      expectRefusal(() => read(value), { code, path });
    }
  });

  it("an invalid luxon Duration, and says that it is invalid", () => {
    expectRefusal(() => read(Duration.invalid("because")), { code, path, message: /invalid/ });
  });

  it("an object whose toObject gives no object", () => {
    for (const value of [null, undefined, 5, "PT4H"]) {
      expectRefusal(() => read({ toObject: () => value }), { code });
    }
  });

  it("an object whose toObject throws", () => {
    const throwing = {
      toObject(): object {
        throw new Error("no");
      },
    };
    expectRefusal(() => read(throwing), { code, path });
  });

  it("in subtract and explain alike", () => {
    expectRefusal(() => ALWAYS.subtract(START, "4h" as string), { code, path });
    expectRefusal(() => ALWAYS.explain(START, "4h" as string), { code, path });
  });

  it("in the numbers beneath too: a fraction, NaN and infinities are no whole ms", () => {
    for (const ms of [0.5, -0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53]) {
      expectRefusal(() => ALWAYS.timeline.addMs(START, ms), { code });
      expectRefusal(() => ALWAYS.timeline.subtractMs(START, ms), { code });
      expect(ALWAYS.addAll([START], ms)[0]).toBeNaN();
    }
  });
});

describe("a result past the supported years", () => {
  it("is an error, not an invalid date", () => {
    for (const duration of [Number.MAX_SAFE_INTEGER, "PT2000000H"]) {
      expectRefusal(() => ALWAYS.add(START, duration), { code: "calendar.beyond-reach", message: /2200-01-01/ });
      expectRefusal(() => ALWAYS.subtract(START, duration), { code: "calendar.beyond-reach", message: /1899-12-31/ });
    }
  });
});

describe("formatDuration", () => {
  it("writes hours, minutes and seconds, never days", () => {
    expect([0, 1, 1000, MINUTE, HOUR, 4 * HOUR, 4.5 * HOUR, 48 * HOUR].map(formatDuration)).toEqual([
      "PT0S",
      "PT0.001S",
      "PT1S",
      "PT1M",
      "PT1H",
      "PT4H",
      "PT4H30M",
      "PT48H",
    ]);
    expect(formatDuration(HOUR + 500)).toBe("PT1H0.5S");
    expect(formatDuration(-4 * HOUR)).toBe("-PT4H");
  });

  it("writes what is read back as the same", () => {
    for (const ms of [1, -1, 999, 60_001, -3_599_999, 86_400_000, 123_456_789])
      expect(read(formatDuration(ms))).toBe(ms);
  });
});
