/**
 * The load of a schedule: about how many windows and closed dates are looked at to know one year of it.
 *
 * What a question may search is bounded by it: the bound follows from the definition alone, and not from what was asked before, so
 * that the same question has the same answer.
 */
import { FIRST_YEAR, LAST_YEAR, yearOf } from "../time/civil-date.ts";
import type { Closure } from "./dates/closures.ts";
import { type Span, stretchesOfYear } from "./dates/span.ts";
import type { Version } from "./version.ts";

const DAYS = 366;
/** To find the offsets of a year costs as much as so many windows. */
const OFFSETS_PER_ZONE = 400;
/** A source has about a dozen days a year. */
const HOLIDAYS_PER_SOURCE = 12;

/** The load of hours, their versions and closures. */
export function loadOf(versions: readonly Version[]): number {
  const ranges = new Set(versions.flatMap(({ exceptions }) => exceptions));
  const weeks = new Set(versions.map(({ week }) => week));
  // One date of a year has few windows, however full it is.
  for (const list of ranges) for (const { span, week } of list) if (!span.single) weeks.add(week);
  let fullest = 0;
  for (const week of weeks)
    fullest = Math.max(
      fullest,
      week.reduce((sum, windows) => sum + windows.length, 0),
    );
  const lists = new Set(versions.flatMap(({ closures }) => closures));
  const sources = new Set(versions.flatMap((version) => version.sources));
  let closed = 0;
  for (const list of lists) closed += closedLoad(list);
  return DAYS + Math.ceil((DAYS * fullest) / 7) + closed + HOLIDAYS_PER_SOURCE * sources.size;
}

/** The load of a combination: a window costs twice as much to compare as to read; each zone but one has a year of offsets to find. */
export function combinedLoad(loads: readonly number[], zones: number): number {
  return loads.reduce((sum, load) => sum + 3 * load - DAYS, OFFSETS_PER_ZONE * (zones - 1));
}

/**
 * Closures of the fullest year, each counted in every stretch of dates between two edges. Cost: a few steps for each closure.
 */
function closedLoad(closures: readonly Closure[]): number {
  const dated = new Float64Array(LAST_YEAR - FIRST_YEAR + 2);
  let datedEdges = 0;
  const yearly: (readonly [number, number])[] = [];
  let wide = 0;
  for (const { span } of closures) {
    if (span.yearly) for (const stretch of stretchesOfYear(span, 2000)) yearly.push(stretch);
    else if (yearOf(span.to) - yearOf(span.from) > 1) wide++;
    else addDated(dated, span);
  }
  for (const count of dated) datedEdges = Math.max(datedEdges, count);
  return stretchLoad(yearly) + wide * Math.min(DAYS, 2 * yearly.length + 2 * datedEdges + 1) + datedEdges;
}

function addDated(dated: Float64Array, { from, to }: Span): void {
  for (let year = Math.max(FIRST_YEAR, yearOf(from)); year <= Math.min(LAST_YEAR, yearOf(to)); year++)
    dated[year - FIRST_YEAR]! += Math.min(DAYS, to - from + 1);
}

/** How many hold in each stretch between two edges, added up. */
function stretchLoad(stretches: readonly (readonly [fromDay: number, toDay: number])[]): number {
  const changes = new Map<number, number>();
  for (const [fromDay, toDay] of stretches) {
    changes.set(fromDay, (changes.get(fromDay) ?? 0) + 1);
    changes.set(toDay + 1, (changes.get(toDay + 1) ?? 0) - 1);
  }
  let [inForce, load] = [0, 0];
  for (const [, change] of [...changes].sort(([a], [b]) => a - b)) {
    inForce += change;
    load += inForce;
  }
  return load;
}
