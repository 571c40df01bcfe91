/**
 * columns.c, compiled and at hand: it reads the library's own tables and does the same items, when asked.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { MS_PER_HOUR } from "./desk.ts";

/** Open intervals over [startMs, endMs), as the library compiled them. */
export interface Intervals {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly count: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** What the program is asked to do. */
export interface Question {
  readonly intervals: Intervals;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly durationMs: number;
}

/** One run: the time of the loop alone, and the hash of the answers. */
export interface Answer {
  readonly ms: number;
  readonly hash: number;
}

/** The program, running. */
export interface CProgram {
  run(question: "add" | "elapsed"): Promise<Answer>;
  stop(): void;
}

/** Compiles columns.c; the program's path, or undefined where there is no C compiler. */
export function compileC(sourceFolder: string, folder: string): string | undefined {
  const program = join(folder, "columns");
  try {
    execFileSync("cc", ["-O2", "-std=gnu11", "-o", program, join(sourceFolder, "columns.c")]);
    return program;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Starts the program on a question's tables and items. */
export function startC(program: string, folder: string, question: Question): CProgram {
  const file = join(folder, "tables.bin");
  writeFileSync(file, bytesOf(question));
  const child: ChildProcess = spawn(program, [file], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    async run(name) {
      child.stdin!.write(`${name}\n`);
      const line = await lines.next();
      if (line.done === true) throw new Error("columns.c stopped");
      const [ns, hash] = line.value.split(" ").map(Number) as [number, number];
      return { ms: ns / 1e6, hash };
    },
    stop: () => child.stdin!.end(),
  };
}

/** The hash that columns.c makes of its answers. */
export function hashOf(values: Float64Array): number {
  let hash = 0;
  for (const value of values) hash = (Math.imul(hash, 31) + (value | 0)) | 0;
  return hash >>> 0;
}

const CELL_MS = 6 * MS_PER_HOUR;

/** The tables are reckoned here, not taken from the library: they stay the measure when the library's own change. */
function bytesOf({ intervals, starts, ends, durationMs }: Question): Buffer {
  const { count, startMs, endMs } = intervals;
  const opens = intervals.opens.slice(0, count + 1).fill(Number.POSITIVE_INFINITY, count);
  const closes = intervals.closes.slice(0, count + 1).fill(Number.POSITIVE_INFINITY, count);
  const totals = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) totals[i + 1] = totals[i]! + (closes[i]! - opens[i]!);
  const slacks = opens.map((openMs, i) => openMs - totals[i]!);
  const bucketMs = Math.ceil(totals[count]! / count);
  const cells = firsts((endMs - startMs) / CELL_MS, (i, k) => closes[i]! <= startMs + k * CELL_MS);
  const buckets = firsts(totals[count]! / bucketMs, (i, k) => i < count && totals[i + 1]! < k * bucketMs);
  const numbers = [
    Float64Array.of(count, cells.length, buckets.length, startMs, CELL_MS, bucketMs, starts.length, durationMs),
    ...[opens, closes, totals, slacks, starts, ends, cells, buckets],
  ];
  return Buffer.concat(
    numbers.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
}

/** Item k: the first interval, from that of item k − 1 on, that is not too early for it. */
function firsts(last: number, isEarly: (i: number, k: number) => boolean): Int32Array {
  let i = 0;
  return Int32Array.from({ length: Math.floor(last) + 1 }, (_, k) => {
    while (isEarly(i, k)) i++;
    return i;
  });
}
