/**
 * By what a callback was judged: its calendar, the rule that chose it, and the version. Source: docs/policies.md, "Results".
 */
import { describe, expect, it } from "vitest";
import { definePolicy, evaluate, type PolicyDocument } from "../../../../src/index.ts";

const week = { "mon-fri": ["09:00-17:00"] } as const;
const POLICY: PolicyDocument = {
  policy: "two desks",
  calendar: "paris",
  calendars: { paris: { timeZone: "Europe/Paris", week }, london: { timeZone: "Europe/London", week } },
  calendarRules: [{ when: { customer: "acme" }, calendar: "london" }],
  kinds: { call: { events: ["called", "helped"] } },
  commitments: { callback: { kind: "carry-over", kinds: ["call"], start: "called", stop: "helped", order: "report" } },
  versions: [{ from: "2026-06-01", name: "summer", readings: { closing: "day" } }],
};
const callback = (called: string, helped: string, customer?: string) => {
  const events = [
    { type: "called", at: called },
    { type: "helped", at: helped },
  ];
  const one = { id: "A", kind: "call", ...(customer === undefined ? {} : { customer }), events };
  return evaluate(definePolicy(POLICY), [one], { asOf: "2026-06-30T00:00Z" }).cases[0]!.commitments["callback"]!;
};

describe("a callback", () => {
  it("says its calendar, the rule and the version", () => {
    // Friday 16:30 in London is after closing in Paris; helped on Monday, it was carried over on both desks.
    const [called, helped] = ["2026-06-05T16:30+01:00", "2026-06-08T10:00+01:00"];
    expect(callback(called, helped, "acme")).toMatchObject({
      outcome: "met",
      calendar: "london",
      calendarRule: 0,
      version: "summer",
    });
    expect(callback(called, helped)).toMatchObject({ calendar: "paris", calendarRule: null, version: "summer" });
  });

  it("called before the first version says null", () => {
    expect(callback("2026-05-29T16:30+01:00", "2026-06-01T10:00+01:00")).toMatchObject({ version: null });
  });

  it("that is not carried over was judged by nothing", () => {
    const made = callback("2026-06-05T10:00+01:00", "2026-06-05T11:00+01:00", "acme");
    expect(made.outcome).toBe("not-applicable");
    expect([made.calendar, made.calendarRule, made.version]).toEqual([undefined, undefined, undefined]);
  });
});
