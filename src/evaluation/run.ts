/**
 * Runs: the stretches of a clock, each with the time that counts in it, and what has elapsed over them.
 *
 * On a clock that nothing changed a stretch is a run. Instants in ms.
 */
import { countedTime, type HoursCount } from "../calendar/counting.ts";
import type { TimelineMs } from "../calendar/timeline-face.ts";
import type { Stretch } from "./cycle.ts";
import type { Piece } from "./piece.ts";

/** A stretch in which the time of one timeline counts; without an end for the last. */
export interface Run extends Stretch {
  readonly timeline: TimelineMs;
}

/** The runs of the stretches under pieces, from the first piece on. A piece under which nothing counts has none. */
export function runsOf(stretches: readonly Stretch[], pieces: readonly Piece[]): Run[] {
  return pieces.flatMap((piece, index) => {
    const count = countOf(pieces, index);
    if (count === undefined) return [];
    const timeline = countedTime(piece.chosen.calendar, count).face;
    const toMs = pieces[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    return stretches.flatMap(({ startMs, endMs }) => {
      const run = { startMs: Math.max(startMs, piece.fromMs), endMs: Math.min(endMs, toMs), timeline };
      return run.startMs < run.endMs ? [run] : [];
    });
  });
}

/** Which hours count under a piece; under a target in days, or one not known yet, those of the first in hours after it. */
export function countOf(pieces: readonly Piece[], index: number): HoursCount | undefined {
  for (let i = index; i < pieces.length; i++) {
    const { figure } = pieces[i]!;
    if (figure === null && i === index) return undefined;
    if (figure?.unit === "hours") return figure.count;
  }
  return undefined;
}

/** What has elapsed over the runs, up to `endMs`. */
export function elapsedOver(runs: readonly Run[], endMs: number): number {
  let sumMs = 0;
  for (const run of runs) {
    if (run.startMs < endMs) sumMs += run.timeline.elapsedMs(run.startMs, Math.min(run.endMs, endMs));
  }
  return sumMs;
}

/**
 * When the runs have used `amountMs`: the first instant (near) or the last (far); undefined if they never do, or never go
 * beyond it.
 */
export function usedUpAt(runs: readonly Run[], amountMs: number, edge: "near" | "far"): number | undefined {
  let usedMs = 0;
  for (const { startMs, endMs, timeline } of runs) {
    const leftMs = amountMs - usedMs;
    if (endMs === Number.POSITIVE_INFINITY) return timeline.addMs(startMs, leftMs, edge);
    const runMs = timeline.elapsedMs(startMs, endMs);
    if (edge === "near" ? runMs >= leftMs : runMs > leftMs) return timeline.addMs(startMs, leftMs, edge);
    usedMs += runMs;
  }
  return undefined;
}
