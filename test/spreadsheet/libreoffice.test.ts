/**
 * The example for LibreOffice, calculated by LibreOffice: Basic to Python to one node process.
 *
 * What must come out was worked out by hand; then all cells are compared with the functions as node answers them.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CellAnswer, isCellError } from "../../src/spreadsheet/index.ts";
import { flatSheets } from "../helpers/flat-sheet.ts";
import { calculate, type Installation, installExample, libreOfficeMissing, startOnce } from "../helpers/libreoffice.ts";
import { needs } from "../helpers/needs.ts";
import { answerOf, at, BY_HAND, CALLS, COMPILED_DESK, callRow, FRIDAY, JSON_DESK, OWN_DESK } from "./calls.ts";
import { COLUMN_CELLS, COLUMNS, columnRow, ROWS } from "./columns.ts";

/** Cells that show what is particular to Calc. */
const PARTICULAR: readonly (readonly [formula: string, shown: string])[] = [
  [
    '=OUVREE_REASON("DEADLINE";"tomorrow";4)',
    'start: "tomorrow" is not a date and time; give a cell with a date and time, or write "2026-03-27 17:00"',
  ],
  ['=OUVREE_REASON("DEADLINE";46164;4)', ""],
  ['=OUVREE_REASON("ouvree_status";46164;4;;46165;"clip-industri")', "the calendar"],
  [
    '=OUVREE_REASON("DEADLIN";46164;4)',
    '"DEADLIN" is no function; they are DEADLINE, ELAPSED, ISOPEN, NEXTOPEN, CALLBACK, ENTITLEMENT, STATUS, WORKDAYS, EXPLAIN',
  ],
  ["=OUVREE_STATUS(46164.6666666667;4;;46168.4583333333)", "at risk"],
  ["=OUVREE_STATUS(36526.5;4;46168.5)", "missed"],
  ['=ERROR.TYPE(OUVREE_DEADLINE("tomorrow";4))', "3"],
  ["=ISNA(OUVREE_DEADLINE(400000;4))", "TRUE"],
  ["=ISLOGICAL(OUVREE_ISOPEN(46164.6666666667))", "TRUE"],
  ['=TEXT(OUVREE_DEADLINE(46164.6666666667;4);"YYYY-MM-DD HH:MM")', "2026-05-26 12:00"],
  ["=OUVREE_DEADLINE(1/0;4)", "#DIV/0!"],
  ["=OUVREE_ENTITLEMENT(TRUE();12.5)", "17.5"],
];

/** Formulas of the README, and what it says that they show. */
const README = [
  ...readFileSync("examples/libreoffice/README.md", "utf8").matchAll(/^(=OUVREE_\S+\(.*?\)) {2,}(.+)$/gm),
].map(([, formula, shown]) => [formula!, shown!] as const);

/** What else a document may count from, and by how many days that is later. */
const NULL_DATES = [
  ["1904-01-01", 1462],
  ["1900-01-01", 2],
] as const;

const missing = libreOfficeMissing();
const title = "LibreOffice with the example installed";
describe.skipIf(missing !== undefined)(needs(missing ?? "", missing === undefined, title), () => {
  let folder: string;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let installation: Installation;
  let sheets: ReturnType<typeof calculate>;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "ouvree-libreoffice-"));
    startOnce(folder);
    installation = installExample(folder, ["--calendar", "clip-industrie"]);
    const desk = OWN_DESK.map((row) => [...row, ...Array<undefined>(6 - row.length)]);
    const deskRows = desk.map((row, index) => [...row, [JSON_DESK, COMPILED_DESK][index]]);
    sheets = calculate(installation, {
      book: flatSheets([
        { name: "Calls", rows: CALLS.map(callRow) },
        { name: "Columns", rows: COLUMN_CELLS.map(columnRow) },
        { name: "Particular", rows: PARTICULAR.map(([formula]) => [formula]) },
        { name: "Readme", rows: README.map(([formula]) => [formula]) },
        { name: "Desk", rows: deskRows },
      ]),
      ...Object.fromEntries(
        NULL_DATES.map(([date, days]) => {
          const formula = `=OUVREE_DEADLINE([.A1]+${days};[.B1])-${days}`;
          return [`book${days}`, flatSheets([{ name: "Calls", rows: [[FRIDAY - days, 4, formula]] }], date)];
        }),
      ),
    });
  });

  test.each(BY_HAND.map((told, index) => [index + 1, told] as const))("row %i by hand: %o", (row, told) => {
    expect(sheets.get("book-Calls")![row - 1]![4]).toSatisfy((shown: string) => isShown(shown, told.byHand!));
  });

  test("reads all examples of the README", () => expect(README).toHaveLength(5));

  test("answers in each of some 300 cells what node answers", () => {
    const shown = sheets.get("book-Calls")!;
    const different = CALLS.filter((told, row) => !isShown(shown[row]![4]!, answerOf(told)));
    expect(CALLS).toHaveLength(303);
    expect(different).toEqual([]);
  });

  test.each(COLUMNS.map(([formula], column) => [formula, column] as const))("a whole column: %s", (_, column) => {
    const shown = sheets.get("book-Columns")!;
    const [start, hours, end] = [0, 1, 2].map((input) => COLUMN_CELLS.map((cells) => [cells[input]]));
    const answers = COLUMNS[column]![1](start!, hours!, end!) as CellAnswer[][];
    expect(answers).toHaveLength(ROWS);
    const different = answers.filter(([answer], row) => {
      // Calc shows what is true in a column as 1.
      const wanted = typeof answer === "boolean" ? Number(answer) : answer!;
      return !isShown(shown[row]![3 + column]!, wanted);
    });
    expect(different).toEqual([]);
  });

  test.each(PARTICULAR.map(([formula, shown], row) => [formula, shown, row] as const))("%s", (_, wanted, row) => {
    const shown = sheets.get("book-Particular")![row]![0]!;
    if (wanted === "the calendar") expect(shown).toMatch(/clip-industri.*did you mean "?clip-industrie/);
    else expect(shown).toBe(wanted);
  });

  test.each(README)("the README: %s %s", (formula, wanted) => {
    const shown = sheets.get("book-Readme")![README.findIndex(([written]) => written === formula)]![0]!;
    if (/^\d{4}-/.test(wanted)) expect(Number(shown)).toBeCloseTo(at(wanted.slice(0, 16)), 6);
    else expect(wanted.endsWith("…") ? shown.slice(0, wanted.length - 1) + "…" : shown).toBe(wanted);
  });

  test.each(NULL_DATES)("in a document that counts from %s, with %i days added and taken off", (_, days) => {
    const [row] = sheets.get(`book${days}-Calls`)!;
    expect(Number(row![2]) + days).toBeCloseTo(at("2026-05-26 12:00"), 6);
  });

  test("one node process for all cells of all workbooks, and it ends with LibreOffice", async () => {
    const starts = installation.starts();
    expect(starts).toHaveLength(1);
    await expect.poll(() => isRunning(starts[0]!), { timeout: 10_000 }).toBe(false);
  });
});

/** Whether a cell shows an answer: numbers to a tenth of a second. */
function isShown(shown: string, answer: CellAnswer): boolean {
  if (isCellError(answer)) return shown === answer.error;
  if (typeof answer === "number") return shown !== "" && Math.abs(Number(shown) - answer) < 1e-6;
  return shown === (typeof answer === "boolean" ? String(answer).toUpperCase() : answer);
}

function isRunning(processNumber: number): boolean {
  try {
    return process.kill(processNumber, 0);
  } catch {
    return false;
  }
}
