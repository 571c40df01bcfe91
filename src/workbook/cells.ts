/**
 * A sheet's cells, put one by one, and their addresses.
 */
import type { Cell, CellStyle, CellValue } from "hucre/xlsx";

/** What is put into a cell: a value, or a formula without its `=`. */
export type Content = CellValue | { readonly formula: string };

/** The cells of a sheet. */
export interface Grid {
  readonly cells: Map<string, Partial<Cell>>;
  /** Puts something; rows and columns are counted from 1, as spreadsheets do. */
  put(row: number, column: string, content: Content, style?: CellStyle): void;
}

/** An empty sheet. */
export function makeGrid(): Grid {
  const cells = new Map<string, Partial<Cell>>();
  return {
    cells,
    put(row, column, content, style) {
      const isFormula = typeof content === "object" && content !== null && "formula" in content;
      cells.set(`${row - 1},${columnIndex(column)}`, {
        ...(isFormula ? { formula: content.formula } : { value: content }),
        ...(style === undefined ? {} : { style }),
      });
    },
  };
}

/** Number of a column, the first being 0. */
export function columnIndex(column: string): number {
  return [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Letters of the columns, the first being number 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Address of a stretch of a column for a named range: `Cal!$A$2:$A$9`. */
export function stretch(sheet: string, column: string, firstRow: number, lastRow: number): string {
  const from = `$${column}$${firstRow}`;
  return `'${sheet}'!${firstRow === lastRow ? from : `${from}:$${column}$${lastRow}`}`;
}
