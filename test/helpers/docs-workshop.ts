/**
 * Where the blocks of the documentation run: a folder outside the repository in which the package is installed, as it
 * is for a reader.
 *
 * The package and its program are bundled from src/, so that nothing has to be built first. Each page has a folder of
 * its own, laid out as the repository's root as far as readers see it: `examples/`.
 */
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Block, commandsOf, expectationOf, fileNameOf, programOf } from "./docs-blocks.ts";
import { type Host, openHost } from "./docs-host.ts";
import { ENTRIES } from "./entries.ts";

interface Esbuild {
  build(options: object): Promise<unknown>;
  transform(code: string, options: object): Promise<{ readonly code: string }>;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
// esbuild is tsup's dependency, so it is sought from there.
const { build, transform } = createRequire(createRequire(import.meta.url).resolve("tsup"))("esbuild") as Esbuild;

const PACKAGE = {
  name: "ouvree",
  type: "module",
  exports: Object.fromEntries(
    Object.keys(ENTRIES).map((name) => [name === "index" ? "." : `./${name}`, `./${name}.js`]),
  ),
};

/** Printed between a block and the one that continues it. */
const BORDER = "-- here the continued block begins --";
/** No block takes a second; one that never ends must not hold up the others. */
const LONGEST_RUN_MS = 60_000;

/** What a block prints, and what it says that it prints. */
export interface Printed {
  readonly expected: string;
  readonly actual: string;
}

/** A place to run blocks; `close` takes it away. */
export interface Workshop {
  /** Runs a `ts` or `sh` block of a page, given as all blocks of the page and an index. */
  run(page: string, blocks: readonly Block[], index: number): Promise<Printed>;
  close(): void;
}

/** A workshop with the package and its program, bundled from src/. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), "ouvree-docs-"));
  const host = openHost(surroundings({}), LONGEST_RUN_MS);
  const close = (): void => {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await install(folder);
  } catch (error) {
    close();
    throw error;
  }
  return {
    run(page, blocks, index) {
      const name = page.replaceAll(/[^a-zA-Z0-9]/g, "-");
      const pageFolder = join(folder, "pages", name);
      cpSync(join(ROOT, "examples"), join(pageFolder, "examples"), { recursive: true });
      writeFiles(pageFolder, blocks.slice(0, index));
      return blocks[index]!.language === "sh"
        ? runCommands(folder, pageFolder, blocks[index]!)
        : runProgram(host, join(folder, "programs", name), pageFolder, blocks, index);
    },
    close,
  };
}

/** Installs the package and its program in a folder. */
async function install(folder: string): Promise<void> {
  const common = { bundle: true, platform: "node", target: "node20", format: "esm", logLevel: "warning" };
  const home = join(folder, "node_modules/ouvree");
  await build({
    ...common,
    entryPoints: Object.entries(ENTRIES).map(([out, entry]) => ({ out, in: join(ROOT, entry) })),
    outdir: home,
    splitting: true,
    external: ["luxon"],
  });
  await build({
    ...common,
    entryPoints: [join(ROOT, "src/cli/main.ts")],
    outfile: join(folder, "bin/ouvree.mjs"),
    // As in tsup.config.ts.
    alias: { yaml: join(ROOT, "node_modules/yaml/browser/index.js") },
  });
  writeFileSync(join(home, "package.json"), JSON.stringify(PACKAGE));
  // The folders of the packages themselves, wherever npm has put them.
  for (const name of ["luxon", "date-holidays"]) {
    const home = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    symlinkSync(home, join(folder, "node_modules", name));
  }
  const run = `exec "${process.execPath}" "${join(folder, "bin/ouvree.mjs")}" "$@"`;
  writeScript(join(folder, "bin/ouvree"), run);
  writeScript(
    join(folder, "bin/npx"),
    `[ "$1" = ouvree ] || { echo "npx $1 is not for pages"; exit 127; }\nshift\n${run}`,
  );
}

function writeScript(path: string, body: string): void {
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

/** Writes the blocks that stand for files. */
function writeFiles(pageFolder: string, blocks: readonly Block[]): void {
  for (const block of blocks) {
    const name = fileNameOf(block);
    if (name === undefined) continue;
    const path = resolve(pageFolder, name);
    if (!path.startsWith(pageFolder)) throw new Error(`${block.place}: ${name} is outside the page's folder`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${block.code}\n`);
  }
}

async function runCommands(folder: string, pageFolder: string, block: Block): Promise<Printed> {
  const commands = commandsOf(block);
  const expected = commands.map(({ text, expected: lines }) => `$ ${text}\n${lines}`);
  const actual: string[] = [];
  for (const { text } of commands) {
    const env = { PATH: `${join(folder, "bin")}:${process.env.PATH}` };
    const { output, code } = await execute("bash", ["-c", `exec 2>&1\n${text}`], pageFolder, env);
    const exit = code === 0 ? "" : `${output === "" ? "" : "\n"}exit ${code}`;
    actual.push(`$ ${text}\n${output}${exit}`);
  }
  return { expected: withAnyZoneData(expected.join("\n")), actual: withAnyZoneData(actual.join("\n")) };
}

/** The version of the time zone data is that of the node that runs a page, not of the page. */
function withAnyZoneData(text: string): string {
  return text.replaceAll(/(?<=, time zone data )20\d\d[a-z]+/g, "of this node");
}

/** Runs a `ts` block, after those that it continues. Programs lie beside the page's folder, where no command sees them. */
async function runProgram(
  host: Host,
  programFolder: string,
  pageFolder: string,
  blocks: readonly Block[],
  index: number,
): Promise<Printed> {
  const expected = expectationOf(blocks, index);
  const parts = programOf(blocks, index).map(({ code }) => code);
  const { code: program } = await transform(parts.join(`\nconsole.log("${BORDER}");\n`), {
    loader: "ts",
    format: "esm",
    target: "node20",
  });
  mkdirSync(programFolder, { recursive: true });
  const path = join(programFolder, `${index}.mjs`);
  writeFileSync(path, program);
  const hosted = await host.run(path, pageFolder);
  if (hosted !== undefined && ownPart(hosted.trimEnd()) === expected) return { expected, actual: expected };
  // Anything else is for a process of its own to decide.
  const { output, errors, code } = await execute(process.execPath, [path], pageFolder, {});
  const printed = ownPart(output);
  return { expected, actual: code === 0 ? printed : `${printed}\n${errors}\nexit ${code}` };
}

/** What a program printed, less what the blocks that it continues did. */
function ownPart(output: string): string {
  const border = output.lastIndexOf(BORDER);
  return border < 0 ? output : output.slice(border + BORDER.length + 1);
}

/** Only reads a program, as TypeScript: a slip in a block that is not run still fails. */
export async function readProgram(block: Block): Promise<void> {
  await transform(block.code, { loader: "ts", format: "esm", target: "node20" });
}

/** The environment of whatever runs: no setting of this process changes what it prints. */
function surroundings(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { CI: _ci, NODE_OPTIONS: _options, FORCE_COLOR: _colour, ...inherited } = process.env;
  return { ...inherited, TZ: "UTC", ...env };
}

/** Runs a program in a page's folder. */
function execute(
  program: string,
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ output: string; errors: string; code: number | null }> {
  return new Promise((done, fail) => {
    const child = spawn(program, words, {
      cwd,
      env: surroundings(env),
      stdio: ["ignore", "pipe", "pipe"],
      timeout: LONGEST_RUN_MS,
    });
    const [output, errors]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.on("error", fail);
    child.on("close", (code) =>
      done({ output: Buffer.concat(output).toString().trimEnd(), errors: Buffer.concat(errors).toString(), code }),
    );
  });
}
