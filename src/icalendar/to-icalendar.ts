/**
 * `toICalendar`: open hours and closed days of a calendar as events.
 */
import type { Calendar, Output } from "../index.ts";
import { throwIfAny } from "../issues/error.ts";
import { makeIssue } from "../issues/issue.ts";
import { parseTime } from "../time/civil-time.ts";
import { MS_PER_MINUTE, MS_PER_UTC_DAY } from "../time/units.ts";
import { edgeMs } from "../time/zone.ts";
import { readChoice } from "./read-options.ts";
import { printDate } from "./text/moment.ts";
import { component, type Lines, printCalendar, printInstant } from "./text/print.ts";
import { escapeText } from "./text/text.ts";
import { hashOf, type WriteOptions, type WritePlan, writePlan } from "./write-options.ts";
import { closedDates, type NamedClosing } from "./writing/closed-dates.ts";

/** Options of `toICalendar`. */
export interface ToICalendarOptions extends WriteOptions {
  /** `"openings"`: an event for each open interval; `"closures"`: one for each closed day by name; `"both"` unless given. */
  readonly what?: "openings" | "closures" | "both";
}

/**
 * Writes a calendar's open intervals and closed days as iCalendar (RFC 5545), for other programs to show.
 *
 * Openings are in UTC, clipped to the period: the instants are exact, and no reader has to know the zone. Closed days are dates with
 * the names of the holidays and closures; parts of a day are in UTC. Read back by `readICalendar`, closures close what they closed.
 * All are `TRANSP:TRANSPARENT`: they keep nobody busy.
 * Errors: `calendar.beyond-reach`; `calendar.too-many-intervals`; `icalendar.not-carried` for closures alone where an exception opens
 *   more than the hours of the week, which no closure can say.
 * Source: docs/icalendar.md.
 *
 * @example toICalendar(desk, { from: "2026-05-25", to: "2026-05-25", what: "closures" }).includes("\r\nSUMMARY:Whit Monday\r\n") // true
 */
export function toICalendar<O extends Output>(calendar: Calendar<O>, options: ToICalendarOptions): string {
  const plan = writePlan(calendar, options, "toICalendar", ["what"]);
  const what = readChoice(plan.given["what"], "what", ["openings", "closures", "both"]) ?? "both";
  if (what !== "openings") refuseCombination(calendar);
  const openings = what === "closures" ? [] : calendar.timeline.windowsMs(plan.startMs, plan.endMs);
  const closed = what === "openings" ? undefined : closedDates(calendar, plan.fromDay, plan.toDay);
  if (what === "closures") throwIfAny((closed?.opened ?? []).map(notCarried));
  const { name } = calendar.definition;
  return printCalendar(name, [
    ...openings.map(([openMs, closeMs]) => openingEvent(openMs, closeMs, plan)),
    ...(closed?.closings ?? []).map((closing) => closedEvent(closing, plan)),
  ]);
}

/** What an operand closes need not close the combination, nor is all that closes it a closed day of an operand. */
function refuseCombination<O extends Output>({ definition }: Calendar<O>): void {
  const operation = (["union", "intersection", "difference"] as const).find((key) => definition[key] !== undefined);
  if (operation === undefined) return;
  const cure = 'a combination has no closed days of its own; write what: "openings"';
  throwIfAny([makeIssue("icalendar.not-carried", [operation], "a calendar with hours of its own", operation, cure)]);
}

function notCarried(date: string): ReturnType<typeof makeIssue> {
  const cure = 'an exception opens more than the hours of the week, which no closure can say; write what: "both"';
  return makeIssue("icalendar.not-carried", [date], "hours within those of the week", date, cure);
}

function openingEvent(openMs: number, closeMs: number, plan: WritePlan): Lines {
  const times = [`DTSTART:${printInstant(openMs)}`, `DTEND:${printInstant(closeMs)}`];
  return event(`${printInstant(openMs)}-open`, times, "Open", "OPEN", plan);
}

function closedEvent({ name, fromDay, toDay, part }: NamedClosing, plan: WritePlan): Lines {
  const uid = `${printDate(fromDay)}-closed-${hashOf(`${part ?? ""} ${name}`)}`;
  if (part === undefined) {
    const dates = [`DTSTART;VALUE=DATE:${printDate(fromDay)}`, `DTEND;VALUE=DATE:${printDate(toDay + 1)}`];
    return event(uid, dates, name, "CLOSED", plan);
  }
  const [startMs, endMs] = part
    .split("-")
    .map((time) => edgeMs(plan.zone, fromDay * MS_PER_UTC_DAY + parseTime(time)! * MS_PER_MINUTE)) as [number, number];
  // The zone's clock skips all of it: there is no such time, open or closed.
  if (startMs === endMs) return [];
  return event(uid, [`DTSTART:${printInstant(startMs)}`, `DTEND:${printInstant(endMs)}`], name, "CLOSED", plan);
}

/** @param time What the event says of its time, for programs that read it back. */
function event(uid: string, times: Lines, summary: string, time: "OPEN" | "CLOSED", plan: WritePlan): Lines {
  return component("VEVENT", [
    `UID:${uid}-${plan.key}@ouvree`,
    `DTSTAMP:${printInstant(plan.stampMs)}`,
    ...times,
    `SUMMARY:${escapeText(summary)}`,
    "TRANSP:TRANSPARENT",
    `X-OUVREE-TIME:${time}`,
  ]);
}
