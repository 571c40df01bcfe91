/**
 * The dates that a picture shows: all of a short time; of a long one those with something to see, the others counted.
 */
import type { WallPiece } from "./wall.ts";

/** A time of so many dates is shown whole. */
const SHOWN_WHOLE = 28;
/** Of a longer time so many dates are shown: with a gap between any two of them, fewer than 40 rows. */
const SHOWN_OF_LONG = 20;
/** Dates beside a mark that are shown with it. */
const BESIDE = 3;

/** Dates of a long time, by what makes them worth seeing. */
export interface Notable {
  /** Dates with marks. */
  readonly marked: readonly number[];
  /** Dates with something of their own: an end of a pause, a change of the clock. */
  readonly others: readonly number[];
}

/** The epoch days shown from `first` to `last`, in order. */
export function shownDays(first: number, last: number, { marked, others }: Notable): number[] {
  if (last - first < SHOWN_WHOLE) return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const shown = new Set<number>([first, last]);
  const add = (day: number): void => {
    if (shown.size < SHOWN_OF_LONG && day >= first && day <= last) shown.add(day);
  };
  for (const day of marked) add(day);
  for (let beside = 1; beside <= BESIDE; beside++)
    for (const day of marked) for (const near of [day + beside, day - beside]) add(near);
  for (const day of others) add(day);
  // One date is no longer than the line that says it is left out.
  for (const day of [...shown]) if (shown.has(day + 2)) shown.add(day + 1);
  return [...shown].sort((a, b) => a - b);
}

/** The pieces of one date. */
export function piecesOf(pieces: readonly WallPiece[], day: number): WallPiece[] {
  return pieces.filter((piece) => piece.day === day);
}
