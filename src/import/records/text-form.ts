/**
 * The form of a text: a table, a JSON document, JSON Lines or XES, by its beginning.
 */
import { isObject } from "../../issues/expect.ts";
import { jsonOf } from "../json.ts";

/** A form of text. */
export type TextForm = "csv" | "json" | "jsonl" | "xes";

/**
 * The form of a text.
 *
 * @param isWhole Whether the text is all there is.
 * @param isRecord Whether an object is a record, where a mapping tells.
 * @param hasList Whether the mapping says in which list the records stand.
 */
export function textFormOf(
  text: string,
  isWhole: boolean,
  isRecord?: (value: object) => boolean,
  hasList = false,
): TextForm {
  const begin = text.search(/\S/);
  const first = text[begin];
  if (first === "[") return "json";
  if (first === "<") return "xes";
  if (first !== "{") return "csv";
  const end = text.indexOf("\n", begin);
  const line = jsonOf(end < 0 ? text.slice(begin) : text.slice(begin, end));
  if (!isObject(line) || line instanceof SyntaxError) return "json";
  // Pages of an API, one a line, are documents, and hold their records in a list.
  if (hasList && isRecord?.(line) === false) return "json";
  if (end >= 0 && /\S/.test(text.slice(end))) return "jsonl";
  // One object alone is a record, or a page of an API with a list of them in it.
  if (!isWhole) return "jsonl";
  return isRecord === undefined ? (hasRecords(line, DEEPEST) ? "json" : "jsonl") : isRecord(line) ? "jsonl" : "json";
}

/** How deep a list of records is looked for. */
const DEEPEST = 3;

function hasRecords(value: object, depth: number): boolean {
  return Object.values(value).some((member) => {
    if (Array.isArray(member)) return isObject(member[0]);
    return depth > 1 && isObject(member) && hasRecords(member, depth - 1);
  });
}
