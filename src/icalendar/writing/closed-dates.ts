/**
 * What is closed by name on the dates of a calendar: holidays, closures, and what exceptions take away.
 */
import type { Calendar, CalendarDefinition, Day, Output } from "../../index.ts";
import { isOuvreeError } from "../../issues/error.ts";
import { readClosures } from "../../schedule/dates/closures.ts";
import { stretchesOfYear } from "../../schedule/dates/span.ts";
import { formatDate, yearOf } from "../../time/civil-date.ts";
import { formatDayPart } from "../../time/day-part.ts";
import { type Hours, hoursOf, lessOf, partOf, withTail } from "./hours.ts";

/** A name, the dates that it closes, both included, and the part of the one date if it is not all of it. */
export interface NamedClosing {
  readonly name: string;
  readonly fromDay: number;
  readonly toDay: number;
  /** `"13:00-24:00"`. */
  readonly part?: string;
}

/** Closings of some dates, and the dates whose exceptions cannot be said by closing. */
export interface ClosedDates {
  readonly closings: readonly NamedClosing[];
  readonly opened: readonly string[];
}

/** What is closed from a date to another. Errors: `calendar.beyond-reach`. */
export function closedDates<O extends Output>(calendar: Calendar<O>, fromDay: number, toDay: number): ClosedDates {
  const own = ownClosures(calendar.definition, fromDay, toDay);
  const usual = usualHours(calendar);
  const list = new ClosingList();
  const opened: string[] = [];
  const reopened = reopenedDates(calendar.definition);
  for (let epochDay = fromDay; epochDay <= toDay; epochDay++) {
    const day = calendar.day(formatDate(epochDay));
    if (!day.exception) {
      for (const { name, closed } of day.holidays) list.add(epochDay, name, closed);
      // None of them where the date is reopened.
      const named = day.closures.length === 0 ? [] : (own.get(epochDay) ?? []);
      for (const { name, part } of named) list.add(epochDay, name, part);
      if (reopened.has(day.date) && cutsNight(calendar, day.date)) opened.push(day.date);
    } else if (cutsNight(calendar, day.date)) {
      // Its part-day closures take from the night before all the same; written as closings they would take from the exception, too.
      opened.push(day.date);
    } else if (day.windows.length === 0) {
      for (const name of namesOf(day)) list.add(epochDay, name, undefined);
    } else {
      const [hours, week] = [withTail(hoursOf(day.windows)), usual(day.date)];
      const parts = lessOf(week, hours).map(partOf);
      for (const part of parts) if (part !== undefined) list.add(epochDay, UNNAMED, part);
      if (lessOf(hours, week).length > 0 || parts.includes(undefined)) opened.push(day.date);
    }
  }
  return { closings: list.closings, opened };
}

const UNNAMED = "closed";

function reopenedDates({ reopen = [], versions = [] }: CalendarDefinition): ReadonlySet<string> {
  return new Set([...reopen, ...versions.flatMap((version) => version.reopen ?? [])]);
}

/** Whether a date that is reopened, or has an exception, takes from the night before: nothing else closes it as a holiday does. */
function cutsNight<O extends Output>(calendar: Calendar<O>, date: string): boolean {
  const zone = calendar.definition.timeZone;
  return calendar.segments(`${date}T00:00`, `${date}T24:00`, { zone }).some(({ why }) => why === "holiday");
}

function namesOf({ holidays, closures }: Day): readonly string[] {
  const names = [...holidays.map(({ name }) => name), ...closures];
  return names.length > 0 ? names : [UNNAMED];
}

/** Closings in order of their first date; whole days of one name that follow each other are one. */
class ClosingList {
  readonly closings: NamedClosing[] = [];
  /** Index of the last closing of each name and part. */
  private readonly last = new Map<string, number>();

  add(epochDay: number, name: string, part: string | undefined): void {
    const key = `${part ?? ""} ${name}`;
    const index = this.last.get(key);
    const before = index === undefined ? undefined : this.closings[index]!;
    if (before?.toDay === epochDay) return;
    if (part === undefined && before?.toDay === epochDay - 1) {
      this.closings[index!] = { ...before, toDay: epochDay };
      return;
    }
    this.last.set(key, this.closings.length);
    this.closings.push({ name, fromDay: epochDay, toDay: epochDay, ...(part !== undefined && { part }) });
  }
}

/** Own closures by date, as the definition and the version of the date have them: a day tells their names alone. */
function ownClosures(
  { closures, versions = [] }: CalendarDefinition,
  fromDay: number,
  toDay: number,
): ReadonlyMap<number, { name: string; part: string | undefined }[]> {
  const found = new Map<number, { name: string; part: string | undefined }[]>();
  const add = (list: CalendarDefinition["closures"], first: string, beyond: string): void => {
    for (const { span, name, part } of readClosures(list, { path: [], issues: [] })) {
      for (let year = yearOf(fromDay); year <= yearOf(toDay); year++) {
        for (const [start, end] of stretchesOfYear(span, year)) {
          for (let day = Math.max(start, fromDay); day <= Math.min(end, toDay); day++) {
            const date = formatDate(day);
            if (date < first || date >= beyond) continue;
            const named = found.get(day) ?? [];
            named.push({ name, part: part && formatDayPart(part) });
            found.set(day, named);
          }
        }
      }
    }
  };
  add(closures, "", "9999");
  for (const [index, version] of versions.entries())
    add(version.closures, version.from, versions[index + 1]?.from ?? "9999");
  return found;
}

/** The hours of a date but for holidays, closures and exceptions. */
function usualHours<O extends Output>(calendar: Calendar<O>): (date: string) => readonly Hours[] {
  let bare: Calendar<O> | undefined;
  return (date) => {
    bare ??= bareOf(calendar);
    return bare === undefined ? [] : hoursOf(bare.day(date).windows);
  };
}

function bareOf<O extends Output>(calendar: Calendar<O>): Calendar<O> | undefined {
  const versions = (calendar.definition.versions ?? []).flatMap(({ from, week }) => (week ? [{ from, week }] : []));
  try {
    return calendar.with({ holidays: [], reopen: [], closures: [], exceptions: {}, versions });
  } catch (error) {
    // Open by exceptions alone.
    if (isOuvreeError(error) && error.code === "calendar.never-open") return undefined;
    throw error;
  }
}
