/**
 * The Python part of the example for LibreOffice, without LibreOffice: what it does when node does not do its part; and install.mjs.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Installation, installExample, userFolder } from "../../helpers/libreoffice.ts";
import { needs } from "../../helpers/needs.ts";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "ouvree-bridge-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("install.mjs", () => {
  const list = join(userFolder(folder), "basic", "Standard", "script.xlb");

  test("refuses a profile in which LibreOffice was never started", () => {
    expect(() => installExample(folder, [])).toThrow("start LibreOffice once");
  });

  test.each([
    ["that is empty", '<library:library library:name="Standard"/>', ["Ouvree"]],
    [
      "beside its own modules",
      '<library:library library:name="Standard">\n <library:element library:name="Mine"/>\n</library:library>',
      ["Mine", "Ouvree"],
    ],
  ])("adds the module once to a library %s", (_, before, modules) => {
    mkdirSync(join(userFolder(folder), "basic", "Standard"), { recursive: true });
    writeFileSync(join(userFolder(folder), "registrymodifications.xcu"), "");
    writeFileSync(list, before);
    installExample(folder, []);
    installExample(folder, []);
    const after = readFileSync(list, "utf8");
    expect([...after.matchAll(/library:element library:name="(\w+)"/g)].map(([, name]) => name)).toEqual(modules);
    expect(after.trimEnd()).toMatch(/<library:library library:name="Standard">(.|\n)*<\/library:library>$/);
  });
});

describe.skipIf(!hasPython)(needs("python3", hasPython, "ouvree.py"), () => {
  let installation: Installation;
  beforeAll(() => {
    mkdirSync(userFolder(folder), { recursive: true });
    writeFileSync(join(userFolder(folder), "registrymodifications.xcu"), "");
  });
  beforeEach(() => {
    installation = installExample(folder, ["--calendar", "clip-industrie"]);
  });

  test("answers numbers, tables and errors, the errors as Calc writes them", () => {
    const printed = python(`
      show(ouvree.answer("DEADLINE", 46164 + 2/3, 4.0, None))
      show(ouvree.answer("ENTITLEMENT", ((1.0,), (None,), ("maybe",)), 10.0))
      show(ouvree.answer("ISOPEN", 400000.0, None))
      show(ouvree.answer("REASON", "ISOPEN", "a\\u2028b; $(exit)", None))`);
    expect(printed.slice(0, 3)).toEqual(["46168.5", "((20.0,), ('',), (error 519,),)", "error 32767"]);
    expect(printed[3]).toContain('"a\\u{2028}b; $(exit)" is not a date and time');
    expect(installation.starts()).toHaveLength(1);
  });

  test("keeps the process when LibreOffice runs the file anew", () => {
    const printed = python(`
      show(ouvree.answer("DEADLINE", 46164 + 2/3, 4.0))
      show(importlib.reload(ouvree).answer("DEADLINE", 46164 + 2/3, 4.0))`);
    expect(printed).toEqual(["46168.5", "46168.5"]);
    expect(installation.starts()).toHaveLength(1);
  });

  test("starts a process again that was ended", () => {
    const printed = python(`
      show(ouvree.answer("DEADLINE", 46164 + 2/3, 4.0))
      process = ouvree._session.bridge._process
      process.kill()
      process.wait()
      show(ouvree.answer("DEADLINE", 46164 + 2/3, 4.0))`);
    expect(printed).toEqual(["46168.5", "46168.5"]);
    expect(installation.starts()).toHaveLength(2);
  });

  test("asks again when a process ends at the question", () => {
    const once = join(folder, "once.txt");
    rmSync(once, { force: true });
    useNode(`if [ ! -e '${once}' ]; then touch '${once}'; read line; exit 1; fi`);
    expect(python(`show(ouvree.answer("DEADLINE", 46164 + 2/3, 4.0))`)).toEqual(["46168.5"]);
    expect(installation.starts()).toHaveLength(1);
  });

  test("says what node says when it cannot run", () => {
    useNode("echo 'Error: out of order' >&2; exit 1");
    const printed = python(`
      show(ouvree.answer("DEADLINE", 46164 + 2/3, 4.0))
      show(ouvree.answer("REASON", "DEADLINE", 46164 + 2/3, 4.0))`);
    expect(printed).toEqual(["error 519", "node ended without an answer: Error: out of order"]);
  });

  test("stops waiting for a process that neither reads nor answers, and lets the next cells not wait", () => {
    useNode("exec sleep 60", { limitSec: 0.4 });
    const printed = python(`
      before = time.monotonic()
      show(ouvree.answer("ISOPEN", ((46164.0,),) * 200000))
      show(0.4 <= time.monotonic() - before < 20)
      before = time.monotonic()
      for _ in range(1000): ouvree.answer("ISOPEN", 46164.0)
      show(time.monotonic() - before < 0.4 * 1000 / 10)
      show(ouvree.answer("REASON", "ISOPEN", 46164.0))
      show(ouvree._session.bridge.is_alive())`);
    const reason = "node gave no answer within 0.4 s and was stopped; calculate again later";
    expect(printed).toEqual(["error 519", "True", "True", reason, "False"]);
  });

  test("asks again after a rest", () => {
    useNode("exec sleep 60", { limitSec: 0.4 });
    const printed = python(`
      show(ouvree.answer("DEADLINE", 46164 + 2/3, 4.0))
      ouvree._session.rest_until = time.monotonic()
      settings = json.load(open("ouvree.json"))
      json.dump({**settings, "node": settings["wasNode"], "limitSec": 10}, open("ouvree.json", "w"))
      show(ouvree.answer("DEADLINE", 46164 + 2/3, 4.0))`);
    expect(printed).toEqual(["error 519", "46168.5"]);
  });

  test.each([
    ["without node", () => changeSettings({ node: join(folder, "nowhere") }), /^node could not be started: .*nowhere/],
    ["without settings", () => rmSync(join(installation.scripts, "ouvree.json")), /^ouvree\.json beside ouvree\.py/],
    ["without a calendar", () => changeSettings({ calendar: "" }), /^calendar: say whose hours/],
  ])("gives the reason %s", (_, spoil, reason) => {
    spoil();
    expect(python(`show(ouvree.answer("REASON", "DEADLINE", 46164 + 2/3, 4.0))`)[0]).toMatch(reason);
  });

  function changeSettings(changes: object): void {
    const file = join(installation.scripts, "ouvree.json");
    const settings: unknown = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...(settings as object), ...changes }));
  }

  /** Puts a script in node's place that does something first. */
  function useNode(first: string, changes: object = {}): void {
    const { node } = JSON.parse(readFileSync(join(installation.scripts, "ouvree.json"), "utf8")) as { node: string };
    const script = join(folder, "other-node");
    writeFileSync(script, `#!/bin/sh\n${first}\nexec '${node}' "$@"\n`);
    chmodSync(script, 0o755);
    changeSettings({ node: script, wasNode: node, ...changes });
  }

  /** Lines that a script prints with `ouvree` imported; errors of Calc are shown by their code. */
  function python(script: string): string[] {
    const before = `
import importlib, json, struct, sys, time
sys.path.insert(0, ".")
sys.dont_write_bytecode = True
import ouvree
def shown(value):
    if isinstance(value, tuple): return "(" + "".join(shown(cell) + ", " for cell in value).rstrip() + ")" if len(value) > 1 else "(" + shown(value[0]) + ",)"
    if isinstance(value, float) and value != value: return f"error {struct.unpack('<II', struct.pack('<d', value))[0]}"
    return repr(value) if value == "" else str(value)
def show(value): print(shown(value), flush=True)
`;
    const lines = script.split("\n").map((line) => line.replace(/^ {6}/, ""));
    const ran = spawnSync("python3", ["-c", before + lines.join("\n")], {
      cwd: installation.scripts,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], PYTHONIOENCODING: "utf8" },
    });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return ran.stdout.trimEnd().split("\n");
  }
});
