/**
 * Pages of documentation as blocks: their fenced code, and what each block says that it prints.
 *
 * It runs nothing. The conventions are at the top of test/docs.test.ts.
 */

/** A fenced block of a page. */
export interface Block {
  /** `docs/cli.md:12`: the page, and the line on which the fence opens. */
  readonly place: string;
  readonly language: string;
  /** What follows the language: `no-run`, `file=tickets.csv`. */
  readonly words: readonly string[];
  readonly code: string;
  /** Whether nothing but empty lines stands between the block before and this one. */
  readonly follows: boolean;
}

/** A command of a `sh` block, and what it prints: stdout and stderr as they come, then `exit N` unless N is 0. */
export interface Command {
  readonly text: string;
  readonly expected: string;
}

/** Languages that look as if they were run, and the one that is. */
const NEAR_MISSES: Readonly<Record<string, string>> = {
  js: "ts",
  javascript: "ts",
  mjs: "ts",
  typescript: "ts",
  bash: "sh",
  shell: "sh",
  console: "sh",
  "shell-session": "sh",
  json5: "json",
  jsonc: "json",
};

/** The fenced blocks of a page, in order. Throws for a fence that is not closed, and for a language that is nearly one. */
export function readBlocks(page: string, text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split("\n");
  let follows = false;
  for (let i = 0; i < lines.length; i++) {
    const fence = /^( *)(`{3,})([^`]*)$/.exec(lines[i]!);
    if (fence === null) {
      if (lines[i]!.trim() !== "") follows = false;
      continue;
    }
    const place = `${page}:${i + 1}`;
    const [, indent, ticks, info] = fence as unknown as [string, string, string, string];
    const [language = "", ...words] = info.trim().split(/\s+/);
    if (Object.hasOwn(NEAR_MISSES, language)) {
      throw new Error(`${place}: nothing runs a block of "${language}"; write ${NEAR_MISSES[language]}`);
    }
    const code: string[] = [];
    for (i++; lines[i]?.trim() !== ticks; i++) {
      if (i >= lines.length) throw new Error(`${place}: the fence is not closed`);
      code.push(lines[i]!.startsWith(indent) ? lines[i]!.slice(indent.length) : lines[i]!.trimStart());
    }
    blocks.push({ place, language, words, code: code.join("\n"), follows });
    follows = true;
  }
  return blocks;
}

/** Name of the file that a block stands for, if it does. */
export function fileNameOf(block: Block): string | undefined {
  return block.words.find((word) => word.startsWith("file="))?.slice("file=".length);
}

/**
 * What a `ts` block prints: the `text` block right after it, or the comments behind its `console.log`.
 *
 * Throws when it says neither, when it says both, and when one of its `console.log` has no comment.
 */
export function expectationOf(blocks: readonly Block[], index: number): string {
  const { place, code } = blocks[index]!;
  const next = blocks[index + 1];
  const comments = printComments(code);
  if (next?.language === "text" && next.follows && fileNameOf(next) === undefined) {
    if (comments.some((comment) => comment !== undefined)) {
      throw new Error(`${place}: what it prints stands in comments and in the text block after it; keep one`);
    }
    return next.code.trimEnd();
  }
  if (comments.length === 0) throw new Error(`${place}: it neither prints nor has an expectation`);
  if (comments.includes(undefined)) {
    throw new Error(`${place}: console.log ${comments.indexOf(undefined) + 1} has no "// expected" behind it`);
  }
  return comments.join("\n").trimEnd();
}

/** For each `console.log` of a program, the comment behind it. */
function printComments(code: string): (string | undefined)[] {
  const comments: (string | undefined)[] = [];
  const lines = code.split("\n");
  for (let i = 0; i < lines.length; i++) {
    if (!/^\s*console\.log\(/.test(lines[i]!)) continue;
    // A call may take several lines; it ends with the first that closes a statement.
    while (i < lines.length - 1 && !/\);(\s*\/\/.*)?$/.test(lines[i]!)) i++;
    comments.push(/^.*\);\s*\/\/ (.*)$/.exec(lines[i]!)?.[1]);
  }
  return comments;
}

/** The blocks of which a `ts` block's program is made: those that it continues, in order, and itself. */
export function programOf(blocks: readonly Block[], index: number): Block[] {
  const parts: Block[] = [];
  for (let i = index; i >= 0; i--) {
    if (blocks[i]!.language !== "ts") continue;
    parts.unshift(blocks[i]!);
    if (!blocks[i]!.code.startsWith("// continued")) break;
  }
  return parts;
}

/** The commands of a `sh` block; none when it holds instructions only. A command whose line ends in `\` goes on. */
export function commandsOf(block: Block): Command[] {
  const commands: { text: string; lines: string[] }[] = [];
  const lines = block.code.split("\n");
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.startsWith("$ ")) {
      let text = lines[i]!.slice(2);
      while (text.endsWith("\\")) text += `\n${lines[++i] ?? ""}`;
      commands.push({ text, lines: [] });
    } else if (commands.length > 0) {
      commands.at(-1)!.lines.push(lines[i]!);
    }
  }
  return commands.map(({ text, lines: expected }) => ({ text, expected: expected.join("\n").trimEnd() }));
}
