/**
 * Cycles: resets, waives, and the cycle that decides. Source: docs/policies.md, "Cycles".
 */
import { describe, expect, it } from "vitest";
import { at, event, HOUR, hours, PRIORITY, promise, request, result, set, table, told } from "../promise.ts";

const update = (more: object = {}, rest: object = {}) => promise({ reset: "beat", per: "cycle", ...more }, rest);
const cyclesOf = (...args: Parameters<typeof result>): unknown[] =>
  result(...args).cycles!.map(({ startedAt, outcome, elapsedMs }) => [
    startedAt?.slice(8, 16),
    outcome,
    (elapsedMs ?? 0) / HOUR,
  ]);

describe("a reset", () => {
  it("ends the cycle as a stop would, and the next begins at that instant", () => {
    expect(cyclesOf(update(), ["opened 1 09:00", "beat 1 12:00", "beat 1 16:30", "closed 2 09:30"])).toEqual([
      ["01T09:00", "met", 3],
      ["01T12:00", "missed", 4.5],
      ["01T16:30", "met", 1],
    ]);
  });

  it("leaves a pause on, and it counts in neither cycle", () => {
    const events = ["opened 1 09:00", "paused 1 10:00", "beat 1 12:00", "resumed 1 13:00", "closed 1 14:00"];
    expect(cyclesOf(update(), events)).toEqual([
      ["01T09:00", "met", 1],
      ["01T12:00", "met", 1],
    ]);
    // The first was stopped while it was paused: it has no due. The second was not.
    expect(result(update(), events).cycles?.map(({ dueAt }) => dueAt)).toEqual([null, at("1 17:00")]);
    expect(result(update(), events.slice(0, 3), { asOf: "1 12:30" })).toMatchObject({
      outcome: "paused",
      clock: "paused",
    });
  });

  it("changes nothing when nothing runs: before the start, after the stop, after a cancellation", () => {
    const events = ["beat 1 08:00", "opened 1 09:00", "closed 1 10:00", "beat 1 11:00"];
    expect(cyclesOf(update(), events)).toEqual([["01T09:00", "met", 1]]);
    expect(cyclesOf(update(), ["opened 1 09:00", "beat 1 11:00", "cancelled 1 12:00", "beat 1 13:00"])).toEqual([
      ["01T09:00", "met", 2],
      ["01T11:00", "not-applicable", 0],
    ]);
  });

  it("is not what begins a cycle, though it be such an event", () => {
    const policy = promise({ start: "beat", reset: "beat", per: "cycle" });
    expect(cyclesOf(policy, ["beat 1 09:00"], { asOf: "1 10:00" })).toEqual([["01T09:00", "running", 1]]);
    // Two at one instant are two events: the second ends a cycle in which nothing elapsed.
    expect(cyclesOf(policy, ["beat 1 09:00", "beat 1 09:00"], { asOf: "1 10:00" })).toEqual([
      ["01T09:00", "met", 0],
      ["01T09:00", "running", 1],
    ]);
  });

  it("at an instant at which the target is used up is in time, and a millisecond later it is not", () => {
    expect(cyclesOf(update(), ["opened 1 09:00", "beat 1 13:00"], { asOf: "1 13:00" })[0]).toEqual([
      "01T09:00",
      "met",
      4,
    ]);
    expect(result(update(), ["opened 1 09:00", "beat 1 13:00:00.001"])).toMatchObject({
      outcome: "missed",
      overrunMs: 1,
    });
  });
});

describe("a waive", () => {
  const policy = (more: object = {}) => promise({ waive: "waived", ...more });
  it("ends what runs: not-applicable, or missed if it is past its target then", () => {
    expect(result(policy(), ["opened 1 09:00", "waived 1 13:00", "closed 3 10:00"]).outcome).toBe("not-applicable");
    expect(result(policy(), ["opened 1 09:00", "waived 1 13:00:00.001"])).toMatchObject({
      ...{ outcome: "missed", clock: "stopped", stoppedAt: null, elapsedMs: 4 * HOUR + 1 },
    });
  });

  it.each(["ignore", "resume", "count"])("is final where no cycle can begin: %s", (reopening) => {
    const events = ["opened 1 09:00", "waived 1 10:00", "again 1 11:00", "opened 1 11:00"];
    expect(result(policy({ reopening, reopen: ["again", "opened"] }), events, { asOf: "3 10:00" }).outcome).toBe(
      "not-applicable",
    );
  });

  it("ends no pause, and a later start begins another cycle with new-cycle, paused as the case is", () => {
    const events = ["opened 1 09:00", "paused 1 10:00", "waived 1 11:00", "opened 1 12:00"];
    expect(cyclesOf(policy({ reopening: "new-cycle", per: "case" }), events, { asOf: "1 14:00" })).toEqual([
      ["01T09:00", "not-applicable", 0],
      ["01T12:00", "paused", 0],
    ]);
  });

  it("changes nothing when nothing runs", () => {
    expect(result(policy(), ["waived 1 08:00", "opened 1 09:00", "closed 1 10:00", "waived 1 11:00"]).outcome).toBe(
      "met",
    );
  });
});

