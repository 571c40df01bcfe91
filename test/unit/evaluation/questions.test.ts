/**
 * Twenty-two questions that every service-level engine has to answer, and the answers of docs/policies.md.
 *
 * Expected values are worked out by hand, or are the worked examples of other engines, whose arithmetic was checked. All in
 * UTC, June 2026, in which the 1st is a Monday; the desk is open from 9:00 to 17:00, Monday to Friday, unless it is said.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../../src/charters/clip-industrie.ts";
import {
  type Case,
  type CaseResult,
  callbackDue,
  createCalendar,
  definePolicy,
  dueIfResumedAt,
  type EvaluateOptions,
  evaluate,
  isOuvreeError,
  type Policy,
  type PolicyDocument,
  type Result,
} from "../../../src/index.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** `"1 09:00"` or `"1 09:00:10.5"` of June 2026, or a whole instant, as results show it. */
function at(text: string): string {
  const [day, time] = text.split(" ");
  return new Date(text.includes("T") ? text : `2026-06-${day!.padStart(2, "0")}T${time}Z`).toISOString();
}

/** A case of these events: `"1 09:00 message side=customer"`, or a whole instant in place of day and time. */
function request(events: readonly string[]): Case {
  return {
    id: "A",
    kind: "request",
    events: events.map((line) => {
      const words = line.split(" ");
      const when = words[0]!.includes("T") ? words.splice(0, 1) : words.splice(0, 2);
      const [type, ...facts] = words;
      return { type: type!, at: at(when.join(" ")), ...Object.fromEntries(facts.map((fact) => fact.split("="))) };
    }),
  };
}

const DESK = { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } };
const FOUR_HOURS = { hours: "PT4H", count: "open" };
const PRIORITY = { values: ["P1", "P2", "P3"], changedBy: ["opened", "prioritised"], before: "first" };

/** A policy of one promise: from opened to resolved within four hours of open time, unless it says otherwise. */
function promising(promise: object = {}, more: object = {}): Policy {
  return definePolicy({
    policy: "questions",
    calendars: { desk: DESK },
    calendar: "desk",
    kinds: {
      request: {
        events: ["opened", "called", "message", "prioritised", "moved", "resolved", "reopened", "waived"],
      },
    },
    events: { pause: "paused", resume: "resumed", cancel: "cancelled" },
    commitments: {
      promise: {
        kind: "target",
        kinds: ["request"],
        start: "opened",
        stop: "resolved",
        reopening: "ignore",
        target: FOUR_HOURS,
        ...promise,
      },
    },
    ...more,
  } as PolicyDocument);
}

function told(
  policy: Policy,
  asOf: string,
  events: readonly string[],
  options: Partial<EvaluateOptions> = {},
): CaseResult {
  const { cases } = evaluate(policy, [request(events)], { asOf: at(asOf), ...options });
  return cases[0]!;
}

const judge = (...question: Parameters<typeof told>): Result => told(...question).commitments["promise"]!;
const codes = ({ issues }: CaseResult): string[] => issues.map(({ code }) => code);

/** The code with which something is refused. */
function refusal(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    if (isOuvreeError(error)) return error.code;
    throw error;
  }
  return "nothing";
}

describe("1. a pause outside opening hours", () => {
  it("costs and gives nothing: ten minutes on Thursday and 150 on Monday, with a holiday between", () => {
    // The worked example of Frappe: on hold from Thursday 17:50 to Monday 12:30, open from 10:00 to 18:00.
    const desk = { timeZone: "UTC", week: { "mon-fri": ["10:00-18:00"] }, holidays: [{ dates: ["2026-06-05"] }] };
    const policy = promising({}, { calendars: { desk } });
    expect(judge(policy, "8 10:00", ["4 16:00 opened"])).toMatchObject({ dueAt: at("8 12:00") });
    expect(judge(policy, "8 13:00", ["4 16:00 opened", "4 17:50 paused", "8 12:30 resumed"])).toMatchObject({
      dueAt: at("8 14:40"), // 12:00 and 160 minutes
      elapsedMs: 140 * MINUTE,
    });
  });
});

