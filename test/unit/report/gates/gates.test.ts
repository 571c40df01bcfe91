/**
 * The gate: kept, broken or not judged. Source: the contract, §5: the policy's goal, else the minimum, else 100 %.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrie, clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import type { Case, Evaluation, PolicyDocument, Rate } from "../../../../src/index.ts";
import { definePolicy, evaluate } from "../../../../src/index.ts";
import { judgeGates, judgeGoals, type Minimums } from "../../../../src/report/index.ts";

/** One desk that is always open, two promises of an hour; the second has a goal of its own. */
function evaluation(met: number, missed: number, goal?: number): Evaluation {
  const promise = {
    kind: "target",
    kinds: ["call"],
    start: "called",
    stop: ["helped"],
    target: { hours: "PT1H", count: "open" },
    reopening: "ignore",
  } as const;
  const policy = definePolicy({
    policy: "test",
    calendar: "always",
    calendars: { always: { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } } },
    kinds: { call: { events: ["called", "helped"] } },
    commitments: { plain: promise, own: { ...promise, ...(goal === undefined ? {} : { goal }) } },
  } satisfies PolicyDocument);
  const helped = (id: string, at: string): Case => ({
    id,
    kind: "call",
    events: [
      { type: "called", at: "2026-06-01T10:00:00Z" },
      { type: "helped", at },
    ],
  });
  const cases = [
    ...Array.from({ length: met }, (_, i) => helped(`met ${i}`, "2026-06-01T11:00:00Z")),
    ...Array.from({ length: missed }, (_, i) => helped(`missed ${i}`, "2026-06-01T11:00:00.001Z")),
  ];
  return evaluate(policy, cases, { asOf: "2026-06-02T00:00:00Z" });
}

const minimums = (otherwise?: number, byId: Readonly<Record<string, number>> = {}): Minimums => ({
  byId: new Map(Object.entries(byId)),
  ...(otherwise === undefined ? {} : { otherwise }),
});
const standings = (told: Evaluation, least: Minimums): Record<string, string> =>
  Object.fromEntries(judgeGoals(told, least).map(({ id, standing, goal }) => [id, `${standing} ${goal}`]));

describe("a goal", () => {
  it("is 100 % unless something else is said", () => {
    expect(standings(evaluation(4, 0), minimums())).toEqual({ plain: "kept 1", own: "kept 1" });
    expect(standings(evaluation(999, 1), minimums())).toEqual({ plain: "broken 1", own: "broken 1" });
  });

  it("is the policy's own, else that of the commitment, else that of all", () => {
    const told = evaluation(3, 1, 0.75);
    expect(standings(told, minimums(0.8))).toEqual({ plain: "broken 0.8", own: "kept 0.75" });
    expect(standings(told, minimums(0.8, { plain: 0.7, own: 1 }))).toEqual({ plain: "kept 0.7", own: "kept 0.75" });
    expect(standings(told, minimums(undefined, { own: 0.1 }))).toEqual({ plain: "broken 1", own: "kept 0.75" });
  });

  it("may be 0, of the policy or given: it is then kept", () => {
    expect(standings(evaluation(0, 4, 0), minimums(0))).toEqual({ plain: "kept 0", own: "kept 0" });
  });

  it("is kept by exactly its share", () => {
    for (const [met, missed, goal] of [
      [3, 2, 0.6],
      [19, 1, 0.95],
      [49, 1, 0.98],
      [7, 3, 0.7],
      [29, 71, 0.29],
      [57, 43, 0.57],
    ] as const)
      expect(standings(evaluation(met, missed), minimums(goal))["plain"]).toBe(`kept ${goal}`);
  });

  it("with nothing decided is not judged, whatever it is", () => {
    expect(standings(evaluation(0, 0, 0.5), minimums(0))).toEqual({ plain: "not-judged 0", own: "not-judged 0.5" });
  });

  it("is judged for every commitment, in the order of the policy", () => {
    const policy = definePolicy(clipIndustrieDefinition);
    const told = evaluate(policy, [], { asOf: "2026-06-02T00:00:00Z" });
    expect(judgeGoals(told, minimums()).map(({ id }) => id)).toEqual(Object.keys(clipIndustrieDefinition.commitments));
  });
});

it("a commitment that the baseline does not have is new, whatever its name", () => {
  const evaluation = evaluate(clipIndustrie, [], { asOf: "2026-06-01T00:00:00Z" });
  const { anomaly } = evaluation.rates;
  const missed: Rate = { ...anomaly!, met: 0, missed: 1, rate: 0, caseIds: { ...anomaly!.caseIds, missed: ["T1"] } };
  const now = { ...evaluation, rates: { constructor: missed } };
  const minimums = { byId: new Map<string, number>() };
  const baseline = { ...evaluation, rates: {} };
  const { isBroken, lines } = judgeGates(clipIndustrie, now, judgeGoals(now, minimums), { minimums, baseline });
  expect(isBroken).toBe(true);
  expect(lines.map(({ text }) => text)).toContain("worse: constructor missed now: T1");
});
