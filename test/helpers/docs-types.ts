/**
 * The type errors of the documentation's `ts` blocks, each at its page and line.
 */
import { type Block, programOf } from "./docs-blocks.ts";
import { type Snippet, typeErrors } from "./type-check.ts";

/** `docs/cli.md:14: Type 'string' is not assignable…`: what is wrong in the `ts` blocks of pages, in their order. */
export function docsTypeErrors(pages: readonly (readonly Block[])[]): string[] {
  const programs = pages.flatMap((blocks) =>
    blocks.flatMap((block, index) => (block.language === "ts" ? [programOf(blocks, index)] : [])),
  );
  // What a block continues is checked with it, and told where it stands itself.
  const snippets = programs.map((parts): Snippet => {
    const [before, last] = [parts.slice(0, -1), parts.at(-1)!];
    return { name: last.place, code: [...before, last].map(({ code }) => code).join("\n") };
  });
  const linesBefore = new Map(
    programs.map((parts) => [
      parts.at(-1)!.place,
      parts.slice(0, -1).reduce((lines, { code }) => lines + code.split("\n").length, 0),
    ]),
  );
  return typeErrors(snippets).flatMap(({ name, line, message }) => {
    const [, page, fence] = /^(.*):(\d+)$/.exec(name) as unknown as [string, string, string];
    const own = line - linesBefore.get(name)!;
    return own > 0 ? [`${page}:${Number(fence) + own}: ${message}`] : [];
  });
}
