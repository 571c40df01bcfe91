/**
 * DATE, DATE-TIME and DURATION values. Source: RFC 5545 §3.3.4 to §3.3.6, §3.2.19.
 *
 * Units: wall times are ms as if they were UTC. A local time that the clock shows twice is the first; one that it skips
 * is read with the offset before the gap (§3.3.5), which is not this library's rule of edges: whoever makes a civil time
 * of an instant has to ask whether its edge is that instant again.
 */
import { show } from "../../issues/show.ts";
import { formatDate, parseDate } from "../../time/civil-date.ts";
import { isSupportedWall } from "../../time/instant.ts";
import { MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND, MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs, type Zone, zoneOf } from "../../time/zone.ts";
import type { ContentLine } from "./content-line.ts";
import type { ReadLog } from "./read-log.ts";
import type { Tzids } from "./tzid.ts";

/** A date; a local time of no zone; a local time of a zone. An instant in UTC is a local time of the zone UTC. */
export interface Moment {
  readonly kind: "date" | "floating" | "zoned";
  readonly wallMs: number;
  /** For `zoned` alone. */
  readonly zone?: Zone;
}

/** A length of days on the calendar, then of ms on the clock. */
export interface Length {
  readonly days: number;
  readonly ms: number;
}

const VALUE = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/;

/** The moments of a property, which may be a list; undefined with an issue if one cannot be read. */
export function readMoments(content: ContentLine, tzids: Tzids, log: ReadLog): Moment[] | undefined {
  const { line, name, params, value } = content;
  const type = params.get("VALUE")?.toUpperCase();
  if (type === "PERIOD")
    return log.report("icalendar.not-carried", line, "dates", value, `${name} with periods is not read; give dates`);
  const moments: Moment[] = [];
  for (const text of value.split(",")) {
    const moment = readMoment(text.trim(), type, content, tzids, log);
    if (moment === undefined) return undefined;
    moments.push(moment);
  }
  return moments;
}

function readMoment(
  text: string,
  type: string | undefined,
  { line, name, params }: ContentLine,
  tzids: Tzids,
  log: ReadLog,
): Moment | undefined {
  const bad = (cure: string): undefined => log.report("icalendar.bad-value", line, "a date", text, `${name}: ${cure}`);
  const match = text.length > 16 ? null : VALUE.exec(text);
  const day = match === null ? undefined : parseDate(`${match[1]}-${match[2]}-${match[3]}`);
  if (match === null || day === undefined) return bad(`${show(text)} is no date that exists; write 20261224`);
  const midnightMs = day * MS_PER_UTC_DAY;
  if (!isSupportedWall(midnightMs)) return bad(`${show(text)} is outside the years 1900 to 2199`);
  // Without a time it can be nothing but a date, whether or not VALUE says so; programs forget it.
  if (match[4] === undefined) {
    if (type === "DATE-TIME") return bad(`${show(text)} has no time, and VALUE says that it has one`);
    return { kind: "date", wallMs: midnightMs };
  }
  if (type === "DATE") return bad(`${show(text)} has a time, and VALUE says that it has none`);
  const [hour, minute, second] = [match[4], match[5], match[6]].map(Number) as [number, number, number];
  if (hour > 23 || minute > 59 || second > 59) return bad(`${show(text)} is no time; hours go to 23`);
  const wallMs = midnightMs + hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * MS_PER_SECOND;
  const tzid = params.get("TZID");
  if (match[7] !== undefined)
    return tzid === undefined ? { kind: "zoned", wallMs, zone: zoneOf("UTC") } : bad(`${show(text)} has Z and a TZID`);
  if (tzid === undefined) return { kind: "floating", wallMs };
  const zone = tzids.zoneOf(tzid);
  if (!("cure" in zone)) return { kind: "zoned", wallMs, zone };
  return log.report("icalendar.unknown-zone", line, "a TZID that is an IANA name", tzid, zone.cure);
}

/** The instant of a local time. */
export function instantMs(zone: Zone, wallMs: number): number {
  const edge = edgeMs(zone, wallMs);
  const isShown = edge + zone.offsetMsAt(edge) === wallMs;
  return isShown ? edge : wallMs - zone.offsetMsAt(edge - 1);
}

/** What two moments of one kind are compared by: the instant, or the wall time of one that has none. */
export function keyOf({ kind, wallMs, zone }: Moment): number {
  return kind === "zoned" ? instantMs(zone!, wallMs) : wallMs;
}

const DURATION = /^\+?P(?:(\d{1,6})W|(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?)$/;

/** A DURATION value, longer than nothing; undefined for any other text. */
export function parseLength(text: string): Length | undefined {
  const match = text.length > 40 ? null : DURATION.exec(text);
  if (match === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? "0")) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const ms = hours * MS_PER_HOUR + minutes * MS_PER_MINUTE + seconds * MS_PER_SECOND;
  const length = { days: weeks * 7 + days, ms };
  return length.days + length.ms > 0 ? length : undefined;
}

/** `20261224`. */
export function printDate(epochDay: number): string {
  return formatDate(epochDay).replaceAll("-", "");
}

/** `20261224T120000` of a wall time, which has whole seconds as every offset does. */
export function printWall(wallMs: number): string {
  const day = Math.floor(wallMs / MS_PER_UTC_DAY);
  const timeMs = wallMs - day * MS_PER_UTC_DAY;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const hour = two(timeMs / MS_PER_HOUR);
  const minute = two((timeMs % MS_PER_HOUR) / MS_PER_MINUTE);
  return `${printDate(day)}T${hour}${minute}${two((timeMs % MS_PER_MINUTE) / MS_PER_SECOND)}`;
}
