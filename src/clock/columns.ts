/**
 * Whole columns of deadlines and elapsed times.
 *
 * Laws:  item by item the same as the scalar form; NaN where that one throws. Columns never throw for an item.
 * Cost:  a few look-ups an item (bench/columns.bench.ts). What a table at hand answers goes in strides; where they
 *        stop, the table is grown to what the next items need; what they cannot do then is done item by item.
 */
import { businessMsAt } from "../timeline/look-up.ts";
import type { Table } from "../timeline/table.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { type Column, readColumn, readOut } from "./read-column.ts";
import { type Edge, elapsedBetween, isAskable, shifted } from "./search.ts";
import { type Bounds, elapsedStrides, STRIDE, shiftStrides } from "./strides.ts";

/** Items that a table is grown for at once: few enough that only years near those asked about are compiled. */
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
  const far = edge === "far";
  // Deadlines forward only: the others are rarer, and go item by item. Nothing, at the near edge, is no shift at all.
  const least = far ? 0 : 1;
  // Of a large definition an item may be farther from its answer than a question may search: the scalar form sees to that.
  const strides =
    timeline.farthestMs === Number.POSITIVE_INFINITY &&
    (typeof spans !== "number" || (Number.isSafeInteger(spans) && spans >= least));
  const answers = readOut(out, from.length);
  return inStrides(timeline, answers, {
    tableFor: (first, end) => (strides ? tableForShifts(timeline, from, spans, first, end) : undefined),
    strides: (table, bounds, first) => shiftStrides(table, bounds, from, spans, far, answers, first),
    item: (i) => {
      const durationMs = typeof spans === "number" ? spans : spans[i]!;
      return Number.isSafeInteger(durationMs) ? shifted(timeline, from[i]! + 0, durationMs, edge) : Number.NaN;
    },
  });
}

/** `elapsed` for each pair. Errors: `calendar.bad-column`. */
export function elapsedAllMs(timeline: Timeline, froms: Column, tos: Column, out?: Float64Array): Float64Array {
  const starts = readColumn(froms, "froms");
  const ends = readColumn(tos, "tos", starts.length);
  const answers = readOut(out, starts.length);
  return inStrides(timeline, answers, {
    tableFor: (first, end) =>
      timeline.farthestMs === Number.POSITIVE_INFINITY ? tableForSpans(timeline, starts, ends, first, end) : undefined,
    strides: (table, bounds, first) => elapsedStrides(table, bounds, starts, ends, answers, first),
    item: (i) => elapsedBetween(timeline, starts[i]! + 0, ends[i]! + 0),
  });
}

/** What {@link inStrides} asks about a column. */
interface Work {
  /** A table that should answer the items from `first` to `end`, as far as one can be had. */
  tableFor(first: number, end: number): Table | undefined;
  /** Does strides from `first` on; the first item that is not done. */
  strides(table: Table, bounds: Bounds, first: number): number;
  /** The answer to one item. */
  item(i: number): number;
}

/** Fills `out`: in strides where it can be, else item by item. */
function inStrides(timeline: Timeline, out: Float64Array, work: Work): Float64Array {
  let table: Table | undefined;
  let bounds: Bounds | undefined;
  let grownTo = 0;
  for (let first = 0; first < out.length; ) {
    if (table !== undefined && bounds !== undefined) first = work.strides(table, bounds, first);
    const end = Math.min(first + STRIDE, out.length);
    if (first >= grownTo && first < out.length) {
      grownTo = Math.min(first + BLOCK, out.length);
      table = work.tableFor(first, grownTo) ?? table;
      bounds = table && boundsOf(timeline, table);
    } else {
      for (; first < end; first++) out[first] = work.item(first);
    }
  }
  return out;
}

/** What a table has the answers to, within the reach. */
function boundsOf({ reachStartMs, reachEndMs }: Timeline, table: Table): Bounds {
  const highMs = Math.min(table.endMs, reachEndMs);
  // Less business time than there is before the end: the answer then lies before the end at either edge.
  return { lowMs: Math.max(table.startMs, reachStartMs), highMs, targetMs: businessMsAt(table, highMs) - 1 };
}

function tableForShifts(
  timeline: Timeline,
  starts: Float64Array,
  durations: number | Float64Array,
  first: number,
  end: number,
): Table | undefined {
  let [low, high, longest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let i = first; i < end; i++) {
    const startMs = starts[i]!;
    const durationMs = typeof durations === "number" ? durations : durations[i]!;
    if (!isAskable(timeline, startMs) || !Number.isSafeInteger(durationMs)) continue;
    low = Math.min(low, startMs);
    high = Math.max(high, startMs);
    longest = Math.max(longest, durationMs);
  }
  if (low > high) return undefined;
  // The latest start plus the longest duration bounds every answer; one beyond the reach is for nobody but itself.
  const lastMs = shifted(timeline, high, longest, "far");
  return timeline.tableOver(low, lastMs < timeline.reachEndMs ? lastMs : high);
}

function tableForSpans(
  timeline: Timeline,
  froms: Float64Array,
  tos: Float64Array,
  first: number,
  end: number,
): Table | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = first; i < end; i++) {
    const fromMs = froms[i]!;
    const toMs = tos[i]!;
    if (!isAskable(timeline, fromMs) || !isAskable(timeline, toMs)) continue;
    low = Math.min(low, fromMs, toMs);
    high = Math.max(high, fromMs, toMs);
  }
  return low > high ? undefined : timeline.tableOver(low, high);
}
