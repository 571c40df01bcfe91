/**
 * How late a miss is: beyond its due, in the unit that tells it.
 *
 * Of a clock in hours what it used beyond its target; of a last date the civil dates after it, and on that date itself the time
 * beyond the closing or the time of day. What has elapsed since the start is another figure, and says nothing of how late it is.
 */
import { spokenDuration } from "../../clock/explain.ts";
import type { Result } from "../../evaluation/result.ts";
import { parseDate } from "../../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import type { Zone } from "../../time/zone.ts";
import { msOf } from "./setting.ts";

/** By how much: ms, or civil dates. */
export type Lateness =
  | { readonly unit: "ms"; readonly amount: number }
  | { readonly unit: "days"; readonly amount: number };

/** What lateness is read from. */
type Late = Pick<Result, "outcome" | "overrunMs" | "dueAt" | "dueDate" | "stoppedAt" | "clock">;

/**
 * How late a result is; undefined if it is not missed, or if it is not known until when it went on.
 *
 * @param asOfMs Until when one went on that nobody stopped; without it of such a one nothing is known.
 */
export function latenessOf(result: Late, zone: Zone, asOfMs?: number): Lateness | undefined {
  const { outcome, overrunMs, dueAt, dueDate, stoppedAt, clock } = result;
  if (outcome !== "missed" && outcome !== "excused") return undefined;
  if (overrunMs !== undefined) return overrunMs > 0 ? { unit: "ms", amount: overrunMs } : undefined;
  // On an incomplete history neither may be known.
  if (stoppedAt === undefined) return undefined;
  const endMs = msOf(stoppedAt) ?? (clock === "stopped" ? undefined : asOfMs);
  const [dueMs, lastDay] = [msOf(dueAt), parseDate(dueDate ?? "")];
  // Overtaken, it is missed before its due: that is no lateness.
  if (endMs === undefined || dueMs === undefined || lastDay === undefined || endMs < dueMs) return undefined;
  const days = Math.floor((endMs + zone.offsetMsAt(endMs)) / MS_PER_UTC_DAY) - lastDay;
  return days > 0 ? { unit: "days", amount: days } : { unit: "ms", amount: endMs - dueMs };
}

/** In words: `2 h`, `3 days`; of an answer at the very due, which is itself too late, `less than 1 s`. */
export function spokenLateness({ unit, amount }: Lateness): string {
  if (unit === "days") return `${amount} day${amount === 1 ? "" : "s"}`;
  return amount === 0 ? "less than 1 s" : spokenDuration(amount);
}
