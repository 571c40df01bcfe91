/**
 * Cases: random histories for the charter, weighted to trouble, all within a few weeks of one troublesome date.
 *
 * Random recipes are turned into cases at the end, so that fast-check shrinks the recipe: fewer cases, fewer events.
 */

import fc from "fast-check";
import { isKnownType } from "../oracle/charter/events.ts";
import { judgeHours } from "../oracle/charter/hours.ts";
import { dateAt, HOUR, parseInstant, plusDays } from "../oracle/charter/paris.ts";
import { customerId, registerAround } from "../oracle/charter/random-register.ts";
import type { When } from "../oracle/charter/random-times.ts";
import { anchorDate, atFirst, clockOn, later, timeOfDay, written } from "../oracle/charter/random-times.ts";
import type { CaseEvent, CaseInput, Register } from "../oracle/charter/types.ts";

export interface Batch {
  cases: CaseInput[];
  asOf: string;
  /** null: no register at all. */
  register: Register | null;
}

/** Hours only to aim at the edges of a clock; a callback and a web form have none, and are aimed at all the same. */
const KINDS = {
  installation: { start: "called", stop: "assisted", hours: 12 },
  anomaly: { start: "called", stop: "assisted", hours: 4 },
  usage: { start: "called", stop: "assisted", hours: 4 },
  "specific-request": { start: "handed-over", stop: "contacted", hours: 48 },
  "web-form": { start: "submitted", stop: "answered", hours: 18 },
} as const;
/** In no vocabulary: such a case is to have an issue, and nothing else. */
const UNKNOWN_KIND = "visit";
const kindOf = (name: string): (typeof KINDS)[keyof typeof KINDS] => KINDS[name as keyof typeof KINDS] ?? KINDS.usage;

interface Step {
  /** "start" and "stop" stand for those of the kind. */
  type: string;
  when: When;
}
const step = (type: string, when: fc.Arbitrary<When> = later): fc.Arbitrary<Step> =>
  fc.record({ type: fc.constant(type), when });
/** All of these steps, so many times in ten. */
const maybe = (weight: number, ...steps: fc.Arbitrary<Step>[]): fc.Arbitrary<Step[]> =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant<Step[]>([]) }, { weight, arbitrary: fc.tuple(...steps) });

const OTHER_TYPES = ["user-connected", "closed", "reopened", "called", "sales-action", "telephoned"];
const noise = fc.oneof(...OTHER_TYPES.map((type) => step(type)));
const orderly = fc
  .tuple(
    maybe(1, step("paused", atFirst)),
    maybe(1, step("stop")),
    maybe(9, step("start", atFirst)),
    maybe(3, step("paused"), step("resumed")),
    maybe(1, step("paused")),
    maybe(1, step("resumed")),
    maybe(1, noise),
    maybe(6, step("stop")),
    maybe(2, step("cancelled")),
    maybe(2, step("stop")),
    maybe(1, step("resumed")),
  )
  .map((parts) => parts.flat());
const disorderly = fc.array(
  fc.oneof(
    ...["start", "start", "start", "stop", "stop", "paused", "resumed", "cancelled"].map((type) => step(type)),
    noise,
  ),
  { maxLength: 7, size: "max" },
);

const oneIn = (n: number): fc.Arbitrary<boolean> => fc.integer({ min: 1, max: n }).map((one) => one === n);
const caseRecipe = fc.record({
  kind: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...Object.keys(KINDS)) },
    { weight: 1, arbitrary: fc.constant(UNKNOWN_KIND) },
  ),
  steps: fc.oneof({ weight: 3, arbitrary: orderly }, { weight: 1, arbitrary: disorderly }),
  customer: customerId,
  // Persons and offsets are taken in turn from these.
  persons: fc.array(fc.constantFrom(0, 0, 0, 1, 2, 3), { minLength: 1, maxLength: 3 }),
  offsets: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
  turned: oneIn(4),
  namesake: oneIn(40),
});
type CaseRecipe = typeof caseRecipe extends fc.Arbitrary<infer T> ? T : never;

/** The near and the far edge of a clock that runs undisturbed. */
function edges(startedAt: number, hours: number): { due: number; far: number } {
  const called = { at: startedAt, moment: startedAt, start: true, pauses: 0, resumes: 0, stop: false, cancel: false };
  const { dueAt, missedAt } = judgeHours([called], hours * HOUR, startedAt).expected;
  return { due: parseInstant(dueAt ?? ""), far: parseInstant(missedAt ?? "") - 1 };
}

function resolve(when: When, anchor: string, before: number, startedAt: number, hours: number): number {
  if (when.from === "anchor") return clockOn(plusDays(anchor, when.days), when.time);
  if (when.from === "before") return clockOn(plusDays(dateAt(before), when.days), when.time);
  if (when.from === "just-before") return before + when.ms;
  return edges(startedAt, hours)[when.from] + when.ms;
}

