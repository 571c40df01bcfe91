/**
 * The plans of a year: what the layers make of each date, in the one written order (docs/semantics.md §2).
 *
 * An exception replaces everything; else a holiday or a closure closes; else the hours of the week, less the parts of the day that
 * are closed. Then what part-day closures take from the tail of the night before, whatever gave that night.
 */
import { epochDayOf, weekdayOf, yearOf } from "../time/civil-date.ts";
import type { Closings } from "./dates/closing.ts";
import { closingsFinder, type TailCut } from "./dates/closings.ts";
import { type Exception, type ExceptionalDates, exceptionAt, exceptionalDatesOf } from "./dates/exceptions.ts";
import { partsOfNightBefore, withinParts, withoutParts } from "./dates/part-day.ts";
import type { DayPlan, Layer } from "./day-plan.ts";
import type { Version } from "./version.ts";
import type { Week } from "./week.ts";
import { passesMidnight, type Window } from "./window.ts";

/** The plan of each date of one year. */
export type PlansOfYear = (epochDay: number) => DayPlan;

/** Of the dates of a year, from its first on, those that a week alone does not decide. */
type Plans = (DayPlan | undefined)[];

/**
 * The plans of versions, year by year.
 *
 * @param hasNights Whether any window can pass midnight; if none can, no date takes anything from the one before.
 */
export function plansOf(versions: readonly Version[], hasNights: boolean): (year: number) => PlansOfYear {
  const closings = closingsFinder();
  const exceptional = new Map<readonly Exception[], (year: number) => ExceptionalDates>();
  const weekPlans = new Map<Week, readonly DayPlan[]>();
  for (const { week, exceptions } of versions) {
    for (const list of exceptions) if (!exceptional.has(list)) exceptional.set(list, exceptionalDatesOf(list));
    if (!weekPlans.has(week))
      weekPlans.set(
        week,
        week.map((windows) => plan("week", windows)),
      );
  }
  const weekPlanOf = (epochDay: number): DayPlan =>
    weekPlans.get(versions[versionIndexAt(versions, epochDay)]!.week)![weekdayOf(epochDay)]!;

  /** Plans of the dates of a version, from one to another, that its week alone does not decide. */
  const addSpecial = (version: Version, year: number, fromDay: number, toDay: number, plans: Plans) => {
    const firstDay = epochDayOf(year, 1, 1);
    const closed = closings.of(version, year);
    const lists = version.exceptions.map((list) => exceptional.get(list)!(year));
    let last: { readonly closing: Closings; readonly plan: DayPlan } | undefined;
    for (let day = fromDay; day <= toDay; day++) {
      const closing = closed.at(day);
      const windows = exceptionAt(lists, day);
      if (windows !== undefined) plans[day - firstDay] = exceptionPlan(windows, closing);
      else if (closing !== undefined) {
        // The dates of a long closing share one plan: of centuries of them, that is most of the cost.
        const isShared = closing.whole && closing === last?.closing;
        const made = isShared ? last!.plan : closedPlan(version.week[weekdayOf(day)]!, closing);
        last = { closing, plan: made };
        plans[day - firstDay] = made;
      }
    }
  };

  /** Cuts the tails of the nights that a date of the year, or the first of the next, takes from. */
  const cutTails = (firstDay: number, lastDay: number, plans: Plans): void => {
    for (let day = firstDay; day <= lastDay; day++) {
      const night = plans[day - firstDay] ?? weekPlanOf(day);
      if (!night.windows.some(passesMidnight)) continue;
      const next = versions[versionIndexAt(versions, day + 1)]!;
      const cut = closings.of(next, yearOf(day + 1)).tailCutAt(day + 1);
      if (cut !== undefined) plans[day - firstDay] = cutPlan(night, cut);
    }
  };

  return (year) => {
    const plans: Plans = [];
    const [firstDay, lastDay] = [epochDayOf(year, 1, 1), epochDayOf(year, 12, 31)];
    for (let index = versionIndexAt(versions, firstDay); versions[index] !== undefined; index++) {
      const fromDay = Math.max(firstDay, index === 0 ? firstDay : versions[index]!.fromDay);
      if (fromDay > lastDay) break;
      // The first and the last are in force outside the supported years too: a neighbouring date may be read there.
      const toDay = Math.min(lastDay, versions[index + 1] === undefined ? lastDay : versions[index]!.toDay);
      addSpecial(versions[index]!, year, fromDay, toDay, plans);
    }
    if (hasNights) cutTails(firstDay, lastDay, plans);
    return (epochDay) => plans[epochDay - firstDay] ?? weekPlanOf(epochDay);
  };
}

/** Index of the version in force on a date: the last that begins on it or before, else the first. */
function versionIndexAt(versions: readonly Version[], epochDay: number): number {
  let low = 0;
  let high = versions.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (versions[middle]!.fromDay <= epochDay) low = middle;
    else high = middle;
  }
  return low;
}

function exceptionPlan(windows: readonly Window[], closings: Closings | undefined): DayPlan {
  const { holidays = [], closures = [] } = closings ?? {};
  return { ...plan("exception", windows), holidays, closures };
}

function closedPlan(hours: readonly Window[], { whole, parts, holidays, closures }: Closings): DayPlan {
  if (whole) return { ...plan("holiday", []), holidays, closures };
  const windows = withoutParts(hours, parts);
  const taken = withinParts(hours, parts);
  return { layer: taken.length > 0 && windows.length === 0 ? "holiday" : "week", windows, taken, holidays, closures };
}

/** A night without what the next date takes from its tail. What it has before midnight stays, and makes it a working day. */
function cutPlan(night: DayPlan, { parts, names }: TailCut): DayPlan {
  const later = partsOfNightBefore(parts);
  const taken = withinParts(night.windows, later);
  if (taken.length === 0) return night;
  return { ...night, windows: withoutParts(night.windows, later), tail: { taken, names } };
}

function plan(layer: Layer, windows: readonly Window[]): DayPlan {
  return { layer, windows, taken: [], holidays: [], closures: [] };
}
