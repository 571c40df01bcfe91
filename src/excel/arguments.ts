/**
 * What Excel hands over: rows of cells for every argument, `null` for one that is left out.
 *
 * A blank cell arrives as `null` in a browser and as 0 on a desktop (OfficeDev/office-js, issues 1951 and 4702), so 0 is taken as
 * blank wherever it is no answer anybody needs: as a time it is a day before the first date, as a length it changes nothing.
 */
import type { Cell, CellRange } from "../spreadsheet/index.ts";

/** Cells in which 0 means that the cell is blank: times, dates, lengths, truths and calendars. */
export function cellsOf(argument: unknown): CellRange {
  return rowsOf(argument, (cell) => (cell === 0 ? "" : cell));
}

/** Cells in which 0 is a number like others: minutes used. */
export function amountsOf(argument: unknown): CellRange {
  return rowsOf(argument, (cell) => cell);
}

function rowsOf(argument: unknown, read: (cell: Cell) => Cell): CellRange {
  // One value that is no range: a host that unwraps it, or its own object behind the arguments of a shorter call.
  const rows = Array.isArray(argument) ? argument : [[argument]];
  return rows.map((row: unknown) => (Array.isArray(row) ? row : [row]).map((cell) => read(plainValue(cell))));
}

/** The plain value of a cell: a number with a format of its own, an error or a blank may arrive as an object. */
function plainValue(cell: unknown): Cell {
  if (typeof cell !== "object" || cell === null) return cell as Cell;
  const { basicValue, code } = cell as { readonly basicValue?: Cell; readonly code?: Cell };
  return basicValue ?? code;
}
