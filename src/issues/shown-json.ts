/**
 * JSON as reports and the program print it.
 */

// Marks that a terminal obeys, and those of a build server: they can only stand in texts.
const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|#(?=#\w*\[)/g;

/** JSON of a value: marks that a terminal or a build server would obey are written as \\u escapes, which JSON reads back. */
export function shownJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(
    OBEYED,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
