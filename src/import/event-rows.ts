/**
 * CSV with one row an event: the rows of a case may be apart.
 */
import type { CaseEvent } from "../evaluation/case.ts";
import { show } from "../issues/show.ts";
import type { CsvRow, CsvTable } from "./csv.ts";
import { type Facts, factsOf, readMinutes } from "./facts.ts";
import type { ImportLog, PlacedCase } from "./imported.ts";
import { readInstantCell } from "./instant-cell.ts";

/** Columns with a meaning of their own; all others are facts. */
const OWN_COLUMNS = new Set(["case", "kind", "customer", "event", "at", "minutes"]);

/** Columns that belong to the row's event and never to the case. */
const EVENT_COLUMNS: ReadonlySet<string> = new Set(["by", "person", "department", "channel"]);

/** A case while its rows come in. */
interface OpenCase {
  readonly line: number;
  readonly facts: Facts;
  kind?: string;
  customer?: string;
  readonly events: CaseEvent[];
}

/** The cases of a table, in the order of their first rows. */
export function readEventRows(table: CsvTable, log: ImportLog): PlacedCase[] {
  const open = new Map<string, OpenCase>();
  for (const row of table.rows) readRow(row, open, log);
  const cases: PlacedCase[] = [];
  for (const [id, { line, facts, kind, customer, events }] of open) {
    // Nothing of it could be read; its rows are reported.
    if (events.length === 0) continue;
    if (kind !== undefined) {
      const value = { ...facts, id, kind, ...(customer === undefined ? {} : { customer }), events };
      cases.push({ line, value });
    } else log.report("file.bad-row", line, "kind", "a kind", "", `case ${show(id)} has no kind on any row`);
  }
  return cases;
}

function readRow({ line, cells }: CsvRow, open: Map<string, OpenCase>, log: ImportLog): void {
  const id = cells.get("case") ?? "";
  const type = cells.get("event") ?? "";
  if (id === "") {
    log.report("file.bad-row", line, "case", "a case's id", id, "the row names no case");
    return;
  }
  let found = open.get(id);
  if (found === undefined) {
    // The module of the first row is the case's; other columns of it are the case's facts too.
    const facts = factsOf(cells, (column) => !OWN_COLUMNS.has(column) && !EVENT_COLUMNS.has(column));
    found = { line, facts, events: [] };
    open.set(id, found);
  }
  for (const key of ["kind", "customer"] as const) {
    const cell = cells.get(key) ?? "";
    if (cell === "") continue;
    const known = found[key];
    if (known !== undefined && known !== cell) {
      const cure = `${show(cell)} is not the ${key} of case ${show(id)}, which is ${show(known)}`;
      log.report("file.conflict", line, key, `${show(known)}, as before`, cell, cure);
      return;
    }
    found[key] = cell;
  }
  if (type === "") {
    log.report("file.bad-row", line, "event", "an event", type, "the row names no event");
    return;
  }
  const event = readEvent(line, cells, type, log);
  if (event !== undefined) found.events.push(event);
}

function readEvent(
  line: number,
  cells: ReadonlyMap<string, string>,
  type: string,
  log: ImportLog,
): CaseEvent | undefined {
  const at = cells.get("at") ?? "";
  const instant = readInstantCell(at, log);
  const minutes = readMinutes(cells.get("minutes") ?? "");
  if ("cure" in instant) log.report("file.bad-instant", line, "at", "an instant", at, instant.cure);
  if (typeof minutes === "object") {
    log.report("file.bad-number", line, "minutes", "a number of minutes", cells.get("minutes"), minutes.cure);
  }
  if ("cure" in instant || typeof minutes === "object") return undefined;
  const facts = factsOf(cells, (column) => !OWN_COLUMNS.has(column));
  return { ...facts, type, at: new Date(instant.atMs).toISOString(), ...(minutes === undefined ? {} : { minutes }) };
}
