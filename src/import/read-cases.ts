/**
 * `readCases`: from the text of a file to cases, whatever its form.
 */
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { didYouMean } from "../issues/nearest.ts";
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
export function readCases(text: string, options: ImportOptions & { readonly format?: CaseFormat } = {}): Imported {
  if (options.zone !== undefined) readZone(options.zone, ["zone"]);
  const log = new ImportLog(options);
  const body = text.replace(/^\ufeff/, "");
  switch (options.format ?? formatOf(body)) {
    case "json":
      return readJson(body, log);
    case "jsonl":
      return readJsonLines(body, log);
    case "csv":
      return readTable(readCsv(body, log), log);
  }
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
