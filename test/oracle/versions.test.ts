/**
 * Versions and the reach that they make, worked out by hand from docs/semantics.md §2 and §3.
 */

import { describe, expect, it } from "vitest";
import { dateOf, dayNumber, timeOf } from "./civil.ts";
import { windowsOfDay } from "./day.ts";
import type { Definition, HolidaySource, Version } from "./definition.ts";
import { createOracle } from "./oracle.ts";
import { reachOf, reachOfSource } from "./reach.ts";
import { inForce } from "./versions.ts";

// 2026-07-01 is a Wednesday, 2026-12-24 a Thursday.
const desk: Definition = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } };

function hours(definition: Definition, date: string): string[] {
  return windowsOfDay(definition, dayNumber(date)).map(
    ({ startMin, endMin }) => `${timeOf(startMin)}-${timeOf(endMin)}`,
  );
}

const withVersions = (...versions: Version[]): Definition => ({ ...desk, versions });

describe("versions", () => {
  it("are in force from their first date on, each until the next", () => {
    const definition = withVersions(
      { from: "2026-07-01", week: { "mon-fri": ["10:00-16:00"] } },
      { from: "2026-09-01", week: { "mon-sat": ["08:00-12:00"] } },
    );
    expect(hours(definition, "2026-06-30")).toEqual(["09:00-17:00"]);
    expect(hours(definition, "2026-07-01")).toEqual(["10:00-16:00"]);
    expect(hours(definition, "2026-08-31")).toEqual(["10:00-16:00"]);
    expect(hours(definition, "2026-09-01")).toEqual(["08:00-12:00"]);
    // Saturdays.
    expect(hours(definition, "2026-07-04")).toEqual([]);
    expect(hours(definition, "2026-09-05")).toEqual(["08:00-12:00"]);
    expect(hours(definition, "1900-01-01")).toEqual(["09:00-17:00"]);
    expect(hours(definition, "2199-12-31")).toEqual(["08:00-12:00"]);
  });

  it("keep what they do not say, from the version before", () => {
    const definition = withVersions(
      { from: "2026-07-01", week: { "mon-fri": ["10:00-16:00"] } },
      { from: "2026-09-01", name: "a name alone" },
      { from: "2026-10-01", holidays: [{ dates: [], from: "1900-01-01", to: "2199-12-31" }] },
    );
    expect(hours(definition, "2026-09-01")).toEqual(["10:00-16:00"]);
    expect(hours(definition, "2026-10-01")).toEqual(["10:00-16:00"]);
  });

  it("replace the holidays as a whole, to none as well", () => {
    const all = (...dates: string[]): HolidaySource => ({ dates, from: "1900-01-01", to: "2199-12-31" });
    const definition: Definition = {
      ...desk,
      holidays: [all("2026-06-30", "2026-07-02", "2026-09-02")],
      versions: [
        { from: "2026-07-01", holidays: [all("2026-07-03")] },
        { from: "2026-09-01", holidays: [] },
      ],
    };
    expect(hours(definition, "2026-06-30")).toEqual([]);
    expect(hours(definition, "2026-07-02")).toEqual(["09:00-17:00"]);
    expect(hours(definition, "2026-07-03")).toEqual([]);
    expect(hours(definition, "2026-09-02")).toEqual(["09:00-17:00"]);
  });

  it("replace the reopened dates and ids as a whole", () => {
    // Whit Mondays: 2026-05-25, 2027-05-17, 2028-06-05.
    const definition: Definition = {
      ...desk,
      holidays: ["FR"],
      closures: ["12-24"],
      reopen: ["fr.pentecost-monday"],
      versions: [
        { from: "2026-07-01", reopen: ["2026-12-24"] },
        { from: "2028-01-01", reopen: [] },
      ],
    };
    expect(hours(definition, "2026-05-25")).toEqual(["09:00-17:00"]);
    expect(hours(definition, "2027-05-17")).toEqual([]);
    expect(hours(definition, "2026-12-24")).toEqual(["09:00-17:00"]);
    expect(hours(definition, "2027-12-24")).toEqual([]);
    expect(hours(definition, "2028-06-05")).toEqual([]);
  });

  it("add closures on their own dates alone; the calendar's go on", () => {
    const definition: Definition = {
      ...desk,
      closures: ["12-24", { date: "08-01/08-31", from: "12:00", to: "24:00" }],
      versions: [
        { from: "2026-08-05", closures: ["08-10", "2026-08-01/2026-08-07"] },
        { from: "2027-01-01", closures: [{ date: "08-10", from: "09:00", to: "10:00" }] },
      ],
    };
    // 2026-08-04 is a Tuesday; the range begins before its version and closes nothing there.
    expect(hours(definition, "2026-08-04")).toEqual(["09:00-12:00"]);
    expect(hours(definition, "2026-08-05")).toEqual([]);
    expect(hours(definition, "2026-08-07")).toEqual([]);
    // 10 August: a Monday in 2026, a Tuesday in 2027, a Friday in 2029; 2025 is before the version.
    expect(hours(definition, "2025-08-11")).toEqual(["09:00-12:00"]);
    expect(hours(definition, "2026-08-10")).toEqual([]);
    expect(hours(definition, "2027-08-10")).toEqual(["10:00-12:00"]);
    expect(hours(definition, "2029-08-10")).toEqual(["10:00-12:00"]);
    expect(hours(definition, "2026-12-24")).toEqual([]);
    expect(hours(definition, "2027-12-24")).toEqual([]);
  });

  it("add exceptions on their own dates alone", () => {
    const definition: Definition = {
      ...desk,
      exceptions: { "08-10": ["01:00-02:00"] },
      versions: [
        { from: "2026-07-01", exceptions: { "08-11": ["03:00-04:00"], "2026-12-30/2027-01-05": [] } },
        { from: "2027-01-01" },
      ],
    };
    // 11 August: a Tuesday in 2026, a Wednesday in 2027.
    expect(hours(definition, "2026-08-10")).toEqual(["01:00-02:00"]);
    expect(hours(definition, "2026-08-11")).toEqual(["03:00-04:00"]);
    expect(hours(definition, "2027-08-10")).toEqual(["01:00-02:00"]);
    expect(hours(definition, "2027-08-11")).toEqual(["09:00-17:00"]);
    // 2026-12-31 is a Thursday, 2027-01-01 a Friday.
    expect(hours(definition, "2026-12-31")).toEqual([]);
    expect(hours(definition, "2027-01-01")).toEqual(["09:00-17:00"]);
  });

  it("of two exceptions of one rank, the version's comes first; a higher rank comes first whoever says it", () => {
    const definition: Definition = {
      ...desk,
      exceptions: {
        "2026-08-10": ["01:00-02:00"],
        "2026-08-11": ["02:00-03:00"],
        "2026-08-12/2026-08-20": ["03:00-04:00"],
        "08-14": ["04:00-05:00"],
        "08-24": ["05:00-06:00"],
        "08-25/08-31": ["06:00-07:00"],
      },
      versions: [
        {
          from: "2026-07-01",
          exceptions: {
            "2026-08-10": ["11:00-12:00"],
            "2026-08-11/2026-08-13": ["12:00-13:00"],
            "08-14": ["14:00-15:00"],
            "08-24": ["15:00-16:00"],
            "08-23/08-28": ["16:00-17:00"],
          },
        },
      ],
    };
    expect(hours(definition, "2026-08-10")).toEqual(["11:00-12:00"]);
    // The calendar's date before the version's range; the version's range before the calendar's.
    expect(hours(definition, "2026-08-11")).toEqual(["02:00-03:00"]);
    expect(hours(definition, "2026-08-12")).toEqual(["12:00-13:00"]);
    // A range before both yearly dates.
    expect(hours(definition, "2026-08-14")).toEqual(["03:00-04:00"]);
    expect(hours(definition, "2027-08-14")).toEqual(["14:00-15:00"]);
    expect(hours(definition, "2026-08-24")).toEqual(["15:00-16:00"]);
    expect(hours(definition, "2026-08-28")).toEqual(["16:00-17:00"]);
    expect(hours(definition, "2026-08-29")).toEqual(["06:00-07:00"]);
    // Before the version, the calendar's alone.
    expect(hours(definition, "2025-08-24")).toEqual(["05:00-06:00"]);
    expect(hours(definition, "2025-08-25")).toEqual(["06:00-07:00"]);
  });

  it("leave a night to the version of the date on which it starts", () => {
    const night = ["22:00-06:00"];
    const oracle = createOracle({
      timeZone: "UTC",
      week: { "mon-sun": night },
      versions: [{ from: "2026-07-01", week: { "mon-sun": ["12:00-13:00"] } }],
    });
    const ms = (text: string): number => Date.parse(text);
    expect(oracle.windows(ms("2026-06-30T12:00Z"), ms("2026-07-01T23:00Z"))).toEqual([
      [ms("2026-06-30T22:00Z"), ms("2026-07-01T06:00Z")],
      [ms("2026-07-01T12:00Z"), ms("2026-07-01T13:00Z")],
    ]);
  });
});

