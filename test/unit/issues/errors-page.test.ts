/**
 * docs/errors.md and the list of codes are equal: no code without its cure, no cure without its code.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ISSUE_CODES } from "../../../src/issues/codes.ts";

const PAGE = readFileSync(new URL("../../../docs/errors.md", import.meta.url), "utf8");
/** Rows of the tables: `| `time.bad-instant` | meaning | cure |`. */
const ROWS = [...PAGE.matchAll(/^\| `([a-z-]+\.[a-z-]+)` *\| (.*?) *\| (.*?) *\|$/gm)].map(
  ([, code, meaning, cure]) => ({
    code: code!,
    meaning: meaning!,
    cure: cure!,
  }),
);
/** Lines that the examples of the page print: `code: message`, or of the program `message (code)`. */
const SHOWN = new Set([
  ...[...PAGE.matchAll(/^([a-z-]+\.[a-z-]+): ./gm)].map(([, code]) => code),
  ...[...PAGE.matchAll(/^[\w.]+: .+ \(([a-z-]+\.[a-z-]+)\)$/gm)].map(([, code]) => code),
]);

test("the page lists every code once, and no other, in the order of the list", () => {
  expect(ROWS.map(({ code }) => code)).toEqual([...ISSUE_CODES]);
});

test.for(ROWS.map(({ code, meaning }) => [code, meaning] as const))(
  "%s has an example of its message, unless nothing raises it yet",
  ([code, meaning]) => {
    expect(SHOWN.has(code)).toBe(!meaning.startsWith("Reserved:"));
  },
);

test("every code has a meaning and a cure", () => {
  for (const { code, meaning, cure } of ROWS) expect([code, meaning, cure]).not.toContain("");
});

test("every code stands under the heading of its area", () => {
  for (const section of PAGE.split(/^## /m).slice(1)) {
    const areas = [...section.split("\n")[0]!.matchAll(/`([a-z-]+)`/g)].map(([, area]) => area);
    for (const [, area] of section.matchAll(/^\| `([a-z-]+)\.[a-z-]+` *\|/gm)) expect(areas).toContain(area);
  }
});
