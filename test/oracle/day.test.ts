/**
 * The oracle's layers of one date, each example worked out by hand from docs/semantics.md §2.
 */

import { describe, expect, it } from "vitest";
import { dayNumber, timeOf } from "./civil.ts";
import { canPassMidnight, weekdaysOfKey, windowsOfDay } from "./day.ts";
import type { Definition } from "./definition.ts";

// 2026-12-24 is a Thursday.
const desk: Definition = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "22:00-06:00"] } };

function hours(changes: Partial<Definition>, date = "2026-12-24"): string[] {
  return windowsOfDay({ ...desk, ...changes }, dayNumber(date)).map(
    ({ startMin, endMin }) => `${timeOf(startMin)}-${timeOf(endMin)}`,
  );
}

describe("layers", () => {
  it("weekly hours, and none on other days", () => {
    expect(hours({})).toEqual(["09:00-12:00", "22:00-30:00"]);
    expect(hours({}, "2026-12-26")).toEqual([]);
  });

  it("a holiday or a closure closes the date, and with it the night that starts on it", () => {
    expect(hours({ holidays: [{ dates: ["2026-12-24"] }] })).toEqual([]);
    expect(hours({ closures: ["2026-12-24"] })).toEqual([]);
    expect(hours({ closures: [{ from: "2026-12-20", to: "2026-12-24" }] })).toEqual([]);
    expect(hours({ closures: [{ from: "2026-12-20", to: "2026-12-23" }] })).toEqual(["09:00-12:00", "22:00-30:00"]);
  });

  it("a reopened date has its weekly hours", () => {
    expect(hours({ holidays: [{ dates: ["2026-12-24"] }], closures: ["2026-12-24"], reopen: ["2026-12-24"] })).toEqual([
      "09:00-12:00",
      "22:00-30:00",
    ]);
  });

  it("an exception replaces everything, opening or closing", () => {
    expect(hours({ holidays: [{ dates: ["2026-12-24"] }], exceptions: { "2026-12-24": ["10:00-11:00"] } })).toEqual([
      "10:00-11:00",
    ]);
    expect(hours({ exceptions: { "2026-12-24": [] } })).toEqual([]);
    expect(hours({ exceptions: { "2026-12-26": ["10:00-11:00"] } }, "2026-12-26")).toEqual(["10:00-11:00"]);
  });

  it("a part-day closure cuts the windows of its own date; its 24:00 cuts the night as well", () => {
    expect(hours({ closures: [{ date: "2026-12-24", from: "11:00", to: "24:00" }] })).toEqual(["09:00-11:00"]);
    expect(hours({ closures: [{ date: "2026-12-24", from: "11:00", to: "23:00" }] })).toEqual([
      "09:00-11:00",
      "23:00-30:00",
    ]);
    // 01:00 of the 24th belongs to the night of the 23rd, which this closure does not touch.
    expect(hours({ closures: [{ date: "2026-12-24", from: "00:00", to: "05:00" }] }, "2026-12-23")).toEqual([
      "09:00-12:00",
      "22:00-30:00",
    ]);
    expect(
      hours({
        closures: [{ date: "2026-12-24", from: "11:00", to: "24:00" }],
        exceptions: { "2026-12-24": ["10:00-13:00"] },
      }),
    ).toEqual(["10:00-13:00"]);
  });
});

describe("keys and midnights", () => {
  it("a range of weekdays wraps", () => {
    expect(weekdaysOfKey("fri-mon")).toEqual([4, 5, 6, 0]);
    expect(weekdaysOfKey("sat,sun")).toEqual([5, 6]);
  });

  it("a window up to midnight does not pass it, however it is written", () => {
    const week = (window: string): Definition => ({ ...desk, week: { mon: [window] } });
    expect(canPassMidnight(week("18:00-24:00"))).toBe(false);
    expect(canPassMidnight(week("18:00-00:00"))).toBe(false);
    expect(canPassMidnight(week("18:00-00:01"))).toBe(true);
  });
});
