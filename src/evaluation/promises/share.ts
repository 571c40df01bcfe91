/**
 * Share: how many events, or surveys, are of one sort; each is a cycle of the result.
 *
 * Source: docs/promises.md, "Share".
 */
import type { MemberTest } from "../../policy/parts.ts";
import type { ShareCommitment } from "../../policy/promise.ts";
import type { ReadCase } from "../cases/case.ts";
import type { ReadEvent } from "../cases/event.ts";
import { isOneOf, passes } from "../cases/matches.ts";
import { compareMoments, inOrder, type Moment } from "../cases/moments.ts";
import type { ReadCustomer } from "../cases/read-register.ts";
import { isoOrNull } from "../instants.ts";
import type { ResultMembers } from "../result.ts";
import { decidingOf, notApplicable } from "../targets/target.ts";
import { withFigureOf } from "./figureless.ts";
import { firstInstant, type JudgementDay } from "./judgement-day.ts";

/** Judges the events of a case, up to a cancellation. */
export function judgeShare(
  { of, tests, hasFigure }: ShareCommitment,
  { events }: ReadCase,
  cancel: Moment | undefined,
  referent: string | undefined,
): ResultMembers {
  const isCounted = (event: ReadEvent): boolean =>
    (cancel === undefined || compareMoments(event, cancel) <= 0) && isOneOf(of ?? [], event, referent);
  const counted = inOrder(events.filter(isCounted));
  const cycles = counted.map(({ members, atMs }) => judgeMembers(tests, members, isoOrNull(atMs)));
  return resultOf(cycles, hasFigure);
}

/** Judges the surveys of a customer up to the day of judgement, with a period only those in it. */
export function judgeSurveys(
  { tests, hasFigure }: ShareCommitment,
  { surveys }: ReadCustomer,
  on: JudgementDay,
): ResultMembers {
  const { day, period, timeline } = on;
  const seen = surveys.filter((survey) => survey.day <= day && survey.day >= (period?.[0] ?? Number.NEGATIVE_INFINITY));
  const sorted = [...seen].sort((a, b) => a.day - b.day);
  const cycles = sorted.map((survey) => judgeMembers(tests, survey.members, firstInstant(timeline, survey.day)));
  return resultOf(cycles, hasFigure);
}

function resultOf(measured: readonly ResultMembers[], hasFigure: boolean): ResultMembers {
  const cycles = measured.map((cycle) => withFigureOf(hasFigure, cycle));
  if (cycles.length === 0) return notApplicable(undefined);
  const kept = measured.filter(({ outcome }) => outcome === "met").length;
  return { ...decidingOf(cycles), cycles, figures: { events: cycles.length, kept } };
}

/** Met if the members are so; without a member that is named nobody can tell. */
function judgeMembers(
  tests: readonly MemberTest[],
  members: Readonly<Record<string, unknown>>,
  at: string | null,
): ResultMembers {
  const base = { startedAt: at, dueAt: null, stoppedAt: at };
  const isMissing = tests.some(({ member }) => !Object.hasOwn(members, member) || members[member] === undefined);
  if (isMissing) return { outcome: "unmeasurable", reason: "missing-event", ...base };
  const failed = tests.filter((test) => !passes(test, members)).map(({ member }) => member);
  if (failed.length === 0) return { outcome: "met", ...base };
  // Which members were not as promised; what they were instead may name somebody.
  return { outcome: "missed", ...base, figures: { notKept: failed.join(", ") } };
}
