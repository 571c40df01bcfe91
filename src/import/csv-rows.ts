/**
 * CSV (RFC 4180) as rows of cells, each with the line on which it starts.
 *
 * A cell without quotes is trimmed; what stands in quotes is as it stands, blanks alone aside, which are nothing. Lines end with LF, CRLF
 * or CR, all three in one text if need be. A quote that is closed too early, or never, would swallow the rows behind it: such a row ends
 * with its first line, and reading begins again on the next one.
 *
 * Cost: linear in the text, whatever its quotes.
 */
import { refuse } from "../issues/error.ts";

/** A row: its first line, from 1, and its cells. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Then the cells are those before the bad quote. */
  readonly isQuotedBadly: boolean;
}

/** Longest cell, in characters: a mail with its history has some hundred thousand. */
export const MOST_CELL_CHARACTERS = 1_000_000;
/** Most cells of a row; a spreadsheet has 16,384 columns. */
export const MOST_CELLS = 100_000;
/** How often a text may be read again, whole, for the sake of rows behind bad quotes; then every row is a line. */
const MOST_READ_AGAIN = 4;

const [QUOTE, LF, CR, SPACE, BACKSLASH] = [34, 10, 13, 32, 92];

/** Where a row ended, and how. */
interface ReadRow {
  readonly cells: string[];
  /** Behind its line end; of a bad row, how far was read. */
  readonly end: number;
  readonly lineEnds: number;
  readonly isQuotedBadly: boolean;
}

/** How rows are written. */
export interface RowForm {
  readonly delimiter: string;
  /** Whether a quote inside quotes is written behind a backslash, as PHP does, and not twice. */
  readonly backslashes?: boolean;
  /** The number of the first line; 1 unless given. */
  readonly firstLine?: number;
}

/**
 * Gives each row of a text; a line of blanks is none.
 *
 * Errors: `file.too-large` for a cell or a row beyond what a file of cases has.
 */
export function eachRow(text: string, delimiter: string, name: string, take: (row: RawRow) => void): void {
  const rows = new Rows({ delimiter }, name, take);
  rows.push(text);
  rows.end();
}

/** The rows of a text that comes in parts. What is kept of it is the row that is not whole yet. */
export class Rows {
  private rest = "";
  private line: number;
  private length = 0;
  private readAgain = 0;
  readonly delimiter: number;
  readonly backslashes: boolean;

  constructor(
    { delimiter, backslashes = false, firstLine = 1 }: RowForm,
    private readonly name: string,
    private readonly take: (row: RawRow) => void,
  ) {
    this.delimiter = delimiter.charCodeAt(0);
    this.backslashes = backslashes;
    this.line = firstLine;
  }

  /** Reads on. Errors: `file.too-large`. */
  push(text: string): void {
    this.rest = this.rest === "" ? text : this.rest + text;
    this.length += text.length;
    this.read(false);
  }

  /** Reads the last row, which may have no line end. */
  end(): void {
    this.read(true);
  }

  private read(isLast: boolean): void {
    const { rest: text } = this;
    let start = 0;
    while (start < text.length) {
      // Behind too many bad quotes no quote reaches beyond its line.
      const isCareful = this.readAgain > MOST_READ_AGAIN * this.length;
      const limit = isCareful ? endOfLine(text, start) : text.length;
      if (isCareful && !isLast && limit >= text.length) break;
      const row = readRow(text, start, this, limit);
      // What reaches the end of what is there may go on.
      if (!isLast && row.end >= text.length && row.end - start <= MOST_CELL_CHARACTERS * 2) break;
      const firstEnd = row.isQuotedBadly ? endOfLine(text, start) : 0;
      if (row.isQuotedBadly && !isLast && firstEnd >= text.length) break;
      if (row.end < 0 || firstEnd - start > MOST_CELL_CHARACTERS) refuseLong(this.name, this.line);
      if (row.cells.length > MOST_CELLS) refuseWide(this.name, this.line);
      const { cells, isQuotedBadly } = row;
      if (isQuotedBadly || cells.length > 1 || cells[0] !== "") this.take({ line: this.line, cells, isQuotedBadly });
      if (isQuotedBadly) {
        this.readAgain += Math.max(0, row.end - firstEnd);
        start = behindLineEnd(text, firstEnd);
        this.line++;
      } else {
        start = row.end;
        this.line += row.lineEnds;
      }
    }
    this.rest = start === 0 ? text : text.slice(start);
  }
}

