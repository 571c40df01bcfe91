/**
 * A calendar as a workbook of plain formulas, for Excel, LibreOffice and Google Sheets with nothing installed.
 */
import { writeXlsx } from "hucre/xlsx";
import type { Calendar } from "../index.ts";
import { type WorkbookOptions, workbookOf } from "./workbook.ts";

export { FIRST_SHEET_YEAR, spokenYears, type Years } from "./coverage.ts";
export { promisesOf } from "./promises.ts";

/**
 * A workbook as the bytes of an .xlsx file; the same for the same calendar and options.
 *
 * Errors: `calendar.beyond-reach`, where the years are not known.
 */
export function writeWorkbook(calendar: Calendar<"ms">, options: WorkbookOptions): Promise<Uint8Array> {
  return writeXlsx(workbookOf(calendar, options));
}
