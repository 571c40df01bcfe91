/**
 * Rates taken apart, by case and by cycle, over a period, and whether a goal can still be reached. Source: docs/policies.md, "Rates".
 */
import { describe, expect, it } from "vitest";
import type { Case, Policy } from "../../../../src/index.ts";
import { expectRefusal } from "../../refusals.ts";
import { event, promise, request, tell } from "../promise.ts";

const one = (id: string, events: readonly string[], members: object = {}): Case => ({
  ...request(events, members),
  id,
});
const MET = ["opened 1 09:00", "closed 1 10:00"];
const MISSED = ["opened 1 09:00", "closed 1 16:00"];
const OPEN = ["opened 30 11:00"];
const rate = (policy: Policy, cases: readonly Case[], beside: object = {}) => tell(policy, cases, beside).rates["it"]!;

describe("rates by month", () => {
  const zones = {
    montreal: { timeZone: "America/Montreal", week: { "mon-sun": ["00:00-24:00"] } },
    paris: { timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] } },
  };
  const policy = promise(
    {},
    { calendars: zones, calendar: "montreal", calendarRules: [{ when: { customer: "acme" }, calendar: "paris" }] },
  );
  /** The 31st of May at 23:30 in Montréal is the 1st of June at 5:30 in Paris. */
  const late = (id: string, members: object = {}): Case => ({
    ...request([], members),
    ...{ id, events: [{ type: "opened", at: "2026-05-31T23:30:00-04:00" }] },
  });

  it("are of the start, in the zone of the calendar that the case then had", () => {
    const { by } = rate(policy, [late("A"), late("B", { customer: "acme" })], { by: ["month"] });
    expect(Object.fromEntries(Object.entries(by!.month!).map(([month, { caseIds }]) => [month, caseIds]))).toEqual({
      "2026-05": { missed: ["A"] },
      "2026-06": { missed: ["B"] },
    });
  });

  it("and those of a period agree about it", () => {
    const ids = (period: string) => rate(policy, [late("A"), late("B", { customer: "acme" })], { period }).caseIds;
    expect(ids("2026-05")).toEqual({ missed: ["A"] });
    expect(ids("2026-06")).toEqual({ missed: ["B"] });
    expect(ids("2026-05-31")).toEqual({ missed: ["A"] });
    expect(ids("2026")).toEqual({ missed: ["A", "B"] });
    expect(ids("2025")).toEqual({});
  });

  it("have no month for a case without a start, nor for one beyond all supported years", () => {
    const cases = [
      one("A", ["noted 1 10:00"]),
      { ...one("B", []), events: [{ type: "opened", at: "2250-01-01T00:00Z" }] },
    ];
    const { by, counts } = tell(promise({}), cases, { by: ["month"], asOf: "30 12:00" }).rates["it"]!;
    expect(counts.unmeasurable).toBe(1);
    expect(by?.month).toEqual({});
  });
});

describe("rates by customer and kind", () => {
  const kinds = { request: { events: ["opened", "closed"] }, order: { events: ["opened", "closed"] } };
  const policy = promise({ kinds: ["request", "order"] }, { kinds });
  it("are the same figures for each, in order; a case without a customer is in none", () => {
    const cases = [
      one("A", MET, { customer: "b" }),
      one("B", MISSED, { customer: "a", kind: "order" }),
      one("C", MET, { customer: "b" }),
      one("D", MISSED),
      one("E", OPEN, { customer: "__proto__" }),
    ];
    const found = rate(policy, cases, { by: ["customer", "kind"] });
    expect(found).toMatchObject({ met: 2, missed: 2 });
    expect(Object.keys(found.by!.customer!)).toEqual(["__proto__", "a", "b"]);
    expect(found.by!.customer!["b"]).toMatchObject({ rate: 1, caseIds: { met: ["A", "C"] } });
    expect(found.by!.customer!["a"]).toMatchObject({ rate: 0 });
    expect(found.by!.kind!["request"]).toMatchObject({ met: 2, missed: 1, counts: { running: 1 } });
    expect(found.by!.kind!["order"]).toMatchObject({ missed: 1, caseIds: { missed: ["B"] } });
    expect(Object.keys(found.by!)).toEqual(["customer", "kind"]);
    expect(rate(policy, cases)).not.toHaveProperty("by");
  });

  it.each([["months"], [["priority"]], [["month", 1]], ["month"], [null], [{}]])("are not taken apart by %j", (by) => {
    const place = Array.isArray(by) ? by.findIndex((group) => group !== "month") : -1;
    const path = place < 0 ? ["by"] : ["by", place];
    expectRefusal(() => tell(policy, [], { by } as never), { code: "calendar.bad-option", path, count: 1 });
  });
});

