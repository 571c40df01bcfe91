/**
 * CSV with one row an event: the rows of a case may be apart.
 *
 * A row whose time, type or minutes cannot be read is handed on with what it has, since the case is not the same without it.
 */
import type { CaseEvent } from "../../evaluation/cases/case.ts";
import type { ImportLog } from "../imported.ts";
import type { TakePiece } from "../united/piece.ts";
import type { CsvRow, RowTaker } from "./csv.ts";
import { type FactColumn, type Facts, factColumns, factsOf, readMinutes, readSeq } from "./facts.ts";
import { readInstantCell } from "./instant-cell.ts";
import { strayOf } from "./stray.ts";

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
  const id = cells[plan.own.case] ?? "";
  if (id === "") {
    log.report("file.bad-row", line, "case", "a case's id", id, "the row names no case");
    return;
  }
  const problems = log.reported;
  const event = readEvent(line, cells, plan, log);
  const [kind, customer] = [(cells[plan.own.kind] ?? "").trim(), cells[plan.own.customer] ?? ""];
  take({
    id,
    line,
    row: line,
    form: "event-row",
    kind: kind === "" ? undefined : kind,
    customer: customer === "" ? undefined : customer,
    facts: NONE,
    events: [event],
    isMarred: log.reported > problems,
  });
}

const NONE: Facts = Object.freeze({});

function readEvent(line: number, cells: readonly string[], { own, facts }: Plan, log: ImportLog): CaseEvent {
  const [type, at] = [(cells[own.event] ?? "").trim(), cells[own.at] ?? ""];
  if (type === "") log.report("file.bad-row", line, "event", "an event", type, "the row names no event");
  const instant = readInstantCell(at, log);
  if ("cure" in instant) log.report("file.bad-instant", line, "at", "an instant", at, instant.cure, instant.form);
  const event = factsOf(cells, facts);
  event["type"] = type;
  event["at"] = "cure" in instant ? at : new Date(instant.atMs).toISOString();
  readNumber(event, "minutes", cells[own.minutes], line, log);
  readNumber(event, "seq", cells[own.seq], line, log);
  return event as unknown as CaseEvent;
}

/** Adds a number, or the text as it stands where it is none: what is not a number is not nothing. */
function readNumber(
  event: Record<string, unknown>,
  name: keyof typeof NUMBERS,
  cell: string | undefined,
  line: number,
  log: ImportLog,
): void {
  if (cell === undefined || cell === "") return;
  const { expected, read } = NUMBERS[name];
  const found = read(cell);
  event[name] = "value" in found ? found.value : cell;
  if ("cure" in found) log.report("file.bad-number", line, name, expected, cell, found.cure);
}

const NUMBERS = {
  minutes: { expected: "a number of minutes", read: readMinutes },
  seq: { expected: "a whole number", read: readSeq },
} as const;
