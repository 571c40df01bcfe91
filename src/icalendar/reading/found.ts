/**
 * Closed time as a definition writes it: closures, and a list of holidays.
 */
import type { ClosureDefinition, HolidayList } from "../../index.ts";
import { formatDate } from "../../time/civil-date.ts";
import type { ReadPlan } from "../read-options.ts";
import type { ReadLog } from "../text/read-log.ts";
import type { Closed, YearlyClosed } from "./closed-time.ts";

/** Closed dates, both included, and what they are called. */
export interface ClosedDays extends Closed {
  readonly name: string | undefined;
}

/** A closure of dates. */
export function closureOf({ fromDay, toDay, part }: Closed, name: string | undefined): ClosureDefinition {
  return yearlyClosureOf({ from: formatDate(fromDay), to: formatDate(toDay), ...(part && { part }) }, name);
}

/** A closure between two dates, or two days of every year; the shortest way to write it. */
export function yearlyClosureOf({ from, to, part }: YearlyClosed, name: string | undefined): ClosureDefinition {
  const named = name === undefined ? {} : { name };
  if (part !== undefined) return Object.freeze({ date: from, ...part, ...named });
  if (from !== to) return Object.freeze({ from, to, ...named });
  return name === undefined ? from : Object.freeze({ date: from, ...named });
}

/** A list of holidays with its reach; undefined with an issue if it would have none. */
export function holidayListOf(
  days: readonly ClosedDays[],
  { fromDay, toDay }: ReadPlan,
  log: ReadLog,
): HolidayList | undefined {
  if (days.length === 0 && (fromDay === undefined || toDay === undefined)) {
    const cure = "the text has no holiday, so nothing says for which dates that is so; give from and to";
    return log.report("holidays.no-reach", 1, "a list with its reach", "no date", cure);
  }
  const dates = days
    .flatMap(({ fromDay: first, toDay: last, part, name }) =>
      Array.from({ length: last - first + 1 }, (_, index) => ({ day: first + index, part, name })),
    )
    .sort((a, b) => a.day - b.day)
    .map(({ day, part, name }) => {
      const date = formatDate(day);
      if (name === undefined && part === undefined) return date;
      return Object.freeze({
        date,
        ...(name === undefined ? {} : { name }),
        ...(part && { closed: `${part.from}-${part.to}` }),
      });
    });
  return Object.freeze({
    dates: Object.freeze(dates),
    ...(fromDay === undefined ? {} : { from: formatDate(fromDay) }),
    ...(toDay === undefined ? {} : { to: formatDate(toDay) }),
  });
}
