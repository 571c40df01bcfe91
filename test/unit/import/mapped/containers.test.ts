/**
 * One table in every encoding and container that is read: the cases are the same.
 *
 * Workbooks are written by hucre and read by it, too, as the judge of our reading.
 */
import { deflateRawSync, gzipSync } from "node:zlib";
import { writeOds } from "hucre/ods";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { importCases, importCasesSync, type Mapping } from "../../../../src/import/index.ts";

const MAPPING: Mapping = {
  import: "desk",
  zone: "Europe/Paris",
  times: ["dd/MM/yyyy HH:mm", "iso"],
  case: { id: "N°", kind: "request", customer: "Société" },
  events: { opened: "Créé", resolved: "Résolu" },
};
const LINES = [
  "N°;Société;Créé;Résolu",
  '007;"Café ""Œuvre""";11/05/2026 09:00;11/05/2026 10:30',
  "008;Élan;30/05/2026 17:00;",
];
const TEXT = `${LINES.join("\r\n")}\r\n`;
// 9:00 of a Monday of May in Paris is 7:00 UTC.
const CASES = [
  {
    id: "007",
    kind: "request",
    customer: 'Café "Œuvre"',
    events: [
      { type: "opened", at: "2026-05-11T07:00:00.000Z" },
      { type: "resolved", at: "2026-05-11T08:30:00.000Z" },
    ],
  },
  { id: "008", kind: "request", customer: "Élan", events: [{ type: "opened", at: "2026-05-30T15:00:00.000Z" }] },
];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Letters of one byte each; those of Windows-1252 and Latin-9 that are others in ISO 8859-1 by hand. */
function narrow(text: string, others: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from(text, (letter) => others[letter] ?? letter.charCodeAt(0));
}

function wide(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

/** A zip archive of files, as its format has it: local headers, the directory, its end. Source: APPNOTE.TXT 4.3. */
function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), fields, tail, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, entries, end]);
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
}

const read = (bytes: Uint8Array, mapping = MAPPING, name = "export") => importCasesSync([{ name, bytes }], { mapping });

describe("a text", () => {
  test.each<[string, Uint8Array, string]>([
    ["UTF-8", utf8(TEXT), "utf-8"],
    ["UTF-8 with a mark", utf8(`\ufeff${TEXT}`), "utf-8"],
    ["UTF-8 with two marks", utf8(`\ufeff\ufeff${TEXT}`), "utf-8"],
    ["UTF-16, little end first", wide(TEXT, false), "utf-16le"],
    ["UTF-16, big end first", wide(TEXT, true), "utf-16be"],
    ["Windows-1252", narrow(TEXT, { Œ: 0x8c }), "windows-1252"],
    ["gzip", gzipSync(TEXT), "utf-8"],
    ["gzip of Windows-1252", gzipSync(narrow(TEXT, { Œ: 0x8c })), "windows-1252"],
    ["zip with one file", zip({ "export.csv": utf8(TEXT) }), "utf-8"],
    ["zip with what macOS adds", zip({ "export.csv": utf8(TEXT), "__MACOSX/._export.csv": utf8("x") }), "utf-8"],
  ])("%s", (_, bytes, encoding) => {
    const found = read(bytes);
    expect(found.cases).toEqual(CASES);
    expect(found.found[0]!.found).toMatchObject({ encoding, delimiter: "semicolon" });
    expect(found.rows).toEqual({ read: 2, used: 2, leftOut: 0, reported: 0 });
  });

  test("ISO 8859-15 by its euro sign, and where it is said", () => {
    const bytes = narrow(TEXT.replace("Élan", "10 €"), { Œ: 0xbc, "€": 0xa4 });
    expect(read(bytes).cases[1]).toMatchObject({ customer: "10 €" });
    expect(read(bytes).found[0]!.found["encoding"]).toBe("iso-8859-15");
    const said = { ...MAPPING, read: { encoding: "iso-8859-15" } } as const;
    expect(read(narrow(TEXT, { Œ: 0xbc }), said).cases).toEqual(CASES);
  });

  test("one bad byte of UTF-8 names its line", () => {
    const bytes = utf8(TEXT);
    const at = TEXT.indexOf("Élan");
    const bad = Uint8Array.from(bytes);
    // É has two bytes; the letters before it that have two are counted by encoding what is before it.
    bad[utf8(TEXT.slice(0, at)).length + 1] = 0x41;
    expect(() => read(bad)).toThrow(/line 3 has the byte 0xc3.*windows-1252/);
  });

  test("several files in one archive, and none, are refused with the cure", () => {
    expect(() => read(zip({ "a.csv": utf8(TEXT), "b.csv": utf8(TEXT) }))).toThrow(
      /archive of 2 files \(a\.csv, b\.csv\); unpack it/,
    );
    expect(() => read(zip({ "x/": utf8("") }))).toThrow(/no file in it/);
  });

  test.each([1, 2, 3, 7, 4096])("comes in parts of %s bytes", async (size) => {
    for (const bytes of [utf8(TEXT), wide(TEXT, false), gzipSync(TEXT)]) {
      const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      expect(importCasesSync([{ name: "a", bytes: parts }], { mapping: MAPPING }).cases).toEqual(CASES);
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          for (const part of parts) controller.enqueue(part);
          controller.close();
        },
      });
      expect((await importCases([{ name: "a", bytes: stream }], { mapping: MAPPING })).cases).toEqual(CASES);
    }
  });
});

describe("a workbook", () => {
  const date = (text: string): Date => new Date(`${text}Z`);
  const sheet = {
    name: "Tickets",
    rows: [
      ["N°", "Société", "Créé", "Résolu"],
      ["007", 'Café "Œuvre"', date("2026-05-11T09:00:00"), date("2026-05-11T10:30:00")],
      ["008", "Élan", date("2026-05-30T17:00:00"), null],
    ],
  };
  const other = { name: "Notes", rows: [["nothing"]] };

  test("xlsx: dates to the second, the sheet by its name", async () => {
    const bytes = await writeXlsx({ sheets: [other, sheet] } as never);
    const mapping = { ...MAPPING, read: { sheet: "Tickets" } };
    const found = read(bytes, mapping);
    expect(found.cases).toEqual(CASES);
    expect(found.found[0]!.found).toEqual({ format: "xlsx", sheet: "Tickets" });
    // The judge: what it reads of the sheet is what stands in the cases.
    const judged = await readXlsx(bytes);
    const rows = (judged as unknown as { sheets: { name: string; rows: unknown[][] }[] }).sheets.find(
      ({ name }) => name === "Tickets",
    )!.rows;
    expect(rows[1]![0]).toBe("007");
    expect(new Date(rows[1]![2] as Date).toISOString().slice(0, 19)).toBe("2026-05-11T09:00:00");
    expect(() => read(bytes, { ...MAPPING, read: { sheet: "Ticket" } })).toThrow(
      /no sheet "Ticket"; did you mean "Tickets"/,
    );
  });

  test("ods", async () => {
    const found = read(await writeOds({ sheets: [sheet] } as never));
    expect(found.cases).toEqual(CASES);
    expect(found.found[0]!.found).toEqual({ format: "ods", sheet: "Tickets" });
  });
});
