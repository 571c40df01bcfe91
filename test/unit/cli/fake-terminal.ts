/**
 * A terminal for tests: files in memory, a clock that stands still, and everything that was written.
 */

import { expect } from "vitest";
import { CliProblem } from "../../../src/cli/problem.ts";
import { run } from "../../../src/cli/run.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";
import { harmless } from "../../../src/issues/show.ts";
import { HARMFUL } from "../refusals.ts";

export interface World {
  /** Texts by path; `-` is standard input. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly isColoured?: boolean;
  readonly now?: string;
  readonly tzdata?: string;
  /** Instead of the files in memory. */
  readonly read?: (path: string) => string;
  /** Instead of a world without links. */
  readonly realPath?: (path: string) => string;
  /** Instead of the disk in memory. */
  readonly disk?: Pick<Terminal, "checkWrite" | "write">;
  /** More of the outside, or other. */
  readonly more?: Partial<Terminal>;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Files that were written, by path, if any were. */
  readonly written?: Readonly<Record<string, string>>;
}

/** Runs a command line that ends at once, as all do but those that write workbooks. */
export function ouvree(args: readonly string[], world: World = {}): Ran {
  const { code, ran } = start(args, world);
  if (typeof code !== "number") throw new TypeError(`ouvree ${args.join(" ")} ends later: use ouvreeLater`);
  return ran(code);
}

/** Runs a command line that may end later. */
export async function ouvreeLater(args: readonly string[], world: World = {}): Promise<Ran> {
  const { code, ran } = start(args, world);
  return ran(await code);
}

function start(args: readonly string[], world: World): { code: ReturnType<typeof run>; ran: (code: number) => Ran } {
  let out = "";
  let err = "";
  const written: Record<string, string> = {};
  const terminal: Terminal = {
    env: world.env ?? {},
    isColoured: world.isColoured ?? false,
    ...(world.tzdata === undefined ? {} : { tzdata: world.tzdata }),
    nowMs: () => Date.parse(world.now ?? "2026-06-30T18:00:00+02:00"),
    out: (text) => {
      out += text;
    },
    err: (line) => {
      err += `${line}\n`;
    },
    read:
      world.read ??
      ((path) => {
        const text = Object.hasOwn(world.files ?? {}, path) ? world.files?.[path] : undefined;
        if (text === undefined) throw new CliProblem(`${harmless(path)} does not exist`);
        return text;
      }),
    realPath: world.realPath ?? ((path) => path),
    checkWrite: world.disk?.checkWrite ?? ((): void => {}),
    write:
      world.disk?.write ??
      ((path, content) => {
        // Bytes are kept as the characters of their numbers.
        written[path] = typeof content === "string" ? content : Buffer.from(content).toString("latin1");
      }),
    append: (path, text) => {
      written[path] = (written[path] ?? "") + text;
    },
    ...world.more,
  };
  const code = run(args, terminal);
  return {
    code,
    ran: (ended) => ({ code: ended, out, err, ...(Object.keys(written).length === 0 ? {} : { written }) }),
  };
}

/** Asserts that a command line ends with 2, one clear line on stderr, and nothing on stdout; returns the line. */
export function expectUnusable({ code, out, err }: Ran, message?: RegExp): string {
  expect({ code, out }, err).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^ouvree: [^\n]+\n$/);
  expect(err).not.toMatch(/\n\s+at |\.ts:\d|node:internal/);
  expect(err.slice(0, -1)).not.toMatch(HARMFUL);
  expect(err.length).toBeLessThan(500);
  if (message !== undefined) expect(err).toMatch(message);
  return err;
}

/** Flags with other values in their places: a flag is said once. */
export function over(flags: readonly string[], others: readonly string[]): string[] {
  const isOther = (word: string | undefined): boolean => word?.startsWith("--") === true && others.includes(word);
  return [...flags.filter((word, i) => !isOther(word) && !isOther(flags[i - 1])), ...others];
}

export const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;
