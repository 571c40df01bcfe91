/**
 * Times in files. Source: the contract on time: one rule from civil to instant, cut fractions counted.
 */

import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusals.ts";
import { withPatience } from "./patience.ts";
import { EVENT_HEADER, eventsOf, lines, problems, read } from "./reading.ts";

const one = (at: string, zone?: string) =>
  read(lines(EVENT_HEADER, `A,anomaly,called,"${at}"`), zone === undefined ? {} : { zone });
const instant = (at: string, zone?: string): unknown => eventsOf(one(at, zone), "A")[0]?.at;

describe("a time in a file", () => {
  it.each([
    ["2026-06-01T10:00:00+02:00", "2026-06-01T08:00:00.000Z"],
    ["2026-06-01T10:00+02:00", "2026-06-01T08:00:00.000Z"],
    ["2026-06-01 10:00:00+02:00", "2026-06-01T08:00:00.000Z"],
    ["2026-06-01T10:00:00Z", "2026-06-01T10:00:00.000Z"],
    ["2026-06-01T10:00:00.5-03:30", "2026-06-01T13:30:00.500Z"],
    ["2026-06-01T24:00:00Z", "2026-06-02T00:00:00.000Z"],
    ["2026-06-01T10:00:00+02:00[Europe/Paris]", "2026-06-01T08:00:00.000Z"],
    [" 2026-06-01T10:00:00Z ", "2026-06-01T10:00:00.000Z"],
  ])("%s is %s", (at, expected) => {
    expect(instant(at)).toBe(expected);
    expect(one(at).notes).toEqual({ zoned: 0, cut: 0 });
  });

  it.each([
    "2026-02-30T10:00:00Z",
    "2026-13-01T10:00:00Z",
    "2026-06-01T24:01:00Z",
    "2026-06-01T10:60:00Z",
    "2026-06-01",
    "10:00",
    "03/04/2026",
    "01.06.2026 10:00",
    "1780300800",
    "2026-06-01T10:00:00+25:00",
    "2026-06-01T10:00:00 CET",
    "２０２６-06-01T10:00:00Z",
    "2026-06-01T10:00:00+01:00[Europe/Paris]",
    "2026-06-01T10:00:00[Mars/Phobos]",
    "=NOW()",
  ])("%s is none: a bad row with line, column and value", (at) => {
    for (const zone of [undefined, "Europe/Paris"]) {
      const told = one(at, zone);
      expect(problems(told)).toEqual(["file.bad-instant 2 at"]);
      expect(told.issues[0]?.message).toContain("tickets.csv:2, column at");
      expect(told.issues[0]?.message).toContain(at);
      expect(told.badRows).toBe(1);
    }
  });

  it("without an offset is a bad row whose cure names --zone", () => {
    const told = one("2026-06-01T10:00:00");
    expect(problems(told)).toEqual(["file.bad-instant 2 at"]);
    expect(told.issues[0]?.message).toContain("--zone");
    expect(told.issues[0]?.message).toContain("2026-06-01T10:00:00");
    expect(told.notes.zoned).toBe(0);
  });

  it("without an offset is read in the zone given, and counted", () => {
    const told = read(
      lines(
        EVENT_HEADER,
        "A,anomaly,called,2026-06-01T10:00:00",
        "A,anomaly,assisted,2026-01-05T10:00",
        "A,anomaly,closed,2026-06-01T10:00:00-05:00",
      ),
      { zone: "Europe/Paris" },
    );
    expect(told.issues).toEqual([]);
    expect(eventsOf(told, "A").map(({ at }) => at)).toEqual([
      "2026-06-01T08:00:00.000Z",
      "2026-01-05T09:00:00.000Z",
      "2026-06-01T15:00:00.000Z",
    ]);
    expect(told.notes.zoned).toBe(2);
  });

  it.each([
    // Skipped, 02:00 to 03:00: the instant of the change.
    ["2026-03-29T02:30:00", "Europe/Paris", "2026-03-29T01:00:00.000Z"],
    ["2026-03-29T02:00:00", "Europe/Paris", "2026-03-29T01:00:00.000Z"],
    ["2026-03-29T03:00:00", "Europe/Paris", "2026-03-29T01:00:00.000Z"],
    ["2026-03-29T01:59:59.999", "Europe/Paris", "2026-03-29T00:59:59.999Z"],
    // Shown twice: the earlier of the two.
    ["2026-10-25T02:30:00", "Europe/Paris", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T03:00:00", "Europe/Paris", "2026-10-25T02:00:00.000Z"],
    // A gap and a fold of half an hour, on Lord Howe Island.
    ["2026-10-04T02:15:00", "Australia/Lord_Howe", "2026-10-03T15:30:00.000Z"],
    ["2026-04-05T01:45:00", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z"],
    // A whole date that the zone skips.
    ["2011-12-30T12:00:00", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
  ])("%s in %s is %s", (at, zone, expected) => {
    expect(instant(at, zone)).toBe(expected);
  });

  it("is cut to the millisecond below, and counted, only where there is something to cut", () => {
    const told = read(
      lines(
        EVENT_HEADER,
        "A,anomaly,called,2026-06-01T10:00:00.1239Z",
        "A,anomaly,assisted,2026-06-01T10:00:00.999999999Z",
        "A,anomaly,closed,2026-06-01T10:00:00.123000Z",
        "A,anomaly,reopened,1969-12-31T23:59:59.9999Z",
      ),
    );
    expect(told.issues).toEqual([]);
    expect(eventsOf(told, "A").map(({ at }) => at)).toEqual([
      "2026-06-01T10:00:00.123Z",
      "2026-06-01T10:00:00.999Z",
      "2026-06-01T10:00:00.123Z",
      "1969-12-31T23:59:59.999Z",
    ]);
    expect(told.notes).toEqual({ zoned: 0, cut: 3 });
  });

  it("is not counted as zoned or cut on a row that is not read", () => {
    const told = read(lines(`${EVENT_HEADER}`, "A,anomaly,called,2026-06-01T10:00:00.1239"));
    expect(told.notes).toEqual({ zoned: 0, cut: 0 });
  });
});

describe("the zone of a file", () => {
  it.each(["Mars/Phobos", "europe/paris", "+01:00", "local", "", "../../etc/passwd", "CET+1", "x".repeat(100_000)])(
    "%s is refused before the file is read",
    (zone) => {
      expectRefusal(() => read(lines(EVENT_HEADER), { zone }), { code: "time.unknown-zone" });
    },
  );

  it("is refused with the near miss", () => {
    expectRefusal(() => read(lines(EVENT_HEADER), { zone: "Europe/Pariss" }), {
      code: "time.unknown-zone",
      message: /did you mean "Europe\/Paris"/,
    });
  });

  it("may be a link or UTC", () => {
    expect(instant("2026-06-01T10:00:00", "UTC")).toBe("2026-06-01T10:00:00.000Z");
    expect(instant("2026-06-01T10:00:00", "Asia/Calcutta")).toBe("2026-06-01T04:30:00.000Z");
  });

  // What other systems write for "none" and for "never".
  const NONE_AND_NEVER = [
    "0000-01-01T00:00:00",
    "0001-01-01T00:00:00",
    "0999-12-31T23:59:59",
    "1000-01-01T00:00:00",
    "1582-10-10T00:00:00",
    "1899-12-30T00:00:00",
    "2200-01-01T00:00:00",
    "9999-12-31T23:59:59",
    "9999-12-31T24:00:00",
  ];
  it.each(
    NONE_AND_NEVER.flatMap((at) =>
      [
        "",
        "Z",
        "+14:00",
        "-12:00",
        "[Europe/Paris]",
        "Z[Europe/Paris]",
        "+00:00[Europe/Paris]",
        "-12:00[Europe/Paris]",
      ].map((tail) => at + tail),
    ),
  )("may be asked for %s: the time is read, or it is a bad row, and nothing hangs or throws", (at) => {
    for (const zone of [undefined, "Europe/Paris", "UTC", "Pacific/Apia"]) {
      const told = withPatience(() => one(at, zone));
      expect(told.rows).toBe(1);
      // Read, or as it stands.
      expect(eventsOf(told, "A")).toHaveLength(1);
      expect(told.badRows).toBe(eventsOf(told, "A")[0]?.at === at ? 1 : 0);
    }
  });
});
