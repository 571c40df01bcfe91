/**
 * The tables of the hidden sheet: values by hand, from the contract (docs/semantics.md §1).
 */
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { type Coverage, coverageOf, type EdgeRow } from "../../../src/workbook/coverage.ts";

const sec = (text: string): number => Date.parse(text) / 1000;
const wall = (text: string): number => sec(`${text}Z`);
const ALWAYS = { "mon-sun": ["00:00-24:00"] };

function coverage(timeZone: string, year: number, week: Record<string, string[]> = ALWAYS): Coverage {
  return coverageOf(createCalendar({ timeZone, week }, { output: "ms" }), { first: year, last: year });
}

/** The look-up that the formulas make. */
function instant(edges: readonly EdgeRow[], civil: string): number {
  const row = edges.findLast(({ wallSec }) => wallSec <= wall(civil))!;
  return Math.max(row.pieceSec, wall(civil) - row.offsetSec);
}

describe("edges of wall times", () => {
  it.each([
    // The gap of 2026-03-29: 02:00 to 03:00 is the instant of the change.
    ["Europe/Paris", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z"],
    ["Europe/Paris", "2026-03-29T02:00", "2026-03-29T01:00:00Z"],
    ["Europe/Paris", "2026-03-29T02:30", "2026-03-29T01:00:00Z"],
    ["Europe/Paris", "2026-03-29T03:00", "2026-03-29T01:00:00Z"],
    ["Europe/Paris", "2026-03-29T03:30", "2026-03-29T01:30:00Z"],
    // The fold of 2026-10-25: the earlier of the two.
    ["Europe/Paris", "2026-10-25T02:00", "2026-10-25T00:00:00Z"],
    ["Europe/Paris", "2026-10-25T02:59:59", "2026-10-25T00:59:59Z"],
    ["Europe/Paris", "2026-10-25T03:00", "2026-10-25T02:00:00Z"],
    // Half an hour: 02:00 becomes 02:30 on 2026-10-04, 02:00 becomes 01:30 on 2026-04-05.
    ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30:00Z"],
    ["Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00Z"],
    ["Australia/Lord_Howe", "2026-04-05T02:00", "2026-04-04T15:30:00Z"],
    // A whole date that was skipped.
    ["Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00:00Z"],
    ["Pacific/Apia", "2011-12-31T00:30", "2011-12-30T10:30:00Z"],
  ])("%s %s is %s", (zone, civil, utc) => {
    expect(instant(coverage(zone, Number(civil.slice(0, 4))).edges, civil)).toBe(sec(utc));
  });

  it("begin where a later wall time is shown than before", () => {
    const { edges, offsets } = coverage("Europe/Paris", 2026);
    expect(edges.map(({ wallSec }) => wallSec)).toEqual([
      wall("2026-01-01T00:00"),
      wall("2026-03-29T02:00"),
      wall("2026-10-25T03:00"),
    ]);
    expect(offsets.map(({ offsetSec }) => offsetSec)).toEqual([3600, 7200, 3600]);
    expect(coverage("UTC", 2026).edges).toEqual([
      { wallSec: wall("2026-01-01T00:00"), pieceSec: sec("2026-01-01T00:00Z"), offsetSec: 0 },
    ]);
  });
});

describe("open time", () => {
  it("is in UTC seconds, with what was open before", () => {
    const { open, totalSec } = coverage("Europe/Paris", 2026, { thu: ["09:00-12:00", "14:00-17:00"] });
    expect(open.slice(0, 3)).toEqual([
      { openSec: sec("2026-01-01T00:00+01:00"), closeSec: sec("2026-01-01T00:00+01:00"), beforeSec: 0 },
      { openSec: sec("2026-01-01T09:00+01:00"), closeSec: sec("2026-01-01T12:00+01:00"), beforeSec: 0 },
      { openSec: sec("2026-01-01T14:00+01:00"), closeSec: sec("2026-01-01T17:00+01:00"), beforeSec: 10_800 },
    ]);
    // 2026 has 53 Thursdays.
    expect(totalSec).toBe(53 * 6 * 3600);
    expect(open.at(-1)).toEqual({
      openSec: sec("2027-01-01T00:00+01:00"),
      closeSec: sec("2027-01-01T00:00+01:00"),
      beforeSec: totalSec,
    });
  });

  it("is cut at the bounds of the years, and an opening at the first instant has one row", () => {
    const night = coverage("Europe/Paris", 2026, { "mon-sun": ["22:00-06:00"] });
    expect(night.open.slice(0, 2)).toEqual([
      { openSec: sec("2026-01-01T00:00+01:00"), closeSec: sec("2026-01-01T06:00+01:00"), beforeSec: 0 },
      { openSec: sec("2026-01-01T22:00+01:00"), closeSec: sec("2026-01-02T06:00+01:00"), beforeSec: 21_600 },
    ]);
    expect(night.open.at(-2)!.closeSec).toBe(sec("2027-01-01T00:00+01:00"));
    const always = coverage("Europe/Paris", 2026);
    expect(always.open).toHaveLength(2);
    expect(always.totalSec).toBe(365 * 86_400);
  });
});
