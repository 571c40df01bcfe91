/**
 * CSV as a table: which delimiter it has, what its columns are called, and its rows, each with the line on which it starts.
 *
 * Cells are as they were before a spreadsheet's formulas were kept out of them: see issues/formula.ts.
 */
import { bareText } from "../../issues/formula.ts";
import { show } from "../../issues/show.ts";
import { eachRow } from "../csv-rows.ts";
import type { ImportLog } from "../imported.ts";

/** A row: its cells, one for each column, and its first line, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Who takes the rows of a table. */
export interface RowTaker {
  row(row: CsvRow): void;
  /** A row that is none, and is reported: its cells may stand under other columns than their own. */
  stray(row: CsvRow): void;
}

/**
 * Reads a table; rows that are ragged or badly quoted go to the log, too. Empty lines are no rows.
 *
 * @param begin Is told the columns, and may refuse them.
 * @returns How many rows there were.
 */
export function readCsv(text: string, log: ImportLog, begin: (columns: readonly string[]) => RowTaker): number {
  let rowCount = 0;
  let table: { readonly columns: readonly string[]; readonly taker: RowTaker } | undefined;
  eachRow(text, delimiterOf(text), log.name, ({ line, cells, isQuotedBadly }) => {
    if (table === undefined) {
      const columns = cells.map(nameOf);
      table = { columns, taker: begin(columns) };
      return;
    }
    rowCount++;
    const { columns, taker } = table;
    if (isQuotedBadly) {
      const cure = `the row's quotes do not balance, from ${show(cells[0] ?? "its first cell")} on`;
      log.report("file.bad-row", line, undefined, "balanced quotes", cells[0], cure, "quotes");
      taker.stray({ line, cells });
    } else if (cells.length !== columns.length) {
      const cure = `the row has ${cells.length} cells, the header ${columns.length}`;
      log.report("file.bad-row", line, undefined, `${columns.length} cells`, cells.length, cure, cure);
      taker.stray({ line, cells });
    } else taker.row({ line, cells: cells.map(bareText) });
  });
  if (table === undefined) begin([]);
  return rowCount;
}

/**
 * The columns of a table whose first row stands whole in the beginning of a text; undefined where it does not.
 */
export function columnsOf(head: string, name: string): readonly string[] | undefined {
  const body = head.replace(/^\s+/, "");
  if (!/[\r\n]/.test(body)) return undefined;
  let columns: readonly string[] | undefined;
  eachRow(firstLineOf(body), delimiterOf(body), name, ({ cells }) => {
    columns ??= cells.map(nameOf);
  });
  return columns;
}

/** Columns that mean something are known in any letter case; facts keep the name that they have. */
const KNOWN = new Set("case kind customer module event at by person department minutes channel seq".split(" "));

function nameOf(cell: string): string {
  const name = cell.trim().replace(/^\ufeff+/, "");
  return KNOWN.has(name.toLowerCase()) ? name.toLowerCase() : name;
}

const DELIMITERS = [",", ";", "\t"];

/** The delimiter with which the header names the most columns. */
function delimiterOf(text: string): string {
  const header = firstLineOf(text);
  let best = DELIMITERS[0]!;
  for (const delimiter of DELIMITERS) {
    if (header.split(delimiter).length > header.split(best).length) best = delimiter;
  }
  return best;
}

/** The first line that is not blank. */
function firstLineOf(text: string): string {
  return /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? "";
}
