/**
 * How cases with an incomplete history are counted, and what the doors beside `evaluate` say of them.
 */
import { describe, expect, it } from "vitest";
import { checkEntitlement, comparePolicies, dueIfResumedAt, evaluate } from "../../../../src/index.ts";
import { dueList, dueText } from "../../../../src/report/index.ts";
import { at, CALENDARS, define, event, promise, promised, request, type Told, tell } from "../promise.ts";

const unread = (type: string, members: object = {}): Told => ({ type, at: "1 June at noon", ...members });
const named = (id: string, events: readonly Told[], more: object = {}) => ({ ...request(events), id, ...more });

describe("rates", () => {
  // The first cycle is missed, whatever came after it; how many came is not known.
  const events = ["opened 1 10:00", "closed 2 12:00", unread("again")];
  const policyOf = (per: string) => promise({ reopening: "new-cycle", reopen: "again", per });

  it.each([
    ["cycle", { missed: 0, unmeasurable: 1 }],
    ["case", { missed: 1, unmeasurable: 0 }],
  ])("of each %s count a case once whose number of cycles is unsure", (per, counts) => {
    const { cases, rates } = tell(policyOf(per), [request(events)]);
    expect(cases[0]!.commitments["it"]).toMatchObject({ outcome: "missed", stoppedAt: at("2 12:00") });
    expect(cases[0]!.commitments["it"]).not.toHaveProperty("cycles");
    expect(rates["it"]!.counts).toMatchObject(counts);
  });

  it("count a case in no period and no month where its start is unsure, and else in its own", () => {
    const cases = [named("A", [unread("opened"), "closed 1 11:00"]), named("B", ["opened 1 10:00", unread("closed")])];
    const { rates } = tell(promise({}), cases, { by: ["month"] });
    expect(rates["it"]!.caseIds).toEqual({ unmeasurable: ["A", "B"] });
    expect(rates["it"]!.by!.month!["2026-06"]!.caseIds).toEqual({ unmeasurable: ["B"] });
    expect(tell(promise({}), cases, { period: "2026-06" }).rates["it"]!.caseIds).toEqual({ unmeasurable: ["B"] });
  });

  it("see a case of which nothing else is seen", () => {
    const cases = [named("A", [unread("opened")]), named("B", ["Solved 1 10:00"]), named("C", ["Solved 30 13:00"])];
    expect(tell(promise({}), cases)).toMatchObject({ notYet: 1, cases: [{ id: "A" }, { id: "B" }] });
  });
});

describe("unknown types", () => {
  const cases = [
    named("A", ["opened 1 10:00", "Solved 1 11:00", "Solved 1 12:00"]),
    named("B", ["opened 1 10:00", "Solved 1 11:00", "Tagged 1 11:00"]),
  ];

  it("are listed with their counts, the most frequent first", () => {
    expect(tell(promise({}), cases).unknownEvents).toEqual([
      { kind: "request", type: "Solved", events: 3, cases: 2 },
      { kind: "request", type: "Tagged", events: 1, cases: 1 },
    ]);
    expect(
      tell(
        promise({}),
        [cases[0]!].map((one) => ({ ...one, events: [] })),
      ).unknownEvents,
    ).toBeUndefined();
  });

  it("are taken for ones that move no clock where the caller says so, and the evaluation says it", () => {
    const { cases: judged, ignoresUnknown, unknownEvents } = tell(promise({}), cases, { ignoreUnknown: true });
    expect(
      judged.map(({ commitments, issues, incomplete }) => [commitments["it"]!.outcome, issues, incomplete]),
    ).toEqual([
      ["missed", [], undefined],
      ["missed", [], undefined],
    ]);
    expect([ignoresUnknown, unknownEvents?.length]).toEqual([true, 2]);
  });

  it("do not make an unreadable event one", () => {
    const [one] = tell(promise({}), [named("A", ["opened 1 10:00", unread("closed")])], { ignoreUnknown: true }).cases;
    expect(one!.commitments["it"]!.reason).toBe("history-incomplete");
  });
});

