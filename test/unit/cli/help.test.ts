/**
 * Help and completion: every command says what it takes, its examples run, and completion knows every flag.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { OLDEST } from "../../../src/cli/commands/doctor.ts";
import { COMMANDS } from "../../../src/cli/commands.ts";
import { RENDERERS } from "../../../src/report/index.ts";
import { expectUnusable, ouvree, ouvreeLater } from "./fake-terminal.ts";

const NAMES = Object.keys(COMMANDS);
/** What the files of the examples stand for. */
const FILES: Readonly<Record<string, string>> = {
  "tickets.csv": "examples/tickets.csv",
  "export.csv": "test/fixtures/exports/glpi-fr.csv",
  "register.json": "examples/register.json",
  "old.yaml": "examples/clip-industrie-goals.yaml",
  "new.yaml": "examples/clip-industrie-goals.yaml",
  "policy.yaml": "examples/clip-industrie-goals.yaml",
  "support.yaml": "examples/always-on/policy.yaml",
};
/** Words of a command line, with quotes as a shell has them. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);

it("ouvree check --help has every format that there is, and no other", () => {
  const [, listed = ""] = /--format F\[=PATH\] +([\s\S]+?); may be repeated/.exec(COMMANDS["check"]!.help) ?? [];
  const named = listed
    .replace("(default)", "")
    .split(/,\s*|\s+or\s+/)
    .map((name) => name.trim());
  expect(named.sort()).toEqual(Object.keys(RENDERERS).sort());
});

describe.each(NAMES)("ouvree %s --help", (name) => {
  const { help, flags, actions = [] } = COMMANDS[name]!;
  const examples = [...help.matchAll(/^Example: ouvree (.+?)(?: > \S+)?$/gm)].map((match) => match[1]!);

  it("names every flag of its table, and no other", () => {
    const named = new Set([...help.matchAll(/--([a-z-]+)/g)].map((match) => match[1]!));
    const own = Object.keys(flags).filter((flag) => flag !== "help");
    expect(own.filter((flag) => !named.has(flag))).toEqual([]);
    const known = new Set([...own, "help"]);
    expect([...named].filter((flag) => !known.has(flag))).toEqual([]);
  });

  it("has examples, one for each of its second words", () => {
    expect(examples.length).toBeGreaterThanOrEqual(Math.max(1, name === "policy" ? actions.length : 1));
  });

  it.each(examples)("ouvree %s", async (example) => {
    const ran = await ouvreeLater(wordsOf(example), {
      read: (path) => readFileSync(FILES[path] ?? path, "utf8"),
      tzdata: "2026a",
      now: "2026-10-31T18:00:00+01:00",
    });
    // Of an export it is told what became of its rows, and asked what it does not show.
    const told =
      /^ouvree: (assumed|the version|mon-fri|glpi|export\.csv|cases with|this export|times without|question|this is).*\n/gm;
    expect(ran.err.replaceAll(told, "")).toBe("");
    expect(ran.code).toBe(0);
    expect(ran.out + Object.values(ran.written ?? {}).join("")).not.toBe("");
  });

  it("is asked in three ways", () => {
    for (const words of [
      [name, "--help"],
      [name, "-h"],
      ["help", name],
    ])
      expect(ouvree(words)).toEqual({ code: 0, out: `${help}\n`, err: "" });
  });
});

describe("slips", () => {
  it.each(NAMES)("in the name and in the flags of %s are seen", (name) => {
    const slip = `${name.slice(0, -1)}${name.at(-1) === "x" ? "y" : "x"}`;
    expectUnusable(ouvree([slip]), new RegExp(`did you mean "${name}"`));
    const [flag] = Object.keys(COMMANDS[name]!.flags).filter((each) => each.length > 3);
    expectUnusable(ouvree([name, `--${flag!.slice(0, -1)}`]), /did you mean --/);
  });

  it.each([
    [["check", "t.csv", "--format", "jsno"], "json"],
    [["due", "t.csv", "--format", "jsno"], "json"],
    [["callbacks", "t.csv", "--format", "jsno"], "json"],
    [["compare", "a.yaml", "b.yaml", "t.csv", "--format", "jsno"], "json"],
    [["entitlement", "C1", "--format", "jsno"], "json"],
    [["explain", "t.csv", "--case", "T1", "--format", "jsno"], "json"],
    [["open", "now", "--policy", "clip-industrie", "--format", "jsno"], "json"],
    [["calendar", "--year", "2026", "--holidays", "FR", "--format", "jsno"], "json"],
    [["doctor", "--format", "jsno"], "json"],
    [["check", "t.csv", "--policy", "clip-industri"], "clip-industrie"],
    [["policy", "chekc", "x.yaml"], "check"],
    [["completion", "bahs"], "bash"],
    [["check", "t.csv", "--policy", "clip-industrie", "--min", "anomali=95%"], "anomaly"],
    [["explain", "t.csv", "--policy", "clip-industrie", "--case", "T1", "--commitment", "anomali"], "anomaly"],
  ])("%j means %s", (words, meant) => {
    expectUnusable(
      ouvree(words, { files: { "t.csv": "case,kind,event,at\n" } }),
      new RegExp(`did you mean "${meant}"`),
    );
  });
});

/** What bash offers, as it calls the function on the last word. */
function offered(...words: readonly string[]): string[] {
  const script = `${ouvree(["completion", "bash"]).out}
COMP_WORDS=(ouvree "$@"); COMP_CWORD=$#
_ouvree
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync("bash", ["-c", script, "bash", ...words], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.split("\n").filter((line) => line !== "");
}

describe("completion", () => {
  it.each(["bash", "zsh", "fish"])("of %s has every command and every flag", (shell) => {
    const { code, out } = ouvree(["completion", shell]);
    expect(code).toBe(0);
    for (const [name, { flags }] of Object.entries(COMMANDS)) {
      const line = out
        .split("\n")
        .filter((each) =>
          shell === "fish"
            ? each.includes(`from ${name}'`)
            : each.includes(shell === "bash" ? ` ${name}) ` : `(${name}) `),
        );
      for (const flag of Object.keys(flags)) {
        const pattern = new RegExp(shell === "fish" ? ` -l ${flag}( |$)` : `--${flag}[ ")]`);
        expect(
          line.some((each) => pattern.test(each)),
          `${name} --${flag}`,
        ).toBe(true);
      }
    }
  });

  it("in bash offers commands, then their flags and values", () => {
    expect(offered("")).toEqual([...NAMES, "--help", "--version"]);
    expect(offered("c").sort()).toEqual(["calendar", "callbacks", "check", "compare", "completion"]);
    for (const [name, { flags }] of Object.entries(COMMANDS))
      expect(offered(name, "--").sort()).toEqual(
        Object.keys(flags)
          .map((flag) => `--${flag}`)
          .sort(),
      );
    expect(offered("check", "t.csv", "--max")).toEqual(["--max-missed", "--max-bad"]);
    expect(offered("due", "--format", "")).toEqual(["text", "json", "csv"]);
    expect(offered("due", "--format", "=", "j")).toEqual(["json"]);
    expect(offered("due", "--format", "=")).toEqual(["text", "json", "csv"]);
    expect(offered("policy", "")).toEqual(["check", "show"]);
    expect(offered("completion", "b")).toEqual(["bash"]);
    expect(offered("check", "--policy", "clip")).toEqual(["clip-industrie"]);
    expect(offered("check", "--policy", "package.")).toEqual(["package.json"]);
    expect(offered("help", "cal")).toEqual(
      ["calendar", "callbacks"].sort((a, b) => NAMES.indexOf(a) - NAMES.indexOf(b)),
    );
    // Files, which bash offers by itself.
    expect(offered("check", "t")).toEqual([]);
  });

  it("is nothing for another shell", () => {
    expectUnusable(ouvree(["completion", "cmd"]), /use bash, zsh or fish/);
    expectUnusable(ouvree(["completion"]), /for which shell/);
  });
});

