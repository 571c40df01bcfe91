/**
 * `outside` of a policy document: where requests outside the contract go. docs/policies.md.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import type { PolicyDocument } from "../../../src/index.ts";
import type { ReadyPolicy } from "../../../src/policy/policy.ts";
import { definePolicy } from "../../helpers/ready-policy.ts";
import { expectRefusal, refusal } from "../refusals.ts";

const withOutside = (outside: unknown): ReadyPolicy =>
  definePolicy({ ...clipIndustrieDefinition, outside } as PolicyDocument);

describe("outside", () => {
  it("may be left out", () => {
    expect(withOutside(undefined).outside).toBeUndefined();
  });

  it("is read whole, and frozen", () => {
    const { outside } = withOutside({
      kind: "specific-request",
      departments: { training: "trainers", anomaly: "help" },
      lacking: { "contract-paid": "accounts" },
      default: "sales",
    });
    expect(outside?.kind).toBe("specific-request");
    expect([...(outside?.departments ?? [])]).toEqual([
      ["training", "trainers"],
      ["anomaly", "help"],
    ]);
    expect([...(outside?.lacking ?? [])]).toEqual([["contract-paid", "accounts"]]);
    expect(outside?.otherwise).toBe("sales");
    expect(Object.isFrozen(outside)).toBe(true);
    expect(() => (outside!.departments as Map<string, string>).clear()).toThrow(TypeError);
  });

  it("needs nothing but its default", () => {
    expect(withOutside({ default: "sales" }).outside).toMatchObject({ kind: undefined, otherwise: "sales" });
    expectRefusal(() => withOutside({}), {
      code: "policy.missing-key",
      path: ["outside", "default"],
      message: /the department of all other requests is missing/,
      count: 1,
    });
  });

  it.each([
    [{ kind: "specific-reqest", default: "s" }, "policy.unknown-name outside.kind", /did you mean "specific-request"/],
    [{ deparments: {}, default: "s" }, "policy.unknown-key outside.deparments", /did you mean "departments"/],
    [
      { lacking: { "contract-payed": "a" }, default: "s" },
      "policy.unknown-name outside.lacking.contract-payed",
      /did you mean "contract-paid"/,
    ],
    [
      { lacking: { constructor: "a" }, default: "s" },
      "policy.unknown-name outside.lacking.constructor",
      /no condition/,
    ],
    [{ departments: { training: 4 }, default: "s" }, "policy.bad-value outside.departments.training", /4 is not/],
    [{ departments: ["training"], default: "s" }, "policy.bad-value outside.departments", /not departments/],
    [{ default: "" }, "policy.bad-value outside.default", /not the department/],
    ["sales", "policy.bad-value outside", /"sales" is not where requests outside the contract go/],
    [null, "policy.bad-value outside", /null is not/],
    [[], "policy.bad-value outside", /not where/],
  ])("%j is refused: %s", (outside, expected, message) => {
    const { issues } = refusal(() => withOutside(outside));
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([expected]);
    expect(issues[0]?.message).toMatch(message);
  });

  it("does not find what only every object has", () => {
    const { outside } = withOutside({ departments: {}, default: "sales" });
    expect(outside?.departments.get("toString")).toBeUndefined();
  });
});
