/**
 * Events: what is seen of the cases at `asOf`, and the story of a start, a stop and a cancellation.
 */

import { parseInstant } from "../charter/paris.ts";
import type { CaseEvent, CaseInput } from "./types.ts";

export interface Seen {
  readonly at: number;
  readonly event: CaseEvent;
}

export interface SeenCase {
  readonly input: CaseInput;
  /** By instant; those of one instant as given. */
  readonly seen: readonly Seen[];
}

/** An event at `asOf` itself is seen. A case of which nothing is seen is not there. */
export function seenCases(cases: readonly CaseInput[], asOf: number): SeenCase[] {
  return cases
    .map((input) => {
      const seen = input.events
        .map((event) => ({ at: parseInstant(event.at), event }))
        .filter(({ at }) => at <= asOf)
        .sort((a, b) => a.at - b.at);
      return { input, seen };
    })
    .filter(({ seen }) => seen.length > 0);
}

export function instantsOf({ seen }: SeenCase, types: readonly string[]): number[] {
  return seen.filter(({ event }) => types.includes(event.type)).map(({ at }) => at);
}

export interface Story {
  readonly startedAt: number | null;
  /** The first stop at or after the start. */
  readonly stoppedAt: number | null;
  readonly cancelledAt: number | null;
  /** A stop was seen before the start, or without one. */
  readonly earlyStop: boolean;
}

export function storyOf(one: SeenCase, start: readonly string[], stop: readonly string[], cancel: string): Story {
  const startedAt = instantsOf(one, start)[0] ?? null;
  const stops = instantsOf(one, stop);
  return {
    startedAt,
    stoppedAt: startedAt === null ? null : (stops.find((at) => at >= startedAt) ?? null),
    cancelledAt: instantsOf(one, [cancel])[0] ?? null,
    earlyStop: stops.some((at) => startedAt === null || at < startedAt),
  };
}
