/**
 * The status of one request with a target in hours, by the contract (docs/semantics.md §5).
 */
import { elapsedMs } from "../clock/questions.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { refuseCell } from "./cell.ts";

/** From this share of its target on, what runs is at risk. */
const AT_RISK = 0.75;

/** What the function says. `not yet`: the request starts after now. */
export type Status = "met" | "missed" | "running" | "at risk" | "not yet";

/** A request, in ms. */
export interface Request {
  readonly startMs: number;
  readonly targetMs: number;
  /** When it was met; undefined while nobody has. */
  readonly stopMs: number | undefined;
  readonly nowMs: number;
}

/** Met if no more open time than the target had elapsed at the stop. What happens after now is not seen. Errors: a stop before the start. */
export function statusOf(timeline: Timeline, { startMs, targetMs, stopMs, nowMs }: Request): Status {
  if (stopMs !== undefined && stopMs < startMs)
    refuseCell("stop", "a time after the start", new Date(stopMs).toISOString(), "the stop is before the start");
  if (startMs > nowMs) return "not yet";
  if (stopMs !== undefined && stopMs <= nowMs)
    return elapsedMs(timeline, startMs, stopMs) <= targetMs ? "met" : "missed";
  const usedMs = elapsedMs(timeline, startMs, nowMs);
  if (usedMs > targetMs) return "missed";
  return usedMs >= targetMs * AT_RISK ? "at risk" : "running";
}
