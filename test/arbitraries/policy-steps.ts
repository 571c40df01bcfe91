/**
 * Policy steps: what happens in a random history, and when, as recipes that shrink well.
 */

import fc from "fast-check";
import { MS_PER_HOUR, MS_PER_MINUTE } from "../oracle/civil.ts";
import type { CaseEvent } from "../oracle/policy/types.ts";

const nearly = fc.constantFrom(0, 0, 0, 0, -1, 1);
const timeOfDay = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(0, 6, 8, 9, 12, 14, 17, 18, 22), nearly)
      .map(([hour, ms]) => Math.max(0, hour * MS_PER_HOUR + ms)),
  },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 24 * 4 - 1 }).map((quarter) => quarter * 15 * MS_PER_MINUTE) },
  { weight: 1, arbitrary: fc.constantFrom(1.5, 2, 2.5, 3).map((hour) => hour * MS_PER_HOUR) },
);
const ZONES = ["Europe/Paris", "Europe/Paris", "America/Toronto", "UTC"];

/** Seen from the anchor, from the event before, or from what the history so far tells. */
export type When =
  | { readonly from: "anchor"; readonly days: number; readonly time: number; readonly zone: string }
  | { readonly from: "before"; readonly ms: number }
  | { readonly from: "told"; readonly index: number; readonly ms: number };

export const onDate = (days: fc.Arbitrary<number>): fc.Arbitrary<When> =>
  fc.record({ from: fc.constant("anchor" as const), days, time: timeOfDay, zone: fc.constantFrom(...ZONES) });
const soon = fc.oneof(
  nearly,
  fc.constantFrom(15, 30, 60, 90, 120, 180, 240, 480, 600, 1440).map((minutes) => minutes * MS_PER_MINUTE),
  fc.tuple(fc.integer({ min: 1, max: 40 }), nearly).map(([n, ms]) => n * 15 * MS_PER_MINUTE + ms),
);
const when: fc.Arbitrary<When> = fc.oneof(
  { weight: 2, arbitrary: onDate(fc.integer({ min: 0, max: 5 })) },
  { weight: 11, arbitrary: fc.record({ from: fc.constant("before" as const), ms: soon }) },
  { weight: 2, arbitrary: fc.record({ from: fc.constant("told" as const), index: fc.nat(11), ms: nearly }) },
);

/** More often near what the results tell than far from it. */
export const lookedAt: fc.Arbitrary<When> = fc.oneof(
  { weight: 1, arbitrary: onDate(fc.integer({ min: 2, max: 10 })) },
  { weight: 4, arbitrary: fc.record({ from: fc.constant("before" as const), ms: soon }) },
  { weight: 2, arbitrary: fc.record({ from: fc.constant("told" as const), index: fc.nat(30), ms: nearly }) },
);

export const member = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
export const priority: fc.Arbitrary<string | undefined> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom("P1", "P2", "P3") },
  { weight: 1, arbitrary: fc.constantFrom("P9", undefined) },
);
export const zone: fc.Arbitrary<string | undefined> = fc.constantFrom("east", "west", "north", undefined);
/** Which of the members an event has depends on its type. */
export interface Step {
  readonly type: string;
  readonly when: When;
  readonly side: string | undefined;
  readonly visibility: string | undefined;
  readonly person: string | undefined;
  readonly team: string | undefined;
  readonly by: string | undefined;
  readonly flag: unknown;
  readonly priority: string | undefined;
  readonly zone: string | undefined;
}

const step = (type: fc.Arbitrary<string>): fc.Arbitrary<Step> =>
  fc.record({
    type,
    when,
    side: fc.constantFrom("customer", "customer", "provider", "provider", "provider", "partner", undefined),
    visibility: fc.constantFrom("public", "internal", undefined, undefined, undefined),
    person: fc.constantFrom("ann", "rex", "ann", undefined),
    team: fc.constantFrom("network", "network", "desk", undefined),
    by: fc.constantFrom("bot", undefined),
    flag: fc.constantFrom(true, "true", false, 1, undefined),
    priority,
    zone,
  });
const stepOf = (...types: string[]): fc.Arbitrary<Step> => step(fc.constantFrom(...types));
/** So many times in ten. */
const maybe = (weight: number, ...types: string[]): fc.Arbitrary<Step[]> =>
  fc.oneof(
    { weight: 10 - weight, arbitrary: fc.constant<Step[]>([]) },
    { weight, arbitrary: stepOf(...types).map((one) => [one]) },
  );

export const orderly: fc.Arbitrary<Step[]> = fc
  .tuple(
    maybe(3, "taken"),
    maybe(5, "answer"),
    maybe(5, "question"),
    maybe(3, "paused"),
    maybe(3, "prioritised"),
    maybe(3, "resumed"),
    maybe(5, "answer", "question", "message", "call"),
    maybe(2, "moved", "assigned", "noted", "dropped", "filed"),
    maybe(8, "resolved", "resolved", "resolved", "message", "assigned"),
    maybe(2, "paused"),
    maybe(2, "prioritised", "moved", "resumed"),
    maybe(7, "reopened", "reopened", "reopened", "question", "opened", "taken"),
    maybe(2, "paused", "prioritised"),
    maybe(3, "answer"),
    maybe(4, "resolved", "resolved", "message", "assigned"),
    maybe(3, "reopened", "opened", "prioritised", "dropped"),
    maybe(1, "cancelled", "cancelled", "unheard-of"),
  )
  .map((parts) => parts.flat());
const ANY =
  "message message message resolved resolved prioritised prioritised reopened paused resumed opened assigned moved";
export const disorderly: fc.Arbitrary<Step[]> = fc.array(
  stepOf(...`${ANY} noted call dropped ${ANY} cancelled filed`.split(" ")),
  {
    maxLength: 9,
    size: "max",
  },
);

const PLAIN = { side: "customer", visibility: undefined, person: "ann", by: undefined, flag: undefined } as const;

export function stepsOf(opening: When | undefined, steps: readonly Step[]): Step[] {
  if (opening === undefined) return [...steps];
  return [{ ...PLAIN, type: "opened", when: opening, team: "network", priority: undefined, zone: undefined }, ...steps];
}

/** Events that start and stop clocks, with members that are sure to. */
const SHORTHAND: Readonly<Record<string, string>> = { answer: "message", question: "message", taken: "assigned" };

export function eventOf(
  { type, side, visibility, person, team, by, flag, priority, zone }: Step,
  at: string,
): CaseEvent {
  const members: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    opened: { person, priority, zone },
    message: { side, visibility, person, priority },
    call: { side, visibility },
    assigned: { team },
    answer: { side: "provider", person, priority },
    question: { side: "customer", person },
    taken: { team: "network" },
    prioritised: { priority },
    moved: { zone },
    noted: { waiting: flag, final: flag },
    dropped: { by },
    "unheard-of": { side, priority, team },
  };
  const written = Object.entries(members[type] ?? {}).filter(([, value]) => value !== undefined);
  return { type: SHORTHAND[type] ?? type, at, ...Object.fromEntries(written) };
}
