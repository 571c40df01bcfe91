/**
 * Standard output and standard error: whole texts, and what becomes of them where nobody takes them.
 *
 * A text is written in a loop until all of it is taken, for a pipe may take a part, or nothing yet. A reader that is gone (`… | head`)
 * ends the writing and nothing else; any other fault of standard output is told. Faults of standard error are not: complaints that
 * nobody can read change no verdict.
 * Source: docs/cli.md, "When something cannot be written"; write(2).
 */
import { writeSync } from "node:fs";
import { isatty } from "node:tty";
import { CliProblem } from "../problem.ts";
import { whyUnwritable } from "./why-unwritable.ts";

/** The number of standard input as a file. */
export const STDIN = 0;
/** The number of standard output as a file. */
export const STDOUT = 1;
/** The number of standard error as a file. */
export const STDERR = 2;

/** Writes a part of some bytes; says how much was taken. */
export type WritePart = (file: number, bytes: Uint8Array, from: number) => number;

/** How long to wait for a pipe that is full, in ms. */
const WAIT_MS = 2;

/** Standard output cannot be written, and writing the next text is no use. */
export class OutputLost extends CliProblem {}

/** A stream of texts. */
export interface TextStream {
  write(text: string): void;
  /** Whether its reader is gone. */
  isGone(): boolean;
}

/** Standard output. Errors of `write`: an `OutputLost`. */
export function standardOutput(part: WritePart = writePart): TextStream {
  return streamOf(STDOUT, part, (code) => {
    throw new OutputLost(`standard output ${whyUnwritable(code)}`);
  });
}

/** Standard error. It has no errors: there is nowhere left to tell them. */
export function standardError(part: WritePart = writePart): TextStream {
  return streamOf(STDERR, part, () => undefined);
}

/** @param lost Is told why a text could not be written, but for a reader that is gone. */
function streamOf(file: number, part: WritePart, lost: (code: string) => void): TextStream {
  let isGone = false;
  return {
    isGone: () => isGone,
    write(text) {
      if (isGone) return;
      try {
        writeWhole(file, text, part);
      } catch (error) {
        const code = codeOf(error);
        isGone = code === "EPIPE";
        if (!isGone) lost(code);
      }
    },
  };
}

function writeWhole(file: number, text: string, part: WritePart): void {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; ) {
    try {
      from += part(file, bytes, from);
    } catch (error) {
      if (!LATER.includes(codeOf(error))) throw error;
      sleep(WAIT_MS);
    }
  }
}

/** What a pipe says that has no room now, and a call that was interrupted. */
const LATER: readonly string[] = ["EAGAIN", "EWOULDBLOCK", "EINTR"];

function writePart(file: number, bytes: Uint8Array, from: number): number {
  // Windows' terminals take no UTF-8; node's own stream for them does, and writes at once.
  if (process.platform === "win32" && isatty(file)) {
    (file === STDERR ? process.stderr : process.stdout).write(bytes.subarray(from));
    return bytes.length - from;
  }
  return writeSync(file, bytes, from);
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? "unknown error";
}
