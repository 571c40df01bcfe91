/**
 * Containers: files that hold a text in some other shape than text, known by their first bytes.
 */

/** What a file is that is not text itself. */
export type Container = "gzip" | "bzip2" | "xz" | "zstd" | "7z" | "zip" | "xlsx" | "ods" | "xls" | "parquet" | "pdf";

const SIGNATURES: readonly (readonly [container: Container, bytes: readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["bzip2", [0x42, 0x5a, 0x68]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["parquet", [0x50, 0x41, 0x52, 0x31]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** The container that bytes are, or that they begin: the first 64 KB tell. */
export function containerOf(bytes: Uint8Array): Container | undefined {
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (found === undefined) return undefined;
  const [container] = found;
  // Four letters may begin a text, too; a text has no zeros behind them.
  if (container === "parquet" || container === "bzip2")
    return bytes.subarray(0, 4096).includes(0) ? container : undefined;
  return container === "zip" ? ofZip(bytes) : container;
}

/** How far names of entries are looked for, from both ends. */
const LOOKED_AT = 65_536;

/** Spreadsheets are archives with entries of certain names; the names stand in the open, before each entry and at the end of all. */
function ofZip(bytes: Uint8Array): Container {
  const ends = [bytes.subarray(0, LOOKED_AT), bytes.subarray(Math.max(0, bytes.length - LOOKED_AT))];
  const text = ends.map((end) => new TextDecoder("latin1").decode(end)).join("");
  if (text.includes("xl/workbook") || text.includes("xl/worksheets/")) return "xlsx";
  return text.includes("application/vnd.oasis.opendocument.spreadsheet") ? "ods" : "zip";
}
