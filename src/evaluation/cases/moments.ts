/**
 * The order of a case's events: by instant, and within one instant by `seq` where all events of that instant carry one.
 *
 * Events of one moment have no order of their own: what they do decides which is taken first (docs/semantics.md, "Events of
 * one instant").
 */
import type { ReadEvent } from "./event.ts";

/** A place in the order of a case's events. Instants in ms. */
export interface Moment {
  readonly atMs: number;
  /** Its place within the instant; undefined where not every event of the instant says its own. */
  readonly seq: number | undefined;
}

/** A place, or an instant in ms once all events of it are taken. */
export type When = Moment | number;

/** The place that comes after every event of an instant. */
export function endOf(atMs: number): Moment {
  return { atMs, seq: Number.POSITIVE_INFINITY };
}

/** The place meant. */
export function momentOf(when: When): Moment {
  return typeof when === "number" ? endOf(when) : when;
}

/** Negative where the first comes before the second, 0 where both are taken together. */
export function compareMoments(a: Moment, b: Moment): number {
  // Never a difference of both: infinity minus infinity is no number.
  if (a.atMs !== b.atMs) return a.atMs < b.atMs ? -1 : 1;
  const [own, other] = [a.seq ?? 0, b.seq ?? 0];
  return own === other ? 0 : own < other ? -1 : 1;
}

/** The events in their order; those of one moment as given. */
export function inOrder<T extends Moment>(events: readonly T[]): T[] {
  return [...events].sort(compareMoments);
}

/** The events that are taken together, in order. */
export function momentsOf(events: readonly ReadEvent[]): ReadEvent[][] {
  const moments: ReadEvent[][] = [];
  let last: ReadEvent | undefined;
  for (const event of inOrder(events)) {
    if (last !== undefined && compareMoments(last, event) === 0) moments.at(-1)!.push(event);
    else moments.push([event]);
    last = event;
  }
  return moments;
}

/** The earliest event that is one; of one moment the first given. */
export function firstIn<T extends Moment>(events: readonly T[], is: (event: T) => boolean): T | undefined {
  let first: T | undefined;
  for (const event of events) {
    if ((first === undefined || compareMoments(event, first) < 0) && is(event)) first = event;
  }
  return first;
}

/** The same events; where not all of an instant carry a `seq`, none of them has one. */
export function sequenced(events: readonly ReadEvent[]): readonly ReadEvent[] {
  if (events.every(({ seq }) => seq === undefined)) return events;
  const partial = new Set(events.filter(({ seq }) => seq === undefined).map(({ atMs }) => atMs));
  return events.map((event) => (partial.has(event.atMs) ? { ...event, seq: undefined } : event));
}
