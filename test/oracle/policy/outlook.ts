/**
 * Outlook: when something is used up if the clock goes on as it is, and when its result can next change by itself.
 */

import { type Ground, holdsOf, isOther } from "./holds.ts";
import { hoursOf } from "./hours.ts";
import type { Cycle } from "./life.ts";
import { isHours, type Measured, targetMsOf } from "./measure.ts";
import type { Expected } from "./types.ts";

/** The first instant by which so much has counted: in what has been, else from the end on. The target is one in hours. */
export function whenCounted({ counted, elapsedMs, held }: Measured, end: number, ms: number): number {
  let left = ms;
  for (const [from, to] of counted) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  if (!isHours(held)) throw new TypeError("nothing counts");
  return hoursOf(held.choice.definition).after(held.figure.count, end, ms - elapsedMs);
}

export function nextChange(
  ground: Ground,
  cycle: Cycle,
  measured: Measured,
  { dueAt, missedAt }: Expected,
  shares: readonly number[],
  asOf: number,
): number | null {
  const { held } = measured;
  const candidates: (number | null)[] = [
    hoursOf(held.choice.definition).nextEdge(asOf),
    nextOtherAge(ground, cycle, measured, asOf),
    ...[dueAt, missedAt].map((text) => (text ? Date.parse(text) : null)),
    // A share is reached in the first whole millisecond by which it is.
    ...shares.map((share) =>
      whenCounted(measured, asOf, Math.ceil((Math.round(share * 100) * targetMsOf(held)) / 100)),
    ),
  ];
  const ahead = candidates.filter((t): t is number => t !== null && t > asOf);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** When the first age begins that gives the clock another target or calendar. */
function nextOtherAge(ground: Ground, { startedAt }: Cycle, { held }: Measured, asOf: number): number | null {
  for (const { from } of ground.ages) {
    if (from <= asOf) continue;
    const last = holdsOf(ground, startedAt, from).at(-1);
    if (last !== undefined && isOther(held, last)) return from;
  }
  return null;
}

/** Versions that begin before the next change: with the same target and calendar they may still change the `version`. */
export function restated({ ages, modes }: Ground, asOf: number, next: number): number[] {
  if ((modes.policy ?? "keep") === "keep" && (modes.calendar ?? "keep") === "keep") return [];
  return ages.map(({ from }) => from).filter((from) => from > asOf && from < next);
}