describe("2. pauses of less than a minute", () => {
  it("count by the millisecond", () => {
    const events = ["1 10:00 opened", "1 10:00:10 paused", "1 10:00:40.001 resumed", "1 10:00:50 paused"];
    expect(judge(promising(), "1 12:00", [...events, "1 10:00:55 resumed", "1 11:00 resolved"])).toMatchObject({
      elapsedMs: HOUR - 30_001 - 5_000,
      dueAt: at("1 14:00:35.001"),
    });
  });
});

describe("3. closed and paused", () => {
  it("are two facts", () => {
    expect(judge(promising(), "1 20:00", ["1 16:00 opened"])).toMatchObject({
      outcome: "running",
      clock: "running",
      calendarOpen: false,
    });
    expect(judge(promising(), "1 11:00", ["1 09:00 opened", "1 10:00 paused"])).toMatchObject({
      outcome: "paused",
      clock: "paused",
      calendarOpen: true,
    });
    expect(judge(promising(), "1 20:00", ["1 09:00 opened", "1 10:00 paused"])).toMatchObject({
      clock: "paused",
      calendarOpen: false,
    });
  });
});

describe("4. the due of a paused clock", () => {
  const policy = promising(
    { target: { hours: "PT2H", count: "open" } },
    { calendars: { desk: { timeZone: "UTC", week: { "mon-fri": ["08:00-17:00"] } } } },
  );
  const events = ["1 08:00 opened", "1 09:00 paused"];
  const ask = (when: string, ...more: string[]): unknown =>
    dueIfResumedAt(policy, request([...events, ...more]), "promise", at(when), { asOf: at("1 09:30") });

  it("is none, and what is left stands still", () => {
    expect(judge(policy, "1 09:30", events)).toMatchObject({ dueAt: null, missedAt: null, remainingMs: HOUR });
    expect(judge(policy, "30 09:30", events)).toMatchObject({ outcome: "paused", dueAt: null, remainingMs: HOUR });
  });

  it("can be asked for: seen at 9:30 it would be 10:30, as at Znuny", () => {
    expect(ask("1 09:30")).toBe(at("1 10:30"));
    expect(ask("1 16:30")).toBe(at("2 08:30"));
    // One that runs has its own.
    expect(ask("1 12:00", "1 09:15 resumed")).toBe(at("1 10:15"));
    expect(ask("1 12:00", "1 09:15 resolved")).toBeNull();
  });
});

describe("5. after a resume", () => {
  it("the due is as far away as what was left", () => {
    const events = ["1 09:00 opened", "1 10:00 paused", "1 15:00 resumed"];
    expect(judge(promising(), "1 16:00", events)).toMatchObject({ dueAt: at("2 10:00"), elapsedMs: 2 * HOUR });
  });
});

