/**
 * Reopening: each of its ways, and stops at their edges. Source: docs/policies.md, "Starts and stops" and "Reopening".
 */
import { describe, expect, it } from "vitest";
import { at, codes, event, HOUR, promise, result, type Told } from "../promise.ts";

const by = (reopening: string, more: object = {}) => promise({ reopening, reopen: "again", ...more });
const TWICE = ["opened 1 10:00", "closed 1 12:00", "again 1 15:00", "closed 1 16:00"];

describe("a case that is stopped, reopened and stopped again", () => {
  it("ignores it where the first stop is final", () => {
    const found = result(by("ignore"), TWICE);
    expect(found).toMatchObject({ outcome: "met", elapsedMs: 2 * HOUR, stoppedAt: at("1 12:00"), clock: "stopped" });
    expect(found).not.toHaveProperty("reopenings");
  });

  it("goes on from what it had: 10 to 12 and 15 to 16", () => {
    expect(result(by("resume"), TWICE)).toMatchObject({
      ...{ outcome: "met", elapsedMs: 3 * HOUR, startedAt: at("1 10:00"), stoppedAt: at("1 16:00") },
      reopenings: [{ stoppedAt: at("1 12:00"), outcome: "met", reopenedAt: at("1 15:00") }],
    });
  });

  it("goes on as though it had never stopped: 10 to 16", () => {
    expect(result(by("count"), TWICE)).toMatchObject({
      ...{ outcome: "missed", elapsedMs: 6 * HOUR, overrunMs: 2 * HOUR, dueAt: at("1 14:00") },
      // More than the target had passed at the reopening: it is missed then, and not while it stood still.
      missedAt: at("1 15:00"),
      reopenings: [{ outcome: "met" }],
    });
  });

  it("begins a new cycle with the whole target", () => {
    const found = result(by("new-cycle", { per: "case" }), TWICE);
    expect(found.cycles?.map(({ startedAt, elapsedMs, outcome }) => [startedAt, elapsedMs, outcome])).toEqual([
      [at("1 10:00"), 2 * HOUR, "met"],
      [at("1 15:00"), HOUR, "met"],
    ]);
    expect(found).not.toHaveProperty("reopenings");
  });

  it("is seen before its reopening as it was, and after it as running", () => {
    for (const reopening of ["resume", "count"]) {
      expect(result(by(reopening), TWICE, { asOf: "1 14:59" })).toMatchObject({ outcome: "met", clock: "stopped" });
      const elapsed = reopening === "resume" ? 2 : 5;
      expect(result(by(reopening), TWICE, { asOf: "1 15:00" })).toMatchObject({
        ...{ clock: "running", elapsedMs: elapsed * HOUR, stoppedAt: null },
        outcome: reopening === "resume" ? "running" : "missed",
      });
    }
  });

  it("was met at the edge and is missed a millisecond after it", () => {
    // Two hours are left at 15:00: they end with the day, and the next open millisecond is on the 2nd.
    const until = (stop: string) => result(by("resume"), [...TWICE.slice(0, 3), `closed ${stop}`]);
    expect(until("1 17:00")).toMatchObject({ outcome: "met", dueAt: at("1 17:00"), missedAt: null });
    expect(until("2 09:00")).toMatchObject({ outcome: "met", elapsedMs: 4 * HOUR });
    expect(until("2 09:00:00.001")).toMatchObject({ outcome: "missed", missedAt: at("2 09:00:00.001") });
  });

  it("that was missed before stays so, and each reopening tells what was before it", () => {
    const events = [
      "opened 1 10:00",
      "closed 1 11:00",
      "again 1 12:00",
      "closed 2 12:00",
      "again 3 09:00",
      "closed 3 10:00",
    ];
    expect(result(by("resume"), events)).toMatchObject({
      ...{ outcome: "missed", elapsedMs: 10 * HOUR, missedAt: at("1 15:00:00.001") },
      reopenings: [{ outcome: "met" }, { outcome: "missed", stoppedAt: at("2 12:00"), reopenedAt: at("3 09:00") }],
    });
  });
});

