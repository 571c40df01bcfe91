/**
 * The oracle at the ends of what is known: expected answers worked out by hand from docs/semantics.md §3.
 */

import { describe, expect, it } from "vitest";
import type { Definition } from "./definition.ts";
import { createOracle } from "./oracle.ts";
import { Refusal } from "./refusal.ts";

const ms = (text: string): number => Date.parse(text);

/** The code and the date of a refusal, or the answer. */
function outcome(question: () => unknown): unknown {
  try {
    return question();
  } catch (error) {
    if (error instanceof Refusal) return error.date === undefined ? error.code : `${error.code} ${error.date}`;
    throw error;
  }
}

const year2026: Definition = {
  timeZone: "UTC",
  week: { "mon-sun": ["18:00-24:00"] },
  holidays: [{ dates: ["2026-05-01"] }],
};
const nights2026: Definition = { ...year2026, week: { "mon-sun": ["22:00-06:00"] } };
const always: Definition = { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } };

describe("the end of reach", () => {
  const desk = createOracle(year2026);
  const end = ms("2027-01-01T00:00Z");

  it("answers up to the last instant, and up to the end where the end is exclusive", () => {
    expect(desk.isOpen(end - 1)).toBe(true);
    expect(desk.elapsed(ms("2026-12-31T00:00Z"), end)).toBe(6 * 3_600_000);
    expect(desk.windows(ms("2026-12-31T20:00Z"), end)).toEqual([[ms("2026-12-31T20:00Z"), end]]);
  });

  it("refuses the end itself as a point and as an answer, with the first date outside", () => {
    expect(outcome(() => desk.isOpen(end))).toBe("calendar.beyond-reach 2027-01-01");
    expect(outcome(() => desk.nextClose(end - 1))).toBe("calendar.beyond-reach 2027-01-01");
    expect(outcome(() => desk.add(end - 1000, 1000))).toBe("calendar.beyond-reach 2027-01-01");
    expect(outcome(() => desk.add(end - 1000, 999))).toBe(end - 1);
    expect(outcome(() => desk.elapsed(end - 1, end + 1))).toBe("calendar.beyond-reach 2027-01-01");
  });

  it("does not take the first known midnight for a closing: the night before is not known", () => {
    expect(outcome(() => desk.previousClose(ms("2026-01-01T05:00Z")))).toBe("calendar.beyond-reach 2025-12-31");
    expect(outcome(() => desk.previousOpen(ms("2026-01-02T05:00Z")))).toBe(ms("2026-01-02T00:00Z"));
  });

  it("subtracts down to the first opening, whose near edge is known and whose far edge is not", () => {
    const first = ms("2026-01-01T18:00Z");
    expect(desk.subtract(first + 60_000, 60_000)).toBe(first);
    expect(outcome(() => desk.subtract(first + 60_000, 60_000, "far"))).toBe("calendar.beyond-reach 2025-12-31");
    expect(outcome(() => desk.subtract(first + 60_000, 60_001))).toBe("calendar.beyond-reach 2025-12-31");
  });
});

describe("reach with overnight windows", () => {
  const desk = createOracle(nights2026);

  it("begins a day later, because the night before belongs to the date before", () => {
    expect(outcome(() => desk.isOpen(ms("2026-01-01T12:00Z")))).toBe("calendar.beyond-reach 2025-12-31");
    expect(desk.isOpen(ms("2026-01-02T05:00Z"))).toBe(true);
    expect(desk.isOpen(ms("2026-05-01T05:00Z"))).toBe(true);
    expect(desk.isOpen(ms("2026-05-01T23:00Z"))).toBe(false);
    expect(desk.isOpen(ms("2026-05-02T05:00Z"))).toBe(false);
  });

  it("ends before the tail of the last night", () => {
    expect(desk.isOpen(ms("2026-12-31T23:59Z"))).toBe(true);
    expect(outcome(() => desk.nextClose(ms("2026-12-31T23:59Z")))).toBe("calendar.beyond-reach 2027-01-01");
  });
});

describe("without holidays the supported years are the reach", () => {
  const desk = createOracle(always);

  it("refuses a search that leaves them, and instants outside them", () => {
    expect(outcome(() => desk.nextClose(ms("2190-01-01T00:00Z")))).toBe("calendar.beyond-reach 2200-01-01");
    expect(outcome(() => desk.previousClose(ms("1910-01-01T00:00Z")))).toBe("calendar.beyond-reach 1899-12-31");
    expect(outcome(() => desk.isOpen(ms("2200-01-01T00:00Z")))).toBe("time.out-of-range");
    expect(outcome(() => desk.isOpen(ms("1899-12-31T23:59Z")))).toBe("time.out-of-range");
    expect(desk.isOpen(ms("1900-01-01T00:00Z"))).toBe(true);
  });
});

