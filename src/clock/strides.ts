/**
 * Strides: the inner loops of the columns, four items a turn, on one table.
 *
 * Four at a time because the processor then overlaps their look-ups, and the engine reads each array's address and
 * length once for the four: the same loop item by item takes 1.9 times as long (figures: docs/design.md). A stride with
 * an item that has no answer in the table is not begun: the loop stops there, with nothing of it written. The places in
 * a row stand as figures, for the reason that look-up.ts gives.
 */
import { businessMsIn } from "../timeline/look-up.ts";
import { CELL_MS, type Table } from "../timeline/table.ts";

/** Items of a stride. */
export const STRIDE = 4;

/** Of which starts, and up to which business time, a table has the answers. */
export interface Bounds {
  readonly lowMs: number;
  readonly highMs: number;
  /** The last ms of a target, or the next one for the far edge, is less than this. */
  readonly targetMs: number;
}

/**
 * Writes B⁻¹(B(start) + duration) of whole strides, from item `first` on.
 *
 * @param far The latest such instant, and not the earliest; then a duration may also be 0.
 * @returns The first item that is not done: one of the next four is none for this table, or fewer than four are left.
 */
export function shiftStrides(
  { rows, cells, buckets, bucketMs, startMs }: Table,
  { lowMs, highMs, targetMs }: Bounds,
  starts: Float64Array,
  durations: number | Float64Array,
  far: boolean,
  out: Float64Array,
  first: number,
): number {
  const perCell = 1 / CELL_MS;
  const perBucket = 1 / bucketMs;
  // Near, the interval in which the last ms of the target lies; far, the one in which the next ms would lie.
  const last = far ? 0 : 1;
  const column = typeof durations === "number" ? undefined : durations;
  const all = typeof durations === "number" ? durations : 0;
  const end = starts.length - STRIDE;
  // The last interval, with the closed time before it, in which a start and in which a target was found.
  let heldLow = Number.POSITIVE_INFINITY;
  let heldHigh = Number.NEGATIVE_INFINITY;
  let heldSlack = 0;
  let heldBefore = 0;
  let targetLow = Number.POSITIVE_INFINITY;
  let targetHigh = Number.NEGATIVE_INFINITY;
  let targetSlack = 0;
  let i = first;
  for (; i <= end; i += STRIDE) {
    const t0 = starts[i]!;
    const t1 = starts[i + 1]!;
    const t2 = starts[i + 2]!;
    const t3 = starts[i + 3]!;
    if (fraction(t0) + fraction(t1) + fraction(t2) + fraction(t3) !== 0) break;
    let d0 = all;
    let d1 = all;
    let d2 = all;
    let d3 = all;
    if (column !== undefined) {
      d0 = column[i]!;
      d1 = column[i + 1]!;
      d2 = column[i + 2]!;
      d3 = column[i + 3]!;
      // Not whole also if infinite or NaN.
      if (!(d0 >= last && d1 >= last && d2 >= last && d3 >= last)) break;
      if (fraction(d0) + fraction(d1) + fraction(d2) + fraction(d3) !== 0) break;
    }
    if (
      t0 >= heldLow &&
      t0 < heldHigh &&
      t1 >= heldLow &&
      t1 < heldHigh &&
      t2 >= heldLow &&
      t2 < heldHigh &&
      t3 >= heldLow &&
      t3 < heldHigh
    ) {
      d0 += greater(t0 - heldSlack, heldBefore);
      d1 += greater(t1 - heldSlack, heldBefore);
      d2 += greater(t2 - heldSlack, heldBefore);
      d3 += greater(t3 - heldSlack, heldBefore);
    } else {
      if (!(t0 >= lowMs && t0 < highMs && t1 >= lowMs && t1 < highMs)) break;
      if (!(t2 >= lowMs && t2 < highMs && t3 >= lowMs && t3 < highMs)) break;
      let r0 = cells[((t0 - startMs) * perCell) | 0]!;
      let r1 = cells[((t1 - startMs) * perCell) | 0]!;
      let r2 = cells[((t2 - startMs) * perCell) | 0]!;
      let r3 = cells[((t3 - startMs) * perCell) | 0]!;
      while (rows[r0]! <= t0) r0 += 4;
      while (rows[r1]! <= t1) r1 += 4;
      while (rows[r2]! <= t2) r2 += 4;
      while (rows[r3]! <= t3) r3 += 4;
      heldSlack = rows[r3 + 2]!;
      heldBefore = rows[r3 + 1]!;
      heldHigh = Math.min(rows[r3]!, highMs);
      heldLow = r3 === 0 ? lowMs : Math.max(rows[r3 - 4]!, lowMs);
      d0 += greater(t0 - rows[r0 + 2]!, rows[r0 + 1]!);
      d1 += greater(t1 - rows[r1 + 2]!, rows[r1 + 1]!);
      d2 += greater(t2 - rows[r2 + 2]!, rows[r2 + 1]!);
      d3 += greater(t3 - heldSlack, heldBefore);
    }
    const k0 = d0 - last;
    const k1 = d1 - last;
    const k2 = d2 - last;
    const k3 = d3 - last;
    if (
      k0 >= targetLow &&
      k0 < targetHigh &&
      k1 >= targetLow &&
      k1 < targetHigh &&
      k2 >= targetLow &&
      k2 < targetHigh &&
      k3 >= targetLow &&
      k3 < targetHigh
    ) {
      out[i] = d0 + targetSlack;
      out[i + 1] = d1 + targetSlack;
      out[i + 2] = d2 + targetSlack;
      out[i + 3] = d3 + targetSlack;
    } else {
      if (!(k0 < targetMs && k1 < targetMs && k2 < targetMs && k3 < targetMs)) break;
      let q0 = buckets[(k0 * perBucket) | 0]!;
      let q1 = buckets[(k1 * perBucket) | 0]!;
      let q2 = buckets[(k2 * perBucket) | 0]!;
      let q3 = buckets[(k3 * perBucket) | 0]!;
      while (rows[q0 + 3]! <= k0) q0 += 4;
      while (rows[q1 + 3]! <= k1) q1 += 4;
      while (rows[q2 + 3]! <= k2) q2 += 4;
      while (rows[q3 + 3]! <= k3) q3 += 4;
      targetSlack = rows[q3 + 2]!;
      targetLow = rows[q3 + 1]!;
      targetHigh = Math.min(rows[q3 + 3]!, targetMs);
      out[i] = d0 + rows[q0 + 2]!;
      out[i + 1] = d1 + rows[q1 + 2]!;
      out[i + 2] = d2 + rows[q2 + 2]!;
      out[i + 3] = d3 + targetSlack;
    }
  }
  return i;
}

