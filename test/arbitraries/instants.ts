/**
 * Instants weighted to where answers turn: edges to the millisecond, clock changes, gaps and folds, dates of one's own, the end of reach.
 */

import fc from "fast-check";
import { dateOf, dayNumber, MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import { closesWhole } from "../oracle/closures.ts";
import { partDaysOf } from "../oracle/day.ts";
import { type Definition, FIRST_SUPPORTED_DATE, LAST_SUPPORTED_DATE } from "../oracle/definition.ts";
import { exceptionOn } from "../oracle/exceptions.ts";
import { isHoliday } from "../oracle/holidays.ts";
import type { Oracle } from "../oracle/oracle.ts";
import { inForce } from "../oracle/versions.ts";
import { changesBetween, dayAt, startOfDay } from "../oracle/zone.ts";

/** A choice that means nothing until it meets a calendar; small numbers, so that it shrinks well. */
export interface InstantPick {
  readonly kind: "edge" | "clock-change" | "own-date" | "reach" | "minute" | "any" | "far";
  readonly index: number;
  readonly shiftMs: number;
  readonly fraction: number;
}

export interface Surroundings {
  readonly definition: Definition;
  readonly oracle: Oracle;
  readonly focusMs: number;
  /** Open time in four weeks: those about the focus or, if they open less, those before and after all versions. */
  readonly openMs: number;
  /** Edges of open intervals about the focus, in order. */
  readonly edges: readonly number[];
  readonly clockChanges: readonly { readonly atMs: number; readonly sizeMs: number }[];
  /** First instants of the holidays, closures, exceptions and versions about the focus, and of the dates after them. */
  readonly ownMidnights: readonly number[];
}

const EDGE_RADIUS_MS = 14 * WALL_MS_PER_DAY;

export function surroundings(definition: Definition, oracle: Oracle, focusMs: number): Surroundings {
  const zone = definition.timeZone;
  const fromMs = clamp(focusMs - EDGE_RADIUS_MS, oracle.reach.startMs, oracle.reach.endMs - 1);
  const toMs = clamp(focusMs + EDGE_RADIUS_MS, oracle.reach.startMs, oracle.reach.endMs - 1);
  const edges = oracle
    .windows(fromMs, toMs)
    .flat()
    .filter((at) => at !== fromMs && at !== toMs);
  const changes = changesBetween(zone, focusMs - 20 * WALL_MS_PER_DAY, focusMs + 20 * WALL_MS_PER_DAY);
  const focusDay = dayAt(zone, focusMs);
  return {
    definition,
    oracle,
    focusMs,
    openMs: leastOpenMs(definition, oracle, focusMs),
    edges,
    clockChanges: changes.map(({ atMs, beforeMs, afterMs }) => ({ atMs, sizeMs: afterMs - beforeMs })),
    ownMidnights: ownDaysNear(definition, focusDay).flatMap((day) => [
      startOfDay(zone, day),
      startOfDay(zone, day + 1),
    ]),
  };
}

/** Days with anything but the hours of the week that held before. */
function ownDaysNear(definition: Definition, focusDay: number): number[] {
  const first = clamp(focusDay - 25, dayNumber(FIRST_SUPPORTED_DATE), dayNumber(LAST_SUPPORTED_DATE));
  const last = clamp(focusDay + 25, dayNumber(FIRST_SUPPORTED_DATE), dayNumber(LAST_SUPPORTED_DATE));
  const found: number[] = [];
  for (let day = first; day <= last; day += 1) {
    const date = dateOf(day);
    const { closures, exceptions, from } = inForce(definition, date);
    const isOwn =
      from === date ||
      isHoliday(definition, date) ||
      closesWhole(closures, date) ||
      partDaysOf(definition, date).length > 0 ||
      exceptionOn(exceptions, date) !== undefined;
    if (isOwn) found.push(day);
  }
  return found;
}

/**
 * Where the hours before all versions and those after them are unlike, what opens least counts: no question is to walk
 * through centuries.
 */
function leastOpenMs(definition: Definition, oracle: Oracle, focusMs: number): number {
  const { startMs, endMs } = oracle.reach;
  const { timeZone, versions = [] } = definition;
  const starts = versions.map(({ from }) => startOfDay(timeZone, dayNumber(from)));
  // Four weeks that end at the first version, and four that begin when the dates about the last one are over.
  const ends = [
    ...starts.slice(0, 1).map((at) => at - EDGE_RADIUS_MS),
    ...starts.slice(-1).map((at) => at + 4 * EDGE_RADIUS_MS),
  ];
  const open = [focusMs, ...ends].map((centre) => {
    const fromMs = clamp(centre - EDGE_RADIUS_MS, startMs, endMs - 1);
    const toMs = clamp(centre + EDGE_RADIUS_MS, startMs, endMs - 1);
    // Where the reach is at its end, so is every walk.
    const isWhole = centre === focusMs || toMs - fromMs === 2 * EDGE_RADIUS_MS;
    return isWhole ? oracle.elapsed(fromMs, toMs) : Number.POSITIVE_INFINITY;
  });
  return Math.min(...open);
}

const shifts: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, -1, 1) },
  { weight: 2, arbitrary: fc.integer({ min: -90, max: 90 }).map((minutes) => minutes * MS_PER_MINUTE) },
  { weight: 1, arbitrary: fc.integer({ min: -2 * MS_PER_HOUR, max: 2 * MS_PER_HOUR }) },
  { weight: 1, arbitrary: fc.constantFrom(-MS_PER_SECOND, MS_PER_SECOND, -12 * MS_PER_HOUR, 12 * MS_PER_HOUR) },
);

