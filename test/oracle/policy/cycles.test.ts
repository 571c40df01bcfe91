/**
 * The simulator's cycles and reopenings, by examples worked by hand.
 */

import { describe, expect, it } from "vitest";
import { at, byPriority, HOURS, MINUTES, policy, result, target } from "./examples.ts";
import type { Expected } from "./types.ts";

const outcomes = ({ cycles = [] }: Expected): string[] => cycles.map(({ outcome }) => outcome);

describe("a reopening", () => {
  // Zammad: two hours from 09:00, pending for a quarter of an hour, closed for half an hour.
  const lines = [
    "opened 05-05 09:00",
    "paused 05-05 09:15",
    "resumed 05-05 09:30",
    "resolved 05-05 10:00",
    "reopened 05-05 10:30",
  ];
  const reopened = (reopening: "ignore" | "resume" | "count" | "new-cycle", asOf = "05-05 10:30"): Expected =>
    result(policy(target({ reopening, reopen: "reopened" })), lines, { asOf });

  it("is ignored, resumes, counts what lies between, or begins anew", () => {
    expect(reopened("ignore")).toMatchObject({ outcome: "met", dueAt: at("05-05 11:15") });
    expect(reopened("resume")).toMatchObject({ outcome: "running", elapsedMs: 45 * MINUTES, dueAt: at("05-05 11:45") });
    expect(reopened("count")).toMatchObject({ outcome: "running", elapsedMs: 75 * MINUTES, dueAt: at("05-05 11:15") });
    expect(reopened("new-cycle")).toMatchObject({
      startedAt: at("05-05 10:30"),
      dueAt: at("05-05 12:30"),
      cycles: [{ outcome: "met" }, { outcome: "running" }],
    });
  });

  it("tells what was before it", () => {
    const before = { stoppedAt: at("05-05 10:00"), outcome: "met", reopenedAt: at("05-05 10:30") };
    expect(reopened("resume").reopenings).toEqual([before]);
    expect(reopened("count").reopenings).toEqual([before]);
    expect(reopened("ignore").reopenings).toEqual([]);
  });

  it("of an old case can be missed at once, where the time between counts", () => {
    const old = [...lines.slice(0, 4), "reopened 05-12 10:00"];
    const told = result(policy(target({ reopening: "count", reopen: "reopened" })), old, { asOf: "05-12 11:00" });
    expect(told).toMatchObject({ outcome: "missed", missedAt: at("05-12 10:00"), dueAt: at("05-05 11:15") });
    // 45 minutes, the seven open hours of Tuesday, four days of eight, two hours of Tuesday.
    expect(told.elapsedMs).toBe(45 * MINUTES + 7 * HOURS + 4 * 8 * HOURS + 2 * HOURS);
  });

  it("does not count what was paused between", () => {
    const between = [...lines.slice(0, 4), "paused 05-05 10:10", "resumed 05-05 10:20", "reopened 05-05 10:30"];
    const told = result(policy(target({ reopening: "count", reopen: "reopened" })), between, { asOf: "05-05 10:30" });
    expect(told).toMatchObject({ elapsedMs: 65 * MINUTES, dueAt: at("05-05 11:25") });
  });

  it("reads a change while it was stopped: nothing was missed before it, though more than the target had passed", () => {
    const more = {
      target: byPriority({ P1: "PT2H", P2: "PT4H", P3: null }),
      changes: { fact: "keep-elapsed" },
    } as const;
    const raised = [
      "opened 05-05 09:00",
      "resolved 05-05 10:00",
      "prioritised 05-05 11:30 priority=P2",
      "reopened 05-05 12:00",
    ];
    const counting = policy(target({ ...more, reopening: "count", reopen: "reopened" }));
    expect(result(counting, raised, { asOf: "05-05 12:00", facts: { priority: "P1" } })).toMatchObject({
      outcome: "running",
      fact: "P2",
      dueAt: at("05-05 13:00"),
    });
  });

  it("of a clock whose first stop came too early is measured, for there was another stop", () => {
    const early = ["resolved 05-05 08:00", "opened 05-05 09:00", "resolved 05-05 10:00", "reopened 05-05 11:00"];
    const told = result(policy(target({ reopening: "resume", reopen: "reopened" })), early, { asOf: "05-05 11:30" });
    expect(told).toMatchObject({ outcome: "running", elapsedMs: 90 * MINUTES });
  });

  it("that is stopped at once is too late from then on, and not from a later reopening on", () => {
    // Answered on the last date, reopened and stopped again at its end, which is itself too late, and reopened on the next date.
    const sameDay = { days: "P0D", count: "calendar", until: "midnight", rollToOpen: false } as const;
    const atMidnight = ["reopened 05-06 00:00", "resolved 05-06 00:00", "reopened 05-06 15:00"];
    for (const reopening of ["resume", "count"] as const) {
      const days = policy(target({ target: sameDay, reopening, reopen: "reopened" }));
      const told = result(days, ["opened 05-05 09:00", "resolved 05-05 10:00", ...atMidnight], { asOf: "05-06 16:00" });
      expect(told).toMatchObject({ outcome: "missed", missedAt: at("05-06 00:00") });
      expect(told.reopenings?.map(({ outcome }) => outcome)).toEqual(["met", "missed"]);
    }
  });

  it("at the instant of the stop comes before it", () => {
    const same = [...lines.slice(0, 4), "reopened 05-05 10:00"];
    expect(
      result(policy(target({ reopening: "resume", reopen: "reopened" })), same, { asOf: "05-05 12:00" }),
    ).toMatchObject({
      outcome: "met",
      reopenings: [],
    });
  });
});

