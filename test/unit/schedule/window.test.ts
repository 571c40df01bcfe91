/**
 * Windows: half-open civil stretches of one date. Source: the contract's semantics §2 and its list of bad input.
 */

import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { expectRefusal, make } from "../refusals.ts";

const withMonday = (windows: unknown): unknown => make({ timeZone: "UTC", week: { mon: windows } });

describe("a time that is not HH:MM is refused with its place, value and cure:", () => {
  const path = ["week", "mon", 0];
  const code = "schedule.bad-time";

  it("9:00, in the very words of the contract", () => {
    const message = 'week.mon[0]: "9:00" is not HH:MM; write "09:00"';
    expectRefusal(() => withMonday(["9:00-12:00"]), { code, path, message, count: 1 });
  });

  it.each([
    ["09:00:00-12:00", "09:00"],
    [" 09:00-12:00", "09:00"],
    ["09:00-12:00 ", "12:00"],
    ["09:00 - 12:00", "09:00"],
    ["09:00-9:30", "09:30"],
    ["9h00-12:00", "09:00"],
    ["09.00-12:00", "09:00"],
  ])("%j, whose cure is %s", (window, cure) => {
    expectRefusal(() => withMonday([window]), { code, path, message: new RegExp(`write "${cure}"`), count: 1 });
  });

  it.each([
    ["09:60-12:00"],
    ["25:00-26:00"],
    ["09:00-24:01"],
    ["09:00-99:99"],
    ["٠٩:٠٠-١٢:٠٠"],
    ["０９:００-１２:００"],
    ["0900-1200"],
    ["9-12"],
    ["9am-5pm"],
    ["-"],
    ["09:00-"],
    ["-12:00"],
    ["\ufeff09:00-12:00"],
    ["09:00-12:00\u0000"],
  ])("%j", (window) => {
    expectRefusal(() => withMonday([window]), { code, path, message: /is not HH:MM/, count: 1 });
  });

  it("900, a number, as YAML 1.1 makes of 15:00", () => {
    expectRefusal(() => withMonday([900]), { code, path, message: /900.*write "09:00-17:00"/, count: 1 });
  });

  it("24:00 as a start", () => {
    for (const window of ["24:00-06:00", "24:00-24:00", "24:00-00:00"]) {
      expectRefusal(() => withMonday([window]), { code, path, message: /"24:00" is an end only/, count: 1 });
    }
  });
});

describe("what is no window is refused", () => {
  const code = "schedule.bad-window";

  it.each<[unknown]>([
    ["09:00"],
    ["09:00-12:00-14:00"],
    ["09:00-12:00,14:00-17:00"],
    ["09:00–12:00"],
    ["09:00 to 12:00"],
    ["closed"],
    [""],
    [null],
    [true],
    [["09:00", "12:00"]],
    [{ from: "09:00", to: "12:00" }],
    [{}],
  ])("%j", (window) => {
    expectRefusal(() => withMonday([window]), { code, path: ["week", "mon", 0], message: /"09:00-17:00"/, count: 1 });
  });

  it.each<[unknown]>([["09:00-12:00"], [null], [true], [9], [{}], [{ 0: "09:00-12:00", length: 1 }]])(
    "a day's windows that are %j and no list",
    (windows) => {
      const expected = { code, path: ["week", "mon"], message: /list of windows.*\[\] for closed/, count: 1 };
      expectRefusal(() => withMonday(windows), expected);
    },
  );

  it("with the index of each one that is wrong, and of no other", () => {
    const error = expectRefusal(() => withMonday(["9:00-10:00", "11:00-12:00", null, "13:00-13:00"]), {
      code: "schedule.bad-time",
    });
    expect(error.issues.map((issue) => [issue.code, issue.path[2]])).toEqual([
      ["schedule.bad-time", 0],
      ["schedule.bad-window", 2],
      ["schedule.empty-window", 3],
    ]);
  });

  it("in exceptions as in the week", () => {
    const definition = {
      timeZone: "UTC",
      week: { mon: ["09:00-12:00"] },
      exceptions: { "2026-12-24": ["9:00-12:00"] },
    };
    expectRefusal(() => make(definition), {
      code: "schedule.bad-time",
      path: ["exceptions", "2026-12-24", 0],
      message: 'exceptions["2026-12-24"][0]: "9:00" is not HH:MM; write "09:00"',
    });
  });
});

describe("an empty window is refused", () => {
  it.each([["09:00-09:00"], ["00:00-00:00"], ["23:59-23:59"]])("%s, with the way to write a whole day", (window) => {
    const message = /empty; a whole day is "00:00-24:00"/;
    expectRefusal(() => withMonday([window]), { code: "schedule.empty-window", path: ["week", "mon", 0], message });
  });
});

