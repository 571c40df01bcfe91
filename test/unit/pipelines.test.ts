/**
 * The action, the hook and the snippets of docs/pipelines.md: each command runs, with the program of src/ for the published one.
 *
 * `npx` is a script of the test: it notes what it is called with, and runs the program.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { readBlocks } from "../helpers/docs-blocks.ts";

const PUBLISHED = `ouvree@${packageJson.version}`;
const folder = mkdtempSync(join(tmpdir(), "ouvree-pipelines-"));
const called = join(folder, "called");
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  mkdirSync(join(folder, "bin"));
  // luxon is found beside the program: it lies in no node_modules.
  await build({
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "warning",
    entryPoints: ["src/cli/main.ts"],
    outfile: join(folder, "ouvree.mjs"),
    alias: { yaml: resolve("node_modules/yaml/browser/index.js") },
  });
  const npx = join(folder, "bin", "npx");
  const run = `exec "${process.execPath}" "${join(folder, "ouvree.mjs")}" "$@"`;
  writeFileSync(
    npx,
    `#!/bin/sh\nprintf '%s\\n' "$@" > "${called}"\n[ "$1" = --yes ] || exit 127\n[ -z "$NOTE_ONLY" ] || exit 0\nshift 2\n${run}\n`,
  );
  chmodSync(npx, 0o755);
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** What npx was called with. */
  readonly words: readonly string[];
}

/** Runs a script where the examples are; files that it writes go to the folder of the test. */
function bash(script: string, env: Readonly<Record<string, string>> = {}): Ran {
  rmSync(called, { force: true });
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: `${join(folder, "bin")}:${process.env["PATH"]}`, TZ: "UTC", CI: "true", ...env },
  });
  return {
    code: status,
    out: stdout,
    err: stderr,
    words: existsSync(called) ? readFileSync(called, "utf8").trimEnd().split("\n") : [],
  };
}

const inFolder = (command: string): string => command.replaceAll("examples/", `${resolve("examples")}/`);
const page = readBlocks("docs/pipelines.md", readFileSync("docs/pipelines.md", "utf8"));
const blockOf = (name: string): string => page.find(({ words }) => words.includes(`pipeline=${name}`))!.code;

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly runs: {
    readonly steps: readonly { readonly run: string; readonly env: Readonly<Record<string, string>> }[];
  };
}
const action: Action = parse(readFileSync("action.yml", "utf8"));
const step = action.runs.steps[0]!;

/** Runs the action, as GitHub does: each `${{ inputs.x }}` of `env` is what is given, else the default. */
function act(given: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): Ran {
  const env = Object.entries(step.env).map(([name, value]) => {
    const [, input] = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)!;
    return [name, given[input!] ?? action.inputs[input!]!.default ?? ""];
  });
  return bash(step.run, { ...Object.fromEntries(env), ...more });
}

const YEAR = {
  files: resolve("examples/tickets.csv"),
  policy: "clip-industrie",
  register: resolve("examples/register.json"),
  "as-of": "2026-10-31T18:00:00+01:00",
};

