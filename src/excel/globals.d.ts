/**
 * What is there before `functions.js` runs: Excel's object, and the two settings at the head of the file.
 *
 * Source: learn.microsoft.com, `CustomFunctions` namespace (custom-functions-runtime).
 */

/** Excel's side of custom functions. */
declare const CustomFunctions: {
  /** Says which function answers for an id of `functions.json`. */
  associate(id: string, answer: (...cells: unknown[][][]) => unknown[][]): void;
  /** An error value; Excel shows the message of `#VALUE!` and `#N/A`, and of no others. */
  readonly Error: new (
    code: string,
    message?: string,
  ) => object;
  readonly ErrorCode: { readonly invalidValue: string; readonly notAvailable: string };
};

/** The calendar of calls that name none, or null. */
declare const OUVREE_CALENDAR: import("../spreadsheet/index.ts").CalendarInput;

/** "1900" or "1904", as the workbooks count days. Written by hand, so it may be anything. */
declare const OUVREE_DATE_SYSTEM: unknown;
