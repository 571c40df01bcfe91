/**
 * UTF-8, byte by byte: where a text stops being it. Source: RFC 3629.
 */

/** The first byte that cannot stand where it stands, and how many sequences of several bytes are good in all, and how many bad. */
export interface Damage {
  /** Of the byte, from 0. */
  readonly offset: number;
  readonly byte: number;
  /** Of the line it stands on, from 1. */
  readonly line: number;
  readonly good: number;
  readonly bad: number;
}

/** The damage of bytes as UTF-8, or undefined where there is none. */
export function damageOf(bytes: Uint8Array): Damage | undefined {
  let [good, bad, offset] = [0, 0, -1];
  for (let i = 0; i < bytes.length; ) {
    if (bytes[i]! < 0x80) {
      i++;
      continue;
    }
    const length = sequenceAt(bytes, i);
    if (length > 0) {
      good++;
      i += length;
    } else {
      if (bad++ === 0) offset = i;
      i++;
    }
  }
  return bad === 0 ? undefined : { offset, byte: bytes[offset]!, line: lineAt(bytes, offset), good, bad };
}

/** Bytes of the sequence that begins at a byte of 0x80 or more; 0 where none does. */
function sequenceAt(bytes: Uint8Array, i: number): number {
  const first = bytes[i]!;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const second = bytes[i + 1] ?? 0;
  // Overlong forms, halves of pairs, and what lies beyond the last character.
  const [from, to] =
    first === 0xe0
      ? [0xa0, 0xbf]
      : first === 0xed
        ? [0x80, 0x9f]
        : first === 0xf0
          ? [0x90, 0xbf]
          : first === 0xf4
            ? [0x80, 0x8f]
            : [0x80, 0xbf];
  if (length === 0 || second < from || second > to) return 0;
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** The line of a byte, whatever the line ends. */
function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) line++;
  return line;
}
