/**
 * The built program, end to end: streams, pipes and exit codes of a real process.
 */

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { builtProgram } from "../../helpers/program.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ouvree-"));
afterAll(() => rmSync(folder, { recursive: true }));

const EXAMPLE = ["examples/tickets.csv", "--policy", "clip-industrie", "--register", "examples/register.json"];
const AS_OF = ["--as-of", "2026-10-31T18:00:00+01:00"];
const PATIENCE_MS = 20_000;

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function ouvree(args: readonly string[], input = "", env: Readonly<Record<string, string>> = {}): Ran {
  const { CI: _ci, ...outside } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    input,
    encoding: "utf8",
    env: { ...outside, ...env },
    timeout: PATIENCE_MS,
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

const expectOneLine = ({ code, out, err }: Ran, message: RegExp): void => {
  expect({ code, out }, err).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^ouvree: [^\n]+\n$/);
  expect(err).toMatch(message);
};

let program: string;
beforeAll(async () => {
  program = await builtProgram();
});

describe("the built program", () => {
  it("can be run as a program, and says its version", () => {
    expect(execFileSync(program, ["--version"], { encoding: "utf8" })).toBe(`${packageJson.version}\n`);
  });

  it("keeps 95 % of the example year and not 98 %, plain and without a word on stderr", () => {
    for (const env of [{}, { FORCE_COLOR: "1" }, { NO_COLOR: "1", CI: "1" }]) {
      const kept = ouvree(["check", ...EXAMPLE, ...AS_OF, "--min", "95%"], "", env as Record<string, string>);
      expect([kept.code, kept.err]).toEqual([0, ""]);
      expect(kept.out).not.toContain("\u001b");
    }
    expect(ouvree(["check", ...EXAMPLE, ...AS_OF, "--min", "98%"]).code).toBe(1);
  });

  it("writes the whole of a long JSON to a pipe", () => {
    const { code, out } = ouvree(["check", ...EXAMPLE, ...AS_OF, "--min", "95%", "--format", "json"]);
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(200_000);
    expect(JSON.parse(out).cases.length).toBeGreaterThan(450);
  });

  it("does not depend on the zone, the language and the date of the process", () => {
    const first = ouvree(["check", ...EXAMPLE, ...AS_OF, "--format", "json"]).out;
    const other = { TZ: "Pacific/Apia", LC_ALL: "ar_EG.UTF-8", LANG: "ar_EG.UTF-8" };
    expect(ouvree(["check", ...EXAMPLE, ...AS_OF, "--format", "json"], "", other).out).toBe(first);
  });

  it("reads standard input, also when it comes slowly and in parts", async () => {
    const text = readFileSync(join(root, "examples/tickets.csv"), "utf8");
    const args = [program, "check", "-", ...EXAMPLE.slice(1), ...AS_OF, "--min", "95%"];
    expect(ouvree(args.slice(1), text).code).toBe(0);
    const child = spawn(process.execPath, args, { cwd: root });
    let err = "";
    child.stderr.on("data", (part) => {
      err += String(part);
    });
    child.stdout.resume();
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    for (let at = 0; at < text.length; at += 40_000) {
      child.stdin.write(text.slice(at, at + 40_000));
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    child.stdin.end();
    expect([await ended, err]).toEqual([0, ""]);
  });

  it("is 2 and one line when standard input is empty or closed", () => {
    expectOneLine(ouvree(["check", "-", ...EXAMPLE.slice(1), ...AS_OF], ""), /standard input/);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, "check", "-", ...EXAMPLE.slice(1), ...AS_OF],
      {
        cwd: root,
        stdio: ["ignore", "pipe", "pipe"],
        encoding: "utf8",
        timeout: PATIENCE_MS,
      },
    );
    expectOneLine({ code: status, out: stdout, err: stderr }, /standard input/);
  });

  it("does not crash when the reader of its output goes away", async () => {
    const head = (command: string): string => execFileSync("bash", ["-c", command], { cwd: root, encoding: "utf8" });
    const check = `"${process.execPath}" "${program}" check ${[...EXAMPLE, ...AS_OF].join(" ")} --min 95%`;
    const told = head(`${check} --format json 2>err.$$ | head -1; cat err.$$; rm err.$$`);
    expect(told).toBe("{\n");
    expect(head(`${check} 2>&1 | head -1`)).toMatch(/^clip-industrie as of /);
  });

  it("does not crash, nor call it a broken goal, when the reader of its complaints goes away", async () => {
    const bad = Array.from({ length: 100 }, (_, i) => `B${i},anomaly,called,soon`);
    const good = ["A,anomaly,called,2026-06-01T10:00:00Z", "A,anomaly,assisted,2026-06-01T10:10:00Z"];
    const path = join(folder, "bad.csv");
    writeFileSync(path, ["case,kind,event,at", ...good, ...bad].join("\n"));
    const child = spawn(process.execPath, [program, "check", path, "--policy", "clip-industrie", ...AS_OF], {
      cwd: root,
    });
    child.stderr.destroy();
    let out = "";
    child.stdout.on("data", (part) => {
      out += String(part);
    });
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    expect(out).toContain("anomaly");
    expect(code).toBe(0);
  });

  it("is 2 and one line, without a stack, for what people get wrong", () => {
    expectOneLine(ouvree(["check", "none.csv", ...EXAMPLE.slice(1), ...AS_OF]), /none\.csv does not exist/);
    expectOneLine(ouvree(["check", "examples", ...EXAMPLE.slice(1), ...AS_OF]), /directory/);
    expectOneLine(ouvree(["check", ...EXAMPLE, "--as-of"]), /--as-of needs a value/);
    expectOneLine(ouvree(["check", "examples/tickets.csv"]), /clip-industrie/);
    expectOneLine(ouvree(["check", ...EXAMPLE], "", { CI: "true" }), /--as-of/);
    expectOneLine(ouvree(["check", ...EXAMPLE, ...AS_OF, "--frobnicate"]), /unknown flag --frobnicate/);
  });

  it.each(["0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59", "9999-12-31T23:59:59Z"])(
    "ends, whatever %s was to mean",
    (at) => {
      const path = join(folder, "none.csv");
      const good = ["A,anomaly,called,2026-06-01T10:00:00Z", "A,anomaly,assisted,2026-06-01T10:10:00Z"];
      writeFileSync(
        path,
        ["case,kind,event,at", ...good, `B,anomaly,called,${at}`, `C,web-form,submitted,${at}`].join("\n"),
      );
      const ran = ouvree(["check", path, "--policy", "clip-industrie", "--zone", "Europe/Paris", ...AS_OF]);
      expect(ran.code).toBe(0);
    },
  );

  it("answers a question", () => {
    expect(ouvree(["deadline", "2026-05-22T16:00+02:00", "PT4H", "--policy", "clip-industrie"])).toEqual({
      code: 0,
      out: "2026-05-26T12:00:00.000+02:00\n",
      err: "",
    });
    expect(ouvree(["deadline", "2026-05-22T16:00+02:00", "-PT4H", "--policy", "clip-industrie"]).out).toBe(
      "2026-05-22T10:00:00.000+02:00\n",
    );
  });
});
