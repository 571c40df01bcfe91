/**
 * A stop, a waive or a reset ended a pause for its own clock, so that a hold that outlasted a hand-over between teams was counted as
 * work of the second. Law: a pause belongs to the case, for every clock, running or not (docs/semantics.md, "Pauses"; law 40).
 */
import { describe, expect, it } from "vitest";
import { dueIfResumedAt } from "../../src/index.ts";
import {
  at,
  codes,
  define,
  document,
  event,
  HOUR,
  hours,
  promise,
  promised,
  request,
  result,
  told,
} from "../unit/evaluation/promise.ts";

const DESK = { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } };
const team = (name: string) =>
  promised({
    start: { event: "moved", where: { team: name } },
    after: { event: "moved", where: { team: name } },
    stop: [{ event: "moved", not: { team: name } }, "closed"],
    ...{ reopening: "resume", optional: "start", target: hours("PT6H") },
  });

describe("a hold that outlasts a hand-over from L1 to L2 and back", () => {
  const policy = define(
    document(
      {},
      {
        calendars: { desk: DESK },
        kinds: { request: { events: ["opened", "moved", "closed"] } },
        commitments: { L1: team("L1"), L2: team("L2") },
      },
    ),
  );
  const events = [
    "opened 1 13:00",
    event("moved 1 13:00", { team: "L1" }),
    "paused 2 10:00",
    event("moved 2 12:00", { team: "L2" }),
    event("moved 2 14:00", { team: "L1" }),
    "resumed 2 16:00",
    "closed 2 17:00",
  ];

  it("stands still for both", () => {
    const { commitments, issues } = told(policy, request(events), { asOf: "3 00:00" });
    // Mon 13-17, Tue 9-10 and 16-17.
    expect(commitments["L1"]).toMatchObject({ outcome: "met", elapsedMs: 6 * HOUR });
    expect(commitments["L2"]).toMatchObject({ outcome: "met", elapsedMs: 0, dueAt: null });
    expect(issues).toEqual([]);
  });
});

describe("a clock that was stopped while paused", () => {
  it("has what had elapsed at the pause, and no due", () => {
    const events = ["opened 1 10:00", "paused 1 11:00", "closed 1 13:00", "resumed 1 14:00"];
    const known = { outcome: "met", elapsedMs: HOUR, dueAt: null };
    expect(result(promise({}), events)).toMatchObject(known);
  });
});

describe("a pause that is on when a cycle begins", () => {
  it.each([
    ["a stop and a start", { reopening: "new-cycle" }, ["closed 1 11:00", "opened 1 12:00"]],
    ["a waive and a start", { reopening: "new-cycle", waive: "waived" }, ["waived 1 11:00", "opened 1 12:00"]],
    ["a reset", { reset: "beat" }, ["beat 1 12:00"]],
    ["a start, in place of a reopening", { reopening: "resume" }, ["closed 1 11:00", "opened 1 12:00"]],
  ])("goes on after %s", (_, commitment, then) => {
    const policy = promise({
      ...commitment,
      ...("reopening" in commitment && commitment.reopening === "resume" ? {} : { per: "case" }),
    });
    const events = ["opened 1 09:00", "paused 1 10:00", ...then, "resumed 1 15:00"];
    const before = result(policy, events, { asOf: "1 14:00" });
    expect((before.cycles?.at(-1) ?? before).clock).toBe("paused");
    const after = result(policy, events, { asOf: "1 16:00" });
    const last = after.cycles?.at(-1) ?? after;
    // An hour since the resume; a clock that went on had one before its pause.
    expect(last.elapsedMs).toBe(after.cycles === undefined ? 2 * HOUR : HOUR);
    expect(codes(policy, events)).toEqual([]);
  });

  it.each([
    ["that names it", { reopening: "new-cycle", reopen: "again", per: "case" }, {}],
    [
      "when another commitment names it",
      { reopening: "new-cycle", start: ["opened", "again"], per: "case" },
      { other: promised({ reopening: "resume", reopen: "again" }) },
    ],
  ])("ends with a reopening %s, and a resume of that instant is no issue", (_, commitment, others) => {
    const policy = define(document({}, { commitments: { it: promised(commitment), ...others } }));
    const events = ["opened 1 09:00", "paused 1 10:00", "closed 1 11:00", "again 1 12:00", "resumed 1 12:00"];
    expect(result(policy, events, { asOf: "1 13:00" }).cycles?.at(-1)).toMatchObject({
      clock: "running",
      elapsedMs: HOUR,
    });
    expect(codes(policy, events)).toEqual([]);
  });

  it("does not end with a reopening while no clock is stopped or waived", () => {
    const policy = promise({ reopening: "resume", reopen: "again" });
    expect(result(policy, ["opened 1 09:00", "paused 1 10:00", "again 1 12:00"], { asOf: "1 13:00" }).clock).toBe(
      "paused",
    );
  });

  it("ends with a cancellation: nothing after it is read", () => {
    const events = [
      "opened 1 09:00",
      "paused 1 10:00",
      "cancelled 1 11:00",
      "resumed 1 12:00",
      "paused 1 13:00",
      "paused 1 14:00",
    ];
    expect(codes(promise({}), events)).toEqual([]);
    expect(result(promise({}), events).outcome).toBe("not-applicable");
  });
});

describe("an odd pause", () => {
  const both = define(
    document({}, { commitments: { it: promised({}), late: promised({ stop: "message", target: hours("PT9H") }) } }),
  );
  const none = define(document({}, { commitments: { it: promised({ pauses: false }) } }));
  const odd = ["opened 1 09:00", "closed 1 10:00", "resumed 1 11:00", "paused 1 12:00", "paused 1 13:00"];

  it("is told while some clock that pauses may stand still was never stopped", () => {
    expect(codes(both, odd)).toEqual(["case.resume-without-pause", "case.second-pause"]);
    expect(codes(both, [...odd, "message 1 10:30"])).toEqual([]);
    expect(codes(promise({}), odd)).toEqual([]);
  });

  it("is none where no clock may stand still", () => {
    expect(codes(none, ["opened 1 09:00", "resumed 1 10:00", "paused 1 12:00", "paused 1 13:00"])).toEqual([]);
  });
});

describe("dueIfResumedAt", () => {
  it("knows of a pause that a stop did not end", () => {
    const policy = promise({ reopening: "resume" });
    const one = request(["opened 1 09:00", "paused 1 10:00", "closed 1 11:00", "opened 1 12:00"]);
    // An hour is used; three are left from 14:00.
    expect(dueIfResumedAt(policy, one, "it", at("1 14:00"), { asOf: at("1 13:00") })).toBe(at("1 17:00"));
    const resumed = { ...one, events: [...one.events, event("resumed 1 14:00")] };
    expect(result(policy, resumed, { asOf: "1 14:00" }).dueAt).toBe(at("1 17:00"));
  });
});
