/**
 * Which files a run reads and which it writes: none is both, and none is written twice.
 *
 * Files are told apart by device and inode, so that links and other spellings of a path are seen; one that is not there yet by its folder and
 * its name. Whichever comes second is refused, the output or the input: commands name their outputs before they judge, and read before
 * they write, so nothing is judged or written by then.
 * Source: docs/cli.md, "Files that are written".
 */
import { type BigIntStats, fstatSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { harmless } from "../../issues/show.ts";
import { STDIN, STDOUT } from "../output/streams.ts";
import { CliProblem } from "../problem.ts";

/** The files of a run. */
export interface FileRoles {
  /** Notes a file that is read, or `-` for standard input. Errors: a CliProblem if it is written. */
  read(path: string): void;
  /** Notes a file that is to be written; the same path again is the same output. Errors: a CliProblem if it is read, or an output by another name. */
  write(path: string): void;
  /** What a file is already. */
  roleOf(path: string): "read" | "written" | undefined;
}

/** Where a standard stream goes to or comes from, if that is a plain file. */
type StreamStats = (file: number) => BigIntStats | undefined;

/**
 * The files of a run, none yet; standard output is one of its outputs.
 *
 * @param foldsCase Whether names that differ in case alone are one file. It matters for files that are not there yet.
 */
export function fileRoles(
  streamStats: StreamStats = statsOfStream,
  foldsCase: boolean = process.platform === "darwin" || process.platform === "win32",
): FileRoles {
  const [reads, writes] = [new Map<string, string>(), new Map<string, string>()];
  const keyOf = (path: string): string | undefined => keyOfFile(statsOf(path)) ?? keyOfNew(path, foldsCase);
  const output = keyOfFile(streamStats(STDOUT));
  if (output !== undefined) writes.set(output, "standard output");
  return {
    read(path) {
      const [name, key] = path === "-" ? ["standard input", keyOfFile(streamStats(STDIN))] : [path, keyOf(path)];
      if (key === undefined) return;
      const written = writes.get(key);
      if (written !== undefined) throw bothProblem(name, written);
      reads.set(key, name);
    },
    write(path) {
      const key = keyOf(path);
      if (key === undefined) return;
      const read = reads.get(key);
      if (read !== undefined) throw bothProblem(read, path);
      const other = writes.get(key) ?? path;
      if (other !== path) throw new CliProblem(`${harmless(path)} and ${harmless(other)} are one file; write to two`);
      writes.set(key, path);
    },
    roleOf(path) {
      const key = keyOf(path) ?? "";
      return reads.has(key) ? "read" : writes.has(key) ? "written" : undefined;
    },
  };
}

/** One file, by the name that it is read by and the one that it is written by. */
function bothProblem(read: string, written: string): CliProblem {
  const same = read === written ? "" : `, which is ${harmless(written)},`;
  return new CliProblem(`${harmless(read)}${same} is read and would be written over; write to another file`);
}

/** A file that is there. */
function keyOfFile(stats: BigIntStats | undefined): string | undefined {
  return stats && `${stats.dev}:${stats.ino}`;
}

/** A file that is not there yet. */
function keyOfNew(path: string, foldsCase: boolean): string | undefined {
  const folder = keyOfFile(statsOf(dirname(path)));
  const name = foldsCase ? basename(path).normalize("NFC").toLowerCase() : basename(path);
  return folder && `${folder}/${name}`;
}

function statsOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    // What cannot be looked at can be neither read nor written; that is told where it is tried.
    return undefined;
  }
}

/** Of a standard stream that is a plain file: terminals, pipes and devices are nobody's files. */
function statsOfStream(file: number): BigIntStats | undefined {
  try {
    const stats = fstatSync(file, { bigint: true });
    return stats.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}
