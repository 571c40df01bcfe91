/**
 * What a VEVENT says of time: its start, its length and its rule. Source: RFC 5545 §3.6.1, §3.8.2 and §3.8.5.
 *
 * Descriptions, places, people and alarms say nothing of it and are not looked at.
 */
import { show } from "../../issues/show.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import type { Component } from "../text/component.ts";
import type { ContentLine } from "../text/content-line.ts";
import { instantMs, keyOf, type Length, type Moment, parseLength, readMoments } from "../text/moment.ts";
import type { ReadLog } from "../text/read-log.ts";
import type { Tzids } from "../text/tzid.ts";
import { type Rule, readRule } from "./rule.ts";

/** When an event is. */
export interface EventTimes {
  /** Line of its DTSTART. */
  readonly line: number;
  readonly start: Moment;
  readonly length: Length;
  readonly rule?: Rule;
  /** RDATE. */
  readonly added: readonly Moment[];
  /** EXDATE, by key. */
  readonly removed: ReadonlySet<number>;
}

/** Properties of which an event has one at most, as far as they are looked at. */
const ONCE = "UID SUMMARY STATUS TRANSP SEQUENCE DTSTART DTEND DURATION RRULE RECURRENCE-ID X-OUVREE-TIME".split(" ");

/** The properties of an event that stand once; undefined with an issue if one of them stands twice. */
export function singlesOf(event: Component, log: ReadLog): ReadonlyMap<string, ContentLine> | undefined {
  const singles = new Map<string, ContentLine>();
  for (const property of event.properties) {
    if (!ONCE.includes(property.name)) continue;
    const first = singles.get(property.name);
    if (first !== undefined) {
      const cure = `${property.name} stands twice in one event, first on line ${first.line}`;
      return log.report("icalendar.bad-value", property.line, "one of each property", property.value, cure);
    }
    singles.set(property.name, property);
  }
  return singles;
}

/** When an event is; undefined with an issue if that cannot be read. */
export function readTimes(
  event: Component,
  singles: ReadonlyMap<string, ContentLine>,
  tzids: Tzids,
  log: ReadLog,
): EventTimes | undefined {
  const startLine = singles.get("DTSTART");
  if (startLine === undefined)
    return log.report("icalendar.bad-value", event.line, "DTSTART", undefined, "the event has no DTSTART");
  const old = event.properties.find(({ name }) => name === "EXRULE");
  if (old !== undefined) {
    const cure = "EXRULE is not read (RFC 5545 has none); write the dates as EXDATE";
    return log.report("icalendar.not-carried", old.line, "EXDATE", old.value, cure);
  }
  const start = readOne(startLine, tzids, log);
  const length = start && readLength(start, startLine, singles, tzids, log);
  if (start === undefined || length === undefined) return undefined;
  const ruleLine = singles.get("RRULE");
  const rule = ruleLine && readRule(ruleLine, tzids, log);
  const added = readList(event, "RDATE", start, tzids, log);
  const removed = readList(event, "EXDATE", start, tzids, log);
  if ((ruleLine !== undefined && rule === undefined) || added === undefined || removed === undefined) return undefined;
  if (rule?.until !== undefined && rule.until.kind !== start.kind) {
    const cure = "RRULE: UNTIL is a date where DTSTART is one, in UTC where DTSTART has a zone, else local";
    return log.report("icalendar.bad-value", rule.line, "an UNTIL of the kind of DTSTART", ruleLine!.value, cure);
  }
  return { line: startLine.line, start, length, ...(rule && { rule }), added, removed: new Set(removed.map(keyOf)) };
}

function readOne(content: ContentLine, tzids: Tzids, log: ReadLog): Moment | undefined {
  const moments = readMoments(content, tzids, log);
  if (moments === undefined || moments.length === 1) return moments?.[0];
  return log.report("icalendar.bad-value", content.line, "one date", content.value, `${content.name} is one date`);
}

/** The moments of all properties of a name, which must be of the kind of the start. */
function readList(event: Component, name: string, start: Moment, tzids: Tzids, log: ReadLog): Moment[] | undefined {
  const all: Moment[] = [];
  for (const property of event.properties) {
    if (property.name !== name) continue;
    const moments = readMoments(property, tzids, log);
    if (moments === undefined) return undefined;
    if (moments.some(({ kind }) => kind !== start.kind)) {
      const cure = `${name} is of another kind than DTSTART: dates stand with dates, times in a zone with such times`;
      return log.report("icalendar.bad-value", property.line, "the kind of DTSTART", property.value, cure);
    }
    for (const moment of moments) all.push(moment);
  }
  return all;
}

/** How long an event is: a date without an end lasts that day (RFC 5545 §3.6.1). */
function readLength(
  start: Moment,
  startLine: ContentLine,
  singles: ReadonlyMap<string, ContentLine>,
  tzids: Tzids,
  log: ReadLog,
): Length | undefined {
  const [endLine, durationLine] = [singles.get("DTEND"), singles.get("DURATION")];
  const bad = ({ line, value }: ContentLine, cure: string): undefined =>
    log.report("icalendar.bad-value", line, "an end after the start", value, cure);
  if (endLine !== undefined && durationLine !== undefined)
    return bad(durationLine, "DTEND and DURATION do not stand together");
  if (durationLine !== undefined) {
    const length = parseLength(durationLine.value.trim());
    if (length === undefined)
      return bad(durationLine, `DURATION: ${show(durationLine.value)} is no length; write P1D or PT4H`);
    if (start.kind === "date" && length.ms > 0)
      return bad(durationLine, "DURATION of dates is of whole days; write P1D");
    return length;
  }
  if (endLine === undefined) {
    if (start.kind === "date") return { days: 1, ms: 0 };
    return bad(startLine, "the event has a time and no end; give it DTEND or DURATION");
  }
  const end = readOne(endLine, tzids, log);
  if (end === undefined) return undefined;
  if (end.kind !== start.kind)
    return bad(endLine, "DTEND is of another kind than DTSTART: both are dates, or have a zone, or have none");
  const ms = keyOf(end) - keyOf(start);
  if (ms <= 0) return bad(endLine, "DTEND is not after DTSTART; of dates it is the day after the last");
  return start.kind === "date" ? { days: ms / MS_PER_UTC_DAY, ms: 0 } : { days: 0, ms };
}

/** The end of an occurrence: as wall time, or as instant for a start in a zone. Days go by the calendar, the rest by the clock. */
export function endOf({ kind, wallMs, zone }: Moment, { days, ms }: Length): number {
  const wall = wallMs + days * MS_PER_UTC_DAY;
  return (kind === "zoned" ? instantMs(zone!, wall) : wall) + ms;
}
