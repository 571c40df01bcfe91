import { defineConfig } from "tsup";

/** The library: ESM and CJS with types for both. luxon stays outside. */
const library = defineConfig({
  entry: {
    index: "src/index.ts",
    "charters/clip-industrie": "src/charters/clip-industrie.ts",
    report: "src/report/index.ts",
    import: "src/import/index.ts",
  },
  format: ["esm", "cjs"],
  target: "es2022",
  dts: true,
  clean: true,
  treeshake: true,
  splitting: true,
});

export default library;