describe("cycles", () => {
  const updates = policy(target({ reset: "answered", per: "cycle", target: { hours: "PT1H", count: "open" } }));

  it("end with a reset, and the next begins there", () => {
    const lines = ["opened 05-05 09:00", "answered 05-05 09:50", "answered 05-05 11:00", "resolved 05-05 11:30"];
    const told = result(updates, lines, { asOf: "05-05 12:00" });
    expect(outcomes(told)).toEqual(["met", "missed", "met"]);
    // The first missed decides.
    expect(told).toMatchObject({ outcome: "missed", startedAt: at("05-05 09:50"), stoppedAt: at("05-05 11:00") });
  });

  it("keep a pause over a reset", () => {
    const lines = ["opened 05-05 09:00", "paused 05-05 09:20", "answered 05-05 09:50", "resumed 05-05 11:00"];
    const told = result(updates, lines, { asOf: "05-05 11:30" });
    expect(told.cycles).toMatchObject([
      { outcome: "met", elapsedMs: 20 * MINUTES, dueAt: null },
      { outcome: "running", elapsedMs: 30 * MINUTES, dueAt: at("05-05 12:00") },
    ]);
  });

  const replies = policy(
    target({
      start: { event: "asked", where: { side: "customer" } },
      after: "answered",
      stop: ["answered", "resolved"],
      waive: "dropped",
      reopening: "new-cycle",
      per: "cycle",
      optional: "start",
    }),
  );
  const asked = (time: string): string => `asked ${time} side=customer`;

  it("of a next reply count from the oldest unanswered message, and only after the first answer", () => {
    const lines = [
      asked("05-05 09:00"),
      "answered 05-05 10:00",
      asked("05-05 11:00"),
      asked("05-05 12:00"),
      "asked 05-05 12:10 side=provider",
      "answered 05-05 12:30",
      asked("05-05 14:00"),
    ];
    const told = result(replies, lines, { asOf: "05-05 14:30" });
    expect(told.cycles).toMatchObject([
      { outcome: "met", startedAt: at("05-05 11:00"), elapsedMs: 90 * MINUTES },
      { outcome: "running", startedAt: at("05-05 14:00") },
    ]);
    expect(told.outcome).toBe("running");
  });

  it("are waived, unless they were missed", () => {
    const first = ["opened 05-05 09:00", "answered 05-05 09:10", asked("05-05 09:30")];
    const waived = result(replies, [...first, "dropped 05-05 11:30", asked("05-05 12:00")], { asOf: "05-05 12:30" });
    expect(outcomes(waived)).toEqual(["not-applicable", "running"]);
    const late = result(replies, [...first, "dropped 05-05 11:30:00.001"], { asOf: "05-05 12:30" });
    expect(late).toMatchObject({ outcome: "missed", clock: "stopped", stoppedAt: null });
  });

  it("never began: not concerned", () => {
    const lines = ["opened 05-05 09:00", asked("05-05 09:30")];
    expect(result(replies, lines, { asOf: "05-05 12:00" }).outcome).toBe("not-applicable");
  });
});
