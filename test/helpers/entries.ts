/**
 * The entries of the package, as users import them.
 */

/** Source file by entry; `index` is the package itself. */
export const ENTRIES = {
  index: "src/index.ts",
  "charters/clip-industrie": "src/charters/clip-industrie.ts",
  "date-holidays": "src/date-holidays/index.ts",
  import: "src/import/index.ts",
  icalendar: "src/icalendar/index.ts",
  "opening-hours": "src/opening-hours/index.ts",
  spreadsheet: "src/spreadsheet/index.ts",
  report: "src/report/index.ts",
} as const;
