/**
 * The functions of the Excel add-in, called as Excel calls them.
 *
 * The desk is that of the charter (docs/charter.md, clause 1): Monday to Friday, 9:00–12:00 and 14:00–17:00, Paris, French holidays.
 * Whit Monday is 25 May 2026. So 4 h from Friday 22 May 16:00 are one hour until 17:00, and three on Tuesday 26 May until 12:00.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCalendar } from "../../src/index.ts";
import { compileCalendar } from "../../src/spreadsheet/index.ts";
import { type Host, OfficeError, openAddIn } from "./excel-host.ts";

const PRESET = [["clip-industrie"]];
const DESK = {
  timeZone: "Europe/Paris",
  week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
  holidays: ["FR"],
};
const FRIDAY = at("2026-05-22T16:00");
const DUE = at("2026-05-26T12:00");

let addIn: Awaited<ReturnType<typeof openAddIn>>;
let excel: Host;
beforeAll(async () => {
  addIn = await openAddIn();
  excel = await addIn.start();
});
afterAll(() => addIn.close());

/** The serial number of what a wall clock shows, by the definition of the 1900 system: days since 1899-12-30. */
function at(wall: string): number {
  return (Date.parse(`${wall.includes("T") ? wall : `${wall}T00:00`}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** An error with that code and a reason in which the words are. */
function error(code: string, words: string): unknown {
  return expect.objectContaining({ constructor: OfficeError, code, message: expect.stringContaining(words) });
}

describe("one cell", () => {
  test.each([
    ["DEADLINE", [[FRIDAY]], [[4]], DUE],
    ["DEADLINE", [["2026-05-22 16:00"]], [["4:00"]], DUE],
    ["DEADLINE", [[DUE]], [[-4]], FRIDAY],
    ["ELAPSED", [[FRIDAY]], [[DUE]], 4],
    ["ELAPSED", [[DUE]], [[FRIDAY]], -4],
    // 22, 26, 27 and 28 May.
    ["WORKDAYS", [[at("2026-05-22")]], [[at("2026-05-29")]], 4],
  ])("%s %j %j", (id, first, second, expected) => {
    expect(excel.call(id, first, second, PRESET)).toEqual([[expected]]);
  });

  test.each([
    ["ISOPEN", "2026-05-25T10:00", false],
    ["ISOPEN", "2026-05-26T10:00", true],
    ["ISOPEN", "2026-05-26T12:00", false],
    ["NEXTOPEN", "2026-05-23T10:00", at("2026-05-26T09:00")],
    ["NEXTOPEN", "2026-05-26T10:15", at("2026-05-26T10:15")],
    // At noon the service day goes on: it is not carried over.
    ["CALLBACK", "2026-05-22T12:30", at("2026-05-22T14:00")],
    ["CALLBACK", "2026-05-22T17:00", at("2026-05-26T09:00")],
  ])("%s %s", (id, wall, expected) => {
    expect(excel.call(id, [[at(wall)]], PRESET)).toEqual([[expected]]);
  });

  test.each([
    [true, 10, 20],
    [false, 10, 5],
    ["oui", 45, 0],
    [true, 0, 30],
  ])("ENTITLEMENT %j %j", (trained, used, expected) => {
    // Clause 4: 30 minutes a module, 15 untrained.
    expect(excel.call("ENTITLEMENT", [[trained]], [[used]])).toEqual([[expected]]);
  });

  test("EXPLAIN names the holiday on the way", () => {
    expect(excel.call("EXPLAIN", [[FRIDAY]], [[4]], PRESET)).toEqual([[expect.stringMatching(/Whit Monday[\s\S]*\n/)]]);
  });
});

describe("STATUS", () => {
  const stopped = (stop: string): unknown =>
    excel.call("STATUS", [[FRIDAY]], [[4]], [[at(stop)]], [[at("2026-06-01")]], PRESET);

  test("is met with exactly the target used, at whatever hour", () => {
    expect(stopped("2026-05-26T12:00")).toEqual([["met"]]);
    expect(stopped("2026-05-26T14:00")).toEqual([["met"]]);
    expect(stopped("2026-05-26T14:00:01")).toEqual([["missed"]]);
  });

  test.each([
    ["2026-05-22T15:59:59", "not yet"],
    ["2026-05-26T10:30", "running"],
    // Three of four hours: 75 %.
    ["2026-05-26T11:00", "at risk"],
    ["2026-05-26T14:00:01", "missed"],
  ])("without now, at %s", async (wall, expected) => {
    // Paris is two hours ahead of UTC in summer.
    const host = await addIn.start({ nowMs: Date.parse(`${wall}+02:00`) });
    for (const left of [null, [[null]], [[0]], [[""]]]) {
      expect(host.call("STATUS", [[FRIDAY]], [[4]], left, left, PRESET)).toEqual([[expected]]);
    }
  });
});

describe("ranges", () => {
  test("a column is one call, an error is the value of its own cell, and blanks stay blank", () => {
    const starts = [[FRIDAY], [null], [0], [""], ["soon"], [at("2200-01-02")], [FRIDAY]];
    expect(excel.call("DEADLINE", starts, [[4]], PRESET)).toEqual([
      [DUE],
      [""],
      [""],
      [""],
      [error("#VALUE!", '"soon" is not a date and time')],
      [error("#N/A", "1900 to 2199")],
      [DUE],
    ]);
  });

  test("each row has its own second argument", () => {
    expect(excel.call("DEADLINE", [[FRIDAY], [FRIDAY], [FRIDAY]], [[4], [1], [null]], PRESET)).toEqual([
      [DUE],
      [at("2026-05-22T17:00")],
      [""],
    ]);
    expect(excel.call("ENTITLEMENT", [[true], [false], [null], [0]], [[0], [20], [0], [5]])).toEqual([
      [30],
      [0],
      [""],
      [""],
    ]);
  });

  test("ranges of two sizes are one error", () => {
    expect(excel.call("ELAPSED", [[FRIDAY], [FRIDAY]], [[DUE], [DUE], [DUE]], PRESET)).toEqual(
      error("#VALUE!", "different sizes"),
    );
  });

  test("numbers with a format of their own, blanks and errors may be objects", () => {
    const starts = [
      [{ type: "FormattedNumber", basicType: "Double", basicValue: FRIDAY, numberFormat: "yyyy-mm-dd" }],
      [{ type: "Empty", basicType: "Empty", basicValue: "" }],
      [{ type: "Error", basicType: "Error", basicValue: "#DIV/0!", errorType: "Div0" }],
      [{ code: "#REF!" }],
    ];
    expect(excel.call("DEADLINE", starts, [[4]], PRESET)).toEqual([
      [DUE],
      [""],
      [error("#VALUE!", '"#DIV/0!"')],
      [error("#VALUE!", '"#REF!"')],
    ]);
  });
});

describe("calendars", () => {
  const deadline = (host: Host, calendar: unknown[][] | null): unknown =>
    host.call("DEADLINE", [[FRIDAY]], [[4]], calendar);

  test.each([null, 0, ""])("a range, in which blank cells are %j", (blank) => {
    const range = [
      ["# Our desk", blank, blank, blank],
      ["Time zone", "Europe/Paris", blank, blank],
      ["Hours", "mon-fri", "09:00-12:00", "14:00-17:00"],
      ["Holidays", "FR", blank, blank],
      [blank, blank, blank, blank],
      // A date cell: 26 May is closed in the morning too.
      ["Closed", at("2026-05-26"), "09:00-12:00", "Training"],
    ];
    expect(deadline(excel, range)).toEqual([[at("2026-05-26T17:00")]]);
  });

  test("JSON, and compiled JSON where the runtime has no time zones", async () => {
    const json = JSON.stringify(DESK);
    expect(deadline(excel, [[json]])).toEqual([[DUE]]);
    const compiled = compileCalendar(createCalendar(DESK), { from: "2026-01-01", to: "2026-12-31" });
    const host = await addIn.start({ withoutIntl: true });
    expect(deadline(host, [[JSON.stringify(compiled)]])).toEqual([[DUE]]);
    expect(deadline(host, [[json]])).toEqual(error("#VALUE!", "give a compiled calendar"));
  });

  test("the add-in's own, written at the head of the file as a name or as JSON", async () => {
    for (const own of ['"clip-industrie"', JSON.stringify(DESK)]) {
      const host = await addIn.start({ head: { "var OUVREE_CALENDAR = null;": `var OUVREE_CALENDAR = ${own};` } });
      expect(deadline(host, null)).toEqual([[DUE]]);
      expect(deadline(host, [[0]])).toEqual([[DUE]]);
      expect(deadline(host, [["clip-industry"]])).toEqual(error("#VALUE!", "clip-industrie"));
    }
  });

  test("none, and dates beyond what is known, are errors with their reasons", () => {
    expect(deadline(excel, null)).toEqual(error("#VALUE!", "say whose hours"));
    const known = { ...DESK, holidays: [{ dates: ["2025-05-01"] }] };
    expect(deadline(excel, [[JSON.stringify(known)]])).toEqual(error("#N/A", "2026-05-22"));
  });
});

describe("the 1904 system", () => {
  const set = (system: string): Promise<Host> =>
    addIn.start({ head: { 'OUVREE_DATE_SYSTEM = "1900"': `OUVREE_DATE_SYSTEM = ${system}` } });
  /** Its day 0 is 1 January 1904. */
  const shift = (Date.UTC(1904, 0, 1) - Date.UTC(1899, 11, 30)) / 86_400_000;

  test.each(['"1904"', "1904"])("%s: days are counted from 1904, and 0 is a blank cell", async (system) => {
    const host = await set(system);
    expect(host.call("DEADLINE", [[FRIDAY - shift], [0]], [[4]], PRESET)).toEqual([[DUE - shift], [""]]);
  });

  test("any other is the error of every cell", async () => {
    const host = await set('"1905"');
    expect(host.call("ISOPEN", [[FRIDAY]], PRESET)).toEqual(error("#VALUE!", 'write "1900" or "1904"'));
  });
});
