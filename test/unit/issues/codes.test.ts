import { expect, it } from "vitest";
import { ISSUE_CODES } from "../../../src/issues/codes.ts";

it("every code is area.problem-with-hyphens", () => {
  for (const code of ISSUE_CODES) expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
});

it("no code is listed twice", () => {
  expect(new Set(ISSUE_CODES).size).toBe(ISSUE_CODES.length);
});

it("the codes that the contract fixes are in the list", () => {
  expect(ISSUE_CODES).toEqual(
    expect.arrayContaining([
      "schedule.overlap",
      "schedule.empty-window",
      "calendar.beyond-reach",
      "calendar.never-open",
      "time.out-of-range",
    ]),
  );
});
