/**
 * What a hostile reading of queues found. Law: a miss of a case whose condition excuses it is excused, whatever it was missed by.
 */
import { describe, expect, it } from "vitest";
import { CALENDARS, define, event, request, tell } from "../unit/evaluation/promise.ts";

const callback = (more: object = {}): object => ({
  ...{ kind: "carry-over", kinds: ["call"], start: "opened", stop: "closed", order: "require" },
  ...more,
});
const policyOf = (commitments: object, kinds: object) =>
  define({
    policy: "queues",
    ...{ calendars: CALENDARS, calendar: "desk", kinds, commitments },
    conditions: { paid: { check: "contract-paid", otherwise: "excuse" } },
  });
const call = (id: string, events: readonly string[], kind = "call") => ({
  ...request(events.map((each) => event(each))),
  ...{ id, kind, customer: id === "A" ? "late" : "good" },
});
// A is carried over on the 1st at 17:00 and called back on the 2nd; B calls on the 2nd and is called back before it.
const overtaken = [call("A", ["opened 1 16:00", "closed 2 12:00"]), call("B", ["opened 2 09:30", "closed 2 10:00"])];

describe("a callback that was overtaken where the order is required", () => {
  const kinds = { call: { events: ["opened", "closed"], queue: "phone" } };
  it.each([
    [[], "missed"],
    [["paid"], "excused"],
  ])("under the conditions %j is %s, for a customer who has not paid", (conditions, outcome) => {
    const register = { customers: [{ id: "late", contract: { paid: false } }, { id: "good" }] };
    const { cases, rates } = tell(policyOf({ it: callback({ conditions }) }, kinds), overtaken, { register });
    expect(cases[0]?.commitments["it"]).toMatchObject({ outcome, overtakenBy: ["B"] });
    expect(rates["it"]?.caseIds).toEqual({ [outcome]: ["A"], "not-applicable": ["B"] });
  });
});

describe("queues of different commitments", () => {
  it("are different, also where commitment and queue have the same words together", () => {
    const policy = policyOf(
      { "call back": callback({ kinds: ["one"] }), call: callback({ kinds: ["two"] }) },
      { one: { events: ["opened", "closed"], queue: "now" }, two: { events: ["opened", "closed"], queue: "back now" } },
    );
    const cases = overtaken.map((each, i) => ({ ...each, kind: ["one", "two"][i]! }));
    const { cases: told } = tell(policy, cases);
    expect(told[0]?.commitments["call back"]).toMatchObject({ outcome: "met", overtakenBy: [] });
  });
});
