/**
 * Follow-up: what began must be followed by something, before it is closed and, if the policy says, in time.
 *
 * Source: docs/promises.md, "Follow-up".
 */

import { countedTime } from "../../calendar/counting.ts";
import { insideOf } from "../../calendar/internal.ts";
import { elapsedMs } from "../../clock/questions.ts";
import type { TargetFigure } from "../../policy/parts.ts";
import type { FollowUpCommitment } from "../../policy/promise.ts";
import type { ReadEvent } from "../cases/event.ts";
import { compareMoments, firstIn } from "../cases/moments.ts";
import { earliest } from "../clocks/clock-state.ts";
import type { ChosenCalendar } from "../clocks/setting.ts";
import { isoOrNull } from "../instants.ts";
import type { ResultMembers } from "../result.ts";
import { judgeDays } from "../targets/days.ts";
import { judgeHours } from "../targets/hours.ts";
import { notApplicable } from "../targets/target.ts";
import { withFigureOf } from "./figureless.ts";

/** What followed a beginning. Instants in ms. */
export interface Followed {
  readonly start: ReadEvent;
  /** First `by` event, unless an end came before it. */
  readonly byMs: number | undefined;
  /** First end, unless a `by` event came before it or with it. */
  readonly endMs: number | undefined;
}

/** What followed: the first of each at or after the beginning. */
export function followedOf(
  start: ReadEvent,
  events: readonly ReadEvent[],
  isBy: (event: ReadEvent) => boolean,
  isEnd: (event: ReadEvent) => boolean,
): Followed {
  const since = events.filter((event) => compareMoments(event, start) >= 0);
  const [by, end] = [firstIn(since, isBy), firstIn(since, isEnd)];
  const isDone = by !== undefined && (end === undefined || compareMoments(by, end) <= 0);
  return {
    start,
    byMs: isDone ? by.atMs : undefined,
    endMs: isDone ? undefined : end?.atMs,
  };
}

/** Judges what followed on a case. */
export function judgeFollowUp(
  { within, hasFigure }: FollowUpCommitment,
  followed: Followed,
  cancelMs: number | undefined,
  chosen: ChosenCalendar,
  asOfMs: number,
): ResultMembers {
  const { start, byMs, endMs } = followed;
  const isCancelled =
    cancelMs !== undefined && cancelMs < Math.min(byMs ?? Number.POSITIVE_INFINITY, endMs ?? Number.POSITIVE_INFINITY);
  if (isCancelled && cancelMs < start.atMs) return notApplicable(start.atMs);
  const byEnd = judgeEnds(followed, isCancelled);
  const timed =
    within === null ? undefined : judgeWithin(within, followed, isCancelled ? cancelMs : undefined, chosen, asOfMs);
  const judged =
    timed?.outcome === "missed" ? missedInTime(timed, byEnd) : { ...timed, ...byEnd, ...dueOf(byEnd, timed) };
  if (judged.outcome === "not-applicable") return notApplicable(start.atMs);
  const followUpMs = byMs === undefined ? null : elapsedMs(insideOf(chosen.calendar).timeline, start.atMs, byMs);
  return withFigureOf(hasFigure, { ...judged, figures: { followed: byMs === undefined ? 0 : 1, followUpMs } });
}

/** By the events alone: followed, ended without, or neither. */
function judgeEnds({ start, byMs, endMs }: Followed, isCancelled: boolean): ResultMembers {
  const outcome =
    byMs !== undefined ? "met" : isCancelled ? "not-applicable" : endMs !== undefined ? "missed" : "running";
  return {
    outcome,
    startedAt: isoOrNull(start.atMs),
    dueAt: null,
    stoppedAt: isoOrNull(byMs),
    missedAt: outcome === "missed" ? isoOrNull(endMs) : null,
    nextChangeAt: null,
  };
}

/** The clock of a follow-up that is promised in time. */
export function judgeWithin(
  figure: TargetFigure,
  { start, byMs, endMs }: Followed,
  cancelMs: number | undefined,
  { calendar }: ChosenCalendar,
  asOfMs: number,
): ResultMembers {
  const cycle = {
    startMs: start.atMs,
    startEvent: start,
    end: undefined,
    stopMs: byMs,
    // An end without what was promised stops the waiting.
    cancelMs: byMs === undefined ? (endMs ?? cancelMs) : undefined,
    stretches: [{ startMs: start.atMs, endMs: Number.POSITIVE_INFINITY }],
    paused: false,
    reopenings: [],
  };
  const keptMs = Number.NEGATIVE_INFINITY;
  if (figure.unit === "days") return judgeDays(insideOf(calendar).timeline, figure, cycle, start.atMs, keptMs, asOfMs);
  const { face } = countedTime(calendar, figure.count);
  const runs = cycle.stretches.map((stretch) => ({ ...stretch, timeline: face }));
  return judgeHours(runs, figure.targetMs, [], cycle, keptMs, asOfMs);
}

/** Missed by its target, and no later than by its end. */
function missedInTime(timed: ResultMembers, byEnd: ResultMembers): ResultMembers {
  return { ...timed, missedAt: earliest(timed.missedAt, byEnd.missedAt ?? null) };
}

/** While it runs, what will be due; once it is met, what was. */
function dueOf({ outcome }: ResultMembers, timed: ResultMembers | undefined): Partial<ResultMembers> {
  if (timed === undefined || (outcome !== "running" && outcome !== "met")) return {};
  return { dueAt: timed.dueAt, missedAt: timed.missedAt ?? null, nextChangeAt: timed.nextChangeAt ?? null };
}
