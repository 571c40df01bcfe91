/**
 * The start and the stop of a callback are events like any other clock's: a list, an event with members, the referent. Before, only a
 * single type was taken, against docs/policies.md.
 */
import { describe, expect, it } from "vitest";
import { at, CALENDARS, define, event, request, tell } from "../unit/evaluation/promise.ts";

const KINDS = { call: { events: ["opened", "message", "closed", "beat"], queue: "phone" } };
const policyOf = (start: unknown, stop: unknown) =>
  define({
    policy: "callbacks",
    ...{ calendars: CALENDARS, calendar: "desk", kinds: KINDS },
    actors: { customer: { where: { side: "customer" } } },
    commitments: { it: { kind: "carry-over", kinds: ["call"], start, stop, order: "require" } },
  });
const told = (policy: ReturnType<typeof policyOf>, events: ReturnType<typeof event>[], register = {}) =>
  tell(policy, [{ ...request(events), kind: "call", customer: "c" }], { register }).cases[0]!.commitments["it"];

describe("the events of a callback", () => {
  it("may be a list", () => {
    const policy = policyOf(["opened", "message"], ["closed", "beat"]);
    const result = told(policy, [event("message 1 16:00"), event("opened 1 16:30"), event("beat 2 09:00")]);
    expect(result).toMatchObject({ outcome: "met", startedAt: at("1 16:00"), stoppedAt: at("2 09:00") });
  });

  it("may ask for members and for who sent them", () => {
    const policy = policyOf({ event: "message", actor: "customer" }, { event: "closed", where: { channel: "phone" } });
    const result = told(policy, [
      event("message 1 10:00", { side: "desk" }),
      event("message 1 16:00", { side: "customer" }),
      event("closed 1 16:10", { channel: "mail" }),
      event("closed 2 10:00", { channel: "phone" }),
    ]);
    expect(result).toMatchObject({ outcome: "met", startedAt: at("1 16:00"), stoppedAt: at("2 10:00") });
  });

  it("may ask for the referent, in the order of the queue, too", () => {
    const policy = policyOf("opened", { event: "closed", person: "referent" });
    const register = { customers: [{ id: "c", referent: "r" }] };
    const own = [event("opened 1 16:00"), event("closed 2 12:00", { person: "r" })];
    const other = [event("opened 2 09:00"), event("closed 2 10:00", { person: "r" })];
    const cases = [own, other].map((events, i) => ({ ...request(events), id: "AB"[i]!, kind: "call", customer: "c" }));
    expect(tell(policy, cases, { register }).cases[0]?.commitments["it"]).toMatchObject({
      ...{ outcome: "missed", overtakenBy: ["B"], missedAt: at("2 10:00") },
    });
    // With somebody else nobody was called back.
    const withOther = [event("opened 1 16:00"), event("closed 2 12:00", { person: "x" })];
    expect(told(policy, withOther, register)).toMatchObject({ outcome: "missed", stoppedAt: null });
  });
});
