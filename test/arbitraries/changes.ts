/**
 * Changes to a definition: one that only closes, one that only opens, and some that must change nothing.
 */

import { dateOf, timeOf } from "../oracle/civil.ts";
import { canPassMidnight, windowsOfDay } from "../oracle/day.ts";
import type { Definition, HolidaySource, Rules, Week } from "../oracle/definition.ts";
import { reachOf } from "../oracle/reach.ts";
import { inForce } from "../oracle/versions.ts";
import { type CivilWindow, parseWindow } from "../oracle/window.ts";

/** One more holiday, in a list of the same reach, so that no question becomes answerable or ceases to be. */
export function withHoliday(definition: Definition, date: string): Definition | undefined {
  const reach = reachOf(definition);
  if (date < reach.from || date > reach.to) return undefined;
  const { from, holidays } = inForce(definition, date);
  const more = [...holidays, { dates: [date], ...reach }];
  const { versions = [] } = definition;
  // The version in force on the date is the one that says it; the first dates have none.
  if (!versions.some((version) => version.from === from)) return { ...definition, holidays: more };
  return {
    ...definition,
    versions: versions.map((version) => (version.from === from ? { ...version, holidays: more } : version)),
  };
}

/** One more window on the weekdays of one key: `startMin` of one of the gaps between its windows, of at most `lengthMin`. */
export function withWindow(definition: Definition, pick: number, lengthMin: number): Definition | undefined {
  const keys = Object.keys(definition.week);
  const key = keys[pick % keys.length] ?? "";
  const windows = definition.week[key] ?? [];
  const gaps = gapsOf(windows.map(parseWindow));
  const gap = gaps[pick % Math.max(1, gaps.length)];
  if (gap === undefined) return undefined;
  const endMin = Math.min(gap.endMin, gap.startMin + lengthMin);
  return {
    ...definition,
    week: { ...definition.week, [key]: [...windows, textOf({ startMin: gap.startMin, endMin })] },
  };
}

/** An exception that says what the date has anyway; undefined where it takes the place of the only one that could pass midnight. */
export function withOwnHours(definition: Definition, day: number): Definition | undefined {
  const hours = windowsOfDay(definition, day).map(textOf);
  const changed = { ...definition, exceptions: { ...definition.exceptions, [dateOf(day)]: hours } };
  // The reach of a question hangs on whether any written window can pass midnight, a weekday's that never comes included.
  if (canPassMidnight(changed) !== canPassMidnight(definition)) return undefined;
  return changed;
}

/** Every window that can be is cut in two that touch, before its midnight. */
export function withCutWindows(definition: Definition, fraction: number): Definition {
  return mapRules(definition, (rules) =>
    mapWindows(rules, (windows) =>
      windows.flatMap((text) => {
        const { startMin, endMin } = parseWindow(text);
        const lastMin = Math.min(endMin, 1440);
        const cutMin = startMin + 1 + Math.floor(fraction * (lastMin - startMin - 1));
        if (cutMin >= lastMin) return [text];
        return [textOf({ startMin, endMin: cutMin }), textOf({ startMin: cutMin, endMin })];
      }),
    ),
  );
}

export function withReversedWindows(definition: Definition): Definition {
  return mapRules(definition, (rules) => mapWindows(rules, (windows) => [...windows].reverse()));
}

/** Every dated holiday said twice, in its list, and every list given twice. */
export function withRepeatedHolidays(definition: Definition): Definition {
  const twice = (source: HolidaySource): HolidaySource =>
    typeof source === "string" ? source : { ...source, dates: [...source.dates, ...source.dates] };
  return mapRules(definition, ({ holidays }) =>
    holidays === undefined ? {} : { holidays: [...holidays.map(twice), ...holidays] },
  );
}

/** What changes in the rules of the calendar and of each version. */
function mapRules(definition: Definition, change: (rules: Rules) => Rules): Definition {
  const { versions } = definition;
  return {
    ...definition,
    ...change(definition),
    ...(versions === undefined ? {} : { versions: versions.map((version) => ({ ...version, ...change(version) })) }),
  };
}

function mapWindows({ week, exceptions }: Rules, change: (windows: string[]) => string[]): Rules {
  const mapped = (lists: Week): Week => mapValues(lists, change);
  return {
    ...(week === undefined ? {} : { week: mapped(week) }),
    ...(exceptions === undefined
      ? {}
      : { exceptions: mapValues(exceptions, (hours) => (Array.isArray(hours) ? change(hours) : mapped(hours))) }),
  };
}

function mapValues<T>(record: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]): [string, T] => [key, change(value)]));
}

function gapsOf(windows: readonly CivilWindow[]): CivilWindow[] {
  const gaps: CivilWindow[] = [];
  let at = 0;
  for (const { startMin, endMin } of [...windows].sort((a, b) => a.startMin - b.startMin)) {
    if (startMin > at) gaps.push({ startMin: at, endMin: startMin });
    at = Math.max(at, endMin);
  }
  if (at < 1440) gaps.push({ startMin: at, endMin: 1440 });
  return gaps;
}

function textOf({ startMin, endMin }: CivilWindow): string {
  return `${timeOf(startMin)}-${timeOf(endMin > 1440 ? endMin - 1440 : endMin)}`;
}
