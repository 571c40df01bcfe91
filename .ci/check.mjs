/**
 * What can be known in under a minute, before the tests: types, style, unused code, the public names, and whether what is built has grown.
 *
 * The parts run side by side, and all are run: exit code 1 if one of them fails, with what it printed.
 */
import { spawn } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const PARTS = {
  types: "npm run --silent types",
  "build and size": "npm run --silent build && node .ci/size.mjs",
  lint: "npm run --silent lint",
  "unused code": "npx --no-install knip --no-progress",
  surface:
    "npx --no-install vitest run --silent=true test/surface.test.ts test/docstrings.test.ts test/architecture.test.ts",
};

/** Runs a part; what it took, in s, and what it printed. */
function run([name, command]) {
  const start = Date.now();
  return new Promise((done) => {
    const child = spawn("bash", ["-c", command], { cwd: root, env: { ...process.env, FORCE_COLOR: "0" } });
    let printed = "";
    child.stdout.on("data", (text) => (printed += text));
    child.stderr.on("data", (text) => (printed += text));
    child.on("close", (code) => {
      console.log(`── ${name}: ${code === 0 ? "passed" : "FAILED"} in ${Math.round((Date.now() - start) / 1000)} s`);
      if (code !== 0) console.log(printed.trimEnd());
      done(code === 0);
    });
  });
}

const outcomes = await Promise.all(Object.entries(PARTS).map(run));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
