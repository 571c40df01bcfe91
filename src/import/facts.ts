/**
 * Cells beside an event's type and time.
 */
import { show } from "../issues/show.ts";

/** Facts by column. */
export type Facts = Record<string, unknown>;

/** The cells of the wanted columns that are not empty. */
export function factsOf(cells: ReadonlyMap<string, string>, isWanted: (column: string) => boolean): Facts {
  // From entries, not by assignment: a column may be called "__proto__".
  return Object.fromEntries([...cells].filter(([column, cell]) => cell !== "" && isWanted(column)));
}

/** Minutes of a cell: a number of 0 or more, undefined for an empty cell, or the cure of what it is instead. */
export function readMinutes(cell: string): number | undefined | { readonly cure: string } {
  if (cell === "") return undefined;
  if (/^\d{1,6}(\.\d{1,6})?$/.test(cell)) return Number(cell);
  return { cure: `${show(cell)} is not a number of minutes; write 30` };
}
