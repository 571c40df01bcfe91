/**
 * The formulas of docs/spreadsheets.md, run by the file for Google Sheets, and the template that the page points to.
 */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import Papa from "papaparse";
import { beforeAll, expect, it, test } from "vitest";
import { calendarTemplate, definitionOfRange } from "../../src/spreadsheet/index.ts";
import { builtFiles } from "../helpers/built.ts";

const PAGE = readFileSync("docs/spreadsheets.md", "utf8");
const EXAMPLES = [...PAGE.matchAll(/^\| `=(OUVREE_\w+\(.*?\))` *\| (.*?) *\|/gm)].map(
  ([, formula, gives]) => [formula!, gives!] as const,
);

let text: string;
beforeAll(async () => {
  text = (await builtFiles("sheets")).get("sheets.gs")!;
});

it("the page has an example of each function", () => {
  const names = [...text.matchAll(/^function (OUVREE_\w+)/gm)].map(([, name]) => name);
  expect(new Set(EXAMPLES.map(([formula]) => formula.split("(")[0]))).toEqual(new Set(names));
});

test.for(EXAMPLES)("%s is %s", ([formula, gives]) => {
  const context = createContext({ TRUE: true, FALSE: false });
  runInContext(text, context);
  const answer = runInContext(formula, context);
  if (gives === "a text")
    expect(answer).toMatch(/^PT4H of open time from Fri 22 May 2026 16:00[\s\S]*\ndue Tue 26 May 2026 12:00$/);
  else if (/^\d{4}-/.test(gives)) {
    // Serial 25569 is 1 January 1970.
    const serial = Date.parse(`${gives.replace(" ", "T")}Z`) / 86_400_000 + 25_569;
    expect(answer).toBeCloseTo(serial, 9);
  } else expect(String(answer).replace(/^(true|false)$/, (word) => word.toUpperCase())).toBe(gives);
});

it("the template is the one that programs are given", () => {
  const rows = Papa.parse<string[]>(readFileSync("examples/spreadsheets/calendar.csv", "utf8"), {
    skipEmptyLines: true,
  }).data;
  expect(rows.map((row) => row.join("\t").trimEnd())).toEqual(calendarTemplate().map((row) => row.join("\t")));
  expect(definitionOfRange(rows)).toEqual(definitionOfRange(calendarTemplate()));
});
