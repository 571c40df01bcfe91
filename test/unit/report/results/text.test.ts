/**
 * A result as text: what was promised, what happened, and why the verdict is what it is.
 *
 * The desk is open from 9:00 to 12:00 and from 14:00 to 17:00 on working days; Monday 25 May 2026 is a holiday, June has none.
 */
import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../../../src/charters/clip-industrie.ts";
import {
  type Case,
  type CaseResult,
  definePolicy,
  evaluate,
  type Policy,
  type PolicyDocument,
  type Register,
  type Result,
} from "../../../../src/index.ts";
import { resultText } from "../../../../src/report/index.ts";
import { at, charterWith, frozen, REGISTER, request } from "../../evaluation/telling.ts";
import { expectRefusal, HARMFUL } from "../../refusals.ts";

interface Beside {
  readonly policy?: Policy;
  readonly asOf?: string;
  readonly register?: Register;
}

function results(cases: readonly Case[], { policy = clipIndustrie, asOf = "06-30 18:00", register }: Beside = {}) {
  return evaluate(policy, cases, { asOf: at(asOf), segments: true, ...(register && { register }) }).cases;
}
function text(commitment: string, one: Case, beside: Beside = {}): string {
  return resultText(beside.policy ?? clipIndustrie, frozen(results([one], beside)[0]!), commitment);
}
const lines = (...args: Parameters<typeof text>): string[] => text(...args).split("\n");
const last = (...args: Parameters<typeof text>): string => lines(...args).at(-1)!;
const anomaly = (...events: string[]): Case => request("anomaly", events);

const week = { "mon-fri": ["09:00-12:00", "14:00-17:00"] };
const PARIS = { timeZone: "Europe/Paris", week, holidays: ["FR"] } as const;
const SOLVE = {
  kind: "target",
  kinds: ["incident"],
  start: "opened",
  stop: "solved",
  reopening: "ignore",
  target: { hours: "PT4H", count: "open" },
} as const;
const desk = (solve: object, rest: object = {}): Policy =>
  definePolicy({
    policy: "desk",
    calendar: "desk",
    calendars: { desk: PARIS },
    kinds: { incident: { events: ["opened", "solved", "again", "reply"] } },
    events: { pause: "paused", resume: "resumed", cancel: "cancelled" },
    commitments: { solve: { ...SOLVE, ...solve } },
    ...rest,
  } as unknown as PolicyDocument);
const incident = (...events: Parameters<typeof request>[1]): Case => request("incident", events);