describe("what cases share", () => {
  const policy = define({
    policy: "queue",
    ...{ calendars: CALENDARS, calendar: "desk" },
    kinds: { request: { events: ["opened", "closed", "noted"], queue: "phone" } },
    commitments: { it: { kind: "carry-over", kinds: ["request"], start: "opened", stop: "closed", order: "require" } },
  });
  const other = named("B", ["opened 2 09:30", "closed 2 10:00"]);

  it("goes by what is seen, and the case says so", () => {
    const { cases } = tell(policy, [named("A", ["opened 1 16:00", "closed 2 12:00", unread("closed")]), other]);
    const [one] = cases;
    expect(one!.issues.map(({ code }) => code)).toEqual(["case.bad-event", "case.shared-as-seen"]);
    // Made before closing it is not concerned, made after it is met: none, and nobody is told to have overtaken it.
    expect(one!.commitments["it"]).toMatchObject({ outcome: "unmeasurable", reason: "history-incomplete" });
    expect(one!.commitments["it"]).not.toHaveProperty("overtakenBy");
  });

  it("does not concern a case whose hidden events mean nothing to it", () => {
    const { cases } = tell(policy, [named("A", ["opened 1 16:00", "closed 2 12:00", unread("noted")]), other]);
    expect(cases[0]!.issues.map(({ code }) => code)).toEqual(["case.bad-event"]);
    expect(cases[0]!.commitments["it"]).toMatchObject({ outcome: "missed", overtakenBy: ["B"] });
  });

  it("is told by an entitlement", () => {
    const helped = define({
      policy: "minutes",
      ...{ calendars: CALENDARS, calendar: "desk" },
      kinds: { request: { events: ["opened", "closed"] } },
      commitments: {
        it: {
          ...{ kind: "allowance", kinds: ["request"], start: "opened", help: "closed", per: "contract-year" },
          minutes: { trained: 30, untrained: 30 },
        },
      },
    });
    const history = [
      named("A", ["opened 1 10:00", event("closed 1 10:30", { minutes: 10, module: "stock" }), unread("closed")], {
        customer: "acme",
      }),
    ];
    const register = { customers: [{ id: "acme", contract: { from: "2026-01-01" } }] };
    const asked = { customer: "acme", kind: "request", modules: "stock" };
    const { minutes, issues } = checkEntitlement(helped, register, asked, { at: at("2 10:00"), history });
    expect(minutes[0]).toMatchObject({ consumed: 10, remaining: 20 });
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ["case.shared-as-seen", 'history: case "A" is counted by what is seen of it: its history is incomplete'],
    ]);
  });
});

describe("other doors", () => {
  const events = ["opened 1 10:00", unread("closed")];

  it("list nothing as due that may be over, and say of how many that is not known", () => {
    const list = dueList(tell(promise({}), [request(events)], { asOf: "1 11:00" }));
    expect(list).toMatchObject({ rows: [], incomplete: 1 });
    expect(dueText(promise({}), list)).toContain("whether anything is due is not known: 1; the history");
    expect(dueList(tell(promise({}), [request(["opened 1 10:00"])], { asOf: "1 11:00" }))).not.toHaveProperty(
      "incomplete",
    );
  });

  it("know no due of a clock that may be stopped, resumed or not", () => {
    const ask = (more: readonly Told[]) =>
      dueIfResumedAt(promise({}), request(["opened 1 10:00", "paused 1 11:00", ...more]), "it", at("1 12:00"), {
        asOf: at("1 12:00"),
      });
    expect(ask([])).toBe(at("1 15:00"));
    expect(ask([unread("noted")])).toBe(at("1 15:00"));
    expect(ask([unread("closed")])).toBeNull();
  });

  it("compare no verdicts that are none", () => {
    const [one, other] = [promise({}), promise({ target: { hours: "PT1H", count: "open" } })];
    expect(comparePolicies(one, other, [request(events)], { asOf: at("30 12:00") }).flips).toEqual([]);
  });

  it("judge a case of an unknown kind and an unknown customer by both", () => {
    const strange = { ...request(events), kind: "riddle", customer: "ghost" };
    const { cases } = evaluate(promise({}), [strange], { asOf: at("30 12:00"), register: { customers: [] } });
    expect(cases[0]!.issues.map(({ code }) => code)).toEqual([
      "case.bad-event",
      "case.unknown-kind",
      "case.unknown-customer",
    ]);
  });
});

describe("a version that another first event would bring", () => {
  const judged = (changed: Parameters<typeof promised>[0]) => {
    const policy = promise({}, { versions: [{ from: "2026-01-01", commitments: { it: promised(changed) } }] });
    const shown = tell(policy, [request(["opened 1 10:00", unread("noted"), "again 1 11:00"])]);
    return shown.cases[0]!.commitments["it"];
  };

  it("leaves no verdict where its clock is another, and a start where that is the same", () => {
    expect(judged({ stop: "again" })).toMatchObject({
      reason: "history-incomplete",
      startedAt: new Date(at("1 10:00")).toISOString(),
    });
  });

  it("leaves no start where that is another", () => {
    expect(judged({ start: "again" })?.startedAt ?? null).toBeNull();
  });
});
