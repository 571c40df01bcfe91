/**
 * Content lines on their way in: unfolded, with the line of the file on which each begins, and taken apart into name,
 * parameters and value. Source: RFC 5545 §3.1.
 *
 * By hand and not by ical.js (2.2.1) or ts-ics (2.4.6), which were measured: neither gives line numbers; ical.js takes names with
 * spaces and parameters that stand twice, ts-ics cuts parameters at a `;` inside quotes and knows names in capitals alone.
 */

/** `NAME;PARAM=value:VALUE`. Names are in capitals; the value is as written, escapes and all. */
export interface ContentLine {
  /** First line of the file, from 1. */
  readonly line: number;
  readonly name: string;
  /** The first value of each parameter, without its quotes. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

/** A line that is no content line: why, and what it says. */
export interface BadLine {
  readonly line: number;
  readonly cure: string;
  readonly text: string;
}

/** The content lines of a text, in order. Empty lines, which the RFC does not know, are no lines. */
export function* contentLines(text: string): Generator<ContentLine | BadLine> {
  let parts: string[] = [];
  let first = 1;
  let line = 1;
  for (let start = 0; start <= text.length; line++) {
    const [end, next] = lineEnd(text, start);
    const physical = text.slice(start, end);
    start = next;
    if (parts.length > 0 && (physical.startsWith(" ") || physical.startsWith("\t"))) {
      parts.push(physical.slice(1));
      continue;
    }
    if (parts.length > 0) yield parseLine(parts.join(""), first);
    parts = physical.trim() === "" ? [] : [physical];
    first = line;
  }
  if (parts.length > 0) yield parseLine(parts.join(""), first);
}

/** Where a line ends, and where the next one starts: files have CRLF, LF, and where they were pasted together a lone CR. */
function lineEnd(text: string, start: number): [end: number, next: number] {
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return [i, i + 1];
    if (code === 13) return [i, text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1];
  }
  return [text.length, text.length + 1];
}

const NAME = /[A-Za-z0-9-]+/y;

function parseLine(text: string, line: number): ContentLine | BadLine {
  const bad = (cure: string): BadLine => ({ line, cure, text });
  const name = nameAt(text, 0);
  if (name === "") return bad("the line has no name before its colon");
  const params = new Map<string, string>();
  let at = name.length;
  while (text[at] === ";") {
    const param = nameAt(text, at + 1);
    at += 1 + param.length;
    if (param === "" || text[at] !== "=") return bad("a parameter is written NAME=value");
    const values = valuesAt(text, at + 1);
    if (values === undefined) return bad("the quotes of a parameter do not close");
    const key = param.toUpperCase();
    if (params.has(key)) return bad(`the parameter ${key} stands twice`);
    params.set(key, values.first);
    at = values.end;
  }
  if (text[at] !== ":") return bad("the line has no colon between its name and its value");
  return { line, name: name.toUpperCase(), params, value: text.slice(at + 1) };
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0] ?? "";
}

/** The values of a parameter, from `at` on: the first, and where they end; undefined if a quote is not closed. */
function valuesAt(text: string, at: number): { readonly first: string; readonly end: number } | undefined {
  let first: string | undefined;
  let end = at;
  for (;;) {
    const start = end;
    if (text[start] === '"') {
      const close = text.indexOf('"', start + 1);
      if (close < 0) return undefined;
      first ??= text.slice(start + 1, close);
      end = close + 1;
    } else {
      while (end < text.length && !',;:"'.includes(text[end]!)) end++;
      first ??= text.slice(start, end);
    }
    if (text[end] !== ",") return { first, end };
    end++;
  }
}
