/**
 * The sheet of promises: hours by kind of ticket.
 */
import { makeGrid, stretch } from "../cells.ts";
import type { WorkbookWords } from "../language.ts";
import { INPUT } from "../names.ts";
import type { SheetPromise } from "../promises.ts";
import { aligned, CELL, formatted, HEAD_ANSWER, HEAD_INPUT, INDENT, INPUT_CELL, MUTED, TITLE } from "../styles.ts";
import { type MadeSheet, PRINTED_UPRIGHT } from "./made-sheet.ts";

const FIRST = 5;
const FEWEST = 8;
const SPARE = 4;
const INDENTED = { ...CELL, alignment: INDENT };

/** How many kinds there is room for. */
export function promiseRows(promises: readonly SheetPromise[]): number {
  return Math.max(FEWEST, promises.length + SPARE);
}

/** The sheet and its names. */
export function promisesSheet(promises: readonly SheetPromise[], words: WorkbookWords): MadeSheet {
  const name = words.sheets.promises;
  const { promises: said } = words;
  const rows = promiseRows(promises);
  const last = FIRST + rows - 1;
  const grid = makeGrid();
  grid.put(1, "A", said.title, TITLE);
  grid.put(2, "A", said.note, MUTED);
  grid.put(FIRST - 1, "A", said.kind, HEAD_INPUT);
  grid.put(FIRST - 1, "B", said.hours, aligned(HEAD_INPUT, "right"));
  grid.put(FIRST - 1, "C", said.promise, { ...HEAD_ANSWER, alignment: INDENT });
  for (let i = 0; i < rows; i++) {
    const promise = promises[i];
    grid.put(FIRST + i, "A", promise?.kind ?? null, aligned(INPUT_CELL, "left"));
    grid.put(FIRST + i, "B", promise?.hours ?? null, formatted(INPUT_CELL, "0.##"));
    grid.put(FIRST + i, "C", promise?.title ?? null, INDENTED);
  }
  grid.put(last + 1, "A", said.other, CELL);
  grid.put(last + 1, "B", null, formatted(INPUT_CELL, "0.##"));
  grid.put(last + 1, "C", said.otherNote, { ...INDENTED, font: MUTED.font! });
  return {
    sheet: {
      name,
      cells: grid.cells,
      columns: [{ width: 26 }, { width: 10 }, { width: 72 }],
      view: { showGridLines: false },
      freezePane: { rows: FIRST - 1 },
      dataValidations: [
        {
          type: "decimal",
          operator: "greaterThanOrEqual",
          formula1: "0",
          allowBlank: true,
          showErrorMessage: true,
          errorStyle: "warning",
          errorTitle: words.prompts.hours[0],
          errorMessage: words.prompts.hours[1],
          range: `B${FIRST}:B${last + 1}`,
        },
      ],
      pageSetup: PRINTED_UPRIGHT,
    },
    names: [
      { name: INPUT.kinds, range: stretch(name, "A", FIRST, last) },
      { name: INPUT.hours, range: stretch(name, "B", FIRST, last) },
      { name: INPUT.otherHours, range: stretch(name, "B", last + 1, last + 1) },
    ],
  };
}
