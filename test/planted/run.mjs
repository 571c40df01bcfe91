/**
 * Plants one bug for each law in a copy of the project, and watches the law's own tests fail. Slow: for the nightly run.
 *
 *   node test/planted/run.mjs        all laws
 *   node test/planted/run.mjs 7 21   some
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { BUGS } from "./bugs.mjs";

const root = resolve(import.meta.dirname, "../..");
const wanted = process.argv.slice(2).map(Number);
const known = new Set(BUGS.map(([law]) => law));
const unknown = process.argv.slice(2).filter((_, i) => !known.has(wanted[i]));
if (unknown.length > 0) {
  console.error(
    `no bug is planted for law ${unknown.join(", ")}; there are ${[...known].sort((a, b) => a - b).join(", ")}`,
  );
  process.exit(2);
}
const copy = mkdtempSync(join(tmpdir(), "ouvree-planted-"));
for (const name of ["src", "test", "examples", "package.json", "tsconfig.json", "vitest.config.ts"])
  cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));

const properties = join(copy, "test/properties");
const texts = new Map(readdirSync(properties).map((file) => [file, readFileSync(join(properties, file), "utf8")]));
let [planted, unseen] = [0, 0];

for (const [law, file, right, wrong] of BUGS) {
  if (wanted.length > 0 && !wanted.includes(law)) continue;
  planted++;
  const path = join(copy, "src", file);
  const source = readFileSync(path, "utf8");
  if (source.split(right).length !== 2) throw new Error(`law ${law}: ${file} does not hold once: ${right}`);
  const files = [...texts]
    .filter(([name, text]) => name.endsWith(".laws.test.ts") && text.includes(`"law ${law}:`))
    .map(([name]) => `test/properties/${name}`);
  const seen = (withBug) => {
    writeFileSync(path, withBug ? source.replace(right, () => wrong) : source);
    const args = ["vitest", "run", "--silent", "--reporter=dot", ...files, "-t", `law ${law}:`];
    const env = { ...process.env, OUVREE_RUNS: process.env.OUVREE_PLANTED_RUNS ?? "400", OUVREE_SEED: "20260507" };
    const { status, stdout } = spawnSync("npx", ["--no-install", ...args], { cwd: copy, env, encoding: "utf8" });
    writeFileSync(path, source);
    // A law that no test was run for has seen nothing.
    return /Tests .*\d+ (passed|failed)/.test(stdout) ? status !== 0 : undefined;
  };
  const bitten = files.length > 0 && seen(true) === true;
  if (!bitten) unseen++;
  console.log(`law ${law}: ${bitten ? "seen" : "NOT SEEN"}  ${file}: ${wrong.trim().slice(0, 80)}`);
}

rmSync(copy, { recursive: true, force: true });
console.log(`${planted} planted, ${planted - unseen} seen, ${unseen} not seen`);
process.exitCode = unseen === 0 ? 0 : 1;
