/**
 * What an attack found in incomplete histories, counters and used minutes. A pause belongs to the case: an event of another clock that
 * cannot be read may have ended it. Law 42: a verdict stands only where no reading changes it.
 */
import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { readCaseFiles } from "../../src/import/index.ts";
import { checkEntitlement, evaluate } from "../../src/index.ts";
import { CALENDARS, define, hours } from "../unit/evaluation/promise.ts";

const target = (start: string, stop: string, length: string, more: object = {}): object => ({
  ...{ kind: "target", kinds: ["request"], start, stop, reopening: "ignore", target: hours(length) },
  ...more,
});
const policyOf = (commitments: object) =>
  define({
    policy: "pauses",
    ...{ calendars: CALENDARS, calendar: "always" },
    kinds: { request: { events: ["opened", "helped", "closed", "sales", "assigned"] } },
    events: { pause: "paused", resume: "resumed", cancel: "cancelled" },
    commitments,
  });
const OTHER = target("assigned", "helped", "PT6H", { reopen: "sales", reopening: "resume" });
const policy = policyOf({ it: target("opened", "closed", "PT60H"), other: OTHER });
const on = (day: string): string => `2026-06-${day}Z`;
const judged = (events: Readonly<Record<string, string>>) => {
  const list = Object.entries(events).map(([type, at]) => ({ type, at }));
  return evaluate(policy, [{ id: "A", kind: "request", events: list }], { asOf: on("03T09:00") }).cases[0]!.commitments[
    "it"
  ]!;
};
const OPENED = { opened: on("01T10:00"), paused: on("01T16:00") };
const BEGUN = { assigned: on("01T11:00"), helped: on("01T12:00"), sales: on("01T22:30") };

describe("a pause that another clock's event may have ended", () => {
  // Read as written, the hold ends at 22:30: 6 h before it, 34 h 30 after.
  it("is over where all can be read", () => {
    expect(judged({ ...OPENED, ...BEGUN })).toMatchObject({ outcome: "running", elapsedMs: 40.5 * 3_600_000 });
  });

  it.each(["sales", "helped", "assigned"])("leaves no verdict where %s cannot be read", (type) => {
    const result = judged({ ...OPENED, ...BEGUN, [type]: "garbage" });
    expect(result).toMatchObject({ outcome: "unmeasurable", reason: "history-incomplete" });
  });

  it("goes on where no clock names what reopens it", () => {
    const silent = policyOf({ it: target("opened", "closed", "PT60H"), other: target("assigned", "helped", "PT6H") });
    const events = Object.entries({ ...OPENED, ...BEGUN, sales: "garbage" }).map(([type, at]) => ({ type, at }));
    const { cases } = evaluate(silent, [{ id: "A", kind: "request", events }], { asOf: on("03T09:00") });
    expect(cases[0]!.commitments["it"]).toMatchObject({ outcome: "paused", elapsedMs: 6 * 3_600_000 });
  });
});

describe("a file that repeats events without their counter", () => {
  const text = (...lines: readonly string[]): string => lines.join("\n");
  const numbered = text(
    "case,kind,event,at,seq",
    "A,request,closed,2026-06-01T10:00Z,1",
    "A,request,opened,2026-06-01T10:00Z,2",
  );
  const bare = text("case,kind,event,at", "A,request,closed,2026-06-01T10:00Z", "A,request,opened,2026-06-01T10:00Z");
  it.each([
    ["after it", [numbered, bare]],
    ["before it", [bare, numbered]],
  ])("tells nothing new: %s", (_, texts) => {
    const { cases, repeated } = readCaseFiles(texts.map((each) => ({ text: each })));
    expect(repeated).toBe(2);
    expect(cases).toHaveLength(1);
    const { cases: results } = evaluate(policy, cases, { asOf: on("03T09:00") });
    // Closed 1, opened 2: a stop before its start.
    expect(results[0]!.commitments["it"]).toMatchObject({ outcome: "unmeasurable", reason: "stop-before-start" });
  });
});

describe("minutes used on a module that nobody knows", () => {
  const register = { customers: [{ id: "acme", trained: [{ module: "stock", date: "2025-01-01" }] }] };
  const told = (usedSoFar: Readonly<Record<string, number>>) =>
    checkEntitlement(
      clipIndustrie,
      register,
      { customer: "acme", kind: "usage", modules: "stock" },
      { at: "2026-06-01T10:00:00+02:00", usedSoFar },
    );

  it("are told with the near miss, and not passed over", () => {
    const { issues } = told({ stok: 28 });
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["entitlement.unknown-module", ["usedSoFar", "stok"]],
    ]);
    expect(issues[0]!.message).toMatch(/did you mean "stock"/);
    expect(told({ stock: 28 }).issues).toEqual([]);
  });
});