describe("a target in hours", () => {
  it("says the promise, the stretches, due, stop and by how much it was missed", () => {
    // An hour on Friday, three on Tuesday until noon: used up; late when Tuesday's afternoon begins.
    expect(lines("anomaly", anomaly("called 05-22 16:00", "assisted 05-26 14:01"))).toEqual([
      "A, anomaly: Help on anomalies within 4 business hours of the call",
      'promised: 4 h of open time, at "desk"',
      "start Fri 22 May 2026 16:00 (Europe/Paris)",
      "  Fri 22 May 2026 16:00–17:00  1 h",
      "  closed 88 h: night, Saturday, Sunday, Whit Monday",
      "  Tue 26 May 2026 09:00–12:00  3 h",
      "  closed 2 h: break",
      "  Tue 26 May 2026 14:00–14:01  1 min",
      "due Tue 26 May 2026 12:00",
      "stop Tue 26 May 2026 14:01",
      "missed by 1 min: late from Tue 26 May 2026 14:00:00.001",
    ]);
  });

  it.each([
    ["met with 20 min to spare", ["called 06-01 10:00", "assisted 06-01 15:40"]],
    ["met, with the target used up exactly", ["called 06-01 10:00", "assisted 06-01 16:00"]],
    ["missed by 1 h: late from Mon 1 Jun 2026 16:00:00.001", ["called 06-01 10:00", "assisted 06-01 17:00"]],
  ])("is %s", (verdict, events) => {
    expect(last("anomaly", anomaly(...events))).toBe(verdict);
  });

  it.each([
    ["running: 1 h used, 3 h left", "06-05 12:00", []],
    ["running: 3 h used, 1 h left; at risk, 75 % is used", "06-05 16:00", []],
    ["running (closed now): used up; late from Mon 8 Jun 2026 09:00", "06-06 12:00", []],
    ["running: used up; late from Mon 8 Jun 2026 09:00", "06-08 09:00", []],
    ["missed by 1 ms so far: late from Mon 8 Jun 2026 09:00:00.001", "06-08 09:00:00.001", []],
    ["paused: 2 h used, 2 h left", "06-05 16:00", ["paused 06-05 15:00"]],
    ["paused (closed now): 2 h used, 2 h left", "06-06 16:00", ["paused 06-05 15:00"]],
    ["paused (closed now): 4 h used, 0 min left", "06-06 16:00", ["paused 06-05 17:00"]],
    ["missed by 2 h so far: late from Mon 8 Jun 2026 09:00:00.001; paused now", "06-30 16:00", ["paused 06-08 11:00"]],
  ])("that is open is %s", (verdict, asOf, events) => {
    expect(last("anomaly", anomaly("called 06-05 11:00", ...events), { asOf })).toBe(
      // Closed at noon.
      asOf === "06-05 12:00" ? verdict.replace("running", "running (closed now)") : verdict,
    );
  });

  it("says of a pause how much of it was open", () => {
    const rows = lines(
      "anomaly",
      anomaly(
        "called 06-01 09:00",
        "paused 06-01 11:00",
        "resumed 06-01 14:10",
        "paused 06-01 17:00",
        "resumed 06-02 08:00",
        "assisted 06-02 09:30",
      ),
    );
    // An hour before noon and ten minutes after the break; the other pause lies in the night.
    expect(rows).toContain("  paused 3 h 10 min (1 h 10 min of it open)");
    expect(rows).toContain("  paused 15 h (none of it open)");
    expect(rows.at(-1)).toBe("missed by 1 h 20 min: late from Mon 1 Jun 2026 16:10:00.001");
  });

  it("says it only where one calendar measured the whole", () => {
    const one = incident("opened 06-01 09:00", "paused 06-01 10:00", "resumed 06-01 11:00", "solved 06-01 12:00");
    const versions = [{ from: "2026-07-01", calendars: { desk: { ...PARIS, holidays: [] } } }];
    const row = (calendar: string) =>
      lines("solve", one, { policy: desk({ changes: { calendar } }, { versions }) }).find((line) =>
        /paused/.test(line),
      );
    for (const mode of ["keep", "retroactive"]) expect(row(mode), mode).toBe("  paused 1 h (1 h of it open)");
    for (const mode of ["keep-elapsed", "restart"]) expect(row(mode), mode).toBe("  paused 1 h");
  });

  it("speaks of working days and of all hours", () => {
    const days = desk({ target: { hours: "PT48H", count: "working-days" } });
    const paused = incident("opened 06-05 17:00", "paused 06-05 20:00", "resumed 06-08 06:00", "solved 06-08 12:00");
    // Of the pause from Friday evening on four hours lie on Friday and six on Monday.
    expect(lines("solve", paused, { policy: days })).toEqual([
      "A, solve",
      'promised: 48 h of working days, at "desk"',
      "start Fri 5 Jun 2026 17:00 (Europe/Paris)",
      "  Fri 5 Jun 2026 17:00–20:00  3 h",
      "  paused 58 h (10 h of it in working days)",
      "  Mon 8 Jun 2026 06:00–12:00  6 h",
      "due Wed 10 Jun 2026 03:00",
      "stop Mon 8 Jun 2026 12:00",
      "met with 39 h to spare",
    ]);
    const all = desk({ target: { hours: "PT24H", count: "running" } });
    expect(lines("solve", paused, { policy: all })).toEqual([
      "A, solve",
      'promised: 24 h around the clock, at "desk"',
      "start Fri 5 Jun 2026 17:00 (Europe/Paris)",
      "  Fri 5 Jun 2026 17:00–20:00  3 h",
      "  paused 58 h",
      "  Mon 8 Jun 2026 06:00–12:00  6 h",
      "due Tue 9 Jun 2026 03:00",
      "stop Mon 8 Jun 2026 12:00",
      "met with 15 h to spare",
    ]);
  });

  it("that was missed and then cancelled says when", () => {
    expect(lines("anomaly", anomaly("called 06-01 10:00", "cancelled 06-02 10:00")).slice(-3)).toEqual([
      "due Mon 1 Jun 2026 16:00",
      "cancelled Tue 2 Jun 2026 10:00",
      "missed by 2 h: late from Mon 1 Jun 2026 16:00:00.001",
    ]);
  });

  it("says the clock changes on the way, and shortens what is long", () => {
    const rows = lines("anomaly", anomaly("called 10-23 11:00", "assisted 11-26 13:01"), { asOf: "12-01 00:00" });
    expect(rows).toContain("  the clock goes back 1 h: Sun 25 Oct 2026 02:00");
    expect(rows.filter((row) => /… \d+ more lines …/.test(row))).toHaveLength(1);
    expect(rows.length).toBeLessThan(25);
  });

  it("leaves the stretches out where there are none", () => {
    const one = anomaly("called 05-22 16:00", "assisted 05-26 14:01");
    const found = evaluate(clipIndustrie, [one], { asOf: at("06-30 18:00") }).cases[0]!;
    expect(resultText(clipIndustrie, found, "anomaly").split("\n").slice(1)).toEqual([
      'promised: 4 h of open time, at "desk"',
      "start Fri 22 May 2026 16:00 (Europe/Paris)",
      "due Tue 26 May 2026 12:00",
      "stop Tue 26 May 2026 14:01",
      "missed by 1 min: late from Tue 26 May 2026 14:00:00.001",
    ]);
  });

  it("on a calendar of calendars says which of them was closed", () => {
    const tokyo = { name: "tokyo", timeZone: "Asia/Tokyo", week: { "mon-fri": ["09:00-18:00"] } };
    const paris = { name: "paris", timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } };
    const policy = desk({}, { calendars: { desk: { timeZone: "Europe/Paris", intersection: [paris, tokyo] } } });
    const rows = lines("solve", incident("opened 06-05 10:00", "solved 06-05 20:00"), { policy });
    expect(rows.slice(3, 5)).toEqual([
      "  Fri 5 Jun 2026 10:00–11:00  1 h",
      "  closed 9 h: closed for tokyo: night, Saturday; closed for paris: night",
    ]);
  });
});

