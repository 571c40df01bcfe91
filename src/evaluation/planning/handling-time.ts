/**
 * How long callbacks take, and whether any open interval is as long.
 */
import { civilDayAt } from "../../clock/beyond.ts";
import { elapsedBetween, nextCloseAt, nextOpenAt } from "../../clock/search.ts";
import { refuse } from "../../issues/error.ts";
import { type Place, report } from "../../issues/expect.ts";
import { makeIssue, type PathStep } from "../../issues/issue.ts";
import { formatDate } from "../../time/civil-date.ts";
import { readDuration } from "../../time/duration.ts";
import { MS_PER_MINUTE, MS_PER_UTC_DAY } from "../../time/units.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import { attempt } from "./collect-issues.ts";

/** Hours that come back do so within a week, or a year. */
export const YEAR_MS: number = 366 * MS_PER_UTC_DAY;

/** Minutes as ms, or undefined with an issue. */
export function readHandling(
  value: unknown,
  place: Place,
  code: "callback.bad-pending" | "calendar.bad-option",
): number | undefined {
  if (typeof value !== "number" || !(value > 0)) return report(place, code, "minutes above zero", value, "20");
  // Through the door of durations, which takes decimals as they are written: 1.1 min are 66 s, not a hair more.
  return attempt(place, () => readDuration({ minutes: value }, place.path));
}

/** A handling time with the place where it was written. */
export interface Handling {
  readonly handlingMs: number;
  readonly handlingPath: readonly PathStep[];
}

/** An issue for each handling time that is longer than any open interval: a search for one would go on for centuries. */
export function refuseTooLong(timeline: Timeline, handlings: readonly Handling[], fromMs: number, place: Place): void {
  const wantedMs = handlings.reduce((most, { handlingMs }) => Math.max(most, handlingMs), 0);
  const longestMs = longestOpenMs(timeline, fromMs, wantedMs);
  // The plan's own time stands in one place, however many callbacks take as long.
  const tooLong = new Map(
    handlings
      .filter(({ handlingMs }) => handlingMs > longestMs)
      .map((handling) => [handling.handlingPath.join("."), handling]),
  );
  for (const { handlingMs, handlingPath } of tooLong.values()) {
    const [minutes, longest] = [handlingMs / MS_PER_MINUTE, longestMs / MS_PER_MINUTE];
    const cure = `${minutes} minutes are longer than any open interval within a year, at most ${longest} minutes; split the callback`;
    place.issues.push(makeIssue("callback.never-fits", handlingPath, `at most ${longest} minutes`, minutes, cure));
  }
}

/** Refuses a handling time for which no open interval is free until an instant. */
export function refuseLate(timeline: Timeline, { handlingMs, handlingPath }: Handling, untilMs: number): never {
  const minutes = handlingMs / MS_PER_MINUTE;
  const date = formatDate(civilDayAt(timeline, untilMs));
  const cure = `${minutes} minutes fit in no open interval that is free before ${date}; split the callback`;
  return refuse("callback.never-fits", handlingPath, "an open interval that is free", minutes, cure);
}

/** The longest open interval of the year to come; `wantedMs` if there is one as long. */
function longestOpenMs(timeline: Timeline, fromMs: number, wantedMs: number): number {
  const ahead = longestIn(timeline, fromMs, fromMs + YEAR_MS, wantedMs);
  if (!ahead.isCut) return ahead.longestMs;
  // Where little is known of what is to come, the year before says how long the desk is open.
  const before = longestIn(timeline, Math.max(fromMs - YEAR_MS, timeline.reachStartMs), fromMs, wantedMs);
  return Math.max(ahead.longestMs, before.longestMs);
}

/** The longest open interval that begins in [startMs, endMs), or is on then; and whether the reach ends before. */
function longestIn(
  timeline: Timeline,
  startMs: number,
  endMs: number,
  wantedMs: number,
): { longestMs: number; isCut: boolean } {
  let longestMs = 0;
  let openMs = nextOpenAt(timeline, startMs);
  while (openMs < endMs) {
    if (elapsedBetween(timeline, openMs, openMs + wantedMs) === wantedMs) return { longestMs: wantedMs, isCut: false };
    const closeMs = nextCloseAt(timeline, openMs);
    // Open to the end of what is known: whether that is long enough is for the plan to find.
    if (Number.isNaN(closeMs)) return { longestMs: wantedMs, isCut: true };
    longestMs = Math.max(longestMs, closeMs - openMs);
    openMs = nextOpenAt(timeline, closeMs);
  }
  return { longestMs, isCut: Number.isNaN(openMs) };
}
