/**
 * Which civil dates an entry of date-holidays closes, whole or in part.
 *
 * Its `date` is civil, and the same under every process zone; `start` and `end` are instants of the place's zone, and
 * only their distance is used. Two hours of it are forgiven, for days on which the clock changes.
 */
import { refuse } from "../issues/error.ts";
import { epochDayOf } from "../time/civil-date.ts";
import type { DayPart } from "../time/day-part.ts";
import { MINUTES_PER_DAY } from "../time/units.ts";
import type { PeerEntry } from "./peer.ts";

/** A date, and the part of it that is closed; all of it if absent. */
export type ClosedDay = readonly [epochDay: number, closed?: DayPart];

const FORGIVEN_MINUTES = 120;
const MS_PER_MINUTE = 60_000;

/** The dates of an entry, in order. */
export function daysOfEntry({ date, start, end }: Pick<PeerEntry, "date" | "start" | "end">): readonly ClosedDay[] {
  const match = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):\d\d( [+-]\d{4})?$/.exec(date);
  const minutes = (end.getTime() - start.getTime()) / MS_PER_MINUTE;
  if (match === null || !(minutes > 0)) {
    const cure =
      "the package date-holidays gives dates in a way that is not known; use the version that package.json asks for";
    return refuse("holidays.missing-package", [], "YYYY-MM-DD hh:mm:ss", date, cure);
  }
  const [year, month, day, hour, minute] = match.slice(1, 6).map(Number) as [number, number, number, number, number];
  const firstDay = epochDayOf(year, month, day);
  const fromMin = hour * 60 + minute;
  // Islamic and Hebrew days begin on the evening before: the date is that of the day itself.
  if (match[6] !== undefined) return wholeDays(firstDay, Math.max(1, wholeDaysIn(minutes)));
  const toMin = fromMin + minutes;
  if (toMin < MINUTES_PER_DAY - FORGIVEN_MINUTES) return [[firstDay, { fromMin, toMin }]];
  if (fromMin === 0) return wholeDays(firstDay, wholeDaysIn(minutes));
  const first: ClosedDay = [firstDay, { fromMin, toMin: Number.POSITIVE_INFINITY }];
  return [first, ...wholeDays(firstDay + 1, wholeDaysIn(toMin - MINUTES_PER_DAY))];
}

function wholeDaysIn(minutes: number): number {
  return Math.floor((minutes + FORGIVEN_MINUTES) / MINUTES_PER_DAY);
}

function wholeDays(firstDay: number, count: number): ClosedDay[] {
  return Array.from({ length: count }, (_, index) => [firstDay + index]);
}
