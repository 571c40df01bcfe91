/**
 * A target on one case: its cycles, each judged by what held while it ran, and the one that decides.
 *
 * Source: docs/policies.md, "Cycles" and "Changes while a clock runs".
 */
import { endOf } from "../cases/moments.ts";
import { choiceOf, earliest, nextVersionMs, stateOf, timelineOf, withState } from "../clocks/clock-state.ts";
import type { ClockHistory, Cycle } from "../clocks/cycle.ts";
import { unknownFact } from "../clocks/setting.ts";
import { beyondReachIs, isoOrNull } from "../instants.ts";
import type { Reason, ResultMembers } from "../result.ts";
import { judgeDays } from "./days.ts";
import { judgeHours } from "./hours.ts";
import { lastKeptMs, phaseOf } from "./phase.ts";
import { type Piece, piecesOf } from "./piece.ts";
import { reopeningsOf } from "./reopened.ts";
import { segmentsOf } from "./result-segments.ts";
import { runsOf } from "./run.ts";
import type { TargetJudge } from "./target-judge.ts";

/** Judges a clock that has at least one cycle. */
export function judgeTarget({ cycles }: ClockHistory, judge: TargetJudge): ResultMembers {
  const results = cycles.map((cycle) => judgeCycle(cycle, judge));
  const deciding = decidingOf(results);
  return judge.commitment.hasCycles ? { ...deciding, cycles: results } : deciding;
}

/** The cycle that decides: the first that was missed; else the last, while it is open; else the last that was met; else the last. */
export function decidingOf(results: readonly ResultMembers[]): ResultMembers {
  const last = results.at(-1)!;
  const isOpen = last.outcome === "running" || last.outcome === "paused";
  return (
    results.find(({ outcome }) => outcome === "missed" || outcome === "excused") ??
    (isOpen ? last : (results.findLast(({ outcome }) => outcome === "met") ?? last))
  );
}

function judgeCycle(cycle: Cycle, judge: TargetJudge): ResultMembers {
  const unknown: ResultMembers = unmeasurable("beyond-reach", cycle.startMs);
  return beyondReachIs<ResultMembers, ResultMembers>(unknown, () => {
    const endMs = cycle.stopMs ?? cycle.cancelMs ?? judge.asOfMs;
    const end = cycle.end ?? endOf(judge.asOfMs);
    const phase = phaseOf(cycle, piecesOf(judge.commitment, judge.setting, cycle.startEvent, end));
    const judged = judgePhase(cycle, phase, judge);
    const reopened = reopeningsOf(cycle, judge);
    if (judged.outcome === "not-applicable" || judged.outcome === "unmeasurable") return { ...judged, ...reopened };
    const told = { ...withNextVersion(judged, judge), ...toldOf(phase, judge), ...reopened };
    const excused: ResultMembers = told.outcome === "missed" && judge.excuses ? { ...told, outcome: "excused" } : told;
    if (!judge.withSegments) return excused;
    // A verdict that is known is not lost because what fills the time is not.
    const segments = beyondReachIs(undefined, () => segmentsOf(cycle, phase, judge.commitment.reopening, endMs));
    return { ...excused, ...(segments && { segments }) };
  });
}

/** The verdict, by the last piece and what elapsed under all of them. */
function judgePhase(
  cycle: Cycle,
  phase: readonly Piece[],
  { commitment, asOfMs, setting, issues }: TargetJudge,
): ResultMembers {
  const { figure, chosen, by } = phase.at(-1)!;
  if (figure === null) return notApplicable(cycle.startMs);
  if (figure === undefined) {
    // A value that the policy does not know has its issue already.
    if (!setting.hasFact(by!)) issues.push(unknownFact(by!, setting.policy.facts.get(by!)!, undefined));
    return unmeasurable("no-figure", cycle.startMs);
  }
  const timeline = timelineOf(chosen);
  const keptMs = lastKeptMs(phase);
  if (figure.unit === "days") {
    const judged = judgeDays(timeline, figure, cycle, phase[0]!.fromMs, keptMs, asOfMs);
    return withState(judged, stateOf({ ...cycle, paused: false }), timeline, asOfMs);
  }
  const runs = runsOf(cycle.stretches, phase);
  const judged = judgeHours(runs, figure.targetMs, commitment.atRisk, cycle, keptMs, asOfMs);
  return withState(judged, stateOf(cycle), timeline, asOfMs);
}

function withNextVersion(result: ResultMembers, { commitment, setting, asOfMs }: TargetJudge): ResultMembers {
  if ((result.outcome !== "running" && result.outcome !== "paused") || setting.policy.versions.length === 1)
    return result;
  const nextMs = nextVersionMs(commitment, setting, asOfMs);
  return { ...result, nextChangeAt: earliest(result.nextChangeAt, isoOrNull(nextMs)) };
}

/** By what it was judged, where the policy leaves room for more than one answer. */
function toldOf(phase: readonly Piece[], { setting }: TargetJudge): Partial<ResultMembers> {
  const { chosen, version, fact } = phase.at(-1)!;
  return {
    ...choiceOf(setting, chosen, version),
    ...(fact === undefined ? {} : { fact }),
    ...(phase[0]!.isRestart ? { restartedAt: isoOrNull(phase[0]!.fromMs)! } : {}),
  };
}

/** A result of a commitment that does not concern the case. */
export function notApplicable(startMs: number | undefined): ResultMembers {
  return { outcome: "not-applicable", startedAt: isoOrNull(startMs), dueAt: null, stoppedAt: null };
}

/** A result that cannot be judged. */
export function unmeasurable(reason: Reason, startMs: number | undefined): ResultMembers {
  return { outcome: "unmeasurable", reason, startedAt: isoOrNull(startMs), dueAt: null, stoppedAt: null };
}
