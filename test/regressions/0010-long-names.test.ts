/**
 * A value of a fact without a target was named in full: a message of six hundred characters. Law: a message names place, value and
 * cure in at most 400, whatever the names of the policy.
 */
import { describe, expect, it } from "vitest";
import { definePolicy, type PolicyDocument } from "../../src/index.ts";
import { refusal } from "../unit/refusals.ts";

function messageOf(priorities: readonly string[]): string {
  const document = {
    policy: "p",
    calendar: "c",
    calendars: { c: { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } } },
    facts: { priority: { values: priorities } },
    kinds: { k: { events: ["opened", "closed"] } },
    commitments: {
      it: {
        ...{ kind: "target", kinds: ["k"], start: "opened", stop: "closed", reopening: "ignore" },
        target: { by: "priority", values: { P1: { hours: "PT1H", count: "open" } } },
      },
    },
  };
  const { issues } = refusal(() => definePolicy(document as unknown as PolicyDocument));
  return issues.find(({ code }) => code === "policy.ambiguous")!.message;
}

describe("values of a fact that have no target", () => {
  it("are named, all of them where they are few and short", () => {
    expect(messageOf(["P1", "P2", "P3"])).toContain("priority P2, P3 has no target;");
  });

  it("are cut short where one is long", () => {
    const message = messageOf(["P1", "a".repeat(500)]);
    expect(message).toContain(`priority ${"a".repeat(79)}… has no target;`);
    expect(message.length).toBeLessThan(400);
  });

  it("are counted where they are many", () => {
    const message = messageOf(["P1", ...Array.from({ length: 100 }, (_, index) => `level-${100 + index}`)]);
    // 160 characters are seventeen names of nine.
    expect(message).toContain("level-116 and 83 more has no target;");
    expect(message.length).toBeLessThan(400);
  });
});
