/**
 * The hours that specifications of the same dates give to the weekdays.
 */
import type { Place } from "../../issues/expect.ts";
import { type DayHours, unite } from "../hours.ts";
import { ALL_DAYS } from "../openstreetmap/week-rules.ts";
import { uncarried } from "../uncarried.ts";
import type { Specification } from "./specification.ts";

/** Reports what only one side can say, at its place. */
export function refuseAt({ path, issues }: Place, received: unknown, cure: string): void {
  uncarried(issues, path, received, cure);
}

/** By weekday, Monday first; undefined where no specification names it. Hours that overlap are reported. */
export function hoursByDay(specifications: readonly Specification[]): readonly (DayHours | undefined)[] {
  const week: (DayHours | undefined)[] = ALL_DAYS.map(() => undefined);
  for (const { place, days, hours } of specifications) {
    for (const day of days ?? ALL_DAYS) {
      const before = week[day];
      const both = [...(before ?? []), ...hours];
      const contradicts = before !== undefined && (before.length === 0 || hours.length === 0);
      if (contradicts || unite(both).length < both.length) {
        refuseAt(place, undefined, "it overlaps or contradicts other hours of the same day; write each hour once");
        return week;
      }
      week[day] = unite(both);
    }
  }
  return week;
}
