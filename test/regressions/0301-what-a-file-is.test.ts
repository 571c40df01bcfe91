/**
 * gzip, zip, xlsx, UTF-16 and Windows-1252 were all "not UTF-8 text; save it as UTF-8". Each is named as what it is, with its cure; of a byte
 * that is not UTF-8 the line is told. Sources: RFC 1952, APPNOTE 6.3.10 (zip), RFC 3629 and 2781, the WHATWG's Encoding standard.
 */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/import/index.ts";
import { expectRefusal } from "../unit/refusals.ts";

const TEXT = "case,kind,event,at\nA,Résolu,called,2026-06-01T09:00:00Z\n";
const bytes = (text: string, encoding: BufferEncoding = "latin1"): Buffer => Buffer.from(text, encoding);
const be = (text: string): Buffer => bytes(text, "utf16le").swap16();
/** An archive as far as it is looked at: the header of an entry, and its name. */
const zipOf = (...names: string[]): Buffer =>
  bytes(names.map((name) => `PK\x03\x04${"\0".repeat(26)}${name}`).join(""));
const refused = (content: Uint8Array) => (message: RegExp, code: string) =>
  expectRefusal(() => decodeText(content, "t.csv"), { code: code as "file.not-text", message });

describe("a file that is no text is named:", () => {
  it.each<[string, Uint8Array, RegExp]>([
    ["gzip", gzipSync(TEXT), /^t\.csv is compressed with gzip; unpack it with gunzip$/],
    ["zip", zipOf("tickets.csv"), /^t\.csv is a zip archive; unpack it/],
    [
      "xlsx",
      zipOf("[Content_Types].xml", "xl/workbook.xml"),
      /^t\.csv is an Excel workbook \(xlsx\); save its sheet as CSV UTF-8$/,
    ],
    [
      "ods",
      zipOf("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
      /LibreOffice \(ods\); save its sheet as CSV/,
    ],
    ["xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /old file of Microsoft Office/],
    ["zeros", new Uint8Array(10_000), /^t\.csv is not UTF-8, nor any other text$/],
  ])("%s", (_name, content, message) => {
    refused(content)(message, "file.not-text");
  });
});

describe("a text that is not UTF-8 is named:", () => {
  it.each<[string, Uint8Array, RegExp]>([
    [
      "UTF-16 with its mark",
      bytes(`\ufeff${TEXT}`, "utf16le"),
      /^t\.csv is not UTF-8 but UTF-16; save it as UTF-8, or run iconv -f UTF-16 /,
    ],
    ["UTF-16, big end first", be(`\ufeff${TEXT}`), /not UTF-8 but UTF-16/],
    ["UTF-16 without a mark", bytes(TEXT, "utf16le"), /not UTF-8 but UTF-16/],
    ["UTF-16 without a mark, big end first", be(TEXT), /not UTF-8 but UTF-16/],
    [
      "ISO-8859-1",
      bytes(TEXT),
      /^t\.csv is not UTF-8: line 2 has the byte 0xe9, and it looks like ISO-8859-1 or Windows-1252, where that is "é"; .* iconv/,
    ],
    [
      "Windows-1252",
      bytes(TEXT.replace("é", "\x80")),
      /line 2 has the byte 0x80, and it looks like Windows-1252, where that is "€"/,
    ],
  ])("%s", (_name, content, message) => {
    refused(content)(message, "file.bad-encoding");
  });

  it("but for one byte, by its line", () => {
    const broken = Buffer.concat([bytes(TEXT, "utf8"), Buffer.of(0xff), bytes("\nÄ,Ö,\n", "utf8")]);
    refused(broken)(
      /^t\.csv is not UTF-8 throughout: line 3 has the byte 0xff; correct it there$/,
      "file.bad-encoding",
    );
    refused(Buffer.concat([broken, Buffer.of(0xfe)]))(/line 3 .*, and 1 more such bytes follow/, "file.bad-encoding");
  });
});

describe("a text that is UTF-8 is read,", () => {
  it.each([
    ["without a mark", TEXT],
    ["with one", `\ufeff${TEXT}`],
    ["with two", `\ufeff\ufeff${TEXT}`],
  ])("%s", (_name, text) => {
    expect(decodeText(bytes(text, "utf8"))).toBe(TEXT);
  });

  it("in any script, and with a NUL in it", () => {
    for (const text of ["案件,種類\n", "дело,вид\n", "case,a\0b\n", "", "PAR1,case\n", "BZh,case\n"])
      expect(decodeText(bytes(text, "utf8"))).toBe(text);
  });
});
