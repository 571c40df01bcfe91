/**
 * Order: the place of an event in the history of its case, as one number that is called a moment.
 *
 * Its whole part is the instant, its fraction the place within that instant: 0 unless all events of the instant carry
 * `seq`. So moments compare as the events come, and an instant is read off with `instantOf`. A version takes force, and
 * what a clock reads of the calendar holds, at an instant: at its first moment.
 */

/** More than any history has events of one instant; a power of two, so that no moment is rounded. */
const PLACES = 1024;

export const instantOf: (moment: number) => number = Math.floor;

/** All events of the instant lie at it or before it. */
export function lastMomentOf(instant: number): number {
  return instant + (PLACES - 1) / PLACES;
}

/** In order; those of one moment as given. */
export function inOrder<E extends { readonly seq?: unknown }>(
  events: readonly { readonly at: number; readonly event: E }[],
): { readonly at: number; readonly event: E }[] {
  const seqsAt = new Map<number, unknown[]>();
  for (const { at, event } of events) seqsAt.set(at, [...(seqsAt.get(at) ?? []), event.seq]);
  const momentOf = (at: number, seq: unknown): number => {
    const all = seqsAt.get(at) ?? [];
    if (!all.every((one) => Number.isInteger(one))) return at;
    const places = [...new Set(all as number[])].sort((a, b) => a - b);
    return at + places.indexOf(seq as number) / PLACES;
  };
  return events.map(({ at, event }) => ({ at: momentOf(at, event.seq), event })).sort((a, b) => a.at - b.at);
}
