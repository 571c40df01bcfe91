/**
 * The calendar of a case: the first rule that hits. Source: docs/policies.md, "Calendars".
 */
import { describe, expect, it } from "vitest";
import { at, promise, promised, request, result, told } from "../promise.ts";

const rest = {
  facts: { priority: ["P1", "P2"], site: { values: "any" } },
  kinds: { request: { events: ["opened", "closed"] }, order: { events: ["opened", "closed"] } },
  calendarRules: [
    { when: { priority: "P1", site: ["paris", "lyon"] }, calendar: "always" },
    { when: { kind: "order" }, calendar: "night" },
    { when: { customer: "acme" }, calendar: "night" },
  ],
};
const policy = promise({ kinds: ["request", "order"] }, rest);
const chosen = (members: object) => {
  const { calendar, calendarRule } = result(policy, request(["opened 1 10:00"], members), { asOf: "1 10:00" });
  return [calendar, calendarRule];
};

describe("the calendar of a case", () => {
  it.each([
    [{}, ["desk", null]],
    [{ priority: "P1", site: "lyon" }, ["always", 0]],
    [{ priority: "P1", site: "Lyon" }, ["desk", null]],
    [{ priority: "P1" }, ["desk", null]],
    [{ priority: "P2", site: "paris" }, ["desk", null]],
    [{ kind: "order" }, ["night", 1]],
    [{ kind: "order", customer: "acme" }, ["night", 1]],
    [{ kind: "order", priority: "P1", site: "paris" }, ["always", 0]],
    [{ customer: "acme" }, ["night", 2]],
    [{ customer: "toString" }, ["desk", null]],
    [{ site: "paris", priority: "P9" }, ["desk", null]],
  ])("with %j is %j", (members, expected) => {
    expect(chosen(members)).toEqual(expected);
  });

  it("decides what has elapsed and what is due", () => {
    expect(result(policy, request(["opened 1 16:00"], { customer: "acme" }), { asOf: "1 18:00" })).toMatchObject({
      ...{ elapsedMs: 3_600_000, dueAt: at("1 21:00") },
    });
  });

  it("is the commitment's own, if it names one, whatever the rules say; and no rule chose it", () => {
    const own = promise({ kinds: ["request"], calendar: "always" }, rest);
    expect(result(own, request(["opened 1 03:00"], { customer: "acme" }), { asOf: "1 04:00" })).toMatchObject({
      ...{ calendar: "always", calendarRule: null, elapsedMs: 3_600_000 },
    });
  });

  it("is told only where the policy has rules, and for what was measured", () => {
    const found = result(promise({}), ["opened 1 10:00"], { asOf: "1 11:00" });
    expect(found).not.toHaveProperty("calendar");
    expect(found).not.toHaveProperty("calendarRule");
    const cancelled = result(policy, request(["opened 1 10:00", "cancelled 1 10:30"]));
    expect(cancelled).not.toHaveProperty("calendar");
  });

  it("is no issue for a fact of any text, and is one for a value that is no text", () => {
    const codes = (site: unknown) => told(policy, request(["opened 1 10:00"], { site })).issues;
    expect(codes("anywhere")).toEqual([]);
    for (const site of [7, null, ["paris"]]) {
      expect(codes(site).map(({ code, path }) => [code, path])).toEqual([["case.unknown-fact", ["site"]]]);
      expect(codes(site)[0]?.expected).not.toBe("");
    }
  });

  it("of a version is by its own rules", () => {
    const changes = { calendar: "keep-elapsed" };
    const versions = [{ from: "2026-06-02", calendarRules: [{ when: { kind: "request" }, calendar: "always" }] }];
    const made = promise(
      { changes, kinds: ["request"] },
      { ...rest, versions, commitments: { it: promised({ changes }) } },
    );
    // The 1st from 16:00 to 17:00, then all of the 2nd.
    expect(result(made, ["opened 1 16:00"], { asOf: "2 02:00" })).toMatchObject({
      ...{ calendar: "always", calendarRule: 0, elapsedMs: 3 * 3_600_000, dueAt: at("2 03:00"), version: null },
    });
  });
});
