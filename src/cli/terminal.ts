/**
 * What the command line touches of the outside: files, streams, environment and clock. Nothing else in the package does.
 */
import { readFileSync, realpathSync } from "node:fs";
import { styleText } from "node:util";
import { harmless } from "../issues/show.ts";
import { appendOutput } from "./append.ts";
import { checkOutput, type WriteOptions, writeOutput } from "./output.ts";
import { CliProblem } from "./problem.ts";

export { shownJson } from "../issues/shown-json.ts";

/** The outside, so that tests can give another. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isColoured: boolean;
  /** Version of the time zone data that answers are made with, if it is known. */
  readonly tzdata?: string;
  nowMs(): number;
  out(text: string): void;
  err(line: string): void;
  /** Text of a file, or of standard input for `-`. */
  read(path: string): string;
  /** The path of what is there, all symbolic links followed. */
  realPath(path: string): string;
  /** Refuses what {@link write} would refuse, as far as can be seen. */
  checkWrite(path: string, options: WriteOptions): void;
  /** Writes a file, whole or not at all. */
  write(path: string, text: string, options: WriteOptions): void;
  /** Puts a text behind what is in a file; where it grows beyond `most` bytes it is cut, and `note` says so. */
  append(path: string, text: string, most: number, note: string): void;
}

/** Larger files would not fit a string. */
const LARGEST_BYTES = 500 * 1024 * 1024;

/** The process's own terminal. */
export function processTerminal(): Terminal {
  return {
    env: process.env,
    isColoured: process.stdout.isTTY === true && (process.env.NO_COLOR ?? "") === "",
    ...(process.versions["tz"] === undefined ? {} : { tzdata: process.versions["tz"] }),
    nowMs: () => Date.now(),
    out: (text) => void process.stdout.write(text),
    err: (line) => void process.stderr.write(`${line}\n`),
    read: readText,
    realPath: followed,
    checkWrite: checkOutput,
    write: writeOutput,
    append: appendOutput,
  };
}

/** Colours that the program uses. */
export type Colour = "bold" | "cyan" | "dim" | "green" | "red" | "yellow";

/** Paints a text, on a terminal only. */
export function painted(terminal: Terminal, colour: Colour, text: string): string {
  // The stream was asked already; styleText would ask the environment again.
  return terminal.isColoured ? styleText(colour, text, { validateStream: false }) : text;
}

function readText(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path === "-" ? 0 : path);
  } catch (error) {
    throw unreadable(path === "-" ? "standard input" : path, error);
  }
  const name = path === "-" ? "standard input" : harmless(path);
  if (bytes.length > LARGEST_BYTES) throw new CliProblem(`${name} is larger than 500 MB; split it`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The decoder's only complaint: the bytes are no UTF-8.
    throw new CliProblem(`${name} is not UTF-8 text; save it as UTF-8`);
  }
}

function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(name: string, error: unknown): CliProblem {
  const { code } = error as { code?: string };
  return new CliProblem(
    `${harmless(name)} ${WHY_UNREADABLE[code ?? ""] ?? `cannot be read (${code ?? "unknown error"})`}`,
  );
}

const WHY_UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  EISDIR: "is a directory; name a file",
  EACCES: "may not be read (permission denied)",
  ENOTDIR: "does not exist (a part of its path is a file)",
  ELOOP: "is a symbolic link that leads to itself",
};
