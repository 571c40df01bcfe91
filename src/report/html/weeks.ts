/**
 * The decided results of a commitment by ISO week of their start, in the zone of the policy's own calendar.
 */
import { formatDate, weekdayOf, yearOf } from "../../time/civil-date.ts";
import type { Zone } from "../../time/zone.ts";
import { placeOf } from "../deadline-svg/wall.ts";
import { type CountedResult, isDecided } from "./results.ts";

/** A week, with what was decided of the cases begun in it. */
export interface Week {
  /** `2026-W05`. */
  readonly name: string;
  /** Its Monday. */
  readonly monday: string;
  readonly met: readonly CountedResult[];
  readonly missed: readonly CountedResult[];
}

/** The weeks from the first with a start to the last, in order; those between them without any are there, too. */
export function weeksOf(results: readonly CountedResult[], zone: Zone): Week[] {
  const byMonday = new Map<number, { met: CountedResult[]; missed: CountedResult[] }>();
  for (const one of results) {
    if (!isDecided(one) || typeof one.result.startedAt !== "string") continue;
    const { day } = placeOf(zone, Date.parse(one.result.startedAt), false);
    const monday = day - weekdayOf(day);
    const week = byMonday.get(monday) ?? { met: [], missed: [] };
    byMonday.set(monday, week);
    week[one.result.outcome as "met" | "missed"].push(one);
  }
  const mondays = [...byMonday.keys()].sort((a, b) => a - b);
  if (mondays.length === 0) return [];
  const weeks: Week[] = [];
  for (let monday = mondays[0]!; monday <= mondays.at(-1)!; monday += 7) {
    const { met, missed } = byMonday.get(monday) ?? { met: [], missed: [] };
    weeks.push({ name: isoWeek(monday), monday: formatDate(monday), met, missed });
  }
  return weeks;
}

/** ISO 8601 week of the Monday with this epoch day: it is of the year that its Thursday is in. */
export function isoWeek(monday: number): string {
  const year = yearOf(monday + 3);
  let firstDay = monday + 3;
  while (yearOf(firstDay - 7) === year) firstDay -= 7;
  const week = 1 + (monday + 3 - firstDay) / 7;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