describe("rates of several cycles", () => {
  // Three hours on the 1st: met; eight from the 1st at 12:00 to the 2nd at 12:00: missed; one on the 2nd: met.
  const events = ["opened 1 09:00", "beat 1 12:00", "beat 2 12:00", "closed 2 13:00"];
  const by = (per: string) => promise({ reset: "beat", per });
  it("count the case once by its result, or each cycle by its own outcome", () => {
    expect(rate(by("case"), [one("A", events)])).toMatchObject({ met: 0, missed: 1, caseIds: { missed: ["A"] } });
    expect(rate(by("cycle"), [one("A", events)])).toMatchObject({
      met: 2,
      missed: 1,
      caseIds: { met: ["A", "A"], missed: ["A"] },
    });
  });

  it("belong to the period of the first start, or each to its own", () => {
    expect(rate(by("case"), [one("A", events)], { period: "2026-06-02" }).caseIds).toEqual({});
    expect(rate(by("case"), [one("A", events)], { period: "2026-06-01" }).caseIds).toEqual({ missed: ["A"] });
    // Met on the 1st, and the cycle of the 2nd, which is missed, decides: the case is of the 1st all the same.
    const late = one("A", ["opened 1 16:00", "beat 2 09:00", "closed 2 16:00"]);
    expect(rate(by("case"), [late], { period: "2026-06-01" }).caseIds).toEqual({ missed: ["A"] });
    expect(rate(by("case"), [late], { period: "2026-06-02" }).caseIds).toEqual({});
    expect(rate(by("cycle"), [one("A", events)], { period: "2026-06-02" }).caseIds).toEqual({ met: ["A"] });
    expect(rate(by("cycle"), [one("A", events)], { period: "2026-06-01" }).caseIds).toEqual({
      met: ["A"],
      missed: ["A"],
    });
  });

  it("count once what has no cycles: no start, or no concern", () => {
    expect(rate(by("cycle"), [one("A", ["noted 1 10:00"])]).caseIds).toEqual({ unmeasurable: ["A"] });
    expect(rate(by("cycle"), [one("A", ["cancelled 1 10:00"])]).caseIds).toEqual({ "not-applicable": ["A"] });
  });
});

describe("a goal", () => {
  const reach = (goal: number, met: number, missed: number, open: number) => {
    const some = (count: number, name: string, events: readonly string[]) =>
      Array.from({ length: count }, (_, i) => one(`${name}${i}`, events));
    return rate(promise({ goal }), [
      ...some(met, "met", MET),
      ...some(missed, "missed", MISSED),
      ...some(open, "open", OPEN),
    ]);
  };
  it.each([
    [0.75, 3, 1, 0, "reached"],
    [0.75, 3, 0, 1, "reached"],
    [0.75, 3, 1, 1, "open"],
    [0.75, 2, 1, 1, "open"],
    [0.75, 2, 2, 0, "lost"],
    [0.75, 2, 2, 3, "lost"],
    [0.75, 2, 2, 4, "open"],
    [1, 3, 0, 1, "open"],
    [1, 3, 1, 9, "lost"],
    [1, 3, 0, 0, "reached"],
    [0, 0, 3, 0, "reached"],
    [0.9, 9, 1, 0, "reached"],
    [0.7, 7, 3, 0, "reached"],
    [0.5, 0, 0, 0, "open"],
    [0.5, 0, 0, 2, "open"],
  ])("of %d with %d met, %d missed and %d open is %s", (goal, met, missed, open, reached) => {
    expect(reach(goal, met, missed, open).goalReach).toBe(reached);
  });

  it("lies between the bounds while cases are open", () => {
    expect(reach(0.75, 2, 1, 1).bounds).toEqual({ low: 0.5, high: 0.75 });
    expect(reach(0.75, 2, 1, 0)).not.toHaveProperty("bounds");
    expect(rate(promise({}), [one("A", MET)])).not.toHaveProperty("goalReach");
  });

  it("counts paused cases as open, and none that is excused, cancelled or not measured", () => {
    const cases = [
      one("A", MET),
      one("B", ["opened 30 10:00", "paused 30 11:00"]),
      one("C", ["cancelled 1 10:00"]),
      one("D", ["noted 1 10:00"]),
    ];
    expect(rate(promise({ goal: 1 }), cases)).toMatchObject({
      goalReach: "open",
      bounds: { low: 0.5, high: 1 },
      rate: 1,
    });
    expect(
      rate(promise({ goal: 1 }), [
        one("A", MET),
        { ...one("E", []), events: [event("opened 1 10:00"), event("cancelled 1 11:00")] },
      ]),
    ).toMatchObject({
      goalReach: "reached",
    });
  });
});
