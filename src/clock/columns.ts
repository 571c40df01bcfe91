/**
 * Whole columns of deadlines and elapsed times.
 *
 * Laws:  item by item the same as the scalar form; NaN where that one throws. Columns never throw for an item.
 * Cost:  a few look-ups an item. Items are checked a block at a time, so that the inner loop has no check in it;
 *        a block with anything unusual in it is done item by item. Figures: bench/columns.bench.ts.
 */
import { CELL_MS, type Table } from "../timeline/table.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { type Column, readColumn, readOut } from "./read-column.ts";
import { type Edge, elapsedBetween, shifted } from "./search.ts";

/** Items checked at once: small enough to stay in the first-level cache, large enough to forget the check. */
const BLOCK = 1024;

/** `add` for each start, with one duration or one for each. Errors: `calendar.bad-column` for wrong types and lengths. */
export function addAllMs(
  timeline: Timeline,
  starts: Column,
  durations: number | Column,
  edge: Edge,
  out?: Float64Array,
): Float64Array {
  const from = readColumn(starts, "starts");
  const spans = typeof durations === "number" ? durations : readColumn(durations, "durations", from.length);
  const answers = readOut(out, from.length);
  for (let first = 0; first < from.length; first += BLOCK) {
    const end = Math.min(first + BLOCK, from.length);
    if (!addBlock(timeline, from, spans, edge, answers, first, end)) {
      for (let i = first; i < end; i++) {
        const durationMs = typeof spans === "number" ? spans : spans[i]!;
        answers[i] = Number.isSafeInteger(durationMs) ? shifted(timeline, from[i]! + 0, durationMs, edge) : Number.NaN;
      }
    }
  }
  return answers;
}

/** `elapsed` for each pair. Errors: `calendar.bad-column`. */
export function elapsedAllMs(timeline: Timeline, froms: Column, tos: Column, out?: Float64Array): Float64Array {
  const starts = readColumn(froms, "froms");
  const ends = readColumn(tos, "tos", starts.length);
  const answers = readOut(out, starts.length);
  for (let first = 0; first < starts.length; first += BLOCK) {
    const end = Math.min(first + BLOCK, starts.length);
    if (!elapsedBlock(timeline, starts, ends, answers, first, end)) {
      for (let i = first; i < end; i++) answers[i] = elapsedBetween(timeline, starts[i]! + 0, ends[i]! + 0);
    }
  }
  return answers;
}

/** Does a block whose every item has an answer in one table; false, with nothing written, for any other. */
function addBlock(
  timeline: Timeline,
  starts: Float64Array,
  durations: number | Float64Array,
  edge: Edge,
  out: Float64Array,
  first: number,
  end: number,
): boolean {
  const start = wholeRange(starts, first, end);
  if (start === undefined || start.low < timeline.reachStartMs || start.high >= timeline.reachEndMs) return false;
  const span = typeof durations === "number" ? singleRange(durations) : wholeRange(durations, first, end);
  // Deadlines forward only: the others are rarer, and go item by item. Nothing, at the near edge, is no shift at all.
  if (span === undefined || (edge === "near" ? span.low <= 0 : span.low < 0)) return false;
  // The latest start plus the longest duration bounds every answer of the block; nothing is written before it is known.
  const lastMs = shifted(timeline, start.high, span.high, "far");
  if (!(lastMs < timeline.reachEndMs)) return false;
  shiftBlock(timeline.tableOver(start.low, lastMs), starts, durations, edge === "far", out, first, end);
  return true;
}

/** The inner loop of {@link addAllMs}: B, plus the duration, and back, with both look-ups written out. */
function shiftBlock(
  table: Table,
  starts: Float64Array,
  durations: number | Float64Array,
  far: boolean,
  out: Float64Array,
  first: number,
  end: number,
): void {
  const { opens, closes, totals, slacks, cells, buckets, startMs } = table;
  const perCell = 1 / CELL_MS;
  const perBucket = 1 / table.bucketMs;
  const column = typeof durations === "number" ? undefined : durations;
  const constantMs = typeof durations === "number" ? durations : 0;
  // For whole ms "total ≤ target" is "total < target + 1": one loop serves both edges.
  const beyond = far ? 1 : 0;
  for (let item = first; item < end; item++) {
    const instantMs = starts[item]!;
    let i = cells[((instantMs - startMs) * perCell) | 0]!;
    while (closes[i]! <= instantMs) i++;
    const targetMs =
      (instantMs > opens[i]! ? instantMs - slacks[i]! : totals[i]!) +
      (column === undefined ? constantMs : column[item]!);
    // One low at a bucket's start is harmless, as the loop only goes up; never one high: totals are whole ms.
    i = buckets[(targetMs * perBucket) | 0]!;
    while (totals[i + 1]! < targetMs + beyond) i++;
    out[item] = targetMs + slacks[i]!;
  }
}

function elapsedBlock(
  timeline: Timeline,
  starts: Float64Array,
  ends: Float64Array,
  out: Float64Array,
  first: number,
  end: number,
): boolean {
  const start = wholeRange(starts, first, end);
  const stop = wholeRange(ends, first, end);
  if (start === undefined || stop === undefined) return false;
  const low = Math.min(start.low, stop.low);
  const high = Math.max(start.high, stop.high);
  if (low < timeline.reachStartMs || high >= timeline.reachEndMs) return false;
  const table = timeline.tableOver(low, high);
  const { opens, closes, totals, slacks, cells, startMs } = table;
  const perCell = 1 / CELL_MS;
  for (let item = first; item < end; item++) {
    const fromMs = starts[item]!;
    let i = cells[((fromMs - startMs) * perCell) | 0]!;
    while (closes[i]! <= fromMs) i++;
    const before = fromMs > opens[i]! ? fromMs - slacks[i]! : totals[i]!;
    const toMs = ends[item]!;
    i = cells[((toMs - startMs) * perCell) | 0]!;
    while (closes[i]! <= toMs) i++;
    out[item] = (toMs > opens[i]! ? toMs - slacks[i]! : totals[i]!) - before;
  }
  return true;
}

/** Least and greatest of a block of whole numbers, or undefined if any is not whole. */
function wholeRange(column: Float64Array, first: number, end: number): { low: number; high: number } | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let fractions = 0;
  for (let i = first; i < end; i++) {
    const value = column[i]!;
    // NaN and infinities make the sum NaN.
    fractions += value - Math.floor(value);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return fractions === 0 ? { low, high } : undefined;
}

function singleRange(value: number): { low: number; high: number } | undefined {
  return Number.isSafeInteger(value) ? { low: value, high: value } : undefined;
}
