/**
 * The day on which customers, staff and the service as a whole are judged, and how its dates become instants.
 *
 * Source: docs/promises.md, "What they have in common".
 */
import { insideOf } from "../../calendar/internal.ts";
import { civilDayAt } from "../../clock/beyond.ts";
import type { Commitment, PolicyVersion, ReadyPolicy } from "../../policy/policy.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs } from "../../time/zone.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import type { DayRange } from "../cases/read-register.ts";
import { isoOrNull } from "../instants.ts";
import { datesOf, type Period } from "../rates/period.ts";

/** What is known when subjects are judged. */
export interface JudgementDay {
  readonly policy: ReadyPolicy;
  /** In force at `asOf`. */
  readonly version: PolicyVersion;
  readonly asOfMs: number;
  /** Epoch day. */
  readonly day: number;
  /** Epoch days of the period, if there is one; open ends are infinite. */
  readonly period: DayRange | undefined;
  /** Of the policy's calendar. */
  readonly timeline: Timeline;
}

/** The day of judgement, or undefined for a period that begins after `asOf` or has no date in it. */
export function judgementDay(
  policy: ReadyPolicy,
  asOfMs: number,
  period: Period | undefined,
): JudgementDay | undefined {
  const version = policy.versions.findLast(({ fromMs }) => fromMs <= asOfMs)!;
  const { timeline } = insideOf(version.calendars.get(version.calendar)!);
  const asOfDay = civilDayAt(timeline, asOfMs);
  const range = period === undefined ? undefined : datesOf(period, timeline);
  if (range !== undefined && range[0] > Math.min(asOfDay, range[1])) return undefined;
  return { policy, version, asOfMs, day: Math.min(asOfDay, range?.[1] ?? asOfDay), period: range, timeline };
}

/** First instant of a date, in ms; of an open end none. */
export function firstInstantMs({ schedule }: Timeline, epochDay: number): number | undefined {
  return Number.isFinite(epochDay) ? edgeMs(schedule.zone, epochDay * MS_PER_UTC_DAY) : undefined;
}

/** The same in ISO 8601, or null. */
export function firstInstant(timeline: Timeline, epochDay: number): string | null {
  return isoOrNull(firstInstantMs(timeline, epochDay));
}

/** An instant at which something changes, or null where it is not after `asOf`: of a period that is over nothing changes any more. */
export function changeAfterAsOf({ asOfMs, day, timeline }: JudgementDay, instant: string | null): string | null {
  const isOver = firstInstantMs(timeline, day + 1)! <= asOfMs;
  return instant !== null && !isOver && Date.parse(instant) > asOfMs ? instant : null;
}

/** The timeline of a commitment's own calendar, or of the policy's. */
export function timelineFor({ calendar }: Commitment, { version }: JudgementDay): Timeline {
  return insideOf(version.calendars.get(calendar ?? version.calendar)!).timeline;
}
