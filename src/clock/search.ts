/**
 * The arithmetic of business time: edges, sums and their inverse, on a timeline that grows as they ask.
 *
 * Units:  instants and durations in ms.
 * Bounds: intervals are half-open; closing time is not open.
 * Errors: none here: NaN where the answer lies beyond the reach, and for an instant outside it or not whole.
 * Laws:   docs/semantics.md §3.
 */
import { businessMsAt, earliestAt, indexAt, latestAt } from "../timeline/look-up.ts";
import type { Table } from "../timeline/table.ts";
import type { Timeline } from "../timeline/timeline.ts";

/** Which of the instants with the same business time: the one nearest to the start, or the farthest from it. */
export type Edge = "near" | "far";

/** Whether a question may be asked at an instant. */
export function isAskable(timeline: Timeline, instantMs: number): boolean {
  return instantMs >= timeline.reachStartMs && instantMs < timeline.reachEndMs && Math.floor(instantMs) === instantMs;
}

/** 1 if open, 0 if closed, NaN beyond the reach. */
export function openAt(timeline: Timeline, instantMs: number): number {
  if (!isAskable(timeline, instantMs)) return Number.NaN;
  const table = timeline.tableAt(instantMs);
  return table.opens[indexAt(table, instantMs)]! <= instantMs ? 1 : 0;
}

/** The instant itself if open, else the first opening after it. */
export function nextOpenAt(timeline: Timeline, instantMs: number): number {
  if (!isAskable(timeline, instantMs)) return Number.NaN;
  for (
    let table: Table | undefined = timeline.tableAt(instantMs);
    table !== undefined;
    table = timeline.grownAfter(table, instantMs, 1)
  ) {
    const i = indexAt(table, instantMs);
    if (i < table.count) return within(timeline, instantMs, Math.max(instantMs, table.opens[i]!));
  }
  return Number.NaN;
}

/** The instant itself if open, else the last closing edge at or before it. */
export function previousOpenAt(timeline: Timeline, instantMs: number): number {
  return openAt(timeline, instantMs) === 1 ? instantMs : previousCloseAt(timeline, instantMs);
}

/** The first closing edge after the instant. */
export function nextCloseAt(timeline: Timeline, instantMs: number): number {
  if (!isAskable(timeline, instantMs)) return Number.NaN;
  for (let table: Table | undefined = timeline.tableAt(instantMs); table !== undefined; ) {
    const i = indexAt(table, instantMs);
    const closeMs = table.closes[i]!;
    if (closeMs < table.endMs) return within(timeline, instantMs, closeMs);
    // An interval that reaches the table's end may go on in the next year, and in all years of a desk that never closes.
    table = timeline.grownAfter(table, instantMs, 1, i < table.count ? "closed" : "open");
  }
  return Number.NaN;
}

/** The last closing edge at or before the instant. */
export function previousCloseAt(timeline: Timeline, instantMs: number): number {
  if (!isAskable(timeline, instantMs)) return Number.NaN;
  for (let table: Table | undefined = timeline.tableAt(instantMs); table !== undefined; ) {
    const i = indexAt(table, instantMs);
    if (i > 0) return closingWithin(timeline, instantMs, table.closes[i - 1]!);
    // An interval from the table's start may go on in the year before; only past closed time can another one close.
    table = timeline.grownBefore(table, instantMs, 1, table.opens[0] === table.startMs ? "closed" : "open");
  }
  return Number.NaN;
}

/** The first edge of either kind after the instant. */
export function nextChangeAt(timeline: Timeline, instantMs: number): number {
  return openAt(timeline, instantMs) === 0 ? nextOpenAt(timeline, instantMs) : nextCloseAt(timeline, instantMs);
}

/** B(to) − B(from); negative when `to` is earlier. The later of the two is exclusive and may be the end of reach. */
export function elapsedBetween(timeline: Timeline, fromMs: number, toMs: number): number {
  const [firstMs, lastMs] = fromMs <= toMs ? [fromMs, toMs] : [toMs, fromMs];
  if (!isAskable(timeline, firstMs) || !(lastMs <= timeline.reachEndMs) || Math.floor(lastMs) !== lastMs)
    return Number.NaN;
  // Supported instants end where the supported years do.
  if (lastMs >= timeline.supportedEndMs) return Number.NaN;
  if (lastMs - firstMs > timeline.farthestMs) return Number.NaN;
  const table = timeline.tableOver(firstMs, lastMs);
  return businessMsAt(table, toMs) - businessMsAt(table, fromMs);
}

/**
 * The near or far instant u with B(u) = B(instantMs) + durationMs.
 *
 * Near is the earliest u for a positive duration, the latest for a negative one, and the instant itself for 0; far is
 * the other one, and the latest for 0.
 */
export function shifted(timeline: Timeline, instantMs: number, durationMs: number, edge: Edge): number {
  if (!isAskable(timeline, instantMs)) return Number.NaN;
  if (durationMs === 0) return edge === "near" ? instantMs : nextOpenAt(timeline, instantMs);
  return durationMs > 0 === (edge === "near")
    ? earliestShift(timeline, instantMs, durationMs)
    : latestShift(timeline, instantMs, durationMs);
}

/** The earliest u: a closing edge when the time is used up exactly there. */
function earliestShift(timeline: Timeline, instantMs: number, durationMs: number): number {
  for (let table: Table | undefined = timeline.tableAt(instantMs); table !== undefined; ) {
    const targetMs = businessMsAt(table, instantMs) + durationMs;
    if (targetMs > table.totalMs) table = timeline.grownAfter(table, instantMs, targetMs - table.totalMs);
    // With nothing open before the target in this table, an earlier closing edge has the same business time.
    else if (targetMs <= 0) table = timeline.grownBefore(table, instantMs, 1 - targetMs);
    else {
      const answerMs = earliestAt(table, targetMs);
      return durationMs > 0 ? within(timeline, instantMs, answerMs) : closingWithin(timeline, instantMs, answerMs);
    }
  }
  return Number.NaN;
}

/** The latest u: an opening edge when the time is used up exactly there. */
function latestShift(timeline: Timeline, instantMs: number, durationMs: number): number {
  for (let table: Table | undefined = timeline.tableAt(instantMs); table !== undefined; ) {
    const targetMs = businessMsAt(table, instantMs) + durationMs;
    if (targetMs >= table.totalMs) table = timeline.grownAfter(table, instantMs, targetMs - table.totalMs + 1);
    else if (targetMs < 0) table = timeline.grownBefore(table, instantMs, -targetMs);
    else return within(timeline, instantMs, latestAt(table, targetMs));
  }
  return Number.NaN;
}

/** An answer, if it lies within the reach. */
function within(timeline: Timeline, instantMs: number, answerMs: number): number {
  if (Math.abs(answerMs - instantMs) > timeline.farthestMs) return Number.NaN;
  return answerMs >= timeline.reachStartMs && answerMs < timeline.reachEndMs ? answerMs : Number.NaN;
}

/** A closing edge, if the date on which its window started is known. */
function closingWithin(timeline: Timeline, instantMs: number, answerMs: number): number {
  if (Math.abs(answerMs - instantMs) > timeline.farthestMs) return Number.NaN;
  const firstMs = timeline.schedule.passesMidnight ? timeline.reachStartMs : timeline.reachStartMs + 1;
  return answerMs >= firstMs && answerMs < timeline.reachEndMs ? answerMs : Number.NaN;
}
