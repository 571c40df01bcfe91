/**
 * Standing promises: something is there, and there is evidence of it.
 *
 * Units: epoch days. Source: docs/promises.md, "Standing".
 */
import { formatDate } from "../../time/civil-date.ts";
import type { ReadEvidence } from "../cases/read-register.ts";
import type { ResultMembers } from "../result.ts";
import { unmeasurable } from "../targets/target.ts";
import { changeAfterAsOf, firstInstant, type JudgementDay } from "./judgement-day.ts";

/** Judges a promise by the evidence of it. */
export function judgeStanding(evidence: readonly ReadEvidence[], on: JudgementDay): ResultMembers {
  const { day, timeline } = on;
  const stretch = stretchesOf(evidence).findLast(([fromDay]) => fromDay <= day);
  if (stretch === undefined) return unmeasurable("missing-event", undefined);
  const [fromDay, toDay] = stretch;
  const valid = evidence.filter(({ range: [from, to] }) => from <= day && day <= to);
  const longest = valid.reduce<ReadEvidence | undefined>(
    (best, each) => (best === undefined || each.range[1] > best.range[1] ? each : best),
    undefined,
  );
  const isMet = day <= toDay;
  const lateAt = firstInstant(timeline, toDay + 1);
  return {
    outcome: isMet ? "met" : "missed",
    startedAt: firstInstant(timeline, fromDay),
    dueAt: lateAt,
    stoppedAt: null,
    ...(Number.isFinite(toDay) ? { dueDate: formatDate(toDay) } : {}),
    missedAt: lateAt,
    nextChangeAt: isMet ? changeAfterAsOf(on, lateAt) : null,
    figures: { source: longest?.source ?? null },
  };
}

/** Evidence whose dates touch or overlap is one stretch; in order. */
function stretchesOf(evidence: readonly ReadEvidence[]): [fromDay: number, toDay: number][] {
  const stretches: [number, number][] = [];
  for (const [fromDay, toDay] of evidence.map(({ range }) => range).sort(([a], [b]) => a - b || 0)) {
    if (toDay < fromDay) continue;
    const last = stretches.at(-1);
    if (last !== undefined && fromDay <= last[1] + 1) last[1] = Math.max(last[1], toDay);
    else stretches.push([fromDay, toDay]);
  }
  return stretches;
}
