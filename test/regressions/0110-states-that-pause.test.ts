/**
 * A status log without a fault in it gave remarks on pauses, as a policy can name events and no states. Until it can, what asks for it is
 * refused in words that say so (docs/policies.md, "Not yet").
 */
import { describe, expect, it } from "vitest";
import { define, document, refusalOf } from "./clocks.ts";

describe("a state that pauses", () => {
  it.each([
    [{ while: { status: ["pending", "onhold"] } }, ["events", "pause", "while"]],
    [
      ["paused", { while: { status: "pending" } }],
      ["events", "pause", 1, "while"],
    ],
  ])("is not known yet: %j", (pause, path) => {
    expect(refusalOf(() => define(document({}, { events: { pause } })))).toMatchObject({
      code: "policy.unknown-key",
      path,
      message: expect.stringMatching(/states that pause are not known yet; name the event that enters one/) as unknown,
    });
  });
});
