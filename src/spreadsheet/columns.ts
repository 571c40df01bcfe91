/**
 * One call for a cell or for a whole column: the same function for each row.
 */
import { readForeign } from "../issues/foreign.ts";
import { type Cell, type CellAnswer, type CellError, type CellRange, errorValueOf } from "./cell.ts";

/** What an argument may be: one cell, or a range. */
export type CellInput = Cell | CellRange;

/** Of one cell one answer, of a range as many as it has cells. */
export type CellOutput = CellAnswer | CellAnswer[][];

/** Whether an argument is a range. Arrays of other realms are arrays, too. */
export function isRange(input: unknown): input is CellRange {
  return Array.isArray(input);
}

/**
 * Answers for each row of its arguments: ranges must have the same size, and one cell stands for every row.
 *
 * An error is the answer of its own cell; the others go on.
 */
export function forEachCell(inputs: readonly CellInput[], answer: (cells: readonly Cell[]) => CellAnswer): CellOutput {
  return orError(inputs, () => answersOf(inputs, answer));
}

/** What `run` makes of cells; what it refuses, or what they throw of their own, is the error value. */
function orError<T>(cells: unknown, run: () => T): T | CellError {
  try {
    return readForeign(cells, [], "spreadsheet.bad-cell", "cells", run);
  } catch (error) {
    return errorValueOf(error);
  }
}

function answersOf(inputs: readonly CellInput[], answer: (cells: readonly Cell[]) => CellAnswer): CellOutput {
  const ranges = inputs.map((input) => (isRange(input) && !isOneCell(input) ? rowsOf(input) : undefined));
  const first = ranges.find((range) => range !== undefined);
  const single = inputs.map((input) => (isRange(input) ? input[0]?.[0] : input));
  const answered = (cells: readonly Cell[]): CellAnswer => orError(cells, () => answer(cells));
  if (first === undefined) return answered(single);
  const [rows, columns] = [first.length, first[0]?.length ?? 0];
  const other = ranges.find((range) => range !== undefined && (range.length !== rows || range[0]?.length !== columns));
  if (other !== undefined) {
    const sizes = `${rows} × ${columns} and ${other.length} × ${other[0]?.length ?? 0} cells`;
    return { error: "#VALUE!", reason: `the ranges have different sizes (${sizes}); give ranges of one size` };
  }
  return first.map((row, r) =>
    row.map((_, c) => answered(ranges.map((range, i) => (range === undefined ? single[i] : range[r]![c])))),
  );
}

function isOneCell(range: CellRange): boolean {
  return range.length === 1 && Array.isArray(range[0]) && range[0].length === 1;
}

/** A range as rows; a plain list is a column. */
function rowsOf(range: CellRange | readonly Cell[]): CellRange {
  return range.map((row): readonly Cell[] => (Array.isArray(row) ? row : [row as Cell]));
}
