/**
 * Events: what is seen of the cases at `asOf`, and the story of a start, a stop and a cancellation.
 */

import { parseInstant } from "../charter/paris.ts";
import type { Named } from "./document.ts";
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

const textOf = (value: unknown): string => `${value as string | number | boolean}`;
export const isOneOf = (value: unknown, wanted: string | readonly string[]): boolean =>
  (typeof wanted === "string" ? [wanted] : wanted).includes(textOf(value));

/** Is this one of the events that are named? A member that it does not have is as `not` asks, and not as `where` does. */
export function isNamed(event: CaseEvent, named: Named): boolean {
  if (typeof named === "string") return event.type === named;
  if ("event" in named) {
    const { event: types, where = {}, not = {} } = named;
    const has = ([name, wanted]: [string, string | readonly string[]]): boolean =>
      event[name] !== undefined && isOneOf(event[name], wanted);
    return isOneOf(event.type, types) && Object.entries(where).every(has) && !Object.entries(not).some(has);
  }
  return named.some((one) => isNamed(event, one));
}

/** The first of the events that are named; of one instant as given. */
export function firstOf({ seen }: SeenCase, named: Named): CaseEvent | undefined {
  return seen.find(({ event }) => isNamed(event, named))?.event;
}

export interface Story {
  readonly startedAt: number | null;
  /** The first stop at or after the start. */
  readonly stoppedAt: number | null;
  readonly cancelledAt: number | null;
  /** A stop was seen before the start, or without one. */
  readonly earlyStop: boolean;
}

export function storyOf(one: SeenCase, start: Named, stop: Named, cancel: string): Story {
  const at = (named: Named): number[] => one.seen.filter(({ event }) => isNamed(event, named)).map((seen) => seen.at);
  const startedAt = at(start)[0] ?? null;
  const stops = at(stop);
  return {
    startedAt,
    stoppedAt: startedAt === null ? null : (stops.find((at) => at >= startedAt) ?? null),
    cancelledAt: at(cancel)[0] ?? null,
    earlyStop: stops.some((at) => startedAt === null || at < startedAt),
  };
}
