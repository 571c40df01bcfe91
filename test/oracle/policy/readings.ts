/**
 * Readings: what an incomplete history may have been, every way of it that can matter, to be judged one by one.
 *
 * An event whose instant can't be read may have been at any instant up to `asOf`, or none; one of an unknown type any
 * event that its kind or the policy declares, at its instant, or none. Its other members are as they are written.
 */

import { criticalInstants, plainInstants } from "./critical-instants.ts";
import type { Dated, Surroundings } from "./judge-case.ts";
import type { CaseEvent, CaseInput, Document } from "./types.ts";

export interface History {
  readonly input: CaseInput;
  /** Up to `asOf`, of known types. */
  readonly known: readonly Placed[];
  /** Up to `asOf`, of a type that its kind does not know. */
  readonly unknown: readonly Placed[];
  readonly unreadable: readonly { readonly event: CaseEvent; readonly place: number }[];
  readonly isSeen: boolean;
  /** Issues that go with its events. */
  readonly codes: readonly string[];
}

/** An event with its place in the list: of two of one moment the later counts, whatever it was read as. */
interface Placed extends Dated {
  readonly place: number;
}

function inPlace(events: readonly Placed[]): Placed[] {
  return [...events].sort((a, b) => a.place - b.place);
}

/** More ways than these are not tried: see `isWhole`. */
const MOST_READINGS = 900;

export function historyOf({ document, asOf }: Surroundings, input: CaseInput): History {
  const kind = document.kinds[input.kind];
  const dated = input.events.map((event, place) => ({ at: instantIn(event), event, place }));
  const seen = dated.filter((one): one is Placed => one.at !== null && one.at <= asOf);
  const unreadable = dated.filter(({ at }) => at === null);
  const declared = kind === undefined ? null : new Set([...kind.events, ...commonTypes(document), ...others(document)]);
  const isKnown = ({ event }: Dated): boolean => declared === null || declared.has(event.type);
  const unknown = seen.filter((one) => !isKnown(one));
  if (unreadable.some(({ event: { type } }) => declared !== null && !declared.has(type)))
    throw new TypeError("an event of which neither the type nor the instant is known is not simulated");
  return {
    input,
    known: seen.filter(isKnown),
    unknown,
    unreadable,
    isSeen: seen.length + unreadable.length > 0,
    codes: [
      ...(unreadable.length > 0 ? ["case.bad-event"] : []),
      ...(unknown.length > 0 ? ["case.unknown-event"] : []),
    ],
  };
}

function instantIn({ at }: CaseEvent): number | null {
  const instant = Date.parse(at);
  return /(Z|[+-]\d\d:\d\d)$/.test(at) && !Number.isNaN(instant) ? instant : null;
}

export interface Readings {
  /** What is seen; an unknown event stands in it for itself, and does nothing. */
  readonly certain: readonly Dated[];
  /** All other ways. */
  readonly readings: readonly (readonly Dated[])[];
  /** False: so many ways that only the plainest were tried. A verdict that they do not change may still be changed by others. */
  readonly isWhole: boolean;
}

export function readingsOf(around: Surroundings, { input, known, unknown, unreadable }: History): Readings {
  const certain = inPlace([...known, ...unknown]);
  if (unknown.length + unreadable.length === 0 || around.document.kinds[input.kind] === undefined)
    return { certain, readings: [], isWhole: true };
  const types = declaredTypes(around.document, input.kind);
  const ofUnknown = unknown.map((one): (Placed | null)[] => [
    one,
    ...types.map((type) => ({ ...one, event: { ...one.event, type } })),
  ]);
  const ofUnreadable = (instants: readonly number[]): (Placed | null)[][] =>
    unreadable.map(({ event, place }) => [
      null,
      ...instants.map((at) => ({ at, event: { ...event, at: new Date(at).toISOString() }, place })),
    ]);
  const waysOf = (instants: readonly number[]): (Placed | null)[][] => [...ofUnknown, ...ofUnreadable(instants)];
  const all = waysOf(unreadable.length === 0 ? [] : criticalInstants(around, input, certain));
  const isWhole = all.reduce((product, { length }) => product * length, 1) <= MOST_READINGS;
  const ways = isWhole ? all : waysOf(plainInstants(around, certain));
  const combined = ways.reduce<readonly (readonly (Placed | null)[])[]>(
    (made, options) => made.flatMap((some) => options.map((option) => [...some, option])),
    [[]],
  );
  const readings = combined.map((some) => inPlace([...known, ...some.filter((one): one is Placed => one !== null)]));
  // The first of them is what is seen.
  return { certain, readings: readings.slice(1), isWhole };
}

/** Of those that do nothing in this policy one stands for all. */
function declaredTypes(document: Document, kind: string): string[] {
  const named = new Set(typesNamed(document));
  const all = [...new Set([...(document.kinds[kind]?.events ?? []), ...commonTypes(document)])];
  return all.filter((type) => named.has(type));
}

function others({ events }: Document): readonly string[] {
  return events?.other ?? [];
}

function commonTypes({ events }: Document): string[] {
  return [events?.pause, events?.resume, events?.cancel].flatMap((written) => typesIn(written));
}

/** Every text at which a document could name a type of event. */
function typesNamed(document: Document): string[] {
  const commitments = [document, ...(document.versions ?? [])].flatMap((one) => Object.values(one.commitments ?? {}));
  const own = commitments.flatMap((one) =>
    one !== null && (one.kind === "target" || one.kind === "ratio")
      ? [one.start, one.stop, one.after, one.reset, one.waive, one.reopen]
      : [],
  );
  const changers = Object.values(document.facts ?? {}).flatMap((fact) =>
    "changedBy" in fact ? (fact.changedBy ?? []) : [],
  );
  return [...own.flatMap((written) => typesIn(written)), ...changers, ...commonTypes(document)];
}

function typesIn(written: unknown): string[] {
  if (typeof written === "string") return [written];
  if (Array.isArray(written)) return written.flatMap((one) => typesIn(one));
  return typeof written === "object" && written !== null && "event" in written ? typesIn(written.event) : [];
}
