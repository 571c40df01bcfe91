/**
 * Civil dates in a definition: holidays of a list, exceptions, closures, reopened dates. Source: the contract's list of
 * bad input and its semantics §2 and §3 (reach).
 */

import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { expectRefusal, make, refusal } from "../refusals.ts";

const base = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } };
const BAD_DATES = [
  "2026-02-29",
  "2026-13-01",
  "2026-1-1",
  "20260101",
  "01/01/2026",
  "2026-01-01T00:00",
  "",
  "tomorrow",
];

describe("a date that does not exist, or that is written in another way, is refused", () => {
  const code = "schedule.bad-date";

  it.each(BAD_DATES.map((date) => [date]))("%j as a holiday", (date) => {
    const expected = { code, path: ["holidays", 0, "dates", 0], message: /is not a date.*"\d{4}-\d\d-\d\d"/ };
    expectRefusal(() => make({ ...base, holidays: [{ dates: [date] }] }), { ...expected, count: 1 });
  });

  it.each(BAD_DATES.map((date) => [date]))("%j as an exception", (date) => {
    const expected = { code, path: ["exceptions", date], message: /is not a date/ };
    expectRefusal(() => make({ ...base, exceptions: { [date]: [] } }), { ...expected, count: 1 });
  });

  it.each(BAD_DATES.map((date) => [date]))("%j as a closure, or as the end of one", (date) => {
    expectRefusal(() => make({ ...base, closures: [date] }), { code, path: ["closures", 0], count: 1 });
    const path = ["closures", 0, "to"];
    expectRefusal(() => make({ ...base, closures: [{ from: "2020-01-01", to: date }] }), { code, path, count: 1 });
  });

  it.each(BAD_DATES.map((date) => [date]))("%j as the end of a list's reach", (date) => {
    const path = ["holidays", 0, "to"];
    expectRefusal(() => make({ ...base, holidays: [{ dates: ["2026-05-01"], to: date }] }), { code, path, count: 1 });
  });

  it("a Date object, which is an instant and would shift with the zone", () => {
    const date = new Date("2026-05-01T00:00:00Z");
    const message = /Date/;
    expectRefusal(() => make({ ...base, holidays: [{ dates: [date] }] }), {
      code,
      path: ["holidays", 0, "dates", 0],
      message,
    });
    expectRefusal(() => make({ ...base, closures: [date] }), { code, path: ["closures", 0], message });
  });

  it("a date with a time", () => {
    for (const date of ["2026-05-01T00:00:00Z", "2026-05-01 09:00"]) {
      expectRefusal(() => make({ ...base, holidays: [{ dates: [date] }] }), { code });
    }
  });

  it("a number, null or a list in a date's place", () => {
    for (const date of [20_260_501, null, true, ["2026-05-01"]]) {
      expectRefusal(() => make({ ...base, holidays: [{ dates: [date] }] }), {
        code,
        path: ["holidays", 0, "dates", 0],
      });
    }
  });

  it("a date to reopen that does not exist: the message does not call it a holiday's id", () => {
    const expected = { code: "schedule.bad-date", path: ["reopen", 0] };
    expectRefusal(() => make({ ...base, holidays: ["FR"], reopen: ["2026-02-29"] }), expected);
  });
});

describe("dates given to the calendar's own methods", () => {
  const desk = createCalendar({ ...base, holidays: ["FR"] });

  it.each<[string, (date: never) => unknown, string]>([
    ["isWorkingDay", (date) => desk.isWorkingDay(date), "date"],
    ["day", (date) => desk.day(date), "date"],
    ["addWorkingDays", (date) => desk.addWorkingDays(date, 1), "date"],
    ["workingDaysBetween", (date) => desk.workingDaysBetween(date, "2026-05-01"), "from"],
    ["workingDaysBetween", (date) => desk.workingDaysBetween("2026-05-01", date), "to"],
    ["holidays", (date) => desk.holidays(date, "2026-05-01"), "from"],
    ["holidays", (date) => desk.holidays("2026-05-01", date), "to"],
  ])("are refused by %s with the argument's name", (_, ask, name) => {
    for (const date of [...BAD_DATES, new Date(0), 20_260_501, null, undefined, {}]) {
      const expected = { code: "time.bad-date", path: [name], message: /is not a date.*"\d{4}-\d\d-\d\d"/ };
      expectRefusal(() => ask(date as never), { ...expected, count: 1 });
    }
  });
});

