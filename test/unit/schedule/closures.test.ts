/**
 * Closures: one's own closed days. Source: the contract's design §3 and semantics §2: a part-day
 * closure removes, from the windows of its own date only, the civil time between its edges, and 24:00 there means to
 * the end of that date's windows, past midnight too.
 */

import { describe, expect, it } from "vitest";
import { type CalendarDefinition, createCalendar } from "../../../src/index.ts";
import { expectRefusal, make } from "../refusals.ts";

const base = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] } };
const nights = { timeZone: "Europe/Paris", week: { "mon-sun": ["22:00-06:00"] } };

/** Open time from one date's noon to another's, as "12-24T22:00 12-25T06:00". */
function open(definition: CalendarDefinition, from: string, to: string): string[] {
  return createCalendar(definition, { output: "iso" })
    .windows(`${from}T00:00+01:00`, `${to}T12:00+01:00`)
    .map(({ start, end }) => `${start.slice(5, 16)} ${end.slice(5, 16)}`);
}

describe("a closure of whole days", () => {
  it("closes a date, or dates from one to another, both included", () => {
    const desk = make({
      ...base,
      closures: ["2026-12-24", { from: "2026-12-28", to: "2026-12-30", name: "inventory" }],
    });
    const dates = ["23", "24", "28", "29", "30", "31"].map((day) => `2026-12-${day}`);
    expect(dates.map((date) => desk.isWorkingDay(date))).toEqual([true, false, false, false, false, true]);
    expect(desk.day("2026-12-29").closures).toEqual(["inventory"]);
  });

  it("has no reach and shortens none", () => {
    expect(make({ ...base, closures: ["2026-12-24"] }).reach).toEqual({ from: "1900-01-01", to: "2199-12-31" });
  });

  it("stands beside a holiday of the same date, with both names", () => {
    const closures = [{ from: "2026-12-24", to: "2026-12-31", name: "winter break" }];
    const day = make({ ...base, holidays: ["FR"], closures }).day("2026-12-25");
    expect(day.holidays.map((holiday) => holiday.name)).toEqual(["Christmas Day"]);
    expect(day.closures).toEqual(["winter break"]);
  });

  it("removes an overnight window whole, and no tail of the night before", () => {
    expect(open({ ...nights, closures: ["2026-12-24"] }, "2026-12-24", "2026-12-25")).toEqual([
      "12-24T00:00 12-24T06:00",
    ]);
  });
});

describe("a closure of a part of a day", () => {
  it("is not known yet, and is refused rather than taken for a whole day", () => {
    const half = { date: "2026-12-24", from: "12:00", to: "24:00", name: "Christmas Eve" };
    expectRefusal(() => make({ ...base, closures: [half] }), {
      code: "schedule.bad-closure",
      path: ["closures", 0],
      message: /part-day closures are not known yet/,
    });
  });
});

describe("what is no closure is refused", () => {
  const refused =
    (closure: unknown): (() => unknown) =>
    () =>
      make({ ...base, closures: [closure] });

  it("a value of the wrong kind", () => {
    for (const value of [null, 5, true, [], ["2026-12-24", "2026-12-31"]]) {
      expectRefusal(refused(value), { code: "schedule.bad-closure", path: ["closures", 0], message: /2026-12-24/ });
    }
  });

  it("an end without a start, and a start without an end", () => {
    expectRefusal(refused({ from: "2026-12-24" }), {
      code: "schedule.bad-date",
      path: ["closures", 0, "to"],
      count: 1,
    });
    expectRefusal(refused({ to: "2026-12-24" }), {
      code: "schedule.bad-date",
      path: ["closures", 0, "from"],
      count: 1,
    });
  });

  it("a start after its end", () => {
    const reversed = { from: "2026-12-31", to: "2026-12-24" };
    expectRefusal(refused(reversed), { code: "schedule.bad-closure", path: ["closures", 0], message: /from is after/ });
  });

  it("an unknown key, with the near miss", () => {
    expectRefusal(refused({ date: "2026-12-24", nmae: "x" }), {
      code: "schedule.unknown-key",
      path: ["closures", 0, "nmae"],
      message: /did you mean "name"/,
    });
  });

  it("a name that is no text", () => {
    const expected = { code: "schedule.bad-closure", path: ["closures", 0, "name"] };
    expectRefusal(refused({ date: "2026-12-24", name: 5 }), expected);
  });
});
