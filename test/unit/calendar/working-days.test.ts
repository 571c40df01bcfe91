/**
 * Working days, with numpy's rolls.
 *
 * Sources: the examples of numpy's documentation ("Datetimes and timedeltas", busday_offset, busday_count, is_busday);
 * for the modified rolls, numpy 2.4.6 itself. The count of a reversed period is the contract's own (semantics §4).
 */

import { describe, expect, it } from "vitest";
import { createCalendar, type Roll } from "../../../src/index.ts";
import { expectRefusal } from "../refusals.ts";

const hours = ["09:00-17:00"];
const weekdays = createCalendar({ timeZone: "UTC", week: { "mon-fri": hours } });

describe("addWorkingDays answers as numpy's busday_offset", () => {
  it.each<[date: string, count: number, roll: Roll, answer: string]>([
    ["2011-06-23", 1, "raise", "2011-06-24"],
    ["2011-06-23", 2, "raise", "2011-06-27"],
    ["2011-06-25", 0, "forward", "2011-06-27"],
    ["2011-06-25", 2, "forward", "2011-06-29"],
    ["2011-06-25", 0, "backward", "2011-06-24"],
    ["2011-06-25", 2, "backward", "2011-06-28"],
    // The first business day on or after a date, and strictly after one.
    ["2011-03-20", 0, "forward", "2011-03-21"],
    ["2011-03-22", 0, "forward", "2011-03-22"],
    ["2011-03-20", 1, "backward", "2011-03-21"],
    ["2011-03-22", 1, "backward", "2011-03-23"],
    // The first business day of October 2011, the last one of February 2012.
    ["2011-10-01", 0, "forward", "2011-10-03"],
    ["2012-03-01", -1, "forward", "2012-02-29"],
    // 2010-10-30 is a Saturday before a Monday of another month, 2010-05-01 one after a Friday of another month.
    ["2010-10-30", 0, "following", "2010-11-01"],
    ["2010-10-30", 0, "preceding", "2010-10-29"],
    ["2010-10-30", 0, "modifiedfollowing", "2010-10-29"],
    ["2010-10-30", 1, "modifiedfollowing", "2010-11-01"],
    ["2010-10-30", -1, "modifiedfollowing", "2010-10-28"],
    ["2010-10-30", 0, "modifiedpreceding", "2010-10-29"],
    ["2010-05-01", 0, "modifiedfollowing", "2010-05-03"],
    ["2010-05-01", 0, "modifiedpreceding", "2010-05-03"],
    ["2010-05-01", 1, "modifiedpreceding", "2010-05-04"],
    ["2010-05-01", -1, "forward", "2010-04-30"],
    ["2010-10-16", 0, "modifiedfollowing", "2010-10-18"],
    ["2010-10-16", 0, "modifiedpreceding", "2010-10-15"],
  ])("%s, %i, %s: %s", (date, count, roll, answer) => {
    expect(weekdays.addWorkingDays(date, count, { roll })).toBe(answer);
  });

  it("in its weekmasks: the third Wednesday of January 2011, Mother's Day 2012", () => {
    const wednesdays = createCalendar({ timeZone: "UTC", week: { wed: hours } });
    expect(wednesdays.addWorkingDays("2011-01-01", 2, { roll: "forward" })).toBe("2011-01-19");
    const sundays = createCalendar({ timeZone: "UTC", week: { sun: hours } });
    expect(sundays.addWorkingDays("2012-05-01", 1, { roll: "forward" })).toBe("2012-05-13");
  });

  it("rolls forward unless told otherwise", () => {
    expect(weekdays.addWorkingDays("2011-06-25", 2)).toBe("2011-06-29");
    expect(weekdays.addWorkingDays("2011-06-25", 2, {})).toBe("2011-06-29");
  });

  it('raises where numpy does: roll "raise" on a Saturday', () => {
    expectRefusal(() => weekdays.addWorkingDays("2011-06-25", 2, { roll: "raise" }), {
      code: "calendar.not-a-working-day",
      path: ["date"],
      message: /2011-06-25 is not a working day/,
    });
  });
});

