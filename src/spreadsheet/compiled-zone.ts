/**
 * A zone made of offsets that were written down: no time zone data of the platform is asked.
 */
import { MS_PER_SECOND } from "../time/units.ts";
import type { OffsetPiece, Zone } from "../time/zone.ts";

/** The zone of a compiled calendar. Before the first offset the first one holds, after the last one the last. */
export function compiledZone(name: string, offsets: readonly (readonly [fromSec: number, offsetSec: number])[]): Zone {
  const all = offsets.map(
    ([fromSec, offsetSec]): OffsetPiece => ({
      startMs: fromSec * MS_PER_SECOND,
      offsetMs: offsetSec * MS_PER_SECOND,
    }),
  );
  const indexAt = (instantMs: number): number => {
    let [low, high] = [0, all.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (all[middle]!.startMs <= instantMs) low = middle;
      else high = middle;
    }
    return low;
  };
  return {
    name,
    offsetMsAt: (instantMs) => all[indexAt(instantMs)]!.offsetMs,
    pieces(fromMs, toMs) {
      const first = indexAt(fromMs);
      const pieces = all.slice(first, indexAt(toMs) + 1);
      // The first one holds before its start, too.
      if (first === 0) pieces[0] = { startMs: Math.min(fromMs, all[0]!.startMs), offsetMs: all[0]!.offsetMs };
      return pieces;
    },
  };
}
