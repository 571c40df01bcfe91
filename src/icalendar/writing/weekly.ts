/**
 * Dates as a weekly rule with exceptions: what repeats, what is missing, and what is beside it.
 */
import { weekdayOf } from "../../time/civil-date.ts";

/** Dates: those on `weekdays` from `firstDay` to `lastDay`, less `removed`, and `added`. Without weekdays, `added` alone. */
export interface WeeklyDates {
  /** 0 for Monday, in order. */
  readonly weekdays: readonly number[];
  readonly firstDay: number;
  readonly lastDay: number;
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** Dates this far apart are not one rule: a long list of missing dates says less than two rules. */
const LONGEST_GAP_DAYS = 28;

/** Ascending dates as rules, one for each run of dates near each other. Together they are exactly the dates. */
export function weeklyDates(days: readonly number[]): WeeklyDates[] {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && day - run.at(-1)! <= LONGEST_GAP_DAYS) run.push(day);
    else runs.push([day]);
  }
  return runs.map(ruleOf);
}

function ruleOf(days: readonly number[]): WeeklyDates {
  const [first, last] = [days[0]!, days.at(-1)!];
  const weekdays = [0, 1, 2, 3, 4, 5, 6].filter((weekday) => isRegular(days, weekday, first, last));
  const regular = days.filter((day) => weekdays.includes(weekdayOf(day)));
  const added = days.filter((day) => !weekdays.includes(weekdayOf(day)));
  const [firstDay, lastDay] = regular.length === 0 ? [first, last] : [regular[0]!, regular.at(-1)!];
  const present = new Set(regular);
  const removed: number[] = [];
  for (let day = firstDay; day <= lastDay; day++)
    if (weekdays.includes(weekdayOf(day)) && !present.has(day)) removed.push(day);
  return { weekdays, firstDay, lastDay, removed, added };
}

/** Whether most dates of a weekday are among the days, and more than one of them. */
function isRegular(days: readonly number[], weekday: number, first: number, last: number): boolean {
  const count = days.filter((day) => weekdayOf(day) === weekday).length;
  const firstOfIt = first + ((weekday - weekdayOf(first) + 7) % 7);
  const possible = firstOfIt > last ? 0 : Math.floor((last - firstOfIt) / 7) + 1;
  return count > 1 && count * 2 > possible;
}
