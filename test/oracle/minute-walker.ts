/**
 * Minute walker: a second oracle, dumber than the first, for short stretches with whole-minute offsets.
 *
 * It never looks for an edge. It watches the zone's clock go by, minute after minute, and keeps the latest wall shown
 * so far, the high-water mark. "The first instant at which the clock shows X, or later" has come exactly when the mark
 * has reached X, so a window is open from when the mark reaches its start until the mark reaches its end. In a gap the
 * mark jumps; while the clock repeats itself the mark stands still. A part-day closure of a date is closed to the night
 * before in the same way, from when the mark reaches its first edge until the mark reaches its second.
 */

import { dateOf, MINUTES_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, WALL_MS_PER_DAY } from "./civil.ts";
import { partDaysOf, windowsOfDay } from "./day.ts";
import type { Definition } from "./definition.ts";
import type { Interval } from "./intervals.ts";
import { readClock } from "./zone.ts";

export interface WalkedMinute {
  readonly atMs: number;
  readonly open: boolean;
}

/** Long enough for the mark to settle and for the night before to have been seen. */
const LEAD_MS = 72 * MS_PER_HOUR;

/** One stretch is walked under several calendars: its clock is read once. */
const readings = new Map<string, number[]>();

function clockReadings(zone: string, fromMs: number, toMs: number): number[] {
  const key = `${zone} ${fromMs} ${toMs}`;
  let walls = readings.get(key);
  if (walls === undefined) {
    walls = [];
    for (let atMs = fromMs; atMs < toMs; atMs += MS_PER_MINUTE) walls.push(readClock(zone, atMs));
    readings.clear();
    readings.set(key, walls);
  }
  return walls;
}

/** The minutes of [startMs, endMs), both on whole minutes. */
export function walkMinutes(definition: Definition, startMs: number, endMs: number): WalkedMinute[] {
  const zone = definition.timeZone;
  const walked: WalkedMinute[] = [];
  const shown = new Set<number>();
  const windows = new Map<number, ReturnType<typeof windowsOfDay>>();
  const closures = new Map<number, ReturnType<typeof partDaysOf>>();
  let mark = Number.NEGATIVE_INFINITY;

  /** Is this minute of the date in one of its part-day closures? */
  const isClosedToTheNight = (day: number, minute: number): boolean => {
    let closed = closures.get(day);
    if (closed === undefined) {
      closed = partDaysOf(definition, dateOf(day));
      closures.set(day, closed);
    }
    return closed.some(({ fromMin, toMin }) => fromMin <= minute && minute < toMin);
  };

  const isOpenOn = (day: number): boolean => {
    // A date that never came has no windows.
    if (!shown.has(day)) return false;
    let own = windows.get(day);
    if (own === undefined) {
      own = windowsOfDay(definition, day);
      windows.set(day, own);
    }
    const minute = (mark - day * WALL_MS_PER_DAY) / MS_PER_MINUTE;
    if (!own.some(({ startMin, endMin }) => startMin <= minute && minute < endMin)) return false;
    return minute < MINUTES_PER_DAY || !isClosedToTheNight(day + 1, minute - MINUTES_PER_DAY);
  };

  for (const [index, wall] of clockReadings(zone, startMs - LEAD_MS, endMs).entries()) {
    const atMs = startMs - LEAD_MS + index * MS_PER_MINUTE;
    shown.add(Math.floor(wall / WALL_MS_PER_DAY));
    mark = Math.max(mark, wall);
    const day = Math.floor(mark / WALL_MS_PER_DAY);
    if (atMs >= startMs) walked.push({ atMs, open: isOpenOn(day) || isOpenOn(day - 1) });
  }
  return walked;
}

/** The open runs of a walk, as half-open intervals. */
export function runsOf(minutes: readonly WalkedMinute[]): Interval[] {
  const runs: [number, number][] = [];
  for (const { atMs, open } of minutes) {
    if (!open) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last[1] === atMs) last[1] = atMs + MS_PER_MINUTE;
    else runs.push([atMs, atMs + MS_PER_MINUTE]);
  }
  return runs;
}
