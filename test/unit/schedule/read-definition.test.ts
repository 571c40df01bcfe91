/**
 * Definitions as a whole: what is no definition, unknown keys, zones, weekdays. Source: the contract's list of bad
 * input (schedule) and its semantics §1 and §2.
 */

import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { expectRefusal, make, SUPPORT } from "../refusals.ts";

const week = { mon: ["09:00-12:00"] };

describe("what is no definition", () => {
  const code = "schedule.bad-definition";

  it.each<[string, unknown]>([
    ["null", null],
    ["undefined", undefined],
    ["an array", []],
    ["a definition in an array", [SUPPORT]],
    ["a text", "Europe/Paris"],
    ["JSON that was not parsed", JSON.stringify(SUPPORT)],
    ["a number", 5],
    ["a bigint", 5n],
    ["a boolean", true],
    ["a symbol", Symbol("x")],
    ["a function", () => SUPPORT],
  ])("%s: is refused, and the message says what a definition is", (_, value) => {
    expectRefusal(() => make(value), { code, path: [], message: /calendar definition/ });
  });

  it("a class instance, a Map, a Date: is refused by its kind", () => {
    class Definition {
      timeZone = "UTC";
      week = week;
    }
    for (const value of [new Definition(), new Map(Object.entries(SUPPORT)), new Date(0), /x/, Promise.resolve()]) {
      expectRefusal(() => make(value), { code, path: [], message: /plain object/ });
    }
  });

  it("an instance within: is refused with its path", () => {
    expectRefusal(() => make({ timeZone: "UTC", week: new Map() }), { code, path: ["week"], message: /Map/ });
    expectRefusal(() => make({ timeZone: "UTC", week: () => week }), { code, path: ["week"], message: /function/ });
    expectRefusal(() => make({ timeZone: "UTC", week, holidays: [5n] }), { code, path: ["holidays", 0] });
  });

  it("a member of the wrong kind: is refused with what was meant", () => {
    const cases: [string, unknown, string][] = [
      ["week", [], "schedule.bad-definition"],
      ["week", "mon-fri", "schedule.bad-definition"],
      ["week", null, "schedule.bad-definition"],
      ["exceptions", [], "schedule.bad-definition"],
      ["exceptions", null, "schedule.bad-definition"],
      ["exceptions", "2026-12-24", "schedule.bad-definition"],
      ["holidays", "FR", "holidays.bad-source"],
      ["holidays", null, "holidays.bad-source"],
      ["holidays", { dates: [] }, "holidays.bad-source"],
      ["reopen", "fr.pentecost-monday", "holidays.bad-source"],
      ["closures", "2026-12-24", "schedule.bad-closure"],
      ["closures", { from: "2026-12-24", to: "2026-12-31" }, "schedule.bad-closure"],
    ];
    for (const [key, value, expected] of cases) {
      expectRefusal(() => make({ ...SUPPORT, [key]: value }), { code: expected, path: [key], message: /write/ });
    }
  });
});

describe("what is a definition", () => {
  it("plain objects of another realm, of JSON, and without a prototype", () => {
    const foreign = vm.runInNewContext(`(${JSON.stringify(SUPPORT)})`) as unknown;
    const bare = Object.assign(Object.create(null), SUPPORT) as unknown;
    for (const definition of [foreign, JSON.parse(JSON.stringify(SUPPORT)), bare]) {
      expect(make(definition).isWorkingDay("2026-05-22")).toBe(true);
    }
  });

  it("is copied: what its owner does to it afterwards changes nothing", () => {
    const windows = ["09:00-12:00"];
    const mine = { timeZone: "UTC", week: { mon: windows }, exceptions: {} as Record<string, string[]> };
    const desk = createCalendar(mine, { output: "iso" });
    windows[0] = "10:00-12:00";
    mine.exceptions["2026-05-18"] = [];
    mine.timeZone = "Asia/Tokyo";
    expect(desk.nextOpen("2026-05-18T00:00Z")).toBe("2026-05-18T09:00:00.000Z");
    expect(Object.isFrozen(windows) || Object.isFrozen(mine)).toBe(false);
  });

  it("is given back frozen, all the way down, and makes the same calendar again", () => {
    const desk = createCalendar({ ...SUPPORT, exceptions: { "2026-12-24": ["09:00-12:00"] } });
    expect(desk.definition).toEqual({ ...SUPPORT, exceptions: { "2026-12-24": ["09:00-12:00"] } });
    expect(Object.isFrozen(desk.definition)).toBe(true);
    expect(Object.isFrozen(desk.definition.week?.["mon-fri"])).toBe(true);
    const again = make(JSON.parse(JSON.stringify(desk.definition)));
    expect(again.definition).toEqual(desk.definition);
  });

  it("may leave out a member by giving undefined", () => {
    const desk = make({ ...SUPPORT, holidays: undefined, reopen: undefined });
    expect(desk.isWorkingDay("2026-05-25")).toBe(true);
  });
});

