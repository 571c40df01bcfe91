/**
 * Cadence: at most so long between dates, counted by the civil calendar.
 *
 * The verdict depends on the dates alone. Units: epoch days. Source: docs/promises.md, "Cadence"; docs/charter.md, rule 10.
 */
import type { CadenceCommitment } from "../../policy/promise.ts";
import { formatDate } from "../../time/civil-date.ts";
import { addPeriod, type CivilPeriod } from "../../time/civil-period.ts";
import type { ResultMembers } from "../result.ts";
import { unmeasurable } from "../targets/target.ts";
import { withFigureOf } from "./figureless.ts";
import { changeAfterAsOf, firstInstant, type JudgementDay } from "./judgement-day.ts";

/**
 * Judges a subject.
 *
 * @param dates In any order, also later ones.
 * @param fromDay When counting begins; undefined, or infinite, if the register does not say.
 */
export function judgeCadence(
  { every }: CadenceCommitment,
  dates: readonly number[],
  fromDay: number | undefined,
  on: JudgementDay,
): ResultMembers {
  const { day, period, timeline } = on;
  const seen = [...new Set(dates)].filter((date) => date <= day).sort((a, b) => a - b);
  const first = firstCounted(seen, fromDay, every);
  if (first === undefined) return unmeasurable("missing-event", undefined);
  const counted = [first, ...seen.filter((date) => date > first)];
  const known = counted.filter((date) => seen.includes(date));
  const gaps = counted.map((date, i) => (counted[i + 1] ?? Math.max(day, date)) - date);
  const figures = {
    count: known.length,
    last: known.length === 0 ? null : formatDate(known.at(-1)!),
    longestGapDays: Math.max(...gaps),
  };
  const startedAt = firstInstant(timeline, first);
  const last = counted.at(-1)!;
  // Without a figure there is no limit, and no due.
  const limits = counted.map((date) => (every === null ? Number.POSITIVE_INFINITY : addPeriod(date, every)));
  const passed = limits.filter((limit, i) => limit < (counted[i + 1] ?? day) && isIn(period, limit));
  const dueAt = firstInstant(timeline, limits.at(-1)! + 1);
  const outcome = passed.length > 0 ? "missed" : known.length > 0 ? "met" : "running";
  const result: ResultMembers = {
    outcome,
    startedAt,
    dueAt,
    stoppedAt: null,
    ...(every === null ? {} : { dueDate: formatDate(limits.at(-1)!) }),
    elapsedDays: Math.max(0, day - last),
    missedAt: outcome === "missed" ? firstInstant(timeline, passed[0]! + 1) : dueAt,
    nextChangeAt: outcome === "missed" ? null : changeAfterAsOf(on, dueAt),
    figures,
  };
  return withFigureOf(every !== null, result);
}

/** The date with which counting begins. */
function firstCounted(
  seen: readonly number[],
  fromDay: number | undefined,
  every: CivilPeriod | null,
): number | undefined {
  if (fromDay === undefined || !Number.isFinite(fromDay)) return seen[0];
  const before = seen.findLast((date) => date <= fromDay);
  // A date whose limit had passed when counting began is none; without a figure no date before it reaches into the counting.
  const reaches = before !== undefined && every !== null && addPeriod(before, every) >= fromDay;
  return reaches ? before : fromDay;
}

function isIn(period: readonly [number, number] | undefined, day: number): boolean {
  return period === undefined || (period[0] <= day && day <= period[1]);
}
