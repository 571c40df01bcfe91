/**
 * The dates of a rule, in order. Source: RFC 5545 §3.3.10, the table of what each part limits and expands.
 *
 * By hand and not by ical.js (2.2.1): it takes `20MO` for every Monday, and 29 February of every year for 1 March in others; nor by
 * rrule (2.8.1): it gives no dates where weekdays with and without a number stand together; nor by ts-ics (2.4.6): it counts in the process's own zone, so that 29 February of every year is 28 February or
 * 1 March by the machine, where the RFC leaves out years without it.
 */
import { civilOf, daysInMonth, epochDayOf, LAST_YEAR, weekdayOf } from "../../time/civil-date.ts";
import type { ReadLog } from "../text/read-log.ts";
import type { Rule } from "./rule.ts";

/**
 * Epoch days of a rule that starts on `startDay`, up to `lastDay`, whatever its COUNT and UNTIL say; of `startDay` on only.
 * Every day that is looked at counts as a step.
 */
export function* daysOfRule(rule: Rule, startDay: number, lastDay: number, log: ReadLog): Generator<number> {
  const start = civilOf(startDay);
  const matches = matcherOf(rule, start.month, start.day, startDay);
  for (let index = 0; ; index++) {
    const stretches = periodOf(rule, startDay, index * rule.interval);
    const [first] = stretches;
    if (first === undefined || first[0] > lastDay) return;
    for (const [fromDay, toDay] of stretches) {
      log.addSteps(toDay - fromDay + 1, rule.line);
      for (let day = Math.max(fromDay, startDay); day <= Math.min(toDay, lastDay); day++) if (matches(day)) yield day;
    }
  }
}

/** Whether a rule is the same date of every year, without an end. */
export function isFixedYearly(rule: Rule, startDay: number): boolean {
  const { month, day } = civilOf(startDay);
  const only = (list: readonly number[], value: number): boolean =>
    list.length === 0 || (list.length === 1 && list[0] === value);
  return (
    rule.frequency === "YEARLY" &&
    rule.interval === 1 &&
    rule.count === undefined &&
    rule.until === undefined &&
    rule.days.length === 0 &&
    only(rule.months, month) &&
    only(rule.monthDays, day)
  );
}

type Stretch = readonly [fromDay: number, toDay: number];

/** The day, week, month or year `distance` after that of the start; of a year only the months that count. Empty beyond all years. */
function periodOf(rule: Rule, startDay: number, distance: number): readonly Stretch[] {
  const { year, month } = civilOf(startDay);
  const monthAt = (index: number): Stretch => {
    const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
    return [epochDayOf(y, m, 1), epochDayOf(y, m, daysInMonth(y, m))];
  };
  switch (rule.frequency) {
    case "DAILY":
      return [[startDay + distance, startDay + distance]];
    case "WEEKLY": {
      const monday = startDay - ((weekdayOf(startDay) - rule.weekStart + 7) % 7) + distance * 7;
      return [[monday, monday + 6]];
    }
    case "MONTHLY":
      return [monthAt(year * 12 + month - 1 + distance)];
    case "YEARLY": {
      if (year + distance > LAST_YEAR) return [];
      const isAllYear = rule.days.length > 0 && rule.months.length === 0;
      if (isAllYear) return [[epochDayOf(year + distance, 1, 1), epochDayOf(year + distance, 12, 31)]];
      const months = rule.months.length > 0 ? [...new Set(rule.months)].sort((a, b) => a - b) : [month];
      return months.map((each) => monthAt((year + distance) * 12 + each - 1));
    }
  }
}

/** Whether a day of a period is one of the rule's; what the rule does not say is that of its start. */
function matcherOf(rule: Rule, startMonth: number, startMonthDay: number, startDay: number): (day: number) => boolean {
  const { frequency, months, monthDays, days } = rule;
  const isByDay = days.length > 0;
  const saysNoDay = !isByDay && monthDays.length === 0;
  // A weekday counts within its month, but within its year in a YEARLY rule that names no months.
  const isOfYear = frequency === "YEARLY" && months.length === 0;
  return (epochDay) => {
    const { year, month, day } = civilOf(epochDay);
    if (months.length > 0 && !months.includes(month)) return false;
    if (frequency === "YEARLY" && saysNoDay && months.length === 0 && month !== startMonth) return false;
    if ((frequency === "MONTHLY" || frequency === "YEARLY") && saysNoDay && day !== startMonthDay) return false;
    if (frequency === "WEEKLY" && saysNoDay && weekdayOf(epochDay) !== weekdayOf(startDay)) return false;
    const fromEnd = day - daysInMonth(year, month) - 1;
    if (monthDays.length > 0 && !monthDays.includes(day) && !monthDays.includes(fromEnd)) return false;
    if (!isByDay) return true;
    const weekday = weekdayOf(epochDay);
    const [before, after] = isOfYear
      ? [epochDay - epochDayOf(year, 1, 1), epochDayOf(year, 12, 31) - epochDay]
      : [day - 1, daysInMonth(year, month) - day];
    const nth = Math.floor(before / 7) + 1;
    const nthFromEnd = -Math.floor(after / 7) - 1;
    return days.some((each) => each.weekday === weekday && [0, nth, nthFromEnd].includes(each.nth));
  };
}
