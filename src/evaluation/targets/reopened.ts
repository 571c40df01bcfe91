/**
 * What a cycle was before each of its reopenings: a met commitment is never unmet in silence.
 *
 * Only the outcome is judged, by what held at that stop. Source: docs/policies.md, "Reopening".
 */
import { endOf, type Moment } from "../cases/moments.ts";
import { timelineOf } from "../clocks/clock-state.ts";
import type { Cycle } from "../clocks/cycle.ts";
import { beyondReachIs, isoOrNull } from "../instants.ts";
import type { Outcome, Reopened, ResultMembers } from "../result.ts";
import { isLate, limitOf } from "./days.ts";
import { Meter } from "./meter.ts";
import { phaseOf } from "./phase.ts";
import { type Piece, piecesOf } from "./piece.ts";
import type { TargetJudge } from "./target-judge.ts";

/** The member of a result that tells the reopenings, if there were any. */
export function reopeningsOf(cycle: Cycle, judge: TargetJudge): Pick<ResultMembers, "reopenings"> {
  if (cycle.reopenings.length === 0) return {};
  const outcomeAt = outcomesOf(cycle, judge);
  const reopenings = cycle.reopenings.map(({ stop, stopMs, reopenMs }): Reopened => {
    const outcome = beyondReachIs<Outcome, Outcome>("unmeasurable", () => outcomeAt(stop));
    return {
      stoppedAt: isoOrNull(stopMs)!,
      outcome: outcome === "missed" && judge.excuses ? "excused" : outcome,
      reopenedAt: isoOrNull(reopenMs)!,
    };
  });
  return { reopenings };
}

/** The outcome at one stop after another. */
function outcomesOf(cycle: Cycle, { commitment, setting, asOfMs }: TargetJudge): (stop: Moment) => Outcome {
  const { startEvent, end = endOf(asOfMs) } = cycle;
  const pieces = piecesOf(commitment, setting, startEvent, end);
  // Where nothing ever changed, one meter goes through all stops.
  const isStill = setting.changesIn(startEvent, end).length === 0;
  const meter = meterOf(cycle, pieces);
  return (stop) => {
    const { atMs: stopMs } = stop;
    if (isStill) return outcomeAt(stopMs, pieces, meter);
    const stopped = { ...cycle, stopMs };
    const phase = phaseOf(stopped, piecesOf(commitment, setting, startEvent, stop));
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
