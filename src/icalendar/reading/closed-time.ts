/**
 * From an occurrence to closed civil time: whole dates, or a part of one.
 *
 * This is the step from instants back to civil time. It is taken only where it loses nothing: the edges of what comes out are the
 * instants that went in. Source: docs/semantics.md §1 (edges), §2 (part-day closures).
 */
import { civilOf, epochDayOf, formatDate, LAST_YEAR } from "../../time/civil-date.ts";
import { formatTime } from "../../time/civil-time.ts";
import { MINUTES_PER_DAY, MS_PER_MINUTE, MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs, type Zone } from "../../time/zone.ts";
import { instantMs, type Length, type Moment } from "../text/moment.ts";
import type { ReadLog } from "../text/read-log.ts";
import { type EventTimes, endOf } from "./event.ts";

/** Closed dates, both included; with a part, one date of which only that is closed. */
export interface Closed {
  readonly fromDay: number;
  readonly toDay: number;
  readonly part?: Part;
}

/** `HH:MM` to `HH:MM`, or to `24:00`. */
export interface Part {
  readonly from: string;
  readonly to: string;
}

/** Why something cannot be carried. */
export interface Refusal {
  readonly cure: string;
}

/** The closed time of one occurrence, in the calendar's zone. */
export function closedTime(start: Moment, length: Length, zone: Zone | undefined): Closed | Refusal {
  const end = endOf(start, length);
  if (start.kind !== "zoned") return closedWall(start.wallMs, end);
  if (zone === undefined) return { cure: 'the event has a time; say the calendar\'s zone: { zone: "Europe/Paris" }' };
  const startWall = wallOf(zone, instantMs(start.zone!, start.wallMs));
  const endWall = wallOf(zone, end);
  if (startWall === undefined || endWall === undefined)
    return { cure: `the clock of ${zone.name} shows that time twice, and a closure has the first` };
  const nextMidnight = (Math.floor(startWall / MS_PER_UTC_DAY) + 1) * MS_PER_UTC_DAY;
  // Where the zone skips the next date, its midnight and the one after are one instant.
  return closedWall(startWall, edgeMs(zone, nextMidnight) === end ? nextMidnight : endWall);
}

/** The wall time whose edge is the instant, a midnight if it is the edge of one; undefined if there is none. */
function wallOf(zone: Zone, instant: number): number | undefined {
  const wallMs = instant + zone.offsetMsAt(instant);
  const midnightMs = Math.floor(wallMs / MS_PER_UTC_DAY) * MS_PER_UTC_DAY;
  if (edgeMs(zone, midnightMs) === instant) return midnightMs;
  return edgeMs(zone, wallMs) === instant ? wallMs : undefined;
}

function closedWall(startMs: number, endMs: number): Closed | Refusal {
  const fromDay = Math.floor(startMs / MS_PER_UTC_DAY);
  const midnightMs = fromDay * MS_PER_UTC_DAY;
  if (startMs === midnightMs && endMs % MS_PER_UTC_DAY === 0) return { fromDay, toDay: endMs / MS_PER_UTC_DAY - 1 };
  const [fromMin, toMin] = [(startMs - midnightMs) / MS_PER_MINUTE, (endMs - midnightMs) / MS_PER_MINUTE];
  if (toMin > MINUTES_PER_DAY)
    return { cure: "the event goes over midnight without being whole days; split it at midnight" };
  if (!Number.isInteger(fromMin) || !Number.isInteger(toMin)) return { cure: "a closure has whole minutes" };
  return { fromDay, toDay: fromDay, part: { from: formatTime(fromMin), to: formatTime(toMin) } };
}

/** Closed dates of every year, `MM-DD`. */
export interface YearlyClosed {
  readonly from: string;
  readonly to: string;
  readonly part?: Part;
}

/** The closed time of an event that is on the same date of every year, if it is the same in every year. */
export function yearlyClosedTime(times: EventTimes, zone: Zone | undefined, log: ReadLog): YearlyClosed | Refusal {
  const { start, length } = times;
  const startDay = Math.floor(start.wallMs / MS_PER_UTC_DAY);
  const { year, month, day } = civilOf(startDay);
  // Without a zone all that differs between years is the leap day; eight of them have every kind of year.
  const [firstYear, lastYear] = start.kind === "zoned" ? [year, LAST_YEAR] : [2001, 2008];
  log.addSteps(lastYear - firstYear + 1, times.line);
  let yearly: YearlyClosed | undefined;
  for (let each = firstYear; each <= lastYear; each++) {
    const eachDay = epochDayOf(each, month, day);
    if (civilOf(eachDay).month !== month) continue;
    const closed = closedTime({ ...start, wallMs: start.wallMs + (eachDay - startDay) * MS_PER_UTC_DAY }, length, zone);
    if ("cure" in closed) return closed;
    const { fromDay, toDay, part } = closed;
    const [from, to] = [formatDate(fromDay).slice(5), formatDate(toDay).slice(5)];
    if (toDay - fromDay >= 364 || (from === "02-29" && to !== from)) return { cure: NOT_YEARLY };
    if (yearly !== undefined && keyOfYearly(yearly) !== keyOfYearly({ from, to, ...(part && { part }) }))
      return { cure: NOT_YEARLY };
    yearly = { from, to, ...(part && { part }) };
  }
  return yearly ?? { cure: NOT_YEARLY };
}

const NOT_YEARLY = "the event does not close the same dates and times of every year; give its rule an UNTIL";

function keyOfYearly({ from, to, part }: YearlyClosed): string {
  return [from, to, part?.from, part?.to].join();
}
