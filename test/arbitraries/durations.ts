/**
 * Durations weighted to where they are used up: nothing, a millisecond, exactly up to an edge, and a long time.
 */

import fc from "fast-check";
import { MS_PER_HOUR, MS_PER_MINUTE, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import { clamp, type Surroundings } from "./instants.ts";

export interface DurationPick {
  readonly kind: "zero" | "one" | "exact" | "minutes" | "any" | "long";
  readonly index: number;
  readonly shiftMs: number;
  readonly fraction: number;
}

export function durationPicks(): fc.Arbitrary<DurationPick> {
  return fc.record({
    kind: fc.oneof(
      { weight: 1, arbitrary: fc.constant<DurationPick["kind"]>("zero") },
      { weight: 1, arbitrary: fc.constant<DurationPick["kind"]>("one") },
      { weight: 6, arbitrary: fc.constant<DurationPick["kind"]>("exact") },
      { weight: 3, arbitrary: fc.constant<DurationPick["kind"]>("minutes") },
      { weight: 3, arbitrary: fc.constant<DurationPick["kind"]>("any") },
      { weight: 1, arbitrary: fc.constant<DurationPick["kind"]>("long") },
    ),
    index: fc.nat(200),
    shiftMs: fc.constantFrom(0, 0, 0, -1, 1),
    fraction: fc.double({ min: 0, max: 1, noNaN: true }),
  });
}

/**
 * Durations are measured by what the calendar opens in about a month, so that no question walks through decades of a
 * calendar that opens a minute a week.
 */
const MONTHS_AT_MOST = 18;

/** The duration, never negative, that a pick means for a question asked at `t`. */
export function resolveDuration(where: Surroundings, t: number, pick: DurationPick): number {
  switch (pick.kind) {
    case "zero":
      return 0;
    case "one":
      return 1;
    case "exact": {
      const { startMs, endMs } = where.oracle.reach;
      const target = where.edges[pick.index % Math.max(1, where.edges.length)];
      // From the far ends of the supported years, counting up to an edge would take the oracle a long walk.
      if (target === undefined || Math.abs(t - target) > 800 * WALL_MS_PER_DAY) return MS_PER_HOUR;
      const exact = Math.abs(where.oracle.elapsed(clamp(t, startMs, endMs - 1), target));
      // What one version opens in a month, another may in a century.
      return clamp(exact + pick.shiftMs, 0, MONTHS_AT_MOST * where.openMs);
    }
    case "minutes":
      return Math.min(pick.index * 5 * MS_PER_MINUTE, MONTHS_AT_MOST * where.openMs);
    case "any":
      return Math.floor(pick.fraction * where.openMs);
    case "long":
      return Math.floor(pick.fraction * MONTHS_AT_MOST * where.openMs);
  }
}
