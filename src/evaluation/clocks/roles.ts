/**
 * What each event does to the clock of a commitment, and to the pauses of its case.
 *
 * Source: docs/policies.md, "Starts and stops", "Reopening" and "Cycles".
 */

import type { EventMatcher } from "../../policy/parts.ts";
import {
  type CarryOverCommitment,
  type Commitment,
  isTarget,
  type ReadyPolicy,
  type TargetCommitment,
} from "../../policy/policy.ts";
import type { ReadEvent } from "../cases/event.ts";
import { isOneOf } from "../cases/matches.ts";
import { compareMoments, firstIn } from "../cases/moments.ts";
import type { PauseRoles } from "./case-pauses.ts";
import type { ClockRoles } from "./clock.ts";

/** A commitment with a clock. */
export type ClockCommitment = TargetCommitment | CarryOverCommitment;

/** Whether a commitment has a clock. */
export function hasClock(commitment: Commitment): commitment is ClockCommitment {
  return isTarget(commitment) || commitment.kind === "carry-over";
}

/** Where replies come before the message that starts the clock, an early stop is nothing to speak of. */
export function allowsEarlyStops(commitment: ClockCommitment): boolean {
  return isTarget(commitment) && (commitment.reopening === "new-cycle" || commitment.after !== undefined);
}

/**
 * What each event of a case does to the clock of a commitment.
 *
 * @param referent The customer's referent, for a stop that must be with them.
 */
export function clockRolesOf(
  commitment: ClockCommitment,
  events: readonly ReadEvent[],
  policy: ReadyPolicy,
  referent: string | undefined,
): ClockRoles {
  const is = (matchers: readonly EventMatcher[]) => (event: ReadEvent) => isOneOf(matchers, event, referent);
  const isStart = is(commitment.start);
  const roles: ClockRoles = {
    reopening: "ignore",
    allowsEarlyStops: allowsEarlyStops(commitment),
    isStart,
    isStop: is(commitment.stop),
    isCancel: is(policy.cancel),
  };
  if (commitment.kind === "carry-over") return roles;
  const { after, reset, waive, reopening, reopen } = commitment;
  const first = after === undefined ? undefined : firstIn(events, is(after));
  const startsAfter = (event: ReadEvent): boolean =>
    first !== undefined && compareMoments(event, first) >= 0 && isStart(event);
  return {
    ...roles,
    reopening,
    ...(after === undefined ? {} : { isStart: startsAfter }),
    ...(reopening === "ignore" ? {} : { isReopen: is(reopen) }),
    ...(reset === undefined ? {} : { isReset: is(reset) }),
    ...(waive === undefined ? {} : { isWaive: is(waive) }),
  };
}

/**
 * What each event of a case does to its pauses.
 *
 * @param commitments Those of the case's kind.
 * @param supposed A resume that is only supposed.
 */
export function pauseRolesOf(
  commitments: readonly Commitment[],
  policy: ReadyPolicy,
  referent: string | undefined,
  supposed: ReadEvent | undefined,
): PauseRoles {
  const is = (matchers: readonly EventMatcher[]) => (event: ReadEvent) => isOneOf(matchers, event, referent);
  const isResume = is(policy.resume);
  return {
    isPause: is(policy.pause),
    isResume: (event) => event === supposed || isResume(event),
    // The start that stands in for a reopening that is not named ends no pause.
    isReopen: is(commitments.flatMap((each) => (isTarget(each) && each.namesReopen ? each.reopen : []))),
    isCancel: is(policy.cancel),
  };
}

/**
 * Whether pauses may stop the clock of a commitment: they stop those in hours, for some value of its fact or in some version.
 * Also where a running clock keeps its target, a start may come long after the first event, in another version.
 */
export function mayStandStill(commitment: Commitment, { versions }: ReadyPolicy): commitment is TargetCommitment {
  if (!isTarget(commitment) || !commitment.pauses) return false;
  const others = versions.flatMap(({ commitments }) => commitments.get(commitment.id) ?? []);
  return [commitment.target, ...others.flatMap((other) => (isTarget(other) ? other.target : []))].some(isInHours);
}

function isInHours(target: TargetCommitment["target"]): boolean {
  return "by" in target
    ? [...target.figures.values()].some((figure) => figure?.unit === "hours")
    : target.unit === "hours";
}
