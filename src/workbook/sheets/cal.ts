/**
 * The hidden sheet: the compiled calendar, the zone's offsets, and what all formulas share.
 */
import type { WriteSheet } from "hucre/xlsx";
import { makeGrid, stretch } from "../cells.ts";
import type { Coverage } from "../coverage.ts";
import { asOfInstant, asOfPosition, wallOf } from "../formulas.ts";
import type { WorkbookWords } from "../language.ts";
import { CAL, INPUT } from "../names.ts";
import { PROBLEM, type Problem } from "../problems.ts";
import type { MadeSheet, NamedRange } from "./made-sheet.ts";

const NAME = "Cal";

/** A table of the sheet: a name and a head for each column. */
interface Table {
  readonly columns: readonly (readonly [column: string, name: string, head: string])[];
  readonly rows: readonly (readonly (number | string)[])[];
}

/** The sheet and its names. */
export function calSheet(coverage: Coverage, words: WorkbookWords): MadeSheet {
  const grid = makeGrid();
  const names: NamedRange[] = [];
  for (const { columns, rows } of tablesOf(coverage, words)) {
    columns.forEach(([column, name, head], k) => {
      grid.put(1, column, head);
      rows.forEach((row, i) => {
        grid.put(i + 2, column, row[k]!);
      });
      names.push({ name, range: stretch(NAME, column, 2, rows.length + 1) });
    });
  }
  sharedCells(coverage).forEach(([label, content, name], i) => {
    grid.put(i + 2, "L", label);
    grid.put(i + 2, "M", typeof content === "number" ? content : { formula: content });
    if (name !== undefined) names.push({ name, range: stretch(NAME, "M", i + 2, i + 2) });
  });
  const sheet: WriteSheet = { name: NAME, cells: grid.cells, hidden: true };
  return { sheet, names };
}

function tablesOf({ open, offsets, edges, years }: Coverage, words: WorkbookWords): readonly Table[] {
  return [
    {
      columns: [
        ["A", CAL.open, "opens, s UTC"],
        ["B", CAL.close, "closes, s UTC"],
        ["C", CAL.before, "open before, s"],
      ],
      rows: open.map(({ openSec, closeSec, beforeSec }) => [openSec, closeSec, beforeSec]),
    },
    {
      columns: [
        ["E", CAL.offsetFrom, "from, s UTC"],
        ["F", CAL.offset, "offset, s"],
      ],
      rows: offsets.map(({ fromSec, offsetSec }) => [fromSec, offsetSec]),
    },
    {
      columns: [
        ["H", CAL.edgeWall, "wall from, s"],
        ["I", CAL.edgePiece, "not before, s UTC"],
        ["J", CAL.edgeOffset, "offset, s"],
      ],
      rows: edges.map(({ wallSec, pieceSec, offsetSec }) => [wallSec, pieceSec, offsetSec]),
    },
    { columns: [["O", CAL.problems, "problems"]], rows: problemRows(words.problems(years)) },
  ];
}

/** Their words, each in the row of its number. */
function problemRows(words: Readonly<Record<Problem, string>>): string[][] {
  const numbered = Object.entries(PROBLEM) as [Problem, number][];
  return numbered.sort(([, a], [, b]) => a - b).map(([problem]) => [words[problem]]);
}

/** Row of "as of" in wall seconds. */
const ASKED_ROW = 7;

function sharedCells({
  wallFromSec,
  wallToSec,
  toSec,
  totalSec,
  open,
}: Coverage): (readonly [label: string, content: number | string, name?: string])[] {
  // An answer at the first instant after the years is outside them.
  const endsOpen = open.at(-2)?.closeSec === toSec && totalSec > 0;
  return [
    // Evaluated by the program itself, so that each date system, of 1900 or of 1904, counts from its own beginning.
    ["1970-01-01 as a date here", "DATE(1970,1,1)", CAL.epoch],
    ["years from, s wall", wallFromSec, CAL.wallFrom],
    ["years to, s wall", wallToSec, CAL.wallTo],
    ["years to, s UTC", toSec, CAL.to],
    ["most open time, s", endsOpen ? totalSec - 1 : totalSec, CAL.most],
    ["as of, s wall", wallOf(INPUT.asOf)],
    ["as of, s UTC", asOfInstant(`$M$${ASKED_ROW}`), CAL.asOf],
    ["as of, open s before", asOfPosition(CAL.asOf), CAL.asOfPosition],
  ];
}
