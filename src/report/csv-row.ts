/**
 * Rows of CSV (RFC 4180) that no spreadsheet takes for formulas.
 *
 * A text that a spreadsheet would run (it begins with `=`, `+`, `-`, `@`, a tab or a return, also after spaces or on a later line) has a
 * `'` before it. Numbers stay numbers. Source: OWASP, "CSV Injection".
 */

/** A cell. */
export type CsvValue = string | number | boolean;

/** A row with its line end. */
export function csvRow(cells: readonly CsvValue[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

// The full-width signs are formulas too, in East Asian spreadsheets.
const FORMULA = /(^|[\r\n])(?=[^\S\r\n]*[=+\-@\t\r＝＋－＠])/g;
const NUMBER = /^[+-]?\d{1,15}(\.\d{1,15})?$/;

function csvCell(value: CsvValue): string {
  if (typeof value !== "string") return String(value);
  const safe = NUMBER.test(value) ? value : value.replace(FORMULA, "$1'");
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
