/**
 * Policy cases: random histories for a random policy, weighted to trouble. Some events are aimed at what the simulator
 * says of the history so far, at an edge of a calendar or at a version, and a millisecond to either side.
 *
 * Random recipes are turned into cases at the end, so that fast-check shrinks the recipe.
 */

import fc from "fast-check";
import type { PolicyDocument } from "../../src/policy/document.ts";
import { dayNumber, MS_PER_HOUR, MS_PER_MINUTE, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import { agesOf } from "../oracle/policy/ages.ts";
import { plusDays } from "../oracle/policy/hours.ts";
import { parseInstant, simulate } from "../oracle/policy/simulator.ts";
import type { CaseEvent, CaseInput, Register } from "../oracle/policy/types.ts";
import { iso } from "../oracle/policy/verdict.ts";
import { edge } from "../oracle/zone.ts";
import { type PolicyAbout, policies } from "./policies.ts";

export interface PolicyBatch {
  readonly document: PolicyDocument;
  readonly cases: readonly CaseInput[];
  readonly asOf: string;
  readonly register: Register | null;
}

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
type When =
  | { readonly from: "anchor"; readonly days: number; readonly time: number; readonly zone: string }
  | { readonly from: "before"; readonly ms: number }
  | { readonly from: "told"; readonly index: number; readonly ms: number };

const onDate = (days: fc.Arbitrary<number>): fc.Arbitrary<When> =>
  fc.record({ from: fc.constant("anchor" as const), days, time: timeOfDay, zone: fc.constantFrom(...ZONES) });
const soon = fc.oneof(
  nearly,
  fc.constantFrom(15, 30, 60, 90, 120, 180, 240, 480, 600, 1440).map((minutes) => minutes * MS_PER_MINUTE),
  fc.tuple(fc.integer({ min: 1, max: 40 }), nearly).map(([n, ms]) => n * 15 * MS_PER_MINUTE + ms),
);
const when: fc.Arbitrary<When> = fc.oneof(
  { weight: 1, arbitrary: onDate(fc.integer({ min: 0, max: 5 })) },
  { weight: 6, arbitrary: fc.record({ from: fc.constant("before" as const), ms: soon }) },
  { weight: 2, arbitrary: fc.record({ from: fc.constant("told" as const), index: fc.nat(11), ms: nearly }) },
);

/** More often near what the results tell than far from it. */
const lookedAt: fc.Arbitrary<When> = fc.oneof(
  { weight: 1, arbitrary: onDate(fc.integer({ min: 2, max: 10 })) },
  { weight: 4, arbitrary: fc.record({ from: fc.constant("before" as const), ms: soon }) },
  { weight: 2, arbitrary: fc.record({ from: fc.constant("told" as const), index: fc.nat(30), ms: nearly }) },
);

const member = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const priority = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom("P1", "P2", "P3") },
  { weight: 1, arbitrary: fc.constantFrom("P9", undefined) },
);
const zone = fc.constantFrom("east", "west", "north", undefined);
/** Which of the members an event has depends on its type. */
const step = (type: fc.Arbitrary<string>) =>
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
type Step = ReturnType<typeof step> extends fc.Arbitrary<infer T> ? T : never;
const stepOf = (...types: string[]): fc.Arbitrary<Step> => step(fc.constantFrom(...types));
/** So many times in ten. */
const maybe = (weight: number, ...types: string[]): fc.Arbitrary<Step[]> =>
  fc.oneof(
    { weight: 10 - weight, arbitrary: fc.constant<Step[]>([]) },
    { weight, arbitrary: stepOf(...types).map((one) => [one]) },
  );

const orderly = fc
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
const disorderly = fc.array(stepOf(...`${ANY} noted call dropped ${ANY} cancelled filed`.split(" ")), {
  maxLength: 9,
  size: "max",
});

const caseRecipe = fc.record({
  kind: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom("incident", "request") },
    { weight: 1, arbitrary: fc.constant("unheard-of") },
  ),
  customer: member(fc.constantFrom("acme", "acme", "acme", "bolt", "bolt", "corp", "ghost")),
  priority,
  zone,
  /** Nine in ten are opened first. */
  opening: fc.option(onDate(fc.integer({ min: -1, max: 2 })), { nil: undefined, freq: 9 }),
  steps: fc.oneof({ weight: 4, arbitrary: orderly }, { weight: 1, arbitrary: disorderly }),
  turned: fc.boolean(),
  isNamesake: fc.integer({ min: 0, max: 39 }).map((one) => one === 0),
});
type CaseRecipe = typeof caseRecipe extends fc.Arbitrary<infer T> ? T : never;

