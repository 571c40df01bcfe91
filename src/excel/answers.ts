/**
 * What Excel is handed back: rows of values, and its own errors with their reasons.
 */
import { type CellAnswer, type CellOutput, isCellError, type SpreadsheetFunctions } from "../spreadsheet/index.ts";
import { settledFunctions } from "./settings.ts";

/**
 * Asks the functions, and writes the answer as Excel takes it.
 *
 * Of many answers an error is the value of its own cell. An answer that is nothing but an error is thrown, as Excel's pages ask.
 */
export function answer(ask: (functions: SpreadsheetFunctions) => CellOutput): unknown[][] {
  const functions = settledFunctions();
  const output = isCellError(functions) ? functions : ask(functions);
  if (isCellError(output)) throw excelValue(output);
  return Array.isArray(output) ? output.map((row) => row.map(excelValue)) : [[output]];
}

function excelValue(given: CellAnswer): unknown {
  if (!isCellError(given)) return given;
  const { notAvailable, invalidValue } = CustomFunctions.ErrorCode;
  return new CustomFunctions.Error(given.error === "#N/A" ? notAvailable : invalidValue, given.reason);
}
