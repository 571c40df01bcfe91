/**
 * A part of a civil date, between two civil times: what a part-day closure removes.
 *
 * Units: minutes since the date's 00:00. `24:00` as the end means to the end of the date's windows, past midnight too:
 * there the end is infinite. Source: docs/semantics.md §2.
 */
import { type Place, report } from "../issues/expect.ts";
import { formatTime, parseTime } from "./civil-time.ts";
import { MINUTES_PER_DAY } from "./units.ts";

/** The civil time [fromMin, toMin) of a date; `toMin` is infinite for `24:00`. */
export interface DayPart {
  readonly fromMin: number;
  readonly toMin: number;
}

/** A part from its two times; problems go to the places of the times. */
export function readDayPart(from: unknown, to: unknown, fromPlace: Place, toPlace: Place): DayPart | undefined {
  const fromMin = readTime(from, fromPlace, '"13:00"');
  const toMin = readTime(to, toPlace, '"24:00"');
  if (fromMin === undefined || toMin === undefined) return undefined;
  if (fromMin >= toMin)
    return report(toPlace, "schedule.bad-time", `a time after ${formatTime(fromMin)}`, to, '"24:00"');
  return { fromMin, toMin: toMin === MINUTES_PER_DAY ? Number.POSITIVE_INFINITY : toMin };
}

/** A part written `"13:00-24:00"`. */
export function readDayPartText(value: unknown, place: Place): DayPart | undefined {
  const times = typeof value === "string" && value.length <= 20 ? value.split("-") : [];
  if (times.length === 2) return readDayPart(times[0], times[1], place, place);
  return report(place, "schedule.bad-time", "a part of a day", value, '"13:00-24:00"');
}

/** `13:00-24:00`. */
export function formatDayPart({ fromMin, toMin }: DayPart): string {
  return `${formatTime(fromMin)}-${formatTime(Math.min(toMin, MINUTES_PER_DAY))}`;
}

function readTime(value: unknown, place: Place, example: string): number | undefined {
  const minutes = typeof value === "string" ? parseTime(value) : undefined;
  return minutes ?? report(place, "schedule.bad-time", "HH:MM", value, example);
}
