/**
 * A target in hours on one cycle: used up when, met or missed by how much.
 *
 * On time is decided in one place: met ⇔ elapsed ≤ target. Shown as due is the near edge, so a reply on Saturday to
 * a request due on Friday 17:00 has used exactly its target. Source: docs/semantics.md §3 and §5.
 */
import { type Cycle, missedFrom } from "../clocks/cycle.ts";
import { beyondReachIs, isoOrNull } from "../instants.ts";
import type { ResultMembers } from "../result.ts";
import { elapsedOver, type Run, usedUpAt } from "./run.ts";

/**
 * Judges a cycle.
 *
 * @param runs Where time counts, since the start or the last restart.
 * @param keptMs The clock is not missed before it: target or calendar became another then.
 */
export function judgeHours(
  runs: readonly Run[],
  targetMs: number,
  atRisk: readonly number[],
  cycle: Cycle,
  keptMs: number,
  asOfMs: number,
): ResultMembers {
  const { stopMs, cancelMs, paused } = cycle;
  const startedAt = isoOrNull(cycle.startMs);
  const elapsedMs = elapsedOver(runs, stopMs ?? cancelMs ?? asOfMs);
  const isMissed = elapsedMs > targetMs;
  if (cancelMs !== undefined && !isMissed)
    return { outcome: "not-applicable", startedAt, dueAt: null, stoppedAt: null };
  const outcome = isMissed ? "missed" : stopMs !== undefined ? "met" : paused ? "paused" : "running";
  const figures = {
    startedAt,
    stoppedAt: isoOrNull(stopMs),
    elapsedMs,
    remainingMs: Math.max(0, targetMs - elapsedMs),
    overrunMs: Math.max(0, elapsedMs - targetMs),
  };
  // A verdict that is known is not lost because its due date is not.
  const lenient = <T>(ask: () => T): T | undefined => (outcome === "running" ? ask() : beyondReachIs(undefined, ask));
  const dueMs = lenient(() => usedUpAt(runs, targetMs, "near"));
  const farMs = outcome === "met" ? undefined : beyondReachIs(undefined, () => usedUpAt(runs, targetMs, "far"));
  const missedMs = farMs === undefined ? undefined : missedFrom(farMs + 1, keptMs, cycle);
  const dueAt = paused && !isMissed ? null : isoOrNull(dueMs);
  const rest = { dueAt, ...figures, missedAt: isoOrNull(missedMs) };
  if (outcome !== "running") return { outcome, ...rest, nextChangeAt: null };
  const shares = atRisk.map((share) =>
    beyondReachIs(undefined, () => usedUpAt(runs, shareMs(share, targetMs), "near")),
  );
  const changes = [...shares, dueMs, missedMs].filter((atMs) => atMs !== undefined && atMs > asOfMs);
  return {
    outcome,
    ...rest,
    atRisk: atRisk.filter((share) => elapsedMs >= shareMs(share, targetMs)).at(-1) ?? null,
    nextChangeAt: isoOrNull(changes.length === 0 ? undefined : Math.min(...(changes as number[]))),
  };
}

/** A share of a target in whole ms; 0.55 of 4 h is 2 h 12 min, not the hair more that binary fractions make of it. */
function shareMs(share: number, targetMs: number): number {
  return Math.ceil(Number((share * targetMs).toFixed(3)));
}
