/**
 * `ouvree/spreadsheet`: calendars for cells, and the functions of a spreadsheet.
 */
export type { CalendarInput } from "./calendar-cell.ts";
export { definitionOfRange } from "./calendar-range.ts";
export { calendarTemplate } from "./calendar-template.ts";
export { type Cell, type CellAnswer, type CellError, type CellRange, isCellError } from "./cell.ts";
export type { CellInput, CellOutput } from "./columns.ts";
export { compileCalendar } from "./compile.ts";
export type { CompiledCalendar, CompiledCombination, CompiledHours, CompiledPlan } from "./compiled.ts";
export type { DateSystem } from "./date-system.ts";
export { type SpreadsheetFunctions, type SpreadsheetOptions, spreadsheetFunctions } from "./functions.ts";
export type { CellClock } from "./read-cell.ts";
