/**
 * The dates of a year that one list of closures closes, whole or in part.
 */
import type { DayPart } from "../../time/day-part.ts";
import { keptYears } from "../kept-years.ts";
import type { Closings } from "./closing.ts";
import type { Closure } from "./closures.ts";
import { unitedParts } from "./part-day.ts";
import { indexSpans, type Stretch } from "./span-index.ts";

/** What the closures of a date close; dates that follow each other and have the same closures share it. */
export interface ClosedDate {
  /** Whether one of them closes all of the date. */
  readonly whole: boolean;
  /** The parts that are closed, sorted and disjoint. */
  readonly parts: readonly DayPart[];
  /** Names of all of them, in the order of the list. */
  readonly names: readonly string[];
  /** What closes on the date, if nothing else does: one object, by which dates that share it are known. */
  readonly alone: Closings;
  /** Names of those that close a part. */
  readonly partNames: readonly string[];
}

/** Closed dates of a year by epoch day. */
export type ClosedDates = ReadonlyMap<number, ClosedDate>;

/** The closed dates of a list, year by year. Cost: the closures of each stretch of dates between two of their edges. */
export function closedDatesOf(closures: readonly Closure[]): (year: number) => ClosedDates {
  if (closures.length === 0) return () => NONE;
  const index = indexSpans(closures);
  return keptYears((year) => sweep(index.stretchesOf(year)));
}

const NONE: ClosedDates = new Map();

/** Goes from edge to edge; between two of them the same closures hold, and what they close is found once. */
function sweep(stretches: readonly Stretch<Closure>[]): ClosedDates {
  const found = new Map<number, ClosedDate>();
  const starts = [...stretches].sort((a, b) => a.fromDay - b.fromDay || a.order - b.order);
  const edges = [...new Set(stretches.flatMap(({ fromDay, toDay }) => [fromDay, toDay + 1]))].sort((a, b) => a - b);
  let inForce: Stretch<Closure>[] = [];
  let next = 0;
  for (const [at, edge] of edges.entries()) {
    inForce = inForce.filter(({ toDay }) => toDay >= edge);
    const before = inForce.length;
    while (next < starts.length && starts[next]!.fromDay === edge) inForce.push(starts[next++]!);
    if (inForce.length === 0) continue;
    if (before > 0 && inForce.length > before) inForce.sort((a, b) => a.order - b.order);
    const closed = closedBy(inForce.map(({ entry }) => entry));
    for (let day = edge; day < edges[at + 1]!; day++) found.set(day, closed);
  }
  return found;
}

function closedBy(closures: readonly Closure[]): ClosedDate {
  const partial = closures.filter(({ part }) => part !== undefined);
  const whole = partial.length < closures.length;
  const parts = unitedParts(partial.map(({ part }) => part!));
  const names = closures.map(({ name }) => name);
  return {
    ...{ whole, parts, names },
    alone: { whole, parts, holidays: [], closures: names },
    partNames: partial.map(({ name }) => name),
  };
}
