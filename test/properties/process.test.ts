/**
 * Law 36 across processes: zone, language and date of the process have no effect on any answer.
 *
 * Each child runs the recorded cases, a short pass of laws, and the digest; all must pass, and all digests be equal.
 * The children are given their files by name, and this is not one of them.
 */

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { runsOf } from "../helpers/runs.ts";

interface World {
  readonly tz: string;
  readonly language: string;
  readonly now: string;
}

/** West and east of Greenwich, beyond the date line, with clock changes and without; winter and summer. */
const WORLDS: readonly World[] = [
  { tz: "UTC", language: "C", now: "2026-01-15T12:00:00Z" },
  { tz: "UTC", language: "C", now: "2026-07-15T12:00:00Z" },
  { tz: "Pacific/Apia", language: "fr_FR.UTF-8", now: "2026-01-15T12:00:00Z" },
  { tz: "America/Sao_Paulo", language: "ar_EG.UTF-8", now: "2026-07-15T12:00:00Z" },
  { tz: "Asia/Tokyo", language: "ja_JP.UTF-8", now: "2026-07-15T12:00:00Z" },
  { tz: "Europe/Paris", language: "th_TH.UTF-8", now: "2026-10-25T00:30:00Z" },
];

const FILES = [
  "test/vectors/business-time.test.ts",
  "test/properties/digest.test.ts",
  "test/properties/arithmetic.laws.test.ts",
  "test/properties/zones.laws.test.ts",
];

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ouvree-"));

interface Report {
  readonly digest: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly month: number;
}

async function runIn({ tz, language, now }: World, file: string): Promise<Report> {
  const env = {
    ...process.env,
    TZ: tz,
    LANG: language,
    LC_ALL: language,
    OUVREE_NOW: now,
    OUVREE_RUNS: String(runsOf(20)),
    OUVREE_SEED: "36",
    OUVREE_DIGEST_FILE: file,
  };
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  // What the first child has made of the sources, the others take from it: a quarter of the time of each.
  const cache = ["--experimental.fsModuleCache", `--experimental.fsModuleCachePath=${join(folder, "modules")}`];
  await promisify(execFile)(process.execPath, [vitest, "run", "--no-file-parallelism", ...cache, ...FILES], {
    cwd: root,
    env,
    maxBuffer: 1 << 26,
  });
  return JSON.parse(readFileSync(file, "utf8")) as Report;
}

describe("law 36: the process has no effect", () => {
  const reports: Report[] = [];

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [index, world] of WORLDS.entries()) {
    it(`cases and laws hold under TZ=${world.tz}, ${world.language}, ${world.now}`, async () => {
      const report = await runIn(world, join(folder, `${index}.json`));
      expect([report.timeZone, report.month]).toEqual([world.tz, new Date(world.now).getUTCMonth() + 1]);
      reports.push(report);
    }, 300_000);
  }

  it("every answer is the same in all of them", () => {
    expect(reports).toHaveLength(WORLDS.length);
    expect(new Set(reports.map(({ digest }) => digest)).size).toBe(1);
    // The languages did differ, or the comparison would say nothing about them.
    expect(new Set(reports.map(({ locale }) => locale)).size).toBeGreaterThan(3);
  });
});