describe("6. a reopening", () => {
  // The worked example of Zammad: 9:00, fifteen minutes pending, half an hour closed, two hours: 11:45.
  const events = ["1 09:00 opened", "1 09:15 paused", "1 09:30 resumed", "1 10:00 resolved", "1 10:30 reopened"];
  const target = { hours: "PT2H", count: "open" };
  it.each([
    ["ignore", { outcome: "met", stoppedAt: at("1 10:00"), elapsedMs: 45 * MINUTE, dueAt: at("1 11:15") }],
    ["resume", { outcome: "running", stoppedAt: null, elapsedMs: 75 * MINUTE, dueAt: at("1 11:45") }],
    ["count", { outcome: "running", stoppedAt: null, elapsedMs: 105 * MINUTE, dueAt: at("1 11:15") }],
    ["new-cycle", { outcome: "running", startedAt: at("1 10:30"), elapsedMs: 30 * MINUTE, dueAt: at("1 12:30") }],
  ])("%s", (reopening, expected) => {
    const policy = promising({
      reopening,
      reopen: "reopened",
      target,
      ...(reopening === "new-cycle" && { per: "case" }),
    });
    expect(judge(policy, "1 11:00", events)).toMatchObject(expected);
  });

  it("never unmakes what was met in silence", () => {
    const policy = promising({ reopening: "count", reopen: "reopened", target });
    expect(judge(policy, "3 09:30", ["1 09:00 opened", "1 10:00 resolved", "3 09:00 reopened"])).toMatchObject({
      outcome: "missed",
      dueAt: at("1 11:00"),
      missedAt: at("3 09:00"),
      reopenings: [{ stoppedAt: at("1 10:00"), outcome: "met", reopenedAt: at("3 09:00") }],
    });
  });

  it("with a cycle of its own leaves the one before as it was", () => {
    const policy = promising({ reopening: "new-cycle", reopen: "reopened", target, per: "cycle" });
    const { cycles } = judge(policy, "1 11:00", events);
    expect(cycles).toMatchObject([
      { outcome: "met", elapsedMs: 45 * MINUTE },
      { outcome: "running", elapsedMs: 30 * MINUTE },
    ]);
  });
});

describe("7. a change while the clock runs", () => {
  const table = (P1: object, P2: object): object => ({
    target: { by: "priority", values: { P1, P2, P3: null } },
  });

  // Three hours of open time from 7:00; raised at 11:00 to six hours of all hours.
  it.each([
    ["keep", { dueAt: at("1 12:00"), elapsedMs: 2.5 * HOUR, fact: "P2" }],
    ["keep-elapsed", { dueAt: at("1 15:00"), elapsedMs: 2.5 * HOUR, fact: "P1" }],
    ["restart", { dueAt: at("1 17:00"), elapsedMs: 0.5 * HOUR, fact: "P1", restartedAt: at("1 11:00") }],
    ["retroactive", { dueAt: at("1 13:00"), elapsedMs: 4.5 * HOUR, fact: "P1" }],
  ])("of the fact: %s", (fact, expected) => {
    const policy = promising(
      { ...table({ hours: "PT6H", count: "running" }, { hours: "PT3H", count: "open" }), changes: { fact } },
      { facts: { priority: PRIORITY } },
    );
    const events = ["1 07:00 opened priority=P2", "1 11:00 prioritised priority=P1"];
    expect(judge(policy, "1 11:30", events)).toMatchObject({ startedAt: at("1 07:00"), ...expected });
  });

  it("of the fact, in the worked example of SaaSJet: three hours from 10:00, raised at 11:00 to two: 12:00", () => {
    const policy = promising(
      {
        ...table({ hours: "PT2H", count: "open" }, { hours: "PT3H", count: "open" }),
        changes: { fact: "keep-elapsed" },
      },
      { facts: { priority: PRIORITY } },
    );
    const events = ["1 10:00 opened priority=P2", "1 11:00 prioritised priority=P1"];
    expect(judge(policy, "1 11:30", events)).toMatchObject({ dueAt: at("1 12:00"), remainingMs: 0.5 * HOUR });
  });

  // Six hours of open time from Monday 14:00; from Tuesday on twenty of all hours.
  it.each([
    ["keep", { dueAt: at("2 12:00"), elapsedMs: 3.5 * HOUR, version: null }],
    ["keep-elapsed", { dueAt: at("2 17:00"), elapsedMs: 12.5 * HOUR, version: "2026-06-02" }],
    ["restart", { dueAt: at("2 20:00"), elapsedMs: 9.5 * HOUR, version: "2026-06-02", restartedAt: at("2 00:00") }],
    ["retroactive", { dueAt: at("2 10:00"), elapsedMs: 19.5 * HOUR, version: "2026-06-02" }],
  ])("of the policy: %s", (mode, expected) => {
    const promise = (target: object): object => ({
      kind: "target",
      kinds: ["request"],
      start: "opened",
      stop: "resolved",
      reopening: "ignore",
      target,
      changes: { policy: mode },
    });
    const policy = promising(promise({ hours: "PT6H", count: "open" }), {
      versions: [{ from: "2026-06-02", commitments: { promise: promise({ hours: "PT20H", count: "running" }) } }],
    });
    expect(judge(policy, "2 09:30", ["1 14:00 opened"])).toMatchObject({ startedAt: at("1 14:00"), ...expected });
  });

  // Eight hours from 10:00; at 16:00 moved to a desk that is open from 12:00 to 20:00.
  it.each([
    ["keep", { dueAt: at("2 10:00"), elapsedMs: 6.5 * HOUR, calendar: "desk", calendarRule: null }],
    ["keep-elapsed", { dueAt: at("1 18:00"), elapsedMs: 6.5 * HOUR, calendar: "late", calendarRule: 0 }],
    ["restart", { dueAt: at("2 16:00"), elapsedMs: 0.5 * HOUR, calendar: "late", restartedAt: at("1 16:00") }],
    ["retroactive", { dueAt: at("1 20:00"), elapsedMs: 4.5 * HOUR, calendar: "late", calendarRule: 0 }],
  ])("of the calendar: %s", (calendar, expected) => {
    const policy = promising(
      { target: { hours: "PT8H", count: "open" }, changes: { calendar } },
      {
        calendars: { desk: DESK, late: { timeZone: "UTC", week: { "mon-fri": ["12:00-20:00"] } } },
        calendarRules: [{ when: { place: "late" }, calendar: "late" }],
        // A fact that has no value yet has the first one that it gets, so the place of the start is said, too.
        facts: { place: { values: ["early", "late"], changedBy: ["opened", "moved"], before: "first" } },
      },
    );
    const events = ["1 10:00 opened place=early", "1 16:00 moved place=late"];
    expect(judge(policy, "1 16:30", events)).toMatchObject({ startedAt: at("1 10:00"), ...expected });
  });
});