describe("a target in days", () => {
  const form = (...events: string[]): Case => request("web-form", events);
  it("says which dates are no working days, and the last date", () => {
    // Three days after Friday is Whit Monday: the Tuesday.
    expect(lines("web-form", form("submitted 05-22 11:00", "answered 05-26 11:00")).slice(1)).toEqual([
      'promised: 3 calendar days, until midnight, or the next working day if that is none, at "desk"',
      "start Fri 22 May 2026 11:00 (Europe/Paris)",
      "  no working day: Sat 23 May 2026, Sun 24 May 2026, Mon 25 May 2026 (Whit Monday)",
      "due on Tue 26 May 2026",
      "stop Tue 26 May 2026 11:00",
      "met after 4 calendar days",
    ]);
  });

  it("that does not mind closed days says none", () => {
    expect(lines("web-form-same-day", form("submitted 05-23 11:00"), { asOf: "05-23 12:00" }).slice(1)).toEqual([
      'promised: the same day, until midnight, at "desk"',
      "start Sat 23 May 2026 11:00 (Europe/Paris)",
      "due on Sat 23 May 2026",
      "running (closed now)",
    ]);
  });

  it.each([
    ["closing", "due before Wed 3 Jun 2026 17:00", "until closing"],
    ["same-time", "due Wed 3 Jun 2026 16:00", "until the same time of day"],
    ["midnight", "due on Wed 3 Jun 2026", "until midnight"],
  ])("until %s says %j", (until, due, words) => {
    const policy = desk({ target: { days: "P2D", count: "working", until, rollToOpen: true } });
    const said = lines("solve", incident("opened 06-01 16:00"), { policy, asOf: "06-03 10:00" });
    expect(said[1]).toBe(`promised: 2 working days, ${words}, at "desk"`);
    expect(said.slice(-2)).toEqual([due, "running: 2 working days gone"]);
  });

  it.each([
    ["met the same day", ["submitted 06-01 09:00", "answered 06-01 23:00"]],
    ["met after 1 calendar day", ["submitted 06-01 09:00", "answered 06-02 23:00"]],
    [
      "missed by 1 day, 4 calendar days elapsed: late from Fri 5 Jun 2026 00:00",
      ["submitted 06-01 09:00", "answered 06-05 00:00"],
    ],
    ["missed, and not stopped yet: late from Fri 5 Jun 2026 00:00", ["submitted 06-01 09:00"]],
  ])("is %s", (verdict, events) => {
    expect(last("web-form", form(...events))).toBe(verdict);
  });
});

