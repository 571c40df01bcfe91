/**
 * The week of a definition: its keys (`mon`, `"mon-fri"`, `"sat,sun"`) and their windows.
 */
import { at, expectObject, type Place } from "../issues/expect.ts";
import { type Issue, makeIssue, type PathStep } from "../issues/issue.ts";
import { nearest } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import { WEEKDAYS } from "../time/civil-date.ts";
import { readWindows, type Window } from "./window.ts";

/** Windows by weekday, Monday first; always seven. */
export type Week = readonly (readonly Window[])[];

/** Whole names, English and French, that are often written for the short ones. */
const LONG_NAMES = new Map(
  [
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  ].flatMap((names) =>
    names.flatMap(
      (name, day) =>
        [
          [name, WEEKDAYS[day]!],
          [name.slice(0, 3), WEEKDAYS[day]!],
        ] as const,
    ),
  ),
);

/** Windows by weekday; problems go to the place's issues. */
export function readWeek(value: unknown, place: Place): Week {
  const week: (readonly Window[])[] = WEEKDAYS.map(() => []);
  if (value === undefined) return week;
  const entries = expectObject(value, place, "schedule.bad-definition", "a week", '{ "mon-fri": ["09:00-17:00"] }');
  const { path, issues } = place;
  const namedBy = new Map<number, string>();
  for (const [key, list] of Object.entries(entries ?? {})) {
    const windows = readWindows(list, at(place, key));
    for (const day of readDays(key, [...path, key], issues)) {
      const earlier = namedBy.get(day);
      if (earlier !== undefined) {
        const name = WEEKDAYS[day]!;
        issues.push(
          makeIssue(
            "schedule.repeated-day",
            [...path, key],
            "each weekday once",
            key,
            `${name} is named by ${show(earlier)} and by ${show(key)}; name it once`,
          ),
        );
      }
      namedBy.set(day, key);
      week[day] = windows;
    }
  }
  return week;
}

/** Weekdays (0 Monday … 6 Sunday) that a key names. */
function readDays(key: string, path: readonly PathStep[], issues: Issue[]): number[] {
  const days: number[] = [];
  for (const part of key.length > 60 ? [key] : key.split(",")) {
    const ends = part.split("-");
    const numbers = ends.map((name) => WEEKDAYS.indexOf(name as (typeof WEEKDAYS)[number]));
    if (ends.length > 2 || numbers.includes(-1)) {
      const wrong = ends.find((_, i) => numbers[i] === -1) ?? part;
      issues.push(
        makeIssue(
          "schedule.unknown-day",
          path,
          "mon … sun, mon-fri, or sat,sun",
          key,
          `${show(wrong)} is not a weekday${dayHint(wrong)}`,
        ),
      );
      return [];
    }
    const first = numbers[0]!;
    const last = numbers.at(-1)!;
    // fri-mon wraps over the weekend.
    const length = ((last - first + 7) % 7) + 1;
    for (let i = 0; i < length; i++) days.push((first + i) % 7);
  }
  return days;
}

function dayHint(word: string): string {
  const plain = word.trim().toLowerCase();
  const meant =
    LONG_NAMES.get(plain) ?? nearest(plain, WEEKDAYS) ?? LONG_NAMES.get(nearest(plain, LONG_NAMES.keys()) ?? "");
  return meant === undefined ? `; use ${WEEKDAYS.join(", ")}` : `; did you mean "${meant}"?`;
}
