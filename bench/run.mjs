/**
 * Runs the benches and prints one table: `node bench/run.mjs [name…]`; without a name, all of them.
 *
 * Every bench is bundled by itself and runs in a process of its own, so that none warms or spoils another's code.
 * Exit code: 0 when every bound holds, 1 when one does not, 2 for a bench that failed.
 */
import { fork } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
// esbuild is tsup's dependency, so it is sought from there.
const require = createRequire(createRequire(import.meta.url).resolve("tsup"));
const SUFFIX = ".bench.ts";

const known = readdirSync(FOLDER)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => basename(file, SUFFIX));
const names = process.argv.length > 2 ? process.argv.slice(2) : known;
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no bench "${unknown.join('", "')}"; there are: ${known.join(", ")}`);
  process.exit(2);
}

// Inside node_modules, so that what stays outside the bundles (luxon, the rivals) is found from there.
const cache = join(FOLDER, "..", "node_modules", ".cache");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, "bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(130));

await require("esbuild").build({
  entryPoints: names.map((name) => join(FOLDER, name + SUFFIX)),
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  entryNames: "[name]",
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "es2022",
  logLevel: "warning",
});

console.log(`Node ${process.versions.node}, ${cpus()[0]?.model.trim() ?? "unknown processor"} × ${cpus().length}\n`);
const WIDTHS = [66, 11, 12, 12];
printLine(["what", "median", "ratio", "bound"], "holds?");
let code = 0;
for (const name of names) {
  console.log(`— ${name}`);
  const bench = fork(join(folder, `${name}.bench.mjs`), {
    // For the benches that need what lies beside them: the C source, src/ and dist/.
    env: { ...process.env, BENCH_FOLDER: FOLDER, BENCH_TEMPORARY: folder },
  });
  bench.on("message", ({ rows }) => rows.forEach(printRow));
  const ended = await new Promise((resolve) => bench.on("close", resolve));
  if (ended !== 0) {
    console.error(`  ${name} failed`);
    code = 2;
  }
}
process.exitCode = code;

function printRow({ what, median, ratio = "", bound = "", holds }) {
  printLine([`  ${what}`, median, ratio, bound], holds === undefined ? "" : holds ? "yes" : "NO");
  if (holds === false && code === 0) code = 1;
}

function printLine([first, ...others], last) {
  const cells = others.map((cell, i) => cell.padStart(WIDTHS[i + 1]));
  console.log([first.padEnd(WIDTHS[0]), ...cells, ` ${last}`].join(" ").trimEnd());
}
