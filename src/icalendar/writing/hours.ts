/**
 * The hours of one date in minutes, and what one has that another has not.
 */
import { formatTime, parseTime } from "../../time/civil-time.ts";
import { MINUTES_PER_DAY } from "../../time/units.ts";

/** Civil time [startMin, endMin) since the date's 00:00; past midnight an end is more than 1440. */
export interface Hours {
  readonly startMin: number;
  readonly endMin: number;
}

/** The hours of windows as a calendar's `day` writes them: one that starts before the one it follows is past midnight. */
export function hoursOf(windows: readonly string[]): readonly Hours[] {
  let lateMin = 0;
  let beforeMin = 0;
  return windows.map((window) => {
    const [startMin, endMin] = window.split("-").map((time) => parseTime(time)!) as [number, number];
    if (startMin < beforeMin) lateMin = MINUTES_PER_DAY;
    beforeMin = startMin;
    const lastMin = endMin > startMin ? endMin : endMin + MINUTES_PER_DAY;
    return { startMin: startMin + lateMin, endMin: lastMin + lateMin };
  });
}

/** Hours with a night whole that closures of the next date have cut in pieces: that date's own closings say what they take. */
export function withTail(hours: readonly Hours[]): readonly Hours[] {
  const night = hours.findIndex(({ endMin }) => endMin > MINUTES_PER_DAY);
  if (night < 0 || night === hours.length - 1) return hours;
  return [...hours.slice(0, night), { startMin: hours[night]!.startMin, endMin: hours.at(-1)!.endMin }];
}

/** What of `hours` is not in `others`. */
export function lessOf(hours: readonly Hours[], others: readonly Hours[]): readonly Hours[] {
  return others.reduce<readonly Hours[]>(
    (left, other) =>
      left
        .flatMap(({ startMin, endMin }) => [
          { startMin, endMin: Math.min(endMin, other.startMin) },
          { startMin: Math.max(startMin, other.endMin), endMin },
        ])
        .filter(({ startMin, endMin }) => startMin < endMin),
    hours,
  );
}

/**
 * Hours as a part-day closure, `"14:00-17:00"`; to `24:00` where they go past midnight, since that removes to the end of the
 * date's windows. Undefined for what is past midnight alone, which no closure can say.
 */
export function partOf({ startMin, endMin }: Hours): string | undefined {
  if (startMin >= MINUTES_PER_DAY) return undefined;
  return `${formatTime(startMin)}-${formatTime(Math.min(endMin, MINUTES_PER_DAY))}`;
}
