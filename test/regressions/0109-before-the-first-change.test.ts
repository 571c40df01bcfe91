/**
 * The first assignment of a case was taken to have held from its start, so that an hour that had elapsed was gone again. Law: what a fact is
 * before the first event that changes it must be written, the first value or `unset` (docs/policies.md, "Facts").
 */
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/index.ts";
import {
  codes,
  define,
  document,
  event,
  hours,
  PRIORITY,
  promise,
  request,
  result,
  table,
} from "../unit/evaluation/promise.ts";
import { refusalOf } from "./clocks.ts";

const agent = (more: object) => ({ agent: { values: "any", changedBy: ["assigned"], ...more } });
const desks = (facts: object) =>
  define(
    document(
      { target: hours("PT6H"), changes: { calendar: "keep-elapsed" } },
      {
        calendar: "dept",
        calendars: {
          dept: { timeZone: "Europe/Warsaw", week: { "mon-fri": ["08:00-16:00"] } },
          ny: { timeZone: "America/New_York", week: { "mon-fri": ["09:00-17:00"] } },
        },
        facts,
        calendarRules: [{ when: { agent: "a1" }, calendar: "ny" }],
      },
    ),
  );
const found = {
  ...{ id: "A", kind: "request" },
  events: [
    { type: "opened", at: "2018-02-19T13:00Z" },
    { type: "assigned", at: "2018-02-19T14:00Z", agent: "a1" },
  ],
};

describe("a case that nobody had for an hour", () => {
  const at = (time: string, facts: object = agent({ before: "unset" })) =>
    evaluate(desks(facts), [found], { asOf: `2018-02-19T${time}Z` }).cases[0]!.commitments["it"];

  it("has the department's hours up to the assignment, and those of New York from there on", () => {
    expect(at("13:59")).toMatchObject({ calendar: "dept", elapsedMs: 59 * 60_000 });
    expect(at("15:00")).toMatchObject({ calendar: "ny", elapsedMs: 120 * 60_000, dueAt: "2018-02-19T19:00:00.000Z" });
  });

  it("has those of New York from the start where the policy says that the first held", () => {
    // New York opens at 14:00Z.
    expect(at("15:00", agent({ before: "first" }))).toMatchObject({ calendar: "ny", elapsedMs: 60 * 60_000 });
  });
});

describe("what a fact is before its first change", () => {
  it("must be written, with both words in the cure", () => {
    expect(refusalOf(() => desks(agent({})))).toMatchObject({
      code: "policy.ambiguous",
      path: ["facts", "agent", "before"],
      message: expect.stringMatching(/"first", the value that this event gives, or "unset", none yet/) as unknown,
    });
  });

  it("is one of the two, of a fact that something changes", () => {
    expect(refusalOf(() => desks(agent({ before: "none" }))).code).toBe("policy.bad-value");
    expect(
      refusalOf(() => define(document({}, { facts: { size: { values: ["S"], before: "first" } } }))),
    ).toMatchObject({
      ...{ code: "policy.conflict", path: ["facts", "size", "before"] },
    });
  });

  const facts = { priority: { ...PRIORITY.facts.priority, before: "unset" } };
  const cells = { P1: hours("PT1H"), P2: hours("PT2H"), P3: null };

  it("needs a cell of a table if it is unset, and is told", () => {
    expect(
      refusalOf(() => promise({ target: table(cells), changes: { fact: "keep-elapsed" } }, { facts })),
    ).toMatchObject({
      code: "policy.ambiguous",
      path: ["commitments", "it", "target", "values"],
      message: expect.stringMatching(/priority unset has no target/) as unknown,
    });
    const target = table({ ...cells, unset: hours("PT4H") });
    const policy = promise({ target, changes: { fact: "keep-elapsed" } }, { facts });
    const events = ["opened 1 09:00", event("set 1 12:00", { priority: "P1" })];
    expect(result(policy, events, { asOf: "1 11:00" })).toMatchObject({ fact: "unset", outcome: "running" });
    expect(result(policy, events, { asOf: "1 12:30" })).toMatchObject({ fact: "P1", outcome: "missed" });
    // The case's own member holds from the start, and may say the word itself.
    expect(result(policy, request(events, { priority: "P2" }), { asOf: "1 10:00" }).fact).toBe("P2");
    const back = [...events, event("set 1 12:10", { priority: "unset" })];
    expect(
      result(promise({ target, changes: { fact: "retroactive" } }, { facts }), back, { asOf: "1 12:30" }).fact,
    ).toBe("unset");
    expect(codes(policy, back)).toEqual([]);
  });

  it("may be named by a rule of calendars", () => {
    const calendarRules = [{ when: { priority: "unset" }, calendar: "night" }];
    const policy = promise({ changes: { calendar: "keep" } }, { facts, calendarRules });
    expect(result(policy, ["opened 1 10:00"], { asOf: "1 11:00" })).toMatchObject({ calendar: "night", elapsedMs: 0 });
    expect(refusalOf(() => promise({}, { ...PRIORITY, calendarRules })).code).toBe("policy.unknown-name");
  });

  it("is no value that the policy declares beside", () => {
    const declared = { priority: { values: ["P1", "unset"], changedBy: ["set"], before: "unset" } };
    expect(refusalOf(() => define(document({}, { facts: declared })))).toMatchObject({
      ...{ code: "policy.conflict", path: ["facts", "priority", "values"] },
    });
  });
});
