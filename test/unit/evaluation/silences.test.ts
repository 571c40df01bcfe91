/**
 * What the contract says where promises and their words were silent: callbacks that never close, cancelled requests, cadences
 * without a figure, recommendations of the same day. Source: docs/promises.md, docs/semantics.md, "Carry-over".
 */
import { describe, expect, it } from "vitest";
import { CALENDARS, codes, define, event, promise, request, result, tell } from "./promise.ts";

const DETECTION = {
  ...{ kind: "detection", kinds: ["request"], start: "opened", of: "untrained", by: "recommendations" },
  ...{ count: 2, months: 6, within: null },
};
const ALLOWANCE = {
  ...{ kind: "allowance", kinds: ["request"], start: "opened", help: "closed", per: "request" },
  minutes: { trained: 30, untrained: 15 },
};
const policyOf = (commitment: object) =>
  define({
    policy: "silences",
    ...{
      calendars: CALENDARS,
      calendar: "desk",
      kinds: { request: { events: ["opened", "closed", "again", "ready"] } },
    },
    events: { cancel: "cancelled" },
    conditions: { access: { check: "remote-access", otherwise: "not-applicable" } },
    commitments: { it: commitment },
  });
const one = (id: string, events: readonly string[], members: object = {}) => ({
  ...request(
    events.map((each) => event(each)),
    members,
  ),
  ...{ id, customer: "c" },
});
const adviceOf = (cases: readonly ReturnType<typeof one>[], customer: object = {}) => {
  const evaluation = tell(policyOf(DETECTION), cases, { register: { customers: [{ id: "c", ...customer }] } });
  return evaluation.register.find(({ id }) => id === "c")!.commitments["it"]!;
};

describe("a callback at a desk that never closes", () => {
  it.each(["day", "window"])("is not concerned while it is pending, closing: %s", (closing) => {
    const policy = promise(
      { kind: "carry-over", order: "report", closing, target: undefined, reopening: undefined },
      { calendar: "always" },
    );
    expect(result(policy, ["opened 1 10:00"])).toMatchObject({ outcome: "not-applicable", carriedOver: false });
  });
});

describe("a cancelled request for help", () => {
  const policy = policyOf(ALLOWANCE);
  it("without a call is not concerned", () => {
    expect(result(policy, ["closed 1 10:00", "cancelled 1 11:00"])).toMatchObject({ outcome: "not-applicable" });
    expect(result(policy, ["closed 1 10:00"])).toMatchObject({ outcome: "unmeasurable", reason: "missing-event" });
  });

  it("is a need for training all the same, if it was called before", () => {
    const asked = [one("A", ["opened 1 10:00", "cancelled 1 11:00"], { module: "stock" })];
    const again = one("B", ["opened 3 10:00"], { module: "stock" });
    expect(adviceOf([...asked, again]).advice).toMatchObject([{ module: "stock", cases: ["A", "B"] }]);
    const never = one("A", ["cancelled 1 09:00", "opened 1 10:00"], { module: "stock" });
    expect(adviceOf([never, again]).advice).toEqual([]);
  });
});

describe("a recommendation on the day of detection", () => {
  const cases = [one("A", ["opened 1 10:00"], { module: "stock" }), one("B", ["opened 3 16:00"], { module: "stock" })];
  it.each([
    ["2026-06-02", null],
    ["2026-06-03", "2026-06-03"],
  ])("counts: of %s it is %s", (date, recommendedOn) => {
    const advice = adviceOf(cases, { recommendations: [{ module: "stock", date }] }).advice ?? [];
    expect(advice).toEqual(
      recommendedOn === null ? [] : [{ module: "stock", detectedOn: "2026-06-03", cases: ["A", "B"], recommendedOn }],
    );
  });
});

describe("a cadence without a figure", () => {
  const policy = policyOf({ kind: "cadence", of: "staff.trainings", every: null });
  it.each([
    [["2020-01-10", "2026-03-01"], { count: 1, last: "2026-03-01", longestGapDays: 121 }],
    [["2020-01-10"], { count: 0, last: null, longestGapDays: 180 }],
    [["2026-01-01"], { count: 1, last: "2026-01-01", longestGapDays: 180 }],
  ])("counts no dates before its beginning: %j", (dates, figures) => {
    // From 1 January 2026 to 30 June: 180 days; 1 March to 30 June: 121.
    const staff = [{ id: "s", from: "2026-01-01", trainings: dates.map((date) => ({ date })) }];
    const { register } = tell(policy, [], { register: { customers: [], staff } });
    expect(register[0]?.commitments["it"]).toMatchObject({ outcome: "unmeasurable", reason: "no-figure", figures });
  });
});

describe("a follow-up that is closed and cancelled at one instant", () => {
  it("is closed: missed", () => {
    const followUp = {
      kind: "follow-up",
      kinds: ["request"],
      after: "opened",
      by: "ready",
      ends: "closed",
      within: null,
    };
    const ended = result(policyOf(followUp), ["opened 1 10:00", "cancelled 2 10:00", "closed 2 10:00"]);
    expect(ended).toMatchObject({ outcome: "missed", missedAt: "2026-06-02T10:00:00.000Z" });
  });

  it("is closed, too, where it is promised in time", () => {
    const within = { days: "P3D", count: "calendar", until: "midnight", rollToOpen: false };
    const followUp = { kind: "follow-up", kinds: ["request"], after: "opened", by: "ready", ends: "closed", within };
    const ended = result(policyOf(followUp), ["opened 1 10:00", "cancelled 2 10:00", "closed 2 10:00"]);
    expect(ended).toMatchObject({ outcome: "missed", missedAt: "2026-06-02T10:00:00.000Z" });
  });
});

describe("the condition remote-access", () => {
  it("is judged without a register: the event says it", () => {
    const policy = policyOf({
      ...{ kind: "target", kinds: ["request"], start: "opened", stop: "closed", reopening: "ignore" },
      ...{ target: { hours: "PT4H", count: "open" }, conditions: ["access"] },
    });
    const refused = [event("opened 1 10:00", { remoteAccess: false }), event("closed 1 11:00")];
    expect(result(policy, refused)).toMatchObject({ outcome: "not-applicable" });
    expect(codes(policy, refused)).toEqual([]);
    expect(result(policy, ["opened 1 10:00", "closed 1 11:00"])).toMatchObject({ outcome: "met" });
  });
});
