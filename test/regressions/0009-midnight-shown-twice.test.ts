/**
 * A clock put back across midnight shows the last minutes of a date again: that date has a lane, whichever dates the start and the
 * deadline bear. Law: what counts on the lanes of a deadline's picture adds up to the duration. Segments are cut where a date
 * begins, which it does once (docs/semantics.md): what is shown again is of the date that has begun.
 *
 * In Newfoundland the clock was put back at 00:01 until 2011, from Sunday 00:01 to Saturday 23:01 (IANA time zone database).
 */
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../src/index.ts";
import { deadlinePicture } from "../../src/report/index.ts";

const desk = createCalendar({ timeZone: "America/St_Johns", week: { "mon-sun": ["00:00-24:00"] } });
const rowsOf = (start: string, duration: string): object[] => {
  const { countedMs, rows } = deadlinePicture(desk, start, duration);
  expect(rows.reduce((sum, row) => sum + row.countedMs, 0)).toBe(countedMs);
  return rows.map((row) => (row.kind === "lane" ? { date: row.date, countedMs: row.countedMs } : row));
};

describe("a deadline over a midnight that is shown twice", () => {
  it("from just after it to an hour later, when the clock is there again", () => {
    expect(rowsOf("2000-10-29T00:00:30-02:30", "PT1H")).toEqual([
      { date: "2000-10-28", countedMs: 59 * 60_000 },
      { date: "2000-10-29", countedMs: 60_000 },
    ]);
  });

  it("from just before it to before it is shown again", () => {
    expect(rowsOf("2000-10-28T23:50:00-02:30", "PT31M")).toEqual([
      { date: "2000-10-28", countedMs: 30 * 60_000 },
      { date: "2000-10-29", countedMs: 60_000 },
    ]);
  });
});

describe("closed time over a midnight that is shown twice", () => {
  const closed = createCalendar(
    { timeZone: "America/St_Johns", week: { "mon-fri": ["09:00-17:00"] } },
    { output: "iso" },
  );
  const told = (from: string): string[][] =>
    closed.segments(from, "2000-10-30T00:00-03:30").map(({ start, end, date }) => [start, end, date]);

  it("is cut at the first, and the date is that which has begun", () => {
    const [before, midnight, end] = ["2000-10-28T23:00", "2000-10-29T00:00", "2000-10-30T00:00"];
    expect(told(`${before}-02:30`)).toEqual([
      [`${before}:00.000-02:30`, `${midnight}:00.000-02:30`, "2000-10-28"],
      [`${midnight}:00.000-02:30`, `${end}:00.000-03:30`, "2000-10-29"],
    ]);
    // 23:30 for the second time.
    expect(told("2000-10-28T23:30-03:30")).toEqual([
      ["2000-10-28T23:30:00.000-03:30", `${end}:00.000-03:30`, "2000-10-29"],
    ]);
  });
});
