/**
 * Rows that are no rows, such as one with too many cells: the case that they seem to name has a history that is not whole.
 */
import { bareText } from "../../issues/formula.ts";
import { type TakePiece, UNREAD_EVENT } from "../united/piece.ts";
import type { CsvRow } from "./csv.ts";

/** Gives a piece for the case that the row seems to name, if any; it counts only if that case stands on a good row, too. */
export function strayOf({ line, cells }: CsvRow, caseIndex: number, take: TakePiece): void {
  const id = bareText(cells[caseIndex] ?? "");
  if (id === "") return;
  take({
    ...{ id, line, row: line, form: "stray", kind: undefined, customer: undefined, facts: {} },
    events: [UNREAD_EVENT],
    isMarred: true,
  });
}
