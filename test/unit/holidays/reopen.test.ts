/**
 * Taking holidays out, by id and by date; several names on one date; custom days. Source: the contract's design §3
 * ("reopen"): an id takes that holiday out and the date stays closed if another remains, a date opens it.
 */

import { describe, expect, it } from "vitest";
import { type Calendar, type CalendarDefinition, createCalendar } from "../../../src/index.ts";
import { expectRefusal, make } from "../refusals.ts";

const desk = (changes: Partial<CalendarDefinition>): Calendar =>
  createCalendar({ timeZone: "Europe/Paris", week: { "mon-sun": ["09:00-17:00"] }, ...changes });

/** Names of the holidays of a date. */
const namesOn = (calendar: Calendar, date: string): string[] =>
  calendar.day(date).holidays.map((holiday) => holiday.name);

describe("reopen by id", () => {
  it("opens Whit Monday for a firm that works it, every year", () => {
    const calendar = desk({ holidays: ["FR"], reopen: ["fr.pentecost-monday"] });
    // Whit Monday: 2026-05-25, 2027-05-17 (Easter 2026-04-05 and 2027-03-28, 50 days on).
    expect([calendar.isWorkingDay("2026-05-25"), calendar.isWorkingDay("2027-05-17")]).toEqual([true, true]);
    expect(calendar.isWorkingDay("2026-05-14")).toBe(false);
    expect(calendar.holidays("2026-05-25", "2026-05-25")).toEqual([]);
    expect(calendar.holidays("2026-01-01", "2026-12-31")).toHaveLength(10);
  });

  it("leaves the date closed if another holiday remains: 2008-05-01 was Labour Day and Ascension", () => {
    const both = desk({ holidays: ["FR"] });
    expect(namesOn(both, "2008-05-01").sort()).toEqual(["Ascension Day", "Labour Day"]);
    const one = desk({ holidays: ["FR"], reopen: ["fr.ascension"] });
    expect(one.isWorkingDay("2008-05-01")).toBe(false);
    expect(namesOn(one, "2008-05-01")).toEqual(["Labour Day"]);
    const none = desk({ holidays: ["FR"], reopen: ["fr.ascension", "fr.labour-day"] });
    expect(none.isWorkingDay("2008-05-01")).toBe(true);
  });

  it("opens Good Friday in Alsace-Moselle, where it depends on the church", () => {
    // Good Friday 2026: 3 April.
    expect(desk({ holidays: ["FR-57"] }).isWorkingDay("2026-04-03")).toBe(false);
    const calendar = desk({ holidays: ["FR-57"], reopen: ["fr-57.good-friday"] });
    expect(calendar.isWorkingDay("2026-04-03")).toBe(true);
    expect(calendar.isWorkingDay("2026-12-26")).toBe(false);
  });

  it("leaves one's own closure of the date alone", () => {
    const calendar = desk({ holidays: ["FR"], reopen: ["fr.pentecost-monday"], closures: ["2026-05-25"] });
    expect(calendar.isWorkingDay("2026-05-25")).toBe(false);
  });
});

describe("reopen by date", () => {
  it("opens that date, whatever holidays it has, and no other", () => {
    const calendar = desk({ holidays: ["FR"], reopen: ["2008-05-01"] });
    expect(calendar.isWorkingDay("2008-05-01")).toBe(true);
    expect([calendar.isWorkingDay("2009-05-01"), calendar.isWorkingDay("2008-05-08")]).toEqual([false, false]);
    expect(calendar.holidays("2008-05-01", "2008-05-01")).toEqual([]);
  });

  it("gives the hours of the week, not a whole day", () => {
    expect(desk({ holidays: ["FR"], reopen: ["2026-05-25"] }).day("2026-05-25").windows).toEqual(["09:00-17:00"]);
  });

  it("of a date that is open anyway changes nothing", () => {
    expect(desk({ holidays: ["FR"], reopen: ["2026-05-26"] }).isWorkingDay("2026-05-26")).toBe(true);
  });

  it("opens a day of a list, too", () => {
    const list = { dates: ["2026-05-06", "2026-05-07"] };
    const calendar = desk({ holidays: [list], reopen: ["2026-05-06"] });
    expect([calendar.isWorkingDay("2026-05-06"), calendar.isWorkingDay("2026-05-07")]).toEqual([true, false]);
  });
});

