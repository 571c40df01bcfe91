/**
 * The segments of a result: what makes up the time from a start to its end, each stretch with its reason.
 *
 * Those that count add up to what has elapsed (law 37). Source: docs/policies.md, "Results".
 */
import { countedTime, type HoursCount } from "../../calendar/counting.ts";
import { reasonOf } from "../../calendar/explanation.ts";
import { insideOf } from "../../calendar/internal.ts";
import { civilDayAt } from "../../clock/beyond.ts";
import { type SegmentMs, segmentsMs } from "../../clock/segments.ts";
import type { Reopening } from "../../policy/documents/document.ts";
import { formatDate } from "../../time/civil-date.ts";
import type { Cycle, Stretch } from "../clocks/cycle.ts";
import { isoOrNull } from "../instants.ts";
import type { ClockWhy, ResultSegment } from "../result.ts";
import type { Piece } from "./piece.ts";
import { countsOf } from "./run.ts";

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
  const counts = countsOf(phase);
  // Edges, stretches, reopenings and pieces are all in order: each is walked once.
  const running = walk(cycle.stretches);
  const stopped = walk(
    reopening === "resume"
      ? cycle.reopenings.map(({ stopMs, reopenMs }) => ({ startMs: stopMs, endMs: reopenMs }))
      : [],
  );
  const segments: ResultSegment[] = [];
  let index = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    const [fromMs, toMs] = [edges[i]!, edges[i + 1]!];
    while (index + 1 < phase.length && phase[index + 1]!.fromMs <= fromMs) index++;
    let why: ClockWhy | undefined;
    if (fromMs < restartMs) why = "restarted";
    else if (!inDays && !running(fromMs)) why = stopped(fromMs) ? "stopped" : "paused";
    // One by one: a call cannot take as many arguments as there are windows in a century.
    for (const each of stretch(phase[index]!, inDays ? "open" : counts[index], why, inDays, fromMs, toMs))
      segments.push(each);
  }
  return segments;
}

/** Whether an instant lies in one of the stretches, for instants that never go back. */
function walk(stretches: readonly Stretch[]): (atMs: number) => boolean {
  let next = 0;
  return (atMs) => {
    while (next < stretches.length && stretches[next]!.endMs <= atMs) next++;
    return next < stretches.length && stretches[next]!.startMs <= atMs;
  };
}

function stretch(
  { chosen: { calendar } }: Piece,
  count: HoursCount | undefined,
  why: ClockWhy | undefined,
  inDays: boolean,
  fromMs: number,
  toMs: number,
): ResultSegment[] {
  if (why === undefined && count !== undefined) {
    const { timeline } = countedTime(calendar, count);
    return segmentsMs(timeline, fromMs, toMs).map((segment) => told(segment, count, !inDays));
  }
  const day = civilDayAt(insideOf(calendar).timeline, fromMs);
  const still: ClockWhy = why ?? "not-promised";
  return [{ ...bounds(fromMs, toMs), counts: false, why: still, date: formatDate(day) }];
}

function told(
  { startMs, endMs, why, names, day, operands }: SegmentMs,
  count: HoursCount,
  adds: boolean,
): ResultSegment {
  return {
    ...bounds(startMs, endMs),
    counts: adds && why === "open",
    why: why === "open" ? COUNTED_WHY[count] : why,
    ...(names.length === 0 ? {} : { names }),
    date: formatDate(day),
    ...(operands === undefined ? {} : { operands: operands.map(reasonOf) }),
  };
}

function bounds(startMs: number, endMs: number): Pick<ResultSegment, "start" | "end" | "ms"> {
  return { start: isoOrNull(startMs)!, end: isoOrNull(endMs)!, ms: endMs - startMs };
}
