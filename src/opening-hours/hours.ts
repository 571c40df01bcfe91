/**
 * Hours of a day and of a week, in minutes: what both formats are read into and written from.
 *
 * A stretch belongs, whole, to the date on which it starts; an end after 1440 is past midnight.
 */
import type { WeekDefinition, WindowText } from "../index.ts";
import { WEEKDAYS } from "../time/civil-date.ts";
import { formatTime, parseTime } from "../time/civil-time.ts";
import { MINUTES_PER_DAY } from "../time/units.ts";

/** A civil open stretch `[startMin, endMin)`. */
export interface Stretch {
  readonly startMin: number;
  readonly endMin: number;
}

/** The stretches of one date, sorted and disjoint; none when it is closed. */
export type DayHours = readonly Stretch[];

/** The hours of seven weekdays, Monday first. */
export type WeekHours = readonly DayHours[];

/** All of a date. */
export const WHOLE_DAY: Stretch = Object.freeze({ startMin: 0, endMin: MINUTES_PER_DAY });

/** A week without hours. */
export const NO_HOURS: WeekHours = Object.freeze(WEEKDAYS.map(() => []));

/** Whether some of the day's hours pass midnight. */
export function passesMidnight(hours: DayHours): boolean {
  return hours.some(({ endMin }) => endMin > MINUTES_PER_DAY);
}

/** Sorted, and made one where they overlap; what only touches stays apart. */
export function unite(hours: DayHours): DayHours {
  const united: Stretch[] = [];
  for (const { startMin, endMin } of [...hours].sort((a, b) => a.startMin - b.startMin)) {
    const last = united.at(-1);
    if (last === undefined || startMin >= last.endMin) united.push({ startMin, endMin });
    else united[united.length - 1] = { startMin: last.startMin, endMin: Math.max(last.endMin, endMin) };
  }
  return united;
}

/** The hours less what lies in the parts. */
export function without(hours: DayHours, parts: DayHours): DayHours {
  return parts.reduce<DayHours>(
    (left, part) =>
      left.flatMap(({ startMin, endMin }) =>
        [
          { startMin, endMin: Math.min(endMin, part.startMin) },
          { startMin: Math.max(startMin, part.endMin), endMin },
        ].filter((stretch) => stretch.startMin < stretch.endMin),
      ),
    hours,
  );
}

/** Whether two days have the same stretches. */
export function sameHours(a: DayHours, b: DayHours): boolean {
  return hoursTexts(a).join() === hoursTexts(b).join();
}

/** The stretches as the windows of a definition; they pass midnight as `22:00-06:00`. */
export function hoursTexts(hours: DayHours): WindowText[] {
  return hours.map(({ startMin, endMin }) => {
    const end = endMin > MINUTES_PER_DAY ? endMin - MINUTES_PER_DAY : endMin;
    return `${formatTime(startMin)}-${formatTime(end)}` as WindowText;
  });
}

/** The hours of a definition's windows, which have been checked. */
export function hoursOf(windows: readonly WindowText[]): DayHours {
  const stretches = windows.map((window) => {
    const [startMin, endMin] = window.split("-").map((time) => parseTime(time)!) as [number, number];
    return { startMin, endMin: endMin > startMin ? endMin : endMin + MINUTES_PER_DAY };
  });
  return stretches.sort((a, b) => a.startMin - b.startMin);
}

/** The hours of a definition's week, which has been checked. */
export function weekOf(definition: WeekDefinition = {}): WeekHours {
  const week: DayHours[] = [...NO_HOURS];
  for (const [key, windows] of Object.entries(definition)) {
    for (const part of key.split(",")) {
      const [first, last] = part.split("-").map((name) => (WEEKDAYS as readonly string[]).indexOf(name));
      for (const day of weekdaysFrom(first!, last ?? first!)) week[day] = hoursOf(windows);
    }
  }
  return week;
}

/** Weekdays from one to another, both included; `5, 0` goes over the weekend. */
export function weekdaysFrom(first: number, last: number): number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (first + i) % 7);
}

/** A week as a definition writes it; closed weekdays are left out. */
export function weekDefinition(week: WeekHours): WeekDefinition {
  return Object.fromEntries(
    groupsOf(week)
      .filter(({ hours }) => hours.length > 0)
      .map(({ days, hours }) => [weekdaysText(days, WEEKDAYS), hoursTexts(hours)]),
  );
}

/** Weekdays with the same hours. */
export interface DayGroup {
  readonly days: readonly number[];
  readonly hours: DayHours;
}

/** The weekdays in groups of the same hours, in the order of their first days. */
export function groupsOf(week: WeekHours, days: readonly number[] = weekdaysFrom(0, 6)): DayGroup[] {
  const groups: { days: number[]; hours: DayHours }[] = [];
  for (const day of days) {
    const group = groups.find(({ hours }) => sameHours(hours, week[day]!));
    if (group === undefined) groups.push({ days: [day], hours: week[day]! });
    else group.days.push(day);
  }
  return groups;
}

/** `mon-fri`, `sat,sun`: weekdays in ascending order, three or more in a row as a stretch. */
export function weekdaysText(days: readonly number[], names: readonly string[]): string {
  const runs: [first: number, last: number][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs
    .map(([first, last]) => {
      if (last - first > 1) return `${names[first]}-${names[last]}`;
      return first === last ? names[first] : `${names[first]},${names[last]}`;
    })
    .join(",");
}
