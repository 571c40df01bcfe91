/**
 * `since` and `until`: which starts make up the rates. Source: docs/semantics.md §5, "Rates".
 *
 * Civil dates are those of the calendar that the case has; the desk of the charter is in Paris, UTC+2 in June.
 */
import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../../../src/charters/clip-industrie.ts";
import { createEvaluator, type EvaluateOptions, evaluate } from "../../../../src/index.ts";

const called = (id: string, at: string) => ({
  id,
  kind: "anomaly",
  events: [
    { type: "called", at },
    { type: "assisted", at },
  ],
});
const CASES = [
  called("may", "2026-05-29T16:00:00+02:00"),
  called("eve", "2026-05-31T23:59:59.999+02:00"),
  called("first", "2026-06-01T00:00:00+02:00"),
  called("noon", "2026-06-01T12:00:00+02:00"),
  called("last", "2026-06-30T23:59:59.999+02:00"),
  called("july", "2026-07-01T00:00:00+02:00"),
  { id: "none", kind: "anomaly", events: [{ type: "assisted", at: "2026-06-10T10:00:00+02:00" }] },
];
const judged = (options: Omit<EvaluateOptions, "asOf">) =>
  evaluate(clipIndustrie, CASES, { asOf: "2026-08-01T00:00:00+02:00", ...options });
const counted = (options: Omit<EvaluateOptions, "asOf">): string[] =>
  [...Object.values(judged(options).rates["anomaly"]!.caseIds)].flat();

describe("a period by its bounds", () => {
  it.each<[Omit<EvaluateOptions, "asOf">, string[]]>([
    [{ since: "2026-06-01" }, ["first", "noon", "last", "july"]],
    [{ until: "2026-06-01" }, ["may", "eve"]],
    [{ since: "2026-06-01", until: "2026-07-01" }, ["first", "noon", "last"]],
    [{ since: "2026-06-01", until: "2026-06-02" }, ["first", "noon"]],
    [{ since: "2026-06-01T12:00:00+02:00" }, ["noon", "last", "july"]],
    [{ since: "2026-06-01T12:00:00.001+02:00" }, ["last", "july"]],
    [{ until: "2026-06-01T12:00:00+02:00" }, ["may", "eve", "first"]],
    // The evening of 31 May in UTC is 1 June in Paris.
    [{ since: "2026-05-31T22:00:00Z", until: "2026-06-30T22:00:00Z" }, ["first", "noon", "last"]],
    [{ since: "2026-06-01T00:00:00+02:00", until: "2026-06-02" }, ["first", "noon"]],
    [{ since: new Date("2026-06-30T00:00:00Z") }, ["last", "july"]],
  ])("%j counts its starts", (options, ids) => {
    expect(counted(options).sort()).toEqual([...ids].sort());
  });

  it.each([
    ["2026", { since: "2026-01-01", until: "2027-01-01" }],
    ["2026-06", { since: "2026-06-01", until: "2026-07-01" }],
    ["2026-06-01", { since: "2026-06-01", until: "2026-06-02" }],
  ])("of dates says the same as the period %s, customers and service too", (period, bounds) => {
    const register = { outages: [{ from: "2026-06-10T10:00:00+02:00", to: "2026-06-10T11:00:00+02:00" }] };
    const { period: _, ...byPeriod } = judged({ period, register, by: ["month"] });
    const { since, until, ...byBounds } = judged({ ...bounds, register, by: ["month"] });
    expect(byBounds).toEqual(byPeriod);
    expect({ since, until }).toEqual(bounds);
  });

  it("is shown as it was given: dates as dates, instants in UTC", () => {
    const { period, since, until } = judged({ since: "2026-06-01", until: "2026-06-02T08:00+02:00" });
    expect({ period, since, until }).toEqual({ since: "2026-06-01", until: "2026-06-02T06:00:00.000Z" });
    expect(judged({})).not.toHaveProperty("since");
  });

  it("with an open end measures the service from its first outage, or up to asOf", () => {
    const register = {
      outages: [{ from: "2026-06-10T10:00:00+02:00", to: "2026-06-10T11:00:00+02:00" }],
    };
    const opening = (options: Omit<EvaluateOptions, "asOf">) =>
      judged({ register, ...options }).register.find(({ subject }) => subject === "service")!.commitments["opening"]!;
    expect(opening({ since: "2026-06-10" }).startedAt).toBe("2026-06-09T22:00:00.000Z");
    // Of 10 to 30 June 15 are working days of 6 hours.
    expect(opening({ since: "2026-06-10", until: "2026-07-01" }).figures).toMatchObject({ openMs: 15 * 6 * 3600e3 });
    expect(opening({ until: "2026-06-11" }).startedAt).toBe("2026-05-29T14:00:00.000Z");
    // A date belongs to a span of instants if its first instant does: here the 11th alone.
    expect(opening({ since: "2026-06-10T08:00:00+02:00", until: "2026-06-11T10:00:00+02:00" })).toMatchObject({
      startedAt: "2026-06-10T22:00:00.000Z",
      figures: { openMs: 6 * 3600e3 },
    });
    const none = judged({ register, since: "2026-06-10T08:00:00+02:00", until: "2026-06-10T10:00:00+02:00" });
    expect(none.register).toEqual([]);
  });

  it.each<[Omit<EvaluateOptions, "asOf">, RegExp]>([
    [{ since: "2026-06-01", period: "2026" }, /period and since or until are given; keep one/],
    [{ until: "2026-06-01", period: "2026" }, /keep one/],
    [{ since: "2026-06-02", until: "2026-06-01" }, /until is not after since/],
    [{ since: "2026-06-01", until: "2026-06-01" }, /until is not after since/],
    [{ since: "2026-06-01T10:00Z", until: "2026-06-01T12:00+02:00" }, /until is not after since/],
    [{ since: "2026-06-01T10:00" }, /offset/],
    [{ since: "2026-02-30" }, /since/],
    [{ until: "June" }, /until/],
    [{ until: null as never }, /until/],
  ])("refuses %j", (options, message) => {
    expect(() => createEvaluator(clipIndustrie, { asOf: "2026-08-01T00:00:00Z", ...options })).toThrow(message);
  });
});