describe("a list of holidays", () => {
  const list = (holidays: unknown): unknown => make({ ...base, holidays: [holidays] });

  it("may name a day twice, which changes nothing", () => {
    const desk = make({ ...base, holidays: [{ dates: ["2026-05-01", "2026-05-01"] }] });
    expect(desk.isWorkingDay("2026-05-01")).toBe(false);
    expect(desk.holidays("2026-01-01", "2026-12-31")).toHaveLength(1);
  });

  it("may name its days", () => {
    const desk = make({
      ...base,
      holidays: [{ dates: [{ date: "2026-05-06", name: "Founders' Day" }, "2026-05-07"] }],
    });
    expect(desk.day("2026-05-06").holidays).toMatchObject([{ name: "Founders' Day", source: "list" }]);
    expect(desk.isWorkingDay("2026-05-07")).toBe(false);
  });

  it("that is empty must say its reach", () => {
    for (const empty of [{ dates: [] }, { dates: [], from: "2026-01-01" }, { dates: [], to: "2026-12-31" }]) {
      const expected = { code: "holidays.no-reach", path: ["holidays", 0], message: /from and to/ };
      expectRefusal(() => list(empty), expected);
    }
    expect(() => list({ dates: [], from: "2026-01-01", to: "2026-12-31" })).not.toThrow();
  });

  it("that is no list is refused", () => {
    for (const value of [null, 5, true, [], ["2026-05-01"]]) {
      expectRefusal(() => list(value), { code: "holidays.bad-source", path: ["holidays", 0] });
    }
    for (const value of [{}, { dates: null }, { dates: "2026-05-01" }, { dates: { "2026-05-01": "x" } }]) {
      expectRefusal(() => list(value), { code: "holidays.bad-source", path: ["holidays", 0, "dates"] });
    }
  });

  it("with an unknown key is refused, with the near miss", () => {
    const path = ["holidays", 0, "form"];
    const expected = { code: "schedule.unknown-key", path, message: /did you mean "from"/ };
    expectRefusal(() => list({ dates: ["2026-05-01"], form: "2026-01-01" }), expected);
  });

  it("whose entry has an unknown key is refused too", () => {
    const path = ["holidays", 0, "dates", 0, "nmae"];
    const expected = { code: "schedule.unknown-key", path, message: /did you mean "name"/ };
    expectRefusal(() => list({ dates: [{ date: "2026-05-01", nmae: "x" }] }), expected);
  });

  it("whose names have an unknown key is refused, as the schema says", () => {
    const path = ["holidays", 0, "dates", 0, "names", "de"];
    const names = { fr: "Fête du travail", en: "Labour Day", de: "Tag der Arbeit" };
    const expected = { code: "schedule.unknown-key", path, message: /the names of a date/ };
    expectRefusal(() => list({ dates: [{ date: "2026-05-01", names }] }), expected);
  });

  it("whose entry has a name that is no text is refused for the name, not for the date", () => {
    const error = refusal(() => list({ dates: [{ date: "2026-05-01", name: 5 }] }));
    expect(error.message).not.toContain('"2026-05-01" is not a date');
    expect(error.issues[0]?.path).toEqual(["holidays", 0, "dates", 0, "name"]);
  });

  it("whose from is after its to, or which has a date outside of them, is refused", () => {
    const reversed = { dates: [], from: "2026-12-31", to: "2026-01-01" };
    expectRefusal(() => list(reversed), { code: "holidays.no-reach", path: ["holidays", 0] });
    for (const outside of ["2025-12-31", "2027-01-01"]) {
      const value = { dates: [outside], from: "2026-01-01", to: "2026-12-31" };
      expectRefusal(() => list(value), { code: "holidays.outside-reach", path: ["holidays", 0] });
    }
  });

  it("that ends before the asked year answers with an error: the first date outside, the last one known", () => {
    const desk = make({ ...base, holidays: [{ dates: ["2026-05-01", "2026-12-25"] }] });
    const expected = { code: "calendar.beyond-reach", message: /2027-01-01.*2026-12-31/ };
    expectRefusal(() => desk.add("2026-12-31T16:00+01:00", "PT4H"), expected);
    expectRefusal(() => desk.isOpen("2027-06-01T10:00+02:00"), {
      code: "calendar.beyond-reach",
      message: /2027-06-01.*2026-12-31/,
    });
  });

  it("given as a bare date: the message says how to write it", () => {
    const expected = { code: "holidays.unknown-source", path: ["holidays", 0], message: /dates|closures/ };
    expectRefusal(() => make({ ...base, holidays: ["2026-12-24"] }), expected);
  });
});

describe("exceptions", () => {
  it("an empty list closes the date, null and other values are refused", () => {
    // 2026-12-31 is a Thursday.
    const closed = make({ ...base, exceptions: { "2026-12-31": [] } });
    expect(closed.isWorkingDay("2026-12-31")).toBe(false);
    for (const value of [null, false, "closed", 0, {}]) {
      const path = ["exceptions", "2026-12-31"];
      const expected = { code: "schedule.bad-window", path, message: /\[\] for closed/, count: 1 };
      expectRefusal(() => make({ ...base, exceptions: { "2026-12-31": value } }), expected);
    }
  });

  it("replace everything: hours open a Sunday, a holiday and a closure", () => {
    const dates = ["2026-05-24", "2026-05-25", "2026-12-24"];
    const desk = make({
      ...base,
      holidays: ["FR"],
      closures: ["2026-12-24"],
      exceptions: Object.fromEntries(dates.map((date) => [date, ["10:00-11:00"]])),
    });
    expect(dates.map((date) => desk.day(date).windows)).toEqual([["10:00-11:00"], ["10:00-11:00"], ["10:00-11:00"]]);
    expect(dates.map((date) => desk.isWorkingDay(date))).toEqual([true, true, true]);
  });

  it("have no reach: one far away shortens nothing", () => {
    const desk = make({ ...base, exceptions: { "1950-01-01": ["10:00-11:00"] } });
    expect(desk.reach).toEqual({ from: "1900-01-01", to: "2199-12-31" });
  });
});