export function instantPicks(): fc.Arbitrary<InstantPick> {
  return fc.record({
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constant<InstantPick["kind"]>("edge") },
      { weight: 5, arbitrary: fc.constant<InstantPick["kind"]>("clock-change") },
      { weight: 2, arbitrary: fc.constant<InstantPick["kind"]>("own-date") },
      { weight: 1, arbitrary: fc.constant<InstantPick["kind"]>("reach") },
      { weight: 2, arbitrary: fc.constant<InstantPick["kind"]>("minute") },
      { weight: 3, arbitrary: fc.constant<InstantPick["kind"]>("any") },
      { weight: 1, arbitrary: fc.constant<InstantPick["kind"]>("far") },
    ),
    index: fc.nat(200),
    shiftMs: shifts,
    fraction: fc.double({ min: 0, max: 1, noNaN: true }),
  });
}

/** The instant that a pick means here. Where there is nothing of its kind, some instant about the focus. */
export function resolveInstant(where: Surroundings, pick: InstantPick): number {
  const chosen = (list: readonly number[]): number =>
    list[pick.index % list.length] ?? anywhere(where, pick, EDGE_RADIUS_MS);
  switch (pick.kind) {
    case "edge":
      return chosen(where.edges) + pick.shiftMs;
    case "clock-change": {
      const change = where.clockChanges[pick.index % Math.max(1, where.clockChanges.length)];
      if (change === undefined) return chosen(where.edges) + pick.shiftMs;
      // In a fold the clock repeats itself for its size before the change and after it; half of the time, look there.
      const withinMs = Math.floor((pick.fraction * 2 - 1) * Math.abs(change.sizeMs));
      return change.atMs + (pick.index % 2 === 0 ? pick.shiftMs : withinMs);
    }
    case "own-date":
      return chosen(where.ownMidnights) + pick.shiftMs;
    case "reach": {
      const end = pick.index % 2 === 0 ? where.oracle.reach.startMs : where.oracle.reach.endMs;
      // The ends of the supported years are centuries away: the oracle is asked to walk there now and then only.
      const isNear = Math.abs(end - where.focusMs) < 800 * WALL_MS_PER_DAY;
      return (isNear || pick.index % 10 < 1 ? end : chosen(where.edges)) + pick.shiftMs;
    }
    case "minute":
      return Math.floor(anywhere(where, pick, EDGE_RADIUS_MS) / MS_PER_MINUTE) * MS_PER_MINUTE;
    case "any":
      return anywhere(where, pick, EDGE_RADIUS_MS);
    case "far":
      return anywhere(where, pick, 400 * WALL_MS_PER_DAY);
  }
}

function anywhere(where: Surroundings, pick: InstantPick, radiusMs: number): number {
  return Math.floor(where.focusMs + (pick.fraction * 2 - 1) * radiusMs);
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
