/**
 * Documents that say much, each with something else in one or two places: a policy, or an OuvreeError, soon. And what is let through
 * judges cases without a throw.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, isOuvreeError, type PolicyDocument } from "../../../src/index.ts";
import type { ReadyPolicy } from "../../../src/policy/policy.ts";
import { processorMs } from "../../helpers/processor-time.ts";
import { definePolicy } from "../../helpers/ready-policy.ts";
import { seedOr } from "../../helpers/runs.ts";
import { CALENDARS, days, event, hours, promised, request, table } from "../evaluation/promise.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const changes = { fact: "keep-elapsed", policy: "restart", calendar: "retroactive" };
/** Every word of the contract, once at least. */
const RICH = {
  policy: "rich",
  title: "All of it",
  calendars: CALENDARS,
  calendar: "desk",
  calendarRules: [
    { when: { priority: "P1" }, calendar: "always" },
    { when: { site: ["paris", "lyon"], kind: "request", customer: "acme" }, calendar: "night" },
  ],
  facts: {
    priority: { values: ["P1", "P2", "P3"], changedBy: ["set"], before: "first" },
    site: { values: "any", changedBy: ["moved"], before: "first" },
    tier: ["a", "b"],
  },
  actors: {
    responder: { where: { side: "provider" }, not: { channel: ["bot", "auto"] } },
    customer: { where: { side: "customer" } },
  },
  kinds: {
    request: { events: ["opened", "closed", "again", "message"], stop: "closed", queue: "desk" },
    order: { events: ["opened", "closed"] },
  },
  events: {
    pause: ["paused", { event: "set", where: { priority: "P3" } }],
    resume: "resumed",
    cancel: "cancelled",
    other: ["noted"],
  },
  conditions: { paid: { check: "contract-paid", otherwise: "excuse" } },
  commitments: {
    table: promised({
      kinds: ["request", "order"],
      target: table({ P1: hours("PT1H", "running"), P2: days("P2D") }),
      reopening: "resume",
      reopen: "again",
      changes,
      conditions: ["paid"],
    }),
    reply: promised({
      start: { event: "message", actor: "customer" },
      stop: [{ event: "message", actor: "responder" }, "closed"],
      ...{
        after: { event: "message", actor: "responder" },
        reopening: "new-cycle",
        per: "cycle",
        optional: "start",
        changes,
      },
    }),
    update: promised({
      reset: { event: "message", actor: "responder", not: { draft: "true" } },
      waive: "noted",
      per: "case",
      goal: 0.9,
      changes,
      pauses: false,
      atRisk: [0.5],
    }),
    back: {
      kind: "carry-over",
      kinds: ["request"],
      start: "opened",
      stop: "closed",
      order: "require",
      calendar: "desk",
    },
  },
  versions: [
    {
      from: "2026-06-03",
      name: "second",
      commitments: { update: promised({ target: hours("PT2H"), changes }), back: null },
    },
    {
      from: "2026-06-05",
      calendars: { desk: CALENDARS["night"]! },
      calendar: "always",
      calendarRules: [],
      commitments: { reply: null },
      readings: { edge: "x" },
    },
  ],
  readings: { edge: "y" },
} as unknown as Json;

function paths(value: Json, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => paths(member, [...path, key]))];
}
const PLACES = paths(RICH).filter((path) => path.length > 0);
/** Every value that stands somewhere: at another place it is nearly right. */
const VALUES = PLACES.map((path) =>
  path.reduce<Json>((value, step) => (value as { [key: string]: Json })[step]!, RICH),
);

/** What stands at a place is another, is gone, or has another name. */
type Mutation = { path: Path; to: Json | undefined; key: string | undefined };
function mutate(document: Json, { path, to, key }: Mutation): void {
  let place = document as { [key: string]: Json };
  for (const step of path.slice(0, -1)) {
    const next = place[step];
    if (typeof next !== "object" || next === null) return;
    place = next as { [key: string]: Json };
  }
  const last = path.at(-1)!;
  if (key !== undefined && !Array.isArray(place)) {
    Object.defineProperty(place, key, {
      value: place[last],
      ...{ enumerable: true, writable: true, configurable: true },
    });
    delete place[last];
  } else if (to === undefined && !Array.isArray(place)) delete place[last];
  else place[last] = structuredClone(to ?? null);
}

const HOSTILE = ["__proto__", "constructor", "toString", "hasOwnProperty", "", "\u202e", "a".repeat(500)];
const mutation: fc.Arbitrary<Mutation> = fc.record({
  path: fc.constantFrom(...PLACES),
  to: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 1, arbitrary: fc.constantFrom<Json | undefined>(undefined, null, [], {}, "", -0, ...HOSTILE) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json> },
  ),
  key: fc.option(fc.constantFrom("opened", "P1", "it", "event", ...HOSTILE), { nil: undefined, freq: 6 }),
});

const CASES = [
  request([
    event("opened 1 10:00"),
    event("message 1 11:00", { side: "provider" }),
    event("set 1 12:00", { priority: "P2" }),
    event("message 1 13:00", { side: "customer" }),
    event("paused 1 14:00"),
    event("set 2 09:00", { priority: "P1" }),
    event("resumed 2 10:00"),
    event("closed 2 11:00"),
    event("again 4 12:00"),
    event("moved 4 13:00", { site: "paris" }),
    event("message 6 09:00", { side: "provider" }),
    event("noted 6 10:00"),
  ]),
  { ...request(["opened 4 10:00", "cancelled 7 10:00"]), id: "B", kind: "order" },
];

function made(document: Json): ReadyPolicy | undefined {
  const start = processorMs();
  try {
    return definePolicy(document as unknown as PolicyDocument);
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    for (const { code, message, expected } of error.issues) {
      expect(code).toMatch(/^(policy|schedule|holidays|calendar|time)\./);
      expect(expected).not.toBe("");
      expect(message.length).toBeLessThan(400);
    }
    return undefined;
  } finally {
    // On a quiet machine it is a few ms.
    expect(processorMs() - start).toBeLessThan(1000);
  }
}

describe("a rich document", () => {
  it("is a policy, and is one in a few ms", () => {
    made(structuredClone(RICH));
    const start = processorMs();
    for (let i = 0; i < 20; i++) expect(made(structuredClone(RICH))?.versions).toHaveLength(3);
    expect((processorMs() - start) / 20).toBeLessThan(100);
  });

  it("with something else in it is a policy that judges, or one error of this library", () => {
    let through = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 2 }), (mutations) => {
        const document = structuredClone(RICH);
        for (const each of mutations) mutate(document, each);
        const policy = made(document);
        if (policy === undefined) return;
        through++;
        const options = { asOf: "2026-06-09T10:00Z", segments: true, by: ["month", "kind"], period: "2026" } as const;
        const evaluation = evaluate(policy, CASES, options);
        expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
      }),
      { numRuns: 1500, seed: seedOr(20260601) },
    );
    // The law would say nothing if all were refused, or none; 49 to 73 of 1500 get through at six seeds.
    expect(through).toBeGreaterThan(20);
    expect(through).toBeLessThan(1450);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