describe("unknown keys", () => {
  it.each([
    ["holiday", "holidays"],
    ["weekly", "week"],
    ["hollidays", "holidays"],
    ["exception", "exceptions"],
    ["closure", "closures"],
    ["Week", "week"],
    ["reopens", "reopen"],
  ])("%s is refused, and %s suggested", (key, near) => {
    expectRefusal(() => make({ timeZone: "UTC", week, [key]: [] }), {
      code: "schedule.unknown-key",
      path: [key],
      message: new RegExp(`"${key}".*did you mean "${near}"\\?`),
      count: 1,
    });
  });

  it("timezone for timeZone says both: the unknown key and the missing one", () => {
    const error = expectRefusal(() => make({ timezone: "UTC", week }), {
      code: "schedule.unknown-key",
      path: ["timezone"],
      message: /did you mean "timeZone"/,
    });
    expect(error.issues.map((issue) => issue.code)).toEqual(["schedule.unknown-key", "schedule.missing-key"]);
  });

  it("an include, an extends or a URL is an unknown key, and no file is read", () => {
    for (const key of ["include", "extends", "$ref", "url"]) {
      const message = new RegExp(key.replace("$", "\\$"));
      for (const value of ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1/x.json"]) {
        const unknown = { code: "schedule.unknown-key", path: [key], message };
        expectRefusal(() => make({ timeZone: "UTC", week, [key]: value }), unknown);
      }
    }
  });

  it("a key with control characters is shown harmless", () => {
    expectRefusal(() => make({ timeZone: "UTC", week, "a\u001b[31m\u202e": 1 }), { code: "schedule.unknown-key" });
  });

  it("each unknown key is an issue of its own, in the order of the input", () => {
    const error = expectRefusal(() => make({ b: 1, timeZone: "UTC", a: 2, week }), { code: "schedule.unknown-key" });
    expect(error.issues.map((issue) => issue.path)).toEqual([["b"], ["a"]]);
  });
});

describe("the zone", () => {
  it("left out is a missing key", () => {
    for (const definition of [{ week }, { timeZone: undefined, week }]) {
      const missing = { code: "schedule.missing-key", path: ["timeZone"], message: /Europe\/Paris/, count: 1 };
      expectRefusal(() => make(definition), missing);
    }
  });
});

describe("weekdays", () => {
  it.each([
    ["monday", "mon"],
    ["Monday", "mon"],
    ["MON", "mon"],
    ["Lun", "mon"],
    ["lundi", "mon"],
    ["dimanche", "sun"],
    ["mnday", "mon"],
    ["mon-friday", "fri"],
    ["sat, sun", "sun"],
  ])("%j is refused, and %s suggested", (key, near) => {
    expectRefusal(() => make({ timeZone: "UTC", week: { [key]: ["09:00-12:00"] } }), {
      code: "schedule.unknown-day",
      path: ["week", key],
      message: new RegExp(`did you mean "${near}"\\?`),
      count: 1,
    });
  });

  it.each([["7"], ["0"], [""], ["mon-"], ["-fri"], ["mon-wed-fri"], ["mon,,tue"], ["weekdays"], ["*"], ["mon..fri"]])(
    "%j is refused",
    (key) => {
      const refused = { code: "schedule.unknown-day", path: ["week", key], message: /is not a weekday/ };
      expectRefusal(() => make({ timeZone: "UTC", week: { [key]: ["09:00-12:00"] } }), refused);
    },
  );

  it.each([
    [{ mon: ["09:00-12:00"], "mon-fri": ["14:00-17:00"] }, "mon-fri"],
    [{ "mon-fri": ["09:00-12:00"], wed: [] }, "wed"],
    [{ "sat,sun": ["09:00-12:00"], "fri-mon": ["09:00-12:00"] }, "fri-mon"],
    [{ "mon,mon": ["09:00-12:00"] }, "mon,mon"],
  ])("a weekday named twice is refused: %j", (twice, key) => {
    const code = "schedule.repeated-day";
    expectRefusal(() => make({ timeZone: "UTC", week: twice }), { code, path: ["week", key], message: /once/ });
  });

  it("a range wraps over the weekend: fri-mon", () => {
    const desk = make({ timeZone: "UTC", week: { "fri-mon": ["09:00-12:00"] } });
    // 2026-05-18 is a Monday.
    const dates = ["18", "19", "20", "21", "22", "23", "24"].map((day) => `2026-05-${day}`);
    expect(dates.map((date) => desk.isWorkingDay(date))).toEqual([true, false, false, false, true, true, true]);
  });

  it("lists and ranges mix, and sun-sun is Sunday alone", () => {
    const desk = make({ timeZone: "UTC", week: { "mon-tue,thu": ["09:00-12:00"], "sun-sun": ["10:00-11:00"] } });
    const dates = ["18", "19", "20", "21", "22", "23", "24"].map((day) => `2026-05-${day}`);
    expect(dates.map((date) => desk.isWorkingDay(date))).toEqual([true, true, false, true, false, false, true]);
  });
});
