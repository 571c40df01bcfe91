/**
 * A calendar written on a sheet: what its rows become, and what is wrong with them, row by row.
 */
import { describe, expect, it, test } from "vitest";
import { createCalendar, isOuvreeError } from "../../../src/index.ts";
import { type CellRange, calendarTemplate, definitionOfRange } from "../../../src/spreadsheet/index.ts";

const ZONE = ["Time zone", "Europe/Paris"];
const HOURS = ["Hours", "mon-fri", "09:00-17:00"];

function problemsOf(range: CellRange): string[] {
  try {
    definitionOfRange(range);
  } catch (error) {
    if (isOuvreeError(error)) return error.issues.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe("rows", () => {
  it("the template is a calendar with hours, holidays, closed days, exceptions and a version", () => {
    const definition = definitionOfRange(calendarTemplate());
    expect(definition).toEqual({
      timeZone: "Europe/Paris",
      week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
      holidays: ["FR"],
      closures: [
        { from: "2026-08-10", to: "2026-08-14", name: "Summer break" },
        { date: "2026-12-24", from: "12:00", to: "24:00", name: "Christmas Eve" },
      ],
      exceptions: { "2026-12-31": ["09:00-12:00"] },
      versions: [{ from: "2027-01-04", week: { "mon-thu": ["09:00-12:00", "14:00-18:00"], fri: ["09:00-12:00"] } }],
    });
    expect(createCalendar(definition).isWorkingDay("2026-08-12")).toBe(false);
  });

  it("words in any case, with a colon, remarks and blank rows", () => {
    const range = [["Our desk"], ["# a remark", "x"], ["", "y"], [], ["TIME ZONE:", " UTC "], ["hours", "mon", "9"]];
    expect(problemsOf(range)).toEqual([expect.stringContaining('row 1: "Our desk" is no word')]);
    const good = [
      ["# a remark", "x"],
      ["", "y"],
      [],
      ["TIME ZONE:", " UTC "],
      ["hours ", "mon", " 09:00 – 12:00; 13:00-14:00 "],
    ];
    expect(definitionOfRange(good)).toEqual({ timeZone: "UTC", week: { mon: ["09:00-12:00", "13:00-14:00"] } });
  });

  it("dates may be dates: serial numbers, in the program's system", () => {
    // 46387 is 31 December 2026; in the system of 1904 it is 1462 less.
    const range = (serial: number): CellRange => [
      ZONE,
      HOURS,
      ["Exception", serial],
      ["Closed", serial - 3, serial - 2, "x"],
    ];
    const expected = {
      exceptions: { "2026-12-31": [] },
      closures: [{ from: "2026-12-28", to: "2026-12-29", name: "x" }],
    };
    expect(definitionOfRange(range(46_387))).toMatchObject(expected);
    expect(definitionOfRange(range(44_925), { dateSystem: "1904" })).toMatchObject(expected);
  });

  it("closed days: one, several, a part of one, with a name or without", () => {
    const closed = [
      ["Closed", "2026-12-24"],
      ["Closed", "2026-12-24", "", "Eve"],
      ["Closed", "2026-12-24", "Eve"],
      ["Closed", "2026-12-24", "2026-12-26"],
      ["Closed", "2026-12-24", "12:00-24:00"],
    ];
    expect(definitionOfRange([ZONE, HOURS, ...closed]).closures).toEqual([
      "2026-12-24",
      { date: "2026-12-24", name: "Eve" },
      { date: "2026-12-24", name: "Eve" },
      { from: "2026-12-24", to: "2026-12-26" },
      { date: "2026-12-24", from: "12:00", to: "24:00" },
    ]);
  });

  it("holidays by name, and as dates", () => {
    const range = [ZONE, HOURS, ["Holidays", "FR-57", "2026-03-17"], ["Reopen", "fr.pentecost-monday"]];
    expect(definitionOfRange(range)).toMatchObject({
      holidays: ["FR-57", { dates: ["2026-03-17"] }],
      reopen: ["fr.pentecost-monday"],
    });
  });
});

describe("what is wrong is said with its row", () => {
  test.for([
    [
      "a word",
      [ZONE, ["Houres", "mon", "09:00-17:00"]],
      ['row 2: "Houres" is no word of a calendar; did you mean "hours"?'],
    ],
    [
      "a word that every object has",
      [ZONE, HOURS, ["constructor", "x"]],
      ['row 3: "constructor" is no word of a calendar'],
    ],
    ["nothing behind it", [ZONE, ["Holidays", ""]], ['row 2: "Holidays" says nothing: write it in the next cell']],
    ["the same day twice", [ZONE, HOURS, HOURS], ['row 3: "mon-fri" is in row 2 already; leave one of the two']],
    ["a zone", [["Time zone", "Europe/Pari"], HOURS], [/^row 1: .*did you mean "Europe\/Paris"/]],
    ["hours", [ZONE, ["Hours", "mon", "9h-12h"]], [/^row 2: .*"9h" is not HH:MM/]],
    [
      "hours of a version",
      [ZONE, HOURS, ["From", "2027-01-01"], ["Hours", "mon", "12:00-12:00"]],
      [/^row 4: .*is empty/],
    ],
    ["holidays", [ZONE, HOURS, ["Holidays", "FR", "DE"]], [/^row 3: .*"DE"/]],
    ["no zone", [HOURS], [/a calendar needs its timeZone/]],
  ] as [string, CellRange, (string | RegExp)[]][])("%s", ([, range, expected]) => {
    const problems = problemsOf(range);
    expect(problems).toHaveLength(expected.length);
    for (const [i, problem] of problems.entries()) expect(problem).toMatch(expected[i]!);
  });

  it("a key like __proto__ is a key", () => {
    expect(problemsOf([ZONE, HOURS, ["Exception", "__proto__", "09:00-12:00"]])).toEqual([
      expect.stringMatching(/^row 3: /),
    ]);
  });
});
