/**
 * Vectors: the JSON cases of test/vectors/business-time.json, typed. Instants are ISO text there, durations are ms.
 */

import { readFileSync } from "node:fs";
import type { Definition } from "../oracle/definition.ts";

export type VectorOp = "isOpen" | "nextOpen" | "previousOpen" | "add" | "subtract" | "elapsed" | "windows";

export interface VectorCase {
  readonly id: string;
  readonly calendar: string;
  readonly op: VectorOp;
  readonly args: readonly (string | number)[];
  readonly expected: unknown;
  readonly tag: string;
}

export interface Vectors {
  readonly source: string;
  readonly calendars: Readonly<Record<string, Definition>>;
  readonly cases: readonly VectorCase[];
}

export function readVectors(): Vectors {
  return JSON.parse(readFileSync(new URL("../vectors/business-time.json", import.meta.url), "utf8")) as Vectors;
}

/** The case's arguments in epoch ms: text is an instant, a number is already a duration. */
export function argumentsMs(vector: VectorCase): [number, number] {
  const [first = Number.NaN, second = Number.NaN] = vector.args.map((arg) =>
    typeof arg === "string" ? Date.parse(arg) : arg,
  );
  return [first, second];
}

/** The expected answer in epoch ms; true, false and durations as they are. */
export function expectedMs(expected: unknown): unknown {
  if (typeof expected === "string") return Date.parse(expected);
  if (Array.isArray(expected)) return expected.map(expectedMs);
  return expected;
}