describe("a callback", () => {
  it("says from when it was due, and how long after opening it was made", () => {
    expect(lines("callback", anomaly("called 05-22 16:00", "assisted 05-26 14:01")).slice(1)).toEqual([
      'promised: pending at closing, made the next working day, at "desk"',
      "start Fri 22 May 2026 16:00 (Europe/Paris)",
      "carried over, due from Tue 26 May 2026 09:00 to the end of that day",
      "stop Tue 26 May 2026 14:01",
      "met, 3 h 1 min after opening",
    ]);
  });

  it("says who overtook it", () => {
    const later = (id: string): Case => request("anomaly", ["called 06-02 09:00", "assisted 06-02 09:10"], { id });
    const all = results([anomaly("called 06-01 16:00", "assisted 06-02 10:00"), later("C\u202e"), later("B")]);
    expect(resultText(clipIndustrie, all[0]!, "callback").split("\n")).toContain("overtaken by B, C\\u{202e}");
  });

  it.each([
    ["running: carried over at closing, unless it is made before", ["called 06-30 16:00"], "06-30 16:30"],
    [
      "not applicable: made before closing, or cancelled",
      ["called 06-30 09:00", "assisted 06-30 10:00"],
      "06-30 16:30",
    ],
    ["missed by 1 day: late from Wed 3 Jun 2026 00:00", ["called 06-01 16:00", "assisted 06-03 09:00"], "06-30 18:00"],
    ["missed, and not stopped yet: late from Wed 3 Jun 2026 00:00", ["called 06-01 16:00"], "06-30 16:30"],
  ])("is %s", (verdict, events, asOf) => {
    expect(last("callback", anomaly(...events), { asOf })).toBe(verdict);
  });
});

