/**
 * One commitment on one case: the questions that come before the clock, then the clock.
 *
 * Order: does it concern the case; is there a start; does the customer's side hold; is it known whom to contact;
 * then the figure. Source: docs/charter.md, rules 1 to 9; docs/policies.md.
 */
import { insideOf } from "../calendar/internal.ts";
import { checkSupported, civilDayAt } from "../clock/beyond.ts";
import type { Issue } from "../issues/issue.ts";
import { type CarryOverCommitment, type Commitment, isTarget, type TargetCommitment } from "../policy/policy.ts";
import type { ReadCase } from "./cases/case.ts";
import { type ConditionsVerdict, judgeConditions } from "./cases/conditions.ts";
import { isOneOfWithAnybody } from "./cases/matches.ts";
import { endOf } from "./cases/moments.ts";
import type { ReadCustomer } from "./cases/read-register.ts";
import { CaseClocks } from "./clocks/case-clocks.ts";
import { choiceOf, stateOf, timelineOf, withState } from "./clocks/clock-state.ts";
import type { ClockHistory } from "./clocks/cycle.ts";
import { allowsEarlyStops, type ClockCommitment, hasClock } from "./clocks/roles.ts";
import type { Setting } from "./clocks/setting.ts";
import { beyondReachIs } from "./instants.ts";
import type { Beside, Judgement } from "./judgement.ts";
import { judgePromise } from "./promises/of-case.ts";
import type { ResultMembers } from "./result.ts";
import { judgeCarryOver } from "./targets/carry-over.ts";
import { phaseOf } from "./targets/phase.ts";
import { piecesOf } from "./targets/piece.ts";
import { judgeTarget, notApplicable, unmeasurable } from "./targets/target.ts";

/** Judges one commitment on one case. Issues of the case go to `issues`. */
export function judge(
  commitment: Commitment,
  found: ReadCase,
  setting: Setting,
  beside: Beside,
  issues: Issue[],
): Judgement {
  return hasClock(commitment)
    ? judgeClock(commitment, found, setting, beside, issues)
    : judgePromise(commitment, found, setting, beside, issues);
}

function judgeClock(
  commitment: ClockCommitment,
  found: ReadCase,
  setting: Setting,
  beside: Beside,
  issues: Issue[],
): Judgement {
  const customer = found.customer === undefined ? undefined : beside.register?.customers.get(found.customer);
  const clock = setting.clocks(() => clocksOf(found, setting, beside, issues)).historyOf(commitment, issues);
  const unknown: Judgement = { result: unmeasurable("beyond-reach", clock.startMs) };
  return beyondReachIs<Judgement, Judgement>(unknown, () => {
    const conditions = beforeTheClock(commitment, found, clock, setting, customer, beside, issues);
    if ("outcome" in conditions) return { result: conditions };
    if (commitment.kind === "carry-over") return judgeCallback(commitment, clock, setting, conditions, beside.asOfMs);
    const { asOfMs, withSegments } = beside;
    return {
      result: judgeTarget(clock, { commitment, setting, asOfMs, excuses: conditions.excuses, withSegments, issues }),
    };
  });
}

function clocksOf(
  found: ReadCase,
  { version }: Setting,
  { policy, register, supposed }: Beside,
  issues: Issue[],
): CaseClocks {
  const customer = found.customer === undefined ? undefined : register?.customers.get(found.customer);
  const commitments = [...version.commitments.values()].filter(({ kinds }) => kinds.has(found.kind));
  return new CaseClocks({ events: found.events, commitments, policy, referent: customer?.referent, supposed }, issues);
}

function judgeCallback(
  commitment: CarryOverCommitment,
  { cycles: [cycle] }: ClockHistory,
  setting: Setting,
  { excuses }: ConditionsVerdict,
  asOfMs: number,
): Judgement {
  const { startEvent } = cycle!;
  const chosen = setting.calendarAt(commitment, startEvent);
  const timeline = timelineOf(chosen);
  const judged = judgeCarryOver(timeline, cycle!, commitment.closing, asOfMs);
  const choice = choiceOf(setting, chosen, setting.versionAt(commitment, startEvent));
  const stated = withState(judged.result, stateOf(cycle!), timeline, asOfMs);
  const result = stated.clock === undefined ? stated : { ...stated, ...choice };
  return {
    ...judged,
    excuses,
    result: result.outcome === "missed" && excuses ? { ...result, outcome: "excused" } : result,
  };
}

/** A result that needs no clock, or what the conditions say of the one that runs. */
function beforeTheClock(
  commitment: ClockCommitment,
  found: ReadCase,
  clock: ClockHistory,
  setting: Setting,
  customer: ReadCustomer | undefined,
  beside: Beside,
  issues: Issue[],
): ResultMembers | ConditionsVerdict {
  const { startMs, startEvent } = clock;
  if (isTarget(commitment) && isNotConcerned(commitment, found, clock)) return notApplicable(startMs);
  if (startMs === undefined || startEvent === undefined) {
    // A clock that never started was neither stopped nor past its target.
    return clock.isCancelledIdle ? notApplicable(startMs) : unmeasurable("missing-event", startMs);
  }
  // Nothing after a cancellation is read, a start neither.
  if (clock.isCancelledIdle) return notApplicable(startMs);
  const { timeline } = insideOf(setting.calendarAt(commitment, startEvent).calendar);
  checkSupported(timeline, startMs);
  const startDay = civilDayAt(timeline, startMs);
  const verdict = judgeConditions(commitment.conditions, { customer, startDay, start: startEvent }, issues);
  if (!verdict.applies) return notApplicable(startMs);
  const needsReferent = commitment.stop.some((stop) => stop.person === "referent");
  if (needsReferent && customer?.referent === undefined) {
    const reason =
      beside.register === undefined ? "no-register" : customer === undefined ? "unknown-customer" : "no-referent";
    return unmeasurable(reason, startMs);
  }
  // A cycle that was reopened was stopped before.
  const hasStopped = clock.cycles.some(({ stopMs, reopenings }) => stopMs !== undefined || reopenings.length > 0);
  if (clock.earlyStop !== undefined && !hasStopped && !allowsEarlyStops(commitment)) {
    const isCancelled = clock.cycles.some(({ cancelMs }) => cancelMs !== undefined);
    // Of what was never promised nobody needs to look for events.
    const isPromised = !isTarget(commitment) || isPromisedTo(commitment, clock, setting, beside.asOfMs);
    return isCancelled || !isPromised ? notApplicable(startMs) : unmeasurable("stop-before-start", startMs);
  }
  return verdict;
}

/** Whether the target that judges the last cycle promises anything: what was missed before a change stays promised. */
function isPromisedTo(
  commitment: TargetCommitment,
  { cycles }: ClockHistory,
  setting: Setting,
  asOfMs: number,
): boolean {
  const cycle = cycles.at(-1)!;
  const pieces = piecesOf(commitment, setting, cycle.startEvent, cycle.end ?? endOf(asOfMs));
  return phaseOf(cycle, pieces).at(-1)!.figure !== null;
}

/** Whether the policy says that such a case is not concerned. */
function isNotConcerned(commitment: TargetCommitment, found: ReadCase, { startMs }: ClockHistory): boolean {
  const { optional, start, stop } = commitment;
  if (optional === "start") return startMs === undefined;
  return optional && !found.events.some((event) => isOneOfWithAnybody([...start, ...stop], event));
}
