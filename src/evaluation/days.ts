/**
 * A target in days on one clock: judged on civil dates, untouched by pauses.
 *
 * An answer at exactly 24:00 is of the next date. Source: docs/semantics.md §4; docs/charter.md, rule 5.
 */

import { civilDayAt } from "../clock/beyond.ts";
import { addWorkingDays } from "../clock/working-days.ts";
import { formatDate } from "../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import { edgeMs } from "../time/zone.ts";
import type { Timeline } from "../timeline/timeline.ts";
import type { Clock } from "./clock.ts";
import { isoOrNull } from "./instants.ts";
import type { Outcome, Result } from "./result.ts";

/** Judges a clock that has a start. */
export function judgeDays(timeline: Timeline, days: number, rollToOpen: boolean, clock: Clock, asOfMs: number): Result {
  const startMs = clock.startMs!;
  const startDay = civilDayAt(timeline, startMs);
  const lastDay = rollToOpen ? addWorkingDays(timeline, startDay + days, 0, "forward") : startDay + days;
  const judged = judgeByDate(timeline, lastDay, clock, asOfMs);
  if (judged.outcome === "not-applicable")
    return { outcome: "not-applicable", startedAt: isoOrNull(startMs), dueAt: null, stoppedAt: null };
  return {
    ...judged,
    startedAt: isoOrNull(startMs),
    elapsedDays: civilDayAt(timeline, clock.stopMs ?? clock.cancelMs ?? asOfMs) - startDay,
  };
}

/** What a last date decides: the part of a result that targets in days and callbacks share. */
export interface JudgedByDate {
  readonly outcome: Outcome;
  readonly dueAt: string;
  readonly dueDate: string;
  readonly stoppedAt: string | null;
  readonly missedAt: string | null;
  readonly nextChangeAt: string | null;
}

/** In time ⇔ the civil date of the stop is not after the last date. */
export function judgeByDate(timeline: Timeline, lastDay: number, clock: Clock, asOfMs: number): JudgedByDate {
  const dueMs = edgeMs(timeline.schedule.zone, (lastDay + 1) * MS_PER_UTC_DAY);
  const isLate = civilDayAt(timeline, clock.stopMs ?? clock.cancelMs ?? asOfMs) > lastDay;
  const outcome = isLate
    ? "missed"
    : clock.stopMs !== undefined
      ? "met"
      : clock.cancelMs !== undefined
        ? "not-applicable"
        : "running";
  return {
    outcome,
    dueAt: isoOrNull(dueMs)!,
    dueDate: formatDate(lastDay),
    stoppedAt: isoOrNull(clock.stopMs),
    missedAt: outcome === "missed" || outcome === "running" ? isoOrNull(dueMs) : null,
    nextChangeAt: outcome === "running" ? isoOrNull(dueMs) : null,
  };
}
