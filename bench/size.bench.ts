/**
 * Bytes that an app ships: bundled, minified and gzipped, with luxon outside. No clock here, so no rounds.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Row, report } from "./measure.ts";

const root = join(process.env["BENCH_FOLDER"]!, "..");
const { buildSync } = createRequire(createRequire(join(root, "package.json")).resolve("tsup"))("esbuild");

/** KB are 1,000 bytes, as size-limit has them. */
function size(code: string): number {
  const { outputFiles } = buildSync({
    stdin: { contents: code, resolveDir: join(root, "src"), loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    treeShaking: true,
    external: ["luxon"],
    platform: "neutral",
    format: "esm",
    target: "es2022",
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length / 1000;
}

function row(what: string, code: string, bound: number): Row {
  const kilobytes = size(code);
  return {
    what,
    median: `${kilobytes.toFixed(2)} KB`,
    ratio: (kilobytes / bound).toFixed(2),
    bound: `≤ ${bound} KB`,
    holds: kilobytes <= bound,
  };
}

report([
  row("import { createCalendar }", `export { createCalendar } from "./index.ts";`, 14),
  row("all of ouvree", `export * from "./index.ts";`, 35),
]);
