/**
 * LibreOffice, run without a screen for the tests of workbooks; they are skipped by name where it is not installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const PROGRAM = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find((path) => existsSync(path));

/** Whether there is a LibreOffice. */
export const hasSoffice: boolean = PROGRAM !== undefined;

/** Workbooks by name, opened, worked out and saved again, by one process with a profile of its own. */
export function recalculated(workbooks: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "ouvree-sheets-"));
  try {
    const [home, out] = [join(folder, "home"), join(folder, "out")];
    for (const path of [home, out]) mkdirSync(path);
    for (const [name, bytes] of workbooks) writeFileSync(join(folder, `${name}.xlsx`), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(home, "profile")).href}`;
    const files = [...workbooks.keys()].map((name) => join(folder, `${name}.xlsx`));
    const { status, stderr } = spawnSync(
      PROGRAM!,
      [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, ...files],
      // Another zone than any of the calendars: nothing may depend on it.
      { encoding: "utf8", env: { PATH: process.env["PATH"] ?? "", HOME: home, TZ: "Asia/Kolkata", LC_ALL: "C.UTF-8" } },
    );
    if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`);
    return new Map([...workbooks.keys()].map((name) => [name, readFileSync(join(out, `${name}.xlsx`))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
