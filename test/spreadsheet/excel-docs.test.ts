/**
 * The formulas of docs/excel.md, each called as it is written there; what the page shows behind it is expected.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Host, openAddIn } from "./excel-host.ts";

const PAGE = readFileSync("docs/excel.md", "utf8");
/** A formula, two blanks or more, and what the cell shows. */
const FORMULAS = [...PAGE.matchAll(/^=OUVREE\.(\w+)\((.*)\) {2,}(.+)$/gm)].map(([, id, given, shown]) => ({
  id: id!,
  given: given!,
  shown: shown!,
}));

let addIn: Awaited<ReturnType<typeof openAddIn>>;
let excel: Host;
beforeAll(async () => {
  addIn = await openAddIn();
  excel = await addIn.start({
    head: { "var OUVREE_CALENDAR = null;": 'var OUVREE_CALENDAR = "clip-industrie";' },
    nowMs: Date.parse("2026-06-01T00:00:00Z"),
  });
});
afterAll(() => addIn.close());

/** Calls a formula; every argument as Excel gives it, those left out as null. */
function called(id: string, given: string): unknown {
  const cells = JSON.parse(`[${given.replaceAll("TRUE", "true").replaceAll("FALSE", "false")}]`) as unknown[];
  const { functions } = JSON.parse(addIn.read("functions.json")) as {
    functions: { id: string; parameters: unknown[] }[];
  };
  const { parameters } = functions.find((entry) => entry.id === id)!;
  const rows = parameters.map((_, i) => (i < cells.length ? [[cells[i]]] : null));
  return (excel.call(id, ...rows) as unknown[][])[0]![0];
}

/** What a cell shows: numbers of days as date and time, where the page does. */
function asShown(value: unknown, shown: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (!/^\d{4}-/.test(shown)) return String(value);
  const wall = new Date(Date.UTC(1899, 11, 30) + Math.round((value as number) * 86_400) * 1_000);
  return wall.toISOString().slice(0, 16).replace("T", " ");
}

test.each(FORMULAS)("$id($given)", ({ id, given, shown }) => {
  expect(asShown(called(id, given), shown)).toBe(shown);
});

test("EXPLAIN answers what the page shows below it", () => {
  const [, given, text] = /`=OUVREE\.EXPLAIN\(([^`]*)\)`[^`]*```text\n([\s\S]*?)\n```/.exec(PAGE)!;
  expect(called("EXPLAIN", given!)).toBe(text);
});

test("each function is in an example and in the table", () => {
  const ids = [...excel.ids].sort();
  expect([...new Set([...FORMULAS.map(({ id }) => id), "EXPLAIN"])].sort()).toEqual(ids);
  expect([...PAGE.matchAll(/^\| `([A-Z]+)\(/gm)].map(([, id]) => id).sort()).toEqual(ids);
});

test("the settings that the page shows are those of the file", () => {
  const [, block] = /```text\n(var [\s\S]*?)```/.exec(PAGE)!;
  for (const line of block!.trim().split("\n")) expect(addIn.read("functions.js").split("\n")).toContain(line);
});