describe("windows of one date that overlap are refused, with both", () => {
  const code = "schedule.overlap";

  it.each([
    [["09:00-12:00", "11:00-17:00"], "09:00-12:00", "11:00-17:00"],
    [["11:00-17:00", "09:00-12:00"], "09:00-12:00", "11:00-17:00"],
    [["09:00-17:00", "10:00-11:00"], "09:00-17:00", "10:00-11:00"],
    [["09:00-12:00", "09:00-12:00"], "09:00-12:00", "09:00-12:00"],
    [["09:00-12:00", "11:59-12:01"], "09:00-12:00", "11:59-12:01"],
    [["22:00-06:00", "23:00-23:30"], "22:00-06:00", "23:00-23:30"],
    [["22:00-06:00", "23:00-01:00"], "22:00-06:00", "23:00-01:00"],
    [["00:00-24:00", "23:59-24:00"], "00:00-24:00", "23:59-24:00"],
  ])("%j", (windows, first, second) => {
    const message = new RegExp(`"${first}" and "${second}"`);
    expectRefusal(() => withMonday(windows), { code, path: ["week", "mon"], message, count: 1 });
  });

  it("each pair that overlaps, also when a third window lies between them", () => {
    const error = expectRefusal(() => withMonday(["09:00-17:00", "10:00-11:00", "12:00-13:00"]), { code });
    const all = error.issues.map((issue) => issue.message).join("\n");
    expect(all).toContain("10:00-11:00");
    expect(all).toContain("12:00-13:00");
  });

  it("in exceptions too", () => {
    const exceptions = { "2026-12-24": ["09:00-12:00", "11:00-13:00"] };
    const path = ["exceptions", "2026-12-24"];
    expectRefusal(() => make({ timeZone: "UTC", week: { mon: ["09:00-12:00"] }, exceptions }), { code, path });
  });
});

describe("too many windows on a date", () => {
  /** `count` windows of a minute, one after the other with a minute between. */
  const many = (count: number): string[] =>
    Array.from({ length: count }, (_, i) => {
      const time = (minutes: number): string =>
        `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
      return `${time(2 * i)}-${time(2 * i + 1)}`;
    });

  it("are refused by number, not one by one", () => {
    const expected = { code: "schedule.too-many-windows", path: ["week", "mon"], message: /5000 windows/, count: 1 };
    expectRefusal(() => withMonday(many(5000)), expected);
  });

  it("a window every five minutes is not too many", () => {
    const desk = make({ timeZone: "UTC", week: { mon: many(288) } });
    expect(desk.day("2026-05-18").windows).toHaveLength(288);
  });
});

describe("a window is taken", () => {
  const open = (week: Record<string, string[]>): ((from: string, to: string) => string[]) => {
    const desk = createCalendar({ timeZone: "UTC", week }, { output: "iso" });
    return (from, to) => desk.windows(from, to).map(({ start, end }) => `${start.slice(5, 16)} ${end.slice(5, 16)}`);
  };

  it("half-open: open at its first ms, closed at its end", () => {
    const desk = createCalendar({ timeZone: "UTC", week: { mon: ["09:00-17:00"] } });
    const at = ["08:59:59.999", "09:00:00.000", "16:59:59.999", "17:00:00.000"];
    expect(at.map((time) => desk.isOpen(`2026-05-18T${time}Z`))).toEqual([false, true, true, false]);
  });

  it("of the whole day", () => {
    expect(open({ mon: ["00:00-24:00"] })("2026-05-18T00:00Z", "2026-05-25T00:00Z")).toEqual([
      "05-18T00:00 05-19T00:00",
    ]);
  });

  it("past midnight, even if 17:00-09:00 was a slip: it is legal, and a policy check warns", () => {
    expect(open({ mon: ["17:00-09:00"] })("2026-05-18T00:00Z", "2026-05-25T00:00Z")).toEqual([
      "05-18T17:00 05-19T09:00",
    ]);
  });

  it("up to midnight, as 24:00 or as 00:00", () => {
    for (const end of ["24:00", "00:00"]) {
      const windows = open({ mon: [`22:00-${end}`] })("2026-05-18T00:00Z", "2026-05-25T00:00Z");
      expect(windows).toEqual(["05-18T22:00 05-19T00:00"]);
    }
  });

  it("touching its neighbour of the same date, and merged with it", () => {
    expect(open({ mon: ["12:00-14:00", "09:00-12:00"] })("2026-05-18T00:00Z", "2026-05-25T00:00Z")).toEqual([
      "05-18T09:00 05-18T14:00",
    ]);
  });

  it("whose tail meets or overlaps the next date's window, and merged with it", () => {
    for (const next of ["06:00-14:00", "05:00-14:00"]) {
      expect(open({ mon: ["22:00-06:00"], tue: [next] })("2026-05-18T00:00Z", "2026-05-25T00:00Z")).toEqual([
        "05-18T22:00 05-19T14:00",
      ]);
    }
  });

  it("beside an early window of its own date, which its tail does not meet", () => {
    expect(open({ mon: ["22:00-06:00", "00:00-06:00"] })("2026-05-18T00:00Z", "2026-05-25T00:00Z")).toEqual([
      "05-18T00:00 05-18T06:00",
      "05-18T22:00 05-19T06:00",
    ]);
  });

  it("as a whole, by its own date: a holiday on it takes the tail, a holiday on the next date takes nothing", () => {
    const week = { "mon-sun": ["22:00-06:00"] };
    const on = (date: string): string[] =>
      createCalendar(
        { timeZone: "UTC", week, holidays: [{ dates: [date], from: "2026-01-01", to: "2026-12-31" }] },
        { output: "iso" },
      )
        .windows("2026-05-18T12:00Z", "2026-05-20T12:00Z")
        .map(({ start, end }) => `${start.slice(5, 16)} ${end.slice(5, 16)}`);
    expect(on("2026-05-18")).toEqual(["05-19T22:00 05-20T06:00"]);
    expect(on("2026-05-19")).toEqual(["05-18T22:00 05-19T06:00"]);
  });
});
