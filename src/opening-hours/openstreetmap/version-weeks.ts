/**
 * Hours of the week that change with the date: from rules with weekdays and dated years to versions.
 */
import type { VersionDefinition } from "../../index.ts";
import { epochDayOf, FIRST_YEAR, formatDate, LAST_YEAR } from "../../time/civil-date.ts";
import type { Dates } from "../dates.ts";
import { sameHours, type WeekHours, weekDefinition } from "../hours.ts";
import type { Rule } from "./rule.ts";
import { ALL_DAYS } from "./week-rules.ts";

interface Stretch {
  readonly rule: Rule;
  readonly dates: Dates;
}

/** The first week, and a version wherever another one begins. */
export function versionWeeks(
  ground: WeekHours,
  rules: readonly Rule[],
): { readonly week: WeekHours; readonly versions: readonly VersionDefinition[] } {
  const firstDay = epochDayOf(FIRST_YEAR, 1, 1);
  const lastDay = epochDayOf(LAST_YEAR, 12, 31);
  const stretches = rules.flatMap((rule) => rule.dates.map((dates) => ({ rule, dates })));
  const cuts = new Set(stretches.flatMap(({ dates }) => [dates.from, dates.to + 1]));
  const days = [...cuts].filter((day) => day > firstDay && day <= lastDay).sort((a, b) => a - b);
  const week = weekAt(ground, stretches, firstDay);
  const versions: VersionDefinition[] = [];
  let before = week;
  for (const day of days) {
    const next = weekAt(ground, stretches, day);
    if (next.every((hours, weekday) => sameHours(hours, before[weekday]!))) continue;
    versions.push({ from: formatDate(day), week: weekDefinition(next) });
    before = next;
  }
  return { week, versions };
}

/** The hours of the week on a date: of each weekday those of the last rule that names it. */
function weekAt(ground: WeekHours, stretches: readonly Stretch[], epochDay: number): WeekHours {
  const inForce = stretches.filter(({ dates }) => dates.from <= epochDay && epochDay <= dates.to);
  return ground.map((hours, weekday) => {
    const rule = inForce.filter(({ rule: { days } }) => (days ?? ALL_DAYS).includes(weekday)).at(-1)?.rule;
    if (rule === undefined) return hours;
    return rule.off ? [] : rule.hours!;
  });
}
