/**
 * An app outside the repository that has this package, as ES modules and as CommonJS, with date-holidays or without it.
 *
 * Both are bundled from src/, so that nothing has to be built first. An app's folder is `close`d by who opened it.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
// esbuild is tsup's dependency, so it is sought from there.
const { buildSync } = createRequire(require.resolve("tsup"))("esbuild") as { buildSync(options: object): unknown };

/** An app; programs import `./index.mjs` and `./date-holidays.mjs`, or require the same with `.cjs`. */
export interface App {
  readonly folder: string;
  /** Runs a program; its stdout. Throws with its stderr when it fails. */
  run(name: string, program: string, env?: Readonly<Record<string, string>>): string;
  close(): void;
}

export function openApp(packages: readonly string[]): App {
  const folder = mkdtempSync(join(tmpdir(), "ouvree-app-"));
  mkdirSync(join(folder, "node_modules"));
  for (const name of packages) {
    symlinkSync(dirname(require.resolve(`${name}/package.json`)), join(folder, "node_modules", name));
  }
  for (const [format, extension] of [
    ["esm", ".mjs"],
    ["cjs", ".cjs"],
  ] as const) {
    buildSync({
      bundle: true,
      platform: "node",
      target: "node20",
      format,
      // esbuild warns of import.meta in CommonJS; it is not reached there.
      logLevel: "error",
      entryPoints: { index: join(ROOT, "src/index.ts"), "date-holidays": join(ROOT, "src/date-holidays/index.ts") },
      outdir: folder,
      outExtension: { ".js": extension },
      external: ["luxon"],
    });
  }
  return {
    folder,
    run(name, program, env = {}) {
      writeFileSync(join(folder, name), program);
      const ran = spawnSync(process.execPath, [join(folder, name)], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, ...env },
      });
      if (ran.status !== 0) throw new Error(`${name}: ${ran.stderr}`);
      return ran.stdout;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
