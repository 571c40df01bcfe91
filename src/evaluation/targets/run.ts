/**
 * Runs: the stretches of a clock, each with the time that counts in it, and what has elapsed over them.
 *
 * On a clock that nothing changed a stretch is a run. Instants in ms.
 */
import { countedTime, type HoursCount } from "../../calendar/counting.ts";
import type { TimelineMs } from "../../calendar/timeline-face.ts";
import type { Stretch } from "../clocks/cycle.ts";
import type { Piece } from "./piece.ts";

/** A stretch in which the time of one timeline counts; without an end for the last. */
export interface Run extends Stretch {
  readonly timeline: TimelineMs;
}

/** The runs of the stretches under pieces, from the first piece on. A piece under which nothing counts has none. */
export function runsOf(stretches: readonly Stretch[], pieces: readonly Piece[]): Run[] {
  const counts = countsOf(pieces);
  const runs: Run[] = [];
  let next = 0;
  pieces.forEach((piece, index) => {
    const toMs = pieces[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    while (next < stretches.length && stretches[next]!.endMs <= piece.fromMs) next++;
    const count = counts[index];
    if (count !== undefined) runs.push(...runsIn(stretches, next, piece, count, toMs));
  });
  return runs;
}

/** The runs of the stretches, from the `next`-th on, between the start of a piece and `toMs`. */
export function runsIn(
  stretches: readonly Stretch[],
  next: number,
  { chosen, fromMs }: Pick<Piece, "chosen" | "fromMs">,
  count: HoursCount,
  toMs: number,
): Run[] {
  const timeline = countedTime(chosen.calendar, count).face;
  const runs: Run[] = [];
  for (let i = next; i < stretches.length && stretches[i]!.startMs < toMs; i++) {
    const run = {
      startMs: Math.max(stretches[i]!.startMs, fromMs),
      endMs: Math.min(stretches[i]!.endMs, toMs),
      timeline,
    };
    if (run.startMs < run.endMs) runs.push(run);
  }
  return runs;
}

/** Which hours count under each piece; under a target in days, or one not known yet, those of the first in hours after it. */
export function countsOf(pieces: readonly Pick<Piece, "figure">[]): (HoursCount | undefined)[] {
  const counts: (HoursCount | undefined)[] = [];
  let after: HoursCount | undefined;
  for (const { figure } of [...pieces].reverse()) {
    if (figure?.unit === "hours") after = figure.count;
    counts.push(figure === null ? undefined : after);
  }
  return counts.reverse();
}

/** What has elapsed over the runs, up to `endMs`. */
export function elapsedOver(runs: readonly Run[], endMs: number): number {
  let sumMs = 0;
  for (const run of runs) {
    if (run.startMs >= endMs) break;
    sumMs += run.timeline.elapsedMs(run.startMs, Math.min(run.endMs, endMs));
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
