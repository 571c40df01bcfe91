/**
 * Sheets of OpenDocument (ods). Source: OpenDocument 1.3, part 3, "table:table-cell" and "office:date-value".
 */
import { SaxesParser } from "saxes";
import { refuse } from "../../issues/error.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import type { RecordTaker } from "../records/record.ts";
import { unpacked } from "./archive.ts";
import { MOST_COLUMNS, SheetRows } from "./sheet-rows.ts";

/** Reads a sheet, and says its name. */
export function readOds(
  bytes: Uint8Array,
  name: string,
  sheet: string | undefined,
  skip: number,
  taker: RecordTaker,
): string {
  const content = unpacked(bytes, name, (part) => part === "content.xml")["content.xml"];
  if (content === undefined)
    return refuse("file.not-text", [], "a spreadsheet", undefined, `${name} is no spreadsheet: it has no content`);
  const reader = new OdsReader(sheet, new SheetRows(skip, taker), name);
  reader.read(new TextDecoder().decode(content));
  return reader.found ?? refuseSheet(name, sheet, reader.sheets);
}

/** Refuses a sheet that is not there. */
export function refuseSheet(name: string, sheet: string | undefined, sheets: readonly string[]): never {
  const cure =
    sheet === undefined
      ? `${name} has no sheet with rows`
      : `${name} has no sheet ${show(sheet)}${didYouMean(sheet, sheets)}; its sheets are ${sheets.map(harmless).join(", ")}`;
  return refuse("file.missing-column", [], "a sheet", sheet, cure);
}

class OdsReader {
  found: string | undefined;
  readonly sheets: string[] = [];
  private isWanted = false;
  private line = 0;
  private repeatedRows = 1;
  private cells: string[] = [];
  private repeatedCells = 1;
  private value: string | undefined;
  private text = "";
  private inText = 0;

  constructor(
    private readonly sheet: string | undefined,
    private readonly rows: SheetRows,
    private readonly name: string,
  ) {}

  read(xml: string): void {
    const parser = new SaxesParser();
    parser.on("opentag", ({ name, attributes }) => this.opened(name, attributes));
    parser.on("closetag", ({ name }) => this.closed(name));
    parser.on("text", (text) => {
      if (this.inText > 0) this.text += text;
    });
    parser.on("error", (error) => {
      refuse("file.not-text", [], "a spreadsheet", undefined, `${this.name} is damaged: ${harmless(error.message)}`);
    });
    parser.write(xml).close();
  }

  private opened(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case "table:table":
        this.sheets.push(attributes["table:name"] ?? "");
        this.isWanted =
          this.found === undefined && (this.sheet === undefined || this.sheet === attributes["table:name"]);
        if (this.isWanted) this.found = attributes["table:name"] ?? "";
        break;
      case "table:table-row":
        this.repeatedRows = Number(attributes["table:number-rows-repeated"] ?? 1);
        this.cells = [];
        break;
      case "table:table-cell":
      case "table:covered-table-cell":
        this.repeatedCells = Number(attributes["table:number-columns-repeated"] ?? 1);
        this.value = cellValue(attributes);
        this.text = "";
        break;
      case "text:p":
        if (this.text !== "") this.text += "\n";
        this.inText++;
        break;
      case "text:s":
        this.text += " ".repeat(Math.min(1000, Number(attributes["text:c"] ?? 1)));
        break;
      case "text:line-break":
        this.text += "\n";
        break;
      case "office:annotation":
        // A comment is none of the cell's text.
        this.inText -= 1000;
        break;
    }
  }

  private closed(name: string): void {
    if (name === "text:p") this.inText--;
    else if (name === "office:annotation") this.inText += 1000;
    else if (name === "table:table-cell" || name === "table:covered-table-cell") {
      const cell = this.value ?? this.text;
      const count = Math.min(this.repeatedCells, MOST_COLUMNS - this.cells.length);
      // A row ends with thousands of blank cells.
      if (cell !== "" || this.repeatedCells < 1000) for (let i = 0; i < count; i++) this.cells.push(cell);
    } else if (name === "table:table-row") this.rowEnded();
    else if (name === "table:table") this.line = 0;
  }

  private rowEnded(): void {
    const isBlank = this.cells.every((cell) => cell === "");
    const count = isBlank ? 1 : this.repeatedRows;
    for (let i = 0; i < count && this.isWanted; i++) this.rows.row(this.line + i + 1, this.cells);
    this.line += this.repeatedRows;
  }
}

/** What a cell is, where that is no text: dates to the second. */
function cellValue(attributes: Readonly<Record<string, string>>): string | undefined {
  switch (attributes["office:value-type"]) {
    case "date": {
      const date = attributes["office:date-value"] ?? "";
      return /^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00` : date.replace(/([T ]\d\d:\d\d:\d\d)[.,]\d+$/, "$1");
    }
    case "float":
    case "currency":
    case "percentage":
      return attributes["office:value"];
    case "boolean":
      return attributes["office:boolean-value"];
    default:
      return undefined;
  }
}
