/**
 * Events: what is seen of a case at `asOf`, in the order in which it happened.
 *
 * Events of one instant are taken by rank (start, pause and resume, stop, cancel), and the rank of an event depends on
 * the clock: what starts one is nothing to another.
 */

import { parseInstant } from "./paris.ts";
import type { CaseEvent, CaseInput } from "./types.ts";

export interface Seen {
  readonly at: number;
  readonly event: CaseEvent;
}

/** Which events matter to a clock, and what they do. */
export interface Spec {
  readonly isStart: (event: CaseEvent) => boolean;
  readonly isStop: (event: CaseEvent) => boolean;
}

/** Everything that happens to a clock at one instant. */
export interface Moment {
  readonly at: number;
  readonly start: boolean;
  readonly pauses: number;
  readonly resumes: number;
  readonly stop: boolean;
  readonly cancel: boolean;
}

/** The types of the preset's vocabulary: those of the kinds, and those that any kind may have. */
const KNOWN_TYPES: readonly string[] = [
  "called",
  "assisted",
  "user-connected",
  "sales-action",
  "handed-over",
  "contacted",
  "submitted",
  "answered",
  "paused",
  "resumed",
  "cancelled",
  "closed",
  "reopened",
];

export function isKnownType(type: string): boolean {
  return KNOWN_TYPES.includes(type);
}

/** An event at `asOf` itself is seen; one after it is not. */
export function seenEvents(input: CaseInput, asOf: number): Seen[] {
  return input.events
    .map((event) => ({ at: parseInstant(event.at), event }))
    .filter(({ at }) => at <= asOf)
    .sort((a, b) => a.at - b.at);
}

/** The case as this clock sees it: one entry for each instant at which something happens to the clock. */
export function moments(seen: readonly Seen[], spec: Spec): Moment[] {
  const instants = [...new Set(seen.map(({ at }) => at))];
  return instants
    .map((at) => {
      const now = seen.filter((one) => one.at === at).map(({ event }) => event);
      return {
        at,
        start: now.some(spec.isStart),
        pauses: now.filter(({ type }) => type === "paused").length,
        resumes: now.filter(({ type }) => type === "resumed").length,
        stop: now.some(spec.isStop),
        cancel: now.some(({ type }) => type === "cancelled"),
      };
    })
    .filter(({ start, pauses, resumes, stop, cancel }) => start || pauses + resumes > 0 || stop || cancel);
}

/** What a clock without pauses needs: the first start, the first stop after it, the first cancellation. */
export interface Story {
  readonly startedAt: number | null;
  /** The first stop at or after the start, whether or not the case was cancelled before. */
  readonly stoppedAt: number | null;
  readonly cancelledAt: number | null;
  /** A stop was seen before the start, or without one. */
  readonly earlyStop: boolean;
}

export function storyOf(seen: readonly Seen[], spec: Spec): Story {
  const all = moments(seen, spec);
  const startedAt = all.find(({ start }) => start)?.at ?? null;
  const stops = all.filter(({ stop }) => stop).map(({ at }) => at);
  return {
    startedAt,
    stoppedAt: startedAt === null ? null : (stops.find((at) => at >= startedAt) ?? null),
    cancelledAt: all.find(({ cancel }) => cancel)?.at ?? null,
    earlyStop: stops.some((at) => startedAt === null || at < startedAt),
  };
}
