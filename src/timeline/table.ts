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
  /** Item i: business time before interval i; item `count`: all of it. */
  readonly totals: Float64Array;
  /** Item i: opening of interval i − business time before it. */
  readonly slacks: Float64Array;
  /** All business time of the table. */
  readonly totalMs: number;
  /** Item k: the first interval that closes after startMs + k cells. */
  readonly cells: Int32Array;
  /** Item k: the first interval i with totals[i + 1] ≥ k buckets of business time. */
  readonly buckets: Int32Array;
  /** Length of a bucket of business time: about that of one interval. */
  readonly bucketMs: number;
}

/**
 * Six hours of time-line a cell: with two windows a day at most one step remains, and a year's cells take 6 KB. Cells of 1, 3
 * and 12 hours were measured within noise of it.
 */
export const CELL_MS: number = 6 * MS_PER_HOUR;

/** One table of spans that follow each other without a year between. */
export function makeTable(spans: readonly YearSpan[]): Table {
  const first = spans[0]!;
  const last = spans.at(-1)!;
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
  const totals = new Float64Array(count + 1);
  const slacks = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    slacks[i] = opens[i]! - totals[i]!;
    totals[i + 1] = totals[i]! + (closes[i]! - opens[i]!);
  }
  slacks[count] = Number.POSITIVE_INFINITY;
  const totalMs = totals[count]!;
  const { startMs } = first;
  const { endMs } = last;
  const bucketMs = Math.max(1, Math.ceil(totalMs / Math.max(1, count)));
  return {
    firstYear: first.firstYear,
    lastYear: last.lastYear,
    startMs,
    endMs,
    opens,
    closes,
    count,
    totals,
    slacks,
    totalMs,
    cells: indexCells(closes, startMs, endMs),
    buckets: indexBuckets(totals, count, bucketMs),
    bucketMs,
  };
}

function indexCells(closes: Float64Array, startMs: number, endMs: number): Int32Array {
  const cells = new Int32Array(Math.floor((endMs - startMs) / CELL_MS) + 1);
  let i = 0;
  for (let k = 0; k < cells.length; k++) {
    while (closes[i]! <= startMs + k * CELL_MS) i++;
    cells[k] = i;
  }
  return cells;
}

function indexBuckets(totals: Float64Array, count: number, bucketMs: number): Int32Array {
  const buckets = new Int32Array(Math.floor(totals[count]! / bucketMs) + 1);
  let i = 0;
  for (let k = 0; k < buckets.length; k++) {
    while (i + 1 <= count && totals[i + 1]! < k * bucketMs) i++;
    buckets[k] = i;
  }
  return buckets;
}
