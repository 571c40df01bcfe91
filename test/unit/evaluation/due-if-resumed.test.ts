/**
 * `dueIfResumedAt`: what would be due if a paused clock were resumed. Source: docs/policies.md, "Results".
 */
import { describe, expect, it } from "vitest";
import { dueIfResumedAt, type Policy } from "../../../src/index.ts";
import { expectRefusal } from "../refusals.ts";
import { at, days, event, promise, request, result, type Told } from "./promise.ts";

const due = (policy: Policy, events: readonly Told[], resumed: string, asOf: string): string | null =>
  dueIfResumedAt(policy, request(events), "it", at(resumed), { asOf: at(asOf) });
const PAUSED = ["opened 1 10:00", "paused 1 11:00"];

describe("a paused clock", () => {
  it("would be due when what remains has passed from the resume on: three hours", () => {
    expect(due(promise({}), PAUSED, "1 12:00", "1 12:00")).toBe(at("1 15:00"));
    expect(due(promise({}), PAUSED, "1 15:00", "1 12:00")).toBe(at("2 10:00"));
    // Outside opening hours a resume costs nothing.
    for (const night of ["1 17:00", "1 23:00", "2 09:00"])
      expect(due(promise({}), PAUSED, night, "1 12:00")).toBe(at("2 12:00"));
  });

  it("says what is due once it really is resumed then", () => {
    for (const when of ["1 11:30", "1 16:59", "2 09:30"]) {
      const real = result(promise({}), [...PAUSED, `resumed ${when}`], { asOf: when });
      expect(due(promise({}), PAUSED, when, "1 11:15")).toBe(real.dueAt);
    }
  });

  it("resumed at the very instant of its pause was never paused", () => {
    expect(due(promise({}), PAUSED, "1 11:00", "1 11:00")).toBe(at("1 14:00"));
  });

  it("does not see what comes after asOf", () => {
    expect(due(promise({}), [...PAUSED, "cancelled 1 13:00"], "1 14:00", "1 12:00")).toBe(at("1 17:00"));
    expect(due(promise({}), [...PAUSED, "closed 1 12:30"], "1 14:00", "1 12:00")).toBe(at("1 17:00"));
  });

  it("of several cycles is the last", () => {
    const policy = promise({ reset: "beat", per: "case" });
    const events = ["opened 1 09:00", "beat 1 10:00", "paused 1 11:00"];
    expect(due(policy, events, "1 12:00", "1 11:30")).toBe(at("1 15:00"));
    // Also where an earlier one decides the result.
    expect(due(policy, ["opened 1 09:00", "beat 1 14:00", "paused 1 15:00"], "1 16:00", "1 15:30")).toBe(at("2 11:00"));
  });
});

describe("any other clock", () => {
  it.each([
    ["runs: its dueAt", ["opened 1 10:00"], at("1 14:00")],
    ["in days runs through pauses", ["opened 1 10:00", "paused 1 11:00"], at("3 00:00")],
    ["was stopped", ["opened 1 10:00", "closed 1 11:00"], null],
    ["was stopped while paused", [...PAUSED, "closed 1 11:30"], null],
    ["was cancelled", [...PAUSED, "cancelled 1 11:30"], null],
    ["was never started", ["noted 1 10:00"], null],
    ["has not begun at asOf", ["opened 5 10:00"], null],
    ["was missed before its pause", ["opened 1 09:00", "paused 1 16:00"], null],
  ])("%s", (name, events, expected) => {
    const policy = promise(name.startsWith("in days") ? { target: days("P1D") } : {});
    expect(due(policy, events, "1 18:00", "1 17:30")).toBe(name.startsWith("runs") ? null : expected);
    if (name.startsWith("runs")) expect(due(policy, events, "1 18:00", "1 12:00")).toBe(expected);
  });

  it("reads its events as a copy: the case is as it was", () => {
    const one = request(PAUSED.map((each) => Object.freeze(event(each))));
    const before = JSON.stringify(one);
    dueIfResumedAt(promise({}), Object.freeze(one), "it", at("1 12:00"), { asOf: at("1 12:00") });
    expect(JSON.stringify(one)).toBe(before);
  });
});

describe("a question that is none is refused", () => {
  it.each([
    ["before asOf", "it", "1 11:59", "calendar.bad-option", ["at"]],
    ["of no commitment", "its", "1 12:00", "calendar.bad-option", ["commitment"]],
    ["of what every object has", "toString", "1 12:00", "calendar.bad-option", ["commitment"]],
  ])("%s", (_, id, when, code, path) => {
    const ask = () => dueIfResumedAt(promise({}), request(PAUSED), id, at(when), { asOf: at("1 12:00") });
    expectRefusal(ask, { code, path, count: 1 });
  });

  it("about what is no case, or at no instant", () => {
    expectRefusal(() => dueIfResumedAt(promise({}), 7 as never, "it", at("1 12:00"), { asOf: at("1 12:00") }), {
      code: "case.bad-case",
    });
    for (const when of ["12:00", Number.NaN, null])
      expectRefusal(() => dueIfResumedAt(promise({}), request(PAUSED), "it", when as never, { asOf: at("1 12:00") }), {
        code: expect.stringMatching(/^time\./) as unknown as string,
        path: ["at"],
      });
  });
});
