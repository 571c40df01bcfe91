/**
 * The program as the build makes it, in processes of its own: pipes, disks and signals are real. Made once for all tests of a worker,
 * whatever stands in `dist`.
 */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Options } from "tsup";
import config from "../../tsup.config.ts";

/** The folder of the repository. */
export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));

/** How a process ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const PREFIX = "ouvree-program-";

/** Whether a folder is of a process that has ended. */
function isLeft(name: string): boolean {
  if (!name.startsWith(PREFIX)) return false;
  try {
    process.kill(Number.parseInt(name.slice(PREFIX.length), 10) || Number.NaN, 0);
    return false;
  } catch {
    return true;
  }
}

let built: Promise<string> | undefined;

/** The path of the program. It stands in the repository, where it finds its packages. */
export function builtProgram(): Promise<string> {
  built ??= buildProgram();
  return built;
}

async function buildProgram(): Promise<string> {
  const options = (config as Options[]).find(({ entry }) => Object.keys(entry as object).includes("cli"));
  if (options === undefined) throw new Error("tsup.config.ts has no entry cli");
  const folder = join(ROOT, "node_modules", ".cache");
  mkdirSync(folder, { recursive: true });
  // Workers of tests are ended without a word: what they left is swept by the next one.
  for (const name of readdirSync(folder))
    if (isLeft(name)) rmSync(join(folder, name), { recursive: true, force: true });
  const outDir = mkdtempSync(join(folder, `${PREFIX}${process.pid}-`));
  await build({ ...options, config: false, silent: true, clean: false, outDir });
  return join(outDir, "cli.js");
}

/**
 * Runs a line of bash in which `ouvree` is the program; its own code is that of `ouvree`, also of one in a pipe.
 *
 * @param preload A module's text that runs before the program: a slow disk, a clock that breaks.
 */
export async function shell(
  line: string,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  preload = "",
): Promise<Ended> {
  return ended(await started(line, cwd, env, preload));
}

/** Starts such a line; `exec` in it makes the process the program itself. */
export async function started(
  line: string,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  preload = "",
): Promise<ChildProcessWithoutNullStreams> {
  const { CI: _ci, GITHUB_STEP_SUMMARY: _summary, ...outside } = process.env;
  const program = [
    process.execPath,
    ...(preload === "" ? [] : ["--import", `data:text/javascript,${encodeURIComponent(preload)}`]),
  ];
  const words = [...program, await builtProgram()].map((word) => `'${word}'`).join(" ");
  return spawn("bash", ["-c", line.replaceAll("ouvree ", `${words} `)], { cwd, env: { ...outside, ...env } });
}

/** Waits for a process to end. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let [out, err] = ["", ""];
  child.stdout.on("data", (part) => {
    out += String(part);
  });
  child.stderr.on("data", (part) => {
    err += String(part);
  });
  return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, out, err })));
}
