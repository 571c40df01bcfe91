/**
 * The simulator on random batches, without the library: what no order of lines and no future may change, and that the
 * random batches reach every outcome that they are meant to put to the test.
 */

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { batches } from "../../arbitraries/cases.ts";
import { runsOf, seedOr } from "../../helpers/runs.ts";
import { isWorkingDate } from "./desk.ts";
import { seenEvents } from "./events.ts";
import { dateAt, HOUR, instantOf, iso, parseInstant, plusDays } from "./paris.ts";
import { anchorDate, clockOn, timeOfDay } from "./random-times.ts";
import { simulate } from "./simulator.ts";
import { COMMITMENTS } from "./types.ts";

/** Of the count of what the samples reach, which holds of these; the laws take OUVREE_SEED. */
const SEED = 20260507;

describe("the simulator", () => {
  it("does not see the order of events of different ranks or instants, nor events after asOf", () => {
    const rank = (type: string): number => ["called", "handed-over", "submitted", "paused", "resumed"].indexOf(type);
    fc.assert(
      fc.property(batches(20), ({ cases, asOf, register }) => {
        const sorted = cases.map((one) => {
          const events = seenEvents(one, parseInstant(asOf)).map(({ event }) => event);
          // Events of one rank at one instant keep their order: sort is stable.
          events.sort((a, b) => parseInstant(b.at) - parseInstant(a.at) || rank(b.type) - rank(a.type));
          return { ...one, events };
        });
        expect(simulate(sorted, asOf, register)).toEqual(simulate(cases, asOf, register));
      }),
      { numRuns: runsOf(60, 10), seed: seedOr(SEED) },
    );
  });

  it("uses the open time that a sum over the windows of each date gives", () => {
    const moment = fc.tuple(anchorDate, fc.integer({ min: 0, max: 20 }), timeOfDay);
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 20 }), timeOfDay, ([anchor, days, time], more, until) => {
        const called = clockOn(plusDays(anchor, days), time);
        const helped = Math.max(called, clockOn(plusDays(anchor, days + more), until));
        let sum = 0;
        for (let date = dateAt(called); date <= dateAt(helped); date = plusDays(date, 1)) {
          if (!isWorkingDate(date)) continue;
          for (const [open, close] of [
            [9, 12],
            [14, 17],
          ] as const) {
            sum += Math.max(0, Math.min(helped, instantOf(date, close)) - Math.max(called, instantOf(date, open)));
          }
        }
        const events = [
          { type: "assisted", at: iso(helped) },
          { type: "called", at: iso(called) },
        ];
        const told = simulate([{ id: "c1", kind: "anomaly", customer: "alpha", events }], iso(helped), null);
        expect(told.cases[0]?.commitments.anomaly?.elapsedMs).toBe(sum);
      }),
      { numRuns: runsOf(500), seed: seedOr(SEED) },
    );
  });

  it("adds up: used and left make the target, and an overrun is what lies beyond it", () => {
    const targets = { installation: 12 * HOUR, anomaly: 4 * HOUR, "specific-request": 48 * HOUR } as const;
    fc.assert(
      fc.property(batches(20), ({ cases, asOf, register }) => {
        for (const { commitments } of simulate(cases, asOf, register).cases) {
          for (const id of ["installation", "anomaly", "specific-request"] as const) {
            const { outcome, elapsedMs, remainingMs, overrunMs = 0, dueAt, missedAt } = commitments[id] ?? {};
            // Of an incomplete history what elapsed may not be known.
            if (elapsedMs === undefined) continue;
            if (remainingMs !== undefined) expect(elapsedMs + remainingMs).toBe(targets[id]);
            if (outcome === "missed") expect(elapsedMs - overrunMs).toBe(targets[id]);
            if (outcome === "met") expect(elapsedMs).toBeLessThanOrEqual(targets[id]);
            if (dueAt && missedAt) expect(parseInstant(dueAt)).toBeLessThan(parseInstant(missedAt));
          }
        }
      }),
      { numRuns: runsOf(60, 10), seed: seedOr(SEED) },
    );
  });
});

describe("the random batches", () => {
  const reached = new Set<string>();
  let usedUp = 0;
  let overtaken = 0;
  let stoppedWhilePaused = 0;

  beforeAll(() => {
    for (const { cases, asOf, register } of fc.sample(batches(), { numRuns: 200, seed: SEED })) {
      for (const { commitments, duplicate } of simulate(cases, asOf, register).cases) {
        if (duplicate) reached.add("duplicate");
        for (const id of COMMITMENTS) {
          const result = commitments[id];
          if (result === undefined) continue;
          reached.add(`${id} ${result.outcome}${result.reason === undefined ? "" : ` ${result.reason}`}`);
          if (result.outcome === "running" && result.remainingMs === 0) usedUp += 1;
          if (result.outcome === "met" && result.dueAt === null) stoppedWhilePaused += 1;
          overtaken += result.overtakenBy?.length ?? 0;
        }
      }
    }
  }, 60_000);

  it("reach every outcome, and every reason", () => {
    const wanted = ["duplicate"];
    for (const id of COMMITMENTS) {
      for (const outcome of ["met", "missed", "running", "not-applicable"]) wanted.push(`${id} ${outcome}`);
      for (const reason of ["missing-event", "stop-before-start", "history-incomplete"])
        wanted.push(`${id} unmeasurable ${reason}`);
    }
    for (const id of ["installation", "anomaly", "specific-request"]) wanted.push(`${id} paused`);
    for (const reason of ["no-register", "unknown-customer", "no-referent"])
      wanted.push(`specific-request unmeasurable ${reason}`);
    expect([...reached].sort()).toEqual(wanted.sort());
  });

  it("look between due and the far edge, at queues out of order, and at stops within a pause", () => {
    expect(usedUp).toBeGreaterThan(10);
    expect(overtaken).toBeGreaterThan(100);
    expect(stoppedWhilePaused).toBeGreaterThan(20);
  });
});
