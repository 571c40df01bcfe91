/**
 * Columns as callers give them: wrong types and lengths throw, single items never do.
 */
import { refuse } from "../issues/error.ts";
import { isList } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { show } from "../issues/show.ts";

/** A column of numbers; what is missing is NaN. */
export type Column = Float64Array | readonly (number | null | undefined)[];

const EXPECTED = "a Float64Array or an array of numbers";

/** A column as a Float64Array; items that are null or undefined are NaN. Errors: `calendar.bad-column`. */
export function readColumn(value: unknown, name: string, length?: number): Float64Array {
  const column = readForeign(value, [name], "calendar.bad-column", EXPECTED, () => columnOf(value, name));
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

function columnOf(value: unknown, name: string): Float64Array {
  // By tag: a column may come from another realm.
  if (Object.prototype.toString.call(value) === "[object Float64Array]") return value as Float64Array;
  if (!isList(value))
    return refuse("calendar.bad-column", [name], EXPECTED, value, `${show(value)} is not a column of ms`);
  const column = new Float64Array(value.length);
  for (let i = 0; i < column.length; i++) {
    const item = value[i];
    if (typeof item === "number") column[i] = item;
    else if (item === null || item === undefined) column[i] = Number.NaN;
    else refuse("calendar.bad-column", [name, i], "a number of ms", item, `${show(item)} is not a number of ms`);
  }
  return column;
}

/** Where the answers go. Errors: `calendar.bad-column`. */
export function readOut(value: unknown, length: number): Float64Array {
  if (value === undefined) return new Float64Array(length);
  const expected = `a Float64Array of ${length}`;
  const isOut = readForeign(
    value,
    ["out"],
    "calendar.bad-column",
    expected,
    () =>
      Object.prototype.toString.call(value) === "[object Float64Array]" && (value as Float64Array).length === length,
  );
  if (!isOut) {
    return refuse("calendar.bad-column", ["out"], expected, value, `out must be a Float64Array of ${length} items`);
  }
  return value as Float64Array;
}
