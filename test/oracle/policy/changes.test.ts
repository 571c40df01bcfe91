/**
 * What the simulator makes of changes while a clock runs, by examples worked by hand.
 */

import { describe, expect, it } from "vitest";
import type { ChangeMode } from "../../../src/policy/documents/document.ts";
import { at, byPriority, HOURS, MINUTES, policy, result, target } from "./examples.ts";
import type { Expected } from "./types.ts";

const THREE_TWO = byPriority({ P1: "PT2H", P2: "PT3H", P3: null });

describe("a change of the fact", () => {
  const looked = (fact: ChangeMode, lines: readonly string[], asOf: string, priority = "P2"): Expected =>
    result(policy(target({ target: THREE_TWO, changes: { fact } })), lines, { asOf, facts: { priority } });
  const raised = ["opened 05-05 10:00", "prioritised 05-05 11:00 priority=P1"];

  it("keeps, goes on with what has elapsed, begins again or holds from the start (SaaSJet)", () => {
    expect(looked("keep", raised, "05-05 11:30")).toMatchObject({ dueAt: at("05-05 13:00"), fact: "P2" });
    expect(looked("keep-elapsed", raised, "05-05 11:30")).toMatchObject({ dueAt: at("05-05 12:00"), fact: "P1" });
    expect(looked("restart", raised, "05-05 11:30")).toMatchObject({
      dueAt: at("05-05 13:00"),
      restartedAt: at("05-05 11:00"),
      startedAt: at("05-05 10:00"),
      elapsedMs: 30 * MINUTES,
    });
    expect(looked("retroactive", raised, "05-05 11:30").dueAt).toBe(at("05-05 12:00"));
  });

  it("to a shorter target is due before it and missed at it, or retroactively when it was used up", () => {
    const late = ["opened 05-05 10:00", "prioritised 05-05 12:30 priority=P1"];
    expect(looked("keep-elapsed", late, "05-05 12:45")).toMatchObject({
      outcome: "missed",
      dueAt: at("05-05 12:00"),
      missedAt: at("05-05 12:30"),
      overrunMs: 45 * MINUTES,
    });
    expect(looked("retroactive", late, "05-05 12:45").missedAt).toBe(at("05-05 12:00:00.001"));
  });

  it("does not forgive what was missed before it, save retroactively", () => {
    const late = ["opened 05-05 10:00", "prioritised 05-05 12:30 priority=P2", "resolved 05-05 12:40"];
    expect(looked("keep-elapsed", late, "05-05 13:00", "P1")).toMatchObject({
      outcome: "missed",
      fact: "P1",
      missedAt: at("05-05 12:00:00.001"),
      elapsedMs: 160 * MINUTES,
    });
    expect(looked("restart", late, "05-05 13:00", "P1")).toMatchObject({ outcome: "missed", restartedAt: null });
    expect(looked("retroactive", late, "05-05 13:00", "P1")).toMatchObject({ outcome: "met", fact: "P2" });
  });

  it("to nothing promised: not applicable, and nothing elapses meanwhile", () => {
    const dropped = ["opened 05-05 10:00", "prioritised 05-05 11:00 priority=P3"];
    expect(looked("keep-elapsed", dropped, "05-05 12:00").outcome).toBe("not-applicable");
    const back = [...dropped, "prioritised 05-05 13:00 priority=P2"];
    expect(looked("keep-elapsed", back, "05-05 13:00")).toMatchObject({ elapsedMs: HOURS, dueAt: at("05-05 15:00") });
  });

  it("that is the first value that it gets held from the start", () => {
    const document = policy(target({ target: THREE_TWO, changes: { fact: "keep-elapsed" } }));
    expect(result(document, raised, { asOf: "05-05 10:30" })).toMatchObject({ reason: "no-figure" });
    expect(result(document, raised, { asOf: "05-05 11:00" })).toMatchObject({ dueAt: at("05-05 12:00"), fact: "P1" });
  });

  it("of the instant of the stop is read before it", () => {
    const same = ["opened 05-05 10:00", "resolved 05-05 12:30", "prioritised 05-05 12:30 priority=P1"];
    expect(looked("keep-elapsed", same, "05-05 13:00")).toMatchObject({
      outcome: "missed",
      missedAt: at("05-05 12:30"),
    });
    expect(looked("restart", same, "05-05 13:00")).toMatchObject({ outcome: "met", elapsedMs: 0 });
  });
});