describe("working days, as numpy counts them", () => {
  const desk = createOracle({ timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] }, holidays: ["FR"] });

  it("rolls first and counts after", () => {
    // 2026-05-01 is a Friday and a holiday; 2026-05-08 too.
    expect(desk.addWorkingDays("2026-05-01", 0)).toBe("2026-05-04");
    expect(desk.addWorkingDays("2026-05-01", 0, "preceding")).toBe("2026-04-30");
    expect(desk.addWorkingDays("2026-05-01", 1)).toBe("2026-05-05");
    expect(desk.addWorkingDays("2026-05-02", -1)).toBe("2026-04-30");
    expect(desk.addWorkingDays("2026-05-31", 0, "modifiedfollowing")).toBe("2026-05-29");
    expect(desk.addWorkingDays("2026-05-02", 0, "modifiedpreceding")).toBe("2026-05-04");
    expect(desk.workingDaysBetween("2026-05-01", "2026-05-11")).toBe(4);
    expect(desk.workingDaysBetween("2026-05-11", "2026-05-01")).toBe(-4);
    expect(outcome(() => desk.addWorkingDays("2026-05-01", 0, "raise"))).toBe("calendar.not-a-working-day");
  });

  it("the next is strictly after, the previous strictly before", () => {
    // Friday 1 May 2026 is a holiday, and so is Thursday 14.
    expect(desk.nextWorkingDay("2026-04-30")).toBe("2026-05-04");
    expect(desk.nextWorkingDay("2026-05-02")).toBe("2026-05-04");
    expect(desk.nextWorkingDay("2026-05-04")).toBe("2026-05-05");
    expect(desk.previousWorkingDay("2026-05-04")).toBe("2026-04-30");
    expect(desk.previousWorkingDay("2026-05-15")).toBe("2026-05-13");
    expect(desk.previousWorkingDay("2026-05-06")).toBe("2026-05-05");
  });

  it("the next and the previous read the dates between, and not the date itself", () => {
    // 2026-01-01 is a Thursday, 2026-12-31 too.
    const known2026 = createOracle({
      timeZone: "UTC",
      week: { "mon-fri": ["09:00-17:00"] },
      holidays: [{ dates: ["2026-12-31"] }],
    });
    expect(known2026.nextWorkingDay("2025-12-31")).toBe("2026-01-01");
    expect(outcome(() => known2026.nextWorkingDay("2025-12-30"))).toBe("calendar.beyond-reach 2025-12-31");
    expect(outcome(() => known2026.nextWorkingDay("2026-12-30"))).toBe("calendar.beyond-reach 2027-01-01");
    expect(known2026.previousWorkingDay("2027-01-01")).toBe("2026-12-30");
    expect(outcome(() => known2026.previousWorkingDay("2026-01-01"))).toBe("calendar.beyond-reach 2025-12-31");
  });

  it("a date whose windows a part-day closure takes away is none", () => {
    const closed = createOracle({
      timeZone: "UTC",
      week: { "mon-fri": ["13:00-17:00"], sat: ["09:00-12:00"] },
      closures: [{ date: "12-24", from: "12:00", to: "24:00" }],
    });
    // 2026-12-24 is a Thursday; in 2022 it was a Saturday.
    expect(closed.isWorkingDay("2026-12-24")).toBe(false);
    expect(closed.isWorkingDay("2022-12-24")).toBe(true);
  });

  it("a modified roll that would leave the month need not know what lies there", () => {
    // 2026-12-31 is closed and 2027 is not known: whatever it holds, the answer is not in it.
    const known2026 = createOracle({
      timeZone: "UTC",
      week: { "mon-fri": ["09:00-17:00"] },
      holidays: [{ dates: ["2026-12-31"] }],
    });
    expect(known2026.addWorkingDays("2026-12-31", 0, "modifiedfollowing")).toBe("2026-12-30");
    expect(outcome(() => known2026.addWorkingDays("2026-12-31", 0, "following"))).toBe(
      "calendar.beyond-reach 2027-01-01",
    );
  });
});