describe("what has no verdict says why", () => {
  it("not applicable: what the policy makes possible", () => {
    expect(lines("anomaly", anomaly("called 06-01 10:00", "cancelled 06-01 11:00")).slice(1)).toEqual([
      'promised: 4 h of open time, at "desk"',
      "start Mon 1 Jun 2026 10:00 (Europe/Paris)",
      "not applicable: it was cancelled in time, or a condition did not hold at the start (contract-in-force, contract-paid)",
    ]);
    expect(last("specific-request", request("specific-request", ["called 06-01 10:00"]))).toBe(
      "not applicable: the case has no start of it, or it was cancelled before it began",
    );
    const never = desk({ optional: true }, { events: {} });
    expect(last("solve", incident("reply 06-01 10:00"), { policy: never })).toBe(
      "not applicable: the case has no start of it",
    );
    const waived = desk({ waive: "reply" }, { events: {} });
    expect(last("solve", incident("opened 06-01 10:00", "reply 06-01 11:00"), { policy: waived })).toBe(
      "not applicable: it was waived in time",
    );
  });

  it("a table without a promise for the value", () => {
    const facts = { priority: ["P1", "P2"] };
    const table = { by: "priority", values: { P1: SOLVE.target, P2: null } };
    const policy = desk({ target: table }, { facts, events: {} });
    const of = (priority: string) =>
      lines("solve", request("incident", ["opened 06-01 09:00", "solved 06-01 10:00"], { priority }), { policy });
    expect(of("P1")[1]).toBe('promised: 4 h of open time for priority P1, at "desk"');
    expect(of("P2").slice(1)).toEqual([
      'promised: a target by priority, at "desk"',
      "start Mon 1 Jun 2026 09:00 (Europe/Paris)",
      "not applicable: nothing is promised for its priority",
    ]);
    expect(of("P3").at(-1)).toBe(
      "cannot be measured: the case has no priority that the policy knows, by which its target goes",
    );
  });

  const bare = { outcome: "unmeasurable", startedAt: null, dueAt: null, stoppedAt: null } as const;
  const found = (result: Result): CaseResult => ({ id: "A", kind: "x", commitments: { anomaly: result }, issues: [] });
  it.each([
    ["missing-event", "no event starts it (called)"],
    ["stop-before-start", "its only stop comes before the start (assisted)"],
    ["no-register", "it needs the register, and none is given"],
    ["unknown-customer", "it needs the customer, who is not in the register"],
    ["no-referent", "it needs the customer's referent, and the register names none"],
    ["beyond-reach", "it needs a date whose holidays are unknown"],
    ["minutes-missing", "the minutes of an event are missing"],
    ["module-missing", "the module is missing"],
  ] as const)("unmeasurable: %s", (reason, words) => {
    expect(
      resultText(clipIndustrie, found({ ...bare, reason }), "anomaly")
        .split("\n")
        .slice(1),
    ).toEqual(['promised: 4 h of open time, at "desk"', `cannot be measured: ${words}`]);
  });

  it("beyond the reach of the holidays, with the start", () => {
    const dated = desk({}, { calendars: { desk: { ...PARIS, holidays: [{ dates: ["2026-05-01"] }] } } });
    const late = incident("opened 12-31 16:00");
    expect(lines("solve", late, { policy: dated, asOf: "12-31 17:00" }).slice(-2)).toEqual([
      "start Thu 31 Dec 2026 15:00 (Europe/Paris)",
      "cannot be measured: it needs a date whose holidays are unknown",
    ]);
  });

  it("excused: the miss, and that a condition failed", () => {
    const policy = charterWith({});
    const { document } = policy;
    const conditions = { ...document.conditions, "contract-paid": { check: "contract-paid", otherwise: "excuse" } };
    const excusing = definePolicy({ ...document, conditions } as PolicyDocument);
    const unpaid = { customers: [{ ...REGISTER.customers![0]!, contract: { from: "2026-01-01", paid: false } }] };
    const missed = anomaly("called 06-01 10:00", "assisted 06-01 17:00");
    expect(last("anomaly", missed, { policy: excusing, register: unpaid as Register })).toBe(
      "excused, since a condition on the customer's side failed at the start; missed by 1 h: late from Mon 1 Jun 2026 16:00:00.001",
    );
  });
});