describe("8. a calendar that is edited after the fact", () => {
  const policy = (from: string, calendar: string): Policy =>
    promising(
      { target: { hours: "PT12H", count: "open" }, changes: { calendar } },
      { versions: [{ from, calendars: { desk: { ...DESK, closures: ["2026-06-12"] } } }] },
    );

  // Twelve hours from Thursday 11 at 15:00. On Monday 15 it is said that Friday 12 was closed.
  it.each([
    ["keep", { dueAt: at("15 11:00"), elapsedMs: 10.5 * HOUR }],
    ["keep-elapsed", { dueAt: at("15 11:00"), elapsedMs: 10.5 * HOUR }],
    ["retroactive", { dueAt: at("16 11:00"), elapsedMs: 2.5 * HOUR }],
  ])("afterwards: %s", (mode, expected) =>
    expect(judge(policy("2026-06-15", mode), "15 09:30", ["11 15:00 opened"])).toMatchObject(expected),
  );

  // The same, said on the eve.
  it.each([
    ["keep", { dueAt: at("15 11:00"), elapsedMs: 10.5 * HOUR }],
    ["keep-elapsed", { dueAt: at("16 11:00"), elapsedMs: 2.5 * HOUR }],
    ["retroactive", { dueAt: at("16 11:00"), elapsedMs: 2.5 * HOUR }],
  ])("in time: %s", (mode, expected) =>
    expect(judge(policy("2026-06-12", mode), "15 09:30", ["11 15:00 opened"])).toMatchObject(expected),
  );
});

describe("9. a due at closing", () => {
  it("stays there; a second more is a second after the next opening, as at Frappe", () => {
    const policy = promising(
      { target: { hours: "PT7H", count: "open" } },
      { calendars: { desk: { timeZone: "UTC", week: { "mon-fri": ["10:00-18:00"] } } } },
    );
    const due = (resumed: string): string | null | undefined =>
      judge(policy, "1 13:00", ["1 10:00 opened", "1 11:00 paused", `1 ${resumed} resumed`]).dueAt;
    expect(due("11:00:00")).toBe(at("1 17:00"));
    expect(due("12:00:00")).toBe(at("1 18:00"));
    expect(due("12:00:01")).toBe(at("2 10:00:01"));
  });
});

