/**
 * Which entries of a list have dates in a year, found without a look at those of other years: a list of 40,000 dated entries is
 * read once, and not for each year again.
 */
import { yearOf } from "../../time/civil-date.ts";
import { type Span, stretchesOfYear } from "./span.ts";

/** Dates of one year that an entry names: epoch days, both included. */
export interface Stretch<T> {
  readonly entry: T;
  /** Its place in the list. */
  readonly order: number;
  readonly fromDay: number;
  readonly toDay: number;
}

interface Placed<T> {
  readonly entry: T;
  readonly order: number;
}

/** The entries of a list by year. */
export interface SpanIndex<T> {
  /** The dates that they name in a year, in the order of the list. */
  stretchesOf(year: number): Stretch<T>[];
}

/** Indexes a list. Cost: the list once; then, for each year, its own entries, the yearly ones and the ranges of several years. */
export function indexSpans<T extends { readonly span: Span }>(list: readonly T[]): SpanIndex<T> {
  const dated = new Map<number, Placed<T>[]>();
  const wide: Placed<T>[] = [];
  for (const [order, entry] of list.entries()) {
    const { yearly, from, to } = entry.span;
    const [first, last] = yearly ? [0, Number.POSITIVE_INFINITY] : [yearOf(from), yearOf(to)];
    if (last - first > 1) wide.push({ entry, order });
    else for (let year = first; year <= last; year++) addTo(dated, year, { entry, order });
  }
  return {
    stretchesOf(year) {
      const own = dated.get(year) ?? [];
      const all = own.length === 0 ? wide : [...wide, ...own].sort((a, b) => a.order - b.order);
      return all.flatMap(({ entry, order }) =>
        stretchesOfYear(entry.span, year).map(([fromDay, toDay]) => ({ entry, order, fromDay, toDay })),
      );
    },
  };
}

function addTo<T>(years: Map<number, Placed<T>[]>, year: number, placed: Placed<T>): void {
  const known = years.get(year);
  if (known === undefined) years.set(year, [placed]);
  else known.push(placed);
}
