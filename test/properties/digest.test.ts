/**
 * A digest of many answers, from fixed seeds, so that processes can be compared with one another (process.test.ts).
 *
 * OUVREE_NOW sets the date on the wall; OUVREE_DIGEST_FILE is where the digest goes.
 */

import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { scenarios } from "../arbitraries/scenarios.ts";
import { answersOf } from "../helpers/answers.ts";
import { calendarOf } from "../helpers/calendar.ts";
import { runsOf } from "../helpers/runs.ts";

const SAMPLES = runsOf(150, 40);
const SEED = 20261025;

function digest(): string {
  const hash = createHash("sha256");
  for (const scenario of fc.sample(scenarios({ beyondReach: true }), { seed: SEED, numRuns: SAMPLES })) {
    hash.update(JSON.stringify(answersOf(calendarOf(scenario.definition), scenario)));
  }
  return hash.digest("hex");
}

describe("a digest of answers", () => {
  beforeEach(() => {
    if (process.env.OUVREE_NOW !== undefined) vi.setSystemTime(new Date(process.env.OUVREE_NOW));
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("law 36: is the same when everything is asked again", () => {
    const first = digest();
    expect(digest()).toBe(first);
    if (process.env.OUVREE_DIGEST_FILE !== undefined) {
      // What the process believes about itself goes along: were it the same in all of them, nothing would be proved.
      const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
      writeFileSync(
        process.env.OUVREE_DIGEST_FILE,
        JSON.stringify({ digest: first, timeZone, locale, month: new Date().getUTCMonth() + 1 }),
      );
    }
  });
});