describe("10. an answer at the very due", () => {
  it("is in time, a millisecond later is not", () => {
    expect(judge(promising(), "1 20:00", ["1 09:00 opened", "1 13:00 resolved"])).toMatchObject({
      outcome: "met",
      remainingMs: 0,
      missedAt: null,
    });
    expect(judge(promising(), "1 20:00", ["1 09:00 opened", "1 13:00:00.001 resolved"])).toMatchObject({
      outcome: "missed",
      overrunMs: 1,
      missedAt: at("1 13:00:00.001"),
    });
  });

  it("that is at closing can be given until the next opening", () => {
    expect(judge(promising(), "9 09:00", ["5 13:00 opened", "6 11:00 resolved"])).toMatchObject({
      outcome: "met",
      dueAt: at("5 17:00"),
      elapsedMs: 4 * HOUR,
    });
    expect(judge(promising(), "6 11:00", ["5 13:00 opened"])).toMatchObject({
      outcome: "running",
      missedAt: at("8 09:00:00.001"),
    });
  });
});

describe("11. nothing", () => {
  it("added is the instant itself, or the next opening; the previous closing has a question of its own", () => {
    const desk = createCalendar(DESK, { output: "iso" });
    const saturday = "2026-06-06T11:00:00.000Z";
    expect(Date.parse(desk.add(saturday, 0))).toBe(Date.parse(saturday));
    expect(Date.parse(desk.add(saturday, 0, { edge: "far" }))).toBe(Date.parse(at("8 09:00")));
    expect(Date.parse(desk.previousOpen(saturday))).toBe(Date.parse(at("5 17:00")));
  });

  it("is no target; where nothing is promised there is null", () => {
    expect(refusal(() => promising({ target: { hours: "PT0H", count: "open" } }))).toBe("policy.never-met");
    const policy = promising(
      { target: { by: "priority", values: { P1: FOUR_HOURS, P2: FOUR_HOURS, P3: null } } },
      { facts: { priority: ["P1", "P2", "P3"] } },
    );
    const { commitments } = evaluate(policy, [{ ...request(["1 09:00 opened"]), priority: "P3" }], {
      asOf: at("30 09:00"),
    }).cases[0]!;
    expect(commitments["promise"]).toMatchObject({ outcome: "not-applicable", dueAt: null });
  });
});

describe("12. a calendar that never opens", () => {
  it("is refused", () => {
    expect(refusal(() => createCalendar({ timeZone: "UTC", week: {} }))).toBe("calendar.never-open");
    expect(refusal(() => promising({}, { calendars: { desk: { timeZone: "UTC", week: {} } } }))).toBe(
      "calendar.never-open",
    );
  });

  it("as far as it is known is no loop, but unmeasurable", () => {
    const holidays = [{ dates: [], from: "2026-01-01", to: "2026-06-05" }];
    const policy = promising({}, { calendars: { desk: { ...DESK, holidays } } });
    expect(judge(policy, "5 16:30", ["5 16:00 opened"])).toMatchObject({
      outcome: "unmeasurable",
      reason: "beyond-reach",
    });
  });
});

describe("13. an end before its start", () => {
  it("is told, not taken for nothing", () => {
    const found = told(promising(), "1 12:00", ["1 11:00 opened", "1 10:00 resolved"]);
    expect(found.commitments["promise"]).toMatchObject({ outcome: "unmeasurable", reason: "stop-before-start" });
    expect(codes(found)).toEqual(["case.stop-before-start"]);
  });

  it("is a negative time", () => {
    const desk = createCalendar(DESK, { output: "ms" });
    expect(desk.elapsed(at("1 11:00"), at("1 10:00"))).toBe(-HOUR);
  });
});

