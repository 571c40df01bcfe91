/**
 * Encodings: in which one bytes are text, as far as bytes tell.
 */
import { type Damage, damageOf } from "./utf8.ts";

/** An encoding that is recognised; "binary" is none, and "utf-8 damaged" is UTF-8 but for some bytes. */
export type Encoding =
  | "utf-8"
  | "utf-8 damaged"
  | "utf-16le"
  | "utf-16be"
  | "utf-32"
  | "windows-1252"
  | "iso-8859-1"
  | "binary";

/** What was found, and where UTF-8 breaks. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  readonly damage?: Damage;
}

/** How many bytes are looked at for the pattern of zeros that UTF-16 has. */
const LOOKED_AT = 4096;

/**
 * The encoding of bytes.
 *
 * Cost: linear; UTF-8 is found at once where the language's decoder takes it, and has no zeros in its beginning.
 */
export function encodingOf(bytes: Uint8Array): FoundEncoding {
  const wide = wideOf(bytes);
  if (wide !== undefined) return { encoding: wide };
  if (isZeros(bytes)) return { encoding: "binary" };
  const damage = damageOf(bytes);
  if (damage === undefined) return { encoding: "utf-8" };
  // Text of eight bits is almost never good UTF-8 by accident: one good letter of several bytes for each bad one says that it was meant so.
  if (damage.good >= damage.bad) return { encoding: "utf-8 damaged", damage };
  return { encoding: narrowOf(bytes), damage };
}

/** Encodings of two and four bytes, by their mark or by where their zeros stand. */
function wideOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | "utf-32" | undefined {
  const [a, b, c, d] = bytes;
  if (
    bytes.length % 4 === 0 &&
    ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
  )
    return "utf-32";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const head = bytes.subarray(0, LOOKED_AT & ~1);
  if (head.length < 4) return undefined;
  let [even, odd] = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++;
  });
  // Most letters of a table are below 256: one of their two bytes is zero, always the same one.
  const half = head.length / 2;
  if (odd > 0.4 * half && even < 0.05 * half) return "utf-16le";
  return even > 0.4 * half && odd < 0.05 * half ? "utf-16be" : undefined;
}

/** Whether the beginning is mostly zeros, which are characters, but no text. */
function isZeros(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, LOOKED_AT);
  return head.filter((byte) => byte === 0).length > head.length / 2;
}

/** Encodings of one byte: what has control characters is no text. Windows-1252 has letters where ISO 8859-1 has controls. */
function narrowOf(bytes: Uint8Array): "windows-1252" | "iso-8859-1" | "binary" {
  let [controls, windows] = [0, 0];
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls++;
    else if (byte >= 0x80 && byte < 0xa0) windows++;
  }
  if (controls > bytes.length / 100) return "binary";
  return windows > 0 ? "windows-1252" : "iso-8859-1";
}