describe("a reopening", () => {
  it("is by the start's events unless others are named", () => {
    const policy = promise({ reopening: "resume" });
    expect(result(policy, ["opened 1 10:00", "closed 1 11:00", "opened 1 12:00", "closed 1 13:00"]).elapsedMs).toBe(
      2 * HOUR,
    );
    // Where others are named, a start reopens nothing.
    expect(
      result(by("resume"), ["opened 1 10:00", "closed 1 11:00", "opened 1 12:00", "closed 1 13:00"]),
    ).toMatchObject({
      ...{ elapsedMs: HOUR, stoppedAt: at("1 11:00") },
    });
  });

  it("at the very instant of the stop comes before it and changes nothing, whatever the order of the lines", () => {
    for (const last of [
      ["again 1 12:00", "closed 1 12:00"],
      ["closed 1 12:00", "again 1 12:00"],
    ])
      for (const reopening of ["resume", "count"]) {
        const found = result(by(reopening), ["opened 1 10:00", ...last]);
        expect(found).toMatchObject({ outcome: "met", elapsedMs: 2 * HOUR, clock: "stopped" });
        expect(found).not.toHaveProperty("reopenings");
      }
  });

  it("and a stop of one later instant are a reopening and a stop: nothing elapses", () => {
    const events = ["opened 1 10:00", "closed 1 11:00", "closed 1 12:00", "again 1 12:00"];
    expect(result(by("resume"), events)).toMatchObject({ elapsedMs: HOUR, stoppedAt: at("1 12:00"), outcome: "met" });
    expect(result(by("count"), events)).toMatchObject({ elapsedMs: 2 * HOUR, stoppedAt: at("1 12:00") });
  });

  it("before the start, or while it runs, is none", () => {
    for (const reopening of ["resume", "count"]) {
      const found = result(by(reopening), ["again 1 09:00", "opened 1 10:00", "again 1 11:00", "closed 1 12:00"]);
      expect(found).toMatchObject({ elapsedMs: 2 * HOUR });
      expect(found).not.toHaveProperty("reopenings");
    }
  });

  it("that the policy names ends the pause of the case", () => {
    // Paused at 13:00 while stopped, reopened at 15:00.
    const events = ["opened 1 10:00", "closed 1 12:00", "paused 1 13:00", "again 1 15:00", "resumed 1 16:00"];
    expect(result(by("resume"), events, { asOf: "1 15:30" })).toMatchObject({
      outcome: "running",
      elapsedMs: 2.5 * HOUR,
    });
    expect(result(by("resume"), events, { asOf: "1 16:30" }).elapsedMs).toBe(3.5 * HOUR);
    // With count the hour from 12:00 to 13:00 is there, too.
    expect(result(by("count"), events, { asOf: "1 15:30" })).toMatchObject({ elapsedMs: 3.5 * HOUR });
    expect(result(by("count"), events, { asOf: "1 16:30" }).elapsedMs).toBe(4.5 * HOUR);
    expect(codes(by("count"), events)).toEqual([]);
  });

  it("by the start that stands in for it finds the pause that was begun while the clock stood still", () => {
    const byStart = (reopening: string) => promise({ reopening });
    const events = ["opened 1 10:00", "closed 1 12:00", "paused 1 13:00", "opened 1 15:00", "resumed 1 16:00"];
    expect(result(byStart("resume"), events, { asOf: "1 15:30" })).toMatchObject({
      outcome: "paused",
      elapsedMs: 2 * HOUR,
    });
    expect(result(byStart("resume"), events, { asOf: "1 16:30" }).elapsedMs).toBe(2.5 * HOUR);
    expect(result(byStart("count"), events, { asOf: "1 15:30" })).toMatchObject({
      outcome: "paused",
      elapsedMs: 3 * HOUR,
    });
    expect(result(byStart("count"), events, { asOf: "1 16:30" }).elapsedMs).toBe(3.5 * HOUR);
    expect(codes(byStart("count"), events)).toEqual([]);
  });

  it("goes by the pause that no stop ends, up to its resume", () => {
    const events = ["opened 1 10:00", "paused 1 11:00", "closed 1 12:00", "resumed 1 13:00", "again 1 15:00"];
    expect(result(by("resume"), events, { asOf: "1 16:00" })).toMatchObject({
      outcome: "running",
      elapsedMs: 2 * HOUR,
    });
    // 11:00 to 13:00 does not count; 13:00 to 16:00 does.
    expect(result(by("count"), events, { asOf: "1 16:00" }).elapsedMs).toBe(4 * HOUR);
    expect(codes(by("resume"), events)).toEqual([]);
  });

  it("of a case that was cancelled while it was stopped is not read: the verdict stands", () => {
    for (const reopening of ["resume", "count", "new-cycle"]) {
      const policy = by(reopening, { per: "case" });
      const found = result(policy, ["opened 1 10:00", "closed 1 12:00", "cancelled 1 13:00", "again 1 15:00"]);
      expect(found, reopening).toMatchObject({ outcome: "met", elapsedMs: 2 * HOUR, clock: "stopped" });
    }
  });

  it("is told, too, where the case is then cancelled and no longer concerned", () => {
    const found = result(by("resume"), ["opened 1 10:00", "closed 1 11:00", "again 1 12:00", "cancelled 1 13:00"]);
    expect(found).toMatchObject({
      ...{ outcome: "not-applicable", dueAt: null },
      reopenings: [{ stoppedAt: at("1 11:00"), outcome: "met", reopenedAt: at("1 12:00") }],
    });
    expect(found).not.toHaveProperty("clock");
  });
});

