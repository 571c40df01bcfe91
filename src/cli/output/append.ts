/**
 * Putting a text behind what is in a file: a log or a summary that others write, too.
 */
import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
import { harmless } from "../../issues/show.ts";
import { CliProblem } from "../problem.ts";
import { whyUnwritable } from "./why-unwritable.ts";

const { O_APPEND, O_CREAT, O_NONBLOCK, O_WRONLY } = constants;
/** Permissions of a new file, before the umask. */
const NEW_MODE = 0o666;

/** Appends a text as UTF-8; beyond `most` bytes in all it is cut at a line, and the note stands in the place of the rest. Errors: a CliProblem; nothing is appended then. */
export function appendOutput(path: string, text: string, most: number, note: string): void {
  try {
    // Not to wait for the reader of a named pipe.
    const file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | (O_NONBLOCK ?? 0), NEW_MODE);
    try {
      appendTo(file, text, most, note);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new CliProblem(`${harmless(path)} ${whyUnwritable((error as { code?: string }).code ?? "unknown error")}`);
  }
}

function appendTo(file: number, text: string, most: number, note: string): void {
  const stats = fstatSync(file);
  const left = most - stats.size;
  const isWhole = Buffer.byteLength(text) <= left;
  const cut = isWhole ? text : cutAtLine(text, left - Buffer.byteLength(note), note);
  try {
    if (cut !== "") writeFileSync(file, cut);
  } catch (error) {
    // A part of a text is none.
    if (stats.isFile()) ftruncateSync(file, stats.size);
    throw error;
  }
}

/** As many whole lines as there is room for, and the note; nothing if there is room for none. */
function cutAtLine(text: string, most: number, note: string): string {
  if (most <= 0) return "";
  // A character may be cut in two; it is behind the last line end.
  const head = Buffer.from(text).subarray(0, most).toString();
  return `${head.slice(0, head.lastIndexOf("\n") + 1)}${note}`;
}
