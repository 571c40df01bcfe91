/**
 * What a new process pays: import ouvree and find a first deadline, over import luxon and make one `DateTime`.
 *
 * Whole processes, timed from outside, taking turns. The built package if it is newer than its sources, else a bundle.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { atMost, each, interleave, report, type Task } from "./measure.ts";

const ROUNDS = 41;
const root = join(process.env["BENCH_FOLDER"]!, "..");
const folder = process.env["BENCH_TEMPORARY"]!;

/** The time of the newest file of a folder. */
function newest(path: string): number {
  return Math.max(
    ...readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
  );
}

function library(): { path: string; from: string } {
  const built = join(root, "dist", "index.js");
  if (existsSync(built) && statSync(built).mtimeMs > newest(join(root, "src"))) return { path: built, from: "dist" };
  const path = join(folder, "ouvree.mjs");
  createRequire(createRequire(join(root, "package.json")).resolve("tsup"))("esbuild").buildSync({
    entryPoints: [join(root, "src", "index.ts")],
    outfile: path,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "es2022",
  });
  return { path, from: "a bundle of src, dist being older" };
}

function processTask(name: string, code: string): Task {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  return {
    name,
    run() {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [file]);
      if (status !== 0) throw new Error(String(stderr));
      return performance.now() - start;
    },
  };
}

const { path, from } = library();
const week = `{ "mon-fri": ["09:00-12:00", "14:00-17:00"] }`;
const [oursMs, luxonMs, bareMs] = (await interleave(
  [
    processTask(
      "ours",
      `import { createCalendar } from ${JSON.stringify(pathToFileURL(path).href)};
      const desk = createCalendar({ timeZone: "Europe/Paris", week: ${week}, holidays: ["FR"] });
      if (desk.add("2026-05-22T16:00+02:00", "PT4H").toMillis() !== 1779789600000) throw new Error("wrong");`,
    ),
    processTask("luxon", `import { DateTime } from "luxon"; DateTime.fromMillis(0, { zone: "Europe/Paris" });`),
    processTask("bare", ""),
  ],
  ROUNDS,
)) as [number, number, number];
report([
  atMost(`a first deadline (${from}), over luxon's ${each(luxonMs)}`, each(oursMs), oursMs - luxonMs, 5, "ms"),
  { what: "  of which Node alone", median: each(bareMs) },
]);