describe("reopen is refused", () => {
  const code = "holidays.unknown-id";

  it("for an id that is none, with the near miss", () => {
    const definition = {
      timeZone: "UTC",
      week: { mon: ["09:00-12:00"] },
      holidays: ["FR"],
      reopen: ["fr.pentecost-monda"],
    };
    const expected = { code, path: ["reopen", 0], message: /did you mean "fr\.pentecost-monday"/, count: 1 };
    expectRefusal(() => make(definition), expected);
  });

  it("for a holiday that this calendar does not have", () => {
    const base = { timeZone: "UTC", week: { mon: ["09:00-12:00"] } };
    expectRefusal(() => make({ ...base, holidays: ["FR"], reopen: ["mq.abolition"] }), { code, path: ["reopen", 0] });
    expectRefusal(() => make({ ...base, reopen: ["fr.labour-day"] }), { code, path: ["reopen", 0] });
  });

  it("for what is no text", () => {
    const base = { timeZone: "UTC", week: { mon: ["09:00-12:00"] }, holidays: ["FR"] };
    for (const value of [null, 5, {}, ["fr.labour-day"]]) {
      expectRefusal(() => make({ ...base, reopen: [value] }), { code, path: ["reopen", 0] });
    }
  });
});

describe("several holidays on one date", () => {
  it("Guyane, 2019-06-10: Whit Monday and the abolition of slavery, closed once", () => {
    const calendar = desk({ holidays: ["GF"] });
    expect(namesOn(calendar, "2019-06-10").sort()).toEqual(["Abolition of Slavery", "Whit Monday"]);
    expect(calendar.isWorkingDay("2019-06-10")).toBe(false);
    expect(calendar.holidays("2019-06-10", "2019-06-10")).toHaveLength(2);
  });

  it("two sources that share their national days list each once", () => {
    const both = desk({ holidays: ["FR", "FR-57"] });
    expect(both.holidays("2026-01-01", "2026-12-31")).toEqual(
      desk({ holidays: ["FR-57"] }).holidays("2026-01-01", "2026-12-31"),
    );
    expect(both.holidays("2026-01-01", "2026-12-31")).toHaveLength(13);
  });

  it("a list's own name stands beside that of the rule", () => {
    const list = { dates: [{ date: "2026-05-25", name: "Team day" }], from: "1982-01-01", to: "2199-12-31" };
    expect(namesOn(desk({ holidays: ["FR", list] }), "2026-05-25").sort()).toEqual(["Team day", "Whit Monday"]);
  });

  it("a holiday on a weekend is lost, never moved: 2026-11-01 is a Sunday", () => {
    const calendar = desk({ holidays: ["FR"] });
    expect(namesOn(calendar, "2026-11-01")).toEqual(["All Saints' Day"]);
    expect(calendar.isWorkingDay("2026-11-02")).toBe(true);
  });
});

describe("custom days", () => {
  it("close only where their id is named", () => {
    // Good Friday 2026: 3 April. Mi-Carême 2026: Thursday 12 March.
    expect(desk({ holidays: ["MQ"] }).isWorkingDay("2026-04-03")).toBe(true);
    const martinique = desk({ holidays: ["MQ", "mq.good-friday"] });
    expect(martinique.day("2026-04-03").holidays).toMatchObject([{ id: "mq.good-friday", source: "custom" }]);
    expect(martinique.isWorkingDay("2026-07-21")).toBe(true);
    const guadeloupe = desk({ holidays: ["GP", "gp.good-friday", "gp.mi-careme", "gp.schoelcher"] });
    const dates = ["2026-03-12", "2026-04-03", "2026-07-21"];
    expect(dates.map((date) => guadeloupe.isWorkingDay(date))).toEqual([false, false, false]);
  });

  it("may stand alone, and any rule may be named by its id", () => {
    const calendar = desk({ holidays: ["fr.christmas"] });
    expect(calendar.holidays("2026-01-01", "2026-12-31").map(({ date }) => date)).toEqual(["2026-12-25"]);
  });

  it("can be taken out again", () => {
    const calendar = desk({ holidays: ["MQ", "mq.good-friday"], reopen: ["mq.good-friday"] });
    expect(calendar.isWorkingDay("2026-04-03")).toBe(true);
  });
});

describe("years in which a holiday began or ended", () => {
  it.each([
    ["GP", "1983-05-27", true],
    ["GP", "1984-05-27", false],
    ["RE", "1982-12-20", true],
    ["RE", "1983-12-20", false],
    ["MF", "2017-05-27", false],
    ["MF", "2017-05-28", true],
    ["MF", "2018-05-27", true],
    ["MF", "2018-05-28", false],
    ["PF", "1984-06-29", true],
    ["PF", "1985-06-29", false],
    ["PF", "2024-06-29", false],
    ["PF", "2025-06-29", true],
    ["PF", "2024-11-20", true],
    ["PF", "2025-11-20", false],
    ["FR", "1982-05-08", false],
  ])("%s %s: open is %s", (zone, date, open) => {
    expect(desk({ holidays: [zone] }).isWorkingDay(date)).toBe(open);
  });
});
