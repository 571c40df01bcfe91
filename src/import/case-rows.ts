/**
 * CSV with one row a case: a column `<event>_at` for each event, and what belongs to it beside.
 */
import type { CaseEvent } from "../evaluation/case.ts";
import type { CsvRow, CsvTable } from "./csv.ts";
import { factsOf, readMinutes } from "./facts.ts";
import type { ImportLog, PlacedCase } from "./imported.ts";
import { readInstantCell } from "./instant-cell.ts";

const EVENT_MEMBERS = ["person", "by", "minutes", "channel", "department"] as const;

/** Whether the columns are those of one row a case. */
export function isCaseTable(columns: readonly string[]): boolean {
  return !columns.includes("event") && columns.some((column) => column.length > 3 && column.endsWith("_at"));
}

/** The cases of a table, a row each; the same id twice is two cases, which the evaluation reports. */
export function readCaseRows(table: CsvTable, log: ImportLog): PlacedCase[] {
  const stems = table.columns
    .filter((column) => column.endsWith("_at"))
    .map((column) => column.slice(0, -"_at".length));
  const eventColumns = new Set(
    stems.flatMap((stem) => [`${stem}_at`, ...EVENT_MEMBERS.map((member) => `${stem}_${member}`)]),
  );
  return table.rows.flatMap((row) => readRow(row, stems, eventColumns, log) ?? []);
}

function readRow(
  { line, cells }: CsvRow,
  stems: readonly string[],
  eventColumns: ReadonlySet<string>,
  log: ImportLog,
): PlacedCase | undefined {
  const id = cells.get("case") ?? "";
  const kind = cells.get("kind") ?? "";
  if (id === "") log.report("file.bad-row", line, "case", "a case's id", id, "the row names no case");
  if (kind === "") log.report("file.bad-row", line, "kind", "a kind", kind, "the row names no kind");
  if (id === "" || kind === "") return undefined;
  const stop = log.options.stops?.[kind];
  const before = log.issues.length;
  const events = stems.flatMap((stem) => readEvent(line, cells, stem, stop, log) ?? []);
  // Nothing of it could be read; what is wrong is reported.
  if (events.length === 0 && log.issues.length > before) return undefined;
  const isBare = (column: string): boolean => (EVENT_MEMBERS as readonly string[]).includes(column);
  const facts = factsOf(cells, (column) => column !== "case" && !isBare(column) && !eventColumns.has(column));
  return { line, value: { ...facts, id, kind, events } };
}

function readEvent(
  line: number,
  cells: ReadonlyMap<string, string>,
  stem: string,
  stop: string | undefined,
  log: ImportLog,
): CaseEvent | undefined {
  const column = `${stem}_at`;
  const at = cells.get(column) ?? "";
  // Empty means that there was no such event.
  if (at === "") return undefined;
  const instant = readInstantCell(at, log);
  if ("cure" in instant) {
    log.report("file.bad-instant", line, column, "an instant", at, instant.cure);
    return undefined;
  }
  const type = stem.replaceAll("_", "-");
  const event: Record<string, unknown> & { type: string; at: string } = {
    type,
    at: new Date(instant.atMs).toISOString(),
  };
  for (const member of EVENT_MEMBERS) {
    // A bare column belongs to the kind's stop event.
    const own = cells.get(`${stem}_${member}`) ?? "";
    const cell = own === "" && type === stop ? (cells.get(member) ?? "") : own;
    if (cell === "") continue;
    const value = member === "minutes" ? readMinutes(cell) : cell;
    if (typeof value === "object") {
      // The event is left out, as it is where a row is an event: half of what was written is not what was meant.
      const place = own === "" ? member : `${stem}_${member}`;
      log.report("file.bad-number", line, place, "a number of minutes", cell, value.cure);
      return undefined;
    }
    event[member] = value;
  }
  return event;
}
