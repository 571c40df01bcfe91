/**
 * What stands in cells, and what the functions put there.
 */
import { isOuvreeError, type OuvreeError, refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { show } from "../issues/show.ts";

/** What a program hands over for a cell; a blank one is `""`, `null` or `undefined`. A `Date` may be of any realm. */
export type Cell = number | string | boolean | Date | null | undefined;

/** Rows of cells. */
export type CellRange = readonly (readonly Cell[])[];

/** An error value of the program, and why. */
export interface CellError {
  /** `#N/A`: outside what is known. `#VALUE!`: anything else that is wrong. */
  readonly error: "#VALUE!" | "#N/A";
  readonly reason: string;
}

/** What a function puts into a cell; `""` leaves it blank. */
export type CellAnswer = number | string | boolean | CellError;

/** Outside what is known: there may be an answer, but not from here. */
const NOT_KNOWN: readonly string[] = ["calendar.beyond-reach", "calendar.too-far", "time.out-of-range"];

/**
 * Whether an answer is an error value.
 *
 * @example isCellError({ error: "#N/A", reason: "…" }) // true
 */
export function isCellError(answer: unknown): answer is CellError {
  try {
    return isObject(answer) && (answer["error"] === "#VALUE!" || answer["error"] === "#N/A");
  } catch {
    // What cannot be read is no answer of ours.
    return false;
  }
}

/** Whether a cell is blank. Blanks that only look so count: what is pasted often ends in them. */
export function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** Whether a value is a `Date`, of this realm or another. */
export function isDate(cell: unknown): cell is Date {
  return Object.prototype.toString.call(cell) === "[object Date]";
}

/** The error value for what the library refuses; what is no such refusal is a fault of ours and goes on. */
export function errorValueOf(error: unknown): CellError {
  if (!isOuvreeError(error)) throw error;
  const { code, message }: OuvreeError = error;
  return { error: NOT_KNOWN.includes(code) ? "#N/A" : "#VALUE!", reason: message };
}

/** Throws `spreadsheet.bad-cell`. */
export function refuseCell(name: string, expected: string, cell: unknown, cure: string): never {
  const shown = isDate(cell) ? "a Date" : show(cell);
  return refuse("spreadsheet.bad-cell", [name], expected, cell, `${shown} is not ${expected}; ${cure}`);
}
