/**
 * Special hours: closures and exceptions.
 */
import type { ClosureDefinition, ExceptionsDefinition } from "../../index.ts";
import { at } from "../../issues/expect.ts";
import { weekdayOf } from "../../time/civil-date.ts";
import { isSingle, sameDates, shareDate, spanText } from "../dates.ts";
import { groupsOf, hoursTexts, type WeekHours, weekDefinition } from "../hours.ts";
import { ALL_DAYS } from "../openstreetmap/week-rules.ts";
import type { Specification } from "./specification.ts";
import { hoursByDay, refuseAt } from "./specification-days.ts";

interface Special {
  readonly dates: { readonly yearly: false; readonly from: number; readonly to: number };
  readonly specifications: Specification[];
}

/** Closures and exceptions; `left` is what holds on weekdays that are not named, if that can be said. */
export function readSpecials(
  special: readonly Specification[],
  left: WeekHours | undefined,
): { closures: ClosureDefinition[]; exceptions: ExceptionsDefinition } {
  const closures: ClosureDefinition[] = [];
  const exceptions: Record<string, ExceptionsDefinition[string]> = {};
  for (const { dates, specifications } of groupSpecials(special)) {
    const first = specifications[0]!;
    const named = specifications.find(({ name }) => name !== undefined);
    const days = hoursByDay(specifications);
    if (days.every((hours) => hours?.length === 0) && specifications.length === 1) {
      closures.push(first.name === undefined ? spanText(dates) : { date: spanText(dates), name: first.name });
      continue;
    }
    if (named !== undefined)
      refuseAt(at(named.place, "name"), named.name, "only special hours that close all days have a name; leave it out");
    const open = days.some((hours, day) => hours === undefined && !isElsewhere(dates, day));
    if (open && left === undefined)
      refuseAt(first.place, undefined, "what its other weekdays do follows the holidays or seasons; name all seven");
    const week = days.map((hours, day) => hours ?? (isElsewhere(dates, day) ? [] : (left?.[day] ?? [])));
    const [group, ...more] = groupsOf(isSingle(dates) ? ALL_DAYS.map(() => week[weekdayOf(dates.from)]!) : week);
    exceptions[spanText(dates)] = more.length === 0 ? hoursTexts(group!.hours) : weekDefinition(week);
  }
  return { closures, exceptions };
}

/** Whether a single date is of another weekday. */
function isElsewhere(dates: Special["dates"], day: number): boolean {
  return isSingle(dates) && weekdayOf(dates.from) !== day;
}

function groupSpecials(special: readonly Specification[]): Special[] {
  const groups = new Map<string, Special>();
  for (const each of special) {
    const { fromDay, toDay, holidays, place } = each;
    if (holidays) refuseAt(at(place, "dayOfWeek"), "PublicHolidays", "special hours have dates; write them");
    if (fromDay === undefined || toDay === undefined) {
      refuseAt(place, undefined, "special hours need validFrom and validThrough");
      continue;
    }
    const key = `${fromDay} ${toDay}`;
    const group = groups.get(key) ?? { dates: { yearly: false, from: fromDay, to: toDay }, specifications: [] };
    group.specifications.push(each);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort((a, b) => a.dates.from - b.dates.from || a.dates.to - b.dates.to);
  let furthest = sorted[0];
  for (const group of sorted.slice(1)) {
    if (shareDate(group.dates, furthest!.dates) && !sameDates(group.dates, furthest!.dates))
      refuseAt(
        group.specifications[0]!.place,
        spanText(group.dates),
        "other special hours have its dates too; cut one of them",
      );
    if (group.dates.to > furthest!.dates.to) furthest = group;
  }
  return sorted;
}
