/**
 * Cells and members beside an event's type and time.
 */
import { show } from "../../issues/show.ts";

/** Facts by column. */
export type Facts = Readonly<Record<string, unknown>>;

/** A column that is kept as a fact, and the place of its cell in a row. */
export interface FactColumn {
  readonly name: string;
  readonly index: number;
}

/** The columns that are wanted, in the order of the header. */
export function factColumns(columns: readonly string[], isWanted: (column: string) => boolean): FactColumn[] {
  return columns.flatMap((name, index) => (isWanted(name) ? [{ name, index }] : []));
}

/** The cells of columns that are not empty. */
export function factsOf(cells: readonly string[], columns: readonly FactColumn[]): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const { name, index } of columns) {
    const cell = cells[index];
    if (cell === "") continue;
    // Not by assignment: a column may be called so.
    if (name === "__proto__") Object.defineProperty(facts, name, { value: cell, ...PLAIN });
    else facts[name] = cell;
  }
  return facts;
}

const PLAIN = { configurable: true, enumerable: true, writable: true } as const;

/** A number that was read, or the cure of what it is instead. */
export type CellNumber = { readonly value: number } | { readonly cure: string };

/** Minutes of a cell: a number of 0 or more. */
export function readMinutes(cell: string): CellNumber {
  const text = cell.trim();
  if (/^\d{1,6}(\.\d{1,6})?$/.test(text)) return { value: Number(text) };
  return { cure: `${show(cell)} is not a number of minutes; write 30` };
}

/** The place of an event in the order of its log: a whole number. */
export function readSeq(cell: string): CellNumber {
  const text = cell.trim();
  if (/^-?\d{1,15}$/.test(text)) return { value: Number(text) + 0 };
  return { cure: `${show(cell)} is not a place in the order of the log; write a whole number` };
}
