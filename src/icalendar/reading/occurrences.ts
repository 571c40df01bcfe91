/**
 * The occurrences of an event that ends: its start, its rule and RDATE, less EXDATE. Source: RFC 5545 §3.8.5.
 */
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { keyOf, type Moment } from "../text/moment.ts";
import type { ReadLog } from "../text/read-log.ts";
import type { EventTimes } from "./event.ts";
import { daysOfRule } from "./recurrence.ts";
import type { Rule } from "./rule.ts";

/** Whether a rule goes on for ever. */
export function isEndless({ count, until }: Rule): boolean {
  return count === undefined && until === undefined;
}

/**
 * Starts of the occurrences, in order, of those that start up to `lastDay`; undefined with an issue.
 *
 * @param isLastYear Whether nothing comes after `lastDay`: then a rule must have come to its own end by then.
 */
export function occurrencesOf(
  times: EventTimes,
  lastDay: number,
  isLastYear: boolean,
  log: ReadLog,
): Moment[] | undefined {
  const { start, rule, added, removed } = times;
  const found = new Map<number, Moment>();
  const add = (moment: Moment): void => {
    found.set(keyOf(moment), moment);
  };
  if (rule === undefined) add(start);
  else {
    const startDay = Math.floor(start.wallMs / MS_PER_UTC_DAY);
    const untilKey = rule.until === undefined ? Number.POSITIVE_INFINITY : keyOf(rule.until);
    let count = 0;
    for (const day of daysOfRule(rule, startDay, Math.max(startDay, lastDay), log)) {
      if (count === 0 && day !== startDay) break;
      count++;
      const moment = { ...start, wallMs: start.wallMs + (day - startDay) * MS_PER_UTC_DAY };
      if (keyOf(moment) > untilKey) break;
      add(moment);
      if (count === rule.count) break;
    }
    if (count === 0) {
      const cure = "RRULE: DTSTART is no date of its own rule; what is meant then is left open (RFC 5545 §3.8.5.3)";
      return log.report("icalendar.not-carried", rule.line, "a rule that has DTSTART", undefined, cure);
    }
    if (rule.count !== undefined && count < rule.count && isLastYear) {
      const cure = "RRULE: the rule goes beyond the year 2199";
      return log.report("icalendar.not-carried", rule.line, "dates up to 2199", rule.count, cure);
    }
  }
  for (const moment of added) add(moment);
  return [...found]
    .filter(([key]) => !removed.has(key))
    .sort(([a], [b]) => a - b)
    .map(([, moment]) => moment);
}
