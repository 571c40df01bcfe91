import { describe, expect, it } from "vitest";
import { easterSunday } from "../../../src/holidays/easter.ts";
import { formatDate, weekdayOf } from "../../../src/time/civil-date.ts";

/** Published Easter Sundays (Gregorian), the earliest and the latest possible dates among them. */
const PUBLISHED = [
  "1913-03-23",
  "1943-04-25",
  "1954-04-18",
  "1961-04-02",
  "1981-04-19",
  "2000-04-23",
  "2008-03-23",
  "2020-04-12",
  "2021-04-04",
  "2022-04-17",
  "2023-04-09",
  "2024-03-31",
  "2025-04-20",
  "2026-04-05",
  "2027-03-28",
  "2028-04-16",
  "2029-04-01",
  "2030-04-21",
  "2038-04-25",
  "2049-04-18",
  "2076-04-19",
  "2160-03-23",
];

describe("Easter", () => {
  it("falls on the published Sundays", () => {
    expect(PUBLISHED.map((date) => formatDate(easterSunday(Number(date.slice(0, 4)))))).toEqual(PUBLISHED);
  });

  it("is a Sunday from 22 March to 25 April in every supported year", () => {
    for (let year = 1900; year <= 2199; year++) {
      const day = easterSunday(year);
      const monthDay = formatDate(day).slice(5);
      expect(weekdayOf(day)).toBe(6);
      expect(monthDay >= "03-22" && monthDay <= "04-25", `${year}-${monthDay}`).toBe(true);
    }
  });
});