describe("events of one instant", () => {
  const shuffled = (events: readonly Told[]): Told[][] => [
    [...events],
    [...events].reverse(),
    [...events.slice(1), events[0]!],
  ];

  it("are taken as start, pause and resume, stop, cancel, whatever the order of the lines", () => {
    for (const events of shuffled(["opened 1 10:00", "paused 1 10:00", "closed 1 10:00", "cancelled 1 10:00"]))
      expect(result(promise({}), events)).toMatchObject({
        outcome: "met",
        elapsedMs: 0,
        dueAt: null,
        clock: "stopped",
      });
    for (const events of shuffled(["opened 1 10:00", "cancelled 1 10:00"]))
      expect(result(promise({}), events)).toMatchObject({ outcome: "not-applicable", startedAt: at("1 10:00") });
  });

  it("with a waive and a reset: the waive ends the cycle, and nothing is left to reset", () => {
    const policy = promise({ reset: "beat", waive: "waived", per: "cycle" });
    for (const events of shuffled(["opened 1 10:00", "beat 1 11:00", "waived 1 11:00"])) {
      const found = result(policy, events);
      expect(found.cycles?.map(({ outcome }) => outcome)).toEqual(["not-applicable"]);
    }
  });

  it("with a stop and a waive, or a stop and a reset: it is stopped", () => {
    const policy = promise({ reset: "beat", waive: "waived", per: "cycle" });
    for (const last of ["waived 1 11:00", "beat 1 11:00"])
      for (const events of shuffled(["opened 1 10:00", last, "closed 1 11:00"]))
        expect(result(policy, events).cycles?.map(({ outcome }) => outcome)).toEqual(["met"]);
  });
});

describe("a start", () => {
  const reply = promise({
    ...{ start: { event: "message", where: { side: "customer" } }, reopening: "new-cycle", per: "case" },
    ...{
      after: { event: "message", where: { side: "us" } },
      stop: [{ event: "message", where: { side: "us" } }, "closed"],
    },
    optional: "start",
  });
  const message = (when: string, side: string) => event(`message ${when}`, { side });

  it("before the first of what it must come after is none, and one at its instant is one", () => {
    const first = [message("1 09:00", "customer"), message("1 10:00", "us")];
    expect(result(reply, first)).toMatchObject({ outcome: "not-applicable", startedAt: null });
    expect(codes(reply, first)).toEqual([]);
    const next = [...first, message("1 11:00", "customer"), message("1 12:00", "customer"), message("1 13:00", "us")];
    // From the oldest unanswered message, 11:00.
    expect(result(reply, next)).toMatchObject({ outcome: "met", startedAt: at("1 11:00"), elapsedMs: 2 * HOUR });
    expect(result(reply, [message("1 10:00", "us"), message("1 10:00", "customer")])).toMatchObject({
      ...{ outcome: "met", elapsedMs: 0, startedAt: at("1 10:00") },
    });
    expect(result(reply, [message("1 09:00", "customer")])).toMatchObject({ outcome: "not-applicable" });
  });

  it("that is missing is no concern of a case with optional: start, also where a stop is there", () => {
    const policy = (optional: boolean | string) => promise({ optional });
    expect(result(policy("start"), ["closed 1 10:00"]).outcome).toBe("not-applicable");
    expect(result(policy(true), ["closed 1 10:00"])).toMatchObject({
      outcome: "unmeasurable",
      reason: "missing-event",
    });
    expect(result(policy(true), ["noted 1 10:00"]).outcome).toBe("not-applicable");
    expect(result(policy(false), ["noted 1 10:00"])).toMatchObject({
      outcome: "unmeasurable",
      reason: "missing-event",
    });
    expect(result(policy(false), ["cancelled 1 10:00"]).outcome).toBe("not-applicable");
  });

  it("after a stop: an issue and unmeasurable, except where replies come first", () => {
    const early = ["closed 1 09:00", "opened 1 10:00"];
    expect(result(promise({}), early)).toMatchObject({ outcome: "unmeasurable", reason: "stop-before-start" });
    expect(codes(promise({}), early)).toEqual(["case.stop-before-start"]);
    for (const more of [{ reopening: "new-cycle", per: "case" }, { after: "noted" }]) {
      const policy = promise(more);
      const events = ["noted 1 08:00", ...early];
      expect(result(policy, events, { asOf: "1 11:00" })).toMatchObject({ outcome: "running", elapsedMs: HOUR });
      expect(codes(policy, events)).toEqual([]);
    }
  });
});
