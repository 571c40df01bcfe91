/**
 * Columns as callers give them: wrong types and lengths throw, single items never do.
 */
import { refuse } from "../issues/error.ts";
import { show } from "../issues/show.ts";

/** A column of numbers. */
export type Column = Float64Array | readonly number[];

/** A column as a Float64Array. Errors: `calendar.bad-column`. */
export function readColumn(value: unknown, name: string, length?: number): Float64Array {
  let column: Float64Array | undefined;
  // By tag: a column may come from another realm.
  if (Object.prototype.toString.call(value) === "[object Float64Array]") column = value as Float64Array;
  else if (Array.isArray(value) && value.every((item) => typeof item === "number"))
    column = Float64Array.from(value as number[]);
  if (column === undefined)
    return refuse(
      "calendar.bad-column",
      [name],
      "a Float64Array or an array of numbers",
      value,
      `${show(value)} is not a column of ms`,
    );
  if (length !== undefined && column.length !== length) {
    return refuse(
      "calendar.bad-column",
      [name],
      `${length} items`,
      column.length,
      `${column.length} items beside ${length}; columns have one length`,
    );
  }
  return column;
}

/** Where the answers go. Errors: `calendar.bad-column`. */
export function readOut(value: unknown, length: number): Float64Array {
  if (value === undefined) return new Float64Array(length);
  if (Object.prototype.toString.call(value) !== "[object Float64Array]" || (value as Float64Array).length !== length) {
    return refuse(
      "calendar.bad-column",
      ["out"],
      `a Float64Array of ${length}`,
      value,
      `out must be a Float64Array of ${length} items`,
    );
  }
  return value as Float64Array;
}
