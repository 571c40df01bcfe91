/**
 * The one rule for every edge: the first instant at which the zone's clock shows a date and time, or a later one.
 *
 * Changes of clocks: the tz database. Europe/Paris 2026: 29 March 01:00Z and 25 October 01:00Z. Pacific/Apia: no
 * 2011-12-30. America/Sao_Paulo: midnight of 2018-11-04 skipped. Australia/Lord_Howe: half an hour.
 */

import { describe, expect, it } from "vitest";
import { edgeMs, zoneOf } from "../../../src/time/zone.ts";

/** The edge of a civil date and time, as ISO text in UTC. */
const edge = (zone: string, civil: string): string =>
  new Date(edgeMs(zoneOf(zone), Date.parse(`${civil}Z`))).toISOString().replace(".000Z", "Z");

describe("the edge of a civil time", () => {
  it("is the one instant that shows it, on an ordinary day", () => {
    expect(edge("Europe/Paris", "2026-05-22T09:00")).toBe("2026-05-22T07:00:00Z");
    expect(edge("Europe/Paris", "2026-01-22T09:00")).toBe("2026-01-22T08:00:00Z");
    expect(edge("UTC", "2026-01-22T09:00")).toBe("2026-01-22T09:00:00Z");
    expect(edge("Asia/Kathmandu", "2026-01-22T09:00")).toBe("2026-01-22T03:15:00Z");
  });

  it("in a gap is the instant of the change", () => {
    for (const time of ["02:00", "02:30", "02:59", "03:00"]) {
      expect(edge("Europe/Paris", `2026-03-29T${time}`)).toBe("2026-03-29T01:00:00Z");
    }
    expect(edge("Australia/Lord_Howe", "2026-10-04T02:15")).toBe("2026-10-03T15:30:00Z");
  });

  it("in a fold is the earlier of the two", () => {
    expect(edge("Europe/Paris", "2026-10-25T02:00")).toBe("2026-10-25T00:00:00Z");
    expect(edge("Europe/Paris", "2026-10-25T02:59")).toBe("2026-10-25T00:59:00Z");
    expect(edge("Europe/Paris", "2026-10-25T03:00")).toBe("2026-10-25T02:00:00Z");
    expect(edge("Australia/Lord_Howe", "2026-04-05T01:45")).toBe("2026-04-04T14:45:00Z");
  });

  it("at a skipped midnight is the instant of the change", () => {
    expect(edge("America/Sao_Paulo", "2018-11-04T00:00")).toBe("2018-11-04T03:00:00Z");
    expect(edge("America/Sao_Paulo", "2018-11-04T00:59")).toBe("2018-11-04T03:00:00Z");
  });

  it("on a skipped date is that of the next date", () => {
    expect(edge("Pacific/Apia", "2011-12-29T23:59")).toBe("2011-12-30T09:59:00Z");
    for (const time of ["2011-12-30T00:00", "2011-12-30T12:00", "2011-12-31T00:00"]) {
      expect(edge("Pacific/Apia", time)).toBe("2011-12-30T10:00:00Z");
    }
  });
});

describe("changes that lie close together", () => {
  /** Offsets by Intl itself, in ms: what the clock shows, read as UTC, less the instant. */
  const shown = (zone: string): ((ms: number) => number) => {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    return (ms) => {
      const [, sign = "+", hours = "0", minutes = "0"] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(
        format.formatToParts(ms).find(({ type }) => type === "timeZoneName")!.value,
      )!;
      return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
    };
  };

  // Ramadan lies within summer time: the clocks of Gaza and Hebron change twice within a week.
  it.each([
    ["Asia/Gaza", 2040],
    ["Asia/Gaza", 2054],
    ["Asia/Hebron", 2072],
    ["Africa/Casablanca", 2031],
  ])("are all seen: %s %d, hour by hour", (zone, year) => {
    const [offset, offsets] = [shown(zone), new Set<number>()];
    const { offsetMsAt } = zoneOf(zone);
    for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 3_600_000) {
      offsets.add(offset(ms));
      // Compared first: an expectation for each hour of a year would be most of the time.
      if (offsetMsAt(ms) !== offset(ms))
        expect([new Date(ms).toISOString(), offsetMsAt(ms)]).toEqual([new Date(ms).toISOString(), offset(ms)]);
    }
    expect(offsets.size).toBe(2);
  });
});
