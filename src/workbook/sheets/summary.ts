/**
 * The summary: how many tickets are met and missed, by kind and by month, with bars drawn in cells.
 */
import { type Grid, makeGrid, stretch } from "../cells.ts";
import type { Status, WorkbookWords } from "../language.ts";
import { ANSWER, INPUT } from "../names.ts";
import {
  ANSWER_CELL,
  ASIDE,
  aligned,
  BAR,
  CELL,
  formatted,
  HEAD_ANSWER,
  INPUT_CELL,
  LABEL,
  MUTED,
  PART,
  RESULT,
  statusBar,
  statusStyle,
  TITLE,
} from "../styles.ts";
import { type MadeSheet, PRINTED_UPRIGHT } from "./made-sheet.ts";

/** Signs of a whole bar. */
const BAR_SIGNS = 20;
const MONTHS = 12;
const AS_OF_ROW = 4;
const COUNTS_ROW = 8;
const STATUSES: readonly Status[] = ["met", "missed", "atRisk", "running", "notYet", "error"];

/** The sheet and its names. */
export function summarySheet(subtitle: string, kinds: number, words: WorkbookWords): MadeSheet {
  const name = words.sheets.summary;
  const { summary: said } = words;
  const grid = makeGrid();
  grid.put(1, "A", said.title, TITLE);
  grid.put(2, "A", subtitle, MUTED);
  grid.put(AS_OF_ROW, "A", said.asOf, LABEL);
  grid.put(AS_OF_ROW, "B", { formula: "NOW()" }, formatted(INPUT_CELL, words.moment));
  grid.put(AS_OF_ROW, "C", said.asOfNote, ASIDE);
  grid.put(AS_OF_ROW + 1, "A", said.atRisk, LABEL);
  grid.put(AS_OF_ROW + 1, "B", 0.75, formatted(INPUT_CELL, "0%"));
  grid.put(AS_OF_ROW + 1, "C", said.atRiskNote, ASIDE);
  const byMonth = putCounts(grid, words) + 2;
  const byKind = putMonths(grid, byMonth, words) + 2;
  putKinds(grid, byKind, kinds, words);
  return {
    sheet: {
      name,
      cells: grid.cells,
      columns: [{ width: 28 }, { width: 17 }, ...Array.from({ length: 5 }, () => ({ width: 10 })), { width: 30 }],
      view: { showGridLines: false },
      pageSetup: PRINTED_UPRIGHT,
    },
    names: [
      { name: INPUT.asOf, range: stretch(name, "B", AS_OF_ROW, AS_OF_ROW) },
      { name: INPUT.atRisk, range: stretch(name, "B", AS_OF_ROW + 1, AS_OF_ROW + 1) },
    ],
  };
}

/** How many tickets have each status; gives the last row. */
function putCounts(grid: Grid, words: WorkbookWords): number {
  const { summary: said } = words;
  heads(grid, COUNTS_ROW - 1, [said.tickets, said.number, said.share, "", "", "", "", ""]);
  const all = COUNTS_ROW + STATUSES.length + 1;
  const row = (at: number, label: string, count: string, status: Status | "unknown"): void => {
    grid.put(at, "A", label, statusStyle(status));
    grid.put(at, "B", { formula: count }, formatted(ANSWER_CELL, "0"));
    grid.put(at, "C", { formula: `IF($B$${all}=0,"",B${at}/$B$${all})` }, formatted(ANSWER_CELL, "0.0%"));
    grid.put(at, "D", { formula: countBar(`C${at}`) }, statusBar(status));
  };
  STATUSES.forEach((status, i) => {
    row(COUNTS_ROW + i, words.status[status], `COUNTIF(${ANSWER.status},"${words.status[status]}")`, status);
  });
  row(all - 1, said.beyond, `SUMPRODUCT(--ISERROR(${ANSWER.status}))`, "unknown");
  grid.put(all, "A", said.total, LABEL);
  grid.put(all, "B", { formula: `SUM(B${COUNTS_ROW}:B${all - 1})` }, formatted(RESULT, "0"));
  grid.put(all + 1, "A", said.rateOfAll, LABEL);
  const [met, missed] = [`B${COUNTS_ROW}`, `B${COUNTS_ROW + 1}`];
  grid.put(all + 1, "B", { formula: rate(met, missed) }, formatted(RESULT, "0.0%"));
  grid.put(all + 1, "D", { formula: rateBar(`B${all + 1}`) }, BAR);
  return all + 1;
}

