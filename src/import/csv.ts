/**
 * CSV as rows of named cells, each with the line on which it starts.
 *
 * Reading is papaparse's; this module finds the delimiter, keeps count of lines and reports rows that are no rows.
 */
import Papa from "papaparse";
import { show } from "../issues/show.ts";
import type { ImportLog } from "./imported.ts";

/** A row: its cells by column, and its first line, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** A table: its columns, its good rows, and how many rows there were. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly rowCount: number;
}

const DELIMITERS = [",", ";", "\t"];

/** Reads a table; rows that are ragged or badly quoted go to the log. Empty lines are no rows. */
export function readCsv(source: string, log: ImportLog): CsvTable {
  // Files are pasted together: LF, CRLF and lone CR may stand in one, and the parser knows one line end at a time.
  const text = source.replace(/\r\n?/g, "\n");
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  let columns: string[] | undefined;
  let rowCount = 0;
  let line = 1;
  let position = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step({ data, errors, meta }) {
      const startLine = line;
      line += linesIn(text, position, meta.cursor);
      position = meta.cursor;
      const cells = data as unknown as string[];
      if (cells.length === 1 && cells[0]!.trim() === "") return;
      if (columns === undefined) {
        columns = cells.map((cell) => nameOf(cell));
        return;
      }
      rowCount++;
      const [problem] = errors.filter((error) => error.type === "Quotes");
      if (problem !== undefined) {
        log.report(
          "file.bad-row",
          startLine,
          undefined,
          "balanced quotes",
          cells[0],
          `the row's quotes do not balance, from ${show(cells[0])} on`,
        );
      } else if (cells.length !== columns.length) {
        log.report(
          "file.bad-row",
          startLine,
          undefined,
          `${columns.length} cells`,
          cells.length,
          `the row has ${cells.length} cells, the header ${columns.length}`,
        );
      } else {
        rows.push({ line: startLine, cells: new Map(columns.map((column, i) => [column, cells[i]!.trim()])) });
      }
    },
  });
  return { columns: columns ?? [], rows, rowCount };
}

/** Columns that mean something are known in any letter case; facts keep the name that they have. */
const KNOWN = new Set("case kind customer module event at by person department minutes channel".split(" "));

function nameOf(cell: string): string {
  const name = cell.trim().replace(/^\ufeff/, "");
  return KNOWN.has(name.toLowerCase()) ? name.toLowerCase() : name;
}

/** The delimiter with which the header names the most columns. */
function delimiterOf(text: string): string {
  const header = text.trimStart().split("\n", 1)[0]!;
  let best = DELIMITERS[0]!;
  for (const delimiter of DELIMITERS) {
    if (header.split(delimiter).length > header.split(best).length) best = delimiter;
  }
  return best;
}

/** Line ends in a stretch of the text. */
function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf("\n", from); i >= 0 && i < to; i = text.indexOf("\n", i + 1)) count++;
  return count;
}
