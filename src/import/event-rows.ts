/**
 * CSV with one row an event: the rows of a case may be apart.
 *
 * A row whose time, type or minutes cannot be read is handed on with what it has, since the case is not the same without it.
 */
import type { CaseEvent } from "../evaluation/case.ts";
import type { CsvRow, RowTaker } from "./csv.ts";
import { type CellNumber, type FactColumn, factColumns, factsOf, readMinutes, readSeq } from "./facts.ts";
import type { ImportLog } from "./imported.ts";
import { readInstantCell } from "./instant-cell.ts";
import { strayOf } from "./stray.ts";
import type { TakePiece } from "./united/piece.ts";

/** Columns with a meaning of their own; all others are facts. */
const OWN_COLUMNS = ["case", "kind", "customer", "event", "at", "minutes", "seq"] as const;
type OwnColumn = (typeof OWN_COLUMNS)[number];

/** Where things stand in a row. */
interface Plan {
  readonly own: Readonly<Record<OwnColumn, number>>;
  readonly facts: readonly FactColumn[];
}

/** Reads the rows of a table as pieces. */
export function eventRows(columns: readonly string[], log: ImportLog, take: TakePiece): RowTaker {
  const own = Object.fromEntries(OWN_COLUMNS.map((name) => [name, columns.indexOf(name)])) as Plan["own"];
  const plan: Plan = { own, facts: factColumns(columns, (name) => !(OWN_COLUMNS as readonly string[]).includes(name)) };
  return {
    row: (row) => readRow(row, plan, log, take),
    stray: (row) => strayOf(row, own.case, take),
  };
}

function readRow({ line, cells }: CsvRow, plan: Plan, log: ImportLog, take: TakePiece): void {
  const cell = (name: OwnColumn): string => cells[plan.own[name]] ?? "";
  const id = cell("case");
  if (id === "") {
    log.report("file.bad-row", line, "case", "a case's id", id, "the row names no case");
    return;
  }
  const problems = log.reported;
  const event = readEvent(line, cells, cell, plan, log);
  const [kind, customer] = [cell("kind").trim(), cell("customer")];
  take({
    ...{ id, line, row: line, form: "event-row", facts: {}, events: [event] },
    kind: kind === "" ? undefined : kind,
    customer: customer === "" ? undefined : customer,
    isMarred: log.reported > problems,
  });
}

function readEvent(
  line: number,
  cells: readonly string[],
  cell: (name: OwnColumn) => string,
  plan: Plan,
  log: ImportLog,
): CaseEvent {
  const [type, at] = [cell("event").trim(), cell("at")];
  if (type === "") log.report("file.bad-row", line, "event", "an event", type, "the row names no event");
  const instant = readInstantCell(at, log);
  if ("cure" in instant) log.report("file.bad-instant", line, "at", "an instant", at, instant.cure, instant.form);
  /** A number, or the text as it stands where it is none: what is not a number is not nothing. */
  const number = (name: OwnColumn, expected: string, read: (text: string) => CellNumber): Record<string, unknown> => {
    const text = cell(name);
    if (text === "") return {};
    const found = read(text);
    if ("value" in found) return { [name]: found.value };
    log.report("file.bad-number", line, name, expected, text, found.cure);
    return { [name]: text };
  };
  return {
    ...factsOf(cells, plan.facts),
    type,
    at: "cure" in instant ? at : new Date(instant.atMs).toISOString(),
    ...number("minutes", "a number of minutes", readMinutes),
    ...number("seq", "a whole number", readSeq),
  };
}