const PLAIN = { side: "customer", visibility: undefined, person: "ann", by: undefined, flag: undefined } as const;

function stepsOf({ opening, steps }: CaseRecipe): Step[] {
  if (opening === undefined) return steps;
  return [{ ...PLAIN, type: "opened", when: opening, team: "network", priority: undefined, zone: undefined }, ...steps];
}

/** Events that start and stop clocks, with members that are sure to. */
const SHORTHAND: Readonly<Record<string, string>> = { answer: "message", question: "message", taken: "assigned" };

function eventOf({ type, side, visibility, person, team, by, flag, priority, zone }: Step, at: string): CaseEvent {
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
  };
  const written = Object.entries(members[type] ?? {}).filter(([, value]) => value !== undefined);
  return { type: SHORTHAND[type] ?? type, at, ...Object.fromEntries(written) };
}

/** Every instant after the last event that the results on this history name, and the beginnings of versions. */
function toldBy(document: PolicyDocument, input: CaseInput, asOf: number): number[] {
  const told = agesOf(document).map(({ from }) => from);
  if (input.events.length > 0) {
    for (const { commitments } of simulate(document, [input], iso(asOf), null).cases) {
      for (const { dueAt, missedAt, nextChanges = [] } of Object.values(commitments))
        for (const text of [dueAt, missedAt, nextChanges[0]]) if (text) told.push(parseInstant(text));
    }
  }
  return told.filter((t) => Number.isFinite(t));
}

function build(made: CaseRecipe, id: string, { anchor, document }: PolicyAbout): CaseInput {
  const { kind, customer, priority, zone } = made;
  const own = Object.entries({ customer, priority, zone }).filter(([, value]) => value !== undefined);
  const input = (events: readonly CaseEvent[]): CaseInput => ({ id, kind, ...Object.fromEntries(own), events });
  const events: CaseEvent[] = [];
  let now = edge("Europe/Paris", dayNumber(anchor) * WALL_MS_PER_DAY + 9 * MS_PER_HOUR);
  for (const one of stepsOf(made)) {
    now = resolve(one.when, now, anchor, () => toldBy(document, input(events), now));
    events.push(eventOf(one, iso(now)));
  }
  return input(made.turned ? events.reverse() : events);
}

function resolve(aim: When, before: number, anchor: string, told: () => readonly number[]): number {
  if (aim.from === "before") return before + aim.ms;
  if (aim.from === "anchor") return edge(aim.zone, dayNumber(plusDays(anchor, aim.days)) * WALL_MS_PER_DAY + aim.time);
  const instants = told();
  return (instants[aim.index % Math.max(1, instants.length)] ?? before) + aim.ms;
}

/** Contracts that begin, end or are unpaid within the days of the cases; a customer without one; one with nothing said. */
function registerAround(anchor: string): Register {
  const paid = [{ from: plusDays(anchor, -100), to: plusDays(anchor, 1) }, { from: plusDays(anchor, 3) }];
  return {
    customers: [
      { id: "acme", contract: { from: "2026-01-01", paid }, contacts: ["ann"], referent: "rex" },
      { id: "bolt", contacts: ["bob"], referent: "ann" },
      { id: "corp", contract: { to: plusDays(anchor, 2) } },
    ],
  };
}

export function policyBatches(maxCases = 8): fc.Arbitrary<PolicyBatch> {
  return fc
    .record({
      about: policies(),
      recipes: fc.array(caseRecipe, { minLength: Math.min(3, maxCases), maxLength: maxCases, size: "max" }),
      asOf: fc.record({ near: fc.nat(20), when: lookedAt }),
      withRegister: fc.constantFrom(true, true, false),
    })
    .map(({ about, recipes, asOf, withRegister }) => {
      const cases: CaseInput[] = [];
      for (const made of recipes) {
        const own = `c${cases.length}`;
        cases.push(build(made, (made.isNamesake ? cases.at(-1)?.id : undefined) ?? own, about));
      }
      const aimed = cases[asOf.near % cases.length] as CaseInput;
      const instants = aimed.events.map(({ at }) => parseInstant(at));
      const last = Math.max(0, ...instants);
      const first = last === 0 ? edge("UTC", dayNumber(about.anchor) * WALL_MS_PER_DAY) : last;
      const seen = resolve(asOf.when, first, about.anchor, () => [...toldBy(about.document, aimed, last), ...instants]);
      const register = withRegister ? registerAround(about.anchor) : null;
      return { document: about.document, cases, asOf: iso(seen), register };
    });
}
