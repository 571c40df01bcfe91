/**
 * The open intervals of a combination, date by date.
 *
 * An interval belongs to the date, in the combination's zone, on which the window that it is a part of starts; where windows of
 * several operands overlap, to the earliest of these dates. So a night shift that meets a desk open around the clock is still
 * the night shift of its evening. Units: ms; epoch days. Source: docs/semantics.md §2, "Combinations".
 */
import { mergeSorted } from "../interval/merge.ts";
import type { Combination } from "../schedule/combination.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import type { DayInterval } from "./day-intervals.ts";

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
    return intervalsOf(schedule, fromDay, toDay)
      .flatMap((intervals, index) =>
        intervals.map(([openMs, closeMs, originMs = openMs]) => ({ openMs, closeMs, originMs, day: fromDay + index })),
      )
      .sort((a, b) => a.openMs - b.openMs);
  }
  const dateAt = (instantMs: number): number => Math.floor((instantMs + zone.offsetMsAt(instantMs)) / MS_PER_UTC_DAY);
  const operands = combination.operands.map(({ schedule: operand }) => {
    const owned = ownedOf(operand, fromDay - MARGIN_DAYS, toDay + MARGIN_DAYS, intervalsOf);
    return operand.zone.name === zone.name ? owned : owned.map((piece) => ({ ...piece, day: dateAt(piece.originMs) }));
  });
  return combined(combination, operands);
}

function combined({ operation }: Combination, operands: readonly (readonly Owned[])[]): readonly Owned[] {
  if (operation === "union") return operands.flat().sort((a, b) => a.openMs - b.openMs);
  const [first = [], ...others] = operands;
  return operation === "intersection" ? others.reduce(shared, first) : less(first, others[0] ?? []);
}

/** What lies in both, piece by piece. */
function shared(a: readonly Owned[], b: readonly Owned[]): readonly Owned[] {
  const pieces: Owned[] = [];
  for (const [one, other] of overlaps(a, b)) {
    const openMs = Math.max(one.openMs, other.openMs);
    const closeMs = Math.min(one.closeMs, other.closeMs);
    const { originMs, day } = one.originMs <= other.originMs ? one : other;
    pieces.push({ openMs, closeMs, originMs, day });
  }
  return pieces.sort((x, y) => x.openMs - y.openMs);
}

/** What lies in `a` and not in `b`. */
function less(a: readonly Owned[], b: readonly Owned[]): readonly Owned[] {
  const rest = new Map<Owned, Owned[]>(a.map((one) => [one, [one]]));
  for (const [one, other] of overlaps(a, b)) {
    const pieces = rest.get(one)!.flatMap((piece) => [
      { ...piece, closeMs: Math.min(piece.closeMs, other.openMs) },
      { ...piece, openMs: Math.max(piece.openMs, other.closeMs) },
    ]);
    rest.set(
      one,
      pieces.filter((piece) => piece.openMs < piece.closeMs),
    );
  }
  return [...rest.values()].flat();
}

/** Pairs that overlap; both lists are sorted by opening. */
function* overlaps(a: readonly Owned[], b: readonly Owned[]): Generator<readonly [Owned, Owned]> {
  let first = 0;
  for (const one of a) {
    // A window lasts about a day at most, so those of three days before are over; a later one of `a` opens no earlier.
    while (first < b.length && b[first]!.openMs < one.openMs - 3 * MS_PER_UTC_DAY) first++;
    for (let i = first; i < b.length && b[i]!.openMs < one.closeMs; i++) {
      if (b[i]!.closeMs > one.openMs) yield [one, b[i]!];
    }
  }
}

function merged(pieces: readonly Owned[]): readonly DayInterval[] {
  if (pieces.length === 0) return [];
  const sorted = [...pieces].sort((a, b) => a.openMs - b.openMs);
  const opens = Float64Array.from(sorted, (piece) => piece.openMs);
  const closes = Float64Array.from(sorted, (piece) => piece.closeMs);
  const count = mergeSorted(opens, closes, sorted.length);
  return Array.from({ length: count }, (_, i) => [opens[i]!, closes[i]!] as const);
}
