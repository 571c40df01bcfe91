/**
 * Layers: what the rules with dates say, in their order, each over those before it.
 *
 * A closed layer becomes a closure, one with hours an exception. In OpenStreetMap the later rule wins, in a calendar the
 * nearer one (docs/semantics.md §2): where that makes a difference, the rule is refused.
 */
import { weekdayOf } from "../../time/civil-date.ts";
import { type Dates, hasDate, isSingle, rankOf, sameDates, shareDate, withNextDay } from "../dates.ts";
import { type DayHours, passesMidnight, type Stretch, unite, type WeekHours, WHOLE_DAY } from "../hours.ts";
import type { Refusals } from "./refusals.ts";
import { closesDays, type Rule } from "./rule.ts";
import { ALL_DAYS, hasNights, isTooLong } from "./week-rules.ts";

/** What rules say of one stretch of dates. */
export interface Layer {
  readonly rule: Rule;
  readonly dates: Dates;
  /** `closed` all day, `part` of the day, or `hours` by weekday: undefined where no rule names the weekday. */
  readonly kind: "closed" | "part" | "hours";
  days: readonly (DayHours | undefined)[];
  readonly parts: readonly Stretch[];
}

/** What lies below the layers. */
export interface Ground {
  readonly week: WeekHours;
  /** Whether hours change with the date. */
  readonly hasVersions: boolean;
  readonly hasNights: boolean;
  /** Epoch days of the holidays, if `PH off` is said anywhere. */
  readonly holidays: () => readonly number[];
}

/** Adds what a rule says of each of its stretches of dates. */
export function addLayers(layers: Layer[], rule: Rule, ground: Ground, refusals: Refusals): void {
  for (const dates of rule.dates) addLayer(layers, rule, dates, ground, refusals);
}

function addLayer(layers: Layer[], rule: Rule, dates: Dates, ground: Ground, refusals: Refusals): undefined {
  const sharing = layers.filter((layer) => shareDate(layer.dates, dates));
  const last = sharing.at(-1);
  const same = last?.kind !== "part" && last !== undefined && sameDates(last.dates, dates) ? last : undefined;
  const closed = closesDays(rule) && rule.days === undefined;
  const kind = rule.off && rule.hours !== undefined ? "part" : closed ? "closed" : "hours";
  if (tearsNights(layers, rule, dates, ground)) return refusals.report(rule, "tails");
  if (rule.additional && rule.off) return refusals.report(rule, "additionalOff");
  if (rule.additional && (same?.kind !== "hours" || daysOf(rule).some((day) => same.days[day] === undefined)))
    return refusals.report(rule, "additionalDates");
  if (kind === "part") {
    if (rule.days !== undefined || sharing.some((layer) => layer.kind === "hours"))
      return refusals.report(rule, "partlyOff");
    if (rule.hours!.some(({ endMin }) => endMin > WHOLE_DAY.endMin)) return refusals.report(rule, "offPastMidnight");
  }
  const open = sharing.filter((layer) => layer.kind === "hours");
  if (kind === "part" || (kind === "closed" && open.length === 0)) {
    layers.push({ rule, dates, kind, days: ALL_DAYS.map(() => []), parts: rule.hours ?? [] });
    return undefined;
  }
  // Only a closure has a name.
  if (rule.comment !== undefined) return refusals.report(rule, "comment");
  if (same?.kind === "hours") {
    same.days = withDays(same.days, rule);
    if (same.days.some((hours) => isTooLong(hours ?? []))) refusals.report(rule, "tooLong");
    return undefined;
  }
  for (const other of open) {
    if (rankOf(dates) === rankOf(other.dates)) return refusals.report(rule, "sameRank");
    if (rankOf(dates) > rankOf(other.dates)) return refusals.report(rule, "lowerRank");
  }
  const days = withDays(
    ALL_DAYS.map(() => undefined),
    rule,
  );
  layers.push({ rule, dates, kind: "hours", days, parts: [] });
  return undefined;
}

function daysOf({ days }: Rule): readonly number[] {
  return days ?? ALL_DAYS;
}

function withDays(days: readonly (DayHours | undefined)[], rule: Rule): readonly (DayHours | undefined)[] {
  return days.map((hours, day) => {
    if (!daysOf(rule).includes(day)) return hours;
    return unite([...(rule.additional ? (hours ?? []) : []), ...(rule.off ? [] : (rule.hours ?? []))]);
  });
}

/** Whether a rule replaces a civil day into or out of which hours past midnight reach. */
function tearsNights(layers: readonly Layer[], rule: Rule, dates: Dates, ground: Ground): boolean {
  if (layers.some((layer) => hasLayerNights(layer) && shareDate(withNextDay(layer.dates), dates))) {
    // Rules of the same dates that come one after the other are one exception; its nights are its own.
    const last = layers.filter((layer) => shareDate(withNextDay(layer.dates), dates)).at(-1)!;
    if (!rule.additional || !sameDates(last.dates, dates)) return true;
  }
  if (!ground.hasNights || rule.additional) return false;
  const partly = rule.off && rule.hours !== undefined;
  if (dates.yearly || ground.hasVersions || rule.days !== undefined || partly) return true;
  const ends = [weekdayOf(dates.from - 1), weekdayOf(dates.to)];
  return ends.some((day) => passesMidnight(ground.week[day]!));
}

/** Whether hours of a layer pass midnight. */
export function hasLayerNights({ days }: Layer): boolean {
  return hasNights(days.map((hours) => hours ?? []));
}

/** The hours of a layer's seven weekdays: those that it names, and for the others what lies below, if that is exact. */
export function filled(layers: readonly Layer[], layer: Layer, ground: Ground, refusals: Refusals): WeekHours {
  const below = layers.slice(0, layers.indexOf(layer)).filter((other) => shareDate(other.dates, layer.dates));
  const closedBelow = below.some((other) => other.kind === "closed" && sameDates(other.dates, layer.dates));
  let exact = true;
  const week = layer.days.map((hours, day): DayHours => {
    if (hours !== undefined || !hasWeekday(layer.dates, day)) return hours ?? [];
    if (closedBelow) return [];
    const left = ground.week[day]!;
    exact &&= !ground.hasVersions && below.every(({ kind }) => kind !== "hours" && left.length === 0);
    exact &&= left.length === 0 || !meetsHoliday(layer.dates, ground, (weekday) => weekday === day);
    return left;
  });
  if (!exact) refusals.report(layer.rule, "leftWeekdays");
  const { yearly, from } = layer.dates;
  // One date has one weekday.
  return !yearly && isSingle(layer.dates) ? ALL_DAYS.map(() => week[weekdayOf(from)]!) : week;
}

/** Whether a holiday on one of some weekdays is among the dates. */
export function meetsHoliday(dates: Dates, ground: Ground, isMeant: (weekday: number) => boolean): boolean {
  return ground.holidays().some((epochDay) => isMeant(weekdayOf(epochDay)) && hasDate(dates, epochDay));
}

/** Whether some date of the stretch falls on the weekday. */
function hasWeekday(dates: Dates, weekday: number): boolean {
  return dates.yearly || !isSingle(dates) || weekdayOf(dates.from) === weekday;
}
