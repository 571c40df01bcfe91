/**
 * Reach: the civil dates for which the holidays are known. Source: the contract's semantics §3. A question beyond it is
 * the error calendar.beyond-reach, with the first date outside and the last one known.
 */

import { describe, expect, it } from "vitest";
import { type Calendar, type CalendarDefinition, createCalendar } from "../../../src/index.ts";
import { expectRefusal, make } from "../refusals.ts";

const week = { "mon-sun": ["09:00-17:00"] };
const desk = (changes: Partial<CalendarDefinition<string>>): Calendar =>
  createCalendar({ timeZone: "Europe/Paris", week, ...changes });

const code = "calendar.beyond-reach";

describe("reach", () => {
  it("of a calendar without holidays is the supported years", () => {
    expect(desk({}).reach).toEqual({ from: "1900-01-01", to: "2199-12-31" });
    expect(desk({ holidays: [] }).reach).toEqual({ from: "1900-01-01", to: "2199-12-31" });
  });

  it("of France is 1982 to 2199, of every zone and of an id", () => {
    for (const source of ["FR", "FR-57", "GP", "FR-WF", "mq.good-friday"]) {
      expect(desk({ holidays: [source] }).reach).toEqual({ from: "1982-01-01", to: "2199-12-31" });
    }
  });

  it("of a list is the whole civil years from its first to its last date, in any order", () => {
    expect(desk({ holidays: [{ dates: ["2026-12-25", "2025-05-01"] }] }).reach).toEqual({
      from: "2025-01-01",
      to: "2026-12-31",
    });
  });

  it("of a list is what it says, to the date", () => {
    const list = { dates: ["2026-05-01"], from: "2026-04-15", to: "2027-01-31" };
    expect(desk({ holidays: [list] }).reach).toEqual({ from: "2026-04-15", to: "2027-01-31" });
    const half = { dates: ["2026-05-01"], to: "2026-06-30" };
    expect(desk({ holidays: [half] }).reach).toEqual({ from: "2026-01-01", to: "2026-06-30" });
  });

  it("of several sources is their intersection", () => {
    const holidays = ["FR", { dates: ["2024-05-02", "2030-05-02"] }, { dates: ["2020-05-02", "2026-05-02"] }];
    expect(desk({ holidays }).reach).toEqual({ from: "2024-01-01", to: "2026-12-31" });
    const old = { dates: ["1950-05-02"], to: "1990-12-31" };
    expect(desk({ holidays: ["FR", old] }).reach).toEqual({ from: "1982-01-01", to: "1990-12-31" });
  });

  it("never goes beyond the supported years", () => {
    const wide = { dates: [], from: "1800-01-01", to: "2500-12-31" };
    expect(desk({ holidays: [wide] }).reach).toEqual({ from: "1900-01-01", to: "2199-12-31" });
  });

  it("of sources that share no date is refused at once", () => {
    const holidays = [{ dates: ["2024-05-02"] }, { dates: ["2026-05-02"] }];
    expectRefusal(() => make({ timeZone: "UTC", week, holidays }), { code: "holidays.no-reach", path: ["holidays"] });
  });

  it("is not shortened by closures, exceptions and reopened dates", () => {
    const own = { closures: ["1910-01-01"], exceptions: { "2190-01-01": [] }, reopen: ["1920-01-01"] };
    expect(desk({ holidays: ["FR"], ...own }).reach).toEqual({ from: "1982-01-01", to: "2199-12-31" });
  });
});

describe("at the ends of the reach of France", () => {
  const france = desk({ holidays: ["FR"] });

  it("the first instant of 1982 in Paris is known, the one before is not", () => {
    expect(france.isOpen("1982-01-01T00:00:00.000+01:00")).toBe(false);
    const expected = { code, message: /1981-12-31.*1982-01-01/ };
    expectRefusal(() => france.isOpen("1981-12-31T23:59:59.999+01:00"), expected);
  });

  it("the last instant of 2199 is known, and a search that goes on from it is not answered", () => {
    expect(france.isOpen("2199-12-31T23:59:59.999+01:00")).toBe(false);
    const expected = { code, message: /2200-01-01.*2199-12-31/ };
    expectRefusal(() => france.nextOpen("2199-12-31T23:59:59.999+01:00"), expected);
  });

  it("an instant of 2200 is outside the supported years", () => {
    expectRefusal(() => france.isOpen("2200-01-01T00:00+01:00"), { code: "time.out-of-range" });
  });
});

