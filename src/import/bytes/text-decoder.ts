/**
 * Text of bytes that come in parts: in the encoding that is said, or that the beginning shows.
 */
import { refuse } from "../../issues/error.ts";
import { encodingOf } from "./encoding.ts";
import { damageOf } from "./utf8.ts";

/** An encoding that is read. */
export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "iso-8859-1" | "iso-8859-15";

/** Letters of Windows-1252 from 0x80 to 0x9F. Source: the WHATWG's Encoding standard. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** Letters of ISO 8859-15 that are others in ISO 8859-1. Source: ISO/IEC 8859-15. */
const LATIN_9: Readonly<Record<number, string>> = {
  164: "€",
  166: "Š",
  168: "š",
  180: "Ž",
  184: "ž",
  188: "Œ",
  189: "œ",
  190: "Ÿ",
};
/** The currency sign: nobody writes it, and Latin-9 has the euro in its place. */
const CURRENCY_SIGN = 0xa4;

/** The encoding of a text by its beginning, or a refusal of what is no text. */
export function findEncoding(bytes: Uint8Array, name: string): TextEncodingName {
  const { encoding } = encodingOf(bytes);
  switch (encoding) {
    case "utf-8":
    case "utf-8 damaged":
      return "utf-8";
    case "utf-16le":
    case "utf-16be":
    case "windows-1252":
      return encoding;
    case "iso-8859-1":
      // Without the letters in which they differ it is both; the larger one is told, as browsers do.
      return bytes.includes(CURRENCY_SIGN) ? "iso-8859-15" : "windows-1252";
    case "utf-32":
      return refuse(
        "file.bad-encoding",
        [],
        "UTF-8",
        undefined,
        `${name} is UTF-32; save it as UTF-8, or run iconv -f UTF-32 -t UTF-8`,
      );
    default:
      return refuse("file.not-text", [], "text", undefined, `${name} is no text in any encoding that is read`);
  }
}

/** Decodes parts. */
export class PartDecoder {
  private readonly decoder: InstanceType<typeof TextDecoder> | undefined;
  private readonly letters: string | undefined;
  private lines = 0;
  private isFirst = true;

  constructor(
    readonly encoding: TextEncodingName,
    private readonly name: string,
  ) {
    if (encoding.startsWith("utf")) this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    else this.letters = lettersOf(encoding);
  }

  /** The text of a part. Errors: `file.bad-encoding`, with the line of the byte. */
  decode(bytes: Uint8Array, isLast = false): string {
    const text = this.decoder === undefined ? this.narrow(bytes) : this.wide(bytes, isLast);
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.lines++;
    if (!this.isFirst || text === "") return text;
    this.isFirst = false;
    // Two marks are one, too: programs that add one do not look whether there is one.
    return text.replace(/^\ufeff+/, "");
  }

  private wide(bytes: Uint8Array, isLast: boolean): string {
    try {
      return this.decoder!.decode(bytes, { stream: !isLast });
    } catch {
      // The decoder's only complaint: the bytes are not of this encoding.
      return this.refuseBytes(bytes);
    }
  }

  private narrow(bytes: Uint8Array): string {
    // Not by the decoder of the language: Node's takes Windows-1252 for ISO 8859-1.
    let text = "";
    for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : this.letters![byte - 0x80]!;
    return text;
  }

  private refuseBytes(bytes: Uint8Array): never {
    const damage = this.encoding === "utf-8" ? damageOf(bytes) : undefined;
    const line = this.lines + (damage?.line ?? 1);
    const byte = damage === undefined ? "" : ` has the byte 0x${damage.byte.toString(16)}`;
    const cure = `${this.name} is not ${this.encoding.toUpperCase()} throughout: line ${line}${byte}; correct it there, or say what the file is: read: { encoding: windows-1252 }`;
    return refuse("file.bad-encoding", [], this.encoding, undefined, cure);
  }
}

/** The 128 letters of an encoding of one byte. */
function lettersOf(encoding: TextEncodingName): string {
  return Array.from({ length: 128 }, (_, i) => {
    const byte = i + 0x80;
    if (encoding === "windows-1252" && byte < 0xa0) return WINDOWS[i]!;
    return (encoding === "iso-8859-15" ? LATIN_9[byte] : undefined) ?? String.fromCharCode(byte);
  }).join("");
}
