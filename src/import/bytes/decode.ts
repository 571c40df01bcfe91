/**
 * `decodeText`: the text of a file's bytes. Text is UTF-8; anything else is named as what it is, with its cure.
 */
import { refuse } from "../../issues/error.ts";
import { show } from "../../issues/show.ts";
import { type Container, containerOf } from "./container.ts";
import { encodingOf, type FoundEncoding } from "./encoding.ts";

const WHAT: Readonly<Record<Container, string>> = {
  gzip: "compressed with gzip; unpack it with gunzip",
  bzip2: "compressed with bzip2; unpack it with bunzip2",
  xz: "compressed with xz; unpack it with unxz",
  zstd: "compressed with zstd; unpack it with unzstd",
  "7z": "a 7z archive; unpack it, and name the file in it",
  zip: "a zip archive; unpack it, and name the file in it",
  xlsx: "an Excel workbook (xlsx); save its sheet as CSV UTF-8",
  ods: "a spreadsheet of LibreOffice (ods); save its sheet as CSV, in Unicode (UTF-8)",
  xls: "an old file of Microsoft Office (xls); save its sheet as CSV UTF-8",
  parquet: "a Parquet file; write it as CSV",
  pdf: "a PDF; export its data as CSV",
};

/**
 * The text of bytes that are UTF-8, without a byte order mark.
 *
 * @param name What messages call the file.
 * Errors: `file.not-text` for archives, workbooks and other bytes that are no text; `file.bad-encoding` for text that is not UTF-8, with
 *   the line of the first byte that is not.
 *
 * @example decodeText(new TextEncoder().encode("case,kind")) // "case,kind"
 */
export function decodeText(bytes: Uint8Array, name: string = "input"): string {
  checkBytes(bytes, name);
  refuseBeginning(bytes, name);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^\ufeff+/, "");
  } catch {
    // The decoder's only complaint: the bytes are no UTF-8.
    return refuseEncoding(encodingOf(bytes), name);
  }
}

/** Refuses arguments of another kind. */
export function checkBytes(bytes: unknown, name: unknown): void {
  // By its tag: bytes of another realm are bytes.
  if (!ArrayBuffer.isView(bytes) || Object.prototype.toString.call(bytes) !== "[object Uint8Array]")
    refuse("file.not-text", ["bytes"], "bytes", bytes, `${show(bytes)} is not bytes; write a Uint8Array`);
  if (typeof name !== "string")
    refuse("calendar.bad-option", ["name"], "a text", name, `${show(name)} is no name; write a text`);
}

/**
 * Refuses what begins as no UTF-8 text does, so that nobody reads on in it.
 *
 * Errors: `file.not-text`, `file.bad-encoding`.
 */
export function refuseBeginning(bytes: Uint8Array, name: string): void {
  const container = containerOf(bytes);
  if (container !== undefined) refuse("file.not-text", [], "text", undefined, `${name} is ${WHAT[container]}`);
  const found = encodingOf(bytes.subarray(0, BEGINNING));
  // A letter may be cut in two at the end of a beginning, which says nothing of the file.
  if (found.damage === undefined && found.encoding !== "utf-8") refuseEncoding(found, name);
}

/** Letters of Windows-1252 from 0x80 on. Source: the WHATWG's Encoding standard. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** How many bytes of a file tell what it is. */
const BEGINNING = 4096;

function refuseEncoding({ encoding, damage }: FoundEncoding, name: string): never {
  if (encoding === "binary") {
    return refuse("file.not-text", [], "text", undefined, `${name} is not UTF-8, nor any other text`);
  }
  if (damage === undefined) {
    const word = encoding.toUpperCase().replace(/[BL]E$/, "");
    const cure = `${name} is not UTF-8 but ${word}; save it as UTF-8, or run iconv -f ${word} -t UTF-8`;
    return refuse("file.bad-encoding", [], "UTF-8", undefined, cure);
  }
  const { line, byte, bad } = damage;
  const where = `line ${line} has the byte 0x${byte.toString(16)}`;
  if (encoding === "utf-8 damaged") {
    const more = bad === 1 ? "" : `, and ${bad - 1} more such bytes follow`;
    return refuse(
      "file.bad-encoding",
      [],
      "UTF-8",
      undefined,
      `${name} is not UTF-8 throughout: ${where}${more}; correct it there`,
    );
  }
  const word = encoding === "windows-1252" ? "Windows-1252" : "ISO-8859-1 or Windows-1252";
  // Not by the decoder of the language: Node's takes Windows-1252 for ISO 8859-1.
  const letter = byte >= 0x80 && byte < 0xa0 ? (WINDOWS[byte - 0x80] ?? "") : String.fromCharCode(byte);
  const cure = `${name} is not UTF-8: ${where}, and it looks like ${word}, where that is ${show(letter)}; save it as UTF-8, or run iconv -f WINDOWS-1252 -t UTF-8`;
  return refuse("file.bad-encoding", [], "UTF-8", undefined, cure);
}
