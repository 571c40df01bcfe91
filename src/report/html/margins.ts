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
    return bucketed(inHours, HOUR_BOUNDS, words, (bound, isLast) =>
      isLast ? words.least(spokenDuration(bound)) : words.upTo(spokenDuration(bound)),
    );
  const inDays = decided.flatMap((one) => {
    const margin = daysOf(one.result, zone);
    return margin === undefined ? [] : [{ one, margin }];
  });
  return bucketed(inDays, DAY_BOUNDS, words, (bound, isLast) => {
    const days = daysWords(bound, "calendar", words.picture);
    return isLast ? words.least(days) : bound === 1 ? days : words.upTo(days);
  });
}

interface Measured {
  readonly one: CountedResult;
  /** Negative: late. */
  readonly margin: number;
}

function bucketed(
  measured: readonly Measured[],
  bounds: readonly number[],
  words: PageWords,
  sized: (bound: number, isLast: boolean) => string,
): Bucket[] {
  const side = (isLate: boolean): Bucket[] => {
    const own = measured.filter(({ one }) => (one.result.outcome === "missed") === isLate);
    // A target in days has a last day, which is neither early nor late.
    const withZero = bounds === DAY_BOUNDS && !isLate;
    const zero: Bucket[] = withZero
      ? [{ text: words.onLastDay, isLate, results: own.filter(({ margin }) => margin === 0).map(({ one }) => one) }]
      : [];
    const within = [...bounds, Number.POSITIVE_INFINITY].map((bound, i): Bucket => {
      const least = i === 0 ? (withZero ? 0 : Number.NEGATIVE_INFINITY) : bounds[i - 1]!;
      const isLast = i === bounds.length;
      const size = sized(isLast ? bounds[i - 1]! : bound, isLast);
      const inside = own.filter(({ margin }) => Math.abs(margin) > least && Math.abs(margin) <= bound);
      return { text: isLate ? words.late(size) : words.early(size), isLate, results: inside.map(({ one }) => one) };
    });
    return isLate ? within.reverse() : [...zero, ...within];
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
function daysOf({ dueDate, stoppedAt, outcome }: Result, zone: Zone): number | undefined {
  const lastDay = parseDate(dueDate ?? "");
  if (lastDay === undefined || stoppedAt === null) return undefined;
  const days = lastDay - placeOf(zone, Date.parse(stoppedAt), false).day;
  // Late on the last day itself, after closing.
  return outcome === "missed" && days === 0 ? -1 : days;
}
