/**
 * A desk whose windows run on past midnight has no closing there. Before, its callbacks were beyond reach, or missed before they were
 * carried over. Law: while a callback runs, it is missed later than now (test/properties/carry-over.laws.test.ts).
 */
import { describe, expect, it } from "vitest";
import { createCalendar, planCallbacks } from "../../src/index.ts";
import { at, define, event, request, tell } from "../unit/evaluation/promise.ts";

const CALENDARS = {
  always: { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } },
  weekdays: { timeZone: "UTC", week: { "mon-fri": ["00:00-24:00"] } },
  lunch: { timeZone: "UTC", week: { "mon-sun": ["09:00-12:00", "14:00-17:00"] } },
  touching: { timeZone: "UTC", week: { "mon-sun": ["09:00-12:00", "12:00-17:00"] } },
  night: { timeZone: "UTC", week: { "mon-sun": ["22:00-06:00"] } },
  relay: { timeZone: "UTC", week: { "mon-sun": ["06:00-14:00", "22:00-06:00"] } },
} as const;

function callback(calendar: keyof typeof CALENDARS, events: readonly string[], asOf: string) {
  const policy = define({
    policy: "callbacks",
    calendars: CALENDARS,
    calendar,
    kinds: { call: { events: ["opened", "closed"] } },
    commitments: {
      it: { kind: "carry-over", kinds: ["call"], start: "opened", stop: "closed", order: "report", closing: "window" },
    },
  });
  const one = { ...request(events.map((each) => event(each))), kind: "call" };
  return tell(policy, [one], { asOf }).cases[0]!.commitments["it"]!;
}

describe("a window that goes on without a gap", () => {
  it.each([
    ["always", ["opened 1 10:00", "closed 2 10:00"]],
    ["always", ["opened 1 10:00"]],
    ["weekdays", ["opened 1 10:00", "closed 2 10:00"]],
    ["weekdays", ["opened 2 23:59"]],
    ["relay", ["opened 1 23:00"]],
    ["relay", ["opened 2 05:59"]],
  ] as const)("has no closing: %s, %j", (calendar, events) => {
    const result = callback(calendar, events, "4 12:00");
    expect(result).toMatchObject({ outcome: "not-applicable", carriedOver: false, dueAt: null, dueFrom: null });
  });

  it("closes where the run of windows ends: Friday's at Saturday 00:00", () => {
    expect(callback("weekdays", ["opened 5 10:00"], "5 23:59")).toMatchObject({
      ...{ outcome: "running", nextChangeAt: at("6 00:00"), missedAt: at("9 00:00"), carriedOver: false },
    });
    expect(callback("weekdays", ["opened 5 10:00"], "6 00:00")).toMatchObject({
      ...{ outcome: "running", carriedOver: true, dueFrom: at("8 00:00"), dueAt: at("9 00:00") },
    });
  });
});

describe("a window that ends", () => {
  it.each([
    ["of the call", "lunch", "opened 1 11:30", "1 12:00"],
    ["of the day, for a call between two", "lunch", "opened 1 12:30", "1 17:00"],
    ["as one with the window that it touches", "touching", "opened 1 10:00", "1 17:00"],
    ["of the night, for a call after midnight", "night", "opened 2 01:00", "2 06:00"],
    ["of the day after a night", "relay", "opened 2 10:00", "2 14:00"],
  ] as const)("is %s", (_, calendar, opened, closing) => {
    const before = callback(
      calendar,
      [opened],
      `${closing.slice(0, 2)}${String(Number(closing.slice(2, 4)) - 1).padStart(2, "0")}:59`,
    );
    expect(before).toMatchObject({ outcome: "running", carriedOver: false, nextChangeAt: at(closing) });
    expect(callback(calendar, [opened], closing)).toMatchObject({ outcome: "running", carriedOver: true });
  });
});

describe("a plan for such a desk", () => {
  it("takes its callbacks as never carried over", () => {
    const calendar = createCalendar(CALENDARS.always, { output: "iso" });
    const pending = [{ id: "A", calledAt: "2026-06-01T10:00Z" }];
    const plan = planCallbacks(pending, {
      ...{ calendar, agents: 1, handlingMinutes: 20, from: "2026-06-02T10:00Z", closing: "window" },
    });
    expect(plan.calls).toMatchObject([{ id: "A", carriedOver: false, missed: [] }]);
  });
});
