import { describe, expect, it } from "vitest";
import { civilOf, epochDayOf, formatDate, parseDate, weekdayOf, yearOf } from "../../../src/time/civil-date.ts";

describe("civil dates", () => {
  it("count from 1970-01-01, which is day 0 and a Thursday", () => {
    expect(parseDate("1970-01-01")).toBe(0);
    expect(weekdayOf(0)).toBe(3);
    expect(parseDate("1969-12-31")).toBe(-1);
    expect(formatDate(-1)).toBe("1969-12-31");
  });

  it("agree with the platform's UTC calendar on every date of the supported years", () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000;
    const last = Date.UTC(2199, 11, 31) / 86_400_000;
    let wrong = 0;
    for (let day = first; day <= last; day++) {
      const date = new Date(day * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      const monday0 = (date.getUTCDay() + 6) % 7;
      if (formatDate(day) !== text || parseDate(text) !== day || weekdayOf(day) !== monday0) wrong++;
    }
    expect(wrong).toBe(0);
  });

  it("know the leap years: 1900 and 2100 are none, 2000 is one", () => {
    const hasLeapDay = (year: number): boolean => parseDate(`${year}-02-29`) !== undefined;
    expect([1900, 2000, 2023, 2024, 2026, 2100].map(hasLeapDay)).toEqual([false, true, false, true, false, false]);
    expect(epochDayOf(2000, 3, 1) - epochDayOf(2000, 2, 28)).toBe(2);
    expect(epochDayOf(2100, 3, 1) - epochDayOf(2100, 2, 28)).toBe(1);
  });

  it("turn at the end of a year", () => {
    expect(yearOf(epochDayOf(2025, 12, 31))).toBe(2025);
    expect(civilOf(epochDayOf(2025, 12, 31) + 1)).toEqual({ year: 2026, month: 1, day: 1 });
  });

  it.each([
    ["2026-1-1"],
    ["2026-02-30"],
    ["2026-13-01"],
    ["2026-00-01"],
    ["2026-01-00"],
    ["20260101"],
    ["2026-01-01 "],
  ])("%j is none", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});
