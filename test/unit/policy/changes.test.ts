/**
 * What must be written because it could mean two things: what a change does, and what a rate counts. Source: docs/policies.md,
 * "Targets", "Cycles" and "Changes while a clock runs".
 */
import { describe, expect, it } from "vitest";
import { CALENDARS, define, document, hours, PRIORITY, promised, table } from "../evaluation/promise.ts";
import { expectRefusal, refusal } from "../refusals.ts";

const PATH = ["commitments", "it", "changes"];
const CHOICES = /"keep", "keep-elapsed", "restart" or "retroactive"/;
const ANY_OF_THEM = /null is not known here; write "keep" or "keep-elapsed" or "restart" or "retroactive"/;
const demands = (value: object): string[] => refusal(() => define(value)).issues.map(({ path }) => String(path.at(-1)));
const byPriority = { target: table({ P1: hours("PT1H") }) };
const byHand = { facts: { priority: ["P1", "P2", "P3"] } };
const calendarRules = [{ when: { priority: "P1" }, calendar: "night" }];

describe("a change that can happen must have its mode written", () => {
  it("for the fact by which the target goes", () => {
    expectRefusal(() => define(document(byPriority, PRIORITY)), {
      ...{ code: "policy.ambiguous", path: [...PATH, "fact"], message: CHOICES, count: 1 },
    });
    expect(define(document({ ...byPriority, changes: { fact: "keep" } }, PRIORITY)).name).toBe("one promise");
    // No event changes it.
    expect(define(document(byPriority, byHand)).name).toBe("one promise");
    // The target does not go by it.
    expect(define(document({}, PRIORITY)).name).toBe("one promise");
  });

  it("for a target that is another one in a later version", () => {
    const other = promised({ target: hours("PT8H") });
    const versions = [{ from: "2026-07-01" }, { from: "2026-08-01", commitments: { it: other } }];
    expectRefusal(() => define(document({}, { versions })), {
      ...{ code: "policy.ambiguous", path: [...PATH, "policy"], message: CHOICES, count: 1 },
    });
    // The commitment of the last version has nothing after it.
    expect(define(document({ changes: { policy: "restart" } }, { versions })).versions).toHaveLength(3);
    // Nothing of the target is another.
    const titled = [{ from: "2026-07-01", commitments: { it: promised({ title: "new", goal: 0.5 }) } }];
    expect(define(document({}, { versions: titled })).versions).toHaveLength(2);
  });

  it("also in a version, where a third one changes it again, at its place", () => {
    const eight = promised({ target: hours("PT8H") });
    const versions = [
      { from: "2026-07-01", commitments: { it: eight } },
      { from: "2026-08-01", commitments: { it: promised({ target: hours("PT2H") }) } },
    ];
    expectRefusal(() => define(document({ changes: { policy: "keep" } }, { versions })), {
      ...{ code: "policy.ambiguous", path: ["versions", 0, ...PATH, "policy"], count: 1 },
    });
  });

  it("for the calendar, where a rule goes by a fact that changes", () => {
    expectRefusal(() => define(document({}, { ...PRIORITY, calendarRules })), {
      ...{ code: "policy.ambiguous", path: [...PATH, "calendar"], message: CHOICES, count: 1 },
    });
    expect(define(document({}, { ...byHand, calendarRules })).name).toBe("one promise");
    const byKind = [{ when: { kind: "request" }, calendar: "night" }];
    expect(define(document({}, { ...PRIORITY, calendarRules: byKind })).name).toBe("one promise");
    // A commitment with a calendar of its own has that one, whatever the rules say.
    expect(define(document({ calendar: "always" }, { ...PRIORITY, calendarRules })).name).toBe("one promise");
  });

  it.each([
    ["defines it otherwise", { calendars: { desk: CALENDARS["night"] } }],
    ["names another one", { calendar: "night" }],
    ["has a rule", { calendarRules: [{ when: { kind: "request" }, calendar: "night" }] }],
  ])("for the calendar, where a version %s", (_, more) => {
    const versions = [{ from: "2026-07-01", ...more }];
    expectRefusal(() => define(document({}, { versions })), {
      ...{ code: "policy.ambiguous", path: [...PATH, "calendar"], count: 1 },
    });
  });

  it("and not where a version says again what holds", () => {
    const rules = [{ when: { kind: "request" }, calendar: "night" }];
    const again = {
      calendars: { desk: { ...CALENDARS["desk"] } },
      calendar: "desk",
      calendarRules: structuredClone(rules),
    };
    const versions = [{ from: "2026-07-01", ...again }];
    expect(define(document({}, { calendarRules: rules, versions })).versions).toHaveLength(2);
  });

  it("all that can happen at once", () => {
    const versions = [{ from: "2026-07-01", commitments: { it: promised({ ...byPriority, target: hours("PT8H") }) } }];
    expect(demands(document(byPriority, { ...PRIORITY, calendarRules, versions })).sort()).toEqual([
      "calendar",
      "calendar",
      "fact",
      "policy",
    ]);
  });
});

describe("changes", () => {
  it.each([
    [{ fact: "kept" }, "policy.bad-value", ["fact"], /"kept" is not known here/],
    [{ policy: null }, "policy.bad-value", ["policy"], ANY_OF_THEM],
    [{ calender: "keep" }, "policy.unknown-key", ["calender"], /did you mean "calendar"/],
    ["keep", "policy.bad-value", [], /"keep" is not changes/],
    [null, "policy.bad-value", [], /null is not changes/],
  ])("are refused: %j", (changes, code, place, message) => {
    expectRefusal(() => define(document({ changes })), { code, path: [...PATH, ...place], message, count: 1 });
  });

  it("may be written for what cannot happen", () => {
    const changes = { fact: "restart", policy: "retroactive", calendar: "keep-elapsed" };
    expect(define(document({ changes })).commitments[0]).toMatchObject({ changes });
    expect(define(document({})).commitments[0]).toMatchObject({
      changes: { fact: "keep", policy: "keep", calendar: "keep" },
    });
  });
});

describe("per", () => {
  it.each([{ reset: "beat" }, { reopening: "new-cycle" }, { reset: "beat", reopening: "resume" }])(
    "must be written where there may be several cycles: %j",
    (cycles) => {
      expectRefusal(() => define(document(cycles)), {
        ...{ code: "policy.ambiguous", path: ["commitments", "it", "per"], message: /"case" or "cycle"/, count: 1 },
      });
      for (const per of ["case", "cycle"])
        expect(define(document({ ...cycles, per })).commitments[0]).toMatchObject({ per });
    },
  );

  it("is one of the two", () => {
    for (const per of ["cycles", null, 1])
      expectRefusal(() => define(document({ per })), { code: "policy.bad-value", path: ["commitments", "it", "per"] });
    expect(define(document({ reopening: "count" })).commitments[0]).toMatchObject({ per: "case", hasCycles: false });
  });
});
