/**
 * Simulator: the charter's clocks over cases, slowly, as an independent judge of the library's evaluation.
 *
 * Written from the text alone; CHOICES.md lists what the text leaves open and what was taken here.
 */

import type { Call } from "./callback.ts";
import { callOf, judgeCallback } from "./callback.ts";
import { customerOf, isCovered } from "./cover.ts";
import { judgeDays, lastDateOfAnswer, sameDate } from "./days.ts";
import type { Seen, Spec } from "./events.ts";
import { isKnownType, moments, seenEvents, storyOf } from "./events.ts";
import { judgeHours } from "./hours.ts";
import { HOUR, instantOf, iso, parseInstant } from "./paris.ts";
import { pauseCodes } from "./pauses.ts";
import { countRates } from "./rates.ts";
import { mergeCases, readingsOf, unreadable } from "./readings.ts";
import type { CaseInput, Customer, Expected, ExpectedCase, Reason, Register, Simulation } from "./types.ts";

const KINDS: readonly string[] = ["installation", "anomaly", "usage", "specific-request", "web-form"];
/** The holidays of France are known from 1982 on (facts on holidays); before, nothing can be judged. */
const REACH_START = instantOf("1982-01-01", 0);
const PHONE_KINDS: readonly string[] = ["installation", "anomaly", "usage"];

const types =
  (...wanted: string[]) =>
  ({ type }: { type: string }): boolean =>
    wanted.includes(type);
const INSTALLATION: Spec = { isStart: types("called"), isStop: types("assisted", "user-connected") };
const ANOMALY: Spec = { isStart: types("called"), isStop: types("assisted") };
const CALLBACK: Spec = ANOMALY;
const WEB_FORM: Spec = { isStart: types("submitted"), isStop: types("answered") };

function specificRequest(referent: string | undefined): Spec {
  return {
    isStart: types("handed-over"),
    // Nobody in particular is not the referent, even where no referent is known.
    isStop: ({ type, person }) => type === "contacted" && person !== undefined && person === referent,
  };
}

/** What one case and its surroundings are, gathered once. */
interface Setting {
  readonly input: CaseInput;
  readonly seen: readonly Seen[];
  readonly customer: Customer | undefined;
  readonly hasRegister: boolean;
  readonly asOf: number;
  readonly queue: readonly Call[];
}

export function simulate(cases: readonly CaseInput[], asOfText: string, register: Register | null): Simulation {
  const asOf = parseInstant(asOfText);
  const present = cases
    .map((input) => ({ input, seen: seenEvents(input, asOf) }))
    .filter(({ input, seen }) => seen.length > 0 || unreadable(input).length > 0);
  const isDuplicate = (id: string): boolean => present.filter(({ input }) => input.id === id).length > 1;

  const queue: Call[] = [];
  for (const { input, seen } of present) {
    if (!PHONE_KINDS.includes(input.kind) || isDuplicate(input.id)) continue;
    const known = seen.filter(({ event }) => isKnownType(event.type, input.kind));
    const call = callOf(input.id, storyOf(known, CALLBACK));
    if (call !== null) queue.push(call);
  }

  const told = present.map(({ input, seen }): ExpectedCase => {
    if (isDuplicate(input.id))
      return { id: input.id, issue: true, codes: [], ruledOut: [], duplicate: true, commitments: {} };
    const around = { input, customer: customerOf(input, register), hasRegister: register !== null, asOf, queue };
    const first = judgeCase({ ...around, seen });
    // Of a verdict that a reading of the case's own events would change nothing is left; the queue is as it is seen.
    const readings = readingsOf(input, seen, asOf).map((events) => judgeCase({ ...around, seen: events }));
    return mergeCases(first, readings);
  });
  return { cases: told, notYet: cases.length - present.length, rates: countRates(told) };
}

