/**
 * Exceptions by span, and which of several holds. Source: docs/semantics.md §2, "Spans".
 */
import { describe, expect, it } from "vitest";
import { expectRefusal, make } from "../refusals.ts";

const base = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } };
const hours = (exceptions: object, ...dates: string[]): string[] => {
  const desk = make({ ...base, exceptions });
  return dates.map((date) => desk.day(date).windows.join(" "));
};

describe("a span", () => {
  it("of a range has both its ends, Sundays too", () => {
    const summer = { "2026-08-03/2026-08-14": [] };
    const dates = ["2026-07-31", "2026-08-03", "2026-08-14", "2026-08-17"];
    expect(hours(summer, ...dates)).toEqual(["09:00-17:00", "", "", "09:00-17:00"]);
    expect(hours({ "2026-08-03/2026-08-14": ["10:00-12:00"] }, "2026-08-09")).toEqual(["10:00-12:00"]);
  });

  it("without a year is of every year", () => {
    const eve = { "12-24": ["09:00-12:00"] };
    expect(hours(eve, "1999-12-24", "2026-12-24", "2150-12-24")).toEqual(Array(3).fill("09:00-12:00"));
  });

  it("of 29 February is of leap years alone", () => {
    const leap = { "02-29": ["10:00-11:00"] };
    const dates = ["2028-02-29", "2027-02-28", "2027-03-01", "2100-03-01"];
    expect(hours(leap, ...dates)).toEqual(["10:00-11:00", "", "09:00-17:00", "09:00-17:00"]);
  });

  it("of every year may go over New Year", () => {
    const winter = { "12-28/01-02": [] };
    // 28 December 2026 and 4 January 2027 are Mondays, 1 January 2027 is a Friday.
    const dates = ["2026-12-25", "2026-12-28", "2026-12-31", "2027-01-01", "2027-01-04"];
    expect(hours(winter, ...dates)).toEqual(["09:00-17:00", "", "", "", "09:00-17:00"]);
  });

  it("that ends on 29 February ends on the 28th in other years, and one that starts there on 1 March", () => {
    expect(hours({ "02-22/02-29": [] }, "2027-02-26", "2027-03-01", "2028-02-29")).toEqual(["", "09:00-17:00", ""]);
    expect(hours({ "02-29/03-02": [] }, "2027-02-26", "2027-03-01", "2028-02-29")).toEqual(["09:00-17:00", "", ""]);
  });

  it("may give hours by weekday; a weekday that is not named is closed", () => {
    const summer = { "2026-08-03/2026-08-14": { "mon-wed": ["09:00-12:00"] } };
    expect(hours(summer, "2026-08-03", "2026-08-06", "2026-08-08")).toEqual(["09:00-12:00", "", ""]);
  });
});

describe("of several exceptions for a date", () => {
  const all = {
    "12-20/12-31": ["04:00-05:00"],
    "12-24": ["03:00-04:00"],
    "2026-12-21/2026-12-29": ["02:00-03:00"],
    "2026-12-24": ["01:00-02:00"],
  };
  const without = (...keys: string[]): object =>
    Object.fromEntries(Object.entries(all).filter(([key]) => !keys.includes(key)));

  it("one date comes over a range, a range over a yearly date, that over a yearly range", () => {
    expect(hours(all, "2026-12-24")).toEqual(["01:00-02:00"]);
    expect(hours(without("2026-12-24"), "2026-12-24")).toEqual(["02:00-03:00"]);
    expect(hours(without("2026-12-24", "2026-12-21/2026-12-29"), "2026-12-24")).toEqual(["03:00-04:00"]);
    expect(hours({ "12-20/12-31": ["04:00-05:00"] }, "2026-12-24")).toEqual(["04:00-05:00"]);
  });

  it("the order of the keys does not matter", () => {
    const reversed = Object.fromEntries(Object.entries(all).reverse());
    const dates = ["2026-12-20", "2026-12-22", "2026-12-24", "2027-12-24", "2027-12-22"];
    expect(hours(reversed, ...dates)).toEqual(hours(all, ...dates));
    expect(hours(all, ...dates)).toEqual(["04:00-05:00", "02:00-03:00", "01:00-02:00", "03:00-04:00", "04:00-05:00"]);
  });

  it("two ranges, or two yearly ranges, that share a date are refused with both", () => {
    const refused = (exceptions: object) => () => make({ ...base, exceptions });
    expectRefusal(refused({ "2026-08-03/2026-08-14": [], "2026-08-14/2026-08-20": [] }), {
      code: "schedule.overlap",
      path: ["exceptions", "2026-08-14/2026-08-20"],
      message: /"2026-08-03\/2026-08-14" and "2026-08-14\/2026-08-20" both have 2026-08-14/,
    });
    expectRefusal(refused({ "12-20/01-05": [], "01-05/01-07": [] }), {
      code: "schedule.overlap",
      path: ["exceptions", "01-05/01-07"],
      message: /both have 01-05/,
    });
    const both = { "2026-08-03": [], "2026-08-03/2026-08-03": ["09:00-10:00"] };
    expect(hours(both, "2026-08-03")).toEqual([""]);
  });
});

describe("what is no span is refused", () => {
  it.each([
    ["2026-08-14/2026-08-03", /from is after its to/],
    ["2026-08-14/08-20", /"12-27\/01-02"/],
    ["02-30", /no|not a date/],
    ["2026-02-29/2026-03-01", /not a date/],
    ["12-24/12-25/12-26", /not a date/],
    ["/", /not a date/],
    ["2026-08", /not a date/],
  ])("%s", (key, message) => {
    const expected = { code: "schedule.bad-date", path: ["exceptions", key], message, count: 1 };
    expectRefusal(() => make({ ...base, exceptions: { [key]: [] } }), expected);
  });

  it("hours by weekday with a weekday that is not known, or none at all", () => {
    const refused = (value: unknown) => () => make({ ...base, exceptions: { "12-24": value } });
    expectRefusal(refused({ monday: ["09:00-12:00"] }), {
      code: "schedule.unknown-day",
      path: ["exceptions", "12-24", "monday"],
    });
    expectRefusal(refused({}), { code: "schedule.bad-window", path: ["exceptions", "12-24"] });
  });

  it("as the ends of a closure: one dated and one of every year", () => {
    const refused = (from: string, to: string) => () => make({ ...base, closures: [{ from, to }] });
    expectRefusal(refused("2026-12-24", "01-02"), { code: "schedule.bad-closure", path: ["closures", 0] });
    expect(make({ ...base, closures: [{ from: "12-28", to: "01-02" }] }).isWorkingDay("2027-01-01")).toBe(false);
  });
});
