/**
 * The oracle's layers of one date, each example worked out by hand from docs/semantics.md §2.
 */

import { describe, expect, it } from "vitest";
import { dayNumber, timeOf } from "./civil.ts";
import { canPassMidnight, openWindowsOfDay, windowsOfDay } from "./day.ts";
import type { Definition } from "./definition.ts";
import { weekdaysOfKey } from "./week.ts";

// 2026-12-24 is a Thursday.
const desk: Definition = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "22:00-06:00"] } };
const all = ["09:00-12:00", "22:00-30:00"];

function hours(changes: Partial<Definition>, date = "2026-12-24"): string[] {
  return windowsOfDay({ ...desk, ...changes }, dayNumber(date)).map(
    ({ startMin, endMin }) => `${timeOf(startMin)}-${timeOf(endMin)}`,
  );
}

describe("layers", () => {
  it("weekly hours, and none on other days", () => {
    expect(hours({})).toEqual(all);
    expect(hours({}, "2026-12-26")).toEqual([]);
  });

  it("a holiday or a closure closes the date, and with it the night that starts on it", () => {
    expect(hours({ holidays: [{ dates: ["2026-12-24"] }] })).toEqual([]);
    expect(hours({ holidays: [{ dates: [{ date: "2026-12-24", name: "Christmas Eve" }] }] })).toEqual([]);
    expect(hours({ closures: ["2026-12-24"] })).toEqual([]);
  });

  it("a reopened date has its weekly hours", () => {
    expect(hours({ holidays: [{ dates: ["2026-12-24"] }], closures: ["2026-12-24"], reopen: ["2026-12-24"] })).toEqual(
      all,
    );
  });

  it("an id takes its holiday out, and nothing else that closes the date", () => {
    // 2026-05-25 is Whit Monday.
    const whitMonday = { holidays: ["FR"], reopen: ["fr.pentecost-monday"] };
    expect(hours({ holidays: ["FR"] }, "2026-05-25")).toEqual([]);
    expect(hours(whitMonday, "2026-05-25")).toEqual(all);
    expect(hours(whitMonday, "2026-05-14")).toEqual([]);
    expect(hours({ ...whitMonday, closures: ["05-25"] }, "2026-05-25")).toEqual([]);
    expect(hours({ ...whitMonday, holidays: ["FR", { dates: ["2026-05-25"] }] }, "2026-05-25")).toEqual([]);
    expect(hours({ ...whitMonday, closures: [{ date: "05-25", from: "00:00", to: "11:00" }] }, "2026-05-25")).toEqual([
      "11:00-12:00",
      "22:00-30:00",
    ]);
  });

  it("an exception replaces everything, opening or closing", () => {
    expect(hours({ holidays: [{ dates: ["2026-12-24"] }], exceptions: { "2026-12-24": ["10:00-11:00"] } })).toEqual([
      "10:00-11:00",
    ]);
    expect(hours({ exceptions: { "2026-12-24": [] } })).toEqual([]);
    expect(hours({ exceptions: { "2026-12-26": ["10:00-11:00"] } }, "2026-12-26")).toEqual(["10:00-11:00"]);
    expect(hours({ exceptions: { "2026-12-24": [] }, reopen: ["2026-12-24"] })).toEqual([]);
  });
});

