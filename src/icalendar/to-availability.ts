/**
 * `toAvailability`: the open time of a calendar as availability. Source: RFC 7953 §3.1.
 *
 * It is made of the open intervals, not of the definition: what repeats is found in them. So what is written is the open time,
 * exactly, whatever closes or opens it. Starts are local times of the zone, so that a weekly rule stays one over clock changes.
 */
import type { Calendar, Output } from "../index.ts";
import { MS_PER_SECOND, MS_PER_UTC_DAY } from "../time/units.ts";
import type { Zone } from "../time/zone.ts";
import { instantMs, printWall } from "./text/moment.ts";
import { component, type Lines, printCalendar, printInstant } from "./text/print.ts";
import { escapeText } from "./text/text.ts";
import { type WriteOptions, type WritePlan, writePlan } from "./write-options.ts";
import { vtimezone } from "./writing/vtimezone.ts";
import { type WeeklyDates, weeklyDates } from "./writing/weekly.ts";

/** Intervals that start at one civil time and last equally long. */
interface Pattern {
  /** Of the date's civil time; of UTC if the zone's clock cannot say the start. */
  readonly isUtc: boolean;
  readonly timeMs: number;
  readonly lengthMs: number;
  readonly days: number[];
}

/**
 * Writes a calendar's open time as a VAVAILABILITY (RFC 7953): an AVAILABLE for each weekly pattern of hours, with what is missing as
 * EXDATE and what is beside it as RDATE. All other time of the period is busy (`BUSYTYPE:BUSY-UNAVAILABLE`).
 *
 * The union of what the AVAILABLEs say is `windows` of the period, to the second.
 * Errors: `calendar.beyond-reach`, `calendar.too-many-intervals`.
 * Source: docs/icalendar.md.
 *
 * @example toAvailability(desk, { year: 2026 }).match(/RRULE:.*BYDAY=(.*)/)[1] // "MO,TU,WE,TH,FR"
 */
export function toAvailability<O extends Output>(calendar: Calendar<O>, options: WriteOptions): string {
  const plan = writePlan(calendar, options, "toAvailability");
  const { zone, startMs, endMs, stampMs, key } = plan;
  const { name } = calendar.definition;
  const available = patternsOf(calendar.timeline.windowsMs(startMs, endMs), zone)
    .flatMap((pattern) => weeklyDates(pattern.days).map((dates) => ({ pattern, dates })))
    .map(({ pattern, dates }) => availableOf(pattern, dates, plan));
  const availability = component("VAVAILABILITY", [
    `UID:${printInstant(startMs)}-availability-${key}@ouvree`,
    `DTSTAMP:${printInstant(stampMs)}`,
    `DTSTART:${printInstant(startMs)}`,
    `DTEND:${printInstant(endMs)}`,
    "BUSYTYPE:BUSY-UNAVAILABLE",
    ...(name === undefined ? [] : [`SUMMARY:${escapeText(name)}`]),
    ...available.flat(),
  ]);
  return printCalendar(name, zone.name === "UTC" ? [availability] : [vtimezone(zone, startMs, endMs), availability]);
}

function patternsOf(intervals: readonly (readonly [openMs: number, closeMs: number])[], zone: Zone): Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const [openMs, closeMs] of intervals) {
    const localMs = openMs + zone.offsetMsAt(openMs);
    // The second time that a clock shows a time cannot be said in local time.
    const isUtc = zone.name === "UTC" || instantMs(zone, localMs) !== openMs;
    const wallMs = isUtc ? openMs : localMs;
    const day = Math.floor(wallMs / MS_PER_UTC_DAY);
    const [timeMs, lengthMs] = [wallMs - day * MS_PER_UTC_DAY, closeMs - openMs];
    const key = [isUtc, timeMs, lengthMs].join();
    const known = patterns.get(key);
    if (known === undefined) patterns.set(key, { isUtc, timeMs, lengthMs, days: [day] });
    else known.days.push(day);
  }
  return [...patterns.values()];
}

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

function availableOf(
  { isUtc, timeMs, lengthMs, days }: Pattern,
  dates: WeeklyDates,
  { zone, key, stampMs }: WritePlan,
): Lines {
  const { weekdays, firstDay, lastDay } = dates;
  const wallOf = (day: number): number => day * MS_PER_UTC_DAY + timeMs;
  const [param, mark] = isUtc ? ["", "Z"] : [`;TZID=${zone.name}`, ""];
  const list = (name: string, days: readonly number[]): Lines =>
    days.length === 0 ? [] : [`${name}${param}:${days.map((day) => printWall(wallOf(day)) + mark).join(",")}`];
  const startOf = (day: number): number => (isUtc ? wallOf(day) : instantMs(zone, wallOf(day)));
  // A time of a date that the zone skips is by RFC 5545 §3.3.5 the same time of the next date: to remove it would remove both.
  const starts = dates.removed.length === 0 ? undefined : new Set(days.map(startOf));
  const removed = dates.removed.filter((day) => !starts!.has(startOf(day)));
  const isRule = weekdays.length > 0;
  // Without a rule the first date is the start.
  const added = isRule ? dates.added : dates.added.slice(1);
  const byDay = weekdays.map((weekday) => WEEKDAYS[weekday]).join(",");
  return component("AVAILABLE", [
    `UID:${printWall(wallOf(firstDay))}${mark}-${lengthMs / MS_PER_SECOND}-available-${key}@ouvree`,
    `DTSTAMP:${printInstant(stampMs)}`,
    ...list("DTSTART", [firstDay]),
    // Not DTEND, which could be a time that the clock shows twice; in hours and less, a duration is of the time-line.
    `DURATION:${printLength(lengthMs)}`,
    ...(isRule ? [`RRULE:FREQ=WEEKLY;UNTIL=${printInstant(startOf(lastDay))};BYDAY=${byDay}`] : []),
    ...list("EXDATE", removed),
    ...list("RDATE", added),
  ]);
}

/** `PT3H`, `PT1H30M`. */
function printLength(lengthMs: number): string {
  const seconds = lengthMs / MS_PER_SECOND;
  const parts = [
    [Math.floor(seconds / 3600), "H"],
    [Math.floor((seconds % 3600) / 60), "M"],
    [seconds % 60, "S"],
  ] as const;
  const written = parts.map(([count, unit]) => (count === 0 ? "" : `${count}${unit}`));
  // RFC 5545 §3.3.6 has no minutes left out between hours and seconds.
  if (written[0] !== "" && written[2] !== "" && written[1] === "") written[1] = "0M";
  return `PT${written.join("")}`;
}
