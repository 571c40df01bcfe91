/**
 * Plain data as YAML that any reader of YAML 1.1 or 1.2 takes for the same data.
 *
 * Times, dates and words such as `no` stand in quotes, since YAML 1.1 makes numbers, dates and booleans of them; lists of texts stand on
 * one line. What a terminal would obey is written as `\u` escapes, which every reader reads back.
 */
import { Document, isMap, isScalar, type Pair, Scalar, visit, type YAMLSeq } from "yaml";

/** Texts that no reader takes for anything else. */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_-]*( [A-Za-z0-9_-]+)*$/;
/** Words that some reader takes for a boolean, for nothing or for a number. */
const TRAPS = /^(y|n|yes|no|on|off|true|false|null|e-?[0-9]+)$/i;
/** Marks that a terminal would obey; in YAML they stand in quotes. */
const MARKS = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A document as YAML.
 *
 * @param comments By the path of a member, as JSON, what stands above it.
 */
export function writeYaml(value: unknown, comments: ReadonlyMap<string, string> = new Map()): string {
  const document = new Document(value, { version: "1.2", schema: "core", aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === "string" && (!PLAIN.test(node.value) || TRAPS.test(node.value)))
        node.type = Scalar.QUOTE_DOUBLE;
    },
    Seq(_, node) {
      if (isShort(node)) node.flow = true;
    },
  });
  for (const [path, comment] of comments) commentOn(document, JSON.parse(path) as string[], comment);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return text.replace(MARKS, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Puts a comment above a member; one that is not there has none. */
function commentOn(document: Document, path: readonly string[], comment: string): void {
  const holder = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(holder)) return;
  const pair = (holder.items as Pair[]).find(({ key }) => isScalar(key) && key.value === path.at(-1));
  if (pair !== undefined && isScalar(pair.key)) pair.key.commentBefore = ` ${comment}`;
}

/** Whether a list has nothing but single values. */
function isShort({ items }: YAMLSeq): boolean {
  return items.every((item) => isScalar(item));
}
