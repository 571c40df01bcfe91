/**
 * JSON as reports and the program print it.
 */

/** JSON of a value: marks that a terminal would obey are written as \\u escapes, which JSON reads back. */
export function shownJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
