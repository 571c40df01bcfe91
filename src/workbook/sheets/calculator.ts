/**
 * The calculator: one deadline, the open time between two moments, whether it is open, when to call back.
 */
import type { CellStyle } from "hucre/xlsx";
import { type Grid, makeGrid, stretch } from "../cells.ts";
import {
  carriedOverOf,
  dueOf,
  instantOf,
  isOpenOf,
  nextOpenOf,
  positionOf,
  rowOf,
  secondsOf,
  shownAt,
  wallOf,
} from "../formulas.ts";
import type { WorkbookWords } from "../language.ts";
import { ANSWER, INPUT } from "../names.ts";
import { ASIDE, formatted, INPUT_CELL, LABEL, MUTED, PART, RESULT, TITLE, truthFormat } from "../styles.ts";
import { type MadeSheet, PRINTED_UPRIGHT } from "./made-sheet.ts";

/** Rows, and the hidden columns that are worked in. */
const ROW = {
  ...{ deadline: 4, start: 5, hours: 6, due: 7, elapsed: 9, from: 10, to: 11, used: 12 },
  ...{ open: 14, at: 15, isOpen: 16, callback: 18, called: 19, callFrom: 20, carriedOver: 21 },
} as const;
const WORK = { wall: "E", instant: "F", row: "G", position: "H", next: "I" } as const;

/** Address in a hidden column. */
function work(row: number, column: keyof typeof WORK): string {
  return `$${WORK[column]}$${row}`;
}

/** The sheet and its names. */
export function calculatorSheet(words: WorkbookWords): MadeSheet {
  const name = words.sheets.calculator;
  const { calculator: said } = words;
  const grid = makeGrid();
  grid.put(1, "A", said.title, TITLE);
  grid.put(2, "A", said.note, MUTED);
  for (const part of ["deadline", "elapsed", "open", "callback"] as const) grid.put(ROW[part], "A", said[part], PART);
  putMoment(grid, ROW.start, said.start, INPUT.asOf, words);
  putHours(grid, words);
  putMoment(grid, ROW.from, said.from, `INT(${INPUT.asOf})`, words);
  putMoment(grid, ROW.to, said.to, INPUT.asOf, words);
  putMoment(grid, ROW.at, said.at, INPUT.asOf, words);
  putMoment(grid, ROW.called, said.called, INPUT.asOf, words);
  putAnswers(grid, words);
  const named = { start: ROW.start, duration: ROW.hours, from: ROW.from, to: ROW.to, at: ROW.at, called: ROW.called };
  const answers = { deadline: ROW.due, elapsed: ROW.used, isOpen: ROW.isOpen, callback: ROW.callFrom };
  const cell = (named: string, row: number) => ({ name: named, range: stretch(name, "B", row, row) });
  return {
    sheet: {
      name,
      cells: grid.cells,
      columns: [{ width: 24 }, { width: 22 }, { width: 36 }, { width: 3 }, ...Array.from({ length: 5 }, () => HIDDEN)],
      view: { showGridLines: false },
      pageSetup: PRINTED_UPRIGHT,
    },
    names: [
      ...Object.entries(named).map(([key, row]) => cell(INPUT[key as keyof typeof named], row)),
      ...Object.entries(answers).map(([key, row]) => cell(ANSWER[key as keyof typeof answers], row)),
      cell(ANSWER.carriedOver, ROW.carriedOver),
    ],
  };
}

const HIDDEN = { hidden: true, width: 12 } as const;

/** A date and time to fill in, and what is wrong with it. */
function putMoment(grid: Grid, row: number, label: string, assumed: string, words: WorkbookWords): void {
  const { calculator: said } = words;
  grid.put(row, "A", label, LABEL);
  grid.put(row, "B", { formula: assumed }, formatted(INPUT_CELL, words.moment));
  const [wall, instant] = [work(row, "wall"), work(row, "instant")];
  grid.put(row, "C", { formula: `IF(${wall}="?","${said.noTime}",IF(ISNA(${instant}),"${said.beyond}",""))` }, ASIDE);
  grid.put(row, WORK.wall, { formula: wallOf(`B${row}`) });
  grid.put(row, WORK.instant, { formula: instantOf(wall) });
  grid.put(row, WORK.row, { formula: rowOf(instant) });
  grid.put(row, WORK.position, { formula: positionOf(instant, work(row, "row")) });
}

function putHours(grid: Grid, { calculator: said }: WorkbookWords): void {
  const seconds = work(ROW.hours, "wall");
  grid.put(ROW.hours, "A", said.hours, LABEL);
  grid.put(ROW.hours, "B", 4, formatted(INPUT_CELL, "0.##"));
  grid.put(ROW.hours, WORK.wall, { formula: secondsOf(`B${ROW.hours}`) });
  const wrong = `IF(ISNA(${seconds}),"${said.negative}",IF(${seconds}="","${said.noHours}",""))`;
  grid.put(ROW.hours, "C", { formula: wrong }, ASIDE);
}

function putAnswers(grid: Grid, words: WorkbookWords): void {
  const { calculator: said } = words;
  const put = (row: number, label: string, formula: string, style: CellStyle): void => {
    grid.put(row, "A", label, LABEL);
    grid.put(row, "B", { formula }, style);
  };
  const moment = formatted(RESULT, words.moment);
  const truth = formatted(RESULT, truthFormat(words.truths));
  const instant = (row: number): string => work(row, "instant");
  const [due, next] = [instant(ROW.due), work(ROW.called, "next")];
  grid.put(ROW.due, WORK.instant, {
    formula: dueOf(instant(ROW.start), work(ROW.start, "position"), work(ROW.hours, "wall")),
  });
  put(ROW.due, said.due, shownAt(due), moment);
  const isAsked = `AND(ISNUMBER(${instant(ROW.start)}),ISNUMBER(${work(ROW.hours, "wall")}))`;
  grid.put(ROW.due, "C", { formula: `IF(${isAsked},IF(ISNA(${due}),"${said.beyondAnswer}",""),"")` }, ASIDE);
  const [from, to] = [work(ROW.from, "position"), work(ROW.to, "position")];
  put(ROW.used, said.used, `IF(OR(${from}="",${to}=""),"",(${to}-${from})/3600)`, formatted(RESULT, "0.00"));
  put(ROW.isOpen, said.isOpen, isOpenOf(instant(ROW.at), work(ROW.at, "row")), truth);
  grid.put(ROW.called, WORK.next, { formula: nextOpenOf(instant(ROW.called), work(ROW.called, "row")) });
  put(ROW.callFrom, said.callFrom, shownAt(next), moment);
  put(ROW.carriedOver, said.carriedOver, carriedOverOf(instant(ROW.called), next), truth);
}
