/**
 * Promises on a case that are no clocks: allowance, follow-up, share of events.
 *
 * Source: docs/promises.md.
 */
import { insideOf } from "../../calendar/internal.ts";
import { checkSupported, civilDayAt } from "../../clock/beyond.ts";
import type { Issue } from "../../issues/issue.ts";
import type { EventMatcher } from "../../policy/parts.ts";
import type {
  AllowanceCommitment,
  FollowUpCommitment,
  PromiseCommitment,
  ShareCommitment,
} from "../../policy/promise.ts";
import type { ReadCase } from "../cases/case.ts";
import { judgeConditions } from "../cases/conditions.ts";
import type { ReadEvent } from "../cases/event.ts";
import { isOneOf } from "../cases/matches.ts";
import { compareMoments, firstIn } from "../cases/moments.ts";
import type { ReadCustomer } from "../cases/read-register.ts";
import type { Setting } from "../clocks/setting.ts";
import { beyondReachIs } from "../instants.ts";
import type { Beside, Judgement } from "../judgement.ts";
import type { ResultMembers } from "../result.ts";
import { notApplicable, unmeasurable } from "../targets/target.ts";
import { judgeAllowance } from "./allowance.ts";
import { yearlyOf } from "./contract-year.ts";
import { followedOf, judgeFollowUp } from "./follow-up.ts";
import { judgeShare } from "./share.ts";

/** A promise on a case, with what is known of the case. */
interface PromiseCase {
  readonly found: ReadCase;
  readonly setting: Setting;
  readonly beside: Beside;
  readonly customer: ReadCustomer | undefined;
  readonly cancel: ReadEvent | undefined;
  readonly issues: Issue[];
}

/** Judges a promise on a case. Issues of the case go to `issues`. */
export function judgePromise(
  commitment: PromiseCommitment,
  found: ReadCase,
  setting: Setting,
  beside: Beside,
  issues: Issue[],
): Judgement {
  const customer = found.customer === undefined ? undefined : beside.register?.customers.get(found.customer);
  const cancel = firstOf(found, beside.policy.cancel, customer);
  const on: PromiseCase = { found, setting, beside, customer, cancel, issues };
  const start = startOf(commitment, on);
  return beyondReachIs<Judgement, Judgement>({ result: unmeasurable("beyond-reach", start?.atMs) }, () => {
    switch (commitment.kind) {
      case "allowance":
        return allowanceOf(commitment, start, on);
      case "follow-up":
        return { result: followUpOf(commitment, start, on) };
      case "share":
        return { result: shareOf(commitment, on) };
      default:
        // The results of the others are those of customers, staff and the service.
        return { result: notApplicable(undefined) };
    }
  });
}

function startOf(commitment: PromiseCommitment, { found, customer }: PromiseCase): ReadEvent | undefined {
  if (commitment.kind === "allowance") return firstOf(found, commitment.start, customer);
  return commitment.kind === "follow-up" ? firstOf(found, commitment.after, customer) : undefined;
}

/** Whether a miss is excused; undefined if a condition fails that the commitment is under. */
function excuseOf(commitment: PromiseCommitment, start: ReadEvent, on: PromiseCase): boolean | undefined {
  const { setting, customer, issues } = on;
  const { timeline } = insideOf(setting.calendarAt(commitment, start).calendar);
  checkSupported(timeline, start.atMs);
  const side = { customer, startDay: civilDayAt(timeline, start.atMs), start };
  const { applies, excuses } = judgeConditions(commitment.conditions, side, issues);
  return applies ? excuses : undefined;
}

function allowanceOf(commitment: AllowanceCommitment, start: ReadEvent | undefined, on: PromiseCase): Judgement {
  const { found, setting, beside, customer } = on;
  if (start === undefined) {
    const isCancelled = on.cancel !== undefined;
    return { result: isCancelled ? notApplicable(undefined) : unmeasurable("missing-event", undefined) };
  }
  const excuses = excuseOf(commitment, start, on);
  if (excuses === undefined) return { result: notApplicable(start.atMs) };
  const chosen = setting.calendarAt(commitment, start);
  const { timeline } = insideOf(chosen.calendar);
  const startDay = civilDayAt(timeline, start.atMs);
  const judged = judgeAllowance(commitment, {
    found,
    start,
    startDay,
    isCancelled: on.cancel !== undefined,
    customer,
    reason: beside.register === undefined ? "no-register" : "unknown-customer",
    chosen,
    timeline,
    asOfMs: beside.asOfMs,
  });
  const result = excused(judged, excuses);
  if (commitment.per === "request" || customer === undefined) return { result };
  const yearly = yearlyOf(commitment.id, found.id, customer, startDay, start.atMs, result);
  return yearly === undefined ? { result } : { result, yearly };
}

function shareOf(commitment: ShareCommitment, on: PromiseCase): ResultMembers {
  const { found, customer, cancel } = on;
  const first = firstOf(found, commitment.of ?? [], customer);
  if (first === undefined || excuseOf(commitment, first, on) === undefined) return notApplicable(undefined);
  return judgeShare(commitment, found, cancel, customer?.referent);
}

function followUpOf(commitment: FollowUpCommitment, start: ReadEvent | undefined, on: PromiseCase): ResultMembers {
  const { found, setting, beside, customer } = on;
  if (start === undefined) return notApplicable(undefined);
  const excuses = excuseOf(commitment, start, on);
  if (excuses === undefined) return notApplicable(start.atMs);
  const is = (matchers: readonly EventMatcher[]) => (event: ReadEvent) => isOneOf(matchers, event, customer?.referent);
  // A cancellation is final: nothing after it is read.
  const { cancel } = on;
  const read = cancel === undefined ? found.events : found.events.filter((each) => compareMoments(each, cancel) <= 0);
  const followed = followedOf(start, read, is(commitment.by), is(commitment.ends));
  const chosen = setting.calendarAt(commitment, start);
  return excused(judgeFollowUp(commitment, followed, cancel?.atMs, chosen, beside.asOfMs), excuses);
}

function excused(result: ResultMembers, excuses: boolean): ResultMembers {
  return excuses && result.outcome === "missed" ? { ...result, outcome: "excused" } : result;
}

/** The earliest event of a case that is one of those named. */
export function firstOf(
  { events }: ReadCase,
  matchers: readonly EventMatcher[],
  customer: ReadCustomer | undefined,
): ReadEvent | undefined {
  return firstIn(events, (event) => isOneOf(matchers, event, customer?.referent));
}
