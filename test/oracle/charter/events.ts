/**
 * Events: what is seen of a case at `asOf`, in the order in which it happened.
 *
 * Events of one instant are taken by rank (start, pause and resume, stop, cancel), and the rank of an event depends on
 * the clock: what starts one is nothing to another. Where all events of an instant carry `seq` they come in its order.
 */

import { inOrder } from "../policy/order.ts";
import { parseInstant } from "./paris.ts";
import type { CaseEvent, CaseInput } from "./types.ts";

export interface Seen {
  readonly at: number;
  /** The instant with the place within it, as `policy/order.ts` writes it: moments compare as the events come. */
  readonly moment: number;
  readonly event: CaseEvent;
}

/** Which events matter to a clock, and what they do. */
export interface Spec {
  readonly isStart: (event: CaseEvent) => boolean;
  readonly isStop: (event: CaseEvent) => boolean;
}

/** Everything that happens to a clock at once: at one instant, or at one place within it. */
export interface Moment {
  readonly at: number;
  readonly moment: number;
  readonly start: boolean;
  readonly pauses: number;
  readonly resumes: number;
  readonly stop: boolean;
  readonly cancel: boolean;
}

/** The types of the preset's vocabulary by kind, and those that any kind may have. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  installation: ["called", "assisted", "user-connected"],
  anomaly: ["called", "assisted"],
  usage: ["called", "assisted", "sales-action"],
  "specific-request": ["called", "handed-over", "contacted"],
  "web-form": ["submitted", "answered"],
};
/** These do something to a clock; `closed` and `reopened` are known too. */
const COMMON_TYPES: readonly string[] = ["paused", "resumed", "cancelled"];

/** What an event of an unknown type may have been. */
export function typesOf(kind: string): readonly string[] {
  return [...(TYPES[kind] ?? []), ...COMMON_TYPES];
}

/** Of an unknown kind nothing is known, so no event of it is unknown. */
export function isKnownType(type: string, kind: string): boolean {
  return TYPES[kind] === undefined || typesOf(kind).includes(type) || type === "closed" || type === "reopened";
}

/** Null: it can't be read. */
export function instantIn({ at }: CaseEvent): number | null {
  return /(Z|[+-]\d\d:\d\d)$/.test(at) && !Number.isNaN(Date.parse(at)) ? parseInstant(at) : null;
}

/** An event at `asOf` itself is seen; one after it is not. */
export function seenEvents(input: CaseInput, asOf: number): Seen[] {
  const dated = input.events.map((event) => ({ at: instantIn(event), event }));
  const seen = dated.filter((one): one is { at: number; event: CaseEvent } => one.at !== null && one.at <= asOf);
  return inOrder(seen).map(({ at: moment, event }) => ({ at: Math.floor(moment), moment, event }));
}

/** The case as this clock sees it: one entry for each instant at which something happens to the clock. */
export function moments(seen: readonly Seen[], spec: Spec): Moment[] {
  return [...new Set(seen.map(({ moment }) => moment))]
    .map((moment) => {
      const now = seen.filter((one) => one.moment === moment).map(({ event }) => event);
      return {
        at: Math.floor(moment),
        moment,
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
  /** Before the start. */
  readonly isCancelledFirst: boolean;
  /** A stop was seen before the start, or without one. */
  readonly earlyStop: boolean;
}

export function storyOf(seen: readonly Seen[], spec: Spec): Story {
  const all = moments(seen, spec);
  const start = all.find((one) => one.start);
  const cancel = all.find((one) => one.cancel);
  const stops = all.filter((one) => one.stop);
  const isAfterStart = ({ moment }: Moment): boolean => start !== undefined && moment >= start.moment;
  // What comes after the cancellation within its instant is not read.
  const isRead = ({ at, moment }: Moment): boolean => at !== cancel?.at || moment <= cancel.moment;
  return {
    startedAt: start?.at ?? null,
    stoppedAt: stops.find((one) => isAfterStart(one) && isRead(one))?.at ?? null,
    cancelledAt: cancel?.at ?? null,
    isCancelledFirst: start !== undefined && cancel !== undefined && cancel.moment < start.moment,
    earlyStop: stops.some((one) => !isAfterStart(one)),
  };
}
