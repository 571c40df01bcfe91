/**
 * Rules for weekdays: each replaces, on the weekdays that it names, what the rules before it say.
 *
 * In OpenStreetMap a rule replaces a civil day from midnight to midnight, the end of the night before too; here hours
 * past midnight belong to the date on which they begin. Where the two differ, the rule is refused.
 */
import { type DayHours, passesMidnight, unite, type WeekHours, WHOLE_DAY, weekdaysFrom, without } from "../hours.ts";
import type { Refusals } from "./refusals.ts";
import { closesDays, type Rule } from "./rule.ts";

/** All weekdays. */
export const ALL_DAYS: readonly number[] = weekdaysFrom(0, 6);

/** The week with one more rule. */
export function withRule(week: WeekHours, rule: Rule, refusals: Refusals): WeekHours {
  const days = rule.days ?? ALL_DAYS;
  const partly = rule.off && rule.hours !== undefined;
  if (rule.additional && rule.off) refusals.report(rule, "additionalOff");
  else if (partly && rule.hours?.some(({ endMin }) => endMin > WHOLE_DAY.endMin))
    refusals.report(rule, "offPastMidnight");
  else if (!rule.additional && cutsNights(week, days, partly)) refusals.report(rule, "tails");
  const next = week.map((hours, day) => (days.includes(day) ? withHours(hours, rule) : hours));
  if (next.some(isTooLong)) refusals.report(rule, "tooLong");
  return next;
}

/** Hours with those of a rule: beside them, instead of them, or less them. */
export function withHours(hours: DayHours, rule: Rule): DayHours {
  if (closesDays(rule)) return [];
  if (rule.off) return without(hours, rule.hours!);
  return unite(rule.additional ? [...hours, ...rule.hours!] : rule.hours!);
}

/** Whether a stretch is longer than a window can be. */
export function isTooLong(hours: DayHours): boolean {
  return hours.some(
    ({ startMin, endMin }) =>
      endMin - startMin > WHOLE_DAY.endMin || (endMin - startMin === WHOLE_DAY.endMin && startMin > 0),
  );
}

/** Whether any night of the week passes midnight. */
export function hasNights(week: WeekHours): boolean {
  return week.some(passesMidnight);
}

/**
 * Whether what happens to these weekdays, midnight to midnight, tears a night apart: that of the day before reaches into
 * them and stays, or one of theirs goes and its end is left on the day after.
 */
function cutsNights(week: WeekHours, days: readonly number[], partly: boolean): boolean {
  return days.some((day) => {
    const before = (day + 6) % 7;
    const after = (day + 1) % 7;
    return (
      (passesMidnight(week[before]!) && (partly || !days.includes(before))) ||
      (passesMidnight(week[day]!) && (partly || !days.includes(after)))
    );
  });
}