describe("reopenings, restarts and cycles", () => {
  const reopened = incident("opened 06-01 09:00", "solved 06-01 11:00", "again 06-02 10:00", "solved 06-02 11:30");

  it("tells a reopening with the outcome before it, where the time between does not count", () => {
    expect(lines("solve", reopened, { policy: desk({ reopening: "resume", reopen: "again" }) }).slice(3)).toEqual([
      "  Mon 1 Jun 2026 09:00–11:00  2 h",
      "  stopped Mon 1 Jun 2026 11:00 (met), reopened Tue 2 Jun 2026 10:00: the time between does not count",
      "  Tue 2 Jun 2026 10:00–11:30  1 h 30 min",
      "due Tue 2 Jun 2026 12:00",
      "stop Tue 2 Jun 2026 11:30",
      "met with 30 min to spare",
    ]);
  });

  it("and where it counts", () => {
    // Four hours of Monday are used at 15:00, while it was stopped: late at the reopening. Two hours more on Monday, 2.5 on Tuesday.
    expect(lines("solve", reopened, { policy: desk({ reopening: "count", reopen: "again" }) }).slice(3)).toEqual([
      "  Mon 1 Jun 2026 09:00–11:00  2 h",
      "  stopped Mon 1 Jun 2026 11:00 (met), reopened Tue 2 Jun 2026 10:00: the time between counts",
      "  Mon 1 Jun 2026 11:00–12:00  1 h",
      "  closed 2 h: break",
      "  Mon 1 Jun 2026 14:00–17:00  3 h",
      "  closed 16 h: night",
      "  Tue 2 Jun 2026 09:00–10:00  1 h",
      "  Tue 2 Jun 2026 10:00–11:30  1 h 30 min",
      "due Mon 1 Jun 2026 15:00",
      "stop Tue 2 Jun 2026 11:30",
      "missed by 4 h 30 min: late from Tue 2 Jun 2026 10:00",
    ]);
  });

  it("keeps every reopening, however many stretches there are", () => {
    const often = Array.from({ length: 8 }, (_, i) => String(i + 1).padStart(2, "0")).flatMap((day) => [
      `again 06-${day} 10:00`,
      `solved 06-${day} 10:01`,
    ]);
    const rows = lines("solve", incident("opened 06-01 09:00", "solved 06-01 09:30", ...often), {
      policy: desk({ reopening: "resume", reopen: "again" }),
    });
    expect(rows.filter((row) => row.includes(", reopened "))).toHaveLength(8);
    expect(rows).toContain(
      "  stopped Sun 7 Jun 2026 10:01 (met), reopened Mon 8 Jun 2026 10:00: the time between does not count",
    );
  });

  it("tells a reopening also where days are counted, and where there is no verdict", () => {
    const days = { days: "P2D", count: "working", until: "closing", rollToOpen: true };
    const told = lines("solve", reopened, { policy: desk({ reopening: "resume", reopen: "again", target: days }) });
    expect(told.slice(3)).toEqual([
      "  stopped Mon 1 Jun 2026 11:00 (met), reopened Tue 2 Jun 2026 10:00",
      "due before Wed 3 Jun 2026 17:00",
      "stop Tue 2 Jun 2026 11:30",
      "met after 1 working day",
    ]);
    const none: Result = {
      outcome: "not-applicable",
      startedAt: "2026-06-01T07:00:00.000Z",
      dueAt: null,
      stoppedAt: null,
      reopenings: [{ stoppedAt: "2026-06-01T09:00:00.000Z", outcome: "met", reopenedAt: "2026-06-02T08:00:00.000Z" }],
    };
    const found = { id: "A", kind: "incident", commitments: { solve: none }, issues: [] };
    expect(resultText(desk({}), found, "solve").split("\n").slice(3)).toEqual([
      "  stopped Mon 1 Jun 2026 11:00 (met), reopened Tue 2 Jun 2026 10:00",
      "not applicable: it was cancelled in time",
    ]);
  });

  it("tells the last restart, and what holds since", () => {
    const facts = { priority: { values: ["P1", "P2", "P3"], changedBy: ["reply"], before: "first" } };
    const values = { P1: { hours: "PT2H", count: "open" }, P2: SOLVE.target, P3: null };
    const policy = desk({ target: { by: "priority", values }, changes: { fact: "restart" } }, { facts });
    const raised = request(
      "incident",
      ["opened 06-01 09:00", { type: "reply", at: at("06-01 15:00"), priority: "P1" } as never, "solved 06-01 16:30"],
      { priority: "P2" },
    );
    expect(lines("solve", raised, { policy }).slice(1)).toEqual([
      'promised: 2 h of open time for priority P1, at "desk"',
      "start Mon 1 Jun 2026 09:00 (Europe/Paris)",
      "  restarted Mon 1 Jun 2026 15:00: nothing before it counts",
      "  Mon 1 Jun 2026 15:00–16:30  1 h 30 min",
      "due Mon 1 Jun 2026 17:00",
      "stop Mon 1 Jun 2026 16:30",
      "met with 30 min to spare",
    ]);
  });

  it("says where nothing was promised", () => {
    const facts = { priority: { values: ["P1", "P3"], changedBy: ["reply"], before: "first" } };
    const target = { by: "priority", values: { P1: SOLVE.target, P3: null } };
    const policy = desk({ target, changes: { fact: "keep-elapsed" } }, { facts });
    const raised = request(
      "incident",
      ["opened 06-01 09:00", { type: "reply", at: at("06-01 15:00"), priority: "P1" } as never, "solved 06-01 16:30"],
      { priority: "P3" },
    );
    expect(lines("solve", raised, { policy }).slice(3, 5)).toEqual([
      "  nothing promised 6 h",
      "  Mon 1 Jun 2026 15:00–16:30  1 h 30 min",
    ]);
  });

  it("shows cycles one after the other, and the one that decides", () => {
    const target = { hours: "PT2H", count: "running" };
    const policy = desk({ reset: "reply", per: "case", target });
    const one = incident("opened 06-01 09:00", "reply 06-01 10:00", "reply 06-01 13:00", "solved 06-01 14:00");
    expect(lines("solve", one, { policy })).toEqual([
      "A, solve",
      "cycle 1 of 3",
      'promised: 2 h around the clock, at "desk"',
      "start Mon 1 Jun 2026 09:00 (Europe/Paris)",
      "  Mon 1 Jun 2026 09:00–10:00  1 h",
      "due Mon 1 Jun 2026 11:00",
      "stop Mon 1 Jun 2026 10:00",
      "met with 1 h to spare",
      "cycle 2 of 3",
      'promised: 2 h around the clock, at "desk"',
      "start Mon 1 Jun 2026 10:00 (Europe/Paris)",
      "  Mon 1 Jun 2026 10:00–13:00  3 h",
      "due Mon 1 Jun 2026 12:00",
      "stop Mon 1 Jun 2026 13:00",
      "missed by 1 h: late from Mon 1 Jun 2026 12:00:00.001",
      "cycle 3 of 3",
      'promised: 2 h around the clock, at "desk"',
      "start Mon 1 Jun 2026 13:00 (Europe/Paris)",
      "  Mon 1 Jun 2026 13:00–14:00  1 h",
      "due Mon 1 Jun 2026 15:00",
      "stop Mon 1 Jun 2026 14:00",
      "met with 1 h to spare",
      "in all missed: cycle 2 decides",
    ]);
    const each = desk({ reset: "reply", per: "cycle", target });
    expect(last("solve", one, { policy: each })).toBe("in all missed: cycle 2 decides; a rate counts each cycle");
    // A single cycle is told like any other clock.
    expect(lines("solve", incident("opened 06-01 09:00", "solved 06-01 10:00"), { policy })).toHaveLength(7);
  });
});

