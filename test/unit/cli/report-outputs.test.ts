/**
 * Reports of a check: which formats go where, who is named, and what becomes of the summary of a step.
 */
import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readPrivacy } from "../../../src/cli/flags/privacy.ts";
import { appendOutput } from "../../../src/cli/output/append.ts";
import { CliProblem } from "../../../src/cli/problem.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";
import { expectUnusable, lines, ouvree, type Ran, type World } from "./fake-terminal.ts";

const TICKETS = lines(
  "case,kind,customer,event,at,person",
  "T1,anomaly,acme,called,2026-06-01T09:00:00+02:00,anna",
  "T1,anomaly,acme,assisted,2026-06-01T16:00:00+02:00,",
  "T2,anomaly,acme,called,2026-05-29T09:00:00+02:00,anna",
);
const check = (flags: readonly string[], world: World = {}): Ran =>
  ouvree(["check", "t.csv", "--policy", "clip-industrie", "--as-of", "2026-06-30T18:00:00+02:00", ...flags], {
    ...world,
    files: { "t.csv": TICKETS, ...world.files },
  });
const format = (...texts: string[]): string[] => texts.flatMap((text) => ["--format", text]);

describe("formats", () => {
  it("go to files and one to standard output, all of one check", () => {
    const { code, out, written } = check(format("junit=a.xml", "json", "csv=b=c.csv"));
    expect(code).toBe(1);
    expect(JSON.parse(out).cases).toHaveLength(2);
    expect(Object.keys(written!)).toEqual(["a.xml", "b=c.csv"]);
    expect(written!["a.xml"]).toMatch(/^<\?xml/);
    expect(written!["b=c.csv"]).toMatch(/^subject,id,/);
  });

  it("are text where none is asked for, and nothing is printed where all go to files", () => {
    expect(check([]).out).toMatch(/^clip-industrie as of/);
    expect(check(format("text")).out).toBe(check([]).out);
    const { out, written } = check(format("text=report.txt"));
    expect(out).toBe("");
    expect(written!["report.txt"]).toBe(check([]).out);
  });

  it("have colours in text on a terminal alone", () => {
    const { out, written } = check(format("text", "text=a.txt", "markdown=a.md"), { isColoured: true });
    expect(out).toContain("\u001b[");
    expect(written!["a.txt"]).not.toContain("\u001b");
    for (const each of ["junit", "github", "gitlab", "sarif", "markdown", "csv", "json"])
      expect(check(format(each), { isColoured: true }).out, each).not.toContain("\u001b");
  });

  it.each([
    [format("xml"), /--format: "xml" is not known; use text, json, junit/],
    [format("junti=a.xml"), /did you mean "junit"/],
    [format("junit="), /--format junit= needs a path/],
    [format("json", "junit"), /one format goes to standard output/],
    [format("json=a", "junit=a"), /two formats go to "a"/],
    [[...format("json"), "--all-readings"], /--all-readings is a text/],
    [[...format("text=a"), "--all-readings"], /--all-readings is a text/],
    [["--show", "custommers"], /--show: "custommers" is not known; did you mean "customers"/],
    [["--show", "all"], /use customers, persons or both/],
    [["--redact"], /OUVREE_REDACT_KEY/],
  ])("are refused for %j", (flags, message) => {
    expectUnusable(check(flags), message);
  });

  it("are refused before anything is judged where a file could not be written", () => {
    const asked: [string, unknown][] = [];
    const disk = {
      checkWrite: (path: string, options: unknown) => {
        asked.push([path, options]);
        throw new CliProblem(`${path} is a directory; name a file`);
      },
      write: () => expect.unreachable(),
    };
    expectUnusable(
      check([...format("junit=out"), "--no-clobber"], { disk, files: { "t.csv": "no cases" } }),
      /directory/,
    );
    expect(asked).toEqual([["out", { noClobber: true }]]);
  });

  it("point to the first line of a case in its file", () => {
    expect(check(format("github")).out).toContain("file=t.csv,line=2,title=anomaly missed%3A T1");
    const [, issue] = JSON.parse(check(format("gitlab")).out);
    expect(issue.location).toEqual({ path: "t.csv", lines: { begin: 4 } });
  });
});

