/**
 * Questions about calendars: a window that passes midnight and is longer than a night or lacks the last minute of a day, an exception
 * of several dates that opens on holidays, a calendar that nothing uses.
 */
import type { Calendar } from "../../calendar/calendar.ts";
import type { PathStep } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { parseTime } from "../../time/civil-time.ts";
import { MINUTES_PER_DAY } from "../../time/units.ts";
import { openedHolidays } from "./opened-holidays.ts";
import type { Place, PolicyQuestion } from "./places.ts";

/** An overnight window longer than this was perhaps typed the wrong way round. */
const LONG_NIGHT_MIN = 12 * 60;

/** The questions about the calendars that a place writes. */
export function calendarQuestions(policy: ReadyPolicy, { path, written, version }: Place): PolicyQuestion[] {
  const calendars = Object.entries(written.calendars ?? {});
  return [
    ...calendars.flatMap(([name, definition]) => {
      const at = [...path, "calendars", name];
      return [...nightQuestions(definition, at), ...definitionQuestions(version.calendars.get(name), at)];
    }),
    ...unusedCalendars(
      policy,
      calendars.map(([name]) => name),
      path,
    ),
  ];
}

/** What is asked of the calendar itself, its calendars within included. */
function definitionQuestions(calendar: Calendar<"ms"> | undefined, path: readonly PathStep[]): PolicyQuestion[] {
  return calendar === undefined
    ? []
    : openedHolidays(calendar).map(({ path: own, message }) => ({ path: [...path, ...own], message }));
}

/** Windows past midnight that are longer than a night, and days of 23 h 59. */
function nightQuestions(definition: unknown, path: readonly PathStep[]): PolicyQuestion[] {
  const found: PolicyQuestion[] = [];
  const visit = (value: unknown, steps: readonly PathStep[]): void => {
    if (typeof value === "string") {
      const long = longNight(value);
      if (long !== undefined) found.push({ path: steps, message: long });
    } else if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...steps, index]);
    else if (typeof value === "object" && value !== null)
      for (const [key, item] of Object.entries(value)) visit(item, [...steps, key]);
  };
  visit(definition, path);
  return found;
}

function longNight(text: string): string | undefined {
  if (text === "00:00-23:59") return `"00:00-23:59" is 23 h 59: did you mean "00:00-24:00"?`;
  const [start, end, ...more] = text.split("-").map((part) => parseTime(part));
  if (start === undefined || end === undefined || more.length > 0 || end >= start) return undefined;
  const lengthMin = end + MINUTES_PER_DAY - start;
  if (lengthMin <= LONG_NIGHT_MIN) return undefined;
  const [first, last] = text.split("-");
  return `${show(text)} passes midnight and lasts ${Math.floor(lengthMin / 60)} h: did you mean ${show(`${last}-${first}`)}?`;
}

function unusedCalendars(
  { versions }: ReadyPolicy,
  names: readonly string[],
  path: readonly PathStep[],
): PolicyQuestion[] {
  const used = new Set<string>(
    versions.flatMap((version) => [
      version.calendar,
      ...version.rules.map((rule) => rule.calendar),
      ...[...version.commitments.values()].flatMap(({ calendar }) => calendar ?? []),
    ]),
  );
  return names.flatMap((name) =>
    used.has(name)
      ? []
      : [{ path: [...path, "calendars", name], message: `no commitment uses the calendar ${show(name)}` }],
  );
}