describe("by what it was judged", () => {
  const night = { timeZone: "America/Montreal", week };
  const rules = {
    calendars: { desk: PARIS, montreal: night },
    calendarRules: [{ when: { customer: "acme" }, calendar: "montreal" }],
  };

  it("says the calendar that a rule chose, and shows its zone", () => {
    const policy = desk({}, rules);
    const said = lines("solve", incident("opened 06-01 16:00", "solved 06-01 17:00"), { policy });
    expect(said.slice(1, 5)).toEqual([
      'promised: 4 h of open time, at "montreal" (rule 0)',
      "start Mon 1 Jun 2026 10:00 (America/Montreal)",
      "  Mon 1 Jun 2026 10:00–11:00  1 h",
      "due Mon 1 Jun 2026 16:00",
    ]);
    const other = lines("solve", { ...incident("opened 06-01 16:00"), customer: "beta" }, { policy });
    expect(other[1]).toBe('promised: 4 h of open time, at "desk"');
  });

  it("says no calendar where rules choose and nothing was judged", () => {
    const said = lines("solve", incident("opened 06-01 16:00", "cancelled 06-01 16:30"), { policy: desk({}, rules) });
    expect(said[1]).toBe("promised: 4 h of open time");
  });

  it("says the version, and takes the calendar from the version that holds", () => {
    // From June on the desk is in London; the target stays that of the start.
    const london = { timeZone: "Europe/London", week };
    const policy = desk(
      { changes: { calendar: "keep-elapsed", policy: "keep" } },
      {
        versions: [
          {
            from: "2026-06-01",
            name: "june",
            calendars: { desk: london },
            commitments: {
              solve: {
                ...SOLVE,
                target: { hours: "PT9H", count: "open" },
                changes: { calendar: "keep", policy: "keep" },
              },
            },
          },
        ],
      },
    );
    const said = lines("solve", incident("opened 05-29 16:00", "solved 06-01 11:00"), { policy });
    expect(said.slice(1, 3)).toEqual([
      'promised: 4 h of open time, at "desk", before the first version',
      "start Fri 29 May 2026 15:00 (Europe/London)",
    ]);
    // An hour on Friday in Paris, and one from 9:00 in London, which is 10:00 in Paris.
    expect(said.at(-1)).toBe("met with 2 h to spare");
    const fresh = lines("solve", incident("opened 06-01 11:00", "solved 06-01 12:00"), { policy });
    expect(fresh[1]).toBe('promised: 9 h of open time, at "desk", by version "june"');
  });
});

