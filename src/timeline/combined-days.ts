/**
 * The open intervals of a combination, date by date.
 *
 * An interval belongs to the date, in the combination's zone, on which the window that it is a part of starts; where windows of
 * several operands overlap, to the earliest of these dates. So a night shift that meets a desk open around the clock is still
 * the night shift of its evening. Units: ms; epoch days. Source: docs/semantics.md §2, "Combinations".
 */
import type { Combination, Schedule } from "../schedule/schedule.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import type { DayInterval } from "./day-interval.ts";

/** An open interval, the opening of the window that it is a part of, and the epoch day of that, in its calendar's zone. */
interface Owned {
  readonly openMs: number;
  readonly closeMs: number;
  readonly originMs: number;
  readonly day: number;
}

/** Days to look at beside those asked: an operand's date may be another, and its windows reach into the next. */
const MARGIN_DAYS = 4;

/** How the open intervals of the dates in [fromDay, toDay) of a calendar with hours of its own are found. */
type IntervalsOf = (schedule: Schedule, fromDay: number, toDay: number) => readonly (readonly DayInterval[])[];

/** Intervals of each date in [fromDay, toDay) of a combination, sorted and merged. */
export function combinedDays(
  schedule: Schedule,
  fromDay: number,
  toDay: number,
  intervalsOf: IntervalsOf,
): (readonly DayInterval[])[] {
  const days: Owned[][] = Array.from({ length: toDay - fromDay }, () => []);
  for (const piece of ownedOf(schedule, fromDay, toDay, intervalsOf)) days[piece.day - fromDay]?.push(piece);
  return days.map(merged);
}

/** Intervals of the dates about [fromDay, toDay), by opening. */
function ownedOf(schedule: Schedule, fromDay: number, toDay: number, intervalsOf: IntervalsOf): readonly Owned[] {
  const { combination, zone } = schedule;
  if (combination === undefined) {
    const own: Owned[] = [];
    intervalsOf(schedule, fromDay, toDay).forEach((intervals, index) => {
      for (const [openMs, closeMs, originMs = openMs] of intervals)
        own.push({ openMs, closeMs, originMs, day: fromDay + index });
    });
    return sorted(own);
  }
  const dateAt = (instantMs: number): number => Math.floor((instantMs + zone.offsetMsAt(instantMs)) / MS_PER_UTC_DAY);
  const operands = combination.operands.map(({ schedule: operand }) => {
    const owned = ownedOf(operand, fromDay - MARGIN_DAYS, toDay + MARGIN_DAYS, intervalsOf);
    return operand.zone.name === zone.name ? owned : owned.map((piece) => ({ ...piece, day: dateAt(piece.originMs) }));
  });
  return combined(combination, operands);
}

function combined({ operation }: Combination, operands: readonly (readonly Owned[])[]): readonly Owned[] {
  if (operation === "union") return sorted(operands.flat());
  const [first = [], ...others] = operands;
  return operation === "intersection" ? others.reduce(shared, first) : less(first, others[0] ?? []);
}

/** By opening. Most lists are in order already, and to see that costs a tenth of sorting them. */
function sorted(pieces: Owned[]): Owned[] {
  const isSorted = pieces.every((piece, i) => i === 0 || pieces[i - 1]!.openMs <= piece.openMs);
  return isSorted ? pieces : pieces.sort((a, b) => a.openMs - b.openMs);
}

/** What lies in both, piece by piece. */
function shared(a: readonly Owned[], b: readonly Owned[]): readonly Owned[] {
  const pieces: Owned[] = [];
  forOverlaps(a, b, (one, other) => {
    const { originMs, day } = one.originMs <= other.originMs ? one : other;
    pieces.push({
      openMs: Math.max(one.openMs, other.openMs),
      closeMs: Math.min(one.closeMs, other.closeMs),
      originMs,
      day,
    });
  });
  return sorted(pieces);
}

/** What lies in `a` and not in `b`. */
function less(a: readonly Owned[], b: readonly Owned[]): readonly Owned[] {
  const rest = new Map<Owned, Owned[]>();
  forOverlaps(a, b, (one, other) => {
    const pieces = rest.get(one) ?? [one];
    rest.set(one, pieces);
    // Those of `b` come by opening: what is left before one of them stays, and only the last piece is cut.
    const last = pieces.pop();
    if (last === undefined) return;
    if (last.openMs < other.openMs) pieces.push({ ...last, closeMs: Math.min(last.closeMs, other.openMs) });
    if (other.closeMs < last.closeMs) pieces.push({ ...last, openMs: Math.max(last.openMs, other.closeMs) });
  });
  return a.flatMap((one) => rest.get(one) ?? one);
}

/**
 * Each pair that overlaps; both lists are sorted by opening. What of `b` is open when a piece of `a` opens is kept at hand, and what
 * opens before that piece closes is looked at from there on: no pair is looked at that does not overlap, but once when it is over.
 */
function forOverlaps(a: readonly Owned[], b: readonly Owned[], visit: (one: Owned, other: Owned) => void): void {
  let open: Owned[] = [];
  let next = 0;
  for (const one of a) {
    while (next < b.length && b[next]!.openMs <= one.openMs) open.push(b[next++]!);
    if (open.length > 0) open = open.filter((other) => other.closeMs > one.openMs);
    for (const other of open) visit(one, other);
    for (let i = next; i < b.length && b[i]!.openMs < one.closeMs; i++) visit(one, b[i]!);
  }
}

/** The intervals of a date's pieces; those that touch or overlap are one. */
function merged(pieces: Owned[]): readonly DayInterval[] {
  const intervals: [openMs: number, closeMs: number][] = [];
  for (const { openMs, closeMs } of sorted(pieces)) {
    const last = intervals.at(-1);
    if (last !== undefined && openMs <= last[1]) last[1] = Math.max(last[1], closeMs);
    else intervals.push([openMs, closeMs]);
  }
  return intervals;
}
