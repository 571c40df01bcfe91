/**
 * The `ts` blocks of the documentation as a reader's compiler sees them: under `strict` and `exactOptionalPropertyTypes`.
 *
 * That they run, and what they print, is in test/docs.test.ts, which has the conventions, too.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readBlocks } from "./helpers/docs-blocks.ts";
import { PAGES } from "./helpers/docs-pages.ts";
import { docsTypeErrors } from "./helpers/docs-types.ts";

test("every ts block of the documentation compiles", () => {
  const pages = PAGES.map((page) => readBlocks(page, readFileSync(page, "utf8")));
  expect(docsTypeErrors(pages)).toEqual([]);
});

test("these checks bite: each wrong line is told once, at its page and line", () => {
  const page = (name: string, ...lines: string[]) => readBlocks(name, lines.join("\n"));
  const IMPORT = 'import { createCalendar } from "ouvree";';
  const errors = docsTypeErrors([
    page(
      "first.md",
      "```ts",
      IMPORT,
      'const desk = createCalendar({ timeZone: "UTC", week: { "mon-fir": [] } });',
      'console.log(desk.nextOpen("2026-05-22T16:00Z").toISO());',
      "```",
      "",
      "```ts",
      "// continued",
      "console.log(desk.reach.til);",
      "```",
    ),
    page(
      "second.md",
      "# Only read, of an entry, and of what may be missing",
      "```ts no-run",
      'import { isCellError } from "ouvree/spreadsheat";',
      "console.log(isCellError);",
      "```",
      "```ts",
      "const [first]: { name?: string }[] = [{ name: undefined }];",
      "console.log(first.name.length, [1].at(0).toFixed());",
      "```",
      "```sh",
      "const not: typescript = 1;",
      "```",
    ),
  ]);
  expect(errors.map((error) => error.split("\n", 1)[0])).toEqual([
    expect.stringMatching(/^first\.md:3: .*'"mon-fir"' does not exist in type 'WeekDefinition/),
    expect.stringMatching(/^first\.md:9: Property 'til' does not exist on type 'Reach'/),
    expect.stringMatching(/^second\.md:3: Cannot find module 'ouvree\/spreadsheat'/),
    // What exactOptionalPropertyTypes refuses, and strict.
    expect.stringMatching(/^second\.md:7: .*exactOptionalPropertyTypes: true/),
    expect.stringMatching(/^second\.md:8: 'first\.name' is possibly 'undefined'/),
    expect.stringMatching(/^second\.md:8: Object is possibly 'undefined'/),
  ]);
});
