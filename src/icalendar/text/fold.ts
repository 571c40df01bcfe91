/**
 * Content lines on their way out: folded, ended by CRLF. Source: RFC 5545 §3.1.
 */

/** Longest line in octets of UTF-8, without its line break. */
const MOST_OCTETS = 75;

/**
 * A content line folded at 75 octets, each part ended by CRLF. No character is cut in two: the RFC allows it, but many
 * readers decode before they unfold.
 */
export function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0)!);
    if (octets + size > MOST_OCTETS) {
      folded += "\r\n ";
      // The space that marks the continuation counts.
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}

/** Octets of a character in UTF-8; a lone surrogate is written as U+FFFD, which has three. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
