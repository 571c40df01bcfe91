/**
 * A phase: the pieces by which a cycle is judged, from its start or its last restart.
 *
 * What was missed before a change stays missed: the clock goes on by what held then, and later changes change nothing.
 * Source: docs/policies.md, "Changes while a clock runs".
 */
import { insideOf } from "../../calendar/internal.ts";
import { type Cycle, gapAt } from "../clocks/cycle.ts";
import { isLate, limitOf } from "./days.ts";
import { Meter } from "./meter.ts";
import type { Piece } from "./piece.ts";

/** The phase of a cycle: at least one piece. */
export function phaseOf(cycle: Cycle, pieces: readonly Piece[]): readonly Piece[] {
  const meter = new Meter(cycle.stretches);
  let phase: Piece[] = [];
  for (const piece of pieces) {
    if (phase.length > 0 && isMissedBefore(cycle, phase, meter, piece.fromMs)) break;
    if (piece.isRestart) phase = [];
    phase.push(piece);
    meter.take(piece);
  }
  return phase;
}

/** Whether a cycle was missed at some instant before one; while it is stopped it is not, however late it would be. */
function isMissedBefore(cycle: Cycle, phase: readonly Piece[], meter: Meter, instantMs: number): boolean {
  const { figure, chosen } = phase.at(-1)!;
  if (figure === null || figure === undefined) return false;
  const lastMs = gapAt(cycle, instantMs)?.stopMs ?? instantMs - 1;
  if (lastMs < lastKeptMs(phase)) return false;
  if (figure.unit === "hours") return meter.elapsedAt(lastMs, figure.count) > figure.targetMs;
  const { timeline } = insideOf(chosen.calendar);
  return isLate(timeline, limitOf(timeline, figure, phase[0]!.fromMs), lastMs);
}

/** The last change by which target or calendar became another and what had elapsed stayed; minus infinity if there is none. */
export function lastKeptMs(phase: readonly Piece[]): number {
  return phase.findLast(({ isKept }) => isKept)?.fromMs ?? Number.NEGATIVE_INFINITY;
}
