/**
 * Facts, as they are declared. Source: docs/policies.md, "Facts".
 */
import { describe, expect, it } from "vitest";
import { define, document, hours, table } from "../evaluation/promise.ts";
import { expectRefusal } from "../refusals.ts";

const withFacts = (facts: unknown): object => document({}, { facts });

describe("a fact", () => {
  it("is a list of its values, or says also what changes it", () => {
    const { facts } = define(
      withFacts({
        priority: ["P1", "P2"],
        tier: { values: ["gold"] },
        site: { values: "any", changedBy: ["moved"], before: "first" },
      }),
    );
    expect([...facts.get("priority")!.values!]).toEqual(["P1", "P2"]);
    expect([...facts.get("priority")!.changedBy]).toEqual([]);
    expect([...facts.get("tier")!.values!]).toEqual(["gold"]);
    expect(facts.get("site")!.values).toBeUndefined();
    expect([...facts.get("site")!.changedBy]).toEqual(["moved"]);
  });

  it("makes what changes it an event of every kind", () => {
    expect([
      ...define(withFacts({ site: { values: "any", changedBy: ["moved"], before: "first" } })).commonEvents,
    ]).toContain("moved");
  });

  it("that is any text can be named in rules, not in a table", () => {
    const facts = { priority: { values: "any" } };
    expectRefusal(() => define(document({ target: table({ P1: hours("PT1H") }) }, { facts })), {
      ...{ code: "policy.ambiguous", path: ["commitments", "it", "target", "by"], count: 1 },
      message: /"priority" may be any text: list its values in facts/,
    });
    const calendarRules = [{ when: { priority: "whatever" }, calendar: "night" }];
    expect(define(document({}, { facts, calendarRules })).versions[0]!.rules).toHaveLength(1);
  });

  it.each([
    [{ priority: [] }, "policy.bad-value", ["priority"], /"priority" has no values/],
    [{ priority: ["P1", "P1"] }, "policy.bad-value", ["priority"], /"priority" names a value twice/],
    [{ priority: ["P1", 2] }, "policy.bad-value", ["priority", 1], /2 is not a value/],
    [{ priority: [""] }, "policy.bad-value", ["priority", 0], /is not a value/],
    [{ priority: null }, "policy.bad-value", ["priority"], /null is not a list of values/],
    [
      { priority: "P1" },
      "policy.bad-value",
      ["priority"],
      /"P1" is not a list of values, or an object such as \{ values: "any" \}/,
    ],
    [{ priority: {} }, "policy.missing-key", ["priority", "values"], /a list of values, or "any" is missing/],
    [{ priority: { values: "all" } }, "policy.bad-value", ["priority", "values"], /"all" is not a list of values/],
    [{ priority: { values: [] } }, "policy.bad-value", ["priority", "values"], /has no values/],
    [{ priority: { values: ["P1", "P1"] } }, "policy.bad-value", ["priority", "values"], /names a value twice/],
    [
      { priority: { values: "any", changedBy: "set", before: "first" } },
      "policy.bad-value",
      ["priority", "changedBy"],
      /a list of events/,
    ],
    [
      { priority: { values: "any", changedBy: [7], before: "first" } },
      "policy.bad-value",
      ["priority", "changedBy", 0],
      /7 is not/,
    ],
    [{ priority: { values: "any", changdBy: ["set"] } }, "policy.unknown-key", ["priority", "changdBy"], /"changedBy"/],
    [{ kind: ["a"] }, "policy.conflict", ["kind"], /every case has its kind; name the fact otherwise/],
    [{ customer: ["a"] }, "policy.conflict", ["customer"], /every case has its customer/],
    [{ id: ["a"] }, "policy.conflict", ["id"], /every case has its id/],
    [{ events: ["a"] }, "policy.conflict", ["events"], /every case has its events/],
    [["priority"], "policy.bad-value", [], /is not facts by name/],
  ])("is refused: %j", (facts, code, place, message) => {
    expectRefusal(() => define(withFacts(facts)), { code, path: ["facts", ...place], message, count: 1 });
  });

  it("may be named, and have values, as every object has members", () => {
    const { facts } = define(withFacts({ constructor: ["toString", "valueOf"] }));
    expect([...facts.get("constructor")!.values!]).toEqual(["toString", "valueOf"]);
    expect(facts.get("toString")).toBeUndefined();
    expectRefusal(
      () => define(document({ target: { by: "valueOf", values: {} } }, { facts: { constructor: ["a"] } })),
      {
        ...{ code: "policy.unknown-name", path: ["commitments", "it", "target", "by"] },
      },
    );
  });
});
