/**
 * On which lines the items of a JSON document stand: the parser of the language tells no places.
 *
 * It refuses nothing: the text has been parsed, and is JSON.
 */

/** Opening and closing marks, texts, line ends. The marks between are of no account. */
const TOKEN = /[[\]{}\n]|"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/**
 * The lines, from 1, on which the items of the outermost array begin, or of the member `cases` of the outermost object; of several
 * such members those of the last.
 *
 * Items that are neither objects nor arrays have no line.
 */
export function itemLines(text: string): number[] {
  let lines: number[] = [];
  let [line, depth, key] = [1, 0, ""];
  // How deep the items stand, while the array at hand is theirs.
  let itemDepth = -1;
  for (const [token, colon] of text.matchAll(TOKEN)) {
    if (token === "\n") line++;
    else if (token === "]" || token === "}") {
      depth--;
      if (depth < itemDepth) itemDepth = -1;
    } else if (token === "[" || token === "{") {
      if (depth === itemDepth) lines.push(line);
      else if (token === "[" && (depth === 0 || (depth === 1 && key === "cases"))) {
        lines = [];
        itemDepth = depth + 1;
      }
      depth++;
    } else if (colon !== undefined) {
      if (depth === 1) key = String(JSON.parse(token.slice(0, -colon.length)));
      line += colon.split("\n").length - 1;
    }
  }
  return lines;
}
