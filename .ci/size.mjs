/**
 * Whether what is built has grown. The bounds are in .size-limit.json, and `npm run size` fails on them; here a part that is over its
 * bound may not get further over it unseen: at most what .ci/sizes.json says, which is changed with a reason.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const most = JSON.parse(readFileSync(resolve(root, ".ci/sizes.json"), "utf8"));
const { stdout, stderr } = spawnSync("npx", ["--no-install", "size-limit", "--json"], { cwd: root, encoding: "utf8" });
// Without a list of sizes nothing was measured: its own words say why.
const found = stdout.trim().startsWith("[") ? JSON.parse(stdout) : undefined;
if (found === undefined) console.error(stdout + stderr);
for (const { name, size, sizeLimit } of found ?? []) {
  const over = size > sizeLimit ? `, bound ${sizeLimit}` : "";
  console.log(
    `${name}: ${size} B${over}${size > (most[name] ?? sizeLimit) ? `: MORE than ${most[name] ?? sizeLimit}` : ""}`,
  );
}
process.exitCode = found?.every(({ name, size, sizeLimit }) => size <= (most[name] ?? sizeLimit)) ? 0 : 1;
