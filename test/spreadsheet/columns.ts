/**
 * Whole columns, asked in one call each.
 */
import { spreadsheetFunctions } from "../../src/spreadsheet/index.ts";
import type { Column, Written } from "../helpers/flat-sheet.ts";
import { at, draws, JSON_DESK, OWN_DESK } from "./calls.ts";

/** Rows of each column. */
export const ROWS = 60;

/** Start, hours and another time; some starts are blank, some wrong. */
export const COLUMN_CELLS: readonly (readonly Written[])[] = drawnCells();

function drawnCells(): Written[][] {
  const drawn = draws(1968);
  const time = (): number => at("2026-02-02 00:00") + Math.floor(drawn.next().value * 280 * 1440) / 1440;
  return Array.from({ length: ROWS }, (_, row) => [
    row % 10 === 9 ? undefined : row % 11 === 10 ? "wrong" : time(),
    (row % 17) + 0.5,
    time(),
  ]);
}

const FUNCTIONS = spreadsheetFunctions({ dateSystem: "1899-12-30", calendar: "clip-industrie" });
/** A column of cells, as a function is given it. */
type Cells = readonly (readonly Written[])[];

/** Formulas in which `{A}` is all of column A, and what node answers to them. */
export const COLUMNS: readonly (readonly [
  formula: string,
  answer: (start: Cells, hours: Cells, end: Cells) => unknown,
])[] = [
  ["=OUVREE_DEADLINE({A};{B})", (a, b) => FUNCTIONS.deadline(a, b)],
  ["=OUVREE_ELAPSED({A};{C};[$Desk.$G$1])", (a, _, c) => FUNCTIONS.elapsed(a, c, JSON_DESK)],
  ["=OUVREE_ISOPEN({A};[$Desk.$A$1:.$D$6])", (a) => FUNCTIONS.isOpen(a, OWN_DESK)],
  ["=OUVREE_NEXTOPEN({A})", (a) => FUNCTIONS.nextOpen(a)],
  ["=OUVREE_CALLBACK({A})", (a) => FUNCTIONS.callback(a)],
  ['=OUVREE_ENTITLEMENT("yes";{B})', (_, b) => FUNCTIONS.entitlement("yes", b)],
  ["=OUVREE_STATUS({A};{B};{C};46400)", (a, b, c) => FUNCTIONS.status(a, b, c, 46_400)],
  ["=OUVREE_WORKDAYS({A};46174)", (a) => FUNCTIONS.workdays(a, 46_174)],
  ["=OUVREE_EXPLAIN({A};4)", (a) => FUNCTIONS.explain(a, 4)],
];

/** A row of the sheet of columns: its cells, and in the first row the formulas. */
export function columnRow(cells: readonly Written[], row: number): (Written | Column)[] {
  const whole = (formula: string): string => formula.replace(/\{([ABC])\}/g, `[.$$$1$$1:.$$$1$$${ROWS}]`);
  return [...cells, ...(row > 0 ? [] : COLUMNS.map(([formula]) => ({ formula: whole(formula), rows: ROWS })))];
}
