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
 */
export function textFormOf(text: string, isWhole: boolean): TextForm {
  const begin = text.search(/\S/);
  const first = text[begin];
  if (first === "[") return "json";
  if (first === "<") return "xes";
  if (first !== "{") return "csv";
  const end = text.indexOf("\n", begin);
  const line = jsonOf(end < 0 ? text.slice(begin) : text.slice(begin, end));
  if (!isObject(line) || line instanceof SyntaxError) return "json";
  if (end >= 0 && /\S/.test(text.slice(end))) return "jsonl";
  // One object alone: a page of an API has a list of records in it, and little else that is a list.
  return isWhole && Object.values(line).some((member) => Array.isArray(member) && isObject(member[0]))
    ? "json"
    : "jsonl";
}
