/**
 * Runs the checks one after the other and adds them up: each test of the test run counts, and each other check is one.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { linesOfSkips } from "./skips.mjs";

const strict = process.argv.includes("--strict");
const root = resolve(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "ouvree-ci-"));
const report = join(scratch, "tests.json");

/** The main job: the README's first command without its install and its build, which are done before it. */
const MAIN_JOB = shellBlocks()[0]
  .split(" && ")
  .filter((part) => !part.startsWith("npm "))
  .join(" && ");

const CHECKS = [
  ["build", "npm run --silent build"],
  ["types", "npm run --silent types"],
  ["lint", "npm run --silent lint"],
  ["main job (README, first command)", MAIN_JOB],
  ["packed package", "node .ci/package.mjs"],
  ["unused code", "npx --no-install knip --no-progress"],
];

/** Checks that are tests, too: the one run of all tests decides them. */
const TESTED = [
  ["surface", ["test/surface.test.ts", "test/docstrings.test.ts"]],
  ["docs snippets", ["test/docs.test.ts"]],
];

const totals = { passed: 0, failed: 0 };
const failures = [];
const skips = [];

process.env.OUVREE_SEED ??= String(seedOfTree());
// All runs of every property; `npm test` alone takes a tenth of them.
process.env.OUVREE_STRENGTH ??= "1";
console.log(`── OUVREE_SEED=${process.env.OUVREE_SEED} OUVREE_STRENGTH=${process.env.OUVREE_STRENGTH}`);

for (const [name, command] of CHECKS) {
  const seconds = run(name, command);
  if (seconds === undefined) {
    totals.failed++;
    failures.push(name);
  } else totals.passed++;
}
// The second command of the README runs all tests; here it also leaves its report.
const before = Date.now();
const tests = spawnSync("npm", ["test", "--", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], {
  cwd: root,
  stdio: "inherit",
});
console.log(`── tests: ${tests.status === 0 ? "passed" : "FAILED"} in ${Math.round((Date.now() - before) / 1000)} s`);
countTests(tests.status);
rmSync(scratch, { recursive: true, force: true });

for (const name of failures) console.log(`failed: ${name}`);
for (const line of linesOfSkips(skips)) console.log(`skipped: ${line}`);
for (const part of (process.env.OUVREE_ABSENT ?? "").split("\n").filter(Boolean)) console.log(`absent: ${part}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${skips.length} skipped`);
process.exitCode = totals.failed > 0 || (strict && skips.length > 0) ? 1 : 0;

/**
 * The seed of the properties, from the commit's tree: one commit has one verdict wherever it is tried, and every commit tries other
 * samples. An int32, as fast-check's seeds are; the same number for all where there is no git.
 */
function seedOfTree() {
  const { status, stdout } = spawnSync("git", ["rev-parse", "HEAD^{tree}"], { cwd: root, encoding: "utf8" });
  return status === 0 ? Number.parseInt(stdout.slice(0, 8), 16) & 0x7fffffff : 20260507;
}

/** Runs a check; seconds it took, or undefined if it failed. */
function run(name, command) {
  const start = Date.now();
  console.log(`── ${name}: ${command}`);
  const { status } = spawnSync("bash", ["-c", command], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, FORCE_COLOR: "0" },
  });
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`── ${name}: ${status === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  return status === 0 ? seconds : undefined;
}

function countTests(status) {
  let results;
  try {
    results = JSON.parse(readFileSync(report, "utf8")).testResults;
  } catch (error) {
    totals.failed++;
    failures.push(`tests: no report (${error.message})`);
    return;
  }
  let failed = 0;
  for (const file of results) {
    const name = file.name.replace(`${root}/`, "");
    if (file.status === "failed" && file.assertionResults.length === 0) {
      failed++;
      failures.push(`${name}: could not be run`);
    }
    for (const { status: outcome, fullName } of file.assertionResults) {
      if (outcome === "passed") totals.passed++;
      else if (outcome === "failed") {
        failed++;
        failures.push(`${name}: ${fullName}`);
      } else skips.push({ file: name, name: fullName });
    }
  }
  for (const [name, files] of TESTED) {
    const found = results.filter((file) => files.some((path) => file.name === join(root, path)));
    const isRight = found.length === files.length && found.every((file) => file.status === "passed");
    console.log(`── ${name}: ${isRight ? "passed" : "FAILED"} with the tests`);
    if (isRight) totals.passed++;
    else {
      failed++;
      failures.push(name);
    }
  }
  if (status !== 0 && failed === 0) {
    failed++;
    failures.push("tests: the run failed beside its tests");
  }
  totals.failed += failed;
}

/** One-line shell blocks of the README. */
function shellBlocks() {
  const text = readFileSync(join(root, "README.md"), "utf8");
  return [...text.matchAll(/```sh\n([^\n]+)\n```/g)].map((match) => match[1]);
}
