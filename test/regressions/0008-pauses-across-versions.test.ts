/**
 * What other seeds than the usual one found of pauses. Law: a clock has the target in force at its start, and pauses stop clocks
 * in hours; a case whose first event came under a target in days may start under one in hours.
 */
import { describe, expect, it } from "vitest";
import { at, days, HOUR, hours, promise, promised, result } from "../unit/evaluation/promise.ts";

const changes = { policy: "keep" };

describe("a clock that starts after its target became one in hours, on a case that is older", () => {
  const commitments = { it: promised({ target: hours("PT4H"), changes }) };
  const versions = [{ from: "2026-06-05", commitments }];
  const policy = promise({ target: days("P2D"), changes }, { versions });

  it("is paused, though what runs keeps its target", () => {
    const events = ["noted 4 10:00", "opened 5 10:00", "paused 5 11:00"];
    expect(result(policy, events, { asOf: "5 16:00" })).toMatchObject({
      ...{ outcome: "paused", clock: "paused", dueAt: null },
      ...{ elapsedMs: HOUR, remainingMs: 3 * HOUR },
    });
  });

  it("is not paused by a pause under the target in days, if it started under that", () => {
    const events = ["opened 4 10:00", "paused 5 11:00"];
    // Two days after the 4th, to the end of the 6th.
    const told = { outcome: "running", clock: "running", dueAt: at("7 00:00") };
    expect(result(policy, events, { asOf: "5 16:00" })).toMatchObject(told);
  });
});