/** Reads a row; its end is -1 where a cell without quotes is too long. */
function readRow(
  text: string,
  start: number,
  form: { delimiter: number; backslashes: boolean },
  limit: number,
): ReadRow {
  const { delimiter, backslashes } = form;
  const cells: string[] = [];
  let [position, lineEnds] = [start, 0];
  for (;;) {
    if (text.charCodeAt(position) === QUOTE) {
      const closing = closingQuote(text, position + 1, limit, backslashes);
      const inside = closing < 0 ? "" : text.slice(position + 1, closing);
      let end = closing < 0 ? -closing : closing + 1;
      while (closing >= 0 && text.charCodeAt(end) === SPACE) end++;
      if (closing < 0 || !endsCell(text, end, delimiter)) return { cells, end, lineEnds, isQuotedBadly: true };
      cells.push(inside.trim() === "" ? "" : withoutEscapes(inside, backslashes));
      lineEnds += lineEndsIn(inside);
      position = end;
    } else {
      let end = position;
      while (!endsCell(text, end, delimiter)) end++;
      if (end - position > MOST_CELL_CHARACTERS) return { cells, end: -1, lineEnds, isQuotedBadly: false };
      cells.push(text.slice(position, end).trim());
      position = end;
    }
    if (position >= text.length) return { cells, end: position, lineEnds, isQuotedBadly: false };
    if (text.charCodeAt(position) !== delimiter || cells.length > MOST_CELLS)
      return { cells, end: behindLineEnd(text, position), lineEnds: lineEnds + 1, isQuotedBadly: false };
    position++;
  }
}

/** Where the quote is that closes a cell; where none does, minus how far was looked. */
function closingQuote(text: string, from: number, limit: number, backslashes: boolean): number {
  for (let i = from; ; ) {
    const quote = text.indexOf('"', i);
    if (quote < 0 || quote >= limit || quote - from > MOST_CELL_CHARACTERS)
      return -Math.min(quote < 0 ? text.length : quote, text.length);
    if (backslashes && isEscaped(text, quote, from)) i = quote + 1;
    else if (text.charCodeAt(quote + 1) !== QUOTE) return quote;
    else i = quote + 2;
  }
}

/** Whether an odd number of backslashes stands before a quote. */
function isEscaped(text: string, quote: number, from: number): boolean {
  let first = quote;
  while (first > from && text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (quote - first) % 2 === 1;
}

/** What stands in quotes, with each quote once. */
function withoutEscapes(inside: string, backslashes: boolean): string {
  const once = inside.replaceAll('""', '"');
  return backslashes ? once.replaceAll('\\"', '"') : once;
}

function endsCell(text: string, at: number, delimiter: number): boolean {
  const code = text.charCodeAt(at);
  return code === delimiter || code === LF || code === CR || at >= text.length;
}

function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) !== LF && text.charCodeAt(end) !== CR) end++;
  return end;
}

function behindLineEnd(text: string, end: number): number {
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}

/** Line ends in the text of a cell. */
function lineEndsIn(text: string): number {
  return /[\r\n]/.test(text) ? text.split(/\r\n|\r|\n/).length - 1 : 0;
}

function refuseLong(name: string, line: number): never {
  const most = `${MOST_CELL_CHARACTERS} characters`;
  return refuse(
    "file.too-large",
    [],
    `cells of at most ${most}`,
    undefined,
    `${name}:${line}: a cell is longer than ${most}; leave that column out`,
  );
}

function refuseWide(name: string, line: number): never {
  return refuse(
    "file.too-large",
    [],
    `at most ${MOST_CELLS} cells`,
    undefined,
    `${name}:${line}: the row has more than ${MOST_CELLS} cells; leave columns out`,
  );
}
