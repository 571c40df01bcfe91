/**
 * Sheets of Excel (xlsx). Source: ECMA-376, part 1, §18.3 (worksheets), §18.4 (shared strings), §18.8 (styles).
 */
import { SaxesParser } from "saxes";
import { refuse } from "../../issues/error.ts";
import { harmless } from "../../issues/show.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import type { RecordTaker } from "../records/record.ts";
import { serialWallMs } from "../times/forms.ts";
import { unpacked } from "./archive.ts";
import { refuseSheet } from "./ods.ts";
import { MOST_COLUMNS, SheetRows, wallText } from "./sheet-rows.ts";

type Parts = Readonly<Record<string, Uint8Array>>;
type OpenTag = (name: string, attributes: Readonly<Record<string, string>>) => void;

/** Reads a sheet, and says its name. */
export function readXlsx(
  bytes: Uint8Array,
  name: string,
  sheet: string | undefined,
  skip: number,
  taker: RecordTaker,
): string {
  const parts = unpacked(bytes, name, (part) =>
    /^xl\/(workbook|sharedStrings|styles|worksheets\/[^/]+|_rels\/workbook)\.xml(\.rels)?$/.test(part),
  );
  const book = readBook(parts, name);
  const found = sheet === undefined ? book.sheets[0] : book.sheets.find((each) => each.name === sheet);
  const part = found === undefined ? undefined : parts[book.targets.get(found.id) ?? ""];
  if (found === undefined || part === undefined)
    return refuseSheet(
      name,
      sheet,
      book.sheets.map((each) => each.name),
    );
  const strings = readStrings(parts["xl/sharedStrings.xml"], name);
  const dates = readDateStyles(parts["xl/styles.xml"], name);
  readCells(part, name, { strings, dates, is1904: book.is1904 }, new SheetRows(skip, taker));
  return found.name;
}

/** Reads XML; names come without their prefix. */
function readXml(
  bytes: Uint8Array,
  name: string,
  opened: OpenTag,
  closed: (name: string) => void = () => {},
  text: (text: string) => void = () => {},
): void {
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => opened(local(tag.name), tag.attributes));
  parser.on("closetag", (tag) => closed(local(tag.name)));
  parser.on("text", text);
  parser.on("error", (error) => {
    refuse("file.not-text", [], "a workbook", undefined, `${name} is damaged: ${harmless(error.message)}`);
  });
  parser.write(new TextDecoder().decode(bytes)).close();
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly targets: ReadonlyMap<string, string>;
  readonly is1904: boolean;
}

function readBook(parts: Parts, name: string): Book {
  const workbook = parts["xl/workbook.xml"];
  if (workbook === undefined)
    return refuse("file.not-text", [], "a workbook", undefined, `${name} is no workbook: it has no list of sheets`);
  const sheets: { name: string; id: string }[] = [];
  let is1904 = false;
  readXml(workbook, name, (tag, attributes) => {
    if (tag === "workbookPr") is1904 = /^(1|true)$/.test(attributes["date1904"] ?? "");
    if (tag === "sheet") sheets.push({ name: attributes["name"] ?? "", id: attributes["r:id"] ?? "" });
  });
  const targets = new Map<string, string>();
  const links = parts["xl/_rels/workbook.xml.rels"];
  if (links !== undefined)
    readXml(links, name, (tag, attributes) => {
      const target = attributes["Target"] ?? "";
      if (tag === "Relationship")
        targets.set(attributes["Id"] ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    });
  return { sheets, targets, is1904 };
}

/** Texts that cells share; what is read aloud beside them is left out. */
function readStrings(part: Uint8Array | undefined, name: string): readonly string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let [text, inText, inPhonetic] = ["", false, false];
  readXml(
    part,
    name,
    (tag) => {
      if (tag === "si") text = "";
      if (tag === "rPh") inPhonetic = true;
      if (tag === "t") inText = !inPhonetic;
    },
    (tag) => {
      if (tag === "si") strings.push(text);
      if (tag === "rPh") inPhonetic = false;
      if (tag === "t") inText = false;
    },
    (part) => {
      if (inText) text += part;
    },
  );
  return strings;
}

// Formats that every workbook has without saying so: dates and times.
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 57, 58,
]);

/** By the number of a style, whether it shows a date. */
function readDateStyles(part: Uint8Array | undefined, name: string): readonly boolean[] {
  const styles: boolean[] = [];
  if (part === undefined) return styles;
  const formats = new Map<number, string>();
  let inCells = false;
  readXml(
    part,
    name,
    (tag, attributes) => {
      if (tag === "numFmt") formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      if (tag === "cellXfs") inCells = true;
      if (tag === "xf" && inCells) {
        const id = Number(attributes["numFmtId"] ?? 0);
        const code = formats.get(id);
        styles.push(code === undefined ? BUILT_IN_DATES.has(id) : isDateFormat(code));
      }
    },
    (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  );
  return styles;
}

/** Whether a format has letters of days, hours or years outside of quotes, brackets and escapes. */
function isDateFormat(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, "").replace(/General/gi, ""));
}

interface CellContext {
  readonly strings: readonly string[];
  readonly dates: readonly boolean[];
  readonly is1904: boolean;
}

/** Days between the two first days that workbooks count from. */
const DAYS_OF_1904 = 1462;

function readCells(part: Uint8Array, name: string, { strings, dates, is1904 }: CellContext, rows: SheetRows): void {
  let [line, column, type, style, raw, inValue] = [0, 0, "", 0, "", false];
  let cells: string[] = [];
  const cellValue = (): string => {
    switch (type) {
      case "s":
        return strings[Number(raw)] ?? "";
      case "b":
        return raw === "1" ? "TRUE" : "FALSE";
      case "str":
      case "inlineStr":
      case "e":
        return raw;
      case "d":
        return raw;
      default:
        return raw !== "" && dates[style] === true ? dateOf(Number(raw) + (is1904 ? DAYS_OF_1904 : 0), raw) : raw;
    }
  };
  readXml(
    part,
    name,
    (tag, attributes) => {
      if (tag === "row") {
        line = Number(attributes["r"] ?? line + 1);
        cells = [];
        column = 0;
      } else if (tag === "c") {
        column = attributes["r"] === undefined ? column + 1 : columnOf(attributes["r"]);
        [type, style, raw] = [attributes["t"] ?? "", Number(attributes["s"] ?? 0), ""];
      } else if (tag === "v" || tag === "t") inValue = true;
    },
    (tag) => {
      if (tag === "v" || tag === "t") inValue = false;
      else if (tag === "c" && column <= MOST_COLUMNS) {
        while (cells.length < column - 1) cells.push("");
        cells[column - 1] = cellValue();
      } else if (tag === "row") rows.row(line, cells);
    },
    (text) => {
      if (inValue) raw += text;
    },
  );
}

/** A date of a sheet, to the second; a time of day alone, which has no date, stays a number. */
function dateOf(serial: number, raw: string): string {
  return Number.isFinite(serial) && serial >= 1 && serial < MOST_SERIAL ? wallText(serialWallMs(serial)) : raw;
}

/** The end of the year 2199. */
const MOST_SERIAL = (Date.UTC(2200, 0, 1) - Date.UTC(1899, 11, 30)) / MS_PER_UTC_DAY;

/** The number of a column, from 1: A is 1, AA is 27. */
function columnOf(cell: string): number {
  let number = 0;
  for (const letter of /^[A-Z]+/.exec(cell)?.[0] ?? "") number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