function judgeCase(setting: Setting): ExpectedCase {
  const { input, seen, customer, hasRegister, asOf } = setting;
  const pausing = pauseCodes(seen, clockOf(setting));
  const codes = [
    ...(KINDS.includes(input.kind) ? [] : ["case.unknown-kind"]),
    ...(hasRegister && customer === undefined ? ["case.unknown-customer"] : []),
    ...(seen.some(({ event }) => !isKnownType(event.type, input.kind)) ? ["case.unknown-event"] : []),
    ...(unreadable(input).length > 0 ? ["case.bad-event"] : []),
    ...pausing.codes,
  ];
  let issue = codes.length > 0;
  const commitments: ExpectedCase["commitments"] = {};

  const hours = (spec: Spec, targetHours: number, obstacle: Reason | null): Expected => {
    const early = beforeTheClock(setting, spec) ?? (obstacle === null ? null : unmeasurable(setting, spec, obstacle));
    if (early !== null) return early;
    const verdict = judgeHours(moments(seen, spec), targetHours * HOUR, asOf);
    if (verdict.issue) issue = true;
    return verdict.expected;
  };
  const days = (lastDateOf: (requested: string) => string): Expected => {
    const story = storyOf(seen, WEB_FORM);
    const early = beforeTheClock(setting, WEB_FORM);
    if (early !== null || story.startedAt === null) return early ?? unmeasurable(setting, WEB_FORM, "missing-event");
    const expected = judgeDays(story, story.startedAt, lastDateOf, asOf);
    if (story.earlyStop && expected.outcome !== "not-applicable") issue = true;
    return expected;
  };

  if (input.kind === "installation") commitments.installation = hours(INSTALLATION, 12, null);
  if (input.kind === "anomaly") commitments.anomaly = hours(ANOMALY, 4, null);
  if (input.kind === "specific-request") {
    const isAsked = seen.some(({ event }) => event.type === "handed-over" || event.type === "contacted");
    const spec = specificRequest(customer?.referent);
    commitments["specific-request"] = isAsked
      ? hours(spec, 48, obstacleOf(setting))
      : { outcome: "not-applicable", startedAt: null, dueAt: null };
  }
  if (input.kind === "web-form") {
    commitments["web-form"] = days(lastDateOfAnswer);
    commitments["web-form-same-day"] = days(sameDate);
  }
  if (PHONE_KINDS.includes(input.kind)) {
    const story = storyOf(seen, CALLBACK);
    const call = callOf(input.id, story);
    commitments.callback =
      beforeTheClock(setting, CALLBACK) ??
      (call === null
        ? unmeasurable(setting, CALLBACK, "missing-event")
        : judgeCallback(story, call, setting.queue, asOf));
  }
  return { id: input.id, issue, codes, ruledOut: pausing.ruledOut, duplicate: false, commitments };
}

/** The clock of the case that pauses stop; null: its kind has none. */
function clockOf({ input, customer }: Setting): Spec | null {
  if (input.kind === "installation") return INSTALLATION;
  if (input.kind === "anomaly") return ANOMALY;
  return input.kind === "specific-request" ? specificRequest(customer?.referent) : null;
}

/** A specific request needs to know the customer's referent. */
function obstacleOf({ hasRegister, customer }: Setting): Reason | null {
  if (!hasRegister) return "no-register";
  if (customer === undefined) return "unknown-customer";
  return customer.referent === undefined ? "no-referent" : null;
}

/** What is settled without looking at the clock: it was never started, or the customer is not covered. */
function beforeTheClock(setting: Setting, spec: Spec): Expected | null {
  const { startedAt, cancelledAt, isCancelledFirst } = storyOf(setting.seen, spec);
  if (startedAt === null) {
    if (cancelledAt !== null) return { outcome: "not-applicable", startedAt: null, dueAt: null };
    return unmeasurable(setting, spec, "missing-event");
  }
  // Nothing after a cancellation is read, a start neither.
  if (isCancelledFirst) return { outcome: "not-applicable", startedAt: iso(startedAt), dueAt: null };
  if (!isCovered(setting.customer, startedAt))
    return { outcome: "not-applicable", startedAt: iso(startedAt), dueAt: null };
  return startedAt < REACH_START ? unmeasurable(setting, spec, "beyond-reach") : null;
}

function unmeasurable({ seen }: Setting, spec: Spec, reason: Reason): Expected {
  const { startedAt } = storyOf(seen, spec);
  return { outcome: "unmeasurable", reason, startedAt: startedAt === null ? null : iso(startedAt), dueAt: null };
}
