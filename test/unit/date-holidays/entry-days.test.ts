/**
 * From an entry of date-holidays to civil dates: every shape that its 628 places have, and some that they may come to have.
 */
import { describe, expect, it } from "vitest";
import { daysOfEntry } from "../../../src/date-holidays/entry-days.ts";
import { formatDate } from "../../../src/time/civil-date.ts";
import { formatDayPart } from "../../../src/time/day-part.ts";
import { expectRefusal } from "../refusals.ts";

const HOUR = 3_600_000;
const entry = (date: string, hours: number) => ({ date, start: new Date(0), end: new Date(hours * HOUR) });
const days = (date: string, hours: number): string[] =>
  daysOfEntry(entry(date, hours)).map(
    ([day, closed]) => formatDate(day) + (closed === undefined ? "" : ` ${formatDayPart(closed)}`),
  );

describe("an entry closes", () => {
  it.each([
    ["2026-05-01 00:00:00", 24, ["2026-05-01"]],
    // Days on which the clock goes forward or back.
    ["2026-03-29 00:00:00", 23, ["2026-03-29"]],
    ["2026-10-25 00:00:00", 25, ["2026-10-25"]],
    ["2026-05-27 00:00:00 -0600", 95, ["2026-05-27", "2026-05-28", "2026-05-29", "2026-05-30"]],
    ["2026-12-31 00:00:00", 49, ["2026-12-31", "2027-01-01"]],
    // Turkey's four and a half days: the half is that of the evening before.
    ["2026-05-27 00:00:00 -0600", 114, ["2026-05-27", "2026-05-28", "2026-05-29", "2026-05-30"]],
    ["2026-05-27 00:00:00 -0600", 6, ["2026-05-27"]],
    ["2026-12-24 13:00:00", 11, ["2026-12-24 13:00-24:00"]],
    ["2026-12-24 12:30:00", 11.5, ["2026-12-24 12:30-24:00"]],
    ["2026-10-24 12:00:00", 13, ["2026-10-24 12:00-24:00"]],
    ["2026-02-18 00:00:00", 14, ["2026-02-18 00:00-14:00"]],
    ["2026-02-18 08:00:00", 4, ["2026-02-18 08:00-12:00"]],
    ["2026-12-24 12:00:00", 36, ["2026-12-24 12:00-24:00", "2026-12-25"]],
  ])("%s for %d hours: %j", (date, hours, expected) => {
    expect(days(date, hours)).toEqual(expected);
  });

  it("nothing that could not be read: a format that is not known is refused, not skipped", () => {
    for (const [date, hours] of [
      ["2026-5-1", 24],
      ["2026-05-01T00:00:00", 24],
      ["2026-05-01 00:00:00", 0],
      ["2026-05-01 00:00:00", Number.NaN],
    ] as const)
      expectRefusal(() => daysOfEntry(entry(date, hours)), { code: "holidays.missing-package" });
  });
});
