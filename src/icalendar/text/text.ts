/**
 * TEXT values: what RFC 5545 escapes in them, and back. Source: RFC 5545 §3.3.11.
 */

/** A text as a TEXT value: `\`, `;` and `,` escaped, line breaks as `\n`; control characters, which no value may hold, as spaces. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no value may hold (RFC 5545 §3.1)
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ")
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\n/g, "\\n")
  );
}

/** The text of a TEXT value. A backslash before any other character is that character: some programs escape `:` and `"`. */
export function unescapeText(value: string): string {
  return value.replace(/\\([\s\S])/g, (_, character: string) =>
    character === "n" || character === "N" ? "\n" : character,
  );
}
