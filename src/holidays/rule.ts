/**
 * A holiday rule: one day a year, by fixed date or by its distance from Easter, with the years for which it holds.
 *
 * France never moves a holiday that falls on a weekend, so a rule has no substitute day.
 */
import { epochDayOf } from "../time/civil-date.ts";
import { easterSunday } from "./easter.ts";

/** Where a rule comes from: the official list, a local law that the list leaves out, or custom. */
export type HolidaySource = "official" | "local-law" | "custom";

/** One day a year that closes. */
export interface HolidayRule {
  /** Stable: `fr.pentecost-monday`. */
  readonly id: string;
  readonly names: { readonly fr: string; readonly en: string };
  readonly source: HolidaySource;
  /** `MM-DD`, or days from Easter Sunday. */
  readonly on: string | number;
  /** Stretches of years, both ends included, in which it holds; all years if absent. */
  readonly years?: readonly (readonly [from: number, to: number])[];
}

/** Epoch day of a rule in a year, or undefined if the rule does not hold in that year. */
export function dayOfRule(rule: HolidayRule, year: number): number | undefined {
  if (rule.years !== undefined && !rule.years.some(([from, to]) => from <= year && year <= to)) return undefined;
  if (typeof rule.on === "number") return easterSunday(year) + rule.on;
  return epochDayOf(year, Number(rule.on.slice(0, 2)), Number(rule.on.slice(3)));
}
