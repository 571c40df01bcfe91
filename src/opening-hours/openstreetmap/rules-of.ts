/**
 * From a definition to rules, each with its place in the definition; what no rule can say is reported there.
 */
import type { CalendarDefinition, ClosureDefinition, VersionDefinition } from "../../index.ts";
import type { Issue, PathStep } from "../../issues/issue.ts";
import { epochDayOf, LAST_YEAR, parseDate } from "../../time/civil-date.ts";
import { parseTime } from "../../time/civil-time.ts";
import { type Dates, datesOfEnds, datesOfSpan, rankOf } from "../dates.ts";
import { type DayHours, groupsOf, hoursOf, sameHours, type WeekHours, weekOf } from "../hours.ts";
import { refuseCommon, uncarried } from "../uncarried.ts";
import { ruleText } from "./print-words.ts";
import { endsOnLeapDay } from "./read-dates.ts";
import type { Rule } from "./rule.ts";
import { ALL_DAYS, hasNights } from "./week-rules.ts";

/** The rules of a definition that has been checked, in the order in which they are printed. */
export function rulesOf(definition: CalendarDefinition, issues: Issue[]): Rule[] {
  refuseCommon(definition, "opening_hours", issues);
  const week = weekOf(definition.week);
  return [
    ...weekRules(week),
    ...(definition.versions ?? []).flatMap((version, index, all) =>
      versionRules(version, all[index + 1]?.from, week, index),
    ),
    ...holidayRules(definition),
    ...(definition.closures ?? []).flatMap((closure, index) => closureRule(closure, ["closures", index], issues)),
    ...exceptionRules(definition, week, issues),
  ];
}

/** What a rule says, before it has its text. */
type Content = Partial<Pick<Rule, "additional" | "dates" | "days" | "holidays" | "hours" | "off" | "comment">>;

function ruleOf(path: readonly PathStep[], content: Content): Rule {
  const { additional = false, dates = [], days, holidays = false, hours, off = false, comment } = content;
  const rule = { additional, dates, days, holidays, hours, off, ...(comment === undefined ? {} : { comment }) };
  return { ...rule, path, text: ruleText(rule) };
}

/** A rule for each set of weekdays with the same hours; a comma between them leaves nights whole. */
function weekRules(week: WeekHours): Rule[] {
  const open = groupsOf(week).filter(({ hours }) => hours.length > 0);
  return open.map(({ days, hours }, index) =>
    ruleOf(["week"], { days, hours, additional: index > 0 && hasNights(week) }),
  );
}

/** The weekdays on which a version differs from the first week. */
function versionRules(
  version: VersionDefinition,
  nextFrom: string | undefined,
  first: WeekHours,
  index: number,
): Rule[] {
  if (version.week === undefined) return [];
  const week = weekOf(version.week);
  const to = nextFrom === undefined ? epochDayOf(LAST_YEAR, 12, 31) : parseDate(nextFrom)! - 1;
  const dates = [{ yearly: false, from: parseDate(version.from)!, to }];
  const changed = ALL_DAYS.filter((day) => !sameHours(week[day]!, first[day]!));
  return groupsOf(week, changed).map(({ days, hours }) =>
    ruleOf(["versions", index, "week"], { dates, days, ...openOrOff(hours) }),
  );
}

function openOrOff(hours: DayHours): Content {
  return hours.length === 0 ? { off: true } : { hours };
}

function holidayRules({ holidays = [] }: CalendarDefinition): Rule[] {
  return holidays.length === 0 ? [] : [ruleOf(["holidays"], { holidays: true, off: true })];
}

function closureRule(closure: ClosureDefinition, path: readonly PathStep[], issues: Issue[]): Rule[] {
  if (typeof closure === "string") return datedRule(path, datesOfSpan(closure), { off: true }, issues);
  const { name } = closure;
  if (name !== undefined && !/^[^"\p{Cc}]*$/u.test(name))
    uncarried(
      issues,
      [...path, "name"],
      name,
      "a comment of opening_hours has no quotation marks and no control characters",
    );
  const content: Content = { off: true, ...(name === undefined ? {} : { comment: name }) };
  if (!("date" in closure)) return datedRule(path, datesOfEnds(closure.from, closure.to), content, issues);
  const { date, from, to } = closure;
  const hours =
    from === undefined || to === undefined ? undefined : [{ startMin: parseTime(from)!, endMin: parseTime(to)! }];
  return datedRule(path, datesOfSpan(date), { ...content, ...(hours === undefined ? {} : { hours }) }, issues);
}

/** The wider first: of two that share a date, the later rule wins. */
function exceptionRules({ exceptions = {}, versions }: CalendarDefinition, first: WeekHours, issues: Issue[]): Rule[] {
  const entries = Object.entries(exceptions).map(([key, windows]) => ({ key, dates: datesOfSpan(key), windows }));
  entries.sort((a, b) => rankOf(b.dates) - rankOf(a.dates));
  return entries.flatMap(({ key, dates, windows }) => {
    const path = ["exceptions", key];
    if (isList(windows)) return datedRule(path, dates, openOrOff(hoursOf(windows)), issues);
    const week = weekOf(windows);
    const left = ALL_DAYS.filter((day) => versions === undefined && sameHours(week[day]!, first[day]!));
    // A rule for the other weekdays would cut the nights; they are left to the hours of the week if that is the same.
    const isLeft = hasNights(week) && left.length < ALL_DAYS.length;
    const groups = groupsOf(week, isLeft ? ALL_DAYS.filter((day) => !left.includes(day)) : ALL_DAYS);
    if (!isLeft && groups.length === 1) return datedRule(path, dates, openOrOff(groups[0]!.hours), issues);
    return groups.flatMap(({ days, hours }) => datedRule(path, dates, { days, ...openOrOff(hours) }, issues));
  });
}

function datedRule(path: readonly PathStep[], dates: Dates, content: Content, issues: Issue[]): Rule[] {
  if (endsOnLeapDay(dates) && dates.from % 100 !== 1) {
    uncarried(issues, path, path.at(-1), "where Feb 29 ends a stretch in other years is not clear; end on 02-28");
    return [];
  }
  return [ruleOf(path, { ...content, dates: [dates] })];
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
