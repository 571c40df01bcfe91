/**
 * How a received value is shown in a message: short, on one line, harmless on a terminal.
 */

/** Longest text of a value in a message, in characters: a message never carries a whole row or a secret. */
const SHOWN_CHARACTERS = 80;
/** Longest list of names in a message, in characters: about two lines of a terminal. */
const LISTED_CHARACTERS = 160;

// Control characters and the bidirectional marks could forge or hide text on a terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

// Half of a surrogate pair cannot be written as UTF-8.
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// What build servers obey in the output of a job: `::error::` at the start of a line, `##[command]` and `##vso[…]` anywhere.
const COMMAND = /(?<=^\s*):(?=:)|#(?=#\w*\[)/g;

/**
 * Replaces what a terminal or a build server would obey by a visible `\u{…}`: control and bidirectional characters, and the marks of
 * workflow commands; and halves of surrogate pairs.
 */
export function harmless(text: string): string {
  return text.replace(HARMFUL, visible).replace(HALF, visible).replace(COMMAND, visible);
}

/** A mark as `\u{…}`. */
export function visible(mark: string): string {
  return `\\u{${mark.charCodeAt(0).toString(16)}}`;
}

/** A value as a message shows it: strings in quotes, at most about 80 characters. */
export function show(value: unknown): string {
  return shortened(described(value));
}

function shortened(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS - 1)}…` : text;
}

/** Names as a message lists them: without quotes, each of at most 80 characters; of those that a line has no room for, how many. */
export function showNames(names: Iterable<string>): string {
  const all = [...names].map((name) => shortened(harmless(name)));
  let count = 0;
  for (let characters = 0; count < all.length; count++) {
    characters += all[count]!.length;
    if (characters > LISTED_CHARACTERS && count > 0) break;
  }
  const listed = all.slice(0, count).join(", ");
  return count < all.length ? `${listed} and ${all.length - count} more` : listed;
}

function described(value: unknown): string {
  try {
    return describe(value);
  } catch {
    // A revoked proxy, or a tag that throws: there is nothing that could be shown.
    return "an object that cannot be read";
  }
}

function describe(value: unknown): string {
  if (typeof value === "string") return harmless(`"${value.slice(0, SHOWN_CHARACTERS + 1)}"`);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "symbol" || typeof value === "function") return `a ${typeof value}`;
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `an array of ${value.length}`;
  if (typeof value === "object" && value !== null) {
    // Only the tag: reading members of an unknown object could run its getters.
    const tag = Object.prototype.toString.call(value).slice(8, -1);
    return tag === "Object" ? "an object" : `a ${tag}`;
  }
  return Object.is(value, -0) ? "-0" : String(value);
}
