/**
 * The Excel add-in, built whole: what a web server has to hand out, and the manifest that Excel is given.
 *
 * `functions.json` is made by custom-functions-metadata from the comments of the functions, and the page from `functions.json`, so
 * that all three say the same.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { build } from "esbuild";
import { iconPng } from "./excel-icon.ts";
import { ICON_SIZES, manifestXml } from "./excel-manifest.ts";
import { type FunctionsMetadata, pageHtml } from "./excel-page.ts";

const SOURCE = "src/excel/functions.ts";

/** The head of `functions.js`, for people to edit: it is kept as it is written here. */
const HEAD = `// The functions of ouvree for Excel. Two settings, to be changed before the file is hosted:
// Whose hours, for formulas that name no calendar: a preset ("clip-industrie"), or a calendar as JSON, compiled or not, without quotes
// around it: var OUVREE_CALENDAR = { "timeZone": "Europe/Paris", "week": { "mon-fri": ["09:00-17:00"] } };
var OUVREE_CALENDAR = null;
// "1904" for workbooks with "Use 1904 date system" turned on.
var OUVREE_DATE_SYSTEM = "1900";`;

/** Writes the files of the add-in into a folder, which is made. Errors: those of the tools; the functions are then not all there. */
export async function buildExcelAddIn(folder: string): Promise<void> {
  mkdirSync(join(folder, "assets"), { recursive: true });
  const metadata = await metadataOf(SOURCE);
  await build({
    entryPoints: [SOURCE],
    outfile: join(folder, "functions.js"),
    bundle: true,
    format: "iife",
    minify: true,
    // The browsers of the shared runtime: Edge, Safari, and those that Excel on the web runs in. Instants read BigInt.
    target: "es2020",
    banner: { js: HEAD },
    logLevel: "warning",
  });
  writeFileSync(join(folder, "functions.json"), `${JSON.stringify(metadata, null, 2)}\n`);
  writeFileSync(join(folder, "functions.html"), pageHtml(metadata));
  writeFileSync(join(folder, "manifest.xml"), manifestXml());
  for (const sizePx of ICON_SIZES) writeFileSync(join(folder, "assets", `icon-${sizePx}.png`), iconPng(sizePx));
}

async function metadataOf(source: string): Promise<FunctionsMetadata> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(source);
  if (errors.length > 0) throw new Error(`${source}: ${errors.join("; ")}`);
  const { functions, ...rest } = JSON.parse(metadataJson) as FunctionsMetadata;
  // Without it one cell with an error makes the whole column one. The generator has no word for it.
  return { ...rest, allowErrorForDataTypeAny: true, functions };
}
