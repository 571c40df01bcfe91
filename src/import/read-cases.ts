/**
 * `readCases` and `readCaseFiles`: from the text of files to cases, whatever their form.
 */
import type { Case } from "../evaluation/cases/case.ts";
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { didYouMean } from "../issues/nearest.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import { readZone } from "../time/zone.ts";
import { checkBytes, refuseBeginning } from "./bytes/decode.ts";
import { MOST_CELL_CHARACTERS } from "./csv-rows.ts";
import { type Imported, type ImportedFile, ImportLog, type ImportOptions } from "./imported.ts";
import { jsonOf, type Records, readJson, readJsonLines } from "./json.ts";
import { caseRows, isCaseTable } from "./rows/case-rows.ts";
import { columnsOf, type RowTaker, readCsv } from "./rows/csv.ts";
import { eventRows } from "./rows/event-rows.ts";
import { Histories } from "./united/histories.ts";
import type { TakePiece } from "./united/piece.ts";

/** A form in which cases are written. */
export type CaseFormat = "csv" | "json" | "jsonl";

/** The text of a file, and how it is read. */
export interface CaseFile extends ImportOptions {
  readonly text: string;
  /** The form; found by looking at the text unless given. */
  readonly format?: CaseFormat;
}

/** Cases of several files. */
export interface ImportedFiles {
  /** In the order in which the files first name them. */
  readonly cases: readonly Case[];
  /** Where each case is named first: the number of the file, from 0, and the line, from 1. */
  readonly places: readonly { readonly file: number; readonly line: number }[];
  /** What else each file held, in their order. */
  readonly files: readonly ImportedFile[];
  /** Ids of cases of which something was reported: with an event that could not be read, or contradictory. */
  readonly marred: ReadonlySet<string>;
  /** Ids of cases with events, none of which has an instant that could be read. */
  readonly unread: ReadonlySet<string>;
  /** Events that were told more than once, and count once. */
  readonly repeated: number;
}

/**
 * Reads the cases of a text: CSV with one row an event or one row a case, JSON, or JSON Lines.
 *
 * Nothing is lost: a row that cannot be read is among the issues with its line, column and value, and the rest goes on. An event that cannot
 * be read is handed on as far as it goes: with its time as it stands, or with an empty type. Events of one id are one case; where its rows
 * contradict each other it stays several cases of that id, which `evaluate` shows and does not count.
 * @param options.format The form; found by looking at the text unless given.
 * Errors: `file.bad-format`, `file.missing-column`, `file.too-large`, `time.unknown-zone` when the file as a whole cannot be read.
 * Source: docs/cli.md, "Files of cases".
 *
 * @example readCases("case,kind,event,at\nT1,anomaly,called,2026-05-07T16:00+02:00\n").cases.length // 1
 */
export function readCases(text: string, options?: ImportOptions & { readonly format?: CaseFormat }): Imported {
  const given = readImportOptions(options, "readCases", OPTIONS);
  const { cases, places, files, repeated } = readCaseFiles([{ ...given, text }]);
  const [file] = files as [ImportedFile];
  const notes = repeated === 0 ? file.notes : { ...file.notes, repeated };
  return { cases, lines: places.map(({ line }) => line), ...file, notes };
}

/**
 * Reads the cases of several texts: the events of one id are one case, in whichever files and forms they stand.
 *
 * An event that several files tell is one event: pages of an export may overlap. See {@link readCases}.
 * @param sources May be made while they are read: one text at a time is kept.
 *
 * @example readCaseFiles([{ text: "case,kind,called_at\nT1,anomaly,2026-05-07T16:00+02:00\n" }]).cases.length // 1
 */
export function readCaseFiles(sources: Iterable<CaseFile>): ImportedFiles {
  checkIterable(sources);
  const histories = new Histories();
  const read: { readonly log: ImportLog; readonly records: Records }[] = [];
  for (const source of sources) {
    const { text, format, ...options } = readImportOptions(source, "a text of readCaseFiles", [...OPTIONS, "text"]);
    if (typeof text !== "string") {
      const cure = `${show(text)} is not a text; bytes become one by decodeText(bytes)`;
      refuse("file.bad-format", ["text"], "a text", text, cure);
    }
    const log = new ImportLog(options);
    read.push({ log, records: readText(text.replace(/^\ufeff+/, ""), format, log, histories.taker(read.length)) });
  }
  const { cases, ...united } = histories.unite(read.map(({ log }) => log));
  return {
    cases: cases.map(({ value }) => value),
    places: cases.map(({ file, line }) => ({ file, line })),
    files: read.map(({ log, records }) => log.result(records.rows, records.register)),
    ...united,
  };
}

/** Refuses what gives no texts. What a generator of the caller throws is the caller's. */
function checkIterable(sources: unknown): void {
  const iterate = readForeign(sources, ["sources"], "file.bad-format", "a list of texts", () =>
    typeof sources === "object" && sources !== null ? (sources as Iterable<unknown>)[Symbol.iterator] : undefined,
  );
  if (typeof iterate !== "function")
    refuse("file.bad-format", ["sources"], "a list of texts", sources, `${show(sources)} is no list; write [{ text }]`);
}

