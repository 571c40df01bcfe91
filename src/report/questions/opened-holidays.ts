/**
 * Exceptions of several dates, or of every year, that open on a holiday: hours of summer were perhaps meant to leave it closed.
 */
import type { Calendar } from "../../calendar/calendar.ts";
import { insideOf } from "../../calendar/internal.ts";
import type { PathStep } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import { readSpan, stretchesOfYear } from "../../schedule/dates/span.ts";
import type { CalendarDefinition, ExceptionsDefinition } from "../../schedule/definition.ts";
import type { Schedule } from "../../schedule/schedule.ts";
import { formatDate, yearOf } from "../../time/civil-date.ts";
import type { PolicyQuestion } from "./places.ts";

/** Years that a span of every year is looked at in: the leap day and every weekday of a date are among them. */
const [FIRST_YEAR, LAST_YEAR] = [2024, 2034];
/** Holidays that a question names. */
const NAMED = 4;

/** The questions about a calendar's exceptions, by their places in its definition. */
export function openedHolidays(calendar: Calendar<"ms">): PolicyQuestion[] {
  return openedIn(insideOf(calendar).timeline.schedule, []);
}

function openedIn(schedule: Schedule, path: readonly PathStep[]): PolicyQuestion[] {
  const { combination } = schedule;
  if (combination !== undefined)
    return combination.operands.flatMap(({ schedule: operand }, index) =>
      openedIn(operand, [...path, combination.operation, index]),
    );
  const { exceptions, versions = [] } = schedule.definition as CalendarDefinition;
  return [
    ...askedOf(schedule, exceptions, [...path, "exceptions"]),
    ...versions.flatMap((version, index) =>
      askedOf(schedule, version.exceptions, [...path, "versions", index, "exceptions"]),
    ),
  ];
}

function askedOf(
  schedule: Schedule,
  exceptions: ExceptionsDefinition = {},
  path: readonly PathStep[],
): PolicyQuestion[] {
  return Object.keys(exceptions).flatMap((key) => {
    const names = openedBy(schedule, key, exceptions);
    if (names.length === 0) return [];
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
    const message = `${show(key)} opens on holidays: ${names.slice(0, NAMED).join(", ")}${more}; if they are to stay closed, write an exception of its own, [], for each`;
    return [{ path: [...path, key], message }];
  });
}

/** The holidays on which the exception of a key opens, each with its first date; none of a key that is one date. */
function openedBy(schedule: Schedule, key: string, exceptions: ExceptionsDefinition): string[] {
  const span = readSpan(key, { path: [], issues: [] });
  if (span === undefined || (span.single && !span.yearly)) return [];
  const { fromDay, toDay } = schedule.reach;
  const first = span.yearly ? FIRST_YEAR : yearOf(span.from);
  const last = span.yearly ? LAST_YEAR : Math.min(yearOf(span.to), first + LAST_YEAR - FIRST_YEAR);
  const found = new Map<string, string>();
  for (let year = first; year <= last; year++) {
    for (const [from, to] of stretchesOfYear(span, year)) {
      for (let day = Math.max(from, fromDay); day <= Math.min(to, toDay); day++) {
        const { layer, windows, holidays } = schedule.planOf(day);
        if (layer !== "exception" || windows.length === 0) continue;
        const date = formatDate(day);
        // Whoever names the date alone means it.
        if ([date, date.slice(5)].some((own) => own !== key && Object.hasOwn(exceptions, own))) continue;
        for (const { names } of holidays)
          if (!found.has(names.en)) found.set(names.en, `${show(names.en).slice(1, -1)} (${date})`);
      }
    }
  }
  return [...found.values()];
}
