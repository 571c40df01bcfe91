/**
 * What a careful reader of a policy would ask, though nothing in it is wrong: hours that were perhaps meant as days, a window that
 * perhaps was typed the wrong way round, parts that nothing uses.
 */
import type { Calendar } from "../calendar/calendar.ts";
import type { PathStep } from "../issues/issue.ts";
import { harmless, show } from "../issues/show.ts";
import {
  type Commitment,
  type HoursFigure,
  isTarget,
  type Policy,
  type PolicyVersion,
  type TargetCommitment,
  type TargetFigure,
} from "../policy/policy.ts";
import { overlapInPart } from "../policy/read-rules.ts";
import type { CalendarDefinition } from "../schedule/definition.ts";
import { parseTime } from "../time/civil-time.ts";
import { MINUTES_PER_DAY, MS_PER_HOUR } from "../time/units.ts";
import { spokenHours, wordsOf } from "./year-words.ts";

/** A question that a policy raises, and where. */
export interface Advice {
  readonly path: readonly PathStep[];
  readonly message: string;
}

/** An overnight window longer than this was perhaps typed the wrong way round. */
const LONG_NIGHT_MIN = 12 * 60;

/**
 * Questions that a policy raises, in the order of its document; none of them is an error.
 *
 * @example policyAdvice(clipIndustrie)[0].message // "PT48H of open time is 8 days of 6 h at \"desk\": did you mean 2 working days? Then write { \"days\": \"P2D\", \"count\": \"working\", … }"
 */
export function policyAdvice(policy: Policy): readonly Advice[] {
  const { document } = policy;
  return [
    ...Object.entries(document.calendars).flatMap(([name, calendar]) => nightAdvice(calendar, ["calendars", name])),
    ...policy.versions.flatMap((version, index) => ruleAdvice(version, index === 0 ? [] : ["versions", index - 1])),
    ...unusedCalendars(policy),
    ...unusedKinds(policy),
    ...policy.commitments.flatMap((each) => (isTarget(each) ? hoursAdvice(policy, each) : [])),
  ];
}

/** Rules of which a case could be hit by both: the first is taken, which may not be what was meant. */
function ruleAdvice({ rules }: PolicyVersion, path: readonly PathStep[]): Advice[] {
  return rules.flatMap((rule, index) => {
    const earlier = rules.slice(0, index).findIndex((other) => overlapInPart(other, rule));
    if (earlier < 0) return [];
    const both = new Map([...rule.when, ...rules[earlier]!.when]);
    const example = [...both].map(([key, texts]) => {
      const own = rule.when.get(key);
      const shared = [...texts].find((text) => own === undefined || own.has(text));
      return `${harmless(key)} ${show(shared)}`;
    });
    const names = [rules[earlier]!.calendar, rule.calendar].map(show);
    const message = `a case with ${example.join(" and ")} has the calendar ${names[0]} of rule ${earlier}, not ${names[1]} of rule ${index}: is that meant?`;
    return [{ path: [...path, "calendarRules", index], message }];
  });
}

/** Open hours in whole days of 24: were working days meant? */
function hoursAdvice(policy: Policy, commitment: TargetCommitment): Advice[] {
  const { target, id } = commitment;
  const calendars = calendarsOf(policy, commitment);
  const figures: (readonly [PathStep[], TargetFigure | null])[] =
    "by" in target ? [...target.figures].map(([value, figure]) => [["values", value], figure]) : [[[], target]];
  return figures.flatMap(([steps, figure]) => {
    if (figure?.unit !== "hours" || figure.count !== "open") return [];
    const days = figure.targetMs / (24 * MS_PER_HOUR);
    if (!Number.isInteger(days)) return [];
    const path = ["commitments", id, "target", ...steps];
    // Asked once, of the first calendar that has such days.
    for (const [name, calendar] of calendars) {
      const dayMs = typicalDayMs(calendar);
      if (dayMs !== undefined && dayMs < 24 * MS_PER_HOUR)
        return [{ path, message: daysInstead(figure, days, dayMs, name) }];
    }
    return [];
  });
}

function daysInstead({ targetMs }: HoursFigure, days: number, dayMs: number, name: string): string {
  const openDays = Math.round((targetMs / dayMs) * 10) / 10;
  const meant = `${days} working day${days === 1 ? "" : "s"}`;
  return `PT${targetMs / MS_PER_HOUR}H of open time is ${openDays} days of ${spokenHours(dayMs, wordsOf("en"))} at ${show(name)}: did you mean ${meant}? Then write { "days": "P${days}D", "count": "working", … }`;
}

/** Open time of a working day, on average over the years around 2026 that the calendar knows; undefined if it knows none. */
function typicalDayMs(calendar: Calendar<"ms">): number | undefined {
  const { from, to } = calendar.reach;
  const [first, last] = [from > "2020-01-01" ? from : "2020-01-01", to < "2029-12-31" ? to : "2029-12-31"];
  // The first known date may not be asked of, if a window of the night before could reach into it.
  const start = calendar.definition.timeZone;
  const workingDays = first < last ? calendar.workingDaysBetween(first, last) : 0;
  if (workingDays === 0) return undefined;
  const second = calendar.nextWorkingDay(first);
  if (second >= last) return undefined;
  const openMs = calendar.elapsed(`${second}T00:00`, `${last}T00:00`, { zone: start });
  return openMs / Math.max(1, calendar.workingDaysBetween(second, last));
}

/** Windows past midnight that are longer than a night. */
function nightAdvice(definition: CalendarDefinition, path: readonly PathStep[]): Advice[] {
  const found: Advice[] = [];
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
  const [start, end, ...more] = text.split("-").map((part) => parseTime(part));
  if (start === undefined || end === undefined || more.length > 0 || end >= start) return undefined;
  const lengthMin = end + MINUTES_PER_DAY - start;
  if (lengthMin <= LONG_NIGHT_MIN) return undefined;
  const [first, last] = text.split("-");
  return `${show(text)} passes midnight and lasts ${Math.floor(lengthMin / 60)} h: did you mean ${show(`${last}-${first}`)}?`;
}

/** The calendars that a commitment may use, by name. */
function calendarsOf(policy: Policy, { calendar }: Commitment): [string, Calendar<"ms">][] {
  const names = new Set(
    policy.versions.flatMap((version) =>
      calendar === undefined ? [version.calendar, ...version.rules.map((rule) => rule.calendar)] : [calendar],
    ),
  );
  return [...names].flatMap((name) => {
    const found = policy.versions.find(({ calendars }) => calendars.has(name))?.calendars.get(name);
    return found === undefined ? [] : [[name, found] as [string, Calendar<"ms">]];
  });
}

function unusedCalendars(policy: Policy): Advice[] {
  const used = new Set<string>(
    policy.versions.flatMap((version) => [
      version.calendar,
      ...version.rules.map((rule) => rule.calendar),
      ...[...version.commitments.values()].flatMap(({ calendar }) => calendar ?? []),
    ]),
  );
  const names = new Set(policy.versions.flatMap(({ calendars }) => [...calendars.keys()]));
  return [...names].flatMap((name) =>
    used.has(name) ? [] : [{ path: ["calendars", name], message: `no commitment uses the calendar ${show(name)}` }],
  );
}

function unusedKinds(policy: Policy): Advice[] {
  return [...policy.kinds.keys()].flatMap((kind) =>
    policy.commitments.some((commitment) => commitment.kinds.has(kind))
      ? []
      : [{ path: ["kinds", kind], message: `no commitment holds for ${show(kind)}: its cases are not judged` }],
  );
}
