/**
 * Rules that choose the calendar of a case, as they are written. Source: docs/policies.md, "Calendars".
 */
import { describe, expect, it } from "vitest";
import { define, document, PRIORITY } from "../evaluation/promise.ts";
import { expectRefusal, refusal } from "../refusals.ts";

const KINDS = {
  request: { events: ["opened", "closed"] },
  incident: { events: ["opened", "closed"] },
};
const FACTS = { priority: PRIORITY.facts.priority, zone: { values: "any" } };
const ruled = (...calendarRules: readonly unknown[]): object =>
  document({ changes: { calendar: "keep" } }, { calendarRules, facts: FACTS, kinds: KINDS });
const rule = (when: unknown, calendar = "night"): object => ({ when, calendar });

describe("rules", () => {
  it("name the kind, the customer and facts, by a text or a list of them", () => {
    const { versions } = define(
      ruled(
        rule({ priority: "P1", kind: ["request", "incident"], customer: "acme" }),
        rule({ zone: ["a", "b"] }, "always"),
      ),
    );
    const [first, second] = versions[0]!.rules;
    expect([...first!.when].map(([key, texts]) => [key, [...texts]])).toEqual([
      ["priority", ["P1"]],
      ["kind", ["request", "incident"]],
      ["customer", ["acme"]],
    ]);
    expect(second).toMatchObject({ calendar: "always" });
  });

  it.each([
    ["a rule that is the same", { kind: "request" }, { kind: "request" }],
    ["fewer of its values", { priority: ["P1", "P2"] }, { priority: "P2" }],
    ["more keys", { priority: ["P1", "P2"] }, { customer: "acme", priority: "P2" }],
  ])("that leave nothing to a later one are refused, with both: %s", (_, first, second) => {
    expectRefusal(() => define(ruled(rule({ zone: "x" }), rule(first), rule(second, "always"))), {
      ...{ code: "policy.conflict", path: ["calendarRules", 2], count: 1 },
      message: /rule 1 hits whenever rule 2 would, and comes first: put rule 2 before it, or take it out/,
    });
  });

  it.each([
    ["more of its values", { priority: "P1" }, { priority: ["P1", "P2"] }],
    ["fewer keys", { priority: "P1", kind: "request" }, { priority: "P1" }],
    ["other keys", { priority: "P1" }, { kind: "request" }],
    ["none of its values", { priority: "P1" }, { priority: "P2" }],
  ])("that leave something to it are none: %s", (_, first, second) => {
    expect(define(ruled(rule(first), rule(second, "always"))).versions[0]!.rules).toHaveLength(2);
  });

  it("that another two leave nothing to only together are let through: each leaves something", () => {
    const rules = [rule({ priority: "P1" }), rule({ priority: "P2" }), rule({ priority: ["P1", "P2"] }, "always")];
    expect(define(ruled(...rules)).versions[0]!.rules).toHaveLength(3);
  });

  it.each([
    [
      { prioritty: "P1" },
      "policy.unknown-name",
      ["when", "prioritty"],
      /no fact of this policy; did you mean "priority"/,
    ],
    [{ colour: "red" }, "policy.unknown-name", ["when", "colour"], /"colour" is no fact of this policy; declare it/],
    [{ toString: "P1" }, "policy.unknown-name", ["when", "toString"], /no fact/],
    [
      { priority: "P9" },
      "policy.unknown-name",
      ["when", "priority"],
      /"P9" is no priority of this policy; did you mean/,
    ],
    [{ priority: ["P1", "toString"] }, "policy.unknown-name", ["when", "priority", 1], /no priority/],
    [{ kind: "incidnet" }, "policy.unknown-name", ["when", "kind"], /did you mean "incident"/],
    [{ priority: [] }, "policy.bad-value", ["when", "priority"], /an empty list: nothing can be that/],
    [{ priority: 1 }, "policy.bad-value", ["when", "priority"], /1 is not priority/],
    [{ zone: null }, "policy.bad-value", ["when", "zone"], /null is not a text/],
    [{ zone: "" }, "policy.bad-value", ["when", "zone"], /is not a text/],
    [{ customer: { not: "acme" } }, "policy.bad-value", ["when", "customer"], /is not a text/],
    [{}, "policy.bad-value", ["when"], /would always hit: that is what calendar is for/],
    [undefined, "policy.missing-key", ["when"], /say when the rule hits/],
    ["P1", "policy.bad-value", ["when"], /is not texts by fact/],
  ])("are refused for %j", (when, code, place, message) => {
    // The one after it is no second problem: what a slip leaves of a rule may hit more than was meant.
    const error = refusal(() => define(ruled(rule(when), rule({ kind: "request" }, "always"))));
    expect(error.issues, error.message).toHaveLength(1);
    expect(error.issues[0]).toMatchObject({ code, path: ["calendarRules", 0, ...place] });
    expect(error.issues[0]?.message).toMatch(message);
  });

  it.each([
    [{ when: { kind: "request" }, calendar: "nigth" }, "policy.unknown-name", ["calendar"], /did you mean "night"/],
    [{ when: { kind: "request" } }, "policy.missing-key", ["calendar"], /calendar is missing/],
    [{ if: {}, when: { kind: "request" }, calendar: "night" }, "policy.unknown-key", ["if"], /no key of a rule/],
    [null, "policy.bad-value", [], /null is not a rule/],
  ])("are refused that are none: %j", (value, code, place, message) => {
    expectRefusal(() => define(ruled(value)), { code, path: ["calendarRules", 0, ...place], message, count: 1 });
  });

  it("are a list", () => {
    const path = ["calendarRules"];
    for (const calendarRules of [rule({ kind: "request" }), "night", null])
      expectRefusal(() => define(document({}, { calendarRules })), { code: "policy.bad-value", path, count: 1 });
  });

  it("of a version are its own, all of them, and may name its calendars", () => {
    const version = { from: "2026-07-01", calendars: { late: { timeZone: "UTC", week: { mon: ["20:00-24:00"] } } } };
    const from = (...calendarRules: readonly object[]) =>
      define({
        ...ruled(rule({ kind: "request" })),
        versions: [{ ...version, calendarRules }, { from: "2026-08-01" }],
      });
    const { versions } = from(rule({ kind: "incident" }, "late"));
    expect(versions.map(({ rules }) => rules.map(({ calendar }) => calendar))).toEqual([["night"], ["late"], ["late"]]);
    expect(versions[2]!.rules[0]).toBe(versions[1]!.rules[0]);
    expect(from().versions[1]!.rules).toEqual([]);
  });
});
