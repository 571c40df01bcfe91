/**
 * A phase: the pieces by which a cycle is judged, from its start or its last restart.
 *
 * What was missed before a change stays missed: the clock goes on by what held then, and later changes change nothing.
 * Source: docs/policies.md, "Changes while a clock runs".
 */
import { insideOf } from "../calendar/internal.ts";
import type { Cycle } from "./cycle.ts";
import { isLate, limitOf } from "./days.ts";
import type { Piece } from "./piece.ts";
import { elapsedOver, runsOf } from "./run.ts";

/** The phase of a cycle: at least one piece. */
export function phaseOf(cycle: Cycle, pieces: readonly Piece[]): readonly Piece[] {
  let phase: readonly Piece[] = pieces.slice(0, 1);
  for (const piece of pieces.slice(1)) {
    if (isMissedBefore(cycle, phase, piece.fromMs)) return phase;
    phase = piece.isRestart ? [piece] : [...phase, piece];
  }
  return phase;
}

/** Whether a cycle was missed at some instant before one. */
function isMissedBefore(cycle: Cycle, phase: readonly Piece[], instantMs: number): boolean {
  const { figure, chosen } = phase.at(-1)!;
  if (figure === null || figure === undefined) return false;
  if (figure.unit === "hours") return elapsedOver(runsOf(cycle.stretches, phase), instantMs - 1) > figure.targetMs;
  const { timeline } = insideOf(chosen.calendar);
  return isLate(timeline, limitOf(timeline, figure, phase[0]!.fromMs), instantMs - 1);
}

/** The last change by which target or calendar became another and what had elapsed stayed; minus infinity if there is none. */
export function lastKeptMs(phase: readonly Piece[]): number {
  return phase.findLast(({ isKept }) => isKept)?.fromMs ?? Number.NEGATIVE_INFINITY;
}