describe("the summary of a step of GitHub", () => {
  const env = { GITHUB_STEP_SUMMARY: "summary.md" };
  it("is the report as Markdown, with the format github alone", () => {
    const { out, written } = check(format("github"), { env });
    expect(written!["summary.md"]!.trimEnd()).toBe(check(format("markdown")).out.trimEnd());
    expect(out).toMatch(/^::error /);
    expect(check(format("text"), { env }).written).toBeUndefined();
    expect(check(format("github")).written).toBeUndefined();
    expect(Object.keys(check(format("github=a.txt"), { env }).written!)).toEqual(["a.txt", "summary.md"]);
  });

  const folder = mkdtempSync(join(tmpdir(), "ouvree-summary-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  it("is put behind what is there, and cut at a line where it grows too long", () => {
    const path = join(folder, "summary.md");
    appendOutput(path, "one\n", 100, "cut\n");
    appendOutput(path, "two\n", 100, "cut\n");
    expect(readFileSync(path, "utf8")).toBe("one\ntwo\n");
    appendOutput(path, "é\n".repeat(40), 100, "cut\n");
    expect(readFileSync(path, "utf8")).toBe(`one\ntwo\n${"é\n".repeat(29)}cut\n`);
    expect(statSync(path).size).toBeLessThanOrEqual(100);
    writeFileSync(path, "x".repeat(100));
    appendOutput(path, "more\n", 100, "cut\n");
    expect(statSync(path).size).toBe(100);
    expect(() => appendOutput(join(folder, "none", "a"), "x", 10, "")).toThrow(CliProblem);
  });
});

describe("who is named", () => {
  it("is nobody unless asked for, by one flag or several, or a list", () => {
    expect(check(format("csv")).out).not.toContain("acme");
    for (const flags of [
      ["--show", "customers"],
      ["--show=persons,customers"],
      ["--show", "persons", "--show", "customers"],
    ])
      expect(check([...format("csv"), ...flags]).out, String(flags)).toContain(",acme,");
  });

  const key = "k7Qm2xV9tR4wZp8s";
  const hash = (text: string): string => createHmac("sha256", key).update(text).digest("hex").slice(0, 16);
  it("is a hash by the key of the environment under --redact", () => {
    const env = { OUVREE_REDACT_KEY: key };
    const { out } = check([...format("csv"), "--redact", "--show", "customers"], { env });
    expect(out).toContain(`case,${hash("case:T1")},anomaly,${hash("customer:acme")},`);
    expect(out).not.toMatch(/\bT1\b|acme/);
    expect(check(["--redact"], { env }).out).toContain(`  ${hash("case:T1")}  anomaly  due`);
    // The lines are still found.
    expect(check([...format("github"), "--redact"], { env }).out).toContain("file=t.csv,line=2,title=");
  });

  it("refuses a key that is soon guessed, and does not repeat it", () => {
    const line = expectUnusable(
      check(["--redact"], { env: { OUVREE_REDACT_KEY: "hunter2" } }),
      /16 characters or more/,
    );
    expect(line).not.toContain("hunter2");
  });

  it.each([
    "aaaaaaaaaaaaaaaa",
    "abababababababababab",
    "hunter2hunter2hunter2",
    "0123456789abcdef",
    "zyxwvutsrqponmlkjihg",
    "1111222233334444",
    "password12345678",
    " ".repeat(40),
  ])("refuses a key made by a rule, and does not repeat it: %j", (weak) => {
    const line = expectUnusable(check(["--redact"], { env: { OUVREE_REDACT_KEY: weak } }), /openssl rand -hex 32/);
    expect(line).not.toContain(weak);
  });

  it("takes what a machine made: of a thousand keys of 64 bits nearly all, of longer ones all", () => {
    const flags = { one: () => undefined, all: () => [], has: (name: string) => name === "redact", words: [] };
    const isRefused = (text: string): boolean => {
      try {
        readPrivacy(flags, { env: { OUVREE_REDACT_KEY: text } } as unknown as Terminal);
        return false;
      } catch {
        return true;
      }
    };
    const refused = (bytes: number): number => {
      const keys = Array.from({ length: 1000 }, (_, i) =>
        createHash("sha256")
          .update(`${bytes} ${i}`)
          .digest("hex")
          .slice(0, 2 * bytes),
      );
      return keys.filter((each) => isRefused(each)).length;
    };
    expect(refused(16)).toBe(0);
    expect(refused(8)).toBeLessThan(20);
  });

  it("holds for other readings too", () => {
    const flags = ["--all-readings", "--redact"];
    const { out } = check(flags, { env: { OUVREE_REDACT_KEY: key } });
    expect(out).toContain("under other readings");
    expect(out).not.toMatch(/\bT[12]\b/);
  });
});
