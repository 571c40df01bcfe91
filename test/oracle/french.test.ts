/**
 * The oracle's French holidays, against dates that were written down without rules.
 */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dateOf } from "./civil.ts";
import { easterSunday, frenchHolidays } from "./french.ts";

type Table = Readonly<Record<string, Readonly<Record<string, readonly (readonly [date: string, name: string])[]>>>>;

const { zones } = JSON.parse(
  readFileSync(new URL("../vectors/fr-holidays-2020-2030.json", import.meta.url), "utf8"),
) as { zones: Table };

describe("French holidays", () => {
  for (const [zone, years] of Object.entries(zones)) {
    it(`${zone}: the dates of ${Object.keys(years).length} years`, () => {
      for (const [year, days] of Object.entries(years)) {
        expect(frenchHolidays(zone, Number(year))).toEqual([...new Set(days.map(([date]) => date))].sort());
      }
    });
  }

  it("two holidays may meet on one date, which is then closed once", () => {
    // 2008-05-01 was both the first of May and Ascension.
    expect(frenchHolidays("FR", 2008)).toHaveLength(10);
  });

  it("Easter falls on the published Sundays, the earliest and the latest among them", () => {
    const published = [
      "1913-03-23",
      "1943-04-25",
      "1954-04-18",
      "1981-04-19",
      "2000-04-23",
      "2008-03-23",
      "2038-04-25",
      "2049-04-18",
      "2076-04-19",
      "2160-03-23",
    ];
    expect(published.map((date) => dateOf(easterSunday(Number(date.slice(0, 4)))))).toEqual(published);
  });
});
