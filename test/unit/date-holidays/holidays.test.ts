/**
 * Holidays of date-holidays as a calendar sees them: civil dates, types, several days, parts of days, names, ids.
 *
 * Expected dates come from the sources named with them, not from the package.
 */
import { createRequire } from "node:module";
import { describe, expect, it, vi } from "vitest";
import { type DateHolidaysOptions, dateHolidays } from "../../../src/date-holidays/index.ts";
import { type Calendar, createCalendar } from "../../../src/index.ts";

const ALL_WEEK = { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } };
const calendar = (place: string, options: DateHolidaysOptions = {}, reopen: readonly string[] = []): Calendar => {
  const [country, state, region] = place.split("-");
  return createCalendar({ ...ALL_WEEK, holidays: [dateHolidays(country!, state, region, options)], reopen });
};
const datesOf = (desk: Calendar, year: number): string[] => [
  ...new Set(desk.holidays(`${year}-01-01`, `${year}-12-31`).map(({ date }) => date)),
];
const isWeekday = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay());

describe("the federal list of the United States: public and bank", () => {
  // 5 U.S.C. 6103; https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/, the days off of a Monday-to-Friday week.
  it.each([
    [2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"],
    [2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"],
    // 12-31 is the day off of New Year 2028, a Saturday.
    [2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31"],
  ])("%i", (year, days) => {
    const found = datesOf(calendar("US", { types: ["public", "bank"] }), year).filter(isWeekday);
    expect(found).toEqual(days.split(" ").map((day) => `${year}-${day}`));
  });

  it("a weekend holiday and its substitute both close: Saturday 2026-07-04 and Friday 2026-07-03", () => {
    const [friday, saturday] = calendar("US").holidays("2026-07-03", "2026-07-04");
    expect([friday?.name, saturday?.name]).toEqual(["Independence Day (substitute day)", "Independence Day"]);
    expect(friday?.id).toBe(saturday?.id);
  });
});

describe("types", () => {
  it("are on purpose: Mother's Day, Halloween and Valentine's Day close nothing unless asked for", () => {
    const days = ["2026-05-10", "2026-10-31", "2026-02-14"];
    for (const day of days) expect(calendar("US").day(day).holidays).toEqual([]);
    for (const day of days) expect(calendar("US", { types: ["observance"] }).day(day).holidays).toHaveLength(1);
  });

  it("not asked for still move others: Näfelser Fahrt gives way to Holy Week", () => {
    // First Thursday of April, a week later in Holy Week; Easter 2026 is 5 April, so 9 April, not Maundy Thursday.
    // https://de.wikipedia.org/wiki/N%C3%A4felser_Fahrt
    const glarus = calendar("CH-GL");
    expect(glarus.day("2026-04-02").holidays).toEqual([]);
    expect(glarus.day("2026-04-09").holidays).toHaveLength(1);
  });
});

describe("several days in one entry", () => {
  it("Chuseok 2026: 24 to 26 September, by the Korea Astronomy and Space Science Institute's almanac", () => {
    const days = calendar("KR").holidays("2026-09-20", "2026-09-30");
    expect(days.map(({ date }) => date)).toEqual(["2026-09-24", "2026-09-25", "2026-09-26"]);
  });

  it("Eid al-Adha 2026 in Egypt has four days although a clock change falls in it: 27 to 30 May", () => {
    // 10 Dhu al-Hijjah 1447 is 2026-05-27 in the Umm al-Qura calendar: https://webspace.science.uu.nl/~gent0113/islam/ummalqura.htm
    const days = calendar("EG").holidays("2026-05-20", "2026-06-05");
    expect(days.map(({ date }) => date)).toEqual(["2026-05-27", "2026-05-28", "2026-05-29", "2026-05-30"]);
  });

  it("over New Year: Incwala in Eswatini begins on 28 December, and reaches into January", () => {
    const desk = calendar("SZ");
    const id = desk.day("2026-12-28").holidays[0]?.id;
    const dates = ["2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"];
    const closed = dates.filter((date) => desk.day(date).holidays.some((holiday) => holiday.id === id));
    expect(closed).toEqual(["2026-12-31", "2027-01-01", "2027-01-02"]);
    // Asked for first, the later year knows it too.
    expect(
      calendar("SZ", { to: 2061 })
        .day("2041-01-01")
        .holidays.map((holiday) => holiday.id),
    ).toContain(id);
  });
});

describe("parts of days", () => {
  it("Christmas Eve in Iceland closes from 13:00 (Act 88/1971, article 6)", () => {
    const desk = createCalendar({
      timeZone: "Atlantic/Reykjavik",
      week: { "mon-fri": ["09:00-17:00"] },
      holidays: [dateHolidays("IS")],
    });
    expect(desk.day("2026-12-24").windows).toEqual(["09:00-13:00"]);
    expect(desk.day("2026-12-24").holidays[0]?.closed).toBe("13:00-24:00");
    expect(desk.isWorkingDay("2026-12-24")).toBe(true);
    expect(desk.day("2026-12-25").windows).toEqual([]);
  });

  it("Christmas Eve in South Australia closes from 19:00 (Public Holidays Act 2023)", () => {
    expect(calendar("AU-SA").day("2026-12-24").windows).toEqual(["00:00-19:00"]);
  });

  it("that end before the day does close their beginning: Ash Wednesday in Brazil, optional until 14:00", () => {
    // Easter 2026 is 5 April; 46 days before it is 18 February.
    expect(calendar("BR", { types: ["optional"] }).day("2026-02-18").windows).toEqual(["14:00-24:00"]);
  });
});

describe("days that begin on the evening before", () => {
  it("Yom Kippur 5787 is 2026-09-21, not the 20th", () => {
    const days = calendar("IL").holidays("2026-09-20", "2026-09-21");
    expect(days.map(({ date }) => date)).toEqual(["2026-09-21"]);
    expect(days[0]?.name).toContain("Yom Kippur");
  });

  it("Eid al-Fitr 2026 in the Emirates: 20 to 22 March, whole days", () => {
    // 1 Shawwal 1447 is 2026-03-20 in the Umm al-Qura calendar.
    const days = calendar("AE").holidays("2026-03-15", "2026-03-25");
    expect(days.map(({ date, closed }) => [date, closed])).toEqual([
      ["2026-03-20", undefined],
      ["2026-03-21", undefined],
      ["2026-03-22", undefined],
    ]);
  });
});

describe("names", () => {
  it("are English and French where date-holidays has them", () => {
    const [holiday] = calendar("DE").day("2026-04-06").holidays;
    expect(holiday?.names).toEqual({ en: "Easter Monday", fr: "Lundi de Pâques" });
    expect(holiday?.source).toBe("date-holidays");
  });

  it("say that a day is a substitute in both", () => {
    const [holiday] = calendar("US").day("2027-12-31").holidays;
    expect(holiday?.names).toEqual({
      en: "New Year's Day (substitute day)",
      fr: "Nouvel An (jour de remplacement)",
    });
  });

  it("fall back to English, and then to the country's own", () => {
    const names = calendar("US").day("2026-11-26").holidays[0]?.names;
    expect(names?.en).toBe("Thanksgiving Day");
    expect(names?.fr).not.toBe("");
    for (const place of ["JP", "CH-GL", "ES-CT", "RU", "SA", "BR"]) {
      for (const { names: both } of calendar(place, { movedDays: "ignore" }).holidays("2026-01-01", "2026-12-31")) {
        expect([typeof both.en, typeof both.fr, both.en === "", both.fr === ""]).toEqual([
          "string",
          "string",
          false,
          false,
        ]);
      }
    }
  });
});

describe("ids", () => {
  it("are the country and the rule, as stable as the rule's text", () => {
    expect(calendar("US").day("2026-11-26").holidays[0]?.id).toBe("US/4th thursday in November");
  });

  it("reopen a holiday in every year", () => {
    const desk = calendar("US", {}, ["US/2nd monday in October"]);
    // Columbus Day: the second Monday of October.
    expect([desk.isWorkingDay("2026-10-12"), desk.isWorkingDay("2027-10-11")]).toEqual([true, true]);
    expect(desk.isWorkingDay("2026-11-26")).toBe(false);
  });

  it("are shared by a country and its states, so that a day of both is listed once", () => {
    const both = createCalendar({ ...ALL_WEEK, holidays: [dateHolidays("DE"), dateHolidays("DE", "BY")] });
    expect(both.day("2026-04-06").holidays).toHaveLength(1);
    expect(datesOf(both, 2026)).toEqual(datesOf(calendar("DE-BY"), 2026));
  });
});

describe("computing", () => {
  it("asks date-holidays for each civil year once, by its number, and never anything else", () => {
    const Holidays = createRequire(import.meta.url)("date-holidays") as { prototype: object };
    // The method belongs to the class that Holidays extends.
    const home = Object.getPrototypeOf(Holidays.prototype) as Record<string, (...args: unknown[]) => unknown>;
    const years = vi.spyOn(home, "getHolidays");
    const others = ["isHoliday", "getDayOff"].map((name) => vi.spyOn(home, name));
    try {
      // A place that no other test computes.
      const [first, second] = [calendar("PT"), calendar("PT", { to: 2050 })];
      for (const desk of [first, second, first]) {
        desk.holidays("2024-01-01", "2026-12-31");
        desk.isWorkingDay("2025-06-10");
      }
      expect(years.mock.calls.map((args) => args)).toEqual([[2023], [2024], [2025], [2026], [2027]]);
      for (const other of others) expect(other).not.toHaveBeenCalled();
    } finally {
      vi.restoreAllMocks();
    }
  });

  it("gives a year the same holidays whatever was asked before", () => {
    const forward = calendar("NO");
    const backward = calendar("NO", { types: ["public", "observance"] });
    const years = [2024, 2025, 2026, 2027];
    const dates = (desk: Calendar, order: readonly number[]) =>
      Object.fromEntries(order.map((year) => [year, JSON.stringify(desk.holidays(`${year}-01-01`, `${year}-12-31`))]));
    const all = dates(backward, [...years].reverse());
    const publicOnly = dates(forward, years);
    for (const year of years) {
      const asked = (JSON.parse(all[year]!) as { id: string }[]).map(({ id }) => id);
      for (const { id } of JSON.parse(publicOnly[year]!) as { id: string }[]) expect(asked).toContain(id);
    }
  });
});

describe("what docs/holidays.md warns of is so still; where it is not, the page is to be changed", () => {
  it.each([
    // Announced by the First Minister for 2026 alone.
    ["GB-SCT", "2026-06-15"],
    // A citizens' holiday: the day between Respect-for-the-Aged Day and the equinox (Act on National Holidays, article 3).
    ["JP", "2032-09-21"],
    // The eve of the lunar New Year of 17 February; date-holidays has the three days from that day on.
    ["KR", "2026-02-16"],
    // Christmas Day is a Saturday, Boxing Day a Sunday.
    ["CA-ON", "2027-12-27"],
  ])("%s lacks %s", (place, date) => {
    expect(calendar(place).day(date).holidays).toEqual([]);
  });
});
