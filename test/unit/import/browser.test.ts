/**
 * `ouvree/import` as the build makes it: nothing of node is in its graph, and it reads files where there is none.
 */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import type { Options } from "tsup";
import { expect, test } from "vitest";
import { importCasesSync, systems } from "../../../src/import/index.ts";
import config from "../../../tsup.config.ts";

/** The entry as one file, by what the build says of it; for a platform without node what asks for node does not build. */
async function bundled(
  options: object,
): Promise<{ readonly text: string; readonly inputs: readonly string[]; readonly imports: readonly string[] }> {
  const library = (config as Options[]).find(({ entry }) => Object.hasOwn(entry as object, "import"))!;
  const given: { alias?: Record<string, string> } = {};
  (library.esbuildOptions as (options: object) => void)(given);
  const { outputFiles, metafile } = await build({
    stdin: { contents: 'export * from "./src/import/index.ts";', resolveDir: process.cwd(), loader: "ts" },
    ...{ bundle: true, write: false, metafile: true, platform: "browser", target: "es2022", alias: given.alias! },
    ...options,
  });
  const imports = Object.values(metafile!.outputs).flatMap(({ imports: all }) => all.map(({ path }) => path));
  return { text: outputFiles![0]!.text, inputs: Object.keys(metafile!.inputs), imports };
}

test("nothing of node is asked for, and no file of the program is in it", async () => {
  const { inputs, imports } = await bundled({ format: "esm", external: ["luxon"] });
  expect([...new Set(imports)]).toEqual(["luxon"]);
  expect(inputs.filter((name) => name.startsWith("src/cli/"))).toEqual([]);
});

test("without node it reads the same", async () => {
  const { text } = await bundled({ format: "iife", globalName: "ouvreeImport" });
  // What browsers have; no process, no Buffer, no require.
  const context = createContext({ TextDecoder, TextEncoder, Intl });
  runInContext(text, context);
  for (const [name, system] of [
    ["jira-changelog.json", "jira"],
    ["servicenow-audit.csv", "servicenow"],
  ] as const) {
    const bytes = readFileSync(`test/fixtures/exports/${name}`);
    const mapping = { ...systems[system]!, times: ["iso", "dd-MM-yyyy HH:mm"], zone: "Europe/Lisbon" };
    Object.assign(context, { given: JSON.stringify({ name, bytes: [...bytes], mapping }) });
    const told = runInContext(
      "const { name, bytes, mapping } = JSON.parse(given); JSON.stringify(ouvreeImport.importCasesSync([{ name, bytes: Uint8Array.from(bytes) }], { mapping }).cases)".replace(
        "const {",
        "var {",
      ),
      context,
    ) as string;
    expect(JSON.parse(told)).toEqual(JSON.parse(JSON.stringify(importCasesSync([{ name, bytes }], { mapping }).cases)));
  }
});
