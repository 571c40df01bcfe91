/**
 * What both formats leave out and callers give: the zone, the name and the holidays.
 */
import {
  type CalendarDefinition,
  createCalendar,
  type HolidayOn,
  type HolidaySourceDefinition,
  type SourceReaders,
} from "../index.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { readOptions } from "../issues/options.ts";
import { parseDate } from "../time/civil-date.ts";

/** What an `opening_hours` text or a schema.org value leaves out. */
export interface OpeningHoursOptions {
  /** IANA name, or `UTC`: the zone of the place. */
  readonly timeZone: string;
  /** What the calendar is called. */
  readonly name?: string;
  /** The holidays of the place: what `PH` or `PublicHolidays` stands for. */
  readonly holidays?: readonly HolidaySourceDefinition[];
  /** Readers of holiday sources by name, as for `createCalendar`. */
  readonly sources?: SourceReaders;
}

/** The options, copied; names that are not known are refused. Errors: `calendar.bad-option`. */
export function readPlace(options: unknown, whose: string): OpeningHoursOptions {
  const names = ["timeZone", "name", "holidays", "sources"];
  return readOptions(options, names, whose, {
    needed: '{ timeZone: "Europe/Paris" }',
  }) as unknown as OpeningHoursOptions;
}

/** The name and the zone of the options, checked with the holidays. */
export function basicsOf(options: OpeningHoursOptions): Pick<CalendarDefinition, "name" | "timeZone"> {
  const { name, timeZone, holidays } = options ?? {};
  const basics = { ...(name === undefined ? {} : { name }), timeZone: timeZone! };
  createCalendar({ ...basics, week: ALWAYS, ...(holidays === undefined ? {} : { holidays }) }, sourcesOf(options));
  return basics;
}

/** The options of `createCalendar`. */
export function sourcesOf(options: OpeningHoursOptions | undefined): { readonly sources?: SourceReaders } {
  return options?.sources === undefined ? {} : { sources: options.sources };
}

/** A word for holidays needs to know which, and that each closes all of its day. */
export function holidayIssues(options: OpeningHoursOptions, word: string): Issue[] {
  const { holidays = [] } = options;
  const issue = (cure: string): Issue[] => [
    makeIssue("opening-hours.not-carried", ["holidays"], "a source of whole days", options.holidays, cure),
  ];
  if (holidays.length === 0)
    return issue(`the hours say ${word}, but not whose holidays; give them, e.g. holidays: ["FR"]`);
  // The zones and rules that are built in have whole days.
  if (holidays.every((source) => typeof source === "string" && !source.includes(":"))) return [];
  const partly = knownHolidays(options).find(({ closed }) => closed !== undefined);
  if (partly === undefined) return [];
  return issue(`${partly.date} is closed for a part of the day only, and ${word} is whole days; list the dates apart`);
}

/** Epoch days of the holidays, all that are known. */
export function holidayDays(options: OpeningHoursOptions): readonly number[] {
  return knownHolidays(options).map(({ date }) => parseDate(date)!);
}

function knownHolidays(options: OpeningHoursOptions): readonly HolidayOn[] {
  const { holidays = [], timeZone } = options;
  const calendar = createCalendar({ timeZone, week: ALWAYS, holidays }, sourcesOf(options));
  return calendar.holidays(calendar.reach.from, calendar.reach.to);
}

/** Hours for a calendar that is asked for its holidays alone. */
const ALWAYS = { "mon-sun": ["00:00-24:00"] } as const;
