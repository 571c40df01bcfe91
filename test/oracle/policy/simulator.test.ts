/**
 * The simulator judges the library; these examples, worked by hand from the contract and from what other engines are known to
 * answer, judge the simulator: one clock, without changes.
 */

import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../../src/policy/documents/document.ts";
import { ALWAYS, at, HOURS, MINUTES, policy, result, target } from "./examples.ts";

const days = { days: "P3D", count: "calendar", until: "midnight", rollToOpen: true } as const;

describe("a clock in hours", () => {
  it("is due and missed as the contract's own lines say", () => {
    const four = policy(target({ calendar: "desk", target: { hours: "PT4H", count: "open" } }));
    const opened = "opened 05-22 11:00";
    expect(result(four, [opened], { asOf: "05-22 15:00" })).toMatchObject({
      outcome: "running",
      dueAt: at("05-22 17:00"),
      missedAt: at("05-26 09:00:00.001"),
      nextChanges: [at("05-22 16:00")],
      elapsedMs: 2 * HOURS,
      remainingMs: 2 * HOURS,
      atRisk: null,
      calendarOpen: true,
    });
    expect(result(four, [opened], { asOf: "05-23 12:00" })).toMatchObject({
      outcome: "running",
      remainingMs: 0,
      atRisk: 0.9,
      calendarOpen: false,
      // The calendar opens one millisecond before it is missed.
      nextChanges: [at("05-26 09:00")],
    });
    expect(result(four, [opened], { asOf: "05-26 09:00:00.001" })).toMatchObject({
      outcome: "missed",
      clock: "running",
      overrunMs: 1,
      nextChanges: [null],
    });
    expect(result(four, [opened, "resolved 05-23 11:00"], { asOf: "05-26 12:00" })).toMatchObject({
      outcome: "met",
      dueAt: at("05-22 17:00"),
      missedAt: null,
      elapsedMs: 4 * HOURS,
    });
    const paused = result(four, [opened, "paused 05-22 15:00"], { asOf: "05-23 12:00" });
    expect(paused).toMatchObject({ outcome: "paused", dueAt: null, missedAt: null, nextChanges: [at("05-26 09:00")] });
  });

  it("counts open hours, hours of working days, or all", () => {
    const dueOf = (count: "open" | "working-days" | "running"): unknown =>
      result(policy(target({ calendar: "desk", target: { hours: "PT48H", count } })), ["opened 05-07 16:00"], {
        asOf: "05-07 16:00",
      }).dueAt;
    expect(dueOf("open")).toBe(at("05-21 16:00"));
    expect(dueOf("working-days")).toBe(at("05-12 16:00"));
    expect(dueOf("running")).toBe(at("05-09 16:00"));
  });

  it("loses nothing and gains nothing in a pause over a weekend (Frappe)", () => {
    // 10:00 to 18:00, Friday 8 May closed. 50 minutes are used at the pause; of the hold 10 + 150 minutes are open.
    const hours = {
      timeZone: "Europe/Paris",
      week: { "mon-fri": ["10:00-18:00"] },
      exceptions: { "2026-05-08": [] },
    } as const;
    const held = policy(target({ target: { hours: "PT3H", count: "open" } }), { calendars: { office: hours } });
    const lines = ["opened 05-07 17:00", "paused 05-07 17:50", "resumed 05-11 12:30"];
    expect(result(held, lines, { asOf: "05-11 12:30" })).toMatchObject({
      outcome: "running",
      elapsedMs: 50 * MINUTES,
      dueAt: at("05-11 14:40"),
      counted: [`${at("05-07 17:00")}/${at("05-07 17:50")}`],
    });
    // A hold of 3601 s from 10:00 at the desk, 8 hours of target: the next day at 10:00:01.
    const second = ["opened 05-05 10:00", "paused 05-05 11:00", "resumed 05-05 12:00:01"];
    const eight = policy(target({ target: { hours: "PT7H", count: "open" } }), { calendars: { office: hours } });
    expect(result(eight, second, { asOf: "05-05 12:00:01" }).dueAt).toBe(at("05-06 10:00:01"));
  });

  it("crosses the night on which the clock changes by real hours", () => {
    const night = { timeZone: "Europe/Paris", week: { "mon-sun": ["22:00-06:00"] } } as const;
    const six = policy(target({ target: { hours: "PT6H", count: "open" } }), { calendars: { office: night } });
    // 28 March 22:00 is 21:00Z; 02:00 to 03:00 does not exist, so six hours end at 05:00 summer time.
    const march = result(six, ["opened 03-28 23:00"], { asOf: "03-28 23:00" });
    expect(march.dueAt).toBe("2026-03-29T03:00:00.000Z");
  });

  it("takes the events of one instant in their order", () => {
    const two = policy(target());
    const asOf = { asOf: "05-05 12:00" };
    expect(result(two, ["resolved 05-05 10:00", "opened 05-05 10:00"], asOf)).toMatchObject({
      outcome: "met",
      elapsedMs: 0,
    });
    expect(result(two, ["opened 05-05 09:00", "cancelled 05-05 10:00", "resolved 05-05 10:00"], asOf).outcome).toBe(
      "met",
    );
    expect(result(two, ["opened 05-05 09:00", "resumed 05-05 10:00", "paused 05-05 10:00"], asOf).outcome).toBe(
      "missed",
    );
    expect(result(two, ["resolved 05-05 09:00", "opened 05-05 10:00"], asOf)).toMatchObject({
      outcome: "unmeasurable",
      reason: "stop-before-start",
    });
  });

  it("is cancelled: missed past the target, else not applicable, and final", () => {
    const two = policy(target());
    const after = ["opened 05-05 15:00", "resolved 05-07 10:00"];
    const asOf = { asOf: "05-08 12:00" };
    expect(result(two, ["cancelled 05-06 09:00", ...after], asOf).outcome).toBe("not-applicable");
    expect(result(two, ["cancelled 05-06 09:00:00.001", ...after], asOf)).toMatchObject({
      outcome: "missed",
      stoppedAt: null,
      clock: "stopped",
      overrunMs: 1,
      missedAt: at("05-06 09:00:00.001"),
    });
  });
});

