/**
 * One commitment on one case: the questions that come before the clock, then the clock.
 *
 * Order: does it concern the case; is there a start; does the customer's side hold; is it known whom to contact;
 * then the figure. Source: docs/charter.md, rules 1 to 9.
 */
import { insideOf } from "../calendar/internal.ts";
import { checkSupported, civilDayAt } from "../clock/beyond.ts";
import type { Issue } from "../issues/issue.ts";
import type { Commitment, Policy, TargetFigure } from "../policy/policy.ts";
import { type CarryOverResult, judgeCarryOver } from "./carry-over.ts";
import type { ReadCase, ReadEvent } from "./case.ts";
import { type Clock, type ClockRoles, readClock } from "./clock.ts";
import { conditionsHold } from "./conditions.ts";
import { judgeDays } from "./days.ts";
import { figureOf } from "./figure.ts";
import { judgeHours } from "./hours.ts";
import { beyondReachIs, isoOrNull } from "./instants.ts";
import type { ReadCustomer } from "./register.ts";
import type { Reason, Result } from "./result.ts";

/** What is known beside the case. */
export interface Beside {
  readonly policy: Policy;
  readonly asOfMs: number;
  /** Undefined when there is no register: cover is then not judged. */
  readonly customers: ReadonlyMap<string, ReadCustomer> | undefined;
}

/** A result; for a callback also what the order of the queue needs. */
export type Judgement = { readonly result: Result } & Partial<Omit<CarryOverResult, "result">>;

/** Judges one commitment on one case. Issues of the case go to `issues`. */
export function judge(commitment: Commitment, found: ReadCase, beside: Beside, issues: Issue[]): Judgement {
  const customer = found.customer === undefined ? undefined : beside.customers?.get(found.customer);
  const figure = commitment.kind === "carry-over" ? undefined : figureOf(commitment, found, issues);
  const clock = readClock(found.events, rolesOf(commitment, figure, beside.policy, customer), issues);
  if (figure === null) return { result: notApplicable(clock) };
  const before = beforeTheClock(commitment, found, clock, customer, beside, issues);
  if (before !== undefined) return { result: before };
  const { timeline } = insideOf(commitment.calendar);
  const unknown: Judgement = { result: unmeasurable("beyond-reach", clock) };
  return beyondReachIs<Judgement, Judgement>(unknown, () => {
    checkSupported(timeline, clock.startMs!);
    if (commitment.kind === "carry-over") return judgeCarryOver(timeline, clock, beside.asOfMs);
    if (figure === undefined) return { result: unmeasurable("no-figure", clock) };
    return figure.unit === "hours"
      ? { result: judgeHours(figure.timeline, figure.targetMs, commitment.atRisk, clock, beside.asOfMs) }
      : { result: judgeDays(timeline, figure, clock, beside.asOfMs) };
  });
}

/** A result that needs no clock, or undefined. */
function beforeTheClock(
  commitment: Commitment,
  found: ReadCase,
  clock: Clock,
  customer: ReadCustomer | undefined,
  beside: Beside,
  issues: Issue[],
): Result | undefined {
  if (
    commitment.kind !== "carry-over" &&
    commitment.optional &&
    !found.events.some((event) => isOwnEvent(commitment, event))
  ) {
    return notApplicable(clock);
  }
  if (clock.startMs === undefined || clock.startEvent === undefined) {
    // A clock that never started was neither stopped nor past its target.
    return clock.cancelMs === undefined ? unmeasurable("missing-event", clock) : notApplicable(clock);
  }
  const startDay = civilDayAt(insideOf(commitment.calendar).timeline, clock.startMs);
  if (customer !== undefined && !conditionsHold(commitment.conditions, customer, startDay, clock.startEvent, issues)) {
    return notApplicable(clock);
  }
  const needsReferent = commitment.kind !== "carry-over" && commitment.stops.some((stop) => stop.person === "referent");
  if (needsReferent && customer?.referent === undefined) {
    const reason =
      beside.customers === undefined ? "no-register" : customer === undefined ? "unknown-customer" : "no-referent";
    return unmeasurable(reason, clock);
  }
  if (clock.stopMs === undefined && clock.earlyStop) {
    return clock.cancelMs === undefined ? unmeasurable("stop-before-start", clock) : notApplicable(clock);
  }
  return undefined;
}

/** Whether an event is one of the commitment's own, whoever it was with. */
function isOwnEvent(commitment: Commitment & { kind: "target" | "ratio" }, event: ReadEvent): boolean {
  return event.type === commitment.start || commitment.stops.some((stop) => stop.event === event.type);
}

function rolesOf(
  commitment: Commitment,
  figure: TargetFigure | null | undefined,
  policy: Policy,
  customer: ReadCustomer | undefined,
): ClockRoles {
  const { pause, resume, cancel } = policy;
  const roles: ClockRoles = {
    isStart: (event) => event.type === commitment.start,
    isStop: (event) =>
      commitment.kind === "carry-over"
        ? event.type === commitment.stop
        : commitment.stops.some(
            (stop) =>
              stop.event === event.type &&
              (stop.person === undefined || (customer?.referent !== undefined && event.person === customer.referent)),
          ),
    isCancel: (event) => event.type === cancel,
  };
  // Pauses stop the clocks in hours only.
  if (commitment.kind === "carry-over" || figure?.unit === "days") return roles;
  return { ...roles, isPause: (event) => event.type === pause, isResume: (event) => event.type === resume };
}

function notApplicable(clock: Clock): Result {
  return { outcome: "not-applicable", startedAt: isoOrNull(clock.startMs), dueAt: null, stoppedAt: null };
}

function unmeasurable(reason: Reason, clock: Clock): Result {
  return { outcome: "unmeasurable", reason, startedAt: isoOrNull(clock.startMs), dueAt: null, stoppedAt: null };
}
