/**
 * The events of a calendar object: which of them are read, and what becomes of the others.
 */
import { show } from "../../issues/show.ts";
import type { ReadPlan } from "../read-options.ts";
import type { Component } from "../text/component.ts";
import type { ContentLine } from "../text/content-line.ts";
import type { ReadLog } from "../text/read-log.ts";
import { singlesOf } from "./event.ts";

/** What was left out on purpose, or carried with more than it says; each a number of events. */
export interface ICalendarNotes {
  /** Events of the text. */
  readonly events: number;
  /** Left out: `STATUS:CANCELLED`. */
  readonly cancelled: number;
  /** Left out because of `transparent: "skip"`. */
  readonly transparent: number;
  /** Left out: open time, as `toICalendar` marks it. */
  readonly openings: number;
  /** Closures of every year, which hold in the years before their first too. */
  readonly everyYear: number;
  /** Dates before `from` or after `to`, left out of a list of holidays. */
  readonly outside: number;
}

/** The notes while they are counted. */
export type Counts = { -readonly [K in keyof ICalendarNotes]: number };

/** An event whose time is closed. */
export interface ClosedEvent {
  readonly component: Component;
  readonly singles: ReadonlyMap<string, ContentLine>;
}

/** METHODs whose events stand; the others ask, answer or call off (RFC 5546 §1.4). */
const METHODS = ["PUBLISH", "REQUEST"];

/** The events of a VCALENDAR that close; what cannot be carried goes to the log, what is left out on purpose to the counts. */
export function closedEvents(calendar: Component, plan: ReadPlan, counts: Counts, log: ReadLog): ClosedEvent[] {
  if (!isRead(calendar, log)) return [];
  const events: ClosedEvent[] = [];
  for (const component of calendar.children) {
    if (component.name === "VEVENT") {
      counts.events++;
      const singles = component.isBroken ? undefined : singlesOf(component, log);
      if (singles !== undefined) events.push({ component, singles });
    } else if (component.name !== "VTIMEZONE") {
      // A zone is known by its name, which the events that use it must have.
      const cure = `${component.name} is not read; closed time is written as events`;
      log.report("icalendar.not-carried", component.line, "VEVENT", component.name, cure);
    }
  }
  const whole = withoutOverridden(events, log);
  return whole.filter((event) => isClosed(event, plan, counts, log));
}

/** Whether what stands in a calendar object is meant as it stands. */
function isRead(calendar: Component, log: ReadLog): boolean {
  const find = (name: string): ContentLine | undefined => calendar.properties.find((each) => each.name === name);
  const [version, scale, method] = [find("VERSION"), find("CALSCALE"), find("METHOD")];
  const before = log.issues.length;
  const refuse = ({ line, value }: ContentLine, expected: string, cure: string): undefined =>
    log.report("icalendar.not-carried", line, expected, value, cure);
  if (version !== undefined && version.value.trim() !== "2.0")
    refuse(version, "VERSION:2.0", `VERSION ${show(version.value)} is not read; this is RFC 5545, which is 2.0`);
  if (scale !== undefined && scale.value.trim().toUpperCase() !== "GREGORIAN")
    refuse(scale, "CALSCALE:GREGORIAN", `CALSCALE ${show(scale.value)} is not read`);
  if (method !== undefined && !METHODS.includes(method.value.trim().toUpperCase()))
    refuse(
      method,
      METHODS.join(", "),
      `METHOD ${show(method.value)} is a message about events; they do not stand as written`,
    );
  return log.issues.length === before;
}

/** Without events that another one changes: an override (RECURRENCE-ID), or another edition of the same UID. */
function withoutOverridden(events: readonly ClosedEvent[], log: ReadLog): ClosedEvent[] {
  const byUid = new Map<string, ClosedEvent[]>();
  for (const event of events) {
    const uid = event.singles.get("UID")?.value ?? `line ${event.component.line}`;
    const same = byUid.get(uid);
    if (same === undefined) byUid.set(uid, [event]);
    else same.push(event);
  }
  return [...byUid.values()].flatMap((same) => {
    const override = same.map(({ singles }) => singles.get("RECURRENCE-ID")).find((each) => each !== undefined);
    if (override !== undefined) {
      for (const { singles, component } of same) {
        const own = singles.get("RECURRENCE-ID");
        const cure =
          own === undefined
            ? `line ${override.line} changes one occurrence of this event (RECURRENCE-ID), which is not read`
            : "RECURRENCE-ID is not read; write the occurrence as an event of its own, and as EXDATE of the other";
        log.report("icalendar.not-carried", own?.line ?? component.line, "no RECURRENCE-ID", own?.value, cure);
      }
      return [];
    }
    const editions = new Set(same.map(({ singles }) => Number(singles.get("SEQUENCE")?.value ?? "0")));
    if (editions.size === 1) return same;
    for (const { component } of same.slice(1)) {
      const cure = `the event of line ${same[0]!.component.line} has the same UID and another SEQUENCE; keep the newest`;
      log.report("icalendar.not-carried", component.line, "one edition of an event", component.line, cure);
    }
    return [];
  });
}

/** Whether the time of an event is closed. */
function isClosed({ component, singles }: ClosedEvent, plan: ReadPlan, counts: Counts, log: ReadLog): boolean {
  const word = (name: string): string | undefined => singles.get(name)?.value.trim().toUpperCase();
  const own = word("X-OUVREE-TIME");
  if (own === "OPEN") {
    counts.openings++;
    return false;
  }
  const status = word("STATUS") ?? "CONFIRMED";
  if (status === "CANCELLED") {
    counts.cancelled++;
    return false;
  }
  if (status !== "CONFIRMED") {
    const cure = `STATUS ${show(status)}: the event is not certain; confirm it, or cancel it`;
    log.report("icalendar.not-carried", singles.get("STATUS")!.line, "STATUS:CONFIRMED", status, cure);
    return false;
  }
  // Public holidays are written as transparent whole days by Google and others: nobody is busy, and all is closed.
  const hasTime = /T/i.test(singles.get("DTSTART")?.value ?? "");
  if (word("TRANSP") !== "TRANSPARENT" || own === "CLOSED" || plan.transparent === "closed") return true;
  if (plan.transparent === "skip") {
    counts.transparent++;
    return false;
  }
  if (!hasTime) return true;
  const cure =
    'TRANSP:TRANSPARENT leaves its owner free; say what that means here: { transparent: "closed" } or "skip"';
  log.report("icalendar.not-carried", singles.get("TRANSP")?.line ?? component.line, "OPAQUE", "TRANSPARENT", cure);
  return false;
}
