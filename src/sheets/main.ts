/**
 * The functions in Google Sheets: what Apps Script hands over, and what it may be given back.
 *
 * A cell with a date arrives as a `Date` of the spreadsheet's time zone, a duration as a time on 30 December 1899, a blank one as
 * `""`. Answers are numbers and texts: a `Date` would be shown in the spreadsheet's zone, which may skip the very hour.
 */
import {
  type CalendarInput,
  type CellOutput,
  isCellError,
  type SpreadsheetFunctions,
  spreadsheetFunctions,
} from "../spreadsheet/index.ts";
import { completeRuntime } from "./es2019.ts";
import { wallIn } from "./wall.ts";

completeRuntime();

/** Apps Script's objects that are used, where they exist. */
declare const SpreadsheetApp: { getActiveSpreadsheet(): { getSpreadsheetTimeZone(): string } | null } | undefined;

/** The functions, with the calendar that the file names for calls that give none. */
export function functionsFor(calendar: CalendarInput): SpreadsheetFunctions {
  let zone: string | undefined;
  return spreadsheetFunctions({
    dateSystem: "1899-12-30",
    calendar,
    nowMs: () => Date.now(),
    // The zone is a call to Google: asked when a date comes, and once.
    wallOfDate: (date) => {
      zone ??= spreadsheetZone();
      return wallIn(zone, date);
    },
  });
}

/** An answer as a cell may hold it. A custom function cannot give an error value: one answer throws it, a column writes it. */
export function shown(output: CellOutput): unknown {
  if (isCellError(output)) throw new Error(`${output.error} ${output.reason}`);
  if (!Array.isArray(output)) return output;
  return output.map((row) => row.map((cell) => (isCellError(cell) ? `${cell.error} ${cell.reason}` : cell)));
}

function spreadsheetZone(): string {
  const spreadsheet = typeof SpreadsheetApp === "undefined" ? null : SpreadsheetApp.getActiveSpreadsheet();
  return spreadsheet === null ? "" : spreadsheet.getSpreadsheetTimeZone();
}
