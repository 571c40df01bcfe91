import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Options } from "tsup";
import { buildExcelAddIn } from "./build/excel-add-in.ts";

/** The build of fflate that asks for nothing of node. */
const FFLATE = "./node_modules/fflate/esm/browser.js";

/**
 * The library: ESM and CJS with types for both; luxon, the one runtime dependency, stays outside.
 *
 * An entry is one file: finding and reading the four that shared code was split into takes a new process twice as long (8 ms
 * against 16 ms). Not minified: a first deadline is no sooner, and stack traces read worse.
 */
const library: Options = {
  entry: {
    index: "src/index.ts",
    "charters/clip-industrie": "src/charters/clip-industrie.ts",
    report: "src/report/index.ts",
    import: "src/import/index.ts",
    "date-holidays": "src/date-holidays/index.ts",
    icalendar: "src/icalendar/index.ts",
    "opening-hours": "src/opening-hours/index.ts",
    spreadsheet: "src/spreadsheet/index.ts",
  },
  format: ["esm", "cjs"],
  target: "es2022",
  dts: true,
  // Of what is built beside it nothing: that may be there already.
  clean: ["!cli.js", "!sheets.gs", "!date-holidays.browser.js"],
  treeshake: true,
  splitting: false,
  // Its build for node asks for worker threads; readers of files have no use for them, and run in browsers, too.
  esbuildOptions: (options) => {
    options.alias = { fflate: FFLATE };
  },
  // After the folder was cleaned.
  onSuccess: () => buildExcelAddIn("dist/excel"),
};

/** The holidays of the world for bundlers: the peer is imported, not required. Its types are those of the library's entry. */
const browser: Options = {
  entry: { "date-holidays.browser": "src/date-holidays/index.ts" },
  format: ["esm"],
  target: "es2022",
  platform: "browser",
  treeshake: true,
  esbuildPlugins: [
    {
      name: "peer of a bundle",
      setup: (build) => {
        build.onResolve({ filter: /\/peer\.ts$/ }, () => ({ path: resolve("src/date-holidays/peer.browser.ts") }));
      },
    },
  ],
};

/** The program, whole in one file. */
const program: Options = {
  entry: { cli: "src/cli/main.ts" },
  format: ["esm"],
  target: "node20",
  platform: "node",
  banner: { js: "#!/usr/bin/env node" },
  // Its build for node is CommonJS and requires "process" at run time, which an ES module cannot.
  esbuildOptions: (options) => {
    options.alias = { yaml: "./node_modules/yaml/browser/index.js", fflate: FFLATE };
  },
  treeshake: true,
};

/** The functions for Google Sheets: one file to paste. What people read and Google documents is not minified. */
const sheets: Options = {
  entry: { sheets: "src/sheets/main.ts" },
  format: ["iife"],
  globalName: "ouvreeSheets_",
  target: "es2019",
  outExtension: () => ({ js: ".gs" }),
  minify: true,
  banner: { js: readFileSync("src/sheets/settings.gs", "utf8") },
  footer: { js: readFileSync("src/sheets/functions.gs", "utf8") },
};

const config: ReturnType<typeof defineConfig> = defineConfig([library, browser, program, sheets]);
export default config;