describe("the result of several cycles", () => {
  const at2 = "2 12:00";
  it.each([
    [
      "the first that was missed",
      ["beat 1 12:00", "beat 1 16:30", "beat 2 14:00", "closed 2 15:00"],
      "2 18:00",
      "01T12:00",
    ],
    ["else the last, while it runs", ["beat 1 12:00", "beat 1 15:00"], "1 16:00", "01T15:00"],
    ["else the last, while it is paused", ["beat 1 12:00", "paused 1 13:00"], "1 16:00", "01T12:00"],
    ["else the last that was met", ["beat 1 12:00", "cancelled 1 13:00"], at2, "01T09:00"],
    ["else the last", ["cancelled 1 13:00"], at2, "01T09:00"],
  ])("is that of %s", (_, events, asOf, start) => {
    const found = result(update(), ["opened 1 09:00", ...events], { asOf });
    expect(found.startedAt?.slice(8, 16)).toBe(start);
    const { cycles, ...rest } = found;
    expect(cycles).toContainEqual(rest);
  });

  it("is missed, too, where a miss is excused", () => {
    const conditions = { paid: { check: "contract-paid", otherwise: "excuse" } };
    const policy = update({ conditions: ["paid"] }, { conditions });
    const one = request(["opened 1 09:00", "beat 1 14:00", "closed 1 15:00"], { customer: "acme" });
    const register = { customers: [{ id: "acme", contract: { paid: false } }] };
    const found = result(policy, one, { register });
    expect(found.outcome).toBe("excused");
    // Excused is missed: what is met is met.
    expect(found.cycles?.map(({ outcome }) => outcome)).toEqual(["excused", "met"]);
  });
});

describe("each cycle", () => {
  it("has the fact of its own start, and reads the change of the instant at which it ends", () => {
    const policy = update(
      { target: table({ P1: hours("PT1H"), P2: hours("PT4H") }), changes: { fact: "keep" } },
      PRIORITY,
    );
    const events = [set("1 08:00", "P1"), "opened 1 09:00", "beat 1 12:00", set("1 12:00", "P2"), "closed 1 15:00"];
    expect(result(policy, events).cycles?.map(({ fact, outcome }) => [fact, outcome])).toEqual([
      ["P1", "missed"],
      ["P2", "met"],
    ]);
    const anew = update(
      { target: table({ P1: hours("PT1H"), P2: hours("PT4H") }), changes: { fact: "retroactive" } },
      PRIORITY,
    );
    expect(result(anew, events).cycles?.map(({ fact, outcome }) => [fact, outcome])).toEqual([
      ["P2", "met"],
      ["P2", "met"],
    ]);
  });

  it("has no conditions of its own: they are judged once, at the first start", () => {
    const conditions = { force: { check: "contract-in-force", otherwise: "not-applicable" } };
    const policy = update({ conditions: ["force"] }, { conditions });
    const register = { customers: [{ id: "acme", contract: { from: "2026-06-01", to: "2026-06-01" } }] };
    const one = request(["opened 1 16:00", "beat 2 09:30", "closed 2 10:00"], { customer: "acme" });
    expect(cyclesOf(policy, one, { register })).toEqual([
      ["01T16:00", "met", 1.5],
      ["02T09:30", "met", 0.5],
    ]);
    const late = request([event("opened 2 09:00"), "closed 2 10:00"], { customer: "acme" });
    expect(result(policy, late, { register })).not.toHaveProperty("cycles");
    expect(told(policy, late, { register }).commitments["it"]?.outcome).toBe("not-applicable");
  });
});
