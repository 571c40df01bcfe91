/**
 * Windows of one date, as a user writes them: usual ones, awkward ones, and any that the rules allow.
 */

import fc from "fast-check";
import { timeOf } from "../oracle/civil.ts";

/** Found in the wild, or made to sit on what is hard: midnights, clock changes, single minutes. */
const KNOWN: readonly (readonly string[])[] = [
  ["09:00-17:00"],
  ["09:00-12:00", "14:00-17:00"],
  ["08:30-12:15", "13:00-18:45"],
  ["08:00-12:00", "12:00-16:00"],
  ["00:00-24:00"],
  ["00:00-08:00", "16:00-24:00"],
  ["12:00-12:01"],
  ["00:00-00:01"],
  ["23:59-24:00"],
  ["02:30-02:31"],
  ["00:30-02:30", "02:45-03:15", "04:00-05:00"],
  ["01:15-01:45", "23:15-23:45"],
];

const KNOWN_OVERNIGHT: readonly (readonly string[])[] = [
  ["22:00-06:00"],
  ["18:00-17:59"],
  ["20:00-02:30"],
  ["06:00-10:00", "22:00-03:00"],
  ["23:00-00:30"],
  ["23:59-00:01"],
];

/** One, two or many disjoint windows from sorted minutes; neighbours may touch. */
const anySameDay: fc.Arbitrary<string[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 16 })
  .map((minutes) => pairs([...minutes].sort((a, b) => a - b)));

/** The last window of the date runs into the night, as far as a minute before its own start. */
const anyOvernight: fc.Arbitrary<string[]> = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 1439 }), { minLength: 1, maxLength: 7 }), fc.nat())
  .map(([minutes, pick]) => {
    const sorted = [...minutes].sort((a, b) => a - b);
    const start = sorted[sorted.length - 1] ?? 1;
    return [...pairs(sorted.slice(0, -1)), `${timeOf(start)}-${timeOf(pick % start)}`];
  });

/** A window every hour or so: what a definition with many windows looks like. */
const many: fc.Arbitrary<string[]> = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 19 }), fc.integer({ min: 20, max: 45 }))
  .map(([first, length, step]) => {
    const windows: string[] = [];
    for (let at = first; at + length <= 1440; at += step) windows.push(`${timeOf(at)}-${timeOf(at + length)}`);
    return windows;
  });

function pairs(sorted: readonly number[]): string[] {
  const windows: string[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 2) {
    const start = sorted[index] ?? 0;
    const end = sorted[index + 1] ?? 0;
    // Every other pair is cut in two that touch: it must make no difference.
    if (index % 4 === 2 && end - start > 1)
      windows.push(`${timeOf(start)}-${timeOf(start + 1)}`, `${timeOf(start + 1)}-${timeOf(end)}`);
    else windows.push(`${timeOf(start)}-${timeOf(end)}`);
  }
  return windows;
}

export interface WindowsOptions {
  /** May a window pass midnight? Default: yes. */
  readonly overnight?: boolean;
}

/** At least one window, never overlapping on their own date. */
export function dayWindows({ overnight = true }: WindowsOptions = {}): fc.Arbitrary<string[]> {
  const sameDay = [
    { weight: 6, arbitrary: fc.constantFrom(...KNOWN).map((windows) => [...windows]) },
    { weight: 2, arbitrary: anySameDay },
    { weight: 1, arbitrary: many },
  ];
  if (!overnight) return fc.oneof(...sameDay);
  return fc.oneof(
    ...sameDay,
    { weight: 3, arbitrary: fc.constantFrom(...KNOWN_OVERNIGHT).map((windows) => [...windows]) },
    { weight: 1, arbitrary: anyOvernight },
  );
}

/** Windows, or none: a closed day. */
export function dayWindowsOrNone(options: WindowsOptions = {}): fc.Arbitrary<string[]> {
  return fc.oneof({ weight: 2, arbitrary: dayWindows(options) }, { weight: 1, arbitrary: fc.constant<string[]>([]) });
}
