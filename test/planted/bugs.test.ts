/**
 * The planted bugs can be planted: each takes the place of a text that stands in its file, and stands there once.
 *
 * Whether their laws see them is for the nightly run. Here they only must not be left behind by the code, as six of them were.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BUGS } from "./bugs.mjs";

const LAWS = readdirSync("test/properties")
  .filter((file) => file.endsWith(".laws.test.ts"))
  .map((file) => readFileSync(`test/properties/${file}`, "utf8"));

test.each(BUGS)("law %d in %s", (law, file, right, wrong) => {
  expect(readFileSync(`src/${file}`, "utf8").split(right).length - 1, right).toBe(1);
  expect(wrong).not.toBe(right);
  expect(LAWS.some((text) => text.includes(`"law ${law}:`))).toBe(true);
});