describe("a clock in days", () => {
  it("has a last date, moved to a working day", () => {
    const form = policy(target({ calendar: "desk", target: days }));
    expect(result(form, ["opened 05-07 10:00"], { asOf: "05-11 18:00" })).toMatchObject({
      outcome: "running",
      dueDate: "2026-05-11",
      dueAt: "2026-05-11T22:00:00.000Z",
      missedAt: "2026-05-11T22:00:00.000Z",
      elapsedDays: 4,
    });
  });

  it("is not moved by pauses, and late at midnight, at closing, or after the time of day", () => {
    const outcomeOf = (until: "midnight" | "closing" | "same-time", stopped: string): unknown => {
      const one = { days: "P1D", count: "working", until, rollToOpen: true } as const;
      const lines = ["opened 05-07 10:00", "paused 05-07 11:00", `resolved ${stopped}`];
      return result(policy(target({ calendar: "desk", target: one })), lines, { asOf: "05-20 12:00" }).outcome;
    };
    // Friday 8 May is a holiday: the working day after Thursday is Monday 11.
    expect([outcomeOf("midnight", "05-11 23:59:59.999"), outcomeOf("midnight", "05-12 00:00")]).toEqual([
      "met",
      "missed",
    ]);
    expect([outcomeOf("closing", "05-11 16:59:59.999"), outcomeOf("closing", "05-11 17:00")]).toEqual([
      "met",
      "missed",
    ]);
    expect([outcomeOf("same-time", "05-11 10:00"), outcomeOf("same-time", "05-11 10:00:00.001")]).toEqual([
      "met",
      "missed",
    ]);
  });
});

describe("conditions", () => {
  const under = (otherwise: "not-applicable" | "excuse" | "warn") =>
    policy(target({ conditions: ["paid"] }), { conditions: { paid: { check: "contract-paid", otherwise } } });
  const register = { customers: [{ id: "acme", contract: { paid: [{ to: "2026-05-04" }] } }] };
  const looked = { asOf: "05-07 12:00", facts: { customer: "acme" } };
  const lines = ["opened 05-05 09:00"];

  it("that fail make it not applicable, excused or only a warning", () => {
    expect(result(under("not-applicable"), lines, { ...looked, register }).outcome).toBe("not-applicable");
    expect(result(under("excuse"), lines, { ...looked, register })).toMatchObject({
      outcome: "excused",
      clock: "running",
    });
    expect(result(under("warn"), lines, { ...looked, register }).outcome).toBe("missed");
    expect(result(under("excuse"), lines, looked).outcome).toBe("missed");
    const inTime = ["opened 05-05 09:00", "resolved 05-05 10:00"];
    expect(result(under("excuse"), inTime, { ...looked, register }).outcome).toBe("met");
  });
});

describe("a calendar that never closes", () => {
  it("has no opening or closing to wait for", () => {
    const always = policy(target({ pauses: false, atRisk: [0.5] }), {
      calendars: { office: ALWAYS } as PolicyDocument["calendars"],
    });
    const lines = ["opened 05-05 09:00", "paused 05-05 09:30"];
    expect(result(always, lines, { asOf: "05-05 09:45" }).nextChanges).toEqual([at("05-05 10:00")]);
    expect(result(always, lines, { asOf: "05-05 10:00" })).toMatchObject({
      atRisk: 0.5,
      nextChanges: [at("05-05 11:00")],
    });
    expect(result(always, lines, { asOf: "05-05 11:00" }).nextChanges).toEqual([at("05-05 11:00:00.001")]);
  });
});
