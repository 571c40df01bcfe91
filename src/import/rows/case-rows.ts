/**
 * CSV with one row a case: a column `<event>_at` for each event, and what belongs to it beside.
 *
 * A cell that cannot be read is handed on as it stands, since the case is not the same without it.
 */
import type { CaseEvent } from "../../evaluation/cases/case.ts";
import type { ImportLog } from "../imported.ts";
import type { TakePiece } from "../united/piece.ts";
import type { CsvRow, RowTaker } from "./csv.ts";
import { type FactColumn, factColumns, factsOf, readMinutes } from "./facts.ts";
import { readInstantCell } from "./instant-cell.ts";
import { strayOf } from "./stray.ts";

const EVENT_MEMBERS = ["person", "by", "minutes", "channel", "department"] as const;
type EventMember = (typeof EVENT_MEMBERS)[number];

/** Where the cells of an event stand; -1 where there is no such column. */
interface EventColumns {
  readonly stem: string;
  readonly type: string;
  readonly at: number;
  readonly members: readonly (readonly [member: EventMember, own: number, bare: number])[];
}

/** Where things stand in a row. */
interface Plan {
  readonly id: number;
  readonly kind: number;
  readonly customer: number;
  readonly events: readonly EventColumns[];
  readonly facts: readonly FactColumn[];
}

/** Whether the columns are those of one row a case. */
export function isCaseTable(columns: readonly string[]): boolean {
  return !columns.includes("event") && columns.some((column) => column.length > 3 && column.endsWith("_at"));
}

/** Reads the rows of a table as pieces. */
export function caseRows(columns: readonly string[], log: ImportLog, take: TakePiece): RowTaker {
  const plan = planOf(columns);
  return {
    row: (row) => readRow(row, plan, log, take),
    stray: (row) => strayOf(row, plan.id, take),
  };
}

function planOf(columns: readonly string[]): Plan {
  const indices = new Map(columns.map((column, index) => [column, index]));
  const indexOf = (column: string): number => indices.get(column) ?? -1;
  const stems = columns.filter((column) => column.endsWith("_at")).map((column) => column.slice(0, -"_at".length));
  const events = stems.map((stem): EventColumns => {
    const members = EVENT_MEMBERS.map((member) => [member, indexOf(`${stem}_${member}`), indexOf(member)] as const);
    return { stem, type: stem.replaceAll("_", "-"), at: indexOf(`${stem}_at`), members };
  });
  const known = new Set<string>(["case", "kind", "customer", ...EVENT_MEMBERS]);
  for (const stem of stems) for (const member of ["at", ...EVENT_MEMBERS]) known.add(`${stem}_${member}`);
  const facts = factColumns(columns, (column) => !known.has(column));
  return { id: indexOf("case"), kind: indexOf("kind"), customer: indexOf("customer"), events, facts };
}

function readRow({ line, cells }: CsvRow, plan: Plan, log: ImportLog, take: TakePiece): void {
  const id = cells[plan.id] ?? "";
  const kind = (cells[plan.kind] ?? "").trim();
  const customer = cells[plan.customer] ?? "";
  if (id === "") {
    log.report("file.bad-row", line, "case", "a case's id", id, "the row names no case");
    return;
  }
  const problems = log.reported;
  const stop = log.options.stops?.[kind];
  take({
    ...{ id, line, row: line, form: "case-row", facts: factsOf(cells, plan.facts) },
    kind: kind === "" ? undefined : kind,
    customer: customer === "" ? undefined : customer,
    events: plan.events.flatMap((columns) => readEvent(line, cells, columns, columns.type === stop, log) ?? []),
    isMarred: log.reported > problems,
  });
}

/** @param isStop Then bare columns belong to it. */
function readEvent(
  line: number,
  cells: readonly string[],
  { stem, type, at: atIndex, members }: EventColumns,
  isStop: boolean,
  log: ImportLog,
): CaseEvent | undefined {
  const at = cells[atIndex] ?? "";
  // Empty means that there was no such event.
  if (at === "") return undefined;
  const column = `${stem}_at`;
  const instant = readInstantCell(at, log);
  if ("cure" in instant) log.report("file.bad-instant", line, column, "an instant", at, instant.cure, instant.form);
  const event: Record<string, unknown> & { type: string; at: string } = {
    type,
    at: "cure" in instant ? at : new Date(instant.atMs).toISOString(),
  };
  for (const [member, ownIndex, bareIndex] of members) {
    const own = cells[ownIndex] ?? "";
    const cell = own === "" && isStop ? (cells[bareIndex] ?? "") : own;
    if (cell === "") continue;
    event[member] = cell;
    if (member !== "minutes") continue;
    const minutes = readMinutes(cell);
    if ("value" in minutes) event[member] = minutes.value;
    else {
      const place = own === "" ? member : `${stem}_${member}`;
      log.report("file.bad-number", line, place, "a number of minutes", cell, minutes.cure);
    }
  }
  return event;
}