describe("between hours and days", () => {
  const mixed = policy(
    target({
      target: {
        by: "priority",
        values: {
          P1: { hours: "PT10H", count: "open" },
          P2: { days: "P1D", count: "calendar", until: "midnight", rollToOpen: false },
          P3: null,
        },
      },
      changes: { fact: "keep-elapsed" },
    }),
  );

  it("days go by the date of the start, hours by what had elapsed", () => {
    const toDays = ["opened 05-05 10:00", "prioritised 05-06 11:00 priority=P2"];
    expect(result(mixed, toDays, { asOf: "05-06 12:00", facts: { priority: "P1" } })).toMatchObject({
      outcome: "running",
      dueDate: "2026-05-06",
      elapsedDays: 1,
    });
    const toHours = ["opened 05-05 10:00", "prioritised 05-06 10:00 priority=P1"];
    expect(result(mixed, toHours, { asOf: "05-06 10:00", facts: { priority: "P2" } })).toMatchObject({
      elapsedMs: 8 * HOURS,
      dueAt: at("05-06 12:00"),
    });
  });

  it("hours that a version makes of days stand still in a pause", () => {
    const changes = { policy: "retroactive" } as const;
    const three = { days: "P3D", count: "calendar", until: "midnight", rollToOpen: false } as const;
    const versions = [{ from: "2026-05-06", commitments: { it: target({ changes }) } }];
    const document = policy(target({ target: three, changes }), { versions });
    const lines = ["opened 05-05 16:00", "paused 05-06 09:30"];
    expect(result(document, lines, { asOf: "05-05 18:00" })).toMatchObject({ outcome: "running", elapsedDays: 0 });
    expect(result(document, lines, { asOf: "05-06 12:00" })).toMatchObject({
      outcome: "paused",
      elapsedMs: 90 * MINUTES,
      remainingMs: 30 * MINUTES,
    });
  });

  it("days that were over before the change stay missed", () => {
    const late = ["opened 05-05 10:00", "prioritised 05-07 10:00 priority=P1"];
    expect(result(mixed, late, { asOf: "05-07 11:00", facts: { priority: "P2" } })).toMatchObject({
      outcome: "missed",
      fact: "P2",
      missedAt: "2026-05-06T22:00:00.000Z",
    });
    // Hours that become days after the last of them: late at the change.
    const toDays = ["opened 05-05 16:00", "prioritised 05-07 08:00 priority=P2"];
    expect(result(mixed, toDays, { asOf: "05-07 11:00", facts: { priority: "P1" } })).toMatchObject({
      outcome: "missed",
      dueAt: "2026-05-06T22:00:00.000Z",
      missedAt: at("05-07 08:00"),
    });
  });
});

describe("a change of the calendar or of the version", () => {
  it("measures what has elapsed as it was, and goes on by the new calendar", () => {
    const rules = { calendarRules: [{ when: { priority: "P1" }, calendar: "always" }] };
    const hours = target({ target: { hours: "PT4H", count: "open" }, changes: { calendar: "keep-elapsed" } });
    const lines = ["opened 05-05 16:00", "prioritised 05-05 18:00 priority=P1"];
    expect(result(policy(hours, rules), lines, { asOf: "05-05 18:30", facts: { priority: "P2" } })).toMatchObject({
      elapsedMs: 90 * MINUTES,
      dueAt: at("05-05 21:00"),
      calendar: "always",
      calendarRules: [0],
    });
  });

  it("is foreseen as an instant, not as an answer", () => {
    const versions = [
      {
        from: "2026-05-06",
        name: "tighter",
        commitments: { it: target({ target: { hours: "PT1H", count: "open" } }) },
      },
    ];
    const looked = (policyMode: ChangeMode, asOf: string): Expected => {
      const it = target({ target: { hours: "PT4H", count: "open" }, changes: { policy: policyMode } });
      return result(policy(it, { versions }), ["opened 05-05 15:30"], { asOf });
    };
    expect(looked("keep-elapsed", "05-05 18:00")).toMatchObject({
      dueAt: at("05-06 11:30"),
      versions: [null],
      nextChanges: [at("05-06 00:00")],
    });
    expect(looked("keep", "05-05 18:00").nextChanges).toEqual([at("05-06 09:00")]);
    expect(looked("keep-elapsed", "05-06 00:00")).toMatchObject({
      outcome: "missed",
      versions: ["tighter"],
      dueAt: at("05-05 16:30"),
      missedAt: at("05-06 00:00"),
    });
  });
});
