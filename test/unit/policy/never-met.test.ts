/**
 * Promises that nobody can keep are refused, each with its cure. Source: docs/policies.md, "Targets".
 */
import { describe, expect, it } from "vitest";
import { days, define, document, hours, PRIORITY, promise, table } from "../evaluation/promise.ts";
import { expectRefusal } from "../refusals.ts";

const at = (...path: readonly (string | number)[]) => ["commitments", "it", ...path];
const never = { code: "policy.never-met", count: 1 };

describe("a target of no hours", () => {
  it.each(["PT0H", "PT0S", "PT0.0S"])("can be met by nobody: %s", (length) => {
    expectRefusal(() => promise({ target: hours(length) }), {
      ...{ ...never, path: at("target", "hours"), message: /nobody can meet "PT0.*write null in a table/ },
    });
    const cells = { changes: { fact: "keep" }, target: table({ P2: hours(length) }) };
    expectRefusal(() => promise(cells, PRIORITY), { ...never, path: at("target", "values", "P2", "hours") });
  });

  it("is another thing than one of no days, which is the day of the request, or than a millisecond", () => {
    expect(promise({ target: days("P0D") }).name).toBe("one promise");
    expect(promise({ target: hours("PT0.001S") }).name).toBe("one promise");
  });
});

describe("a kind that has none of the events", () => {
  const kinds = { request: { events: ["opened", "closed"] }, order: { events: ["placed", "opened"] } };
  it("can never stop, or never start, and is named with what it lacks", () => {
    const of = (commitment: object) => define(document({ kinds: ["request", "order"], ...commitment }, { kinds }));
    expectRefusal(() => of({}), {
      ...{ ...never, path: at("stop") },
      message: /"order" has no closed: none of its cases could stop; give it the event, or take it out of kinds/,
    });
    expectRefusal(() => of({ start: "placed", stop: ["closed", "opened"] }), {
      ...{ ...never, path: at("start"), message: /"request" has no placed: none of its cases could start/ },
    });
    // One of several is enough, and so is an event of every kind.
    expect(of({ start: ["opened", "placed"], stop: ["closed", "placed"] }).name).toBe("one promise");
    expect(of({ stop: "noted" }).name).toBe("one promise");
  });
});

describe("a commitment that pauses or ends with the very event that starts it", () => {
  const events = { pause: "paused", resume: "resumed", cancel: "cancelled" };
  it.each([
    ["cancels", {}, { ...events, cancel: ["cancelled", "opened"] }],
    ["pauses", {}, { ...events, pause: "opened" }],
    ["waives", { waive: ["waived", "opened"] }, events],
    ["cancels by an event of several", { start: ["ready", "opened"] }, { ...events, cancel: "opened" }],
    [
      "cancels by type, and starts by more",
      { start: { event: "opened", where: { a: "1" } } },
      { ...events, cancel: "opened" },
    ],
    [
      "pauses by less than it starts",
      { start: { event: "opened", where: { a: "1", b: "2" }, not: { c: ["3", "4"] } } },
      { ...events, pause: { event: "opened", where: { a: ["1", "5"] }, not: { c: "3" } } },
    ],
  ])("is refused: %s", (_, commitment, common) => {
    expectRefusal(() => define(document(commitment, { events: common })), {
      ...{ ...never, path: at("start"), message: /"opened" starts the clock and ends or pauses it at once/ },
    });
  });

  it.each([
    ["pauses do not stop it", { pauses: false }, { ...events, pause: "opened" }],
    ["another member", {}, { ...events, cancel: { event: "opened", where: { spam: "true" } } }],
    [
      "other values",
      { start: { event: "opened", where: { a: ["1", "2"] } } },
      { ...events, cancel: { event: "opened", where: { a: "1" } } },
    ],
    ["the referent alone", {}, { ...events, pause: { event: "opened", person: "referent" } }],
    [
      "what is not so",
      { start: { event: "opened", where: { a: "1" } } },
      { ...events, cancel: { event: "opened", not: { a: "1" } } },
    ],
  ])("is let through where it does not always: %s", (_, commitment, common) => {
    expect(define(document(commitment, { events: common })).name).toBe("one promise");
  });
});
