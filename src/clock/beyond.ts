/**
 * Why a timeline has no answer: the refusal of a question, made only once it is known that there is one.
 *
 * The arithmetic of this folder answers NaN where it has no answer, so that columns need no exceptions; the scalar
 * questions turn it into the error here.
 */
import { refuse } from "../issues/error.ts";
import type { PathStep } from "../issues/issue.ts";
import { formatDate } from "../time/civil-date.ts";
import { readInstant } from "../time/instant.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import type { Timeline } from "../timeline/timeline.ts";

/**
 * Throws for a question that read, or would read, beyond the reach.
 *
 * @param instants What was asked of, in ms.
 * @param direction Where the search for the answer went on from there.
 * Errors: `time.bad-instant`, `time.fraction`, `time.out-of-range`, `calendar.too-far`, else `calendar.beyond-reach`.
 */
export function refuseBeyond(
  timeline: Timeline,
  instants: readonly number[],
  direction: "forward" | "backward",
): never {
  for (const instant of instants) checkSupported(timeline, instant);
  const earliestDay = civilDayAt(timeline, Math.min(...instants)) - (timeline.schedule.passesMidnight ? 1 : 0);
  const latestDay = civilDayAt(timeline, Math.max(...instants));
  const { fromDay, toDay } = timeline.schedule.reach;
  if (earliestDay < fromDay) return refuseDay(timeline, earliestDay);
  if (latestDay > toDay) return refuseDay(timeline, Math.max(toDay + 1, earliestDay));
  refuseTooFar(timeline, Math.min(...instants), Math.max(...instants), direction);
  return refuseDay(timeline, direction === "forward" ? toDay + 1 : fromDay - 1);
}

/** Throws `calendar.too-far` where a large definition, and not the reach, ends the search. */
function refuseTooFar(timeline: Timeline, firstMs: number, lastMs: number, direction: "forward" | "backward"): void {
  const { farthestMs, neverOpens, reachStartMs, reachEndMs } = timeline;
  if (neverOpens && lastMs - firstMs <= farthestMs) return;
  const leftMs = direction === "forward" ? reachEndMs - firstMs : lastMs - reachStartMs;
  if (leftMs <= farthestMs) return;
  refuseFar(timeline);
}

/** Throws `calendar.too-far`. */
export function refuseFar({ schedule: { mostYears, load } }: Timeline): never {
  const years = `${mostYears} year${mostYears === 1 ? "" : "s"}`;
  const cure = `the definition has about ${load} windows and closed dates a year, so a question may search ${years}; if it is one of your own, raise it: createCalendar(definition, { limits: { search: … } })`;
  return refuse("calendar.too-far", [], `an answer within ${years}`, mostYears, cure);
}

/** Throws `calendar.too-far` for dates that are farther from each other than a question may search. */
export function checkFar(timeline: Timeline, fromDay: number, toDay: number): void {
  if (Math.abs(toDay - fromDay) * MS_PER_UTC_DAY > timeline.farthestMs) refuseFar(timeline);
}

/** Throws unless an instant is whole ms within the supported years of the calendar's zone. */
export function checkSupported(timeline: Timeline, instantMs: number, path: readonly PathStep[] = []): void {
  readInstant(instantMs, path);
  if (instantMs >= timeline.supportedStartMs && instantMs < timeline.supportedEndMs) return;
  refuse(
    "time.out-of-range",
    path,
    "an instant of the years 1900 to 2199",
    instantMs,
    `${new Date(instantMs).toISOString()} is outside the years 1900 to 2199 of ${timeline.schedule.zone.name}`,
  );
}

/** Throws `calendar.beyond-reach` for a date. */
export function refuseDay(timeline: Timeline, epochDay: number): never {
  const { fromDay, toDay } = timeline.schedule.reach;
  const [date, from, to] = [epochDay, fromDay, toDay].map(formatDate);
  const side = epochDay > toDay ? `the last date known is ${to}` : `the first date known is ${from}`;
  const { sources, combination, isCompiled } = timeline.schedule;
  const what =
    isCompiled === true
      ? "what the compiled calendar knows"
      : combination !== undefined
        ? "what all its calendars know"
        : sources.length > 0
          ? "the reach of the calendar's holidays"
          : "the supported years";
  return refuse("calendar.beyond-reach", [], `dates from ${from} to ${to}`, date, `${date} is beyond ${what}; ${side}`);
}

/** Epoch day of the date whose edges contain an instant. */
export function civilDayAt(timeline: Timeline, instantMs: number): number {
  const { zone } = timeline.schedule;
  return Math.floor((instantMs + zone.offsetMsAt(instantMs)) / MS_PER_UTC_DAY);
}