describe("14. a change of the clock", () => {
  const days = promising(
    { target: { days: "P1D", count: "calendar", until: "midnight", rollToOpen: false } },
    { calendars: { desk: { timeZone: "Europe/Paris", week: { "mon-sun": ["09:00-17:00"] } } } },
  );
  it("makes a night of seven or nine hours", () => {
    const night = createCalendar({ timeZone: "Europe/Paris", week: { "mon-sun": ["22:00-06:00"] } }, { output: "ms" });
    expect(night.elapsed("2026-03-28T12:00+01:00", "2026-03-29T12:00+02:00")).toBe(7 * HOUR);
    expect(night.elapsed("2026-10-24T12:00+02:00", "2026-10-25T12:00+01:00")).toBe(9 * HOUR);
  });

  it("skips no date and counts none twice, however close to midnight", () => {
    // 24 hours after Saturday 28 March 23:30 it is Monday; 24 hours after Sunday 25 October 00:15 it is Sunday still.
    const spring = judge(days, "2026-03-29T10:00+02:00", ["2026-03-28T23:30:00+01:00 opened"]);
    expect(spring).toMatchObject({ dueDate: "2026-03-29", dueAt: "2026-03-29T22:00:00.000Z" });
    const autumn = judge(days, "2026-10-25T23:30+01:00", ["2026-10-25T00:15:00+02:00 opened"]);
    expect(autumn).toMatchObject({ dueDate: "2026-10-26", dueAt: "2026-10-26T23:00:00.000Z" });
  });

  it("leaves hours of all hours as long as they are", () => {
    const policy = promising(
      { target: { hours: "PT4H", count: "running" } },
      { calendars: { desk: { timeZone: "Europe/Paris", week: { "mon-sun": ["09:00-17:00"] } } } },
    );
    expect(judge(policy, "2026-03-29T01:30+01:00", ["2026-03-29T01:00:00+01:00 opened"]).dueAt).toBe(
      "2026-03-29T04:00:00.000Z",
    );
  });
});

describe("15. a day", () => {
  // From Friday 5 June, an hour after closing.
  it.each([
    ["eight hours of open time", { hours: "PT8H", count: "open" }, "8 17:00"],
    ["24 hours of working days", { hours: "PT24H", count: "working-days" }, "8 18:00"],
    ["24 hours", { hours: "PT24H", count: "running" }, "6 18:00"],
    [
      "a working day, to the same time",
      // Asked after closing on a Friday it is taken on Monday at 9:00, the first opening: due a working day later.
      { days: "P1D", count: "working", until: "same-time", rollToOpen: true },
      "9 09:00",
    ],
    ["a working day, to the closing", { days: "P1D", count: "working", until: "closing", rollToOpen: true }, "8 17:00"],
    ["a working day, to midnight", { days: "P1D", count: "working", until: "midnight", rollToOpen: true }, "9 00:00"],
    ["a calendar day", { days: "P1D", count: "calendar", until: "midnight", rollToOpen: false }, "7 00:00"],
    ["a calendar day, moved", { days: "P1D", count: "calendar", until: "midnight", rollToOpen: true }, "9 00:00"],
  ])("is not a word: %s", (_, target, due) =>
    expect(judge(promising({ target }), "5 19:00", ["5 18:00 opened"]).dueAt).toBe(at(due)),
  );

  it("alone is refused", () => expect(refusal(() => promising({ target: "P1D" }))).toBe("policy.ambiguous"));
});

const TALK = {
  actors: {
    customer: { where: { side: "customer" } },
    responder: { where: { side: "desk" }, not: { visibility: "internal", channel: ["bot", "survey"] } },
  },
};
const NEXT_REPLY = {
  start: { event: "message", actor: "customer" },
  after: { event: "message", actor: "responder" },
  stop: [{ event: "message", actor: "responder" }, "resolved"],
  waive: "waived",
  reopening: "new-cycle",
  per: "cycle",
  optional: "start",
};

