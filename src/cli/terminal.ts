/**
 * What the command line touches of the outside: files, streams, environment and clock. Nothing else in the package does.
 */
import { realpathSync, unwatchFile, watchFile } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { isatty } from "node:tty";
import { styleText } from "node:util";
import { harmless } from "../issues/show.ts";
import { fileRoles } from "./files/file-roles.ts";
import { readParts, readText, type TextKind, unreadable } from "./files/read-text.ts";
import { appendOutput } from "./output/append.ts";
import { STDERR, STDIN, STDOUT, standardError, standardOutput } from "./output/streams.ts";
import { checkOutput, type WriteOptions, writeOutput } from "./output/write-file.ts";
import { CliProblem, type ExitCode } from "./problem.ts";
import { endBy, holdSignals } from "./signals.ts";
import type { Live } from "./watch.ts";

export { shownJson } from "../issues/shown-json.ts";

/** The outside, so that tests can give another. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isColoured: boolean;
  /** Versions of the program that runs this, by name: node, icu. */
  readonly versions?: Readonly<Record<string, string | undefined>>;
  /** Version of an installed package. */
  packageVersion?(name: string): string | undefined;
  /** Version of the time zone data that answers are made with, if it is known. */
  readonly tzdata?: string;
  nowMs(): number;
  /** Writes to standard output; nothing once its reader is gone. Errors: an `OutputLost`. */
  out(text: string): void;
  /** Whether nobody reads standard output any more. */
  isOutGone?(): boolean;
  err(line: string): void;
  /**
   * Text of a file, or of standard input for `-`; what is no text of its kind is refused by its beginning, and one that is to be
   * written, too.
   */
  read(path: string, kind?: TextKind): string;
  /** Bytes of a file, or of standard input for `-`, in parts: of any length. One that is to be written is refused. */
  bytes?(path: string): Iterable<Uint8Array>;
  /** The path of what is there, all symbolic links followed. */
  realPath(path: string): string;
  /** Refuses what {@link write} would refuse, as far as can be seen: also a file that is read, or that is an output by another name. */
  checkWrite(path: string, options: WriteOptions): void;
  /** Writes a file, whole or not at all. */
  write(path: string, content: string | Uint8Array, options: WriteOptions): void;
  /** Puts a text behind what is in a file; where it grows beyond `most` bytes it is cut, and `note` says so. */
  append(path: string, text: string, most: number, note: string): void;
  /** Time and files that change while the program runs, where they can be followed. */
  readonly live?: Live;
  /** Somebody who can be asked. */
  readonly talk?: Talk;
}

/** Questions to whoever sits at the terminal. */
export interface Talk {
  /** Asks; the answer is undefined when they end it. */
  ask(question: string, answered: (line: string | undefined) => void): void;
  /** Ends the talk, and with it the program. */
  close(code: ExitCode): void;
}

/**
 * The process's own terminal.
 *
 * Its standard streams are asked by their numbers: to touch `process.stdout` or `process.stdin` makes a pipe non-blocking, for all who have
 * it. Reading it whole then fails where a part is late, and writing where a reader is slow (EAGAIN).
 */
export function processTerminal(isTerminal: boolean = isatty(STDOUT)): Terminal {
  const [out, err, roles] = [standardOutput(), standardError(), fileRoles()];
  return {
    env: process.env,
    versions: process.versions,
    packageVersion,
    isColoured: isTerminal && (process.env.NO_COLOR ?? "") === "",
    ...(process.versions["tz"] === undefined ? {} : { tzdata: process.versions["tz"] }),
    nowMs: () => Date.now(),
    out: out.write,
    isOutGone: out.isGone,
    err: (line) => err.write(`${line}\n`),
    read: (path, kind) => {
      roles.read(path);
      return readText(path, kind);
    },
    bytes: (path) => {
      roles.read(path);
      return readParts(path);
    },
    realPath: followed,
    checkWrite: (path, options) => {
      checkOutput(path, options);
      roles.write(path);
    },
    write: (path, content, options) => {
      roles.write(path);
      holdSignals();
      writeOutput(path, content, options);
    },
    append: (path, text, most, note) => {
      const role = roles.roleOf(path);
      if (role !== undefined) throw new CliProblem(`${harmless(path)} is ${role} by the same command`);
      holdSignals();
      appendOutput(path, text, most, note);
    },
    ...(isatty(STDIN) && isatty(STDERR) ? { talk: talkOf() } : {}),
    live: {
      isTerminal,
      nowMs: () => Date.now(),
      after: (ms, act) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
      follow,
      onInterrupt: (act) => {
        process.once("SIGINT", act);
        return () => process.removeListener("SIGINT", act);
      },
    },
  };
}

/** Of a package that this program would load. */
function packageVersion(name: string): string | undefined {
  try {
    return (createRequire(import.meta.url)(`${name}/package.json`) as { version?: string }).version;
  } catch {
    return undefined;
  }
}

/** The terminal is left as it was found, whatever ends the talk. */
function openTalk(): ReturnType<typeof createInterface> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // Questions that nobody sees are answered by nobody.
  process.stderr.on("error", () => lines.close());
  const leave = (): void => {
    lines.removeAllListeners("close");
    lines.close();
    process.stderr.write("\n");
  };
  holdSignals(leave);
  lines.on("SIGINT", () => endBy("SIGINT"));
  return lines;
}

/** Questions go to stderr: what is written to stdout stays an answer. */
function talkOf(): Talk {
  let lines: ReturnType<typeof createInterface> | undefined;
  return {
    ask(question, answered) {
      lines ??= openTalk();
      const ended = (): void => answered(undefined);
      lines.once("close", ended);
      lines.question(question, (line) => {
        lines?.removeListener("close", ended);
        answered(line);
      });
    },
    close(code) {
      process.exitCode = code;
      lines?.close();
    },
  };
}

/** How often a file is looked at. Looking survives editors that write a new file and rename it; events of the file system do not. */
const LOOK_MS = 500;

function follow(path: string, changed: () => void): () => void {
  watchFile(path, { interval: LOOK_MS }, changed);
  return () => unwatchFile(path, changed);
}

/** Colours that the program uses. */
export type Colour = "bold" | "cyan" | "dim" | "green" | "red" | "yellow";

/** Paints a text, on a terminal only. */
export function painted(terminal: Terminal, colour: Colour, text: string): string {
  // The stream was asked already; styleText would ask the environment again.
  return terminal.isColoured ? styleText(colour, text, { validateStream: false }) : text;
}

function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}
