/**
 * `readCases`: from the text of a file to cases, whatever its form.
 */
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { didYouMean } from "../issues/nearest.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import { readZone } from "../time/zone.ts";
import { isCaseTable, readCaseRows } from "./case-rows.ts";
import { type CsvTable, readCsv } from "./csv.ts";
import { readEventRows } from "./event-rows.ts";
import { type Imported, ImportLog, type ImportOptions } from "./imported.ts";
import { readJson, readJsonLines } from "./json.ts";

/** A form in which cases are written. */
export type CaseFormat = "csv" | "json" | "jsonl";

/**
 * Reads the cases of a text: CSV with one row an event or one row a case, JSON, or JSON Lines.
 *
 * Nothing is lost: a row that cannot be read is among the issues with its line, column and value, and the rest goes on.
 * @param format The form; found by looking at the text unless given.
 * Errors: `file.bad-format`, `file.missing-column`, `time.unknown-zone` when the file as a whole cannot be read.
 * Source: docs/cli.md, "Files of cases".
 *
 * @example readCases("case,kind,event,at\nT1,anomaly,called,2026-05-07T16:00+02:00\n").cases.length // 1
 */
export function readCases(text: string, options?: ImportOptions & { readonly format?: CaseFormat }): Imported {
  const given = readImportOptions(options);
  if (typeof text !== "string") {
    const cure = `${show(text)} is no text; decode the file first: readFileSync(path, "utf8")`;
    refuse("file.bad-format", ["text"], "a text", text, cure);
  }
  const log = new ImportLog(given);
  const body = text.replace(/^\ufeff/, "");
  switch (given.format ?? formatOf(body)) {
    case "json":
      return readJson(body, log);
    case "jsonl":
      return readJsonLines(body, log);
    case "csv":
      return readTable(readCsv(body, log), log);
  }
}

const FORMATS: readonly CaseFormat[] = ["csv", "json", "jsonl"];

/** The options, copied and of their kinds. Errors: `calendar.bad-option`, `time.unknown-zone`. */
function readImportOptions(options: unknown): ImportOptions & { readonly format?: CaseFormat } {
  const given = readOptions(options, ["name", "zone", "stops", "format"], "readCases");
  const { name, zone, stops, format } = given;
  if (zone !== undefined) readZone(zone, ["zone"]);
  if (name !== undefined && typeof name !== "string")
    refuse("calendar.bad-option", ["name"], "a text", name, `${show(name)} is no name; write a text`);
  if (format !== undefined && !(FORMATS as readonly unknown[]).includes(format)) {
    const hint = typeof format === "string" ? didYouMean(format, FORMATS) : "";
    const cure = `${show(format)} is none of ${FORMATS.join(", ")}${hint}`;
    refuse("calendar.bad-option", ["format"], FORMATS.join(", "), format, cure);
  }
  if (stops === undefined) return given as ImportOptions;
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
  return { ...given, stops: byKind } as ImportOptions;
}

/** JSON Lines has a whole case on its first line; anything else that begins with a bracket or a brace is JSON. */
function formatOf(text: string): CaseFormat {
  const start = text.trimStart();
  if (start.startsWith("[")) return "json";
  if (!start.startsWith("{")) return "csv";
  const first = jsonOf(start.split("\n", 1)[0]!);
  return isObject(first) && Object.hasOwn(first, "id") ? "jsonl" : "json";
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON by itself: a question here, not a problem.
    return undefined;
  }
}

function readTable(table: CsvTable, log: ImportLog): Imported {
  const { columns } = table;
  const needs = isCaseTable(columns) ? ["case", "kind"] : ["case", "kind", "event", "at"];
  const missing = needs.filter((column) => !columns.includes(column));
  const name = log.options.name ?? "input";
  if (missing.length > 0) {
    const [first] = missing;
    return refuse(
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
    return refuse(
      "file.missing-column",
      [],
      "each column once",
      twice,
      `${name}:1: the column ${show(twice)} stands twice`,
    );
  return log.result(isCaseTable(columns) ? readCaseRows(table, log) : readEventRows(table, log), table.rowCount);
}
