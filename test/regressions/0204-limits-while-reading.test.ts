/**
 * `check /dev/zero`, a pipe without an end and a cell of 100 MB took gigabytes, and ended in an abort. Source: docs/cli.md, "Files of cases".
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { processTerminal } from "../../src/cli/terminal.ts";
import { readCases } from "../../src/import/index.ts";
import { needs } from "../helpers/needs.ts";
import { expectUnusable, lines, ouvree } from "../unit/cli/fake-terminal.ts";
import { expectRefusal } from "../unit/refusals.ts";

const folder = mkdtempSync(join(tmpdir(), "ouvree-"));
afterAll(() => rmSync(folder, { recursive: true }));
const { read } = processTerminal();
const check = (path: string) =>
  ouvree(["check", path, "--policy", "clip-industrie", "--as-of", "2026-06-10T00:00Z"], { read });
const TICKETS = lines("case,kind,event,at", "A,anomaly,called,2026-06-01T09:00:00Z");
const isPosix = process.platform !== "win32";

describe("what has no end is refused by its beginning", () => {
  it.runIf(isPosix)(needs("a POSIX system", isPosix, "a device"), () => {
    expectUnusable(check("/dev/zero"), /device, which may have no end/);
    expectUnusable(
      ouvree(["check", "t.csv", "--policy", "/dev/zero", "--as-of", "2026-06-10T00:00Z"], { read }),
      /device/,
    );
  });

  it.runIf(isPosix)(needs("a POSIX system", isPosix, "an empty device is empty"), () => {
    expectUnusable(check("/dev/null"), /no column "case"/);
  });

  it.runIf(isPosix)(needs("a POSIX system", isPosix, "a pipe that is not of cases"), () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    // Ends by itself when nobody reads on.
    execFileSync("sh", ["-c", '(yes > "$1" 2> /dev/null) > /dev/null 2>&1 &', "sh", pipe]);
    expectUnusable(check(pipe), /no column "case"/);
  });

  it("a file that is larger than a text can be, before it is read", () => {
    const path = join(folder, "large.csv");
    writeFileSync(path, TICKETS);
    truncateSync(path, 501 * 1024 * 1024);
    expectUnusable(check(path), /larger than 500 MB/);
  });
});

describe("a file that is too much in one place is refused there:", () => {
  it("a cell of more than a million characters, quoted or not", () => {
    const long = "x".repeat(1_000_001);
    for (const cell of [long, `"${long}"`])
      expectRefusal(() => readCases(`${TICKETS}B,anomaly,called,${cell}\n`, { name: "t.csv" }), {
        code: "file.too-large",
        message: /^t\.csv:3: a cell is longer than 1000000 characters/,
      });
    expect(readCases(`case,kind,event,at,note\nA,k,x,2026-06-01T09:00Z,${"x".repeat(1_000_000)}\n`).issues).toEqual([]);
  });

  it("a row of more than 100,000 cells", () => {
    expectRefusal(() => readCases(`${TICKETS}${",".repeat(100_001)}\n`, { name: "t.csv" }), {
      code: "file.too-large",
      message: /^t\.csv:3: /,
    });
  });

  it("not a quote that is left open over more than that: its row is a bad row", () => {
    const rows = lines(
      'B,anomaly,called,"2026',
      ...Array.from({ length: 30_000 }, (_, i) => `C${i},anomaly,called,2026-06-01T09:00:00Z`),
    );
    const { cases, badRows } = readCases(TICKETS + rows);
    expect([cases.length, badRows]).toEqual([30_001, 1]);
  });
});

it("problems without number are counted, not kept", () => {
  const { issues, badRows, problems } = readCases(`case,kind,event,at\n${",\n".repeat(300_000)}`);
  expect([issues.length, badRows, problems.map(({ count }) => count)]).toEqual([200_000, 300_000, [300_000]]);
});
