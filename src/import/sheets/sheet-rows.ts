/**
 * Rows of a sheet, as those of a table: where its header is, and what its cells are.
 */
import { formatDate } from "../../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import type { RecordTaker } from "../records/record.ts";

/** Most columns of a sheet. */
export const MOST_COLUMNS = 16_384;

/** Gives rows to a taker: the first that is not blank, behind those passed over, is the header. */
export class SheetRows {
  private width = 0;
  private passed = 0;

  constructor(
    private readonly skip: number,
    private readonly taker: RecordTaker,
  ) {}

  /** @param line The number of the row in its sheet, from 1. */
  row(line: number, given: readonly string[]): void {
    if (this.passed < this.skip) {
      this.passed++;
      return;
    }
    let length = given.length;
    while (length > 0 && (given[length - 1] ?? "").trim() === "") length--;
    if (length === 0) return;
    if (this.width === 0) {
      this.width = length;
      this.taker.columns(Array.from({ length }, (_, i) => (given[i] ?? "").trim()));
    } else if (length > this.width) {
      this.taker.bad(line, `the row has ${length} cells, the header ${this.width}`, given);
    } else this.taker.record({ line, value: Array.from({ length: this.width }, (_, i) => given[i] ?? "") });
  }

  /** Whether there was a header. */
  get hasHeader(): boolean {
    return this.width > 0;
  }
}

/** A wall clock, in ms, as the text that `iso` reads. */
export function wallText(wallMs: number): string {
  const day = Math.floor(wallMs / MS_PER_UTC_DAY);
  return `${formatDate(day)}T${new Date(wallMs).toISOString().slice(11, 19)}`;
}
