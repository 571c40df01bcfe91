/**
 * What the contract leaves open about clocks, and docs/policies.md and docs/semantics.md decide.
 */
import { describe, expect, it } from "vitest";
import { at, days, HOUR, hours, PRIORITY, promise, promised, result, set, table } from "../promise.ts";

describe("an early stop, then a start", () => {
  const early = ["closed 1 08:00", "opened 1 09:00"];
  it.each(["cancelled", "waived"])("and %s past the target, is not-applicable", (type) => {
    const policy = promise({ target: hours("PT1H"), waive: "waived" });
    expect(result(policy, [...early, `${type} 1 12:00`]).outcome).toBe("not-applicable");
    expect(result(policy, early).reason).toBe("stop-before-start");
  });
});

describe("resets of one instant", () => {
  const policy = promise({ reset: ["beat", "message"], per: "cycle" });
  const lengths = (events: Parameters<typeof result>[1]): unknown =>
    result(policy, events, { asOf: "1 12:00" }).cycles?.map(({ elapsedMs = 0, outcome }) => [
      elapsedMs / HOUR,
      outcome,
    ]);

  it("end one cycle", () => {
    const one = [
      [1, "met"],
      [2, "running"],
    ];
    expect(lengths(["opened 1 09:00", "beat 1 10:00"])).toEqual(one);
    expect(lengths(["opened 1 09:00", "beat 1 10:00", "message 1 10:00"])).toEqual(one);
    const seq = ["beat", "message"].map((type, i) => ({ type, at: at("1 10:00"), seq: i }));
    expect(lengths(["opened 1 09:00", ...seq])).toEqual(one);
  });

  it("by another event than the start, at its instant, end one of no length", () => {
    expect(lengths(["opened 1 10:00", "beat 1 10:00"])).toEqual([
      [0, "met"],
      [2, "running"],
    ]);
  });
});

describe("days", () => {
  it("have elapsed as the target counts them, from the date that it counts from", () => {
    const policy = (more: object) =>
      promise(
        { target: days("P1D", { until: "same-time", rollToOpen: true, ...more }) },
        { calendars: { desk: { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } } } },
      );
    // From Saturday the 6th, taken on Monday the 8th; answered on Monday the 15th.
    const events = ["opened 6 10:00", "closed 15 10:00"];
    expect(result(policy({ count: "working" }), events).elapsedDays).toBe(5);
    expect(result(policy({ count: "calendar" }), events).elapsedDays).toBe(7);
  });

  it("until the same time are missed a millisecond after they are due", () => {
    const policy = promise({ target: days("P1D", { until: "same-time" }) });
    const { dueAt, missedAt } = result(policy, ["opened 1 10:00"], { asOf: "1 12:00" });
    expect([dueAt, missedAt]).toEqual([at("2 10:00"), at("2 10:00:00.001")]);
  });
});

describe("two changes at one instant", () => {
  it("begin the clock again if one of them restarts it, whatever the other keeps", () => {
    const target = table({ P1: hours("PT1H"), P2: hours("PT4H") });
    const policy = promise(
      { target, changes: { fact: "restart", policy: "keep-elapsed" } },
      {
        ...PRIORITY,
        versions: [
          {
            from: "2026-06-02",
            commitments: {
              it: promised({
                target: table({ P1: hours("PT1H"), P2: hours("PT3H", "running") }),
                changes: { fact: "restart", policy: "keep-elapsed" },
              }),
            },
          },
        ],
      },
    );
    const events = [set("1 08:00", "P1"), "opened 1 16:30", set("2 00:00", "P2")];
    expect(result(policy, events, { asOf: "2 01:00" })).toMatchObject({
      ...{ outcome: "running", restartedAt: at("2 00:00"), elapsedMs: HOUR, dueAt: at("2 03:00") },
      missedAt: at("2 03:00:00.001"),
    });
  });
});
