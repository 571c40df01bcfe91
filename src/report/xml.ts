/**
 * Text inside XML and SVG.
 */

/**
 * Escapes a text for XML, in content and in attributes; characters that XML 1.0 does not allow become U+FFFD.
 *
 * Source: XML 1.0 §2.2 (Char), §2.4. Marks that turn the direction of text round are replaced too: they could forge what is read.
 */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

// Lone surrogates by the u flag: a pair is one character there.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;
