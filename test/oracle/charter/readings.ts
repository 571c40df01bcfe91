/**
 * Readings: what a history with gaps may have been, and the verdicts and members that stand under all of them.
 */

import { instantIn, isKnownType, type Seen, seenEvents, typesOf } from "./events.ts";
import { dateAt, HOUR, instantOf, iso, plusDays } from "./paris.ts";
import type { CaseEvent, CaseInput, Expected, ExpectedCase } from "./types.ts";

const KEPT = ["no-register", "unknown-customer", "no-referent"];
/** A member that is nothing may also be absent. */
const ABSENT = JSON.stringify([null, 0, false, []]);

export function unreadable({ events }: CaseInput): CaseEvent[] {
  return events.filter((event) => instantIn(event) === null);
}

/** All but what is seen. Of an instant that can't be read those are tried at which something happens to a clock. */
export function readingsOf(input: CaseInput, seen: readonly Seen[], asOf: number): Seen[][] {
  const known = seen.filter(({ event }) => isKnownType(event.type, input.kind)).map(({ event }) => event);
  const unknown = seen.filter(({ event }) => !isKnownType(event.type, input.kind)).map(({ event }) => event);
  const instants = unreadable(input).length === 0 ? [] : criticalInstants(input, seen, asOf);
  const ways = [
    ...unknown.map((event) => [null, ...typesOf(input.kind).map((type) => ({ ...event, type }))]),
    ...unreadable(input).map((event) => [null, ...instants.map((at) => ({ ...event, at: iso(at) }))]),
  ];
  const combined = ways.reduce<readonly (readonly (CaseEvent | null)[])[]>(
    (made, options) => made.flatMap((some) => options.map((option) => [...some, option])),
    [[]],
  );
  return combined
    .slice(1)
    .map((some) => seenEvents({ ...input, events: [...known, ...some.filter((one) => one !== null)] }, asOf));
}

/** The events, a millisecond to either side, the edges of the desk and midnights on the days about them, long ago, and too long ago. */
function criticalInstants({ events }: CaseInput, seen: readonly Seen[], asOf: number): number[] {
  const anchors = [...seen.map(({ at }) => at), asOf];
  const near = events.length > 6 ? [0, 1] : [-1, 0, 1];
  const edges = anchors.flatMap((t) =>
    [-4, -1, 0].flatMap((days) => [0, 9, 12, 14, 17].map((hour) => instantOf(plusDays(dateAt(t), days), hour))),
  );
  const far = Math.min(...anchors) - 60 * 24 * HOUR;
  const beyond = instantOf("1981-01-01", 0);
  const all = [beyond, far, ...anchors.flatMap((t) => near.map((ms) => t + ms)), ...edges];
  return [...new Set(all)].filter((t) => t <= asOf);
}

export function mergeCases(first: ExpectedCase, readings: readonly ExpectedCase[]): ExpectedCase {
  if (readings.length === 0) return first;
  const commitments: ExpectedCase["commitments"] = {};
  for (const [id, seen] of Object.entries(first.commitments) as [keyof typeof commitments, Expected][]) {
    const all = [seen, ...readings.map((one) => one.commitments[id] as Expected)];
    commitments[id] = merged(seen, all);
  }
  return { ...first, commitments };
}

function merged(seen: Expected, all: readonly Expected[]): Expected {
  const isSame = ({ outcome, reason }: Expected): boolean => outcome === seen.outcome && reason === seen.reason;
  if (!KEPT.includes(seen.reason ?? "") && !all.every(isSame))
    return { outcome: "unmeasurable", reason: "history-incomplete" };
  const alike = all.filter(isSame);
  const names = [...new Set(alike.flatMap((one) => Object.keys(one)))] as (keyof Expected)[];
  const writtenOf = (one: Expected, name: keyof Expected): string => {
    const value = JSON.stringify(one[name] ?? null);
    return name !== "elapsedMs" && name !== "elapsedDays" && ABSENT.includes(value) ? "nothing" : value;
  };
  // What cases share is judged by what is seen.
  const unsure = names.filter(
    (name) =>
      name !== "overtakenBy" &&
      new Set((name === "startedAt" ? all : alike).map((one) => writtenOf(one, name))).size > 1,
  );
  const kept = Object.entries(seen).filter(([name]) => !unsure.includes(name as keyof Expected));
  return { ...(Object.fromEntries(kept) as unknown as Expected), unsure };
}
