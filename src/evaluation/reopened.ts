/**
 * What a cycle was before each of its reopenings: a met commitment is never unmet in silence.
 *
 * Only the outcome is judged, by what held at that stop. Source: docs/policies.md, "Reopening".
 */
import type { Cycle } from "./cycle.ts";
import { isLate, limitOf } from "./days.ts";
import { beyondReachIs, isoOrNull } from "./instants.ts";
import { Meter } from "./meter.ts";
import { phaseOf } from "./phase.ts";
import { type Piece, piecesOf } from "./piece.ts";
import type { Outcome, Reopened, Result } from "./result.ts";
import { timelineOf } from "./standing.ts";
import type { TargetJudge } from "./target.ts";

/** The member of a result that tells the reopenings, if there were any. */
export function reopeningsOf(cycle: Cycle, judge: TargetJudge): Pick<Result, "reopenings"> {
  if (cycle.reopenings.length === 0) return {};
  const outcomeAt = outcomesOf(cycle, judge);
  const reopenings = cycle.reopenings.map(({ stopMs, reopenMs }): Reopened => {
    const outcome = beyondReachIs<Outcome, Outcome>("unmeasurable", () => outcomeAt(stopMs));
    return {
      stoppedAt: isoOrNull(stopMs)!,
      outcome: outcome === "missed" && judge.excuses ? "excused" : outcome,
      reopenedAt: isoOrNull(reopenMs)!,
    };
  });
  return { reopenings };
}

/** The outcome at one stop after another. */
function outcomesOf(cycle: Cycle, { commitment, setting, asOfMs }: TargetJudge): (stopMs: number) => Outcome {
  const { startMs, stopMs: endMs = cycle.cancelMs ?? asOfMs } = cycle;
  const pieces = piecesOf(commitment, setting, startMs, endMs);
  // Where nothing ever changed, one meter goes through all stops.
  const isStill = setting.changesIn(startMs, endMs).length === 0;
  const meter = meterOf(cycle, pieces);
  return (stopMs) => {
    if (isStill) return outcomeAt(stopMs, pieces, meter);
    const stopped = { ...cycle, stopMs };
    const phase = phaseOf(stopped, piecesOf(commitment, setting, startMs, stopMs));
    return outcomeAt(stopMs, phase, meterOf(stopped, phase));
  };
}

function meterOf({ stretches }: Cycle, phase: readonly Piece[]): Meter {
  const meter = new Meter(stretches);
  for (const piece of phase) meter.take(piece);
  return meter;
}

function outcomeAt(stopMs: number, phase: readonly Piece[], meter: Meter): Outcome {
  const { figure, chosen } = phase.at(-1)!;
  if (figure === null) return "not-applicable";
  if (figure === undefined) return "unmeasurable";
  if (figure.unit === "hours") return meter.elapsedAt(stopMs, figure.count) > figure.targetMs ? "missed" : "met";
  const timeline = timelineOf(chosen);
  return isLate(timeline, limitOf(timeline, figure, phase[0]!.fromMs), stopMs) ? "missed" : "met";
}