function build(made: CaseRecipe, id: string, anchor: string): CaseInput {
  const { start, stop, hours } = kindOf(made.kind);
  let now = clockOn(anchor, 9 * HOUR);
  let startedAt = now;
  const events = made.steps.map(({ type, when }, index): CaseEvent => {
    now = resolve(when, anchor, now, startedAt, hours);
    if (type === "start") startedAt = now;
    const named = type === "start" ? start : type === "stop" ? stop : type;
    // Whether an event of another kind is an unknown one is not said: such noise is another event.
    const name = named === "telephoned" || isKnownType(named, made.kind) ? named : "reopened";
    const who = made.persons[index % made.persons.length] ?? 0;
    const at = written(now, made.offsets[index % made.offsets.length] ?? 0);
    return { type: name, at, ...facts(name, who, made.customer) };
  });
  if (made.turned) events.reverse();
  return { id, kind: made.kind, customer: made.customer, module: "stock", events };
}

function facts(type: string, who: number, customer: string): Partial<CaseEvent> {
  // The referent, somebody else, nearly the referent, nobody in particular.
  const person = [`ref-${customer}`, "somebody", `REF-${customer}`][who];
  if (type === "contacted") return person === undefined ? {} : { person };
  if (type === "assisted") return { by: "tech-1", minutes: 10 + who, module: "stock", channel: "phone" };
  return type === "handed-over" ? { department: "sales" } : {};
}

/** Looked at some days after the anchor, or within a millisecond of something that happens, is due or runs out. */
const asOfRecipe = fc.oneof(
  fc.record({ days: fc.integer({ min: 0, max: 25 }), time: timeOfDay }),
  fc.record({ nearCase: fc.nat(), nearEvent: fc.nat(), ms: fc.constantFrom(-1, 0, 0, 1), endless: fc.boolean() }),
);
type AsOfRecipe = typeof asOfRecipe extends fc.Arbitrary<infer T> ? T : never;

function resolveAsOf(made: AsOfRecipe, anchor: string, cases: readonly CaseInput[]): number {
  if ("days" in made) return clockOn(plusDays(anchor, made.days), made.time);
  // A clock that nothing ends is the one that can be seen between its two edges.
  const endless = cases.filter(({ kind, events }) => !events.some(({ type }) => type === kindOf(kind).stop));
  const candidates = endless.length > 0 && made.endless ? endless : cases;
  const near = candidates[made.nearCase % candidates.length];
  const { start, hours } = kindOf(near?.kind ?? UNKNOWN_KIND);
  const instants = (near?.events ?? []).map(({ at }) => parseInstant(at));
  const started = near?.events.find(({ type }) => type === start);
  if (started !== undefined) {
    const { due, far } = edges(parseInstant(started.at), hours);
    instants.push(due, far, Math.floor((due + far) / 2), due, far);
  }
  return (instants[made.nearEvent % instants.length] ?? clockOn(anchor, 0)) + made.ms;
}

/** Several events of an instant, each with its place within it. */
export function sequencedBatches(maxCases = 8): fc.Arbitrary<Batch> {
  const seqs = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 7 });
  const together = fc.array(fc.boolean(), { minLength: 1, maxLength: 5 });
  return fc.tuple(batches(maxCases), seqs, together).map(([batch, places, atOnce]) => ({
    ...batch,
    cases: batch.cases.map((one) => ({ ...one, events: inSequence(one.events, places, atOnce) })),
  }));
}

/** Some of them are moved to the instant of the one before. */
function inSequence(events: readonly CaseEvent[], places: readonly number[], atOnce: readonly boolean[]): CaseEvent[] {
  let before: string | undefined;
  return events.map((event, index) => {
    const at = before !== undefined && atOnce[index % atOnce.length] ? before : event.at;
    before = at;
    return { ...event, at, seq: places[index % places.length] as number };
  });
}

/** A few cases, most of which have one event whose instant can't be read. */
export function incompleteBatches(maxCases = 4): fc.Arbitrary<Batch> {
  return fc.tuple(batches(maxCases), fc.array(fc.nat(9), { minLength: 1, maxLength: 4 })).map(([batch, lost]) => ({
    ...batch,
    cases: batch.cases.map((one, index) => ({
      ...one,
      events: one.events.map((event, at) =>
        at === lost[index % lost.length] && event.type !== "telephoned" ? { ...event, at: "not a time" } : event,
      ),
    })),
  }));
}

export function batches(maxCases = 50): fc.Arbitrary<Batch> {
  return fc
    .record({
      anchor: anchorDate,
      recipes: fc.array(caseRecipe, { minLength: 1, maxLength: maxCases, size: "max" }),
      asOf: asOfRecipe,
      asOfStyle: fc.integer({ min: 0, max: 2 }),
      withRegister: fc.constantFrom(true, true, true, false),
    })
    .map(({ anchor, recipes, asOf, asOfStyle, withRegister }) => {
      const cases: CaseInput[] = [];
      for (const made of recipes) {
        const own = `c${String(cases.length).padStart(2, "0")}`;
        cases.push(build(made, (made.namesake ? cases.at(-1)?.id : undefined) ?? own, anchor));
      }
      const instant = resolveAsOf(asOf, anchor, cases);
      return { cases, asOf: written(instant, asOfStyle), register: withRegister ? registerAround(anchor) : null };
    });
}
