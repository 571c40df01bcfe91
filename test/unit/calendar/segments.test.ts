/**
 * Segments: open and closed stretches that tile a period, cut at every edge and, in closed time, at each civil
 * midnight. Source: the contract's design §3.
 */

import { describe, expect, it } from "vitest";
import { type CalendarDefinition, createCalendar, type Segment } from "../../../src/index.ts";
import { SUPPORT } from "../refusals.ts";

const HOUR = 3_600_000;

/** Segments in short: date, why, hours, names. */
function reasons(definition: CalendarDefinition<string>, from: string, to: string): unknown[] {
  return segments(definition, from, to).map(({ date, why, ms, names }) => [date, why, ms / HOUR, ...(names ?? [])]);
}

/** Segments, once they are known to tile the period. */
function segments(definition: CalendarDefinition<string>, from: string, to: string): Segment<"ms">[] {
  const all = createCalendar(definition, { output: "ms" }).segments(from, to);
  let atMs = Date.parse(from);
  for (const { start, end, ms, open, why } of all) {
    expect(start).toBe(atMs);
    expect(end - start).toBe(ms);
    expect(ms).toBeGreaterThan(0);
    expect(open).toBe(why === "open");
    atMs = end;
  }
  expect(atMs).toBe(all.length === 0 ? Date.parse(from) : Date.parse(to));
  return all;
}

