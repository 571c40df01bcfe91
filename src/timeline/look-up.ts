/**
 * The two look-ups on a table: where an instant lies, and the instant at a business time.
 *
 * Units: ms. The caller keeps the arguments within the table's domain; nothing is checked here.
 */
import { CELL_MS, type Table } from "./table.ts";

/** Index of the first interval that closes after `instantMs`; `count` if there is none. Domain: startMs ≤ t ≤ endMs. */
export function indexAt(table: Table, instantMs: number): number {
  const { closes } = table;
  // Multiplying could land one cell low at a cell's start, never one high: instants are whole ms.
  let i = table.cells[((instantMs - table.startMs) * (1 / CELL_MS)) | 0]!;
  while (closes[i]! <= instantMs) i++;
  return i;
}

/** B: business time from the table's start to `instantMs`. Domain: startMs ≤ t ≤ endMs. */
export function businessMsAt(table: Table, instantMs: number): number {
  const i = indexAt(table, instantMs);
  return instantMs > table.opens[i]! ? instantMs - table.slacks[i]! : table.totals[i]!;
}

/** The earliest instant u with B(u) = businessMs. Domain: 0 < businessMs ≤ totalMs. */
export function earliestAt(table: Table, businessMs: number): number {
  const { totals } = table;
  let i = table.buckets[Math.floor(businessMs / table.bucketMs)]!;
  while (totals[i + 1]! < businessMs) i++;
  return businessMs + table.slacks[i]!;
}

/** The latest instant u with B(u) = businessMs. Domain: 0 ≤ businessMs < totalMs. */
export function latestAt(table: Table, businessMs: number): number {
  const { totals } = table;
  let i = table.buckets[Math.floor(businessMs / table.bucketMs)]!;
  while (totals[i + 1]! <= businessMs) i++;
  return businessMs + table.slacks[i]!;
}
