/**
 * Filling in a workbook before it is written, and reading it after a spreadsheet has worked it out.
 */
import { type CellValue, readXlsx, type Workbook, type WriteOptions } from "hucre/xlsx";
import { columnIndex } from "../../src/workbook/cells.ts";
import { COLUMN, type TicketColumn } from "../../src/workbook/ticket-formulas.ts";

const DAY_SEC = 86_400;
/** Serial day of 1970-01-01 in the two date systems. Source: ECMA-376-1, 18.17.4.1. */
export const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/** Writes a value over what is in a cell; its look stays. */
export function fill(workbook: WriteOptions, sheet: string, row: number, column: string, value: CellValue): void {
  const { cells } = workbook.sheets.find(({ name }) => name === sheet)!;
  const key = `${row - 1},${columnIndex(column)}`;
  const { style } = cells!.get(key) ?? {};
  cells!.set(key, { value, ...(style === undefined ? {} : { style }) });
}

/** The serial day of wall seconds, a few milliseconds off them. */
export function serial(
  wallSec: number,
  { offMs = 0, is1904 = false }: { readonly offMs?: number; readonly is1904?: boolean } = {},
): number {
  return (is1904 ? EPOCH_1904 : EPOCH_1900) + (wallSec + offMs / 1000) / DAY_SEC;
}

/** Reads what a spreadsheet has saved. */
export function read(bytes: Uint8Array): Promise<Workbook> {
  return readXlsx(bytes);
}

/** What a cell shows: wall seconds of a date, "" of nothing. */
export function shown(workbook: Workbook, sheet: string, row: number, column: string): string | number | boolean {
  const value = workbook.sheets.find(({ name }) => name === sheet)?.rows[row - 1]?.[columnIndex(column)] ?? "";
  return value instanceof Date ? Math.round(value.getTime() / 1000) : value;
}

/** A column of a ticket. */
export function ticketCell(workbook: Workbook, row: number, column: TicketColumn): string | number | boolean {
  return shown(workbook, "Tickets", row, COLUMN[column]);
}
