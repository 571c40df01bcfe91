/**
 * `check tickets.csv --format csv=./tickets.csv` wrote over the tickets. More: test/unit/cli/file-roles.test.ts.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { shell } from "../helpers/program.ts";

const folder = mkdtempSync(join(tmpdir(), "ouvree-0115-"));
afterAll(() => rmSync(folder, { recursive: true }));
const TICKETS = "case,kind,event,at\nA,anomaly,called,2026-06-01T09:00:00Z\n";

it.each([
  ["tickets.csv --format csv=./tickets.csv", "tickets.csv, which is ./tickets.csv, is read"],
  ["- --format csv=tickets.csv < tickets.csv", "standard input, which is tickets.csv, is read"],
  ["/dev/stdin --format csv=tickets.csv < tickets.csv", "/dev/stdin, which is tickets.csv, is read"],
  ["tickets.csv >> tickets.csv", "tickets.csv, which is standard output, is read"],
])("check %s is refused, and the tickets are as they were", async (words, told) => {
  writeFileSync(join(folder, "tickets.csv"), TICKETS);
  const { code, err } = await shell(`ouvree check --policy clip-industrie --as-of 2026-06-02T00:00Z ${words}`, folder);
  expect([code, err]).toEqual([2, `ouvree: ${told} and would be written over; write to another file\n`]);
  expect(readFileSync(join(folder, "tickets.csv"), "utf8")).toBe(TICKETS);
  expect(readdirSync(folder)).toEqual(["tickets.csv"]);
});
