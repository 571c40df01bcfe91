/**
 * The two look-ups on a table: where an instant lies, and the instant at a business time.
 *
 * Units: ms. The caller keeps the arguments within the table's domain; nothing is checked here. Multiplying by a
 * reciprocal can land one cell low at a cell's start, which costs a step, and never one high: all are whole ms.
 * Rows of four, their places and the cell of six hours (table.ts) stand here as figures: a bundler makes a `var` of a
 * module's constant, and the engine then reads it anew at every use.
 */
import type { Table } from "./table.ts";

/** Index of the first interval that closes after `instantMs`; `count` if there is none. Domain: startMs ≤ t ≤ endMs. */
export function indexAt(table: Table, instantMs: number): number {
  return rowAt(table, instantMs) / 4;
}

/** B: business time from the table's start to `instantMs`. Domain: startMs ≤ t ≤ endMs. */
export function businessMsAt(table: Table, instantMs: number): number {
  return businessMsIn(table.rows, rowAt(table, instantMs), instantMs);
}

/** The earliest instant u with B(u) = businessMs. Domain: 0 < businessMs ≤ totalMs. */
export function earliestAt(table: Table, businessMs: number): number {
  // The interval in which the last of these ms lies.
  return businessMs + table.rows[rowBeyond(table, businessMs - 1) + 2]!;
}

/** The latest instant u with B(u) = businessMs. Domain: 0 ≤ businessMs < totalMs. */
export function latestAt(table: Table, businessMs: number): number {
  return businessMs + table.rows[rowBeyond(table, businessMs) + 2]!;
}

/** The first row, from one on, whose number at `place` is more than `value`. */
function rowPast(rows: Float64Array, from: number, place: number, value: number): number {
  let row = from;
  while (rows[row + place]! <= value) row += 4;
  return row;
}

/** B at an instant, of whose row it is known that the instant lies in it or in the closed time before it. */
export function businessMsIn(rows: Float64Array, row: number, instantMs: number): number {
  const inside = instantMs - rows[row + 2]!;
  const before = rows[row + 1]!;
  // The greater of the two, for before its opening `inside` is less. Written without a branch, which random instants
  // would make the processor mispredict at every opening.
  return (inside + before + Math.abs(inside - before)) * 0.5;
}

function rowAt({ rows, cells, startMs }: Table, instantMs: number): number {
  return rowPast(rows, cells[((instantMs - startMs) * (1 / 21_600_000)) | 0]!, 0, instantMs);
}

/** Row of the first interval at whose end more than `businessMs` has passed. */
function rowBeyond({ rows, buckets, bucketMs }: Table, businessMs: number): number {
  return rowPast(rows, buckets[Math.floor(businessMs / bucketMs)]!, 3, businessMs);
}
