/**
 * Rows of CSV (RFC 4180) that no spreadsheet takes for formulas, and that the reader of files of cases gives back as they were.
 *
 * A text that a spreadsheet would run has a `'` before it: issues/formula.ts. Numbers stay numbers.
 */
import { quotedText } from "../issues/formula.ts";

/** A cell. */
export type CsvValue = string | number | boolean;

/** A row with its line end. */
export function csvRow(cells: readonly CsvValue[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

const NUMBER = /^[+-]?\d{1,15}(\.\d{1,15})?$/;

function csvCell(value: CsvValue): string {
  if (typeof value !== "string") return String(value);
  const safe = NUMBER.test(value) ? value : quotedText(value);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
