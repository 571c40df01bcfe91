/**
 * CSV as records, in parts: where its header is, which delimiter it has, and its rows.
 */
import { refuse } from "../../issues/error.ts";
import { bareText } from "../../issues/formula.ts";
import { show } from "../../issues/show.ts";
import { MOST_CELL_CHARACTERS, type RawRow, Rows } from "../csv-rows.ts";
import type { ReadOptions } from "../mapping/document.ts";
import { delimiterOf } from "./delimiter.ts";
import type { RecordTaker } from "./record.ts";

/** What is read in parts. */
export interface TextSink {
  push(text: string): void;
  end(): void;
}

/** Called with what was found. */
export type OnFound = (what: string, value: string) => void;

// A line that tells Excel its delimiter, and is no header.
const SEP = /^sep=(.)\s*$/i;

/** Reads a table. */
export class CsvRecords implements TextSink {
  private head = "";
  private rows: Rows | undefined;
  private width = 0;

  constructor(
    private readonly options: ReadOptions,
    private readonly name: string,
    private readonly taker: RecordTaker,
    private readonly found: OnFound,
  ) {}

  push(text: string): void {
    if (this.rows !== undefined) {
      this.rows.push(text);
      return;
    }
    this.head += text;
    if (this.hasHeader()) this.begin();
    else if (this.head.length > 4 * MOST_CELL_CHARACTERS) this.refuseHeader();
  }

  end(): void {
    if (this.rows === undefined) this.begin();
    this.rows!.end();
    if (this.width === 0)
      refuse(
        "file.missing-column",
        [],
        "a header",
        undefined,
        `${this.name}: the file is empty; a table begins with its columns`,
      );
  }

  /** Whether the lines above the header and the header have come. */
  private hasHeader(): boolean {
    const body = this.head.replace(/^\s+/, "");
    return (body.match(/\r\n|\r(?!$)|\n/g)?.length ?? 0) > (this.options.skip ?? 0) + 2;
  }

  private begin(): void {
    const { skip = 0, delimiter = "auto", quotes = "double" } = this.options;
    let [rest, line] = [this.head, 1];
    const drop = (): string => {
      const match = /^([^\r\n]*)(\r\n|\r|\n|$)/.exec(rest)!;
      rest = rest.slice(match[0].length);
      line++;
      return match[1]!;
    };
    while (rest !== "" && /^[^\S\r\n]*(\r\n|\r|\n)/.test(rest)) drop();
    let said: string | undefined;
    const first = SEP.exec(/^[^\r\n]*/.exec(rest)![0]);
    if (first !== null) {
      said = first[1]!;
      drop();
    }
    for (let i = 0; i < skip; i++) drop();
    const header = /[^\r\n]*\S[^\r\n]*/.exec(rest)?.[0] ?? "";
    const used = delimiter === "auto" ? (said ?? delimiterOf(header)) : delimiter;
    this.found("delimiter", NAMES[used] ?? used);
    this.rows = new Rows({ delimiter: used, backslashes: quotes === "backslash", firstLine: line }, this.name, (row) =>
      this.row(row),
    );
    this.head = "";
    this.rows.push(rest);
  }

  private row({ line, cells, isQuotedBadly }: RawRow): void {
    if (this.width === 0) {
      // A cell with a bad quote in it ends the header: nothing behind it has a name.
      if (isQuotedBadly)
        refuse(
          "file.bad-row",
          [line],
          "balanced quotes",
          cells[0],
          `${this.name}:${line}: the header's quotes do not balance`,
        );
      this.width = cells.length;
      this.taker.columns(cells.map((cell) => cell.trim().replace(/^\ufeff+/, "")));
    } else if (isQuotedBadly) {
      const hint =
        this.options.quotes === undefined
          ? "; if its quotes are written behind a backslash, say read: { quotes: backslash }"
          : "";
      this.taker.bad(
        line,
        `the row's quotes do not balance, from ${show(cells[0] ?? "its first cell")} on${hint}`,
        cells,
      );
    } else if (cells.length !== this.width) {
      this.taker.bad(line, `the row has ${cells.length} cells, the header ${this.width}`, cells);
    } else this.taker.record({ line, value: cells.map(bareText) });
  }

  private refuseHeader(): never {
    const cure = `${this.name}: the first lines are longer than ${4 * MOST_CELL_CHARACTERS} characters; a table begins with its columns`;
    return refuse("file.too-large", [], "a header", undefined, cure);
  }
}

const NAMES: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