describe("reach with versions", () => {
  const list = (from: string, to: string): HolidaySource => ({ dates: [], from, to });

  it("is the run of dates that the sources of their version know", () => {
    const definition: Definition = {
      ...desk,
      holidays: [list("2025-01-01", "2026-12-31")],
      versions: [
        { from: "2026-07-01", holidays: [list("2026-01-01", "2027-12-31")] },
        { from: "2027-07-01", holidays: [list("2027-01-01", "2028-12-31"), list("2027-03-01", "2028-06-30")] },
      ],
    };
    expect(reachOf(definition)).toEqual({ from: "2025-01-01", to: "2028-06-30" });
    // What a version says of dates that are not its own does not matter.
    expect(reachOf({ ...definition, versions: definition.versions?.slice(0, 1) })).toEqual({
      from: "2025-01-01",
      to: "2027-12-31",
    });
  });

  it("goes on for ever with the version that has no holidays", () => {
    const versions = [{ from: "2026-07-01", holidays: [] }];
    expect(reachOf({ ...desk, holidays: [list("2025-01-01", "2026-12-31")], versions })).toEqual({
      from: "2025-01-01",
      to: "2199-12-31",
    });
    expect(reachOf({ ...desk, holidays: ["FR"], versions })).toEqual({ from: "1982-01-01", to: "2199-12-31" });
  });

  it("ends before a version whose sources know none of its dates, and begins after one", () => {
    const holidays = [list("2020-01-01", "2026-06-30")];
    expect(reachOf({ ...desk, versions: [{ from: "2026-07-01", holidays }] })).toEqual({
      from: "1900-01-01",
      to: "2026-06-30",
    });
    const inherited = { ...desk, holidays, versions: [{ from: "2026-07-01" }, { from: "2027-01-01" }] };
    expect(reachOf(inherited)).toEqual({ from: "2020-01-01", to: "2026-06-30" });
    expect(
      reachOf({
        ...desk,
        holidays: [list("2027-01-01", "2028-12-31")],
        versions: [{ from: "2026-07-01", holidays: [] }],
      }),
    ).toEqual({ from: "2026-07-01", to: "2199-12-31" });
  });

  it("is no reach if a date in between is not known, or if none is", () => {
    const gap: Definition = {
      ...desk,
      holidays: [list("2025-01-01", "2026-06-29")],
      versions: [{ from: "2026-07-01", holidays: [list("2026-07-01", "2027-12-31")] }],
    };
    expect(() => reachOf(gap)).toThrow("2026-06-30 is not known");
    const late = {
      ...gap,
      holidays: [],
      versions: [{ from: "2026-07-01", holidays: [list("2026-07-02", "2027-12-31")] }],
    };
    expect(() => reachOf(late)).toThrow("2026-07-01 is not known");
    expect(() =>
      reachOf({ ...desk, holidays: [list("2025-01-01", "2025-12-31"), list("2026-01-01", "2026-12-31")] }),
    ).toThrow("no date is known");
  });

  it("counts every civil year of a list's dates, closed whole or in part", () => {
    expect(reachOfSource({ dates: ["2026-05-01", { date: "2027-12-24", closed: "13:00-24:00" }] })).toEqual({
      from: "2026-01-01",
      to: "2027-12-31",
    });
  });

  it("is what one gets date by date", () => {
    const definition: Definition = {
      ...desk,
      holidays: [list("2025-03-01", "2026-12-31"), list("2024-01-01", "2026-08-15")],
      versions: [
        { from: "2026-02-01", reopen: ["2026-03-03"] },
        { from: "2026-07-01", holidays: [list("2026-01-01", "2027-02-03")] },
      ],
    };
    const known: string[] = [];
    for (let day = dayNumber("2024-01-01"); day <= dayNumber("2029-12-31"); day += 1) {
      const date = dateOf(day);
      const reaches = inForce(definition, date).holidays.map(reachOfSource);
      if (reaches.every(({ from, to }) => from <= date && date <= to)) known.push(date);
    }
    expect(known).toHaveLength(dayNumber("2027-02-03") - dayNumber("2025-03-01") + 1);
    expect(reachOf(definition)).toEqual({ from: known[0], to: known.at(-1) });
    expect(reachOf(definition)).toEqual({ from: "2025-03-01", to: "2027-02-03" });
  });

  it("begins a day later if a window of any version passes midnight", () => {
    const definition: Definition = {
      timeZone: "UTC",
      week: { "mon-sun": ["09:00-17:00"] },
      holidays: [list("2026-01-01", "2026-12-31")],
      versions: [{ from: "2026-07-01", week: { "mon-sun": ["22:00-06:00"] } }],
    };
    expect(createOracle(definition).reach).toEqual({
      startMs: Date.parse("2026-01-02T00:00Z"),
      endMs: Date.parse("2027-01-01T00:00Z"),
    });
  });
});
