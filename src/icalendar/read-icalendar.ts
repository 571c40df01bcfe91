/**
 * `readICalendar`: from the text of an iCalendar file to closures, or to a list of holidays.
 */
import type { ClosureDefinition, HolidayList } from "../index.ts";
import { refuse, throwIfAny } from "../issues/error.ts";
import type { Issue } from "../issues/issue.ts";
import { epochDayOf, LAST_YEAR } from "../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import { type ReadICalendarOptions, type ReadPlan, readPlan } from "./read-options.ts";
import { type Closed, closedTime, type YearlyClosed, yearlyClosedTime } from "./reading/closed-time.ts";
import { type EventTimes, readTimes } from "./reading/event.ts";
import { type ClosedEvent, type Counts, closedEvents, type ICalendarNotes } from "./reading/events.ts";
import { type ClosedDays, closureOf, holidayListOf, yearlyClosureOf } from "./reading/found.ts";
import { isEndless, occurrencesOf } from "./reading/occurrences.ts";
import { isFixedYearly } from "./reading/recurrence.ts";
import { readComponents } from "./text/component.ts";
import type { Moment } from "./text/moment.ts";
import { ReadLog } from "./text/read-log.ts";
import { unescapeText } from "./text/text.ts";

/** What an iCalendar text closes. */
export interface ICalendarContent {
  /** With `as: "closures"`: for the `closures` of a definition. */
  readonly closures: readonly ClosureDefinition[];
  /** With `as: "holidays"`: one list for the `holidays` of a definition. */
  readonly holidays: readonly HolidayList[];
  /** With `onIssue: "collect"`: one for each thing that was not carried, with its line as path, in order. */
  readonly issues: readonly Issue[];
  readonly notes: ICalendarNotes;
}

/** Longer texts are not read: no calendar of closed days is a tenth of it. */
const MOST_CHARACTERS = 10_000_000;
/** What was found so far: dates for a list of holidays, or closures. */
interface Found {
  readonly days: ClosedDays[];
  readonly closures: ClosureDefinition[];
}

const LAST_DAY = epochDayOf(LAST_YEAR, 12, 31);

/**
 * Reads closed time from iCalendar (RFC 5545): whole days, parts of a day, the same date of every year, and rules that end.
 *
 * Nothing is dropped in silence: what a definition cannot carry exactly is an issue with its line and the reason; what is left out on
 * purpose is counted in the notes.
 * Bounds: 10 million characters, 20,000 dates of the years 1900 to 2199.
 * Errors: one `OuvreeError` with every issue (`icalendar.*`), unless they are collected; always `icalendar.bad-format` and
 *   `icalendar.too-large`, when the text as a whole cannot be read.
 * Source: docs/icalendar.md; RFC 5545.
 *
 * @example
 * const event = ["BEGIN:VEVENT", "DTSTART;VALUE=DATE:20261224", "SUMMARY:Christmas Eve", "END:VEVENT"];
 * readICalendar(["BEGIN:VCALENDAR", ...event, "END:VCALENDAR"].join("\r\n")).closures // [ { date: '2026-12-24', name: 'Christmas Eve' } ]
 */
export function readICalendar(text: string, options?: ReadICalendarOptions): ICalendarContent {
  const plan = readPlan(options);
  const log = new ReadLog(plan.name);
  if (typeof text !== "string")
    refuse("icalendar.bad-format", ["text"], "a text", text, "the text must be a string; decode the file as UTF-8");
  if (text.length > MOST_CHARACTERS) {
    const cure = `${text.length} characters are more than ${MOST_CHARACTERS}; split the file`;
    refuse("icalendar.too-large", ["text"], `at most ${MOST_CHARACTERS} characters`, text.length, cure);
  }
  const counts: Counts = { events: 0, cancelled: 0, transparent: 0, openings: 0, everyYear: 0, outside: 0 };
  const found: Found = { days: [], closures: [] };
  for (const calendar of readComponents(text.replace(/^\ufeff/, ""), log)) {
    for (const event of closedEvents(calendar, plan, counts, log)) readEvent(event, plan, counts, log, found);
  }
  const holidays = plan.as === "holidays" ? holidayListOf(found.days, plan, log) : undefined;
  const issues = log.inOrder();
  if (!plan.collects) throwIfAny(issues);
  return Object.freeze({
    closures: Object.freeze(found.closures),
    holidays: Object.freeze(holidays === undefined ? [] : [holidays]),
    issues,
    notes: Object.freeze(counts),
  });
}

