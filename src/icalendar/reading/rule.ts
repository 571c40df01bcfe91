/**
 * RRULE values, as far as a calendar of days needs them. Source: RFC 5545 §3.3.10.
 */
import { show } from "../../issues/show.ts";
import type { ContentLine } from "../text/content-line.ts";
import { type Moment, readMoments } from "../text/moment.ts";
import type { ReadLog } from "../text/read-log.ts";
import type { Tzids } from "../text/tzid.ts";

/** A weekday, 0 for Monday, or the n-th of a month or year, from the end if negative; 0 for each. */
export interface RuleDay {
  readonly weekday: number;
  readonly nth: number;
}

/** A rule of dates. Lists that are not written are empty. */
export interface Rule {
  readonly line: number;
  readonly frequency: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  readonly interval: number;
  readonly count?: number;
  readonly until?: Moment;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly days: readonly RuleDay[];
  /** First day of the week, 0 for Monday. */
  readonly weekStart: number;
}

const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/** What a rule may say and this reader does not write out. */
const KNOWN_PARTS = "BYSETPOS BYWEEKNO BYYEARDAY BYHOUR BYMINUTE BYSECOND RSCALE SKIP".split(" ");

/** The rule of an RRULE line; undefined with an issue if it cannot be read, or not be carried. */
export function readRule(content: ContentLine, tzids: Tzids, log: ReadLog): Rule | undefined {
  const { line, value } = content;
  const bad = (cure: string): undefined => log.report("icalendar.bad-value", line, "a rule", value, `RRULE: ${cure}`);
  const notCarried = (cure: string): undefined =>
    log.report("icalendar.not-carried", line, "a rule of dates", value, `RRULE: ${cure}`);
  const parts = partsOf(value);
  if (parts === undefined) return bad(`${show(value)} is no rule; write FREQ=YEARLY, each part once`);
  for (const name of parts.keys()) {
    if (KNOWN_PARTS.includes(name)) return notCarried(`${name} is not read; write the dates as events or RDATE`);
    if (!PARTS.includes(name)) return bad(`${show(name)} is no part of a rule`);
  }
  const frequency = parts.get("FREQ") ?? "";
  if (["HOURLY", "MINUTELY", "SECONDLY"].includes(frequency))
    return notCarried(`${frequency} is no rule of dates; write the dates as events`);
  if (!FREQUENCIES.includes(frequency)) return bad(`${show(frequency)} is no frequency; write FREQ=YEARLY`);
  const interval = numbersOf(parts.get("INTERVAL") ?? "1", 1, 100_000)?.[0];
  const count = parts.has("COUNT") ? numbersOf(parts.get("COUNT")!, 1, 1_000_000)?.[0] : 0;
  const months = numbersOf(parts.get("BYMONTH"), 1, 12);
  const monthDays = numbersOf(parts.get("BYMONTHDAY"), 1, 31, true);
  const days = daysOf(parts.get("BYDAY"));
  const weekStart = WEEKDAYS.indexOf(parts.get("WKST") ?? "MO");
  if (interval === undefined || count === undefined) return bad("INTERVAL and COUNT are numbers from 1");
  if (months === undefined || months.some((month) => month < 1)) return bad("BYMONTH has months from 1 to 12");
  if (monthDays === undefined) return bad("BYMONTHDAY has days from 1 to 31, or from -31 to -1");
  if (days === undefined || weekStart < 0) return bad("weekdays are MO TU WE TH FR SA SU, with a number for the n-th");
  if (parts.has("COUNT") && parts.has("UNTIL")) return bad("COUNT and UNTIL do not stand together");
  if (frequency === "WEEKLY" && monthDays.length > 0) return bad("BYMONTHDAY does not stand in a WEEKLY rule");
  if (["DAILY", "WEEKLY"].includes(frequency) && days.some(({ nth }) => nth !== 0))
    return bad(`a ${frequency} rule has no n-th weekday`);
  // By the RFC this is that day of every month; many write it and mean the month of DTSTART.
  if (frequency === "YEARLY" && monthDays.length > 0 && months.length === 0)
    return notCarried("BYMONTHDAY in a YEARLY rule needs BYMONTH; without it programs differ");
  const until = parts.get("UNTIL");
  const last =
    until === undefined
      ? undefined
      : readMoments({ line, name: "RRULE UNTIL", params: new Map(), value: until }, tzids, log)?.[0];
  if (until !== undefined && last === undefined) return undefined;
  return {
    line,
    frequency: frequency as Rule["frequency"],
    interval,
    ...(count > 0 && { count }),
    ...(last && { until: last }),
    months,
    monthDays,
    days,
    weekStart,
  };
}

const PARTS = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "WKST", ...KNOWN_PARTS];

/** Parts by name, in capitals; undefined if one is no `NAME=value`, or stands twice. */
function partsOf(value: string): ReadonlyMap<string, string> | undefined {
  const parts = new Map<string, string>();
  // A rule of every part with every value is shorter.
  if (value.length > 2_000) return undefined;
  // Some programs end a rule with a semicolon.
  for (const part of value.toUpperCase().replace(/;$/, "").split(";")) {
    const [name, text, ...more] = part.split("=");
    if (text === undefined || more.length > 0 || parts.has(name!)) return undefined;
    parts.set(name!, text);
  }
  return parts;
}

/** A list of numbers of a size from `least` to `most`; empty if it is not written. */
function numbersOf(
  text: string | undefined,
  least: number,
  most: number,
  isSigned = false,
): readonly number[] | undefined {
  if (text === undefined) return [];
  const form = isSigned ? /^[+-]?\d{1,7}$/ : /^\d{1,7}$/;
  const numbers = text.split(",").map((part) => (form.test(part) ? Number(part) : 0));
  return numbers.every((number) => Math.abs(number) >= least && Math.abs(number) <= most) ? numbers : undefined;
}

function daysOf(text: string | undefined): readonly RuleDay[] | undefined {
  if (text === undefined) return [];
  const days: RuleDay[] = [];
  for (const part of text.split(",")) {
    const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(part);
    const nth = Number(match?.[1] ?? "0");
    if (match === null || Math.abs(nth) > 53 || (match[1] !== undefined && nth === 0)) return undefined;
    days.push({ weekday: WEEKDAYS.indexOf(match[2]!), nth });
  }
  return days;
}
