/**
 * The packed package, as npm would publish it, installed into an empty app: ESM, CJS, types, program, and what the
 * package linters say. Run after a build.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import { buildSync } from "esbuild";

const root = resolve(import.meta.dirname, "..");
const app = mkdtempSync(join(tmpdir(), "ouvree-app-"));
const run = (command, args, cwd = app) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const bin = (name) => join(root, "node_modules", ".bin", name);

try {
  const [{ filename, files, size }] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", app], root));
  const wanted = ["LICENSE", "README.md", "CHANGELOG.md", "THIRD-PARTY.md", "package.json"];
  const strange = files
    .map(({ path }) => path)
    .filter((path) => !/^(dist|docs|schema)\//.test(path) && !wanted.includes(path));
  if (strange.length > 0) throw new Error(`files that do not belong into the package: ${strange.join(", ")}`);
  writeFileSync(join(app, "package.json"), JSON.stringify({ private: true, type: "module" }));
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", `./${filename}`]);
  const installed = Object.keys(JSON.parse(readFileSync(join(app, "package-lock.json"), "utf8")).packages).filter(
    (path) => path !== "",
  );
  const expected = ["node_modules/@types/luxon", "node_modules/luxon", "node_modules/ouvree"];
  if (installed.sort().join() !== expected.join()) throw new Error(`installs ${installed.join(", ")}`);
  for (const name of ["consumer.mjs", "consumer.cjs", "consumer.mts", "consumer.cts"]) {
    copyFileSync(join(root, "test", "package", name), join(app, name));
  }
  for (const name of ["consumer.mjs", "consumer.cjs"]) {
    if (run("node", [name]) !== "ok\n") throw new Error(`${name} did not finish`);
  }
  const compilerOptions = {
    noEmit: true,
    strict: true,
    module: "node16",
    target: "es2022",
    skipLibCheck: false,
    types: [],
  };
  writeFileSync(
    join(app, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["consumer.mts", "consumer.cts"] }),
  );
  run("node", [bin("tsc"), "-p", app]);
  const version = run(join(app, "node_modules", ".bin", "ouvree"), ["--version"]).trim();
  if (version !== JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version)
    throw new Error(`the program says ${version}`);
  checkHolidays();
  run("node", [bin("publint"), "--strict", root]);
  run("node", [bin("attw"), "--profile", "node16", join(app, filename)]);
  console.log(`${filename}: ${(size / 1024).toFixed(0)} KB packed, ${files.length} files`);
} finally {
  rmSync(app, { recursive: true, force: true });
}

/** The optional peer: without it a clear error, and the program runs all the same; with it, holidays of the world. */
function checkHolidays() {
  const link = join(app, "node_modules", "date-holidays");
  const ask = ["open", "2026-11-26T10:00-05:00", "--calendar", "shop.json"];
  const hours = { timeZone: "America/New_York", week: { "mon-fri": ["09:00-17:00"] } };
  writeFileSync(join(app, "shop.json"), JSON.stringify({ ...hours, holidays: ["date-holidays:US-NY"] }));
  for (const presence of ["absent", "present"]) {
    // Linked, not installed: no registry is asked, and what is tested is what the lockfile has.
    if (presence === "present") symlinkSync(join(root, "node_modules", "date-holidays"), link);
    for (const name of ["holidays.mjs", "holidays.cjs"]) {
      copyFileSync(join(root, "test", "package", name), join(app, name));
      if (run("node", [name, presence]) !== "ok\n") throw new Error(`${name} ${presence} did not finish`);
    }
    const { status, stdout, stderr } = spawnSync(join(app, "node_modules", ".bin", "ouvree"), ask, {
      cwd: app,
      encoding: "utf8",
    });
    const right =
      presence === "present"
        ? status === 0 && stdout === "closed until 2026-11-27T09:00:00.000-05:00\n"
        : status === 2 && stderr.endsWith("npm install date-holidays\n");
    if (!right) throw new Error(`the program, date-holidays ${presence}, says ${status} ${stdout}${stderr}`);
  }
  checkBundle();
  unlinkSync(link);
}

/** The holidays of the world in a bundle for browsers, run where there is neither `require` nor `process`. */
function checkBundle() {
  const hours = { timeZone: "America/New_York", week: { "mon-fri": ["09:00-17:00"] } };
  const page = `import { createCalendar } from "ouvree"; import { dateHolidays } from "ouvree/date-holidays";
    globalThis.answer = createCalendar({ ...${JSON.stringify(hours)}, holidays: [dateHolidays("US")] }).isWorkingDay("2026-11-26");`;
  writeFileSync(join(app, "page.js"), page);
  buildSync({
    ...{ entryPoints: [join(app, "page.js")], outfile: join(app, "page.bundle.js"), logLevel: "error" },
    ...{ bundle: true, platform: "browser", format: "iife" },
  });
  // What every browser has and the package needs.
  const context = createContext({ setTimeout, clearTimeout, Intl });
  runInContext(readFileSync(join(app, "page.bundle.js"), "utf8"), context);
  if (context.answer !== false) throw new Error("Thanksgiving is a working day in the bundle for browsers");
}