describe("segments", () => {
  it("over the weekend of Whit Monday name each closed date's reason", () => {
    expect(reasons(SUPPORT, "2026-05-22T16:00+02:00", "2026-05-26T10:00+02:00")).toEqual([
      ["2026-05-22", "open", 1],
      ["2026-05-22", "after-last", 7],
      ["2026-05-23", "no-hours", 24],
      ["2026-05-24", "no-hours", 24],
      ["2026-05-25", "holiday", 24, "Whit Monday"],
      ["2026-05-26", "before-first", 9],
      ["2026-05-26", "open", 1],
    ]);
  });

  it("of one day: before the first window, between the two, after the last", () => {
    expect(reasons(SUPPORT, "2026-05-26T00:00+02:00", "2026-05-27T00:00+02:00")).toEqual([
      ["2026-05-26", "before-first", 9],
      ["2026-05-26", "open", 3],
      ["2026-05-26", "between-windows", 2],
      ["2026-05-26", "open", 3],
      ["2026-05-26", "after-last", 7],
    ]);
  });

  it("are clipped at both ends, and none for a period of no length", () => {
    expect(reasons(SUPPORT, "2026-05-22T11:30+02:00", "2026-05-22T12:30+02:00")).toEqual([
      ["2026-05-22", "open", 0.5],
      ["2026-05-22", "between-windows", 0.5],
    ]);
    expect(reasons(SUPPORT, "2026-05-22T12:30+02:00", "2026-05-22T12:30+02:00")).toEqual([]);
  });

  it("of an exception: a closed date, and hours on a holiday, whose name stays", () => {
    const definition = { ...SUPPORT, exceptions: { "2026-05-25": ["10:00-12:00"], "2026-05-26": [] } };
    expect(reasons(definition, "2026-05-25T00:00+02:00", "2026-05-27T00:00+02:00")).toEqual([
      ["2026-05-25", "before-first", 10, "Whit Monday"],
      ["2026-05-25", "open", 2],
      ["2026-05-25", "after-last", 12, "Whit Monday"],
      ["2026-05-26", "exception", 24],
    ]);
  });

  it("of a holiday on a weekend say holiday; of two holidays on one date, both names", () => {
    // 2026-08-15, Assumption, is a Saturday.
    expect(reasons(SUPPORT, "2026-08-15T00:00+02:00", "2026-08-16T00:00+02:00")).toEqual([
      ["2026-08-15", "holiday", 24, "Assumption"],
    ]);
    const [ascension] = segments(SUPPORT, "2008-05-01T00:00+02:00", "2008-05-02T00:00+02:00");
    expect([...(ascension?.names ?? [])].sort()).toEqual(["Ascension Day", "Labour Day"]);
  });

  it("of one's own closure carry its name", () => {
    const closures = [{ from: "2026-12-24", to: "2026-12-31", name: "winter break" }];
    const [eve] = segments({ ...SUPPORT, closures }, "2026-12-24T10:00+01:00", "2026-12-24T11:00+01:00");
    expect(eve).toMatchObject({ open: false, names: ["winter break"], date: "2026-12-24" });
  });

  it("over the weekend on which the clock goes forward: Sunday has 23 hours", () => {
    expect(reasons(SUPPORT, "2026-03-27T16:00+01:00", "2026-03-30T10:00+02:00")).toEqual([
      ["2026-03-27", "open", 1],
      ["2026-03-27", "after-last", 7],
      ["2026-03-28", "no-hours", 24],
      ["2026-03-29", "no-hours", 23],
      ["2026-03-30", "before-first", 9],
      ["2026-03-30", "open", 1],
    ]);
  });

  it("over the weekend on which it goes back: Sunday has 25 hours", () => {
    expect(reasons(SUPPORT, "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00")).toEqual([
      ["2026-10-25", "no-hours", 25],
    ]);
  });

  it("of a night on which it changes are one open stretch", () => {
    const nights = { timeZone: "Europe/Paris", week: { sat: ["22:00-06:00"] } };
    expect(reasons(nights, "2026-03-28T22:00+01:00", "2026-03-29T08:00+02:00")).toEqual([
      ["2026-03-28", "open", 7],
      ["2026-03-29", "no-hours", 2],
    ]);
  });

  it("of a window that the clock skips: the date is closed because of the clock", () => {
    const early = { timeZone: "Europe/Paris", week: { "mon-sun": ["02:15-02:45"] } };
    expect(reasons(early, "2026-03-28T00:00+01:00", "2026-03-30T00:00+02:00")).toEqual([
      ["2026-03-28", "before-first", 2.25],
      ["2026-03-28", "open", 0.5],
      ["2026-03-28", "after-last", 21.25],
      ["2026-03-29", "skipped", 23],
    ]);
  });

  it("of a date that the zone skips are none: Apia had no 2011-12-30", () => {
    const apia = { timeZone: "Pacific/Apia", week: { "mon-fri": ["09:00-17:00"] } };
    // The 29th was a Thursday, the 31st a Saturday, ten hours behind and fourteen ahead of UTC.
    const [from, to] = ["2011-12-29T16:00-10:00", "2012-01-02T10:00+14:00"];
    expect(reasons(apia, from, to)).toEqual([
      ["2011-12-29", "open", 1],
      ["2011-12-29", "after-last", 7],
      ["2011-12-31", "no-hours", 24],
      ["2012-01-01", "no-hours", 24],
      ["2012-01-02", "before-first", 9],
      ["2012-01-02", "open", 1],
    ]);
    const desk = createCalendar(apia, { output: "iso" });
    expect(desk.add(from, "PT2H")).toBe("2012-01-02T10:00:00.000+14:00");
    expect(desk.isWorkingDay("2011-12-30")).toBe(false);
    expect(desk.addWorkingDays("2011-12-29", 1)).toBe("2012-01-02");
    expect(desk.workingDaysBetween("2011-12-26", "2012-01-01")).toBe(4);
  });

  it("of an overnight window on a skipped date are none either", () => {
    const apia = { timeZone: "Pacific/Apia", week: { fri: ["22:00-06:00"] } };
    expect(reasons(apia, "2011-12-31T00:00+14:00", "2012-01-01T00:00+14:00")).toEqual([["2011-12-31", "no-hours", 24]]);
  });

  it("around a night's window: the day before it opens is before-first, the tail is the night's", () => {
    const nights = { timeZone: "Europe/Paris", week: { "mon-fri": ["22:00-06:00"] } };
    expect(reasons(nights, "2026-05-22T20:00+02:00", "2026-05-23T08:00+02:00")).toEqual([
      ["2026-05-22", "before-first", 2],
      ["2026-05-22", "open", 8],
      ["2026-05-23", "no-hours", 2],
    ]);
  });

  it("of a desk that never closes are one, whatever the clock does", () => {
    const always = { timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] } };
    expect(reasons(always, "2026-03-01T00:00+01:00", "2026-04-01T00:00+02:00")).toEqual([
      ["2026-03-01", "open", 31 * 24 - 1],
    ]);
  });

  it("have names only where there are any", () => {
    for (const segment of segments(SUPPORT, "2026-05-20T00:00+02:00", "2026-05-27T00:00+02:00")) {
      expect(Object.hasOwn(segment, "names")).toBe(segment.date === "2026-05-25");
    }
  });
});
