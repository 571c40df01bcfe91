/**
 * Spans, worked out by hand from docs/semantics.md §2.
 */

import { describe, expect, it } from "vitest";
import { dateOf, dayNumber } from "./civil.ts";
import { kindOfSpan, spanHas } from "./span.ts";

function datesOf(span: string, from: string, to: string): string[] {
  const dates: string[] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1)
    if (spanHas(span, dateOf(day))) dates.push(dateOf(day));
  return dates;
}

describe("a span", () => {
  it("is known by its shape", () => {
    expect(["2026-12-24", "2026-08-03/2026-08-14", "12-24", "12-27/01-02"].map(kindOfSpan)).toEqual([
      "date",
      "range",
      "yearly date",
      "yearly range",
    ]);
    for (const text of ["2026", "2026-12", "12-24/2026-12-31", "12-24/", "mon"])
      expect(() => kindOfSpan(text)).toThrow("not a span");
  });

  it("of one date is that date", () => {
    expect(datesOf("2026-12-24", "2025-01-01", "2027-12-31")).toEqual(["2026-12-24"]);
  });

  it("of a range has both its ends, over the end of a month or a year too", () => {
    expect(datesOf("2026-08-03/2026-08-14", "2025-01-01", "2027-12-31")).toHaveLength(12);
    expect(datesOf("2026-12-31/2027-01-02", "2025-01-01", "2027-12-31")).toEqual([
      "2026-12-31",
      "2027-01-01",
      "2027-01-02",
    ]);
    expect(datesOf("2026-08-03/2026-08-03", "2025-01-01", "2027-12-31")).toEqual(["2026-08-03"]);
  });

  it("of every year has its date in each", () => {
    expect(datesOf("12-24", "2025-01-01", "2027-12-31")).toEqual(["2025-12-24", "2026-12-24", "2027-12-24"]);
  });

  it("29 February is a date of leap years alone", () => {
    expect(datesOf("02-29", "2023-01-01", "2032-12-31")).toEqual(["2024-02-29", "2028-02-29", "2032-02-29"]);
    // 1900 and 2100 are no leap years, 2000 is.
    expect(datesOf("02-29", "1900-01-01", "1900-12-31")).toEqual([]);
    expect(datesOf("02-29", "2000-01-01", "2000-12-31")).toEqual(["2000-02-29"]);
    expect(datesOf("02-29", "2100-01-01", "2100-12-31")).toEqual([]);
  });

  it("a yearly range has the days between its ends, in common years and in leap years", () => {
    expect(datesOf("02-25/02-29", "2026-01-01", "2026-12-31")).toEqual([
      "2026-02-25",
      "2026-02-26",
      "2026-02-27",
      "2026-02-28",
    ]);
    expect(datesOf("02-25/02-29", "2028-01-01", "2028-12-31")).toHaveLength(5);
    expect(datesOf("02-28/03-01", "2026-01-01", "2026-12-31")).toEqual(["2026-02-28", "2026-03-01"]);
    expect(datesOf("02-28/03-01", "2028-01-01", "2028-12-31")).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
    expect(datesOf("02-29/03-01", "2026-01-01", "2026-12-31")).toEqual(["2026-03-01"]);
  });

  it("a yearly range whose end is before its start goes over New Year", () => {
    expect(datesOf("12-30/01-02", "2026-01-01", "2026-12-31")).toEqual([
      "2026-01-01",
      "2026-01-02",
      "2026-12-30",
      "2026-12-31",
    ]);
    expect(datesOf("12-31/01-01", "2026-06-01", "2027-06-01")).toEqual(["2026-12-31", "2027-01-01"]);
  });

  it("a whole year can be said", () => {
    expect(datesOf("01-01/12-31", "2028-01-01", "2028-12-31")).toHaveLength(366);
    expect(datesOf("06-01/05-31", "2026-01-01", "2026-12-31")).toHaveLength(365);
  });
});