/** Math.max without a branch, for whole numbers: random instants would have one mispredicted at every opening. */
function greater(a: number, b: number): number {
  return (a + b + Math.abs(a - b)) * 0.5;
}

/** Writes B(to) − B(from) of whole strides; the rest as {@link shiftStrides}. */
export function elapsedStrides(
  { rows, cells, startMs }: Table,
  { lowMs, highMs }: Bounds,
  froms: Float64Array,
  tos: Float64Array,
  out: Float64Array,
  first: number,
): number {
  const perCell = 1 / CELL_MS;
  const end = froms.length - STRIDE;
  let i = first;
  for (; i <= end; i += STRIDE) {
    const f0 = froms[i]!;
    const f1 = froms[i + 1]!;
    const f2 = froms[i + 2]!;
    const f3 = froms[i + 3]!;
    const t0 = tos[i]!;
    const t1 = tos[i + 1]!;
    const t2 = tos[i + 2]!;
    const t3 = tos[i + 3]!;
    if (!(f0 >= lowMs && f0 < highMs && f1 >= lowMs && f1 < highMs)) break;
    if (!(f2 >= lowMs && f2 < highMs && f3 >= lowMs && f3 < highMs)) break;
    if (!(t0 >= lowMs && t0 < highMs && t1 >= lowMs && t1 < highMs)) break;
    if (!(t2 >= lowMs && t2 < highMs && t3 >= lowMs && t3 < highMs)) break;
    if (fraction(f0) + fraction(f1) + fraction(f2) + fraction(f3) !== 0) break;
    if (fraction(t0) + fraction(t1) + fraction(t2) + fraction(t3) !== 0) break;
    let r0 = cells[((f0 - startMs) * perCell) | 0]!;
    while (rows[r0]! <= f0) r0 += 4;
    let r1 = cells[((f1 - startMs) * perCell) | 0]!;
    while (rows[r1]! <= f1) r1 += 4;
    let r2 = cells[((f2 - startMs) * perCell) | 0]!;
    while (rows[r2]! <= f2) r2 += 4;
    let r3 = cells[((f3 - startMs) * perCell) | 0]!;
    while (rows[r3]! <= f3) r3 += 4;
    let q0 = cells[((t0 - startMs) * perCell) | 0]!;
    while (rows[q0]! <= t0) q0 += 4;
    let q1 = cells[((t1 - startMs) * perCell) | 0]!;
    while (rows[q1]! <= t1) q1 += 4;
    let q2 = cells[((t2 - startMs) * perCell) | 0]!;
    while (rows[q2]! <= t2) q2 += 4;
    let q3 = cells[((t3 - startMs) * perCell) | 0]!;
    while (rows[q3]! <= t3) q3 += 4;
    out[i] = businessMsIn(rows, q0, t0) - businessMsIn(rows, r0, f0);
    out[i + 1] = businessMsIn(rows, q1, t1) - businessMsIn(rows, r1, f1);
    out[i + 2] = businessMsIn(rows, q2, t2) - businessMsIn(rows, r2, f2);
    out[i + 3] = businessMsIn(rows, q3, t3) - businessMsIn(rows, r3, f3);
  }
  return i;
}

/** What is beyond the whole: 0 for whole numbers, more for others, NaN for infinities and NaN. */
function fraction(value: number): number {
  return value - Math.floor(value);
}
