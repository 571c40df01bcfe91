/**
 * The examples of the documentation, run: every fenced block of README.md, examples/README.md and docs/*.md.
 *
 * Conventions, by the language of the fence (test/docs-types.test.ts type-checks the `ts` ones):
 *
 * - `ts`: a module that stands for itself, run by node where the package is installed: it imports from "ouvree",
 *   "ouvree/charters/clip-industrie" and the other entries. A block whose first line is `// continued` is
 *   appended to the `ts` block before it. What it prints is said either behind each `console.log(…); // expected`
 *   (as the line is printed: a string is bare, anything else is as node shows it), or whole, in a `text` block right after.
 *   A block that neither prints nor has an expectation fails. `ts no-run` is only read, and must be rare.
 * - `sh`: lines that start with `$ ` are commands, run by bash; one that ends in `\` goes on with the next line. The
 *   lines up to the next command are its stdout and stderr, exactly; `exit 1` as the last of them is its exit code, 0
 *   unless it is said. `ouvree` and `npx ouvree` are the program, made from src/. Commands run in a folder that has
 *   `examples/` in it; TZ is UTC, CI is not set. Of the time zone data that a report names any version will do. A
 *   block without any `$ ` holds instructions and is not run.
 * - `json`: must be JSON.
 * - Any block with `file=NAME` behind its language is written to that name before the later blocks of the page run.
 * - Other languages are left alone; what is nearly one of these (`js`, `bash`, `shell`…) is refused.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Block, commandsOf, fileNameOf, readBlocks } from "./helpers/docs-blocks.ts";
import { PAGES } from "./helpers/docs-pages.ts";
import { openWorkshop, type Printed, readProgram, type Workshop } from "./helpers/docs-workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

describe.each(PAGES)("%s", (page) => {
  const blocks = readBlocks(page, readFileSync(page, "utf8"));
  test("has examples", () => expect(blocks).not.toEqual([]));
  blocks.forEach((block, index) => {
    const { place, language, words } = block;
    if (language === "ts" && words.includes("no-run")) test(`${place} (read only)`, () => readProgram(block));
    else if (language === "ts" || (language === "sh" && commandsOf(block).length > 0)) {
      test(place, async () => {
        const { expected, actual } = await workshop.run(page, blocks, index);
        expect(actual).toBe(expected);
      });
    } else if (language === "json") test(place, () => expect(() => JSON.parse(block.code)).not.toThrow());
  });
});

describe("these checks bite", () => {
  const check = async (...lines: string[]): Promise<Printed> => {
    const blocks: Block[] = readBlocks("page.md", lines.join("\n"));
    const index = blocks.reduce((last, { language }, i) => (language === "ts" || language === "sh" ? i : last), -1);
    return workshop.run("page.md", blocks, index);
  };

  test.each([
    ["a comment", ["```ts", "console.log(1 + 1); // 3", "```"]],
    ["a text block", ["```ts", "console.log(1 + 1);", "```", "", "```text", "3", "```"]],
    ["one line too few", ["```ts", "console.log(1);", "console.log(2);", "```", "```text", "1", "```"]],
    ["a program that fails", ["```ts", "console.log(1); // 1", 'throw new Error("no");', "```"]],
    ["output of a command", ["```sh", "$ ouvree --version", "9.9.9", "```"]],
    ["an exit code that is not said", ["```sh", "$ false", "```"]],
    ["an exit code that is not so", ["```sh", "$ true", "exit 1", "```"]],
  ])("a wrong expectation fails: %s", async (_, lines) => {
    const { expected, actual } = await check(...lines);
    expect(actual).not.toBe(expected);
  });

  test.each([
    ["a comment", ["```ts", "console.log(", "  1 + 1,", "); // 2", "```"]],
    ["a text block", ["```ts", "for (const n of [1, 2]) console.log(n);", "```", "", "```text", "1", "2", "```"]],
    [
      "only what the continued block prints",
      ["```ts", "const n: number = 2;", "```", "```ts", "// continued", "console.log(n); // 2", "```"],
    ],
    [
      "a command, its output and its exit code",
      ["```sh", "$ echo a; echo b >&2; exit 3", "a", "b", "exit 3", "$ ls", "examples", "```"],
    ],
    ["a file of the page", ["```csv file=a/b.csv", "x,y", "```", "", "```sh", "$ cat a/b.csv", "x,y", "```"]],
  ])("a right expectation holds: %s", async (_, lines) => {
    const { expected, actual } = await check(...lines);
    expect(actual).toBe(expected);
  });

  test.each([
    ["it neither prints nor has an expectation", ["```ts", "const a = 1;", "```"]],
    ['console.log 2 has no "// expected"', ["```ts", "console.log(1); // 1", "console.log(2);", "```"]],
    ["keep one", ["```ts", "console.log(1); // 1", "```", "```text", "1", "```"]],
    ["neither prints", ["```ts", "const a = 1;", "```", "", "Text between.", "", "```text", "1", "```"]],
    ["write sh", ["```bash", "$ true", "```"]],
    ["is not closed", ["```ts", "console.log(1); // 1"]],
  ])("a block that says too little is refused: %s", async (message, lines) => {
    await expect(async () => check(...lines)).rejects.toThrow(message);
  });

  test("a file outside the page's folder is not written", async () => {
    await expect(check("```csv file=../a.csv", "x", "```", "```sh", "$ true", "```")).rejects.toThrow("outside");
  });

  test("the name of a file is read from the fence", () => {
    expect(readBlocks("p", "```csv file=t.csv\nx\n```").map(fileNameOf)).toEqual(["t.csv"]);
  });
});
