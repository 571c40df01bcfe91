/**
 * What a machine lacks is said once for each lack, with its files and how many tests were not run.
 */
import { expect, it } from "vitest";
import { linesOfSkips } from "../../../.ci/skips.mjs";
import { needs } from "../../helpers/needs.ts";

it("counts the tests and the files of each lack, and says where no reason was given", () => {
  const page = needs("Chromium", false, "the page");
  const skips = [
    { file: "test/b.test.ts", name: `${page} is printed` },
    { file: "test/a.test.ts", name: `${page} is read` },
    { file: "test/a.test.ts", name: `${page} is walked through` },
    { file: "test/c.test.ts", name: needs("python3", false, "the picture") },
    { file: "test/d.test.ts", name: "left out" },
  ];
  expect(linesOfSkips(skips)).toEqual([
    "Chromium: 2 files, 3 tests not run (test/a.test.ts, test/b.test.ts)",
    "no reason given: 1 file, 1 test not run (test/d.test.ts)",
    "python3: 1 file, 1 test not run (test/c.test.ts)",
  ]);
});

it("says nothing of a test that has what it needs", () => {
  expect([needs("Chromium", true, "the page"), linesOfSkips([])]).toEqual(["the page", []]);
});
