/**
 * A year at a glance as CSV, read back by another reader; and cells that want to be formulas.
 */
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvRow } from "../../../../src/report/csv-row.ts";
import { yearCsv } from "../../../../src/report/index.ts";
import { HARMFUL } from "../../refusals.ts";
import { evilGlance, glanceOf, HOSTILE } from "./desks.ts";

interface Row {
  readonly [column: string]: string;
}

function read(text: string): Row[] {
  const { data, errors, meta } = Papa.parse<Row>(text.trimEnd(), { header: true });
  expect(errors).toEqual([]);
  expect(meta.linebreak).toBe("\r\n");
  return data;
}

describe("the year as CSV", () => {
  it("has a line for each date, with its kind, hours and names", () => {
    const rows = read(yearCsv(glanceOf()));
    expect(rows).toHaveLength(365);
    expect(rows[0]).toEqual({
      date: "2026-01-01",
      weekday: "Thursday",
      kind: "holiday",
      working: "false",
      pont: "false",
      hours: "0",
      windows: "",
      holidays: "New Year's Day",
      closures: "",
    });
    expect(rows[1]).toMatchObject({ kind: "working", pont: "true", hours: "6", windows: "09:00-12:00 14:00-17:00" });
    expect(rows[357]).toMatchObject({ date: "2026-12-24", kind: "part-day", hours: "3", closures: "Christmas Eve" });
    expect(rows.filter(({ working }) => working === "true")).toHaveLength(246);
  });

  it("names weekdays and holidays in French, and nothing else", () => {
    const [first] = read(yearCsv(glanceOf(), { lang: "fr" }));
    expect(first).toMatchObject({ weekday: "jeudi", kind: "holiday", holidays: "Jour de l'An" });
  });

  it("lets no name be a formula, a second cell, a second line, or an order to a terminal", () => {
    const text = yearCsv(evilGlance());
    const rows = read(text);
    expect(rows).toHaveLength(365);
    expect(text.replaceAll("\r\n", "")).not.toMatch(HARMFUL);
    const names = rows.slice(31, 31 + HOSTILE.length).map(({ holidays }) => holidays!);
    expect(names[0]).toBe(HOSTILE[0]);
    expect(names[2]).toBe(`'${HOSTILE[2]}`);
    expect(names[5]).toBe(HOSTILE[5]);
    for (const name of names) expect(name).not.toMatch(/^\s*[=+\-@]/);
  });
});

describe("a cell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+1-2", "'+1-2"],
    ["-cmd", "'-cmd"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["\rx", '"\'\rx"'],
    ["  =1", "'  =1"],
    ["\u00a0=1", "'\u00a0=1"],
    ["＝1+1", "'＝1+1"],
    ["a\n=1", '"a\n\'=1"'],
    // What no spreadsheet runs.
    ["a=1", "a=1"],
    ["", ""],
    ["-5", "-5"],
    ["+33123", "+33123"],
    ["-12.50", "-12.50"],
    ["'quoted", "'quoted"],
    ['say "no"', '"say ""no"""'],
    ["a,b", '"a,b"'],
    ["a\r\nb", '"a\r\nb"'],
  ])("%j is written %j", (text, written) => {
    expect(csvRow([text])).toBe(`${written}\r\n`);
  });

  it("is a number where it is one", () => {
    expect(csvRow([-1.5, 0, true, "x"])).toBe("-1.5,0,true,x\r\n");
  });
});
