/**
 * The file for Google Sheets: a column of 10,000 deadlines in one call, as a cell asks for it, in a context of its own.
 *
 * Apps Script stops a custom function after 30 s. Each call here is the first of a fresh context, with the calendar still to be read:
 * Google keeps nothing from one call to the next.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { gzipSync } from "node:zlib";
import { clipIndustrieDefinition } from "../src/charters/clip-industrie.ts";
import { createCalendar } from "../src/index.ts";
import { compileCalendar } from "../src/spreadsheet/index.ts";
import { atMost, interleave, keep, report, type Task, timed } from "./measure.ts";

const ROWS = 10_000;
const LIMIT_MS = 30_000;
const root = join(process.env["BENCH_FOLDER"]!, "..");
const { buildSync } = createRequire(createRequire(join(root, "package.json")).resolve("tsup"))("esbuild");
const part = (name: string): string => readFileSync(join(root, "src", "sheets", name), "utf8");

// As in tsup.config.ts.
const { outputFiles } = buildSync({
  entryPoints: [join(root, "src", "sheets", "main.ts")],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  globalName: "ouvreeSheets_",
  target: "es2019",
  // Literals of big integers become calls: only who has them pays.
  logOverride: { bigint: "silent" },
  banner: { js: part("settings.gs") },
  footer: { js: part("functions.gs") },
});
const text: string = outputFiles[0].text;
const file = new Script(text);

const desk = createCalendar(clipIndustrieDefinition.calendars.desk!);
const compiled = JSON.stringify(compileCalendar(desk, { from: "2024-01-01", to: "2028-12-31" }));
// Serials of five years, a few minutes apart: 45300 is 9 January 2024.
const starts = Array.from({ length: ROWS }, (_, i) => [45_300 + ((i * 37) % 170_000) / 100]);

function column(name: string, calendar: string): Task {
  return timed(name, () => {
    const context = createContext({ starts, calendar });
    file.runInContext(context);
    keep(new Script("OUVREE_DEADLINE(starts, 4, calendar)").runInContext(context));
  });
}

const tasks = [column("a compiled calendar", compiled), column("a preset", "clip-industrie")];
const medians = await interleave(tasks, 11, 2);
const kilobytes = gzipSync(text, { level: 9 }).length / 1000;
report([
  ...tasks.map(({ name }, i) =>
    atMost(
      `sheets.gs: ${ROWS.toLocaleString("en")} deadlines in one call, ${name}`,
      `${medians[i]!.toFixed(0)} ms`,
      (medians[i]! / LIMIT_MS) * 100,
      1,
      "% of 30 s",
    ),
  ),
  atMost("sheets.gs, min + gzip", `${kilobytes.toFixed(2)} KB`, kilobytes, 40, "KB"),
]);