describe("a question that reads beyond the reach", () => {
  const year = desk({ holidays: [{ dates: ["2026-05-01"] }] });
  const after = { code, message: /2027-01-01.*2026-12-31/ };
  const before = { code, message: /2025-12-31.*2026-01-01/ };

  it.each<[string, () => unknown]>([
    ["nextOpen", () => year.nextOpen("2026-12-31T18:00+01:00")],
    ["nextChange", () => year.nextChange("2026-12-31T18:00+01:00")],
    ["nextClose", () => year.nextClose("2026-12-31T18:00+01:00")],
    ["add", () => year.add("2026-12-31T16:00+01:00", "PT2H")],
    ["add, far edge", () => year.add("2026-12-31T16:00+01:00", "PT1H", { edge: "far" })],
    ["elapsed", () => year.elapsed("2026-12-31T16:00+01:00", "2027-01-01T00:00:00.001+01:00")],
    ["windows", () => year.windows("2026-12-31T16:00+01:00", "2027-01-02T00:00+01:00")],
    ["segments", () => year.segments("2026-12-31T16:00+01:00", "2027-01-02T00:00+01:00")],
    ["explain", () => year.explain("2026-12-31T16:00+01:00", "PT2H")],
    ["addWorkingDays", () => year.addWorkingDays("2026-12-31", 1)],
    ["workingDaysBetween", () => year.workingDaysBetween("2026-12-31", "2027-01-02")],
    ["holidays", () => year.holidays("2026-12-31", "2027-01-01")],
    ["isWorkingDay", () => year.isWorkingDay("2027-01-01")],
    ["day", () => year.day("2027-01-01")],
  ])("%s: is refused with the first date after it and the last one known", (_, ask) => {
    expectRefusal(ask, after);
  });

  it.each<[string, () => unknown]>([
    ["previousOpen", () => year.previousOpen("2026-01-01T08:00+01:00")],
    ["previousClose", () => year.previousClose("2026-01-01T08:00+01:00")],
    ["subtract", () => year.subtract("2026-01-01T10:00+01:00", "PT2H")],
    ["elapsed", () => year.elapsed("2025-12-31T23:00+01:00", "2026-01-02T00:00+01:00")],
    ["addWorkingDays", () => year.addWorkingDays("2026-01-01", -1)],
    ["isWorkingDay", () => year.isWorkingDay("2025-12-31")],
  ])("%s: is refused with the last date before it", (_, ask) => {
    expectRefusal(ask, before);
  });

  it("is refused with the date that it asks about, however far away", () => {
    expectRefusal(() => year.isOpen("2020-05-04T10:00+02:00"), { code, message: /2020-05-04/ });
    expectRefusal(() => year.holidays("2020-05-04", "2020-05-04"), { code, message: /2020-05-04/ });
    expectRefusal(() => year.day("2020-05-04"), { code, message: /2020-05-04/ });
    expectRefusal(() => year.isWorkingDay("2030-05-06"), { code, message: /2030-05-06/ });
    expectRefusal(() => year.addWorkingDays("2030-05-06", 1), { code, message: /2030-05-06/ });
    expectRefusal(() => year.workingDaysBetween("2020-05-04", "2020-06-04"), { code, message: /2020-05-04/ });
  });

  it("is answered while its end, exclusive, is the first instant outside", () => {
    const midnight = "2027-01-01T00:00+01:00";
    expect(year.elapsed("2026-12-31T00:00+01:00", midnight).toISO()).toBe("PT8H");
    expect(year.windows("2026-12-31T00:00+01:00", midnight)).toHaveLength(1);
    expect(year.segments("2026-12-31T00:00+01:00", midnight)).toHaveLength(3);
    expect(year.workingDaysBetween("2026-12-30", "2027-01-01")).toBe(2);
  });

  it("is answered when the roll stays in a month that is known", () => {
    const closed = desk({ holidays: [{ dates: ["2026-12-31"] }] });
    expect(closed.addWorkingDays("2026-12-31", 0, { roll: "modifiedfollowing" })).toBe("2026-12-30");
    const first = desk({ holidays: [{ dates: ["2026-01-01"] }] });
    expect(first.addWorkingDays("2026-01-01", 0, { roll: "modifiedpreceding" })).toBe("2026-01-02");
  });

  it("reads the date before, where a window can pass midnight", () => {
    const nights = createCalendar({
      timeZone: "Europe/Paris",
      week: { "mon-sun": ["22:00-06:00"] },
      holidays: [{ dates: ["2026-05-01"] }],
    });
    expectRefusal(() => nights.isOpen("2026-01-01T12:00+01:00"), before);
    expect(nights.isOpen("2026-01-02T05:00+01:00")).toBe(true);
  });
});

describe("names of zones", () => {
  const holidays2026 = (zone: string): unknown => desk({ holidays: [zone] }).holidays("2026-01-01", "2026-12-31");

  it.each(["GP", "MQ", "GF", "RE", "YT", "BL", "MF", "PM", "NC", "PF", "WF"])("FR-%s is the same zone", (zone) => {
    expect(holidays2026(`FR-${zone}`)).toEqual(holidays2026(zone));
  });

  it.each([["fr"], ["FR-FR"], ["FR-75"], ["FRA"], ["FR-XX"], ["57"], ["US"], ["gp"], ["FR-gp"], ["FR-FR-57"], [""]])(
    "%j is none",
    (zone) => {
      const expected = {
        code: "holidays.unknown-source",
        path: ["holidays", 0],
        message: /known|did you mean/,
        count: 1,
      };
      expectRefusal(() => make({ timeZone: "UTC", week, holidays: [zone] }), expected);
    },
  );

  it("the zone of the holidays and the time zone of the desk are independent", () => {
    const tokyo = make({ timeZone: "Asia/Tokyo", week, holidays: ["FR"] });
    expect(tokyo.isWorkingDay("2026-07-14")).toBe(false);
  });
});
