/**
 * A file of the package as the build makes it, without a build: made for the test, by the configuration of the build.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Options } from "tsup";
import config from "../../tsup.config.ts";

/** Texts of what the entry of that name becomes, by file name. */
export async function builtFiles(entry: string): Promise<Map<string, string>> {
  const options = (config as Options[]).find((options) => Object.keys(options.entry as object).includes(entry));
  if (options === undefined) throw new Error(`tsup.config.ts has no entry ${entry}`);
  const outDir = mkdtempSync(join(tmpdir(), "ouvree-built-"));
  try {
    await build({ ...options, config: false, silent: true, clean: false, outDir });
    return new Map(readdirSync(outDir).map((name) => [name, readFileSync(join(outDir, name), "utf8")]));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