describe("the action", () => {
  it("has one step, no input of which is part of its script", () => {
    expect(action.runs.steps).toHaveLength(1);
    expect(step.run).not.toContain("${{");
    expect(Object.values(step.env).sort()).toEqual(
      Object.keys(action.inputs)
        .map((input) => `\${{ inputs.${input} }}`)
        .sort(),
    );
    expect(action.inputs["version"]!.default).toBe(packageJson.version);
  });

  it("runs the check, with the flags that are given and no other", () => {
    const { code, words, out } = act({ ...YEAR, min: "95%\nanomaly=96%\n" });
    expect(words).toEqual([
      ...["--yes", PUBLISHED, "check", "--policy=clip-industrie", `--register=${YEAR.register}`],
      ...[`--as-of=${YEAR["as-of"]}`, "--min=95%", "--min=anomaly=96%", "--format=text", "--", YEAR.files],
    ]);
    expect(code).toBe(0);
    expect(out).toContain("every commitment that could be judged is kept");
  });

  it.each<[Readonly<Record<string, string>>, number]>([
    [{ min: "99%" }, 1],
    [{ "max-missed": "1" }, 1],
    [{ policy: "clip-industri" }, 2],
    [{ files: "" }, 2],
    [{ "as-of": "" }, 2],
    [{ version: "0.1.0 --evil" }, 2],
  ])("ends as the check does: %j", (given, code) => {
    expect(act({ ...YEAR, ...given }).code).toBe(code);
  });

  it("takes whatever is written in an input for a word", () => {
    const trap = join(folder, "trap");
    const evil = [`$(touch ${trap})`, `\`touch ${trap}\``, `"; touch ${trap}; "`, `'; touch ${trap} #`, "--version"];
    const plain = act(YEAR, { NOTE_ONLY: "1" }).words;
    for (const text of evil) {
      for (const input of Object.keys(action.inputs)) {
        const { code, words } = act({ ...YEAR, [input]: text }, { NOTE_ONLY: "1" });
        if (input === "version") expect([code, words]).toEqual([2, []]);
        else
          expect(words.filter((word) => !plain.includes(word))).toEqual([
            input === "files" ? text : `--${input}=${text}`,
          ]);
      }
    }
    expect(existsSync(trap)).toBe(false);
  });
});

describe("docs/pipelines.md", () => {
  it("uses inputs of the action that there are", () => {
    const { jobs } = parse(blockOf("github"));
    const given = jobs.check.steps.find(({ uses }: { uses: string }) => uses.startsWith("OWNER/ouvree@")).with;
    expect(Object.keys(given).filter((input) => !Object.hasOwn(action.inputs, input))).toEqual([]);
    const needed = Object.entries(action.inputs).flatMap(([input, { required }]) => (required ? input : []));
    expect(needed.filter((input) => !Object.hasOwn(given, input))).toEqual([]);
    const { code, err } = act({ ...given, files: inFolder(given.files), register: inFolder(given.register) });
    expect([code, err]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "report.xml"), "utf8")).toMatch(/^<\?xml/);
  });

  it("runs in GitLab, and writes the reports that it names", () => {
    const { promises } = parse(blockOf("gitlab"));
    expect(promises.script).toHaveLength(1);
    expect(promises.script[0]).toContain(PUBLISHED);
    expect(bash(inFolder(promises.script[0])).code).toBe(0);
    const { junit, codequality } = promises.artifacts.reports;
    expect(readFileSync(join(folder, junit), "utf8")).toMatch(/<testsuites/);
    expect(Array.isArray(JSON.parse(readFileSync(join(folder, codequality), "utf8")))).toBe(true);
  });

  it("runs in Jenkins", () => {
    const command = /sh '([^']+)'/.exec(blockOf("jenkins"))![1]!;
    rmSync(join(folder, "report.xml"), { force: true });
    expect(bash(inFolder(command)).code).toBe(0);
    expect(blockOf("jenkins")).toContain("junit 'report.xml'");
    expect(existsSync(join(folder, "report.xml"))).toBe(true);
  });

  it("runs before a commit, on the files that it names, one or several", () => {
    const [hook] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8"));
    const used = parse(blockOf("pre-commit")).repos[0].hooks[0];
    expect(used.id).toBe(hook.id);
    expect(hook.entry).toBe(`npx --yes ${PUBLISHED} policy check`);
    const [first, second] = ["examples/always-on/policy.yaml", "examples/two-zones/policy.yaml"];
    for (const path of [first, second]) expect(path).toMatch(new RegExp(hook.files));
    expect(first).toMatch(new RegExp(used.files));
    expect(bash(inFolder(`${hook.entry} ${first} ${second}`)).code).toBe(0);
    writeFileSync(join(folder, "policy.yaml"), "policy: none\n");
    expect(bash(inFolder(`${hook.entry} policy.yaml ${second}`)).code).toBe(2);
  });
});