describe("closures", () => {
  it("are spans of each kind", () => {
    for (const closure of ["2026-12-24", "2026-12-20/2026-12-24", "12-24", "12-24/01-02"]) {
      expect(hours({ closures: [closure] })).toEqual([]);
      expect(hours({ closures: [{ date: closure }] })).toEqual([]);
    }
    for (const closure of ["2026-12-23", "2026-12-20/2026-12-23", "12-25", "12-25/01-02"]) {
      expect(hours({ closures: [closure] })).toEqual(all);
      expect(hours({ closures: [{ date: closure }] })).toEqual(all);
    }
  });

  it("from one date to another, or from one day of every year to another", () => {
    expect(hours({ closures: [{ from: "2026-12-20", to: "2026-12-24" }] })).toEqual([]);
    expect(hours({ closures: [{ from: "2026-12-20", to: "2026-12-23" }] })).toEqual(all);
    expect(hours({ closures: [{ from: "12-24", to: "01-02", name: "Christmas" }] })).toEqual([]);
    // 2027-01-01 is a Friday, 2027-01-04 a Monday.
    expect(hours({ closures: [{ from: "12-24", to: "01-02" }] }, "2027-01-01")).toEqual([]);
    expect(hours({ closures: [{ from: "12-24", to: "01-02" }] }, "2027-01-04")).toEqual(all);
  });

  it("may overlap", () => {
    expect(hours({ closures: ["2026-12-20/2026-12-24", "2026-12-24/2026-12-26", "12-24"] })).toEqual([]);
  });
});

describe("part-day closures", () => {
  const part = (from: string, to: string, date = "2026-12-24"): Partial<Definition> => ({
    closures: [{ date, from, to }],
  });

  it("cut the windows of their own date; their 24:00 cuts the night as well", () => {
    expect(hours(part("11:00", "24:00"))).toEqual(["09:00-11:00"]);
    expect(hours(part("11:00", "23:00"))).toEqual(["09:00-11:00", "23:00-30:00"]);
    expect(hours(part("23:00", "24:00"))).toEqual(["09:00-12:00", "22:00-23:00"]);
    expect(hours(part("22:30", "23:59"))).toEqual(["09:00-12:00", "22:00-22:30", "23:59-30:00"]);
    expect(hours(part("00:00", "24:00"))).toEqual([]);
    expect(hours(part("12:00", "22:00"))).toEqual(all);
  });

  it("leave the night before alone", () => {
    // 01:00 of the 24th belongs to the night of the 23rd, which this closure does not touch; on the 24th it cuts nothing.
    expect(hours(part("00:00", "05:00"), "2026-12-23")).toEqual(all);
    expect(hours(part("00:00", "05:00"))).toEqual(all);
  });

  it("hold on every date of their span", () => {
    for (const date of ["12-24", "12-20/01-02", "2026-12-20/2026-12-24"])
      expect(hours(part("10:00", "24:00", date))).toEqual(["09:00-10:00"]);
    // 2027-01-01 is a Friday.
    expect(hours(part("10:00", "24:00", "12-20/01-02"), "2027-01-01")).toEqual(["09:00-10:00"]);
    expect(hours(part("10:00", "24:00", "12-20/12-31"), "2027-01-01")).toEqual(all);
  });

  it("come from lists of holidays too, whose other dates stay closed whole", () => {
    const holidays = [{ dates: [{ date: "2026-12-24", name: "Christmas Eve", closed: "11:00-24:00" }, "2026-12-25"] }];
    expect(hours({ holidays })).toEqual(["09:00-11:00"]);
    expect(hours({ holidays }, "2026-12-25")).toEqual([]);
  });

  it("add up, whatever they come from and however they overlap", () => {
    expect(
      hours({
        holidays: [{ dates: [{ date: "2026-12-24", closed: "10:00-11:00" }] }],
        closures: [
          { date: "12-24", from: "09:30", to: "10:15" },
          { date: "2026-12-24", from: "11:30", to: "24:00" },
        ],
      }),
    ).toEqual(["09:00-09:30", "11:00-11:30"]);
  });

  it("add nothing to a date that is closed whole", () => {
    expect(hours({ closures: ["2026-12-24", { date: "2026-12-24", from: "09:00", to: "10:00" }] })).toEqual([]);
  });

  it("do not touch an exception", () => {
    expect(hours({ ...part("11:00", "24:00"), exceptions: { "2026-12-24": ["10:00-13:00"] } })).toEqual([
      "10:00-13:00",
    ]);
  });

  it("are taken away, whole closings with them, where the date is reopened", () => {
    const reopen = ["2026-12-24"];
    expect(hours({ ...part("11:00", "24:00"), reopen })).toEqual(all);
    expect(
      hours({
        holidays: [{ dates: [{ date: "2026-12-24", closed: "11:00-24:00" }] }, { dates: ["2026-12-24"] }],
        closures: ["12-24", { date: "12-20/12-31", from: "09:00", to: "10:00" }],
        reopen,
      }),
    ).toEqual(all);
  });
});