/** Adds what an event closes: all of it, or nothing and an issue. */
function readEvent(
  { component, singles }: ClosedEvent,
  plan: ReadPlan,
  counts: Counts,
  log: ReadLog,
  found: Found,
): void {
  const times = readTimes(component, singles, plan.tzids, log);
  if (times === undefined) return;
  const summary = unescapeText(singles.get("SUMMARY")?.value ?? "");
  const name = summary.trim() === "" ? undefined : summary;
  const isYearly = isEveryYear(times, plan);
  const yearly = isYearly ? readYearly(times, plan, log) : undefined;
  if (isYearly && yearly === undefined) return;
  const starts = isYearly ? times.added : startsOf(times, plan, log);
  const closed = starts && closedDays(starts, times, plan, log);
  if (closed === undefined) return;
  if (yearly !== undefined) {
    log.addDates(1, times.line);
    counts.everyYear++;
    found.closures.push(yearlyClosureOf(yearly, name));
  }
  for (const each of closed) {
    if (plan.as === "closures") {
      log.addDates(1, times.line);
      found.closures.push(closureOf(each, name));
      continue;
    }
    const fromDay = Math.max(each.fromDay, plan.fromDay ?? each.fromDay);
    const toDay = Math.min(each.toDay, plan.toDay ?? each.toDay);
    const inside = Math.max(0, toDay - fromDay + 1);
    counts.outside += each.toDay - each.fromDay + 1 - inside;
    log.addDates(inside, times.line);
    if (inside > 0) found.days.push({ ...each, fromDay, toDay, name });
  }
}

/** Whether an event becomes a closure of every year: a list of holidays has only dates. */
function isEveryYear({ rule }: EventTimes, { as }: ReadPlan): boolean {
  return as === "closures" && rule !== undefined && isEndless(rule);
}

/** The closed time of an event that never ends, if it is that of every year. */
function readYearly(times: EventTimes, { zone }: ReadPlan, log: ReadLog): YearlyClosed | undefined {
  const { start, rule, removed } = times;
  const refuse = (cure: string): undefined =>
    log.report("icalendar.not-carried", rule!.line, "a rule that ends", undefined, cure);
  if (!isFixedYearly(rule!, Math.floor(start.wallMs / MS_PER_UTC_DAY)))
    return refuse(`RRULE: without an end only the same date of every year is carried; ${ENDS}`);
  if (removed.size > 0) return refuse(`RRULE: no date can be taken out of a rule without an end (EXDATE); ${ENDS}`);
  const yearly = yearlyClosedTime(times, zone, log);
  return "cure" in yearly ? refuse(`RRULE: ${yearly.cure}`) : yearly;
}

const ENDS = 'give it an UNTIL, or read as: "holidays" with a to';

/** Starts of the occurrences; those after the last date asked for may be left out. */
function startsOf(times: EventTimes, { toDay }: ReadPlan, log: ReadLog): readonly Moment[] | undefined {
  const { rule } = times;
  if (rule === undefined || !isEndless(rule)) return occurrencesOf(times, LAST_DAY, true, log);
  // In another zone it may be the next date, or the one after it.
  if (toDay !== undefined) return occurrencesOf(times, toDay + 2, false, log);
  const cure = "RRULE: a list of holidays has dates, and the rule has no end; give the list a to";
  return log.report("icalendar.not-carried", rule.line, "a rule that ends", undefined, cure);
}

function closedDays(
  starts: readonly Moment[],
  times: EventTimes,
  { zone }: ReadPlan,
  log: ReadLog,
): Closed[] | undefined {
  const all: Closed[] = [];
  for (const start of starts) {
    const closed = closedTime(start, times.length, zone);
    if ("cure" in closed)
      return log.report("icalendar.not-carried", times.line, "whole days, or a part of one", undefined, closed.cure);
    all.push(closed);
  }
  return all;
}
