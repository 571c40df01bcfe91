/**
 * The questions to a timeline for code that already has epoch ms: answers in ms, refusals as errors.
 *
 * Units:  instants and durations are whole ms.
 * Errors: `calendar.beyond-reach` with the first date outside; `time.out-of-range`, `time.bad-instant`,
 *         `time.fraction`, `time.bad-duration` for what is not asked in whole ms of the supported years.
 * Source: docs/semantics.md §3.
 */
import { refuse } from "../issues/error.ts";
import { readDuration } from "../time/duration.ts";
import { indexAt } from "../timeline/look-up.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { checkSupported, refuseBeyond, refuseFar } from "./beyond.ts";
import {
  type Edge,
  elapsedBetween,
  isAskable,
  nextChangeAt,
  nextCloseAt,
  nextOpenAt,
  openAt,
  previousCloseAt,
  previousOpenAt,
  shifted,
} from "./search.ts";

/** An open interval [openMs, closeMs). */
export type IntervalMs = [openMs: number, closeMs: number];

/** More intervals than anybody reads: the two-window desks of 200 years. */
const MOST_INTERVALS = 100_000;

/** Whether an instant is open. */
export function isOpenMs(timeline: Timeline, instantMs: number): boolean {
  const open = openAt(timeline, instantMs);
  return Number.isNaN(open) ? refuseBeyond(timeline, [instantMs], "forward") : open === 1;
}

/** The instant if open, else the first opening after it. */
export function nextOpenMs(timeline: Timeline, instantMs: number): number {
  return answered(nextOpenAt(timeline, instantMs), timeline, instantMs, "forward");
}

/** The instant if open, else the last closing edge at or before it. */
export function previousOpenMs(timeline: Timeline, instantMs: number): number {
  return answered(previousOpenAt(timeline, instantMs), timeline, instantMs, "backward");
}

/** The first closing edge after the instant. */
export function nextCloseMs(timeline: Timeline, instantMs: number): number {
  return answered(nextCloseAt(timeline, instantMs), timeline, instantMs, "forward");
}

/** The last closing edge at or before the instant. */
export function previousCloseMs(timeline: Timeline, instantMs: number): number {
  return answered(previousCloseAt(timeline, instantMs), timeline, instantMs, "backward");
}

/** The first edge of either kind after the instant. */
export function nextChangeMs(timeline: Timeline, instantMs: number): number {
  return answered(nextChangeAt(timeline, instantMs), timeline, instantMs, "forward");
}

/** The instant at which `durationMs` of business time from `instantMs` is used up. */
export function addMs(timeline: Timeline, instantMs: number, durationMs: number, edge: Edge): number {
  // Refused here, not in the search: nothing but a whole number may come near the arithmetic.
  if (Math.floor(durationMs) !== durationMs) readDuration(durationMs, []);
  const answerMs = shifted(timeline, instantMs, durationMs, edge);
  if (answerMs === answerMs) return answerMs;
  readDuration(durationMs, []);
  // For nothing at the far edge the next opening is sought.
  return refuseBeyond(timeline, [instantMs], durationMs >= 0 ? "forward" : "backward");
}

/** Business time from one instant to another; negative when `toMs` is earlier. */
export function elapsedMs(timeline: Timeline, fromMs: number, toMs: number): number {
  const answerMs = elapsedBetween(timeline, fromMs, toMs);
  return Number.isNaN(answerMs) ? refuseBeyond(timeline, [fromMs, toMs], "forward") : answerMs;
}

/** Open intervals clipped to [startMs, endMs), in order. Errors: also `time.bad-period`, `calendar.too-many-intervals`. */
export function windowsMs(timeline: Timeline, startMs: number, endMs: number): IntervalMs[] {
  checkPeriod(timeline, startMs, endMs);
  refuseTooMany(timeline, startMs, endMs);
  const table = timeline.tableOver(startMs, endMs);
  const first = indexAt(table, startMs);
  const intervals: IntervalMs[] = [];
  for (let i = first; i < table.count && table.opens[i]! < endMs; i++) {
    intervals.push([Math.max(table.opens[i]!, startMs), Math.min(table.closes[i]!, endMs)]);
  }
  return intervals.filter(([openMs, closeMs]) => openMs < closeMs);
}

/** Counts a run of years at a time, so that a period of centuries is refused before all of it is compiled. */
function refuseTooMany(timeline: Timeline, startMs: number, endMs: number): void {
  let count = 0;
  for (let fromMs = startMs; fromMs < endMs; ) {
    const table = timeline.tableAt(fromMs);
    count += indexAt(table, Math.min(endMs, table.endMs)) - indexAt(table, fromMs);
    if (count > MOST_INTERVALS) {
      const cure = `the period has more than ${MOST_INTERVALS} open intervals; ask for a shorter one`;
      refuse("calendar.too-many-intervals", [], `at most ${MOST_INTERVALS} intervals`, count, cure);
    }
    fromMs = table.endMs;
  }
}

/** Refuses a period that is reversed or reads beyond the reach; its end is exclusive. */
export function checkPeriod(timeline: Timeline, startMs: number, endMs: number): void {
  checkSupported(timeline, startMs);
  checkSupported(timeline, endMs);
  if (startMs > endMs) {
    refuse(
      "time.bad-period",
      [],
      "start ≤ end",
      `${startMs} > ${endMs}`,
      "the period's start is after its end; swap them",
    );
  }
  if (!isAskable(timeline, startMs) || endMs > timeline.reachEndMs) refuseBeyond(timeline, [startMs, endMs], "forward");
  if (endMs - startMs > timeline.farthestMs) refuseFar(timeline);
}

function answered(answerMs: number, timeline: Timeline, instantMs: number, direction: "forward" | "backward"): number {
  return Number.isNaN(answerMs) ? refuseBeyond(timeline, [instantMs], direction) : answerMs;
}