describe("texts of policies and cases", () => {
  it("forge no line and hide nothing", () => {
    const evil = "x\n\u001b[2J\u202ey";
    const policy = desk(
      { title: evil, target: { by: evil, values: { [evil]: SOLVE.target } }, changes: { calendar: "keep" } },
      {
        facts: { [evil]: [evil] },
        calendar: evil,
        calendars: { [evil]: { ...PARIS, closures: [{ from: "2026-06-02", to: "2026-06-02", name: evil }] } },
        versions: [{ from: "2026-01-01", name: evil, readings: { a: "b" } }],
      },
    );
    const one = { ...incident("opened 06-01 16:00", "solved 06-03 10:00"), id: evil, [evil]: evil };
    const said = text("solve", one as Case, { policy });
    expect(said.split("\n")).toHaveLength(9);
    expect(said.replaceAll("\n", "")).not.toMatch(HARMFUL);
    expect(said.match(/x\\u\{a\}/g)!.length).toBeGreaterThan(5);
  });
});

describe("what it cannot tell", () => {
  const one = results([anomaly("called 06-01 10:00")])[0]!;
  it("is refused: a commitment that the case does not have", () => {
    expectRefusal(() => resultText(clipIndustrie, one, "anomalie"), {
      code: "calendar.bad-option",
      path: ["commitment"],
      message: /"anomalie" is no commitment on "A"; did you mean "anomaly"/,
    });
    expectRefusal(() => resultText(clipIndustrie, one, "toString"), { code: "calendar.bad-option" });
  });

  it("is refused: a result of another policy", () => {
    expectRefusal(() => resultText(desk({}), one, "anomaly"), { code: "calendar.bad-option" });
  });
});
