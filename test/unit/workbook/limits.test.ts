/**
 * What Excel refuses to open, or opens as damaged: sizes, names, functions, and the order of a sheet's parts.
 *
 * Sources: "Excel specifications and limits" (formulas of 8,192 characters, 64 levels of nesting); ECMA-376-1, 18.3.1.99
 * (CT_Worksheet, its parts in order), 18.3.1.32 (prompts of 32 and 255 characters), 18.2.19 (names of sheets of 31).
 */

import { inflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { promisesOf } from "../../../src/workbook/index.ts";
import { workbookOf } from "../../../src/workbook/workbook.ts";
import { clipIndustrie } from "../../helpers/ready-policy.ts";

const LANGUAGES = ["en", "fr"] as const;
const modelOf = (lang: (typeof LANGUAGES)[number]) =>
  workbookOf(clipIndustrie.calendars.get("desk")!, {
    years: { first: 2024, last: 2028 },
    rows: 30,
    lang,
    ...promisesOf(clipIndustrie),
  });

/** Functions of Excel 2007, of Google Sheets and of LibreOffice; NOW is the one that changes by itself, in one cell. */
const FUNCTIONS = (
  "ABS AND COUNTA COUNTIF COUNTIFS DATE IF IFERROR INDEX INT ISERROR ISNA ISNUMBER MATCH MAX MIN MOD MONTH NA NOT NOW OR REPT ROUND " +
  "SUBSTITUTE SUM SUMPRODUCT TRIM YEAR"
).split(" ");
const PARTS = (
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState " +
  "dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins " +
  "pageSetup headerFooter"
).split(" ");

/** Deepest level of parentheses outside texts. */
function depthOf(formula: string): number {
  let [depth, deepest] = [0, 0];
  for (const sign of formula.replaceAll(/"[^"]*"/g, "")) {
    if (sign === "(") deepest = Math.max(deepest, ++depth);
    if (sign === ")") depth--;
  }
  expect(depth, formula).toBe(0);
  return deepest;
}

/** Texts of the files of a ZIP archive that has no comments and no extra fields before its data. */
function filesIn(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive);
  const files = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, nameLength, extraLength] = [
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ];
    const start = at + 30 + nameLength + extraLength;
    const data = bytes.subarray(start, start + packed);
    const isStored = bytes.readUInt16LE(at + 8) === 0;
    files.set(
      bytes.toString("utf8", at + 30, at + 30 + nameLength),
      (isStored ? data : inflateRawSync(data)).toString("utf8"),
    );
    at = start + packed;
  }
  return files;
}

/** Names of the elements directly below the root, in order. */
function childrenOf(xml: string): string[] {
  const children: string[] = [];
  let depth = 0;
  for (const [tag, close, name] of xml.matchAll(/<(\/?)([A-Za-z]\w*)[^>]*>/g)) {
    if (close === "/") depth--;
    else {
      if (depth === 1) children.push(name!);
      if (!tag.endsWith("/>")) depth++;
    }
  }
  expect(depth).toBe(0);
  return children;
}

describe.each(LANGUAGES)("the workbook in %s", (lang) => {
  const model = modelOf(lang);
  const formulas = model.sheets.flatMap(({ name, cells }) =>
    [...(cells ?? [])].flatMap(([at, { formula }]) =>
      formula === undefined ? [] : [{ at: `${name} ${at}`, formula }],
    ),
  );

  it("has formulas that every Excel reads", () => {
    expect(formulas.length).toBeGreaterThan(700);
    for (const { at, formula } of formulas) {
      expect(formula.length, at).toBeLessThan(2_000);
      expect(depthOf(formula), at).toBeLessThan(40);
      const used = [...formula.replaceAll(/"[^"]*"/g, "").matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, name]) => name!);
      expect(
        used.filter((name) => !FUNCTIONS.includes(name)),
        at,
      ).toEqual([]);
    }
    expect(formulas.filter(({ formula }) => formula.includes("NOW("))).toHaveLength(1);
  });

  it("uses names that it has, each once, and none that is an address", () => {
    const names = (model.namedRanges ?? []).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /^(?:[A-Z]{1,3}\d+|[RC]\d*)$/i.test(name))).toEqual([]);
    const used = formulas.flatMap(
      ({ formula }) => formula.replaceAll(/"[^"]*"/g, "").match(/\b[A-Z][A-Za-z]*_?[a-z]\w*\b/g) ?? [],
    );
    expect([...new Set(used)].filter((name) => !names.includes(name))).toEqual([]);
  });

  it("keeps names of sheets and prompts short", () => {
    for (const { name, dataValidations = [] } of model.sheets) {
      expect(name.length).toBeLessThanOrEqual(31);
      for (const { inputTitle = "", inputMessage = "", errorTitle = "", errorMessage = "" } of dataValidations) {
        expect(Math.max(inputTitle.length, errorTitle.length)).toBeLessThanOrEqual(32);
        expect(Math.max(inputMessage.length, errorMessage.length)).toBeLessThanOrEqual(255);
      }
    }
  });

  it("has the parts of its sheets in the order of the standard", async () => {
    const files = filesIn(await writeXlsx(model));
    const sheets = [...files].filter(([path]) => path.startsWith("xl/worksheets/sheet"));
    expect(sheets).toHaveLength(6);
    for (const [path, text] of sheets) {
      const found = childrenOf(text).map((tag) => PARTS.indexOf(tag));
      expect(Math.min(...found), path).toBeGreaterThanOrEqual(0);
      expect(found, path).toEqual([...found].sort((a, b) => a - b));
    }
    expect(files.get("xl/workbook.xml")).toMatch(/<sheet name="Cal"[^>]* state="hidden"\/>/);
    expect(files.get("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });

  it("has a whole set of words", () => {
    const { sheets } = modelOf(lang);
    for (const { cells } of sheets)
      for (const [at, { value }] of cells ?? [])
        if (typeof value === "string") expect(value, at).not.toMatch(/undefined/);
  });
});
