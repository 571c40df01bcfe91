/**
 * Open intervals of a run of civil days, for the oracle: each day's windows put on the time-line, then merged.
 */

import { MS_PER_MINUTE, WALL_MS_PER_DAY } from "./civil.ts";
import { canPassMidnight, openWindowsOfDay } from "./day.ts";
import type { Definition } from "./definition.ts";
import { knownDays } from "./reach.ts";
import { edge, isShown, startOfDay } from "./zone.ts";

/** Half-open [start, end), epoch ms. */
export type Interval = readonly [startMs: number, endMs: number];

export interface OpenDays {
  readonly zone: string;
  readonly firstKnownDay: number;
  readonly lastKnownDay: number;
  readonly overnight: boolean;
  /** The intervals of one day's own windows, those of no length dropped, not merged. */
  ofDay(day: number): Interval[];
  /** The merged intervals of the known days from `firstDay` to `lastDay`. */
  ofDays(firstDay: number, lastDay: number): Interval[];
  /** From this instant on, windows of days before `day` say nothing that those of `day` and later do not. */
  settledFrom(day: number): number;
  /** Before this instant, days after `day` say nothing. */
  settledUntil(day: number): number;
}

export function openDays(definition: Definition): OpenDays {
  const zone = definition.timeZone;
  const known = knownDays(definition);
  const overnight = canPassMidnight(definition);
  const cache = new Map<number, Interval[]>();

  const ofDay = (day: number): Interval[] => {
    let intervals = cache.get(day);
    if (intervals === undefined) {
      intervals = intervalsOfDay(definition, day);
      cache.set(day, intervals);
    }
    return intervals;
  };

  return {
    zone,
    firstKnownDay: known.first,
    lastKnownDay: known.last,
    overnight,
    ofDay,
    ofDays(firstDay, lastDay) {
      const all: Interval[] = [];
      for (let day = Math.max(firstDay, known.first); day <= Math.min(lastDay, known.last); day += 1)
        all.push(...ofDay(day));
      return merged(all);
    },
    settledFrom: (day) => startOfDay(zone, overnight ? day + 1 : day),
    settledUntil: (day) => startOfDay(zone, day + 1),
  };
}

/** Sorted, disjoint and not touching. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const result: [number, number][] = [];
  for (const [startMs, endMs] of [...intervals].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result[result.length - 1];
    if (last !== undefined && startMs <= last[1]) last[1] = Math.max(last[1], endMs);
    else result.push([startMs, endMs]);
  }
  return result;
}

function intervalsOfDay(definition: Definition, day: number): Interval[] {
  const windows = openWindowsOfDay(definition, day);
  const zone = definition.timeZone;
  // A date that the zone skips has no windows, not even one whose end would be shown on the next date.
  if (windows.length === 0 || !isShown(zone, day)) return [];
  const midnight = day * WALL_MS_PER_DAY;
  return windows
    .map(
      ({ startMin, endMin }): Interval => [
        edge(zone, midnight + startMin * MS_PER_MINUTE),
        edge(zone, midnight + endMin * MS_PER_MINUTE),
      ],
    )
    .filter(([startMs, endMs]) => startMs < endMs);
}
