/**
 * Two pauses that overlap were taken for one, and a policy had no way to say that they are two. Until it has, what asks for it is
 * refused in words that say so (docs/policies.md, "Not yet").
 */
import { describe, expect, it } from "vitest";
import { define, document, refusalOf } from "./clocks.ts";

describe("a pause with a reason", () => {
  it.each([["constant"], ["why"]])("is not known yet, by %s", (reason) => {
    const pause = ["paused", { event: "waiting", reason }];
    expect(refusalOf(() => define(document({}, { events: { pause, resume: "resumed" } })))).toMatchObject({
      code: "policy.unknown-key",
      path: ["events", "pause", 1, "reason"],
      message: expect.stringMatching(/pauses by reason are not known yet: a case has one pause at a time/) as unknown,
    });
  });
});