describe("16. the next reply", () => {
  const policy = promising(NEXT_REPLY, TALK);
  const first = ["1 09:00 opened", "1 09:10 message side=customer", "1 09:30 message side=desk"];

  it("is due from the oldest unanswered message, and not before the first response", () => {
    expect(judge(policy, "1 09:20", first).outcome).toBe("not-applicable");
    expect(judge(policy, "1 09:40", first).outcome).toBe("not-applicable");
    const events = [...first, "1 10:00 message side=customer", "1 11:00 message side=customer"];
    expect(judge(policy, "1 12:00", events)).toMatchObject({ startedAt: at("1 10:00"), dueAt: at("1 14:00") });
  });

  it("is not owed for what is resolved, nor for a thank-you", () => {
    const asked = [...first, "1 10:00 message side=customer"];
    expect(judge(policy, "30 12:00", [...asked, "1 11:00 resolved"])).toMatchObject({
      outcome: "met",
      elapsedMs: HOUR,
    });
    expect(judge(policy, "30 12:00", [...asked, "1 11:00 waived"]).outcome).toBe("not-applicable");
  });

  it("is asked for again by the next message", () => {
    const events = [
      ...first,
      "1 10:00 message side=customer",
      "1 11:00 message side=desk",
      "1 12:00 message side=customer",
      "1 16:30 message side=desk",
    ];
    const { outcome, cycles } = judge(policy, "30 12:00", events);
    expect(outcome).toBe("missed");
    expect(cycles).toMatchObject([
      { outcome: "met", elapsedMs: HOUR },
      { outcome: "missed", elapsedMs: 4.5 * HOUR },
    ]);
  });
});

describe("17. who responds", () => {
  const policy = promising({ stop: { event: "message", actor: "responder" } }, TALK);
  const stopped = (...messages: string[]): string | null | undefined =>
    judge(policy, "1 13:00", ["1 09:00 opened", ...messages.map((text) => `1 10:00 message ${text}`)]).stoppedAt;

  it("is what the policy says: side, visibility and channel of the event", () => {
    expect(stopped("side=desk")).toBe(at("1 10:00"));
    expect(stopped("side=desk visibility=public channel=phone")).toBe(at("1 10:00"));
    expect(stopped("side=desk visibility=internal")).toBeNull();
    expect(stopped("side=desk channel=bot")).toBeNull();
    expect(stopped("side=desk channel=survey")).toBeNull();
    expect(stopped("side=third visibility=public")).toBeNull();
    expect(stopped("visibility=public")).toBeNull();
  });
});

describe("18. a case that the desk wrote down itself", () => {
  it("starts when the customer called, and its own first entry is no reply", () => {
    const policy = promising({ start: ["called", "opened"], stop: { event: "message", actor: "responder" } }, TALK);
    const events = ["1 09:00 called", "1 09:40 opened side=desk", "1 10:00 message side=desk"];
    expect(judge(policy, "1 12:00", events)).toMatchObject({
      startedAt: at("1 09:00"),
      stoppedAt: at("1 10:00"),
      elapsedMs: HOUR,
    });
    // One that the customer opened has no call.
    expect(judge(policy, "1 12:00", events.slice(1)).elapsedMs).toBe(20 * MINUTE);
  });
});

