/**
 * The holidays of a definition: its sources, their common reach, and what is reopened.
 */
import { type DayReach, intersectReach, SUPPORTED_REACH } from "../../holidays/reach.ts";
import type { ReadySource } from "../../holidays/ready-source.ts";
import { readSource, type SourceReaders } from "../../holidays/source.ts";
import { at, expectList, type Place } from "../../issues/expect.ts";
import { makeIssue } from "../../issues/issue.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import { parseDate } from "../../time/civil-date.ts";
import { dateEntry } from "../../time/date-entry.ts";

/** Sources, and the dates that all of them know. */
export interface HolidaysEntry {
  readonly sources: readonly ReadySource[];
  readonly reach: DayReach;
}

/** Dates and ids that do not close after all. */
export interface ReopenEntry {
  readonly reopenedDays: ReadonlySet<number>;
  readonly reopenedIds: ReadonlySet<string>;
}

/** Reads the sources; with none, the reach is that of the supported years. */
export function readHolidays(value: unknown, place: Place, readers: SourceReaders): HolidaysEntry {
  const list =
    value === undefined ? [] : (expectList(value, place, "holidays.bad-source", "a list of sources", '["FR"]') ?? []);
  const sources = list.flatMap((entry, index) => readSource(entry, at(place, index), readers) ?? []);
  const reach = sources.map((source) => source.reach).reduce(intersectReach, SUPPORTED_REACH);
  if (reach.fromDay > reach.toDay) {
    const cure = "the sources of holidays have no date in common: nothing could be asked";
    place.issues.push(makeIssue("holidays.no-reach", place.path, "sources that share some dates", value, cure));
  }
  return { sources, reach };
}

/** Reads what is reopened; an id must be one of the sources'. */
export function readReopen(value: unknown, sources: readonly ReadySource[], place: Place): ReopenEntry {
  const reopenedDays = new Set<number>();
  const reopenedIds = new Set<string>();
  const ids = new Set(sources.flatMap((source) => source.ids));
  const list =
    value === undefined
      ? []
      : (expectList(value, place, "holidays.bad-source", "a list of ids and dates", '["fr.pentecost-monday"]') ?? []);
  list.forEach((entry, index) => {
    const day = typeof entry === "string" ? parseDate(entry) : undefined;
    if (day !== undefined) reopenedDays.add(day);
    else if (typeof entry === "string" && ids.has(entry)) reopenedIds.add(entry);
    else if (typeof entry === "string" && /^\d/.test(entry)) dateEntry(entry, at(place, index));
    else {
      const hint =
        (typeof entry === "string" && didYouMean(entry, ids)) || "; write an id such as fr.pentecost-monday, or a date";
      const { path, issues } = at(place, index);
      issues.push(
        makeIssue(
          "holidays.unknown-id",
          path,
          "an id, or a date",
          entry,
          `${show(entry)} is no holiday of this calendar${hint}`,
        ),
      );
    }
  });
  return { reopenedDays, reopenedIds };
}
