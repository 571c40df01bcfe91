/**
 * The random policies and cases, without the library: that they reach every outcome and every deed of a clock that they
 * are meant to put to the test, and that the simulator itself keeps the laws of order and of the future.
 */

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type PolicyBatch, policyBatches } from "../../arbitraries/policy-cases.ts";
import { runsOf, seedOr } from "../../helpers/runs.ts";
import { parseInstant, simulate } from "./simulator.ts";
import type { Expected, Simulation } from "./types.ts";

/** Of the count of what the samples reach, which holds of these; the laws take OUVREE_SEED. */
const SEED = 20260529;

describe("the random policies", () => {
  const reached = new Map<string, number>();
  const note = (what: string, happened = true): void => {
    if (happened) reached.set(what, (reached.get(what) ?? 0) + 1);
  };
  const noteResult = (one: Expected): void => {
    note(one.reason === undefined ? one.outcome : `${one.outcome}: ${one.reason}`);
    note("reopened", (one.reopenings?.length ?? 0) > 0);
    note("several cycles", (one.cycles?.length ?? 0) > 1);
    note("restarted", typeof one.restartedAt === "string");
    note("a target in days", one.dueDate !== undefined);
    note("a value of the fact", typeof one.fact === "string");
    note(
      "by a version",
      one.versions?.some((name) => name !== null),
    );
    note(
      "by a rule",
      one.calendarRules?.some((rule) => rule !== null),
    );
    note("missed while paused", one.clock === "paused" && one.outcome === "missed");
    note("used up and not late", one.remainingMs === 0);
    note("at risk", typeof one.atRisk === "number");
  };

  beforeAll(() => {
    for (const { document, cases, asOf, register } of fc.sample(policyBatches(), { numRuns: 300, seed: SEED })) {
      const told = simulate(document, cases, asOf, register);
      for (const { commitments, duplicate } of told.cases) {
        note("a namesake", duplicate);
        for (const one of Object.values(commitments)) noteResult(one);
      }
      for (const { goalReach } of Object.values(told.rates)) if (goalReach !== undefined) note(`goal ${goalReach}`);
    }
  }, 60_000);

  it("reach what they are meant to", () => {
    const outcomes = ["met", "missed", "running", "paused", "not-applicable", "excused"];
    const reasons = [
      "missing-event",
      "stop-before-start",
      "no-figure",
      "no-register",
      "unknown-customer",
      "no-referent",
    ];
    const deeds = [
      "reopened",
      "several cycles",
      "restarted",
      "a target in days",
      "a value of the fact",
      "by a version",
    ];
    const rare = ["by a rule", "missed while paused", "used up and not late", "at risk"];
    const goals = ["goal reached", "goal lost", "goal open", "a namesake"];
    const wanted = [...outcomes, ...reasons.map((reason) => `unmeasurable: ${reason}`), ...deeds, ...rare, ...goals];
    expect(wanted.filter((what) => !reached.has(what))).toEqual([]);
  });
});

describe("the simulator", () => {
  const told = ({ document, asOf, register }: PolicyBatch, cases: PolicyBatch["cases"]): Simulation =>
    simulate(document, cases, asOf, register);

  it("sees neither the order of events of different instants nor what comes after asOf", () => {
    fc.assert(
      fc.property(policyBatches(4), (batch) => {
        const sorted = batch.cases.map((one) => ({
          ...one,
          events: one.events
            .filter(({ at }) => parseInstant(at) <= parseInstant(batch.asOf))
            .sort((a, b) => parseInstant(b.at) - parseInstant(a.at)),
        }));
        expect(told(batch, sorted)).toEqual(told(batch, batch.cases));
      }),
      { numRuns: runsOf(100, 10), seed: seedOr(SEED) },
    );
  });

  it("adds up: what counted is what elapsed, and what is left makes the target", () => {
    fc.assert(
      fc.property(policyBatches(4), (batch) => {
        for (const { commitments } of told(batch, batch.cases).cases) {
          for (const { counted, elapsedMs, dueAt, missedAt } of Object.values(commitments)) {
            if (counted === undefined || elapsedMs === undefined) continue;
            const sum = counted.map((text) => text.split("/").map(Date.parse) as [number, number]);
            expect(sum.reduce((total, [from, to]) => total + to - from, 0)).toBe(elapsedMs);
            if (dueAt && missedAt) expect(parseInstant(dueAt)).toBeLessThan(parseInstant(missedAt));
          }
        }
      }),
      { numRuns: runsOf(100, 10), seed: seedOr(SEED) },
    );
  });
});