describe("ouvree doctor", () => {
  const doctor = (
    tzdata: string | undefined,
    versions: Record<string, string>,
    packages: Record<string, string> = {},
  ) =>
    ouvree(["doctor", "--format", "json"], {
      now: "2026-06-30T00:00:00Z",
      ...(tzdata === undefined ? {} : { tzdata }),
      more: { versions, packageVersion: (name) => packages[name] },
    });

  it("tells versions, and what is not installed", () => {
    const { out, err } = doctor("2025c", { node: "20.20.2", icu: "78.2" }, { luxon: "3.7.2" });
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      ouvree: packageJson.version,
      node: "20.20.2",
      tzdata: "2025c",
      icu: "78.2",
      luxon: "3.7.2",
      "date-holidays": null,
      warnings: [],
    });
    expect(err).toBe("");
    const text = ouvree(["doctor"], { tzdata: "2026a", more: { versions: { node: "22.0.0", icu: "1" } } });
    expect(text.out).toMatch(/^node +22\.0\.0$/m);
    expect(text.out).toMatch(/^date-holidays +not installed\nnothing is old\n$/m);
  });

  it.each([
    ["2024b", { node: "20.20.2" }, {}, /time zone data is of 2024/],
    [undefined, { node: "20.20.2" }, {}, /time zone data is not known/],
    ["2025a", { node: "18.20.0" }, {}, /node 18\.20\.0 is older than 20/],
    ["2025a", { node: "22.0.0" }, { luxon: "3.6.9" }, /luxon 3\.6\.9 is older than 3\.7\.2/],
    ["2025a", { node: "22.0.0" }, { "date-holidays": "3.9.0" }, /date-holidays 3\.9\.0 is older/],
  ])("warns of %s, %j, %j", (tzdata, versions, packages, message) => {
    const { code, err } = doctor(tzdata, versions, packages);
    expect(code).toBe(0);
    expect(err).toMatch(message);
    expect(err.split("\n")).toHaveLength(2);
  });

  it("asks about the hours of a calendar, and exits 0", () => {
    const asking = (hours: string) => {
      const desk = { timeZone: "Europe/Paris", week: { mon: [hours] } };
      return ouvree(["doctor", "--calendar", "desk.json"], { files: { "desk.json": JSON.stringify(desk) } });
    };
    const { code, out } = asking("00:00-23:59");
    expect(code).toBe(0);
    expect(out).toContain('\n? desk.json: week.mon[0]: "00:00-23:59" is 23 h 59: did you mean "00:00-24:00"?\n');
    expect(asking("09:00-17:00").out).toMatch(/\ndesk\.json: nothing to ask about its hours\n$/);
    expectUnusable(asking("9h"), /^ouvree: desk\.json: /);
  });

  it("knows the oldest versions that package.json has", () => {
    expect(packageJson.engines.node).toBe(`>=${OLDEST.node}`);
    expect(packageJson.dependencies.luxon).toBe(`^${OLDEST.luxon}`);
    expect(packageJson.peerDependencies["date-holidays"]).toBe(`^${OLDEST["date-holidays"]}`);
  });
});
