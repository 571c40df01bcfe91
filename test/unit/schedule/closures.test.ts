/**
 * Closures: one's own closed days. Source: the contract's design §3 and semantics §2: a part-day
 * closure removes, from the windows of its own date and from the tail of the night before, the civil time between its
 * edges, and 24:00 there means to the end of that date's windows, past midnight too. Nights have a table of their own:
 * closures-of-nights.test.ts.
 */

import { describe, expect, it } from "vitest";
import { type CalendarDefinition, createCalendar } from "../../../src/index.ts";
import { expectRefusal, make } from "../refusals.ts";

const base = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] } };
const nights = { timeZone: "Europe/Paris", week: { "mon-sun": ["22:00-06:00"] } };

/** Open time from one date's noon to another's, as "12-24T22:00 12-25T06:00". */
function open(definition: CalendarDefinition<string>, from: string, to: string): string[] {
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
  const eve = { date: "2026-12-24", from: "13:00", to: "24:00", name: "Christmas Eve" };

  it("removes the civil time between its edges from the windows of its own date", () => {
    const desk = make({ ...base, closures: [eve, { date: "2026-12-23", from: "10:00", to: "15:30" }] });
    expect(desk.day("2026-12-24").windows).toEqual(["09:00-12:00"]);
    expect(desk.day("2026-12-24").closures).toEqual(["Christmas Eve"]);
    expect(desk.day("2026-12-23").windows).toEqual(["09:00-10:00", "15:30-17:00"]);
    expect(desk.day("2026-12-23").closures).toEqual(["closed 10:00-15:30"]);
    expect(desk.isWorkingDay("2026-12-24")).toBe(true);
  });

  it("with 24:00 goes to the end of the date's windows, past midnight too, and leaves the night before it starts", () => {
    const closures = [{ date: "2026-12-24", from: "23:00", to: "24:00" }];
    expect(open({ ...nights, closures }, "2026-12-24", "2026-12-25")).toEqual([
      "12-24T00:00 12-24T06:00",
      "12-24T22:00 12-24T23:00",
    ]);
  });

  it("in the early morning takes its civil time from the night before, too", () => {
    const closures = [{ date: "2026-12-24", from: "00:00", to: "03:00" }];
    expect(open({ ...nights, closures }, "2026-12-24", "2026-12-24")).toEqual(["12-24T03:00 12-24T06:00"]);
  });

  it("that takes all of a date's windows leaves no working day, and says why", () => {
    const desk = make({ ...base, closures: [{ ...eve, from: "08:00" }] });
    expect(desk.isWorkingDay("2026-12-24")).toBe(false);
    const [segment] = desk.segments("2026-12-24T10:00+01:00", "2026-12-24T11:00+01:00");
    expect([segment?.why, segment?.names]).toEqual(["holiday", ["Christmas Eve"]]);
  });

  it("is named in segments where it closes, and lunch stays lunch", () => {
    const desk = make({ ...base, closures: [{ ...eve, from: "15:00" }] });
    const segments = desk.segments("2026-12-24T00:00+01:00", "2026-12-25T00:00+01:00");
    expect(segments.map(({ why }) => why)).toEqual(["before-first", "open", "between-windows", "open", "holiday"]);
    expect(desk.explain("2026-12-24T14:00+01:00", "PT2H").text).toContain("Christmas Eve");
  });

  it("may be the rule for every year, or for the dates of a span", () => {
    const desk = make({
      ...base,
      closures: [
        { ...eve, date: "12-24" },
        { date: "2026-07-01/2026-07-31", from: "14:00", to: "24:00" },
      ],
    });
    const dates = ["2025-12-24", "2026-12-24", "2029-12-24", "2026-07-31"];
    for (const date of dates) expect(desk.day(date).windows, date).toEqual(["09:00-12:00"]);
    expect(desk.day("2026-08-03").windows).toHaveLength(2);
  });

  it("gives way to an exception and to a reopened date", () => {
    expect(make({ ...base, closures: [eve], reopen: ["2026-12-24"] }).day("2026-12-24").windows).toHaveLength(2);
    const exceptions = { "2026-12-24": ["10:00-16:00"] };
    expect(make({ ...base, closures: [eve], exceptions }).day("2026-12-24").windows).toEqual(["10:00-16:00"]);
  });

  it("stands in a list of holidays too", () => {
    const dates = [{ date: "2026-12-24", name: "Christmas Eve", closed: "13:00-24:00" }, "2026-12-25"];
    const desk = make({ ...base, holidays: [{ dates }] });
    expect(desk.day("2026-12-24").windows).toEqual(["09:00-12:00"]);
    expect(desk.holidays("2026-12-24", "2026-12-25").map(({ closed }) => closed)).toEqual(["13:00-24:00", undefined]);
  });

  it("with bad edges is refused, each at its own path", () => {
    const path = ["closures", 0];
    const refused =
      (changes: object): (() => unknown) =>
      () =>
        make({ ...base, closures: [{ ...eve, ...changes }] });
    expectRefusal(refused({ from: "1pm" }), { code: "schedule.bad-time", path: [...path, "from"], count: 1 });
    expectRefusal(refused({ to: "25:00" }), { code: "schedule.bad-time", path: [...path, "to"], count: 1 });
    expectRefusal(refused({ to: "13:00" }), {
      code: "schedule.bad-time",
      path: [...path, "to"],
      message: /after 13:00/,
    });
    expectRefusal(refused({ to: "02:00" }), { code: "schedule.bad-time", path: [...path, "to"] });
    expectRefusal(refused({ to: undefined }), { code: "schedule.bad-closure", path, message: /both times/ });
    const list = (closed: unknown) => () => make({ ...base, holidays: [{ dates: [{ date: "2026-12-24", closed }] }] });
    for (const closed of ["13:00", "13:00-12:00", 5, "", "13:00-24:00-24:00"]) {
      expectRefusal(list(closed), { code: "schedule.bad-time", path: ["holidays", 0, "dates", 0, "closed"] });
    }
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
