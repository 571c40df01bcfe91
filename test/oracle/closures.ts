/**
 * Closures: one's own closed dates, whole or in part.
 */

import { minutesOf } from "./civil.ts";
import type { Closure } from "./definition.ts";
import { kindOfSpan, spanHas } from "./span.ts";

/** The civil time of a date that is closed, as minutes from its 00:00. */
export interface PartDay {
  readonly fromMin: number;
  readonly toMin: number;
}

/** "24:00" says "for the rest of this date's windows", which may run into the night. */
export function partDay(from: string, to: string): PartDay {
  return { fromMin: minutesOf(from), toMin: to === "24:00" ? Number.POSITIVE_INFINITY : minutesOf(to) };
}

/** Do these close the date whole? */
export function closesWhole(closures: readonly Closure[], date: string): boolean {
  return closures.some((closure) => {
    if (typeof closure === "string") return spanHas(closure, date);
    if (!("date" in closure)) return spanHas(rangeOf(closure), date);
    return !("from" in closure) && spanHas(closure.date, date);
  });
}

export function partDaysOfClosures(closures: readonly Closure[], date: string): PartDay[] {
  const parts: PartDay[] = [];
  for (const closure of closures) {
    if (typeof closure === "string" || !("date" in closure) || !("from" in closure)) continue;
    if (spanHas(closure.date, date)) parts.push(partDay(closure.from, closure.to));
  }
  return parts;
}

/** `{ from, to }` is the range from the one to the other: both dates, or both days of every year. */
function rangeOf({ from, to }: { from: string; to: string }): string {
  if (kindOfSpan(from) !== kindOfSpan(to)) throw new TypeError(`one of ${from} and ${to} is of every year`);
  return `${from}/${to}`;
}
