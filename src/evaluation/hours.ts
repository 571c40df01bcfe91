/**
 * A target in hours on one clock: used up when, met or missed by how much.
 *
 * On time is decided in one place: met ⇔ elapsed ≤ target. Shown as due is the near edge, so a reply on Saturday to
 * a request due on Friday 17:00 has used exactly its target. Source: docs/semantics.md §3 and §5.
 */
import type { TimelineMs } from "../calendar/timeline-face.ts";
import type { Clock, Stretch } from "./clock.ts";
import { beyondReachIs, isoOrNull } from "./instants.ts";
import type { Result } from "./result.ts";

/** Judges a clock that has a start. */
export function judgeHours(
  timeline: TimelineMs,
  targetMs: number,
  atRisk: readonly number[],
  clock: Clock,
  asOfMs: number,
): Result {
  const startedAt = isoOrNull(clock.startMs);
  const endMs = clock.stopMs ?? clock.cancelMs ?? asOfMs;
  const elapsedMs = elapsedOver(timeline, clock.stretches, endMs);
  const isMissed = elapsedMs > targetMs;
  if (clock.cancelMs !== undefined && !isMissed)
    return { outcome: "not-applicable", startedAt, dueAt: null, stoppedAt: null };
  const outcome = isMissed ? "missed" : clock.stopMs !== undefined ? "met" : clock.paused ? "paused" : "running";
  const figures = {
    startedAt,
    stoppedAt: isoOrNull(clock.stopMs),
    elapsedMs,
    remainingMs: Math.max(0, targetMs - elapsedMs),
    overrunMs: Math.max(0, elapsedMs - targetMs),
  };
  // A verdict that is known is not lost because its due date is not.
  const lenient = <T>(ask: () => T): T | undefined => (outcome === "running" ? ask() : beyondReachIs(undefined, ask));
  const dueMs = lenient(() => usedUpAt(timeline, clock.stretches, targetMs, "near"));
  const lateMs =
    outcome === "met"
      ? undefined
      : beyondReachIs(undefined, () => usedUpAt(timeline, clock.stretches, targetMs, "far"));
  const missedMs = lateMs === undefined ? undefined : lateMs + 1;
  const dueAt = clock.paused && !isMissed ? null : isoOrNull(dueMs);
  if (outcome !== "running") return { outcome, dueAt, ...figures, missedAt: isoOrNull(missedMs), nextChangeAt: null };
  const watched = [
    ...atRisk.map((share) => () => usedUpAt(timeline, clock.stretches, shareMs(share, targetMs), "near")),
    () => dueMs,
    () => missedMs,
  ];
  const changes = watched
    .map((ask) => beyondReachIs(undefined, ask))
    .filter((atMs) => atMs !== undefined && atMs > asOfMs);
  return {
    outcome,
    dueAt,
    ...figures,
    atRisk: atRisk.filter((share) => elapsedMs >= shareMs(share, targetMs)).at(-1) ?? null,
    missedAt: isoOrNull(missedMs),
    nextChangeAt: isoOrNull(changes.length === 0 ? undefined : Math.min(...(changes as number[]))),
  };
}

/** A share of a target in whole ms; 0.55 of 4 h is 2 h 12 min, not the hair more that binary fractions make of it. */
function shareMs(share: number, targetMs: number): number {
  return Math.ceil(Number((share * targetMs).toFixed(3)));
}

/** Business time of the stretches, up to `endMs`. */
function elapsedOver(timeline: TimelineMs, stretches: readonly Stretch[], endMs: number): number {
  let sum = 0;
  for (const stretch of stretches) sum += timeline.elapsedMs(stretch.startMs, Math.min(stretch.endMs, endMs));
  return sum;
}

/**
 * When the stretches have used `amountMs`: the first instant (near) or the last (far); undefined if they never do, or
 * never go beyond it.
 */
function usedUpAt(
  timeline: TimelineMs,
  stretches: readonly Stretch[],
  amountMs: number,
  edge: "near" | "far",
): number | undefined {
  let usedMs = 0;
  for (const { startMs, endMs } of stretches) {
    const leftMs = amountMs - usedMs;
    if (endMs === Number.POSITIVE_INFINITY) return timeline.addMs(startMs, leftMs, edge);
    const stretchMs = timeline.elapsedMs(startMs, endMs);
    if (edge === "near" ? stretchMs >= leftMs : stretchMs > leftMs) return timeline.addMs(startMs, leftMs, edge);
    usedMs += stretchMs;
  }
  return undefined;
}
