/**
 * A fact written `size: "any"` was taken for `size: { values: "any" }`, which the schema and the types refuse. Law: the schema and the
 * parser are equal on every document.
 */

import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../src/index.ts";
import { definePolicy } from "../helpers/ready-policy.ts";
import { expectRefusal } from "../unit/refusals.ts";

const withFact = (fact: unknown): PolicyDocument =>
  ({
    policy: "p",
    calendar: "c",
    calendars: { c: { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } } },
    facts: { size: fact },
    kinds: { k: { events: ["opened", "closed"] } },
    commitments: {
      it: {
        ...{ kind: "target", kinds: ["k"], start: "opened", stop: "closed", reopening: "ignore" },
        target: { hours: "PT1H", count: "open" },
      },
    },
  }) as unknown as PolicyDocument;

describe("any text as the value of a fact", () => {
  it("is written under values", () => {
    expect(definePolicy(withFact({ values: "any" })).versions).toHaveLength(1);
  });

  it("is refused in place of the fact, with the form that is right", () => {
    expectRefusal(() => definePolicy(withFact("any")), {
      code: "policy.bad-value",
      path: ["facts", "size"],
      message: 'facts.size: "any" is not a list of values, or an object such as { values: "any" }',
    });
  });
});
