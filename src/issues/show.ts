/**
 * How a received value is shown in a message: short, on one line, harmless on a terminal.
 */

/** Longest text of a value in a message, in characters: a message never carries a whole row or a secret. */
const SHOWN_CHARACTERS = 80;

// Control characters and the bidirectional marks could forge or hide text on a terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Replaces control and bidirectional characters by a visible `\u{…}`. */
export function harmless(text: string): string {
  return text.replace(HARMFUL, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`);
}

/** A value as a message shows it: strings in quotes, at most about 80 characters. */
export function show(value: unknown): string {
  const text = described(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS - 1)}…` : text;
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
