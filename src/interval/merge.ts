/**
 * The one merge of half-open intervals [open, close).
 *
 * Units: whatever the caller's numbers are (instants in ms).
 * Laws:  the result is sorted, disjoint and non-touching, covers exactly what the input covers, and merging it again
 *        changes nothing.
 */

/**
 * Merges, in place, intervals sorted by opening where they touch or overlap; those of no length are dropped.
 *
 * @returns How many are left, at the front of the columns.
 * @example mergeSorted(Float64Array.of(0, 2, 9), Float64Array.of(2, 5, 9), 3) // 1
 */
export function mergeSorted(opens: Float64Array, closes: Float64Array, count: number): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const open = opens[i]!;
    const close = closes[i]!;
    if (close <= open) continue;
    if (kept > 0 && open <= closes[kept - 1]!) {
      // The earlier one may reach further than this one: an overnight window over a short one.
      closes[kept - 1] = Math.max(closes[kept - 1]!, close);
    } else {
      opens[kept] = open;
      closes[kept] = close;
      kept++;
    }
  }
  return kept;
}
