/**
 * Where the order is required, a callback is missed from the instant at which it was overtaken: nothing can save it then. Before, it
 * ran on, and made later it was missed without an instant. Law: while the order is required, what was overtaken is missed or excused.
 */
import { describe, expect, it } from "vitest";
import { at, CALENDARS, define, event, request, tell } from "../unit/evaluation/promise.ts";

const policyOf = (order: string, conditions: readonly string[] = []) =>
  define({
    policy: "queue",
    ...{ calendars: CALENDARS, calendar: "desk", kinds: { call: { events: ["opened", "closed"], queue: "phone" } } },
    events: { cancel: "cancelled" },
    conditions: { paid: { check: "contract-paid", otherwise: "excuse" } },
    commitments: {
      it: { kind: "carry-over", kinds: ["call"], start: "opened", stop: "closed", order, conditions, goal: 0.5 },
    },
  });
const call = (id: string, events: readonly string[]) => ({
  ...request(events.map((each) => event(each))),
  ...{ id, kind: "call", customer: "late" },
});
// Carried over on Monday the 1st at 17:00; B calls on Tuesday at 9:05 and is helped at 9:30.
const A = "opened 1 16:55";
const B = call("B", ["opened 2 09:05", "closed 2 09:30"]);
const LATE = { customers: [{ id: "late", contract: { paid: false } }] };
const result = (a: readonly string[], asOf: string, policy = policyOf("require"), beside: object = {}) => {
  const evaluation = tell(policy, [call("A", a), B], { asOf, ...beside });
  return { ...evaluation.cases[0]!.commitments["it"]!, rate: evaluation.rates["it"]! };
};

describe("a callback that is overtaken while it is pending", () => {
  it("is missed at once, and no bound hopes for it", () => {
    const { rate, ...missed } = result([A], "2 10:00");
    expect(missed).toMatchObject({ outcome: "missed", missedAt: at("2 09:30"), overtakenBy: ["B"], clock: "running" });
    expect(missed).toMatchObject({ dueAt: at("3 00:00"), dueDate: "2026-06-02", nextChangeAt: null });
    expect(missed).not.toHaveProperty("calendarOpen");
    expect(rate).toMatchObject({ met: 0, missed: 1, rate: 0, goalReach: "lost" });
  });

  it("is missed at that instant, too, when it is made later", () => {
    expect(result([A, "closed 2 11:00"], "2 12:00")).toMatchObject({
      ...{ outcome: "missed", missedAt: at("2 09:30"), stoppedAt: at("2 11:00") },
    });
  });

  it("runs on before the other is helped, and where the order is only told", () => {
    expect(result([A], "2 09:29")).toMatchObject({ outcome: "running", overtakenBy: [], missedAt: at("3 00:00") });
    const told = result([A], "2 10:00", policyOf("report"));
    expect(told).toMatchObject({ outcome: "running", overtakenBy: ["B"], missedAt: at("3 00:00") });
  });

  it("is missed when it is cancelled afterwards, and keeps its due", () => {
    expect(result([A, "cancelled 2 11:00"], "2 12:00")).toMatchObject({
      ...{ outcome: "missed", missedAt: at("2 09:30"), dueAt: at("3 00:00"), dueDate: "2026-06-02", stoppedAt: null },
    });
  });

  it("is not overtaken by help at the very instant of its cancellation", () => {
    expect(result([A, "cancelled 2 09:30"], "2 12:00")).toMatchObject({ outcome: "not-applicable", overtakenBy: [] });
  });

  it("is missed from the overtaking on, not from the end of its last date", () => {
    expect(result([A], "5 12:00")).toMatchObject({ outcome: "missed", missedAt: at("2 09:30") });
  });

  it("is excused where a condition on the customer's side failed", () => {
    const excused = result([A], "2 10:00", policyOf("require", ["paid"]), { register: LATE });
    expect(excused).toMatchObject({ outcome: "excused", missedAt: at("2 09:30") });
  });
});