/** The months up to "as of", the first row being what was before them, the last what is after; gives the last row. */
function putMonths(grid: Grid, first: number, words: WorkbookWords): number {
  const { summary: said } = words;
  grid.put(first, "A", said.byMonth, PART);
  heads(grid, first + 1, [said.month, "", said.tickets, said.met, said.missed, said.open, said.rate, ""]);
  // A month is a number: 12 × year + month.
  const month = (back: number): string => `(YEAR(${INPUT.asOf})*12+MONTH(${INPUT.asOf})-${back})`;
  const row = (at: number, condition: string): void => {
    grid.put(at, "B", null, ANSWER_CELL);
    putRates(grid, at, `${ANSWER.month},${condition}`, "", words);
  };
  grid.put(first + 2, "A", said.earlier, CELL);
  row(first + 2, `"<"&${month(MONTHS - 1)}`);
  for (let i = 0; i < MONTHS; i++) {
    const at = first + 3 + i;
    const number = month(MONTHS - 1 - i);
    const date = `DATE(INT((${number}-1)/12),MOD(${number}-1,12)+1,1)`;
    grid.put(at, "A", { formula: date }, formatted(aligned(CELL, "left"), words.month));
    row(at, number);
  }
  const last = first + 3 + MONTHS;
  grid.put(last, "A", said.later, CELL);
  row(last, `">"&${month(0)}`);
  return last;
}

/** The kinds of the promises, and all others. */
function putKinds(grid: Grid, first: number, kinds: number, words: WorkbookWords): void {
  const { summary: said } = words;
  grid.put(first, "A", said.byKind, PART);
  heads(grid, first + 1, [said.kind, said.hours, said.tickets, said.met, said.missed, said.open, said.rate, ""]);
  for (let i = 1; i <= kinds; i++) {
    const at = first + 1 + i;
    const kind = `INDEX(${INPUT.kinds},${i})`;
    const hours = `INDEX(${INPUT.hours},${i})`;
    grid.put(at, "A", { formula: `IF(${kind}="","",${kind})` }, CELL);
    grid.put(at, "B", { formula: `IF(${hours}="","",${hours})` }, formatted(ANSWER_CELL, "0.##"));
    putRates(grid, at, `${ANSWER.kind},${i}`, `A${at}`, words);
  }
  const last = first + 2 + kinds;
  grid.put(last, "A", said.others, CELL);
  grid.put(last, "B", { formula: `IF(${INPUT.otherHours}="","",${INPUT.otherHours})` }, formatted(ANSWER_CELL, "0.##"));
  putRates(grid, last, `${ANSWER.kind},0`, "", words);
}

/** Counts and rate of the tickets of a condition; blank where a cell is blank. */
function putRates(grid: Grid, at: number, condition: string, unlessBlank: string, { status }: WorkbookWords): void {
  const shown = (formula: string): { formula: string } => ({
    formula: unlessBlank === "" ? formula : `IF(${unlessBlank}="","",${formula})`,
  });
  const count = (which: Status): string => `COUNTIFS(${condition},${ANSWER.status},"${status[which]}")`;
  const whole = formatted(ANSWER_CELL, "0");
  grid.put(at, "C", shown(`COUNTIFS(${condition})`), whole);
  grid.put(at, "D", shown(count("met")), whole);
  grid.put(at, "E", shown(count("missed")), whole);
  grid.put(at, "F", shown(`${count("running")}+${count("atRisk")}`), whole);
  grid.put(at, "G", shown(rate(`D${at}`, `E${at}`)), formatted(ANSWER_CELL, "0.0%"));
  grid.put(at, "H", { formula: rateBar(`G${at}`) }, BAR);
}

function heads(grid: Grid, row: number, texts: readonly string[]): void {
  texts.forEach((text, i) => {
    grid.put(row, "ABCDEFGH"[i]!, text, aligned(HEAD_ANSWER, i === 0 ? "left" : "right"));
  });
}

/** Met of those decided; blank while none is. */
function rate(met: string, missed: string): string {
  return `IF(${met}+${missed}=0,"",${met}/(${met}+${missed}))`;
}

/** A bar of the share met, the rest of it light. */
function rateBar(share: string): string {
  const full = `ROUND(${share}*${BAR_SIGNS},0)`;
  return `IF(ISNUMBER(${share}),REPT("█",${full})&REPT("░",${BAR_SIGNS}-${full}),"")`;
}

/** A bar of a share of all. */
function countBar(share: string): string {
  return `IF(ISNUMBER(${share}),REPT("█",ROUND(${share}*${BAR_SIGNS},0)),"")`;
}
