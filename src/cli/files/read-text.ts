/**
 * Reading files and standard input whole, within limits that hold while reading: a device or a pipe may have no end.
 */
import { closeSync, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { isatty } from "node:tty";
import { checkBeginning, decodeText } from "../../import/index.ts";
import { isOuvreeError } from "../../index.ts";
import { harmless } from "../../issues/show.ts";
import { CliProblem } from "../problem.ts";

/** What is read: cases are refused by their columns, before the rest is read. */
export type TextKind = "cases" | "document";

/** Larger files would not fit a string. */
const LARGEST_BYTES = 500 * 1024 * 1024;
/** Read at once. */
const CHUNK_BYTES = 1024 * 1024;
/** A line of columns is in it; by then a file of cases has one. */
const BEGINNING_BYTES = 6 * CHUNK_BYTES;
const STDIN = 0;

/** The text of a file, or of standard input for `-`. Errors: a CliProblem. */
export function readText(path: string, kind: TextKind = "document"): string {
  const name = path === "-" ? "standard input" : harmless(path);
  try {
    return decodeText(readBytes(path, name, kind), name);
  } catch (error) {
    if (isOuvreeError(error)) throw new CliProblem(error.message);
    throw error;
  }
}

/** The bytes of a file, or of standard input for `-`, in parts. Errors: a CliProblem. */
export function* readParts(path: string): Generator<Uint8Array> {
  const name = path === "-" ? "standard input" : harmless(path);
  let file: number | undefined;
  try {
    file = path === "-" ? STDIN : openSync(path, "r");
    const stats = fstatSync(file);
    if (stats.isCharacterDevice() && !isatty(file))
      throw new CliProblem(`${name} is a device, which may have no end; name a file`);
    for (;;) {
      // A new one each time: who takes a part may keep it.
      const part = Buffer.allocUnsafe(CHUNK_BYTES);
      const count = readSync(file, part, 0, CHUNK_BYTES, null);
      if (count === 0) return;
      yield part.subarray(0, count);
    }
  } catch (error) {
    if (error instanceof CliProblem || isOuvreeError(error)) throw error;
    if (typeof (error as { syscall?: unknown }).syscall !== "string") throw error;
    throw unreadable(path === "-" ? "standard input" : path, error);
  } finally {
    if (file !== undefined && file !== STDIN) closeSync(file);
  }
}

function readBytes(path: string, name: string, kind: TextKind): Uint8Array {
  let file: number | undefined;
  try {
    file = path === "-" ? STDIN : openSync(path, "r");
    const stats = fstatSync(file);
    if (stats.isFile() && stats.size > LARGEST_BYTES) throw tooLarge(name);
    return chunksOf(file, stats, name, kind);
  } catch (error) {
    if (error instanceof CliProblem || isOuvreeError(error)) throw error;
    throw unreadable(path === "-" ? "standard input" : path, error);
  } finally {
    if (file !== undefined && file !== STDIN) closeSync(file);
  }
}

/** All bytes, in one array; looked at while they come in. */
function chunksOf(file: number, stats: Stats, name: string, kind: TextKind): Uint8Array {
  const isDevice = stats.isCharacterDevice() && !isatty(file);
  const chunks: Buffer[] = [];
  let [length, looked] = [0, 0];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const count = readSync(file, chunk, 0, CHUNK_BYTES, null);
    if (count === 0) break;
    length += count;
    // A pipe gives little at once: what it gave is kept, not the room for more.
    chunks.push(count < CHUNK_BYTES / 2 ? Buffer.from(chunk.subarray(0, count)) : chunk.subarray(0, count));
    if (isDevice) throw new CliProblem(`${name} is a device, which may have no end; name a file`);
    if (length > LARGEST_BYTES) throw tooLarge(name);
    // As soon as there is something, and once more when a line of columns must have come to its end.
    if (looked === 0 || (looked < BEGINNING_BYTES && length >= BEGINNING_BYTES)) {
      looked = length;
      checkBeginning(Buffer.concat(chunks), { name, isCases: kind === "cases" });
    }
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

function tooLarge(name: string): CliProblem {
  return new CliProblem(`${name} is larger than ${LARGEST_BYTES / 1024 / 1024} MB; split it`);
}

/** Why something is not there, or cannot be read. */
export function unreadable(name: string, error: unknown): CliProblem {
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
