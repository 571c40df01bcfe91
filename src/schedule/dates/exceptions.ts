/**
 * Exceptions: windows that replace everything else on the dates of a span.
 *
 * One date over a range, a range over a yearly date, a yearly date over a yearly range; of two of one rank, the version's
 * own over the calendar's. Source: docs/semantics.md §2, "Spans" and "Versions".
 */
import { at, expectObject, isObject, type Place } from "../../issues/expect.ts";
import { makeIssue } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import { weekdayOf } from "../../time/civil-date.ts";
import { keptYears } from "../kept-years.ts";
import { readWeek, type Week } from "../week.ts";
import { readWindows, type Window } from "../window.ts";
import { findShared, readSpan, type Span } from "./span.ts";
import { indexSpans } from "./span-index.ts";

/** The windows of a span's dates, by weekday. */
export interface Exception {
  /** The span as written. */
  readonly key: string;
  readonly span: Span;
  readonly week: Week;
}

const RANKS = 4;

/** Exceptions of a definition, in the order of their keys; problems go to the place's issues. */
export function readExceptions(value: unknown, place: Place): readonly Exception[] {
  if (value === undefined) return [];
  const example = '{ "2026-12-24": ["09:00-12:00"] }';
  const entries = expectObject(value, place, "schedule.bad-definition", "a set of exceptions", example);
  const exceptions: Exception[] = [];
  for (const [key, list] of Object.entries(entries ?? {})) {
    const entry = at(place, key);
    const span = readSpan(key, entry);
    const byWeekday = isObject(list) && Object.keys(list).length > 0;
    const week = byWeekday ? readWeek(list, entry) : sameEveryDay(readWindows(list, entry));
    if (span !== undefined) exceptions.push({ key, span, week });
  }
  refuseShared(exceptions, place);
  return exceptions;
}

/** The windows that an exception gives to a date, and its rank: the lower wins. */
export interface ExceptionalDate {
  readonly rank: number;
  readonly windows: readonly Window[];
}

/** The windows that a list of exceptions gives to the dates of a year, by epoch day. */
export type ExceptionalDates = ReadonlyMap<number, ExceptionalDate>;

/** The exceptional dates of a list, year by year. */
export function exceptionalDatesOf(exceptions: readonly Exception[]): (year: number) => ExceptionalDates {
  if (exceptions.length === 0) return () => new Map();
  const index = indexSpans(exceptions);
  return keptYears((year) => {
    const dates = new Map<number, ExceptionalDate>();
    for (const { entry, fromDay, toDay } of index.stretchesOf(year)) {
      const rank = rankOf(entry.span);
      for (let day = fromDay; day <= toDay; day++) {
        if (rank < (dates.get(day)?.rank ?? RANKS)) dates.set(day, { rank, windows: entry.week[weekdayOf(day)]! });
      }
    }
    return dates;
  });
}

/** What holds on a date; of two lists that give it windows of one rank, the later. */
export function exceptionAt(lists: readonly ExceptionalDates[], epochDay: number): readonly Window[] | undefined {
  let found: ExceptionalDate | undefined;
  for (const list of lists) {
    const date = list.get(epochDay);
    if (date !== undefined && date.rank <= (found?.rank ?? RANKS)) found = date;
  }
  return found?.windows;
}

/** 0 one date, 1 a range, 2 a yearly date, 3 a yearly range: the lower wins. */
function rankOf(span: Span): number {
  return (span.yearly ? 2 : 0) + (span.single ? 0 : 1);
}

function sameEveryDay(windows: readonly Window[]): Week {
  return Array.from({ length: 7 }, () => windows);
}

function refuseShared(exceptions: readonly Exception[], { path, issues }: Place): void {
  for (let rank = 0; rank < RANKS; rank++) {
    const peers = exceptions.filter(({ span }) => rankOf(span) === rank);
    const shared = findShared(peers.map(({ span }) => span));
    if (shared === undefined) continue;
    const first = peers[shared.first]!.key;
    const second = peers[shared.second]!.key;
    const cure = `${show(first)} and ${show(second)} both have ${shared.date}; cut one of them, or name the date apart`;
    issues.push(makeIssue("schedule.overlap", [...path, second], "spans that share no date", second, cure));
  }
}
