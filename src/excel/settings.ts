/**
 * The functions as the head of `functions.js` sets them: whose hours they count where a call does not say, and from which date
 * Excel counts days.
 */
import { type CellError, type SpreadsheetFunctions, spreadsheetFunctions } from "../spreadsheet/index.ts";

let settled: SpreadsheetFunctions | CellError | undefined;

/** Made at the first call and kept, with the timelines that they keep. A setting that is wrong is the error of every cell. */
export function settledFunctions(): SpreadsheetFunctions | CellError {
  settled ??= settle(String(OUVREE_DATE_SYSTEM));
  return settled;
}

function settle(dateSystem: string): SpreadsheetFunctions | CellError {
  if (dateSystem === "1900" || dateSystem === "1904")
    return spreadsheetFunctions({ dateSystem, calendar: OUVREE_CALENDAR, nowMs: () => Date.now() });
  return { error: "#VALUE!", reason: 'OUVREE_DATE_SYSTEM at the head of functions.js: write "1900" or "1904"' };
}
