/**
 * A LibreOffice of its own for a test: the example of the repository in a fresh profile, and sheets calculated without a window.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import papaparse from "papaparse";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** All sheets, each in a file of its own; numbers in full, not as they are shown. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
const LONGEST_RUN_MS = 90_000;

/** Why LibreOffice cannot be asked here; undefined if it can. */
export function libreOfficeMissing(): string | undefined {
  const soffice = (process.env["PATH"] ?? "").split(delimiter).find((folder) => existsSync(join(folder, "soffice")));
  if (soffice === undefined) return "LibreOffice";
  const program = dirname(realpathSync(join(soffice, "soffice")));
  return existsSync(join(program, "pythonscript.py")) ? undefined : "Python for macros in LibreOffice";
}

/** An installation of the example in a folder of its own. */
export interface Installation {
  readonly folder: string;
  /** Beside `python/ouvree.py` and `ouvree.json`. */
  readonly scripts: string;
  /** Process numbers of the node processes started so far. */
  starts(): readonly number[];
}

/** The first start of LibreOffice, which makes the profile. */
export function startOnce(folder: string): void {
  runOffice(folder, ["--terminate_after_init"]);
}

/** Where the profile of a folder is. */
export function userFolder(folder: string): string {
  return join(folder, "profile", "user");
}

/**
 * Installs as the README says: the example in a folder into which `ouvree` was installed, then `install.mjs`.
 *
 * @param options passed to install.mjs. Errors: what it complains of.
 */
export function installExample(folder: string, options: readonly string[]): Installation {
  installPackage(join(folder, "node_modules", "ouvree"));
  cpSync(join(ROOT, "examples/libreoffice"), join(folder, "libreoffice"), { recursive: true });
  const user = userFolder(folder);
  runNode([join(folder, "libreoffice", "install.mjs"), "--profile", user, ...options]);
  const scripts = join(user, "Scripts", "python");
  const starts = join(folder, "starts.txt");
  writeFileSync(starts, "");
  countStarts(join(scripts, "ouvree.json"), join(folder, "counted-node"), starts);
  const readStarts = (): number[] => readFileSync(starts, "utf8").split("\n").filter(Boolean).map(Number);
  return { folder, scripts, starts: readStarts };
}

/** What npm would install, bundled from src/ once a folder, so that nothing has to be built first. */
function installPackage(ouvree: string): void {
  if (existsSync(ouvree)) return;
  mkdirSync(ouvree, { recursive: true });
  const exported = { name: "ouvree", type: "module", exports: { "./spreadsheet": "./spreadsheet.js" } };
  writeFileSync(join(ouvree, "package.json"), JSON.stringify(exported));
  buildSync({
    entryPoints: [join(ROOT, "src/spreadsheet/index.ts")],
    outfile: join(ouvree, "spreadsheet.js"),
    bundle: true,
    format: "esm",
    platform: "node",
  });
}

/** Puts a node into the settings that writes down its process number first. */
function countStarts(settingsFile: string, counted: string, starts: string): void {
  writeFileSync(counted, `#!/bin/sh\necho $$ >> '${starts}'\nexec '${process.execPath}' "$@"\n`);
  chmodSync(counted, 0o755);
  const settings: unknown = JSON.parse(readFileSync(settingsFile, "utf8"));
  writeFileSync(settingsFile, JSON.stringify({ ...(settings as object), node: counted }));
}

/**
 * Calculates flat workbooks in one run of LibreOffice.
 *
 * @returns the cells of each sheet by `file-sheet`, as texts; numbers in full.
 */
export function calculate(
  { folder }: Installation,
  files: Readonly<Record<string, string>>,
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const out = join(folder, "out");
  mkdirSync(out, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.fods`), text);
  const names = Object.keys(files).map((name) => join(folder, `${name}.fods`));
  runOffice(folder, ["--convert-to", CSV, "--outdir", out, ...names]);
  return new Map(readdirSync(out).map((file) => [file.replace(/\.csv$/, ""), cellsOf(join(out, file))]));
}

function cellsOf(file: string): string[][] {
  return papaparse.parse<string[]>(readFileSync(file, "utf8").trimEnd()).data;
}

/** A zone and a language that are not those of the calendars. */
function runOffice(folder: string, args: readonly string[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const ran = spawnSync("soffice", ["--headless", profile, ...args], {
    env: { PATH: process.env["PATH"], HOME: folder, TZ: "America/Santiago", LANG: "C.UTF-8" },
    encoding: "utf8",
    timeout: LONGEST_RUN_MS,
  });
  if (ran.status !== 0) throw new Error(`soffice: ${ran.error?.message ?? ran.stderr}`);
}

function runNode(args: readonly string[]): void {
  const ran = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(ran.stderr);
}
