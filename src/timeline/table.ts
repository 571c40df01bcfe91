/**
 * A table: the open intervals of consecutive civil years with their running totals, and the two indexes that make
 * every look-up a few steps, whatever the distance.
 *
 * B is business time since the table's start: B(t) = t − slack inside an interval, the total before it outside.
 * Units: ms. Row `count` is a sentinel: it opens and closes at infinity, and its total is all of the table's.
 * Source: docs/semantics.md §3, docs/design.md "How is a deadline found so fast?".
 */
import { mergeSorted } from "../interval/merge.ts";
import { MS_PER_HOUR } from "../time/units.ts";
import type { YearSpan } from "./compile-year.ts";

/** A table over the domain [startMs, endMs]. */
export interface Table extends YearSpan {
  /**
   * Four numbers an interval, side by side, so that a look-up touches one line of the processor's cache:
   * 0 its closing, 1 the business time before it, 2 its slack, 3 the business time when it closes. A row is named by the
   * place of its first number.
   */
  readonly rows: Float64Array;
  /** Item k: the row of the first interval that closes after startMs + k cells. */
  readonly cells: Int32Array;
  /** Item k: the row of the first interval at whose end more than k buckets of business time have passed. */
  readonly buckets: Int32Array;
  /** Length of a bucket of business time: about that of one interval. */
  readonly bucketMs: number;
}

/** Numbers a row. */
const ROW = 4;
/** Place in a row: closing of the interval. */
const CLOSE = 0;
/** Business time before it. */
const BEFORE = 1;
/** Its opening − the business time before it. For the sentinel the end of the table takes the place of an opening. */
const SLACK = 2;
/** Business time when it closes; infinity for the sentinel, so that no search runs past it. */
const AFTER = 3;

/**
 * Six hours of time-line a cell: with two windows a day at most one step remains, and a year's cells take 6 KB. Cells of 1, 3
 * and 12 hours were measured within noise of it.
 */
export const CELL_MS: number = 6 * MS_PER_HOUR;

/** One table of spans that follow each other without a year between. */
export function makeTable(spans: readonly YearSpan[]): Table {
  const first = spans[0]!;
  const last = spans.at(-1)!;
  const { startMs } = first;
  const { endMs } = last;
  const size = spans.reduce((sum, span) => sum + span.count, 0);
  const opens = new Float64Array(size + 1);
  const closes = new Float64Array(size + 1);
  let filled = 0;
  for (const span of spans) {
    opens.set(span.opens.subarray(0, span.count), filled);
    closes.set(span.closes.subarray(0, span.count), filled);
    filled += span.count;
  }
  const count = mergeSorted(opens, closes, size);
  opens[count] = closes[count] = Number.POSITIVE_INFINITY;
  const rows = makeRows(opens, closes, count, endMs);
  const totalMs = rows[count * ROW + BEFORE]!;
  const bucketMs = Math.max(1, Math.ceil(totalMs / Math.max(1, count)));
  return {
    firstYear: first.firstYear,
    lastYear: last.lastYear,
    startMs,
    endMs,
    opens,
    closes,
    count,
    rows,
    totalMs,
    cells: indexRows(rows, CLOSE, startMs, endMs, CELL_MS),
    buckets: indexRows(rows, AFTER, 0, totalMs, bucketMs),
    bucketMs,
  };
}

function makeRows(opens: Float64Array, closes: Float64Array, count: number, endMs: number): Float64Array {
  const rows = new Float64Array((count + 1) * ROW);
  let totalMs = 0;
  for (let i = 0; i < count; i++) {
    const row = i * ROW;
    rows[row + CLOSE] = closes[i]!;
    rows[row + BEFORE] = totalMs;
    rows[row + SLACK] = opens[i]! - totalMs;
    totalMs += closes[i]! - opens[i]!;
    rows[row + AFTER] = totalMs;
  }
  rows.set([Number.POSITIVE_INFINITY, totalMs, endMs - totalMs, Number.POSITIVE_INFINITY], count * ROW);
  return rows;
}

/** Item k: the first row whose number at `place` is more than `from` + k steps. */
function indexRows(rows: Float64Array, place: number, from: number, to: number, step: number): Int32Array {
  const index = new Int32Array(Math.floor((to - from) / step) + 1);
  let row = 0;
  for (let k = 0; k < index.length; k++) {
    while (rows[row + place]! <= from + k * step) row += ROW;
    index[k] = row;
  }
  return index;
}
