/**
 * SIGINT while a file was written left a temporary file beside it. All signals: test/unit/cli/faults-of-writing.test.ts.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { shell } from "../helpers/program.ts";

const folder = mkdtempSync(join(tmpdir(), "ouvree-0205-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("a signal waits for the file, and then ends the program", async () => {
  // The signal comes from the disk itself, in the middle of the file.
  const disk = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
    const write = fs.fsyncSync; fs.fsyncSync = (file) => { process.kill(process.pid, "SIGINT"); write(file); };
    syncBuiltinESMExports();`;
  const { code, signal } = await shell("ouvree init --yes --out policy.yaml; exit $?", folder, {}, disk);
  expect([code, signal]).toEqual([130, null]);
  expect(readdirSync(folder)).toEqual(["policy.yaml"]);
});
