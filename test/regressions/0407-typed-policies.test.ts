/**
 * What the compiler knows at the door of policies: facts of cases were refused, and a misspelt commitment compiled. The lines marked
 * `@ts-expect-error` are held to it by the compiler itself.
 */
import { expect, it } from "vitest";
import { clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { type Case, createCalendar, createEvaluator, definePolicy, evaluate, type Policy } from "../../src/index.ts";

const AS_OF = { asOf: "2026-06-01T12:00:00Z" };
const solved = {
  kind: "target",
  kinds: ["request"],
  start: "opened",
  stop: "closed",
  reopening: "ignore",
  target: { hours: "PT4H", count: "open" },
} as const;
const policy = definePolicy({
  policy: "typed",
  calendars: { desk: { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } } },
  calendar: "desk",
  kinds: { request: { events: ["opened", "closed"] } },
  facts: { side: { values: ["agent", "customer"] } },
  commitments: { resolution: solved, reply: { ...solved, goal: 0.9 } },
  versions: [
    { from: "2026-07-01", commitments: { second: solved } },
    { from: "2026-08-01", commitments: { third: solved, reply: null } },
  ],
});
const cases: Case[] = [
  {
    id: "A",
    kind: "request",
    region: "north",
    events: [{ type: "opened", at: "2026-06-01T10:00:00Z", side: "agent" }],
  },
];

it("keeps the ids of commitments, those of versions too", () => {
  const { cases: judged, rates } = evaluate(policy, cases, AS_OF);
  expect(judged[0]!.commitments.resolution.outcome).toBe("running");
  expect([rates.resolution.met, rates.second.met, rates.third.met]).toEqual([0, 0, 0]);
  // @ts-expect-error: no commitment has this id
  expect(judged[0]!.commitments.resolutoin).toBeUndefined();
  // @ts-expect-error: nor this one
  expect(rates.fourth).toBeUndefined();
  const evaluator = createEvaluator(policy, AS_OF);
  const added = evaluator.add(cases[0]!)!.commitments;
  expect(added.reply.outcome).toBe("running");
  // @ts-expect-error: nor here
  expect(added.replay).toBeUndefined();
  // @ts-expect-error: nor of the evaluation that it finishes with
  expect(evaluator.finish().rates.replay).toBeUndefined();
  expect(policy.commitmentIds).toEqual(["resolution", "reply", "second", "third"]);
});

it("has the ids of the preset", () => {
  const { rates } = evaluate(clipIndustrie, [], AS_OF);
  expect(rates.anomaly.rate).toBeNull();
  // @ts-expect-error: no commitment has this id
  expect(rates.anomolie).toBeUndefined();
  expect(Object.keys(rates).sort()).toEqual([...clipIndustrie.commitmentIds].sort());
});

it("takes what is not known, and any policy for any id", () => {
  const read: unknown = JSON.parse(JSON.stringify(policy.document));
  const again: Policy = definePolicy(read);
  const widened: Policy = policy;
  expect(evaluate(again, cases, AS_OF).rates["resolution"]?.met).toBe(0);
  expect(evaluate(widened, cases, AS_OF).rates["resolution"]?.met).toBe(0);
});

it("refuses what is no document where it stands in the code", () => {
  const { document } = policy;
  const commitments = { resolution: solved };
  // @ts-expect-error: no key of a policy
  expect(() => definePolicy({ ...document, commitments, versions: [], confitions: {} })).toThrow();
  const wrong = { ...document, versions: [] };
  // @ts-expect-error: no key of a commitment
  expect(() => definePolicy({ ...wrong, commitments: { fix: { ...solved, gaol: 1 } } })).toThrow();
  // @ts-expect-error: nothing that only this package may rely on
  expect(policy.versions).toBeDefined();
});

it("takes a calendar's definition that is not known", () => {
  const read: unknown = { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } };
  expect(createCalendar(read, { output: "iso" }).nextOpen("2026-06-01T00:00:00Z")).toBe("2026-06-01T09:00:00.000Z");
  // @ts-expect-error: no definition, though another would be
  expect(() => createCalendar({ timeZone: "UTC", weak: {} })).toThrow();
});
