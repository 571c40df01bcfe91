/**
 * Availability: the share of open time in which the service could be reached.
 *
 * Units: ms. Source: docs/promises.md, "Availability".
 */
import { elapsedMs, isOpenMs } from "../../clock/questions.ts";
import { mergeSorted } from "../../interval/merge.ts";
import type { AvailabilityCommitment } from "../../policy/promise.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import type { ReadRegister } from "../cases/read-register.ts";
import { beyondReachIs, isoOrNull } from "../instants.ts";
import type { Outcome, ResultMembers } from "../result.ts";
import { unmeasurable } from "../targets/target.ts";
import { withFigureOf } from "./figureless.ts";
import { firstInstantMs, type JudgementDay, timelineFor } from "./judgement-day.ts";

/**
 * Judges the service.
 *
 * @param firstEventMs The earliest event of a case that is seen; infinite if there is none.
 */
export function judgeAvailability(
  commitment: AvailabilityCommitment,
  register: ReadRegister,
  firstEventMs: number,
  on: JudgementDay,
): ResultMembers {
  const timeline = timelineFor(commitment, on);
  const { asOfMs, period } = on;
  const outages = register.outages.filter(({ startMs }) => startMs <= asOfMs);
  const lostCalls = register.lostCalls.filter((atMs) => atMs <= asOfMs);
  const earliestMs = Math.min(firstEventMs, ...outages.map(({ startMs }) => startMs), ...lostCalls);
  const [fromDay, toDay] = period ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const startMs = firstInstantMs(on.timeline, fromDay) ?? earliestMs;
  const periodEndMs = firstInstantMs(on.timeline, toDay + 1);
  const endMs = Math.min(asOfMs, periodEndMs ?? asOfMs);
  if (!(startMs < endMs)) return unmeasurable("missing-event", startMs <= asOfMs ? startMs : undefined);
  // What happens at asOf is seen; the end of a period is not of it.
  const isInside = (atMs: number): boolean => periodEndMs === undefined || atMs < periodEndMs;
  return beyondReachIs(unmeasurable("beyond-reach", startMs), () => {
    const openMs = elapsedMs(timeline, startMs, endMs);
    if (openMs === 0) return unmeasurable("missing-event", startMs);
    const outageMs = outageOver(timeline, outages, startMs, endMs);
    const lost = lostCalls.filter((atMs) => atMs >= startMs && isInside(atMs) && isOpenMs(timeline, atMs)).length;
    const restMs = (periodEndMs ?? endMs) > endMs ? elapsedMs(timeline, endMs, periodEndMs!) : 0;
    return withFigureOf(commitment.goal !== undefined, {
      outcome: outcomeOf(commitment, openMs, outageMs, restMs),
      startedAt: isoOrNull(startMs),
      dueAt: isoOrNull(periodEndMs),
      stoppedAt: null,
      figures: { openMs, outageMs, lostCalls: lost, share: 1 - outageMs / openMs },
    });
  });
}

/** Decided by what is left of the period: whatever happens in it cannot change the verdict, or it can. */
function outcomeOf(
  { goal = 0, goalAbove }: AvailabilityCommitment,
  openMs: number,
  outageMs: number,
  restMs: number,
): Outcome {
  const isKept = (reachedMs: number): boolean => {
    const share = reachedMs / (openMs + restMs);
    return goalAbove ? share > goal : share >= goal;
  };
  if (isKept(openMs - outageMs)) return "met";
  return isKept(openMs - outageMs + restMs) ? "running" : "missed";
}

/** Open time within outages; where they overlap it counts once. */
function outageOver(
  timeline: Timeline,
  outages: readonly { readonly startMs: number; readonly endMs: number }[],
  startMs: number,
  endMs: number,
): number {
  const clipped = outages
    .map((outage) => [Math.max(outage.startMs, startMs), Math.min(outage.endMs, endMs)] as const)
    .filter(([fromMs, toMs]) => fromMs < toMs)
    .sort(([a], [b]) => a - b);
  const opens = Float64Array.from(clipped, ([fromMs]) => fromMs);
  const closes = Float64Array.from(clipped, ([, toMs]) => toMs);
  let sumMs = 0;
  for (let i = mergeSorted(opens, closes, opens.length) - 1; i >= 0; i--)
    sumMs += elapsedMs(timeline, opens[i]!, closes[i]!);
  return sumMs;
}