describe("isWorkingDay answers as numpy's is_busday", () => {
  it("on a Friday and a Saturday, and where the weekend works", () => {
    expect(weekdays.isWorkingDay("2011-07-15")).toBe(true);
    expect(weekdays.isWorkingDay("2011-07-16")).toBe(false);
    expect(createCalendar({ timeZone: "UTC", week: { "sat,sun": hours } }).isWorkingDay("2011-07-16")).toBe(true);
  });

  it("through a week, Monday to Sunday", () => {
    const week = ["11", "12", "13", "14", "15", "16", "17"].map((day) => `2011-07-${day}`);
    expect(week.map((date) => weekdays.isWorkingDay(date))).toEqual([true, true, true, true, true, false, false]);
  });

  it("with holidays", () => {
    const list = { dates: ["2011-07-01", "2011-07-04", "2011-07-17"] };
    const desk = createCalendar({ timeZone: "UTC", week: { "mon-fri": hours }, holidays: [list] });
    const dates = ["2011-07-01", "2011-07-02", "2011-07-18"];
    expect(dates.map((date) => desk.isWorkingDay(date))).toEqual([false, false, true]);
  });
});

describe("workingDaysBetween", () => {
  it("answers as numpy's busday_count", () => {
    expect(weekdays.workingDaysBetween("2011-01-01", "2011-02-01")).toBe(21);
    expect(weekdays.workingDaysBetween("2011-01-01", "2012-01-01")).toBe(260);
    expect(weekdays.workingDaysBetween("2011-07-11", "2011-07-18")).toBe(5);
    expect(weekdays.workingDaysBetween("2011-07-18", "2011-07-11")).toBe(-5);
    const saturdays = createCalendar({ timeZone: "UTC", week: { sat: hours } });
    expect(saturdays.workingDaysBetween("2011-01-01", "2012-01-01")).toBe(53);
  });

  it("counts [from, to), and minus [to, from) when to is earlier", () => {
    expect(weekdays.workingDaysBetween("2011-07-15", "2011-07-16")).toBe(1);
    expect(weekdays.workingDaysBetween("2011-07-16", "2011-07-15")).toBe(-1);
    expect(weekdays.workingDaysBetween("2011-07-16", "2011-07-18")).toBe(0);
    expect(Object.is(weekdays.workingDaysBetween("2011-07-18", "2011-07-16"), 0)).toBe(true);
    expect(weekdays.workingDaysBetween("2011-07-15", "2011-07-15")).toBe(0);
  });

  it("crosses years", () => {
    expect(weekdays.workingDaysBetween("2010-12-31", "2011-01-04")).toBe(2);
    expect(weekdays.workingDaysBetween("2011-01-01", "2013-01-01")).toBe(260 + 261);
  });
});

describe("a working day is a date on which some open time starts", () => {
  const nights = createCalendar({
    timeZone: "Europe/Paris",
    week: { fri: ["22:00-06:00"] },
    exceptions: { "2026-05-20": ["12:00-13:00"], "2026-05-22": [] },
  });

  it("not the one on which a tail ends", () => {
    expect([nights.isWorkingDay("2026-05-15"), nights.isWorkingDay("2026-05-16")]).toEqual([true, false]);
  });

  it("an exception makes one, or takes one", () => {
    expect([nights.isWorkingDay("2026-05-20"), nights.isWorkingDay("2026-05-22")]).toEqual([true, false]);
    expect(nights.addWorkingDays("2026-05-15", 2)).toBe("2026-05-29");
    expect(nights.addWorkingDays("2026-05-29", -2)).toBe("2026-05-15");
  });
});

describe("addWorkingDays refuses", () => {
  it.each([[1.5], [Number.NaN], [Number.POSITIVE_INFINITY], ["3"], [null], [undefined], [3n], [2 ** 53]])(
    "%s as a count",
    (count) => {
      const expected = { code: "calendar.bad-option", path: ["count"], message: /whole number of days/ };
      expectRefusal(() => weekdays.addWorkingDays("2011-06-23", count as never), expected);
    },
  );

  it.each([["nat"], ["Forward"], [""], ["constructor"], [null], [5]])(
    "%j as a roll, and names those there are",
    (roll) => {
      const expected = { code: "calendar.bad-option", path: ["roll"], message: /is no roll/ };
      const error = expectRefusal(() => weekdays.addWorkingDays("2011-06-23", 1, { roll: roll as never }), expected);
      expect(error.issues[0]?.expected).toContain("modifiedfollowing");
    },
  );
});
