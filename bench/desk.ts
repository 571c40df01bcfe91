/**
 * The desk, the starts and the durations that the benches ask about.
 */
import type { CalendarDefinition } from "../src/index.ts";

/** Two windows a day and the French holidays. */
export function deskIn(timeZone: string): CalendarDefinition {
  return { timeZone, week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] }, holidays: ["FR"] };
}

export const MS_PER_HOUR = 3_600_000;
/** What "PT4H" says. */
export const FOUR_HOURS_MS: number = 4 * MS_PER_HOUR;

/** Forty civil years: 2000 to 2039. */
export const FORTY_YEARS: readonly [fromMs: number, toMs: number] = [Date.UTC(2000, 0, 2), Date.UTC(2039, 11, 1)];

/** Numbers in [0, 1), the same in every run: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Whole instants spread evenly over [fromMs, toMs), at any ms of any hour, open or closed. */
export function startsOver(count: number, [fromMs, toMs]: readonly [number, number], seed = 1): Float64Array {
  const random = randomFrom(seed);
  return Float64Array.from({ length: count }, () => fromMs + Math.floor(random() * (toMs - fromMs)));
}
