/**
 * date-holidays against this library's own French rules, 2000 to 2060, date for date.
 *
 * Seven zones are identical. For the others the differences are written down here with their reasons; the test fails
 * when either side changes. Sources: the official list (Etalab) and the local laws named in docs/holidays.md. Easter is
 * that of the tests' own oracle.
 */
import { describe, expect, it } from "vitest";
import { dateHolidays } from "../../../src/date-holidays/index.ts";
import { createCalendar, type HolidaySourceDefinition } from "../../../src/index.ts";
import { easterSunday } from "../../oracle/french.ts";

const YEARS = Array.from({ length: 61 }, (_, index) => 2000 + index);

function datesOf(source: HolidaySourceDefinition): Set<string> {
  const desk = createCalendar({ timeZone: "UTC", week: { "mon-sun": ["09:00-17:00"] }, holidays: [source] });
  return new Set(desk.holidays("2000-01-01", "2060-12-31").map(({ date }) => date));
}

/** Dates that one side has and the other has not. */
function differences(zone: string, codes: readonly [string, string?]): { ours: string[]; theirs: string[] } {
  const [ours, theirs] = [datesOf(zone), datesOf(dateHolidays(...codes))];
  return {
    ours: [...ours].filter((date) => !theirs.has(date)),
    theirs: [...theirs].filter((date) => !ours.has(date)),
  };
}

/** A date so many days after Easter Sunday. */
function fromEaster(year: number, days: number): string {
  return new Date((easterSunday(year) + days) * 86_400_000).toISOString().slice(0, 10);
}

const from = (year: number): number[] => YEARS.filter((other) => other >= year);
/** Good Friday is custom in the Antilles, in no law: off here unless named (`"gp.good-friday"`). */
const GOOD_FRIDAYS = YEARS.map((year) => fromEaster(year, -2));

describe("identical, 2000 to 2060", () => {
  it.each([
    ["FR", "FR"],
    ["FR-57", "FR", "57"],
    ["FR-67", "FR", "67"],
    ["FR-68", "FR", "68"],
    ["GF", "GF"],
    ["RE", "RE"],
    ["YT", "YT"],
    ["BL", "BL"],
    ["PM", "PM"],
    // Local laws, which the official list leaves out: both sides have them.
    ["NC", "NC"],
    ["WF", "WF"],
  ] as const)("%s", (zone, country, state?: string) => {
    expect(datesOf(zone).size).toBeGreaterThan(61 * 10);
    expect(differences(zone, [country, state])).toEqual({ ours: [], theirs: [] });
  });
});

describe("different, and why", () => {
  it("GP: Good Friday is custom", () => {
    expect(differences("GP", ["GP"])).toEqual({ ours: [], theirs: GOOD_FRIDAYS });
  });

  it("MQ: Good Friday is custom", () => {
    expect(differences("MQ", ["MQ"])).toEqual({ ours: [], theirs: GOOD_FRIDAYS });
  });

  it("MF: the abolition of slavery is commemorated on 28 May since 2018, date-holidays has 27 May still", () => {
    // 27 May is closed all the same where it is Ascension (39 days after Easter) or Whit Monday (50).
    const moving = new Set(YEARS.flatMap((year) => [39, 50].map((days) => fromEaster(year, days))));
    const days = (day: string): string[] => from(2018).map((year) => `${year}-${day}`);
    expect(differences("MF", ["MF"])).toEqual({
      ours: days("05-28").filter((date) => !moving.has(date)),
      theirs: days("05-27").filter((date) => !moving.has(date)),
    });
  });

  it("PF: Matari'i took the place of the autonomy day in 2025 here, in 2026 there", () => {
    expect(differences("PF", ["PF"])).toEqual({ ours: ["2025-11-20"], theirs: ["2025-06-29"] });
  });
});
