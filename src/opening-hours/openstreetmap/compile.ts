/**
 * From rules to a definition that says exactly the same, or to the reasons why there is none.
 *
 * In the order of the rules: the hours of the week; hours of the week from a date to a date (`versions`); `PH off`, closed
 * dates and exceptions. Printing goes the same way, so that what is printed can be read back.
 */
import type { CalendarDefinition, ClosureDefinition, ExceptionsDefinition } from "../../index.ts";
import { formatTime } from "../../time/civil-time.ts";
import { shareDate, spanText, withNextDay } from "../dates.ts";
import { groupsOf, hoursTexts, NO_HOURS, type WeekHours, weekDefinition } from "../hours.ts";
import { addLayers, filled, type Ground, hasLayerNights, type Layer, meetsHoliday } from "./layers.ts";
import type { Refusals } from "./refusals.ts";
import { closesDays, type Rule } from "./rule.ts";
import { versionWeeks } from "./version-weeks.ts";
import { hasNights, withRule } from "./week-rules.ts";

/** The part of a definition that rules say. */
export type Said = Pick<CalendarDefinition, "week" | "versions" | "closures" | "exceptions">;

/** What rules say, and whether `PH off` is among it. */
export interface Compiled {
  readonly said: Said;
  readonly holidaysOff: boolean;
}

/** Makes a definition of rules; what it cannot carry exactly is reported. */
export function compile(rules: readonly Rule[], holidays: () => readonly number[], refusals: Refusals): Compiled {
  const compiler = new Compiler(rules, holidays, refusals);
  for (const rule of rules) compiler.add(rule);
  return compiler.finish();
}

class Compiler {
  private week: WeekHours = NO_HOURS;
  private readonly versions: Rule[] = [];
  private readonly layers: Layer[] = [];
  private holidaysOff = false;
  /** Layers that stand before `PH off`. */
  private layersBefore = 0;
  private readonly holidays: () => readonly number[];

  constructor(
    rules: readonly Rule[],
    holidays: () => readonly number[],
    private readonly refusals: Refusals,
  ) {
    const saysHolidays = rules.some((rule) => rule.holidays && rule.off);
    this.holidays = saysHolidays ? holidays : () => [];
  }

  add(rule: Rule): void {
    if (rule.holidays) this.addHolidays(rule);
    else if (rule.dates.length === 0) this.addToWeek(rule);
    else if (this.isVersion(rule)) this.addVersion(rule);
    else addLayers(this.layers, rule, this.ground(), this.refusals);
  }

  private ground(): Ground {
    return {
      week: this.week,
      hasVersions: this.versions.length > 0,
      hasNights: this.hasNights(),
      holidays: this.holidays,
    };
  }

  private hasNights(): boolean {
    return hasNights(this.week) || this.versions.some(({ hours, off }) => !off && hasNights([hours ?? []]));
  }

  private addHolidays(rule: Rule): undefined {
    const everyDay = rule.days?.length === 7;
    if (rule.dates.length > 0) return this.refusals.report(rule, "holidayDates");
    // Where every weekday has the hours, holidays have them too: PH adds nothing.
    if (!rule.off && everyDay) return this.addToWeek({ ...rule, holidays: false });
    if (!closesDays(rule)) return this.refusals.report(rule, "holidayHours");
    if (rule.comment !== undefined) return this.refusals.report(rule, "comment");
    if (rule.additional) return this.refusals.report(rule, "additionalOff");
    if (rule.days !== undefined) this.addToWeek({ ...rule, holidays: false });
    if (this.hasNights() || this.layers.some(hasLayerNights)) return this.refusals.report(rule, "tails");
    this.holidaysOff = true;
    this.layersBefore = this.layers.length;
    return undefined;
  }

  private addToWeek(rule: Rule): undefined {
    if (rule.comment !== undefined) return this.refusals.report(rule, "comment");
    const open = this.layers.some(({ kind }) => kind === "hours");
    const isLate = this.versions.length > 0 || this.layers.length > 0 || this.holidaysOff;
    if (isLate && rule.additional) return this.refusals.report(rule, "additionalLate");
    // What closes can stand behind what closes.
    if (isLate && (!closesDays(rule) || open || this.versions.length > 0))
      return this.refusals.report(
        rule,
        this.layers.length > 0 || this.versions.length > 0 ? "weekAfterDates" : "weekAfterHolidays",
      );
    this.week = withRule(this.week, rule, this.refusals);
    return undefined;
  }

  /** Weekdays of dated years, with nothing laid over them before: hours of the week that change. */
  private isVersion({ dates, days, hours, off }: Rule): boolean {
    if (this.holidaysOff || days === undefined || (off && hours !== undefined)) return false;
    return dates.every((each) => !each.yearly && !this.layers.some((layer) => shareDate(layer.dates, each)));
  }

  private addVersion(rule: Rule): undefined {
    if (rule.comment !== undefined) return this.refusals.report(rule, "comment");
    if (rule.additional) return this.refusals.report(rule, "additionalDates");
    const meetsNight = (layer: Layer): boolean =>
      hasLayerNights(layer) && rule.dates.some((dates) => shareDate(withNextDay(layer.dates), dates));
    if (this.hasNights() || this.layers.some(meetsNight)) return this.refusals.report(rule, "tails");
    this.versions.push(rule);
    return undefined;
  }

  finish(): Compiled {
    const { week, versions } = versionWeeks(this.week, this.versions);
    const exceptions: Record<string, ExceptionsDefinition[string]> = {};
    const closures: ClosureDefinition[] = [];
    const open: Layer[] = [];
    for (const [index, layer] of this.layers.entries()) {
      const hours = layer.kind === "hours" ? filled(this.layers, layer, this.ground(), this.refusals) : NO_HOURS;
      const opens = hours.some((each) => each.length > 0) || open.some((other) => shareDate(other.dates, layer.dates));
      if (layer.kind !== "hours" || !opens) closures.push(...closuresOf(layer));
      else {
        open.push(layer);
        exceptions[spanText(layer.dates)] = exceptionOf(hours);
        if (index < this.layersBefore && meetsHoliday(layer.dates, this.ground(), (day) => hours[day]!.length > 0))
          this.refusals.report(layer.rule, "holidayAfter");
      }
    }
    const said: Said = {
      ...(week.every((hours) => hours.length === 0) ? {} : { week: weekDefinition(week) }),
      ...(versions.length === 0 ? {} : { versions }),
      ...(closures.length === 0 ? {} : { closures }),
      ...(Object.keys(exceptions).length === 0 ? {} : { exceptions }),
    };
    return { said, holidaysOff: this.holidaysOff };
  }
}

/** A layer that closes: a part of the day, or all of it. */
function closuresOf({ dates, parts, kind, rule: { comment } }: Layer): ClosureDefinition[] {
  const date = spanText(dates);
  const name = comment === undefined ? {} : { name: comment };
  if (kind === "part")
    return parts.map(({ startMin, endMin }) => ({ date, from: formatTime(startMin), to: formatTime(endMin), ...name }));
  return comment === undefined ? [date] : [{ date, ...name }];
}

/** The windows of every weekday, or by weekday where they differ. */
function exceptionOf(week: WeekHours): ExceptionsDefinition[string] {
  const [group, ...more] = groupsOf(week);
  return more.length === 0 ? hoursTexts(group!.hours) : weekDefinition(week);
}