describe("exceptions", () => {
  const spans = {
    "2026-12-24": ["01:00-02:00"],
    "2026-12-20/2026-12-26": ["02:00-03:00"],
    "12-24": ["03:00-04:00"],
    "12-20/01-06": ["04:00-05:00"],
  };
  const without = (...keys: string[]): Definition["exceptions"] =>
    Object.fromEntries(Object.entries(spans).filter(([key]) => !keys.includes(key)));

  it("one date over a range, a range over a yearly date, a yearly date over a yearly range", () => {
    expect(hours({ exceptions: without() })).toEqual(["01:00-02:00"]);
    expect(hours({ exceptions: without("2026-12-24") })).toEqual(["02:00-03:00"]);
    expect(hours({ exceptions: without("2026-12-24", "2026-12-20/2026-12-26") })).toEqual(["03:00-04:00"]);
    expect(hours({ exceptions: without("2026-12-24", "2026-12-20/2026-12-26", "12-24") })).toEqual(["04:00-05:00"]);
  });

  it("hold on the other dates of their spans, in whatever order they are written", () => {
    const reversed = Object.fromEntries(Object.entries(spans).reverse());
    for (const exceptions of [spans, reversed]) {
      expect(hours({ exceptions }, "2026-12-26")).toEqual(["02:00-03:00"]);
      expect(hours({ exceptions }, "2027-12-24")).toEqual(["03:00-04:00"]);
      expect(hours({ exceptions }, "2026-12-27")).toEqual(["04:00-05:00"]);
      expect(hours({ exceptions }, "2027-01-06")).toEqual(["04:00-05:00"]);
      // 2027-01-07 is a Thursday.
      expect(hours({ exceptions }, "2027-01-07")).toEqual(all);
    }
  });

  it("by weekday, close the weekdays that are not named", () => {
    const exceptions = { "2026-12-21/2026-12-27": { "mon-thu": ["10:00-11:00"], sat: ["08:00-09:00"], fri: [] } };
    expect(hours({ exceptions })).toEqual(["10:00-11:00"]);
    expect(hours({ exceptions }, "2026-12-25")).toEqual([]);
    expect(hours({ exceptions }, "2026-12-26")).toEqual(["08:00-09:00"]);
    expect(hours({ exceptions }, "2026-12-27")).toEqual([]);
  });

  it("by weekday, hold on holidays, closures and parts of a day too", () => {
    const exceptions = { "12-20/12-31": { "mon-fri": ["10:00-11:00"] } };
    const closures = ["12-24", { date: "12-24", from: "10:30", to: "24:00" }];
    expect(hours({ exceptions, closures, holidays: [{ dates: ["2026-12-24"] }] })).toEqual(["10:00-11:00"]);
  });

  it("a list opens all dates of its span, Sundays included", () => {
    expect(hours({ exceptions: { "2026-12-21/2026-12-27": ["10:00-11:00"] } }, "2026-12-27")).toEqual(["10:00-11:00"]);
  });

  it("on 29 February, in leap years alone", () => {
    // 2028-02-29 is a Tuesday, and so are 2028-02-22 and 2027-03-02.
    expect(hours({ exceptions: { "02-29": [] } }, "2028-02-29")).toEqual([]);
    expect(hours({ exceptions: { "02-29": [] } }, "2028-02-22")).toEqual(all);
    expect(hours({ exceptions: { "02-29/03-01": [] } }, "2027-03-01")).toEqual([]);
    expect(hours({ exceptions: { "02-29/03-01": [] } }, "2027-03-02")).toEqual(all);
  });
});

