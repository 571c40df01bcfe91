/**
 * The segments of a result: what makes up the time from a start to its end, each stretch with its reason.
 *
 * Those that count add up to what has elapsed (law 37). Source: docs/policies.md, "Results".
 */
import { countedTime, type HoursCount } from "../calendar/counting.ts";
import { insideOf } from "../calendar/internal.ts";
import { civilDayAt } from "../clock/beyond.ts";
import { type SegmentMs, segmentsMs } from "../clock/segments.ts";
import type { Reopening } from "../policy/document.ts";
import { formatDate } from "../time/civil-date.ts";
import type { Cycle } from "./cycle.ts";
import { isoOrNull } from "./instants.ts";
import type { Piece } from "./piece.ts";
import type { ClockWhy, ResultSegment } from "./result.ts";
import { countOf } from "./run.ts";

/** Why an open stretch counts, by which hours do. */
const COUNTED_WHY = { open: "open", "working-days": "working-day", running: "running" } as const;

/**
 * The segments of a cycle, from its start to `endMs`.
 *
 * @param phase The pieces that judged it; what lies before the first of them was restarted.
 */
export function segmentsOf(
  cycle: Cycle,
  phase: readonly Piece[],
  reopening: Reopening,
  endMs: number,
): ResultSegment[] {
  const restartMs = phase[0]!.fromMs;
  const inDays = phase.at(-1)!.figure?.unit === "days";
  const cuts = new Set([cycle.startMs, restartMs, endMs, ...phase.map(({ fromMs }) => fromMs)]);
  if (!inDays) for (const { startMs, endMs: stretchEndMs } of cycle.stretches) cuts.add(startMs).add(stretchEndMs);
  for (const { stopMs, reopenMs } of cycle.reopenings) cuts.add(stopMs).add(reopenMs);
  const edges = [...cuts].filter((atMs) => atMs >= cycle.startMs && atMs <= endMs).sort((a, b) => a - b);
  const segments: ResultSegment[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [fromMs, toMs] = [edges[i]!, edges[i + 1]!];
    const index = phase.findLastIndex((piece) => piece.fromMs <= fromMs);
    const why = fromMs < restartMs ? "restarted" : inDays ? undefined : stillWhy(cycle, reopening, fromMs);
    segments.push(...stretch(phase, Math.max(0, index), why, inDays, fromMs, toMs));
  }
  return segments;
}

/** Why a clock in hours stands still at an instant, or undefined if it does not. */
function stillWhy({ stretches, reopenings }: Cycle, reopening: Reopening, atMs: number): ClockWhy | undefined {
  if (stretches.some(({ startMs, endMs }) => startMs <= atMs && atMs < endMs)) return undefined;
  const isStopped =
    reopening === "resume" && reopenings.some(({ stopMs, reopenMs }) => stopMs <= atMs && atMs < reopenMs);
  return isStopped ? "stopped" : "paused";
}

function stretch(
  phase: readonly Piece[],
  index: number,
  why: ClockWhy | undefined,
  inDays: boolean,
  fromMs: number,
  toMs: number,
): ResultSegment[] {
  const { calendar } = phase[index]!.chosen;
  const count = inDays ? "open" : countOf(phase, index);
  if (why === undefined && count !== undefined) {
    const { timeline } = countedTime(calendar, count);
    return segmentsMs(timeline, fromMs, toMs).map((segment) => told(segment, count, !inDays));
  }
  const day = civilDayAt(insideOf(calendar).timeline, fromMs);
  const still: ClockWhy = why ?? "not-promised";
  return [{ ...bounds(fromMs, toMs), counts: false, why: still, date: formatDate(day) }];
}

function told({ startMs, endMs, why, names, day }: SegmentMs, count: HoursCount, adds: boolean): ResultSegment {
  return {
    ...bounds(startMs, endMs),
    counts: adds && why === "open",
    why: why === "open" ? COUNTED_WHY[count] : why,
    ...(names.length === 0 ? {} : { names }),
    date: formatDate(day),
  };
}

function bounds(startMs: number, endMs: number): Pick<ResultSegment, "start" | "end" | "ms"> {
  return { start: isoOrNull(startMs)!, end: isoOrNull(endMs)!, ms: endMs - startMs };
}
