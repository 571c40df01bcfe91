/**
 * JSON and YAML files: one document each, as plain data.
 *
 * YAML 1.2 with its core schema: times and dates stay texts, `no` is a text, a key stands once, and there are no tags of
 * other programs. Aliases are few, so that a small file cannot become a large one.
 */
import { parseDocument } from "yaml";
import { harmless } from "../../issues/show.ts";
import { CliProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";

/** A definition or a policy is text that somebody wrote: more is not one. */
const LONGEST_YAML = 2_000_000;
/** Levels within one another; a definition has ten or so. */
const DEEPEST_YAML = 200;
/** Copies that aliases may make. */
const MOST_ALIASES = 100;

/**
 * The data of a file, YAML by its ending `.yaml` or `.yml`, else JSON. Errors: a CliProblem.
 *
 * @param name What messages call it, and whose ending counts.
 */
export function readDocument(path: string, terminal: Terminal, name: string = path): unknown {
  const text = terminal.read(path).replace(/^\ufeff+/, "");
  return /\.ya?ml$/i.test(name) ? parseYaml(text, harmless(name)) : parseJson(text, harmless(name));
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliProblem(`${name} is not JSON: ${error instanceof Error ? harmless(error.message) : ""}`);
  }
}

function parseYaml(text: string, name: string): unknown {
  if (text.length > LONGEST_YAML) throw new CliProblem(`${name} is longer than ${LONGEST_YAML} characters`);
  // The parser goes as deep as the text does; at the end of the stack the process may be aborted, which nothing can catch.
  if (isDeep(text))
    throw new CliProblem(`${name} is not YAML that anybody writes: nested deeper than ${DEEPEST_YAML} levels`);
  try {
    const document = parseDocument(text, { version: "1.2", schema: "core", stringKeys: true, merge: false });
    const [problem] = [...document.errors, ...document.warnings];
    // Its message goes on with an excerpt of the file; the first line says what and where.
    if (problem !== undefined) throw new Error(problem.message.split("\n")[0]!.replace(/:$/, ""));
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    // A RangeError: nested deeper than the stack goes.
    throw new CliProblem(`${name} is not YAML: ${error instanceof Error ? harmless(error.message) : ""}`);
  }
}

/** Whether a text has more levels than a definition can have, brackets in texts and comments counted as though they opened one. */
function isDeep(text: string): boolean {
  let [brackets, inLine] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === "\n") inLine = 0;
    else if (c === "[" || c === "{") brackets++;
    else if (c === "]" || c === "}") brackets = Math.max(0, brackets - 1);
    // Items and keys within one another on one line: "- - - a".
    else if ((c === "-" || c === "?") && /\s/.test(text[i + 1] ?? "\n")) inLine++;
    if (brackets + inLine > DEEPEST_YAML) return true;
  }
  return false;
}
