/**
 * Policy cases: random histories for a random policy, weighted to trouble. Some events are aimed at what the simulator
 * says of the history so far, at an edge of a calendar or at a version, and a millisecond to either side.
 *
 * Random recipes are turned into cases at the end, so that fast-check shrinks the recipe.
 */

import fc from "fast-check";
import { dayNumber, MS_PER_HOUR, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import { agesOf } from "../oracle/policy/ages.ts";
import { plusDays } from "../oracle/policy/hours.ts";
import { parseInstant, simulate } from "../oracle/policy/simulator.ts";
import type { CaseEvent, CaseInput, Document, Register } from "../oracle/policy/types.ts";
import { iso } from "../oracle/policy/verdict.ts";
import { edge } from "../oracle/zone.ts";
import { type PolicyAbout, policies } from "./policies.ts";
import {
  disorderly,
  eventOf,
  lookedAt,
  member,
  onDate,
  orderly,
  priority,
  type Step,
  stepsOf,
  type When,
  zone,
} from "./policy-steps.ts";

export interface PolicyBatch {
  readonly document: Document;
  readonly cases: readonly CaseInput[];
  readonly asOf: string;
  readonly register: Register | null;
}

/** A case before its instants are known. */
export interface CaseRecipe {
  readonly kind: string;
  readonly customer: string | undefined;
  readonly priority: string | undefined;
  readonly zone: string | undefined;
  readonly opening: When | undefined;
  readonly steps: readonly Step[];
  readonly turned: boolean;
  readonly isNamesake: boolean;
}

export const caseRecipe: fc.Arbitrary<CaseRecipe> = fc.record({
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

/** Every instant after the last event that the results on this history name, and the beginnings of versions. */
function toldBy(document: Document, input: CaseInput, asOf: number): number[] {
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
  for (const one of stepsOf(made.opening, made.steps)) {
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

export interface BatchOptions {
  readonly maxCases?: number;
  readonly about?: fc.Arbitrary<PolicyAbout>;
  readonly recipe?: fc.Arbitrary<CaseRecipe>;
}

export function policyBatches(maxCases = 8): fc.Arbitrary<PolicyBatch> {
  return batchesOf({ maxCases });
}

export function batchesOf({
  maxCases = 8,
  about: abouts = policies(),
  recipe = caseRecipe,
}: BatchOptions): fc.Arbitrary<PolicyBatch> {
  return fc
    .record({
      about: abouts,
      recipes: fc.array(recipe, { minLength: Math.min(3, maxCases), maxLength: maxCases, size: "max" }),
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
