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
  let columns: readonly string[] | undefined;
  let rowCount = 0;
  for (const { line, cells, isQuotedBadly } of parsedRows(text, delimiter)) {
    if (cells.length === 1 && cells[0]!.trim() === "") continue;
    if (columns === undefined) {
      columns = cells.map((cell) => nameOf(cell));
      continue;
    }
    rowCount++;
    if (isQuotedBadly) {
      const cure = `the row's quotes do not balance, from ${show(cells[0])} on`;
      log.report("file.bad-row", line, undefined, "balanced quotes", cells[0], cure);
    } else if (cells.length !== columns.length) {
      const cure = `the row has ${cells.length} cells, the header ${columns.length}`;
      log.report("file.bad-row", line, undefined, `${columns.length} cells`, cells.length, cure);
    } else {
      rows.push({ line, cells: new Map(columns.map((column, i) => [column, cells[i]!.trim()])) });
    }
  }
  return { columns: columns ?? [], rows, rowCount };
}

/** How often a text may be read again, whole, for the sake of rows behind bad quotes; then such a row ends where the parser says. */
const MOST_READ_AGAIN = 20;

/** A row as the parser gives it, with its first line. */
interface ParsedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly isQuotedBadly: boolean;
}

/**
 * The rows of a text. A quote that is closed too early, or never, would swallow the rows behind it: such a row ends with its first
 * line, and the parser begins again on the next one.
 */
function parsedRows(text: string, delimiter: string): ParsedRow[] {
  const rows: ParsedRow[] = [];
  let line = 1;
  let readAgain = 0;
  for (let start = 0; start < text.length; ) {
    let restartAt = text.length;
    let position = start;
    const rest = start === 0 ? text : text.slice(start);
    Papa.parse<string[]>(rest, {
      delimiter,
      newline: "\n",
      step({ data, errors, meta }, parser) {
        const isQuotedBadly = errors.some((error) => error.type === "Quotes");
        rows.push({ line, cells: data as unknown as string[], isQuotedBadly });
        const end = start + meta.cursor;
        if (isQuotedBadly && readAgain <= MOST_READ_AGAIN * text.length) {
          readAgain += end - position;
          const lineEnd = text.indexOf("\n", position);
          restartAt = lineEnd < 0 ? text.length : lineEnd + 1;
          line++;
          parser.abort();
          return;
        }
        line += linesIn(text, position, end);
        position = end;
      },
    });
    start = restartAt;
  }
  return rows;
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
