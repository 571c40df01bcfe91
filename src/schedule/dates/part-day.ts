/**
 * What part-day closures leave of a date's windows, and what they take: from those of their own date, and from the tail of the
 * night before.
 */
import type { DayPart } from "../../time/day-part.ts";
import { MINUTES_PER_DAY } from "../../time/units.ts";
import type { Window } from "../window.ts";

/** Parts as disjoint ones, sorted; those that touch are one. */
export function unitedParts(parts: readonly DayPart[]): readonly DayPart[] {
  if (parts.length < 2) return parts;
  const united: DayPart[] = [];
  for (const part of [...parts].sort((a, b) => a.fromMin - b.fromMin)) {
    const last = united.at(-1);
    if (last === undefined || last.toMin < part.fromMin) united.push(part);
    else if (part.toMin > last.toMin) united[united.length - 1] = { fromMin: last.fromMin, toMin: part.toMin };
  }
  return united;
}

/** Parts of a date as those of the date before, on whose clock they are past midnight. */
export function partsOfNightBefore(parts: readonly DayPart[]): readonly DayPart[] {
  return parts.map(({ fromMin, toMin }) => ({ fromMin: fromMin + MINUTES_PER_DAY, toMin: toMin + MINUTES_PER_DAY }));
}

/** The windows less the parts; both are sorted and disjoint. Cost: the windows and the parts once. */
export function withoutParts(windows: readonly Window[], parts: readonly DayPart[]): readonly Window[] {
  const left: Window[] = [];
  let first = 0;
  for (const { startMin, endMin } of windows) {
    while (first < parts.length && parts[first]!.toMin <= startMin) first++;
    let fromMin = startMin;
    for (let i = first; i < parts.length && parts[i]!.fromMin < endMin; i++) {
      if (parts[i]!.fromMin > fromMin) left.push({ startMin: fromMin, endMin: parts[i]!.fromMin });
      fromMin = parts[i]!.toMin;
    }
    if (fromMin < endMin) left.push({ startMin: fromMin, endMin });
  }
  return left;
}

/** What of the windows lies within the parts; both are sorted and disjoint. Cost: the windows and the parts once. */
export function withinParts(windows: readonly Window[], parts: readonly DayPart[]): readonly Window[] {
  const within: Window[] = [];
  let first = 0;
  for (const { startMin, endMin } of windows) {
    while (first < parts.length && parts[first]!.toMin <= startMin) first++;
    for (let i = first; i < parts.length && parts[i]!.fromMin < endMin; i++)
      within.push({ startMin: Math.max(startMin, parts[i]!.fromMin), endMin: Math.min(endMin, parts[i]!.toMin) });
  }
  return within;
}