function readText(text: string, format: CaseFormat | undefined, log: ImportLog, take: TakePiece): Records {
  switch (format ?? formatOf(text)) {
    case "json":
      return readJson(text, log, take);
    case "jsonl":
      return readJsonLines(text, log, take);
    case "csv":
      return { rows: readCsv(text, log, (columns) => tableOf(columns, log, take)) };
    default:
      return refuse(
        "file.bad-format",
        ["format"],
        "csv, json or jsonl",
        format,
        `${show(format)} is no form of cases; use csv, json or jsonl`,
      );
  }
}

const OPTIONS = ["name", "zone", "stops", "format"] as const;
const FORMATS: readonly CaseFormat[] = ["csv", "json", "jsonl"];

/** The options, copied and of their kinds. Errors: `calendar.bad-option`, `time.unknown-zone`. */
function readImportOptions(options: unknown, whose: string, names: readonly string[]): Partial<CaseFile> {
  const given = readOptions(options, names, whose);
  const { name, zone, stops, format } = given;
  if (zone !== undefined) readZone(zone, ["zone"]);
  if (name !== undefined && typeof name !== "string")
    refuse("calendar.bad-option", ["name"], "a text", name, `${show(name)} is no name; write a text`);
  if (format !== undefined && !(FORMATS as readonly unknown[]).includes(format)) {
    const hint = typeof format === "string" ? didYouMean(format, FORMATS) : "";
    const cure = `${show(format)} is none of ${FORMATS.join(", ")}${hint}`;
    refuse("calendar.bad-option", ["format"], FORMATS.join(", "), format, cure);
  }
  if (stops === undefined) return given as Partial<CaseFile>;
  const what = "events by kind";
  const byKind = readForeign(stops, ["stops"], "calendar.bad-option", what, () =>
    isObject(stops) ? { ...stops } : {},
  );
  if (!isObject(stops) || Object.values(byKind).some((stop) => typeof stop !== "string"))
    refuse(
      "calendar.bad-option",
      ["stops"],
      what,
      stops,
      `${show(stops)} is not ${what}; write { anomaly: "assisted" }`,
    );
  return { ...given, stops: byKind } as Partial<CaseFile>;
}

/** JSON Lines has a whole object on its first line, and more lines, or a case; anything else with a bracket or a brace is JSON. */
function formatOf(text: string): CaseFormat {
  const begin = text.search(/\S/);
  if (text[begin] === "[") return "json";
  if (text[begin] !== "{") return "csv";
  const end = text.indexOf("\n", begin);
  const first = jsonOf(end < 0 ? text.slice(begin) : text.slice(begin, end));
  if (!isObject(first) || first instanceof SyntaxError) return "json";
  if (Object.hasOwn(first, "id")) return "jsonl";
  const isAlone = end < 0 || !/\S/.test(text.slice(end));
  return isAlone || Object.hasOwn(first, "cases") ? "json" : "jsonl";
}

/** How the rows of a table are read; refuses columns that are none of cases. */
function tableOf(columns: readonly string[], log: ImportLog, take: TakePiece): RowTaker {
  checkColumns(columns, log.name);
  return isCaseTable(columns) ? caseRows(columns, log, take) : eventRows(columns, log, take);
}

function checkColumns(columns: readonly string[], name: string): void {
  const needs = isCaseTable(columns) ? ["case", "kind"] : ["case", "kind", "event", "at"];
  const missing = needs.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const [first] = missing;
    refuse(
      "file.missing-column",
      [],
      needs.join(", "),
      columns.join(","),
      `${name}:1: the header has no column ${missing.map(show).join(", ")}${didYouMean(first!, columns)}; its columns are ${show(columns.join(", "))}`,
    );
  }
  const seen = new Set<string>();
  const twice = columns.find((column) => seen.size === seen.add(column).size);
  if (twice !== undefined)
    refuse("file.missing-column", [], "each column once", twice, `${name}:1: the column ${show(twice)} stands twice`);
}

/** Longest first line of CSV, in characters. */
const MOST_HEADER_CHARACTERS = 4 * MOST_CELL_CHARACTERS;

/**
 * Refuses a file by its beginning, so that nobody reads on in what has no end: what is no UTF-8 text, and, of files of cases, what has
 * other columns.
 *
 * Errors: `file.not-text`, `file.bad-encoding`, `file.missing-column`, `file.too-large`.
 * @example checkBeginning(new TextEncoder().encode("case,kind,event,at\n"), { isCases: true }) // undefined
 */
export function checkBeginning(
  bytes: Uint8Array,
  options: { readonly name?: string; readonly isCases: boolean },
): void {
  const { name = "input", isCases } = readOptions(options, ["name", "isCases"], "checkBeginning", {
    needed: "{ isCases: true }",
  });
  checkBytes(bytes, name);
  if (typeof isCases !== "boolean")
    refuse("calendar.bad-option", ["isCases"], "true or false", isCases, `${show(isCases)} is neither true nor false`);
  const file = name as string;
  refuseBeginning(bytes, file);
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff+/, "");
  if (!isCases || /^\s*[[{]/.test(text)) return;
  const columns = columnsOf(text, file);
  if (columns !== undefined) checkColumns(columns, file);
  else if (text.length > MOST_HEADER_CHARACTERS) {
    const cure = `${file}:1: the first line is longer than ${MOST_HEADER_CHARACTERS} characters; a file of cases begins with its columns`;
    refuse("file.too-large", [], `at most ${MOST_HEADER_CHARACTERS} characters`, undefined, cure);
  }
}
