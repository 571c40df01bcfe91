/**
 * Putting a text behind what is in a file: a log or a summary that others write, too.
 */
import { appendFileSync, lstatSync } from "node:fs";
import { harmless } from "../issues/show.ts";
import { CliProblem } from "./problem.ts";

/** Appends a text as UTF-8; beyond `most` bytes in all it is cut at a line, and the note stands in the place of the rest. */
export function appendOutput(path: string, text: string, most: number, note: string): void {
  try {
    const left = most - sizeOf(path);
    const isWhole = Buffer.byteLength(text) <= left;
    const cut = isWhole ? text : cutAtLine(text, left - Buffer.byteLength(note), note);
    if (cut !== "") appendFileSync(path, cut);
  } catch (error) {
    throw new CliProblem(
      `${harmless(path)} cannot be written (${(error as { code?: string }).code ?? "unknown error"})`,
    );
  }
}

function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** As many whole lines as there is room for, and the note; nothing if there is room for none. */
function cutAtLine(text: string, most: number, note: string): string {
  if (most <= 0) return "";
  // A character may be cut in two; it is behind the last line end.
  const head = Buffer.from(text).subarray(0, most).toString();
  return `${head.slice(0, head.lastIndexOf("\n") + 1)}${note}`;
}
