/**
 * The examples: made byte for byte by their scripts. The example year is judged as its README says; for the others
 * test/unit/examples has what must come out of each case.
 */

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { clipIndustrie } from "../../../src/charters/clip-industrie.ts";
import { processTerminal } from "../../../src/cli/terminal.ts";
import { readCases } from "../../../src/import/index.ts";
import { evaluate } from "../../../src/index.ts";
import { privateView } from "../../../src/report/index.ts";
import { ouvree, type Ran } from "./fake-terminal.ts";

const examples = fileURLToPath(new URL("../../../examples", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ouvree-"));
afterAll(() => rmSync(folder, { recursive: true }));

const AS_OF = "2026-10-31T18:00:00+01:00";
const tickets = join(examples, "tickets.csv");
const registerPath = join(examples, "register.json");
const { read } = processTerminal();
const check = (...flags: readonly string[]): Ran =>
  ouvree(["check", tickets, "--policy", "clip-industrie", "--as-of", AS_OF, ...flags], { read, env: { CI: "true" } });

describe("the example year", () => {
  it("keeps 95 % of each promise, and not 98 %", () => {
    const kept = check("--register", registerPath, "--min", "95%");
    expect([kept.code, kept.err]).toEqual([0, ""]);
    expect(kept.out).not.toMatch(/\bbroken\b/);
    const broken = check("--register", registerPath, "--min", "98%");
    expect([broken.code, broken.err]).toEqual([1, ""]);
    expect(broken.out).toMatch(/^broken: /m);
  });

  it("has no row that cannot be read, and some 500 cases", () => {
    const { cases, issues, rows, badRows } = readCases(readFileSync(tickets, "utf8"));
    expect([issues, badRows]).toEqual([[], 0]);
    // A header and a row a line.
    expect(rows).toBe(readFileSync(tickets, "utf8").trim().split("\n").length - 1);
    expect(cases.length).toBeGreaterThan(450);
    expect(cases.length).toBeLessThan(550);
  });

  it("is judged alike as CSV, as JSON and as JSON Lines", () => {
    const { cases } = readCases(readFileSync(tickets, "utf8"));
    const register = JSON.parse(readFileSync(registerPath, "utf8"));
    const evaluation = evaluate(clipIndustrie, cases, { asOf: AS_OF, register });
    const expected = JSON.stringify(evaluation);
    for (const text of [JSON.stringify(cases), cases.map((one) => JSON.stringify(one)).join("\r\n")])
      expect(JSON.stringify(evaluate(clipIndustrie, readCases(text).cases, { asOf: AS_OF, register }))).toBe(expected);
    for (const show of [[], ["customers"], ["customers", "persons"]] as const) {
      const flags = show.flatMap((each) => ["--show", each]);
      const told = JSON.parse(check("--register", registerPath, "--format", "json", ...flags).out);
      expect(JSON.stringify(told)).toBe(JSON.stringify(privateView(evaluation, { show })));
    }
  });

  it("needs no register to be judged, except for the referents", () => {
    const told = JSON.parse(check("--format", "json").out);
    const { counts } = told.rates["specific-request"];
    expect([counts.met, counts.missed]).toEqual([0, 0]);
    expect(told.rates.anomaly.counts.met).toBeGreaterThan(100);
  });
});

describe("the files of an example", () => {
  it.each([
    ["make-tickets.mjs", ["tickets.csv", "register.json"]],
    ["always-on/make-cases.mjs", ["always-on/cases.json"]],
    ["two-zones/make-cases.mjs", ["two-zones/cases.json"]],
  ])("come out byte for byte of a copy of %s, wherever and whenever that is run", (script, names) => {
    mkdirSync(join(folder, dirname(script)), { recursive: true });
    copyFileSync(join(examples, script), join(folder, script));
    for (const TZ of ["UTC", "Pacific/Apia"]) {
      const env = { ...process.env, TZ, LC_ALL: "fr_FR.UTF-8" };
      execFileSync(process.execPath, [join(folder, script)], { cwd: tmpdir(), env });
      for (const name of names)
        expect(readFileSync(join(folder, name)).equals(readFileSync(join(examples, name))), name).toBe(true);
    }
  });
});
