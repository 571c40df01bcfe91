/**
 * How early and how late: the decided results of a commitment in buckets, those of a clock in hours, those of a target in days.
 *
 * Bounds: a margin is in the first bucket whose upper bound it does not pass; exactly in time is early by nothing.
 */
import { spokenDuration } from "../../clock/explain.ts";
import type { Result } from "../../evaluation/result.ts";
import { parseDate } from "../../time/civil-date.ts";
import { MS_PER_HOUR, MS_PER_MINUTE } from "../../time/units.ts";
import type { Zone } from "../../time/zone.ts";
import { placeOf } from "../deadline-svg/wall.ts";
import { daysWords } from "../deadline-svg/words.ts";
import { type CountedResult, isDecided } from "./results.ts";
import type { PageWords } from "./words.ts";

/** A bucket: its words, and the results in it. */
export interface Bucket {
  readonly text: string;
  readonly isLate: boolean;
  readonly results: readonly CountedResult[];
}

const HOUR_BOUNDS = [
  15 * MS_PER_MINUTE,
  MS_PER_HOUR,
  2 * MS_PER_HOUR,
  4 * MS_PER_HOUR,
  8 * MS_PER_HOUR,
  24 * MS_PER_HOUR,
];
const DAY_BOUNDS = [1, 2, 3, 5, 10];

/** The buckets of a commitment, latest first, without empty ones at the ends; none where nothing has a margin. */
export function bucketsOf(results: readonly CountedResult[], zone: Zone, words: PageWords): Bucket[] {
  const decided = results.filter(isDecided);
  const inHours = decided.flatMap((one) => {
    const margin = hoursOf(one.result);
    return margin === undefined ? [] : [{ one, margin }];
  });
  if (inHours.length > 0)
    return bucketed(inHours, HOUR_BOUNDS, words, (low, high) =>
      high === undefined
        ? words.least(spokenDuration(low!))
        : low === undefined
          ? words.upTo(spokenDuration(high))
          : words.between(spokenDuration(low), spokenDuration(high)),
    );
  const inDays = decided.flatMap((one) => {
    const margin = daysOf(one.result, zone);
    return margin === undefined ? [] : [{ one, margin }];
  });
  return bucketed(inDays, DAY_BOUNDS, words, (low, high) => {
    const days = (count: number): string => daysWords(count, "calendar", words.picture);
    if (high === undefined) return words.least(days(low!));
    return low === undefined || low + 1 === high ? days(high) : words.between(String(low + 1), days(high));
  });
}

/** The words of a bucket: above its lower bound, up to its upper one. */
type Sized = (low: number | undefined, high: number | undefined) => string;

interface Measured {
  readonly one: CountedResult;
  /** Negative: late. */
  readonly margin: number;
}

function bucketed(measured: readonly Measured[], bounds: readonly number[], words: PageWords, sized: Sized): Bucket[] {
  const side = (isLate: boolean): Bucket[] => {
    const own = measured.filter(({ one }) => (one.result.outcome === "missed") === isLate);
    // A target in days has a last day: in time it is neither early nor late, after its closing late by less than a day.
    const zeroWords = isLate ? words.lateOnLastDay : words.onLastDay;
    const zero: Bucket[] =
      bounds === DAY_BOUNDS
        ? [{ text: zeroWords, isLate, results: own.filter(({ margin }) => margin === 0).map(({ one }) => one) }]
        : [];
    const within = [...bounds, Number.POSITIVE_INFINITY].map((bound, i): Bucket => {
      const least = i === 0 ? (bounds === DAY_BOUNDS ? 0 : Number.NEGATIVE_INFINITY) : bounds[i - 1]!;
      const size = sized(bounds[i - 1], bounds[i]);
      const inside = own.filter(({ margin }) => Math.abs(margin) > least && Math.abs(margin) <= bound);
      return { text: isLate ? words.late(size) : words.early(size), isLate, results: inside.map(({ one }) => one) };
    });
    return isLate ? [...within.reverse(), ...zero] : [...zero, ...within];
  };
  const all = [...side(true), ...side(false)];
  const filled = all.map(({ results }) => results.length > 0);
  const [first, last] = [filled.indexOf(true), filled.lastIndexOf(true)];
  return first < 0 ? [] : all.slice(first, last + 1);
}

/** Of a clock in hours: what was left of the target, or minus what was beyond it. */
function hoursOf({ remainingMs, overrunMs }: Result): number | undefined {
  if (overrunMs !== undefined && overrunMs > 0) return -overrunMs;
  return remainingMs;
}

/** Of a target with a last date: the days from the stop to it; of one that was missed without a stop there is no margin. */
function daysOf({ dueDate, stoppedAt }: Result, zone: Zone): number | undefined {
  const lastDay = parseDate(dueDate ?? "");
  if (lastDay === undefined || typeof stoppedAt !== "string") return undefined;
  return lastDay - placeOf(zone, Date.parse(stoppedAt), false).day;
}
