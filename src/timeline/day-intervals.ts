/**
 * The open intervals that the windows of one civil date become: the step from civil time to instants.
 *
 * Source: docs/semantics.md §1 (edges) and §2 (a skipped date has no open time; windows of no length are dropped).
 */

import type { DayPlan } from "../schedule/day-plan.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { MINUTES_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, MS_PER_UTC_DAY } from "../time/units.ts";
import { edgeInPieces, type OffsetPiece, pieceAt } from "../time/zone.ts";
import { combinedDays } from "./combined-days.ts";
import type { DayInterval } from "./day-interval.ts";

/** No edge of a date lies further than this from the date's UTC midnight, overnight tail and offset included. */
const MARGIN_MS = 96 * MS_PER_HOUR;

/** For how long at a time offsets are asked for, from an open date on. */
const STRETCH_MS = 32 * MS_PER_UTC_DAY;

const NONE: readonly DayInterval[] = Object.freeze([]);

/** A date's windows end within two days of its midnight. */
const LONGEST_DAY_MS = 2 * MS_PER_UTC_DAY;

/** Intervals of a date's own windows, in order of opening; unclipped, and not merged with those of other dates. */
export function intervalsOfDay(schedule: Schedule, epochDay: number): readonly DayInterval[] {
  return intervalsOfDays(schedule, epochDay, epochDay + 1)[0]!;
}

/** {@link intervalsOfDay} of the windows of a plan. */
export function intervalsOfPlan(schedule: Schedule, epochDay: number, plan: DayPlan): readonly DayInterval[] {
  if (plan.windows.length === 0) return [];
  const midnightMs = epochDay * MS_PER_UTC_DAY;
  return intervalsInPieces(plan, midnightMs, schedule.zone.pieces(midnightMs - MARGIN_MS, midnightMs + MARGIN_MS), 0);
}

/** {@link intervalsOfDay} of each date in [fromDay, toDay). */
export function intervalsOfDays(schedule: Schedule, fromDay: number, toDay: number): (readonly DayInterval[])[] {
  const { combination, zone } = schedule;
  if (combination !== undefined) return combinedDays(schedule, fromDay, toDay, intervalsOfDays);
  const days: (readonly DayInterval[])[] = [];
  let pieces: readonly OffsetPiece[] = [];
  let [piece, knownMs] = [0, Number.NEGATIVE_INFINITY];
  for (let day = fromDay; day < toDay; day++) {
    const plan = schedule.planOf(day);
    // Of a closed date no offset is asked for: in a long closing they would be most of the cost.
    if (plan.windows.length === 0) {
      days.push(NONE);
      continue;
    }
    const midnightMs = day * MS_PER_UTC_DAY;
    if (midnightMs + MARGIN_MS > knownMs) {
      knownMs = Math.min(midnightMs + STRETCH_MS, toDay * MS_PER_UTC_DAY + MARGIN_MS);
      [pieces, piece] = [zone.pieces(midnightMs - MARGIN_MS, knownMs), 0];
    }
    piece = pieceAt(pieces, piece, midnightMs);
    days.push(intervalsInPieces(plan, midnightMs, pieces, piece));
  }
  return days;
}

/** Intervals of a plan, the zone's pieces being at hand; no edge of the date may lie before piece `first`. */
function intervalsInPieces(
  plan: DayPlan,
  midnightMs: number,
  pieces: readonly OffsetPiece[],
  first: number,
): DayInterval[] {
  const offsetMs = steadyOffset(pieces, first, midnightMs);
  if (offsetMs !== undefined) return intervalsAt(plan, midnightMs - offsetMs);
  // Even an overnight window does not open on a date that never was.
  if (
    pieces.length > 1 &&
    edgeInPieces(pieces, first, midnightMs) === edgeInPieces(pieces, first, midnightMs + MS_PER_UTC_DAY)
  )
    return [];
  const intervals: DayInterval[] = [];
  let originMs = Number.NaN;
  for (const { startMin, endMin } of plan.windows) {
    const openMs = edgeInPieces(pieces, first, midnightMs + startMin * MS_PER_MINUTE);
    const closeMs = edgeInPieces(pieces, first, midnightMs + endMin * MS_PER_MINUTE);
    if (startMin < MINUTES_PER_DAY) originMs = openMs;
    if (closeMs > openMs) intervals.push(startMin < MINUTES_PER_DAY ? [openMs, closeMs] : [openMs, closeMs, originMs]);
  }
  return intervals;
}

/** The offset of all edges of a date, if no change is near it: so it is on nearly all dates, and no piece need be sought. */
function steadyOffset(pieces: readonly OffsetPiece[], first: number, midnightMs: number): number | undefined {
  const { startMs, offsetMs } = pieces[first]!;
  const isLater = startMs > midnightMs - offsetMs;
  const isOver = first + 1 < pieces.length && pieces[first + 1]!.startMs + offsetMs <= midnightMs + LONGEST_DAY_MS;
  return isLater || isOver ? undefined : offsetMs;
}

/** Intervals of a date whose clock does not change, from its midnight as an instant. */
function intervalsAt({ windows }: DayPlan, startMs: number): DayInterval[] {
  const intervals: DayInterval[] = [];
  let originMs = Number.NaN;
  for (const { startMin, endMin } of windows) {
    if (endMin <= startMin) continue;
    const openMs = startMs + startMin * MS_PER_MINUTE;
    const closeMs = startMs + endMin * MS_PER_MINUTE;
    if (startMin < MINUTES_PER_DAY) {
      originMs = openMs;
      intervals.push([openMs, closeMs]);
    } else intervals.push([openMs, closeMs, originMs]);
  }
  return intervals;
}
