/**
 * Questions about targets in hours: whole days of open time that were perhaps meant as working days, and more time than there is.
 */
import type { Calendar } from "../../calendar/calendar.ts";
import { countedTime } from "../../calendar/counting.ts";
import { insideOf } from "../../calendar/internal.ts";
import { spokenDuration } from "../../clock/explain.ts";
import { isOuvreeError } from "../../issues/error.ts";
import type { PathStep } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import type { HoursFigure, TargetFigure } from "../../policy/parts.ts";
import { type Commitment, isTarget, type ReadyPolicy } from "../../policy/policy.ts";
import { parseDate } from "../../time/civil-date.ts";
import { MS_PER_HOUR, MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs } from "../../time/zone.ts";
import { spokenHours, wordsOf } from "../year/words.ts";
import { commitmentsOf, type Place, type PolicyQuestion } from "./places.ts";

/** The questions about the targets in hours that a place writes, each asked once: of the first calendar that raises it. */
export function hoursQuestions(policy: ReadyPolicy, place: Place): PolicyQuestion[] {
  return commitmentsOf(place).flatMap(({ path, commitment }) => {
    if (!isTarget(commitment)) return [];
    const { target } = commitment;
    const figures: (readonly [PathStep[], TargetFigure | null])[] =
      "by" in target ? [...target.figures].map(([value, figure]) => [["values", value], figure]) : [[[], target]];
    const calendars = calendarsOf(policy, commitment);
    return figures.flatMap(([steps, figure]) => {
      if (figure?.unit !== "hours") return [];
      const message = neverMissed(figure, calendars) ?? wholeDays(figure, calendars);
      return message === undefined ? [] : [{ path: [...path, "target", ...steps], message }];
    });
  });
}

type Calendars = readonly (readonly [string, Calendar<"ms">])[];

/** More time than counts in all that is known of a calendar: no clock could use it up. */
function neverMissed({ targetMs, count }: HoursFigure, calendars: Calendars): string | undefined {
  const [found] = calendars.find(([, calendar]) => !canRunOut(calendar, count, targetMs)) ?? [];
  if (found === undefined) return undefined;
  return `${spokenDuration(targetMs)} is more than counts at ${show(found)} in all the time that is known: nobody could miss it`;
}

function canRunOut(calendar: Calendar<"ms">, count: HoursFigure["count"], targetMs: number): boolean {
  const { face } = countedTime(calendar, count);
  const { zone } = insideOf(calendar).timeline.schedule;
  // The first known date may not be asked of, if a window of the night before could reach into it.
  const startMs = edgeMs(zone, (parseDate(calendar.reach.from)! + 1) * MS_PER_UTC_DAY);
  try {
    face.addMs(startMs, targetMs, "near");
    return true;
  } catch (error) {
    // How far a large definition may be searched says nothing of what could be missed.
    if (isOuvreeError(error)) return error.code === "calendar.too-far";
    throw error;
  }
}

/** Open hours in whole days of 24: were working days meant? */
function wholeDays(figure: HoursFigure, calendars: Calendars): string | undefined {
  const days = figure.targetMs / (24 * MS_PER_HOUR);
  if (figure.count !== "open" || !Number.isInteger(days)) return undefined;
  for (const [name, calendar] of calendars) {
    const dayMs = typicalDayMs(calendar);
    if (dayMs !== undefined && dayMs < 24 * MS_PER_HOUR) return daysInstead(figure, days, dayMs, name);
  }
  return undefined;
}

function daysInstead({ targetMs }: HoursFigure, days: number, dayMs: number, name: string): string {
  const openDays = Math.round((targetMs / dayMs) * 10) / 10;
  const meant = `${days} working day${days === 1 ? "" : "s"}`;
  return `PT${targetMs / MS_PER_HOUR}H of open time is ${openDays} days of ${spokenHours(dayMs, wordsOf("en"))} at ${show(name)}: did you mean ${meant}? Then write { "days": "P${days}D", "count": "working", … }`;
}

/** Open time of a working day, on average over the years around 2026 that the calendar knows; undefined if it knows none. */
function typicalDayMs(calendar: Calendar<"ms">): number | undefined {
  const { from, to } = calendar.reach;
  const [first, last] = [from > "2020-01-01" ? from : "2020-01-01", to < "2029-12-31" ? to : "2029-12-31"];
  // The first known date may not be asked of, if a window of the night before could reach into it.
  const start = insideOf(calendar).timeline.schedule.zone.name;
  const workingDays = first < last ? calendar.workingDaysBetween(first, last) : 0;
  if (workingDays === 0) return undefined;
  const second = calendar.nextWorkingDay(first);
  if (second >= last) return undefined;
  const openMs = calendar.elapsed(`${second}T00:00`, `${last}T00:00`, { zone: start });
  return openMs / Math.max(1, calendar.workingDaysBetween(second, last));
}

/** The calendars that a commitment may use, by name. */
function calendarsOf(policy: ReadyPolicy, { calendar }: Commitment): [string, Calendar<"ms">][] {
  const names = new Set(
    policy.versions.flatMap((version) =>
      calendar === undefined ? [version.calendar, ...version.rules.map((rule) => rule.calendar)] : [calendar],
    ),
  );
  return [...names].flatMap((name) => {
    const found = policy.versions.find(({ calendars }) => calendars.has(name))?.calendars.get(name);
    return found === undefined ? [] : [[name, found] as [string, Calendar<"ms">]];
  });
}