describe("the night that the closures of the next date leave", () => {
  // All have the night of Thursday 2026-12-24, 22:00 to 30:00, which is 06:00 of Friday the 25th.
  const left = (changes: Partial<Definition>): string[] =>
    openWindowsOfDay({ ...desk, ...changes }, dayNumber("2026-12-24")).map(
      ({ startMin, endMin }) => `${timeOf(startMin)}-${timeOf(endMin)}`,
    );
  const part = { date: "2026-12-25", from: "00:30", to: "01:00" };
  const cut = ["09:00-12:00", "22:00-24:30", "25:00-30:00"];

  it("lacks their civil time, from a list of holidays too", () => {
    expect(left({})).toEqual(all);
    expect(left({ closures: [part] })).toEqual(cut);
    expect(left({ closures: [{ ...part, from: "00:00", to: "24:00" }] })).toEqual(["09:00-12:00", "22:00-24:00"]);
    expect(left({ holidays: [{ dates: [{ date: "2026-12-25", closed: "00:30-01:00" }] }] })).toEqual(cut);
  });

  it("lacks it whatever else the next date says, and whatever gave the night", () => {
    expect(left({ closures: [part], reopen: ["2026-12-25"] })).toEqual(cut);
    expect(left({ closures: [part], exceptions: { "2026-12-25": ["00:00-24:00"] } })).toEqual(cut);
    expect(left({ closures: [part, "2026-12-25"] })).toEqual(cut);
    expect(left({ closures: [part], exceptions: { "2026-12-24": ["23:00-01:30"] } })).toEqual([
      "23:00-24:30",
      "25:00-25:30",
    ]);
  });

  it("lacks nothing for a whole closure of the next date, nor for a part of its own", () => {
    expect(left({ closures: ["2026-12-25", { ...part, date: "2026-12-24" }] })).toEqual(all);
  });

  it("goes by the rules in force on the next date", () => {
    expect(left({ versions: [{ from: "2026-12-25", closures: [part] }] })).toEqual(cut);
    expect(left({ versions: [{ from: "2026-12-24", closures: [part] }, { from: "2026-12-25" }] })).toEqual(all);
  });
});

describe("keys and midnights", () => {
  it("a range of weekdays wraps", () => {
    expect(weekdaysOfKey("fri-mon")).toEqual([4, 5, 6, 0]);
    expect(weekdaysOfKey("sat,sun")).toEqual([5, 6]);
  });

  it("a window up to midnight does not pass it, however it is written", () => {
    const week = (window: string): Definition => ({ ...desk, week: { mon: [window] } });
    expect(canPassMidnight(week("18:00-24:00"))).toBe(false);
    expect(canPassMidnight(week("18:00-00:00"))).toBe(false);
    expect(canPassMidnight(week("18:00-00:01"))).toBe(true);
  });

  it("any window counts: of an exception, of a version, by weekday", () => {
    const day: Definition = { timeZone: "UTC", week: { mon: ["09:00-17:00"] } };
    const night = ["22:00-06:00"];
    expect(canPassMidnight({ ...day, exceptions: { "12-24": night } })).toBe(true);
    expect(canPassMidnight({ ...day, exceptions: { "12-24/12-31": { sun: night } } })).toBe(true);
    expect(canPassMidnight({ ...day, versions: [{ from: "2026-07-01", week: { sun: night } }] })).toBe(true);
    const inVersion = { from: "2026-07-01", exceptions: { "12-24/12-31": { sun: night } } };
    expect(canPassMidnight({ ...day, versions: [inVersion] })).toBe(true);
    expect(
      canPassMidnight({ ...day, versions: [{ from: "2026-07-01", exceptions: { "12-24": ["22:00-24:00"] } }] }),
    ).toBe(false);
    // What a closure leaves of it does not matter.
    expect(
      canPassMidnight({
        ...day,
        week: { mon: night },
        closures: [{ date: "01-01/12-31", from: "23:00", to: "24:00" }],
      }),
    ).toBe(true);
  });
});
