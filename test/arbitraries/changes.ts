/**
 * Changes to a definition: one that only closes, one that only opens, and some that must change nothing.
 */

import { dateOf, timeOf } from "../oracle/civil.ts";
import { type CivilWindow, canPassMidnight, parseWindow, windowsOfDay } from "../oracle/day.ts";
import type { Definition } from "../oracle/definition.ts";
import { reachOf } from "../oracle/holidays.ts";

/** One more holiday, in a list of the same reach, so that no question becomes answerable or ceases to be. */
export function withHoliday(definition: Definition, date: string): Definition | undefined {
  const reach = reachOf(definition);
  if (date < reach.from || date > reach.to) return undefined;
  return { ...definition, holidays: [...(definition.holidays ?? []), { dates: [date], ...reach }] };
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

/** An exception that says what the date has anyway. */
export function withOwnHours(definition: Definition, day: number): Definition {
  const hours = windowsOfDay(definition, day).map(textOf);
  const changed = { ...definition, exceptions: { ...definition.exceptions, [dateOf(day)]: hours } };
  // Without this no window could pass midnight before and one could after: never, since the hours are the date's own.
  if (canPassMidnight(changed) !== canPassMidnight(definition)) throw new Error("the change was to change nothing");
  return changed;
}

/** Every window that can be is cut in two that touch, before its midnight. */
export function withCutWindows(definition: Definition, fraction: number): Definition {
  return mapWindows(definition, (windows) =>
    windows.flatMap((text) => {
      const { startMin, endMin } = parseWindow(text);
      const lastMin = Math.min(endMin, 1440);
      const cutMin = startMin + 1 + Math.floor(fraction * (lastMin - startMin - 1));
      if (cutMin >= lastMin) return [text];
      return [textOf({ startMin, endMin: cutMin }), textOf({ startMin: cutMin, endMin })];
    }),
  );
}

export function withReversedWindows(definition: Definition): Definition {
  return mapWindows(definition, (windows) => [...windows].reverse());
}

/** Every dated holiday said twice, in its list, and every list given twice. */
export function withRepeatedHolidays(definition: Definition): Definition {
  const holidays = (definition.holidays ?? []).map((source) =>
    typeof source === "string" ? source : { ...source, dates: [...source.dates, ...source.dates] },
  );
  return { ...definition, holidays: [...holidays, ...(definition.holidays ?? [])] };
}

function mapWindows(definition: Definition, change: (windows: string[]) => string[]): Definition {
  const mapped = (lists: Record<string, string[]>): Record<string, string[]> =>
    Object.fromEntries(Object.entries(lists).map(([key, windows]): [string, string[]] => [key, change(windows)]));
  return {
    ...definition,
    week: mapped(definition.week),
    ...(definition.exceptions === undefined ? {} : { exceptions: mapped(definition.exceptions) }),
  };
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