describe("19. events of one instant", () => {
  it("have one order, whatever that of the file", () => {
    const events = ["opened", "paused", "resumed", "resolved", "cancelled"].map((type) => `1 10:00 ${type}`);
    for (const order of [events, [...events].reverse(), [3, 1, 4, 0, 2].map((i) => events[i]!)])
      expect(judge(promising(), "1 12:00", order)).toMatchObject({ outcome: "met", elapsedMs: 0, clock: "stopped" });
  });

  it("are changes of facts first, then the start", () => {
    const policy = promising(
      {
        target: { by: "priority", values: { P1: { hours: "PT1H", count: "open" }, P2: FOUR_HOURS, P3: null } },
        changes: { fact: "keep" },
      },
      { facts: { priority: { ...PRIORITY, changedBy: ["prioritised"] } } },
    );
    const events = ["1 10:00 opened", "1 10:00 prioritised priority=P1"];
    for (const order of [events, [...events].reverse()])
      expect(judge(policy, "1 10:30", order)).toMatchObject({ fact: "P1", dueAt: at("1 11:00") });
  });

  it("are a stop first, then a reset", () => {
    const policy = promising({ reset: "message", per: "cycle" });
    const events = ["1 09:00 opened", "1 10:00 message", "1 11:00 message", "1 11:00 resolved"];
    for (const order of [events, [...events].reverse()])
      expect(judge(policy, "1 12:00", order).cycles).toMatchObject([
        { outcome: "met", stoppedAt: at("1 10:00"), elapsedMs: HOUR },
        { outcome: "met", stoppedAt: at("1 11:00"), elapsedMs: HOUR },
      ]);
  });
});

describe("20. a call after closing", () => {
  it("is an appointment: from the next opening on, before what comes later", () => {
    const { from, carriedOver, next } = callbackDue(createCalendar(DESK, { output: "ms" }), at("5 17:30"));
    expect([from, carriedOver, next]).toEqual([Date.parse(at("8 09:00")), true, Date.parse(at("8 09:00"))]);
  });

  it("is a commitment of the preset", () => {
    const called = [{ id: "A", kind: "anomaly", events: [{ type: "called", at: "2026-06-05T17:30:00+02:00" }] }];
    const { commitments } = evaluate(clipIndustrie, called, { asOf: "2026-06-06T12:00:00+02:00" }).cases[0]!;
    expect(commitments["callback"]).toMatchObject({
      outcome: "running",
      carriedOver: true,
      dueFrom: "2026-06-08T07:00:00.000Z",
      dueAt: "2026-06-08T22:00:00.000Z",
    });
    // Its own four hours are open time: three before noon on Monday, one after 14:00.
    expect(commitments["anomaly"]).toMatchObject({ elapsedMs: 0, dueAt: "2026-06-08T13:00:00.000Z" });
  });
});

describe("21. how much is used", () => {
  it("is the counted time, and segments show the rest", () => {
    const events = ["5 16:00 opened", "8 09:15 paused", "8 09:30 resumed", "8 10:00 resolved"];
    const { elapsedMs, segments } = judge(promising(), "9 09:00", events, { segments: true });
    expect(elapsedMs).toBe(105 * MINUTE);
    expect(segments?.map(({ why, ms, counts }) => [why, ms / MINUTE, counts])).toEqual([
      ["open", 60, true],
      ["after-last", 7 * 60, false],
      ["no-hours", 24 * 60, false],
      ["no-hours", 24 * 60, false],
      ["before-first", 9 * 60, false],
      ["open", 15, true],
      ["paused", 15, false],
      ["open", 30, true],
    ]);
    expect(segments?.[0]?.start).toBe(at("5 16:00"));
    expect(segments?.at(-1)?.end).toBe(at("8 10:00"));
  });
});

describe("22. mixed units", () => {
  const values = {
    P1: { hours: "PT4H", count: "running" },
    P2: { hours: "PT4H", count: "open" },
    P3: { days: "P2D", count: "working", until: "closing", rollToOpen: true },
  };
  it.each([
    ["P1", "5 20:00"],
    ["P2", "8 12:00"],
    ["P3", "9 17:00"],
  ])("stand in one table, a cell each: %s", (priority, due) => {
    const policy = promising(
      { target: { by: "priority", values }, changes: { fact: "keep" } },
      { facts: { priority: PRIORITY } },
    );
    expect(judge(policy, "5 16:30", [`5 16:00 opened priority=${priority}`]).dueAt).toBe(at(due));
  });

  it("do not stand in one target", () =>
    expect(refusal(() => promising({ target: [values.P2, values.P1] }))).toBe("policy.bad-value"));
});
