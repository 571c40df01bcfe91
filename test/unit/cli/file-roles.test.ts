/**
 * Nothing is read and written by one run, and nothing is written twice, whatever a path is spelled like. Source: docs/cli.md, "Files that
 * are written".
 */
import {
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileRoles } from "../../../src/cli/files/file-roles.ts";
import { CliProblem } from "../../../src/cli/problem.ts";
import { run } from "../../../src/cli/run.ts";
import { processTerminal } from "../../../src/cli/terminal.ts";
import { lines } from "./fake-terminal.ts";

let folder = "";
const path = (name: string): string => join(folder, name);
const BEFORE: Record<string, string> = {
  "tickets.csv": lines(
    "case,kind,event,at",
    "A,anomaly,called,2026-06-01T09:00:00Z",
    "A,anomaly,assisted,2026-06-01T10:00:00Z",
  ),
  "register.json": '{ "customers": [] }',
  "desk.yaml": 'timeZone: UTC\nweek: { mon-fri: ["09:00-17:00"] }\n',
  "policy.yaml": `policy: p
calendars: { desk: desk.yaml }
calendar: desk
kinds: { anomaly: { events: [called, assisted] } }
commitments:
  help: { kind: target, kinds: [anomaly], start: called, stop: assisted, reopening: ignore, target: { hours: PT4H, count: open } }
`,
  "last.json": "",
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ouvree-roles-"));
  for (const [name, text] of Object.entries(BEFORE)) writeFileSync(path(name), text);
  mkdirSync(path("sub"));
  symlinkSync(folder, path("link"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A run with the real disk, whose standard streams are kept. */
function ran(words: readonly string[]): { code: unknown; out: string; err: string } {
  let [out, err] = ["", ""];
  const code = run(words, {
    ...processTerminal(),
    env: {},
    out: (text) => {
      out += text;
    },
    err: (line) => {
      err += `${line}\n`;
    },
  });
  return { code, out, err };
}

const CHECK = (): string[] => [
  "check",
  path("tickets.csv"),
  "--policy",
  path("policy.yaml"),
  "--as-of",
  "2026-06-30T18:00Z",
];

/** Other spellings of a file of the folder. */
const SPELLINGS: readonly (readonly [string, (name: string) => string])[] = [
  ["as it is", (name) => path(name)],
  ["by a detour", (name) => `${folder}/./sub/../${name}`],
  ["through a link of its folder", (name) => path(`link/${name}`)],
  [
    "by a hard link",
    (name) => {
      linkSync(path(name), path(`other-${name}`));
      return path(`other-${name}`);
    },
  ],
];

describe.each(SPELLINGS)("an output that is an input, %s, is refused and left as it was:", (_how, spelled) => {
  const refused = (words: readonly string[], name: string): void => {
    const before = readdirSync(folder);
    const { code, out, err } = ran(words);
    expect([code, out], err).toEqual([2, ""]);
    expect(err).toMatch(
      /^ouvree: [^\n]*\bis read and would be written over; write to another file(?: \(and \d+ more\))?\n$/,
    );
    expect(readFileSync(path(name), "utf8")).toBe(BEFORE[name]);
    expect(readdirSync(folder)).toEqual(before);
  };

  it.each(["tickets.csv", "register.json", "policy.yaml", "desk.yaml", "last.json"])("of check, %s", (name) => {
    BEFORE["last.json"] = ran([...CHECK(), "--format", "json"]).out;
    writeFileSync(path("last.json"), BEFORE["last.json"]);
    const flags = ["--register", path("register.json"), "--baseline", path("last.json")];
    refused([...CHECK(), ...flags, "--format", `json=${spelled(name)}`], name);
  });

  it("of a question, a picture, a year and a workbook", () => {
    const calendar = ["--calendar", path("desk.yaml")];
    const policy = ["--policy", path("policy.yaml")];
    const at = "2026-06-01T10:00Z";
    const out = spelled("desk.yaml");
    refused(["deadline", at, "PT4H", ...calendar, "--format", `json=${out}`], "desk.yaml");
    refused(["elapsed", at, at, ...policy, "--format", `json=${out}`], "desk.yaml");
    refused(["open", at, ...calendar, "--format", `text=${out}`], "desk.yaml");
    refused(["explain", at, "PT4H", ...calendar, "--format", `svg=${out}`], "desk.yaml");
    refused(["explain", path("tickets.csv"), ...policy, "--case", "A", "--format", `json=${out}`], "desk.yaml");
    refused(["calendar", "--year", "2026", ...calendar, "--format", "text", "--format", `svg=${out}`], "desk.yaml");
    const [json, spelledJson] = [path("register.json"), spelled("register.json")];
    writeFileSync(json, '{ "timeZone": "UTC", "week": { "mon-fri": ["09:00-17:00"] } }');
    BEFORE["register.json"] = readFileSync(json, "utf8");
    refused(["sheet", "--calendar", json, "--years", "2026", "--out", spelledJson], "register.json");
    BEFORE["register.json"] = '{ "customers": [] }';
  });
});

describe("one output twice is refused, and nothing is written:", () => {
  it.each([
    ["by a detour", "out.csv", "./sub/../out.csv"],
    ["through a link", "out.csv", "link/out.csv"],
    ["into a folder by another name", "sub/out.csv", "link/sub/out.csv"],
  ])("%s", (_how, a, b) => {
    const before = readdirSync(folder);
    for (const words of [CHECK(), ["calendar", "--year", "2026", "--holidays", "FR"]]) {
      const { code, out, err } = ran([...words, "--format", `csv=${path(a)}`, "--format", `json=${folder}/${b}`]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(/^ouvree: \S+ and \S+ are one file; write to two\n$/);
    }
    expect(readdirSync(folder)).toEqual(before);
  });

  it("where letter case tells no files apart", () => {
    const [folds, not] = [fileRoles(() => undefined, true), fileRoles(() => undefined, false)];
    for (const roles of [folds, not]) roles.write(path("É.csv"));
    expect(() => folds.write(path("e\u0301.CSV"))).toThrow(/are one file/);
    not.write(path("e\u0301.CSV"));
  });
});

describe("standard streams that are files", () => {
  it("are told apart from other files", async () => {
    const { fstatSync } = await import("node:fs");
    const file = openSync(path("tickets.csv"), "r");
    const stats = (number: number) => (wanted: number) =>
      wanted === number ? fstatSync(file, { bigint: true }) : undefined;
    const fromInput = fileRoles(stats(0));
    fromInput.read("-");
    expect(() => fromInput.write(path("link/tickets.csv"))).toThrow(
      /^standard input, which is .*tickets\.csv, is read and would be written over/,
    );
    const toOutput = fileRoles(stats(1));
    expect(() => toOutput.read(path("tickets.csv"))).toThrow(/tickets\.csv, which is standard output, is read/);
    expect(() => toOutput.write(path("tickets.csv"))).toThrow(CliProblem);
    closeSync(file);
  });

  it("are nobody's files otherwise", () => {
    const roles = fileRoles(() => undefined);
    roles.read("-");
    roles.read(path("tickets.csv"));
    roles.read(path("tickets.csv"));
    roles.write(path("out.csv"));
    roles.write(path("out.csv"));
    expect([roles.roleOf(path("tickets.csv")), roles.roleOf(path("out.csv")), roles.roleOf(path("none"))]).toEqual([
      "read",
      "written",
      undefined,
    ]);
  });
});

it("the summary of a step is not put behind an input, and the verdict stands", () => {
  const { append, read } = processTerminal();
  read(path("tickets.csv"));
  expect(() => append(path("link/tickets.csv"), "# summary\n", 1000, "")).toThrow(
    /tickets\.csv is read by the same command/,
  );
  expect(readFileSync(path("tickets.csv"), "utf8")).toBe(BEFORE["tickets.csv"]);
});
