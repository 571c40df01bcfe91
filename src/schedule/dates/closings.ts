/**
 * Closings: what holidays and closures close on the dates of a version, whole or in part, before exceptions are looked at.
 */
import type { DayPart } from "../../time/day-part.ts";
import { keptYears } from "../kept-years.ts";
import type { Version } from "../version.ts";
import { type ClosedDate, type ClosedDates, closedDatesOf } from "./closed-dates.ts";
import type { Closings } from "./closing.ts";
import type { Closure } from "./closures.ts";
import { type HolidaysOfDate, holidaysOfYear } from "./holidays-of-year.ts";
import { unitedParts } from "./part-day.ts";

/** What a date takes from the tail of the night before. */
export interface TailCut {
  readonly parts: readonly DayPart[];
  /** Names of the holidays and closures whose parts these are. */
  readonly names: readonly string[];
}

/** The closings of the dates of a version in a year; what they are outside the version does not matter. */
export interface ClosingsOfYear {
  /** What closes on a date, undefined if nothing does: where it is reopened, too. */
  at(epochDay: number): Closings | undefined;
  /** What a date, reopened or not, takes from the night before; undefined if nothing. */
  tailCutAt(epochDay: number): TailCut | undefined;
}

/** Finds closings; what versions have in common is looked at once. */
export interface ClosingsFinder {
  of(version: Version, year: number): ClosingsOfYear;
}

/** A finder for the versions of a schedule. */
export function closingsFinder(): ClosingsFinder {
  const closed = new Map<readonly Closure[], (year: number) => ClosedDates>();
  const holidays = new Map<Version["sources"], Map<Version["reopenedIds"], YearsOfHolidays>>();
  const closedBy = (list: readonly Closure[]) => found(closed, list, () => closedDatesOf(list));
  const holidaysBy = ({ sources, reopenedIds }: Version): YearsOfHolidays =>
    found(
      found(holidays, sources, () => new Map()),
      reopenedIds,
      () => keptYears((year) => holidaysOfYear(sources, reopenedIds, year)),
    );
  return {
    of: (version, year) =>
      closingsOfYear(
        version,
        holidaysBy(version)(year),
        version.closures.map((list) => closedBy(list)(year)),
      ),
  };
}

/** What a map has under a key, made if it has nothing. */
function found<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

type YearsOfHolidays = (year: number) => ReadonlyMap<number, HolidaysOfDate>;

function closingsOfYear(
  { reopenedDays }: Version,
  holidays: ReadonlyMap<number, HolidaysOfDate>,
  lists: readonly ClosedDates[],
): ClosingsOfYear {
  return {
    at(epochDay) {
      if (reopenedDays.has(epochDay)) return undefined;
      const holiday = holidays.get(epochDay);
      const closed = closedOn(lists, epochDay);
      if (holiday === undefined && closed.length === 0) return undefined;
      if (holiday === undefined && closed.length === 1) return closed[0]!.alone;
      return {
        whole: holiday?.whole === true || closed.some(({ whole }) => whole),
        parts: partsOf(holiday, closed),
        holidays: holiday?.holidays ?? [],
        closures: closed.flatMap(({ names }) => names),
      };
    },
    tailCutAt(epochDay) {
      const holiday = holidays.get(epochDay);
      const closed = closedOn(lists, epochDay);
      const parts = partsOf(holiday, closed);
      if (parts.length === 0) return undefined;
      const partial = (holiday?.holidays ?? []).filter((each) => each.closed !== undefined);
      return { parts, names: [...partial.map(({ names }) => names.en), ...closed.flatMap((each) => each.partNames)] };
    },
  };
}

const NONE: readonly never[] = [];

/** What the lists close of a date: of most dates nothing, which is to cost nothing. */
function closedOn(lists: readonly ClosedDates[], epochDay: number): readonly ClosedDate[] {
  let closed: ClosedDate[] | undefined;
  for (const list of lists) {
    const found = list.get(epochDay);
    if (found === undefined) continue;
    if (closed === undefined) closed = [found];
    else closed.push(found);
  }
  return closed ?? NONE;
}

/** The closed parts of a date; those of one list are sorted and disjoint already. */
function partsOf(holiday: HolidaysOfDate | undefined, closed: readonly ClosedDate[]): readonly DayPart[] {
  if (closed.length === 1 && holiday === undefined) return closed[0]!.parts;
  return unitedParts([...(holiday?.parts ?? []), ...closed.flatMap(({ parts }) => parts)]);
}
