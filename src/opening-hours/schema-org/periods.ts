/**
 * Regular hours: a week, or weeks that are valid one after the other.
 */
import type { VersionDefinition } from "../../index.ts";
import { at } from "../../issues/expect.ts";
import { epochDayOf, FIRST_YEAR, formatDate, LAST_YEAR } from "../../time/civil-date.ts";
import { NO_HOURS, type WeekHours, weekDefinition } from "../hours.ts";
import type { Specification } from "./specification.ts";
import { hoursByDay, refuseAt } from "./specification-days.ts";

/** Regular hours with the same validity. */
interface Period {
  readonly fromDay: number;
  readonly toDay: number;
  readonly specifications: Specification[];
}

const FIRST_DAY = epochDayOf(FIRST_YEAR, 1, 1);
const LAST_DAY = epochDayOf(LAST_YEAR, 12, 31);

/** The first week, and a version wherever a period begins, or ends and none follows at once. */
export function readWeeks(regular: readonly Specification[]): { week: WeekHours; versions: VersionDefinition[] } {
  const periods = readPeriods(regular);
  let week = NO_HOURS;
  const versions: VersionDefinition[] = [];
  for (const [index, { fromDay, toDay, specifications }] of periods.entries()) {
    const hours = readWeek(specifications);
    if (fromDay <= FIRST_DAY) week = hours;
    else versions.push({ from: formatDate(fromDay), week: weekDefinition(hours) });
    if (toDay < LAST_DAY && periods[index + 1]?.fromDay !== toDay + 1)
      versions.push({ from: formatDate(toDay + 1), week: {} });
  }
  return { week, versions };
}

function readPeriods(regular: readonly Specification[]): Period[] {
  const periods = new Map<string, Period>();
  for (const each of regular) {
    const { fromDay = FIRST_DAY, toDay = LAST_DAY, days, place } = each;
    if (days === undefined) refuseAt(place, undefined, "which days it holds on is not said; name them in dayOfWeek");
    if (each.name !== undefined)
      refuseAt(at(place, "name"), each.name, "only special hours that close have a name; leave it out");
    const key = `${fromDay} ${toDay}`;
    const period = periods.get(key) ?? { fromDay, toDay, specifications: [] };
    period.specifications.push(each);
    periods.set(key, period);
  }
  const sorted = [...periods.values()].sort((a, b) => a.fromDay - b.fromDay);
  for (const [index, { fromDay, specifications }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined || before.toDay < fromDay) continue;
    const cure =
      "other hours are valid on its dates too, and schema.org does not say which hold; give all of them validFrom and validThrough, or write special hours";
    refuseAt(specifications[0]!.place, formatDate(fromDay), cure);
  }
  return sorted;
}

/** The hours of the weekdays; of one that is not named, none. */
function readWeek(specifications: readonly Specification[]): WeekHours {
  return hoursByDay(specifications).map((hours) => hours ?? []);
}
