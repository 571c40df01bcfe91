/**
 * Texts that a spreadsheet would run, and the quote that keeps it from doing so: written by one rule, and read back by the same.
 *
 * A text of which a line begins with `=`, `+`, `-`, `@`, a tab or a return, also after spaces, has a `'` before that line. So has a line
 * that begins so behind quotes of its own: else nobody could tell the two apart. Source: OWASP, "CSV Injection".
 *
 * Law: bareText(quotedText(text)) = text.
 */

// The full-width signs are formulas too, in East Asian spreadsheets.
const RUNS = "'*[^\\S\\r\\n]*[=+\\-@\\t\\r＝＋－＠]";
const LINE_THAT_RUNS = new RegExp(`(?<=^|[\\r\\n])(?=${RUNS})`, "g");
const QUOTED_LINE = new RegExp(`(?<=^|[\\r\\n])'(?=${RUNS})`, "g");

/**
 * The text with a quote before each line that a spreadsheet would run.
 *
 * @example quotedText("=1+1") // "'=1+1"
 */
export function quotedText(text: string): string {
  return text.replace(LINE_THAT_RUNS, "'");
}

/**
 * The text without such quotes, exactly one a line; other quotes stay.
 *
 * @example bareText("'=1+1") // "=1+1"
 */
export function bareText(text: string): string {
  // Nearly no cell has one.
  return text.includes("'") ? text.replace(QUOTED_LINE, "") : text;
}
