/**
 * The process's own terminal: reading files, and saying why one cannot be read. Source: the page of bad input, 73 and 89.
 */

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { painted, processTerminal } from "../../../src/cli/terminal.ts";
import { needs } from "../../helpers/needs.ts";
import { expectUnusable, lines, ouvree, over, type Ran } from "./fake-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "ouvree-"));
afterAll(() => rmSync(folder, { recursive: true }));
const { read } = processTerminal();
const path = (name: string): string => join(folder, name);
function write(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}
const TICKETS = lines("case,kind,event,at", "é,anomaly,called,2026-06-01T09:00:00Z");
const check = (...files: readonly string[]): Ran =>
  ouvree(["check", ...files, "--policy", "clip-industrie", "--as-of", "2026-06-01T10:00Z"], { read });
const POLICY = ["--policy", "clip-industrie"];
const isRoot = process.getuid?.() === 0;

describe("a file that cannot be read is 2 and one line: it", () => {
  it("is missing", () => {
    expectUnusable(check(path("none.csv")), /none\.csv does not exist/);
  });

  it("is a directory", () => {
    expectUnusable(check(folder), /is a directory/);
  });

  it("has a file for a folder", () => {
    expectUnusable(check(join(write("a.csv", TICKETS), "b.csv")), /does not exist/);
  });

  it("has a name that no file can have", () => {
    expectUnusable(check(path("x".repeat(300))));
    expectUnusable(check("a\u0000b.csv"));
    expectUnusable(check(""));
  });

  it.skipIf(isRoot)(needs("a user who is not root", !isRoot, "may not be read"), () => {
    const closed = write("closed.csv", TICKETS);
    chmodSync(closed, 0);
    expectUnusable(check(closed), /permission/);
  });

  it.each([
    ["Latin-1", Buffer.from("case,kind,event,at\né,anomaly,called,2026-06-01T09:00:00Z\n", "latin1")],
    ["UTF-16", Buffer.from(`\ufeff${TICKETS}`, "utf16le")],
    ["bytes of nothing", Uint8Array.of(0xff, 0xfe, 0xfd, 0x00)],
    ["a text cut in a letter", Buffer.from("case,é").subarray(0, 6)],
    ["an overlong slash", Uint8Array.of(0xc0, 0xaf)],
  ])("is not UTF-8: %s", (_name, bytes) => {
    expectUnusable(check(write("bytes.csv", bytes)), /bytes\.csv is not UTF-8/);
  });

  it("is a register or a policy: the same line", () => {
    mkdirSync(path("d.json"), { recursive: true });
    const tickets = write("t.csv", TICKETS);
    for (const flag of ["--register", "--policy"]) {
      expectUnusable(ouvree(["check", tickets, ...over(POLICY, [flag, path("d.json")])], { read }), /directory/);
      expectUnusable(ouvree(["check", tickets, ...over(POLICY, [flag, path("no.json")])], { read }), /exist/);
    }
  });
});

describe("a file that can be read", () => {
  it.each([
    ["UTF-8", TICKETS],
    ["UTF-8 with a byte order mark", `\ufeff${TICKETS}`],
  ])("is %s", (_name, text) => {
    const { code, out, err } = check(write("good.csv", text));
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("1 case");
  });

  it("may have NUL in it, which is text", () => {
    expect(check(write("nul.csv", TICKETS.replace("é", "a\u0000b"))).code).toBe(0);
  });
});

describe("colours", () => {
  const terminal = { ...processTerminal(), env: {} };
  it("are painted on a terminal that has them, and nowhere else", () => {
    expect(painted({ ...terminal, isColoured: false }, "red", "broken")).toBe("broken");
    expect(painted({ ...terminal, isColoured: true }, "red", "broken")).toBe("\u001b[31mbroken\u001b[39m");
  });

  it("are off under NO_COLOR, and where stdout is no terminal", () => {
    const { NO_COLOR } = process.env;
    try {
      const isColoured = (tty: boolean, noColor: string | undefined): boolean => {
        if (noColor === undefined) delete process.env.NO_COLOR;
        else process.env.NO_COLOR = noColor;
        return processTerminal(tty).isColoured;
      };
      expect(isColoured(true, undefined)).toBe(true);
      expect(isColoured(true, "")).toBe(true);
      expect(isColoured(true, "1")).toBe(false);
      expect(isColoured(false, undefined)).toBe(false);
    } finally {
      if (NO_COLOR === undefined) delete process.env.NO_COLOR;
      else process.env.NO_COLOR = NO_COLOR;
    }
  });
});

it("knows the version of the time zone data of its node", () => {
  expect(processTerminal().tzdata).toBe(process.versions["tz"]);
  expect(processTerminal().tzdata).toMatch(/^20\d\d[a-z]$/);
});
