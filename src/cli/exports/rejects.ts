/**
 * Rows that were refused, as CSV: where, why, and the row itself. A text that a spreadsheet would run is quoted.
 */
import type { RejectedRow } from "../../import/index.ts";
import { quotedText } from "../../issues/formula.ts";

/** The rows, with a header. */
export function rejectsCsv(rows: readonly RejectedRow[]): string {
  const lines = rows.map(({ file, line, reason, value }) => [file, String(line), reason, rowText(value)]);
  return [["file", "line", "reason", "row"], ...lines].map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("");
}

/** A row as it stood, as JSON: a list of its cells, or its members. */
function rowText(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

function cellText(text: string): string {
  const safe = quotedText(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
