/**
 * What other seeds than the usual one found of a stop that came early, and a target taken back after it was missed. Law: what
 * was missed before a change stays missed (docs/policies.md, "Changes while a clock runs"), so something was promised, and
 * nobody knows whether it was done.
 */
import { describe, expect, it } from "vitest";
import { hours, PRIORITY, promise, request, result, set, table } from "../unit/evaluation/promise.ts";

const target = table({ P1: hours("PT1H") });

describe("a stop that came early, of a case for which later nothing is promised", () => {
  // The desk opens at 9:00: from 10:00:00.001 on P1 is missed.
  it.each([
    ["keep-elapsed", "2 10:00", "not-applicable", undefined],
    ["keep-elapsed", "2 10:00:00.001", "not-applicable", undefined],
    ["keep-elapsed", "2 10:00:00.002", "unmeasurable", "stop-before-start"],
    ["restart", "2 10:00:00.001", "not-applicable", undefined],
    ["restart", "2 10:00:00.002", "unmeasurable", "stop-before-start"],
    ["retroactive", "2 12:00", "not-applicable", undefined],
    ["keep", "2 09:30", "unmeasurable", "stop-before-start"],
  ])("with %s at %s is %s", (fact, when, outcome, reason) => {
    const events = ["closed 2 07:00", "opened 2 08:00", set(when, "P2")];
    const policy = promise({ target, changes: { fact } }, PRIORITY);
    const { outcome: found, reason: why } = result(policy, request(events, { priority: "P1" }), { asOf: "2 14:00" });
    expect([found, why]).toEqual([outcome, reason]);
  });
});
