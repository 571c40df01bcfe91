/**
 * The sheet that tickets are pasted into, with their deadlines and statuses.
 */
import type { CellStyle, ColumnDef, ConditionalRule, DataValidation, WriteSheet } from "hucre/xlsx";
import { columnIndex, columnName, makeGrid, stretch } from "../cells.ts";
import type { Status, WorkbookWords } from "../language.ts";
import { CAL, ANSWER as COLUMN_NAMES, INPUT } from "../names.ts";
import { ANSWER_CELL, aligned, CELL, formatted, HEAD_ANSWER, HEAD_INPUT, statusRule, truthFormat } from "../styles.ts";
import { COLUMN, type TicketColumn, ticketFormulas } from "../ticket-formulas.ts";
import { type MadeSheet, PRINTED_ACROSS } from "./made-sheet.ts";

/** The columns that are shown, how wide. */
const WIDTHS: Partial<Record<TicketColumn, number>> = {
  ...{ ticket: 14, kind: 18, called: 17, hours: 8, helped: 17 },
  ...{ due: 17, used: 10, left: 10, status: 11, note: 40, open: 11, callback: 17, carriedOver: 12 },
};
const INPUTS: readonly TicketColumn[] = ["ticket", "kind", "called", "hours", "helped"];
const STATUSES: readonly Status[] = ["met", "missed", "atRisk", "running", "notYet", "error"];

/** The sheet of so many tickets, none of them filled in. */
export function ticketsSheet(rows: number, words: WorkbookWords): MadeSheet {
  const name = words.sheets.tickets;
  const last = rows + 1;
  const grid = makeGrid();
  const shown = Object.keys(WIDTHS) as TicketColumn[];
  const styles = stylesOf(words);
  for (const column of shown) {
    const head = words.ticket[column as keyof typeof words.ticket];
    const style = INPUTS.includes(column) ? HEAD_INPUT : HEAD_ANSWER;
    grid.put(
      1,
      COLUMN[column],
      head,
      aligned(style, styles[column]?.alignment?.horizontal === "center" ? "center" : "left"),
    );
  }
  for (let row = 2; row <= last; row++) {
    for (const column of INPUTS) grid.put(row, COLUMN[column], null, styles[column]);
    for (const [column, formula] of Object.entries(ticketFormulas(row, words)) as [TicketColumn, string][])
      grid.put(row, COLUMN[column], { formula }, styles[column]);
  }
  const sheet: WriteSheet = {
    name,
    cells: grid.cells,
    columns: columnsOf(),
    rowDefs: new Map([[0, { height: 24 }]]),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${COLUMN.carriedOver}${last}` },
    conditionalRules: statusRules(`${COLUMN.status}2:${COLUMN.status}${last}`, `${COLUMN.status}2`, words),
    dataValidations: validationsOf(last, words),
    pageSetup: { ...PRINTED_ACROSS, printTitlesRow: "$1:$1" },
    headerFooter: { oddFooter: "&L&A&R&P / &N" },
  };
  const names = [
    { name: COLUMN_NAMES.status, range: stretch(name, COLUMN.status, 2, last) },
    { name: COLUMN_NAMES.kind, range: stretch(name, COLUMN.kindRow, 2, last) },
    { name: COLUMN_NAMES.month, range: stretch(name, COLUMN.month, 2, last) },
  ];
  return { sheet, names };
}

function stylesOf({ moment, truths }: WorkbookWords): Partial<Record<TicketColumn, CellStyle>> {
  const [input, answer] = [aligned(CELL, "center"), aligned(ANSWER_CELL, "center")];
  const truth = formatted(answer, truthFormat(truths));
  return {
    ticket: CELL,
    kind: CELL,
    called: formatted(input, moment),
    hours: formatted(input, "0.##"),
    helped: formatted(input, moment),
    due: formatted(answer, moment),
    used: formatted(answer, "0.00"),
    left: formatted(answer, "0.00"),
    status: answer,
    note: ANSWER_CELL,
    open: truth,
    callback: formatted(answer, moment),
    carriedOver: truth,
  };
}

/** The columns worked in are folded away, behind those that are shown. */
function columnsOf(): ColumnDef[] {
  const last = columnIndex(COLUMN.month);
  const shown = new Map(Object.entries(WIDTHS).map(([column, width]) => [COLUMN[column as TicketColumn], width]));
  return Array.from({ length: last + 1 }, (_, i): ColumnDef => {
    const width = shown.get(columnName(i) as (typeof COLUMN)[TicketColumn]);
    return width === undefined ? { hidden: true, width: 12 } : { width };
  });
}

/** The colours of statuses, and of #N/A. */
function statusRules(range: string, first: string, words: WorkbookWords): ConditionalRule[] {
  const rules = STATUSES.map((status, i) => ({
    type: "expression" as const,
    priority: i + 2,
    formula: `IF(ISERROR(${first}),FALSE,${first}="${words.status[status]}")`,
    style: statusRule(status),
    range,
  }));
  const unknown = { type: "expression" as const, priority: 1, formula: `ISERROR(${first})`, range };
  return [{ ...unknown, style: statusRule("unknown") }, ...rules];
}

/** What is offered and said while cells are filled in; what is pasted is judged by the column Note. */
function validationsOf(last: number, { prompts }: WorkbookWords): DataValidation[] {
  const column = (name: TicketColumn): string => `${COLUMN[name]}2:${COLUMN[name]}${last}`;
  const [timeTitle, timeText] = prompts.time;
  const [hoursTitle, hoursText] = prompts.hours;
  const time = {
    type: "date",
    operator: "greaterThanOrEqual",
    formula1: CAL.epoch,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "warning",
    errorTitle: timeTitle,
    errorMessage: timeText,
  } as const;
  return [
    { type: "list", formula1: INPUT.kinds, allowBlank: true, showErrorMessage: false, range: column("kind") },
    { ...time, range: column("called") },
    { ...time, range: column("helped") },
    {
      type: "decimal",
      operator: "greaterThanOrEqual",
      formula1: "0",
      allowBlank: true,
      showInputMessage: true,
      inputTitle: hoursTitle,
      inputMessage: hoursText,
      showErrorMessage: true,
      errorStyle: "warning",
      errorTitle: hoursTitle,
      errorMessage: hoursText,
      range: column("hours"),
    },
  ];
}
