/**
 * Files that the program writes: whole or not at all, and nothing but plain files.
 *
 * A file is written to a temporary name beside it and renamed, so that nobody reads half of it and a failure leaves what was
 * there. Directories, symbolic links and devices are refused: the path given is the file that is meant.
 * Source: docs/design.md §5; the page of bad input, 97.
 */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { harmless } from "../../issues/show.ts";
import { CliProblem } from "../problem.ts";
import { whyUnwritable } from "./why-unwritable.ts";

/** How files are written. */
export interface WriteOptions {
  /** Refuse what is there already. */
  readonly noClobber?: boolean;
}

/** Temporary names tried beside a file. */
const MOST_TRIES = 100;
/** Permissions of a new file, before the umask. */
const NEW_MODE = 0o666;

/** Whether a file could be written to a path, as far as can be seen. Errors: a CliProblem that says why not. */
export function checkOutput(path: string, { noClobber = false }: WriteOptions = {}): void {
  const name = harmless(path);
  if (path === "" || /[/\\]$/.test(path)) throw new CliProblem(`${name || '""'} is no name of a file`);
  const found = statsOf(path);
  if (found === undefined) return;
  if (found.isSymbolicLink()) throw new CliProblem(`${name} is a symbolic link; name the file itself`);
  if (found.isDirectory()) throw new CliProblem(`${name} is a directory; name a file`);
  if (!found.isFile()) throw new CliProblem(`${name} is no plain file`);
  if (noClobber) throw new CliProblem(`${name} is there already, and --no-clobber is given`);
}

/** Writes bytes, or a text as UTF-8. Errors: a CliProblem; what was there is then as it was. */
export function writeOutput(path: string, content: string | Uint8Array, options: WriteOptions = {}): void {
  checkOutput(path, options);
  try {
    writeBeside(path, content, options.noClobber ?? false);
  } catch (error) {
    throw problemOf(path, error);
  }
}

function writeBeside(path: string, content: string | Uint8Array, noClobber: boolean): void {
  const { temporary, file } = openBeside(path);
  try {
    try {
      const before = statsOf(path);
      // A file that is replaced keeps its permissions.
      if (before !== undefined) fchmodSync(file, before.mode & 0o777);
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (noClobber) renameToNew(temporary, path);
    else renameSync(temporary, path);
  } catch (error) {
    removeIfThere(temporary);
    throw error;
  }
}

/** What could not be written is told, not what could not be tidied up. */
function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already, or on a disk that takes nothing any more.
  }
}

/** Opens a new file beside a path; a name that somebody has, even as a link, is not taken. */
function openBeside(path: string): { temporary: string; file: number } {
  const stem = join(dirname(path), `.${basename(path).slice(0, 40)}.${process.pid}`);
  for (let i = 0; ; i++) {
    const temporary = `${stem}.${i}.tmp`;
    try {
      return { temporary, file: openSync(temporary, "wx", NEW_MODE) };
    } catch (error) {
      if (codeOf(error) !== "EEXIST" || i >= MOST_TRIES) throw error;
    }
  }
}

/** Renames, unless there is a file by now: a link is made in one step, where there are links. */
function renameToNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!NO_LINKS.includes(codeOf(error))) throw error;
    checkOutput(path, { noClobber: true });
    renameSync(temporary, path);
    return;
  }
  unlinkSync(temporary);
}

/** What file systems without hard links say. */
const NO_LINKS: readonly string[] = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV", "EMLINK"];

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw problemOf(path, error);
  }
}

function problemOf(path: string, error: unknown): CliProblem {
  if (error instanceof CliProblem) return error;
  return new CliProblem(`${harmless(path)} ${whyUnwritable(codeOf(error))}`);
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? "unknown error";
}
