import { expect, it } from "vitest";
import { didYouMean, nearest } from "../../../src/issues/nearest.ts";

const KEYS = ["timeZone", "week", "holidays", "reopen", "closures", "exceptions"];

it("finds the word of a slip: a letter left out, doubled, swapped, or of another case", () => {
  expect(nearest("holiday", KEYS)).toBe("holidays");
  expect(nearest("hollidays", KEYS)).toBe("holidays");
  expect(nearest("wekk", KEYS)).toBe("week");
  expect(nearest("ewek", KEYS)).toBe("week");
  expect(nearest("timezone", KEYS)).toBe("timeZone");
});

it("says nothing rather than something far away", () => {
  expect(nearest("name", KEYS)).toBeUndefined();
  expect(nearest("", KEYS)).toBeUndefined();
  expect(nearest("x".repeat(100_000), KEYS)).toBeUndefined();
});

it("ends a message with the near miss, or with nothing", () => {
  expect(didYouMean("holiday", KEYS)).toContain('did you mean "holidays"?');
  expect(didYouMean("name", KEYS)).toBe("");
});
