/**
 * The charter's eleven rules where its text is silent: for each a few examples, worked by hand from the rules' words.
 *
 * The desk is open from 9:00 to 12:00 and from 14:00 to 17:00; an anomaly has 4 hours of that, an installation 12,
 * a specific request 48; a web form 3 days.
 */

import { describe, expect, it } from "vitest";
import { charterWith, codes, event, HOUR, MINUTE, REGISTER, request, result, tell, told, utc } from "./telling.ts";

describe("rule 1: pauses", () => {
  it("stop the clock: only open time that is not paused counts, and the due is later by as much", () => {
    // 10:00 to 11:00 and 15:00 to 16:00; two hours are left at 16:00, one of them on Tuesday.
    const one = request("anomaly", [
      "called 06-01 10:00",
      "paused 06-01 11:00",
      "resumed 06-01 15:00",
      "assisted 06-01 16:00",
    ]);
    expect(result("anomaly", one)).toMatchObject({
      outcome: "met",
      startedAt: utc("06-01 10:00"),
      stoppedAt: utc("06-01 16:00"),
      elapsedMs: 2 * HOUR,
      remainingMs: 2 * HOUR,
      overrunMs: 0,
      dueAt: utc("06-02 10:00"),
    });
    expect(codes(told(one))).toEqual([]);
  });

  it("leave no due while they last, only what remains", () => {
    const one = request("anomaly", ["called 06-01 10:00", "paused 06-01 11:00"]);
    expect(result("anomaly", one)).toMatchObject({
      outcome: "paused",
      dueAt: null,
      stoppedAt: null,
      elapsedMs: HOUR,
      remainingMs: 3 * HOUR,
    });
  });

  it("outside opening hours cost nothing and give nothing", () => {
    const one = request("anomaly", [
      "called 06-01 10:00",
      "paused 06-01 12:00",
      "resumed 06-01 14:00",
      "assisted 06-01 15:00",
    ]);
    expect(result("anomaly", one)).toMatchObject({ outcome: "met", elapsedMs: 3 * HOUR, dueAt: utc("06-01 16:00") });
  });

  it("begun before the start count from the start", () => {
    const one = request("anomaly", [
      "paused 06-01 09:00",
      "called 06-01 10:00",
      "resumed 06-01 11:00",
      "assisted 06-01 12:00",
    ]);
    expect(result("anomaly", one)).toMatchObject({ outcome: "met", elapsedMs: HOUR, dueAt: utc("06-01 17:00") });
  });

  it("that come twice, or are ended without having begun, are ignored with an issue", () => {
    const twice = request("anomaly", [
      "called 06-01 09:00",
      "paused 06-01 10:00",
      "paused 06-01 10:30",
      "resumed 06-01 11:00",
      "resumed 06-01 11:30",
      "assisted 06-01 12:00",
    ]);
    expect(result("anomaly", twice)).toMatchObject({ outcome: "met", elapsedMs: 2 * HOUR });
    expect(codes(told(twice))).toEqual(["case.resume-without-pause", "case.second-pause"]);
  });

  it("are ended by a stop: no due, elapsed as at the pause, and the resume after it is no issue", () => {
    const one = request("anomaly", [
      "called 06-01 10:00",
      "paused 06-01 11:00",
      "assisted 06-01 15:00",
      "resumed 06-01 16:00",
    ]);
    expect(result("anomaly", one)).toMatchObject({ outcome: "met", dueAt: null, elapsedMs: HOUR });
    expect(codes(told(one))).toEqual([]);
  });

  it("do not undo a miss, which keeps the due it passed", () => {
    // Four hours are used up at 16:00.
    const one = request("anomaly", ["called 06-01 10:00", "paused 06-01 16:30"]);
    expect(result("anomaly", one)).toMatchObject({
      outcome: "missed",
      dueAt: utc("06-01 16:00"),
      elapsedMs: 4.5 * HOUR,
      overrunMs: 0.5 * HOUR,
    });
  });

  it("do not touch the targets in days", () => {
    const one = request("web-form", [
      "submitted 06-01 10:00",
      "paused 06-01 11:00",
      "resumed 06-05 09:00",
      "answered 06-05 09:30",
    ]);
    expect(result("web-form", one)).toMatchObject({ outcome: "missed", dueDate: "2026-06-04", elapsedDays: 4 });
  });

  it("do not touch callbacks", () => {
    const one = request("anomaly", [
      "called 06-01 16:00",
      "paused 06-01 16:30",
      "resumed 06-03 09:00",
      "assisted 06-03 09:30",
    ]);
    expect(result("callback", one)).toMatchObject({ outcome: "missed", carriedOver: true, dueDate: "2026-06-02" });
  });

  it("and resumes of one instant cancel out, whatever the order of the lines", () => {
    for (const turns of [
      ["paused 06-01 11:00", "resumed 06-01 11:00"],
      ["resumed 06-01 11:00", "paused 06-01 11:00"],
    ]) {
      const running = request("anomaly", ["called 06-01 10:00", ...turns, "assisted 06-01 12:00"]);
      expect(result("anomaly", running)).toMatchObject({ outcome: "met", elapsedMs: 2 * HOUR });
      expect(codes(told(running))).toEqual([]);
      const paused = request("anomaly", ["called 06-01 10:00", "paused 06-01 10:30", ...turns]);
      expect(result("anomaly", paused)).toMatchObject({ outcome: "paused", elapsedMs: HOUR / 2 });
    }
  });
});

describe("rule 2: cancellation", () => {
  it("makes a commitment not-applicable that was neither stopped nor past its target", () => {
    const one = request("anomaly", ["called 06-01 10:00", "cancelled 06-01 15:00", "assisted 06-03 10:00"]);
    expect(result("anomaly", one)).toMatchObject({ outcome: "not-applicable", dueAt: null });
    expect(result("callback", one).outcome).toBe("not-applicable");
  });

  it("past the target leaves a miss, with elapsed as at the cancellation, and a later stop is not read", () => {
    // Due on Monday 16:00; until Tuesday 9:30 another hour and a half.
    const one = request("anomaly", ["called 06-01 10:00", "cancelled 06-02 09:30", "assisted 06-02 10:00"]);
    expect(result("anomaly", one)).toMatchObject({
      outcome: "missed",
      dueAt: utc("06-01 16:00"),
      stoppedAt: null,
      elapsedMs: 5.5 * HOUR,
      overrunMs: 1.5 * HOUR,
    });
  });

  it.each([
    ["06-01 16:00:00.000", "not-applicable"],
    ["06-01 16:00:00.001", "missed"],
  ])("at %s, around the target, makes it %s", (when, outcome) => {
    expect(result("anomaly", request("anomaly", ["called 06-01 10:00", `cancelled ${when}`])).outcome).toBe(outcome);
  });

  it("after the stop, or at its instant, changes nothing", () => {
    for (const when of ["06-01 11:00", "06-01 12:00"]) {
      const one = request("anomaly", [`cancelled ${when}`, "assisted 06-01 11:00", "called 06-01 10:00"]);
      expect(result("anomaly", one)).toMatchObject({ outcome: "met", elapsedMs: HOUR });
    }
  });

  it("of a web form goes by the civil date", () => {
    for (const [when, outcome] of [
      ["06-04 23:59", "not-applicable"],
      ["06-05 00:00", "missed"],
    ])
      expect(result("web-form", request("web-form", ["submitted 06-01 10:00", `cancelled ${when}`])).outcome).toBe(
        outcome,
      );
  });

  it("ends the wait for a callback", () => {
    for (const [when, outcome] of [
      ["06-01 16:30", "not-applicable"],
      ["06-02 18:00", "not-applicable"],
      ["06-03 00:00", "missed"],
    ])
      expect(result("callback", request("anomaly", ["called 06-01 16:00", `cancelled ${when}`])).outcome).toBe(outcome);
  });

  it("is not what closing is: that stops no clock", () => {
    const one = request("anomaly", ["called 06-01 10:00", "closed 06-01 11:00", "assisted 06-02 10:00"]);
    expect(result("anomaly", one)).toMatchObject({ outcome: "missed", elapsedMs: 6 * HOUR });
    expect(result("web-form", request("web-form", ["submitted 06-01 10:00", "closed 06-01 11:00"])).outcome).toBe(
      "missed",
    );
  });
});

describe("rule 3: starts and stops", () => {
  it("take the first start, and the first stop after it; reopening is ignored", () => {
    const one = request("anomaly", [
      "assisted 06-09 10:00",
      "called 06-08 10:00",
      "called 06-01 10:00",
      "reopened 06-01 12:00",
      "assisted 06-01 11:00",
    ]);
    expect(result("anomaly", one)).toMatchObject({
      outcome: "met",
      startedAt: utc("06-01 10:00"),
      stoppedAt: utc("06-01 11:00"),
      elapsedMs: HOUR,
    });
    expect(codes(told(one))).toEqual([]);
  });

  it("measure from a stop after the start, with an issue for the one before it", () => {
    const one = request("anomaly", ["assisted 06-01 09:00", "called 06-01 10:00", "assisted 06-01 11:00"]);
    expect(result("anomaly", one)).toMatchObject({ outcome: "met", elapsedMs: HOUR });
    expect(codes(told(one))).toEqual(["case.stop-before-start"]);
  });

  it("are unmeasurable when the only stop is before the start, or there is no start", () => {
    const early = request("anomaly", ["assisted 06-01 09:00", "called 06-01 10:00"]);
    expect(result("anomaly", early)).toMatchObject({
      outcome: "unmeasurable",
      reason: "stop-before-start",
      dueAt: null,
    });
    expect(result("anomaly", request("anomaly", ["assisted 06-01 09:00"])).outcome).toBe("unmeasurable");
    const handed = request("specific-request", [event("contacted 06-01 09:00", { person: "anna" })]);
    expect(result("specific-request", handed, { register: REGISTER }).outcome).toBe("unmeasurable");
  });

  it("may fall on one instant: met, nothing elapsed, whatever the order of the lines", () => {
    for (const events of [
      ["called 06-01 10:00", "assisted 06-01 10:00"],
      ["assisted 06-01 10:00", "called 06-01 10:00"],
    ])
      expect(result("anomaly", request("anomaly", events))).toMatchObject({ outcome: "met", elapsedMs: 0 });
  });

  it("are missing where there are other events: unmeasurable, and a request never handed over is not concerned", () => {
    expect(result("anomaly", request("anomaly", ["closed 06-01 10:00"]))).toMatchObject({
      outcome: "unmeasurable",
      reason: "missing-event",
      startedAt: null,
    });
    const one = request("specific-request", ["called 06-01 10:00"]);
    for (const register of [undefined, REGISTER]) {
      const beside = register === undefined ? {} : { register };
      expect(result("specific-request", one, beside).outcome).toBe("not-applicable");
    }
  });
});

describe("rule 4: an installation", () => {
  it.each([
    [["assisted 06-01 11:00", "user-connected 06-01 12:00"], 2],
    [["user-connected 06-01 11:00", "assisted 06-01 12:00"], 2],
    [["user-connected 06-01 11:00"], 2],
  ])("is stopped by help or by the first user connected, whichever is first: %j", (events, hours) => {
    expect(result("installation", request("installation", ["called 06-01 09:00", ...events]))).toMatchObject({
      outcome: "met",
      elapsedMs: hours * HOUR,
      // 12 hours are two days of six.
      dueAt: utc("06-02 17:00"),
    });
  });

  it("is on time on Wednesday at 9:00 with two days used up, and late an open millisecond later", () => {
    for (const [when, outcome] of [
      ["06-03 08:00", "met"],
      ["06-03 09:00", "met"],
      ["06-03 09:00:00.001", "missed"],
    ])
      expect(result("installation", request("installation", ["called 06-01 09:00", `assisted ${when}`])).outcome).toBe(
        outcome,
      );
  });
});

describe("rule 5: targets in days", () => {
  const form = (submitted: string, ...events: readonly string[]) =>
    request("web-form", [`submitted ${submitted}`, ...events]);

  it("are judged on civil dates, to 24:00 of the last, which moves to the next working day", () => {
    // Thursday 7 May and three days is Sunday the 10th; Monday the 11th is a working day.
    for (const [answered, outcome, elapsedDays] of [
      ["05-11 23:59:59.999", "met", 4],
      ["05-12 00:00", "missed", 5],
    ] as const)
      expect(result("web-form", form("05-07 16:00", `answered ${answered}`))).toMatchObject({
        outcome,
        elapsedDays,
        dueDate: "2026-05-11",
        dueAt: utc("05-12 00:00"),
      });
  });

  it("do not move a last date that is open, and move over a holiday", () => {
    expect(result("web-form", form("06-01 23:59")).dueDate).toBe("2026-06-04");
    // Friday 22 May and three days is Whit Monday.
    expect(result("web-form", form("05-22 09:00")).dueDate).toBe("2026-05-26");
  });

  it("have no elapsed time in hours", () => {
    const days = result("web-form", form("06-01 10:00", "answered 06-02 09:00"));
    expect(days.elapsedDays).toBe(1);
    for (const key of ["elapsedMs", "remainingMs", "overrunMs"]) expect(days).not.toHaveProperty(key);
  });

  it("count the same day by the date of the request, closed or not; unanswered when it is over is missed", () => {
    for (const [submitted, answered, outcome] of [
      ["06-01 22:00", "06-01 23:59:59.999", "met"],
      ["06-01 10:00", "06-02 00:00", "missed"],
      ["06-06 10:00", "06-06 10:30", "met"],
      ["06-06 10:00", "06-08 09:00", "missed"],
    ] as const)
      expect(result("web-form-same-day", form(submitted, `answered ${answered}`)).outcome).toBe(outcome);
    expect(result("web-form-same-day", form("06-01 10:00"), { asOf: "06-01 23:59:59.999" }).outcome).toBe("running");
    expect(result("web-form-same-day", form("06-01 10:00"), { asOf: "06-02 00:00" }).outcome).toBe("missed");
  });
});

describe("rule 6: callbacks", () => {
  const call = (called: string, ...events: readonly string[]) => request("anomaly", [`called ${called}`, ...events]);

  it.each([
    ["before closing", "06-01 16:00", "06-01 16:59:59.999"],
    ["at lunch, and made from 14:00 on", "06-01 12:30", "06-01 14:10"],
    ["before the first opening, and made the same day", "06-01 07:00", "06-01 09:05"],
  ])("made %s are not concerned", (_name, called, made) => {
    expect(result("callback", call(called, `assisted ${made}`))).toMatchObject({
      outcome: "not-applicable",
      carriedOver: false,
      dueAt: null,
    });
  });

  it.each([
    ["exactly at closing", "06-01 16:00", "06-01 17:00:00.000", "met", "2026-06-02", "06-02 09:00"],
    ["that evening", "06-01 16:00", "06-01 18:00", "met", "2026-06-02", "06-02 09:00"],
    ["the next morning before opening", "06-01 16:00", "06-02 08:00", "met", "2026-06-02", "06-02 09:00"],
    ["late on the day it is due", "06-01 16:00", "06-02 23:59:59.999", "met", "2026-06-02", "06-02 09:00"],
    ["after that day", "06-01 16:00", "06-03 00:00", "missed", "2026-06-02", "06-02 09:00"],
    ["after the second closing", "06-01 16:00", "06-04 10:00", "missed", "2026-06-02", "06-02 09:00"],
    ["on Saturday, due on Monday", "06-05 17:30", "06-06 11:00", "met", "2026-06-08", "06-08 09:00"],
    ["on Monday after a call on Saturday", "06-06 11:00", "06-08 10:00", "met", "2026-06-08", "06-08 09:00"],
    ["over a holiday and a weekend", "05-07 16:30", "05-11 18:00", "met", "2026-05-11", "05-11 09:00"],
    ["too late over a holiday", "05-07 16:30", "05-12 09:00", "missed", "2026-05-11", "05-11 09:00"],
  ])("made %s", (_name, called, made, outcome, dueDate, dueFrom) => {
    const told = result("callback", call(called, `assisted ${made}`));
    expect(told).toMatchObject({ outcome, carriedOver: true, dueDate, dueFrom: utc(dueFrom), stoppedAt: utc(made) });
    const next = Date.parse(`${dueDate}T00:00:00+02:00`) + 24 * HOUR;
    expect(told.dueAt).toBe(new Date(next).toISOString());
  });

  it("pending when the day they were due ends are missed", () => {
    expect(result("callback", call("06-01 16:00"), { asOf: "06-02 23:59:59.999" }).outcome).toBe("running");
    expect(result("callback", call("06-01 16:00"), { asOf: "06-03 00:00" })).toMatchObject({
      outcome: "missed",
      missedAt: utc("06-03 00:00"),
    });
  });

  it("are made by help, not by a user connected", () => {
    const one = request("installation", ["called 06-01 16:00", "user-connected 06-01 16:30", "assisted 06-02 10:00"]);
    expect(result("callback", one)).toMatchObject({ outcome: "met", carriedOver: true });
    expect(result("installation", one)).toMatchObject({ outcome: "met", elapsedMs: HOUR / 2 });
  });

  it("without a call are unmeasurable, and web forms have none", () => {
    expect(result("callback", request("usage", ["closed 06-01 10:00"])).outcome).toBe("unmeasurable");
    expect(told(request("web-form", ["submitted 06-01 10:00"])).commitments).not.toHaveProperty("callback");
  });
});

describe("rule 7: priority", () => {
  const called = (id: string, kind: string, ...events: readonly string[]) => request(kind, events, { id });
  const queue = [
    called("A", "anomaly", "called 06-01 16:50", "assisted 06-02 11:00"),
    // Newer, and helped before A; by the instant of help, then by id.
    called("D", "usage", "called 06-02 09:05", "assisted 06-02 10:30"),
    called("C", "installation", "called 06-02 09:10", "assisted 06-02 10:30"),
    called("B", "anomaly", "called 06-01 17:00:00.001", "assisted 06-02 09:30"),
    // Not after the carrying over at 17:00, not strictly earlier, not helped, not of the queue, cancelled first.
    called("E", "anomaly", "called 06-01 16:55", "assisted 06-02 09:10"),
    called("F", "anomaly", "called 06-01 17:00", "assisted 06-02 09:15"),
    called("G", "anomaly", "called 06-02 09:20", "assisted 06-02 11:00"),
    called("H", "installation", "called 06-02 09:20", "user-connected 06-02 09:30"),
    called("I", "web-form", "submitted 06-02 09:20", "answered 06-02 09:30"),
    called("J", "anomaly", "called 06-02 09:20", "cancelled 06-02 09:25", "assisted 06-02 09:30"),
  ];

  it("is a figure: the newer cases of the queue that were helped first, by the instant of help, then id", () => {
    for (const cases of [queue, [...queue].reverse()]) {
      const found = tell(cases).cases.find(({ id }) => id === "A")?.commitments["callback"];
      expect(found).toMatchObject({ outcome: "met", overtakenBy: ["B", "C", "D"] });
    }
  });

  it("is a promise where the policy requires it", () => {
    const policy = charterWith({ callback: { order: "require" } });
    const outcomes = Object.fromEntries(
      tell(queue, { policy }).cases.map(({ id, commitments }) => [id, commitments["callback"]?.outcome]),
    );
    expect(outcomes["A"]).toBe("missed");
    // Helped first of all that were carried over.
    expect(outcomes["E"]).toBe("met");
  });
});

describe("rule 9: cover", () => {
  const one = request("anomaly", [event("called 06-01 10:00", { person: "anna" }), "assisted 06-05 10:00"]);
  const under = (contract: object, one_ = one) =>
    result("anomaly", one_, { register: { customers: [{ id: "acme", contract }] } }).outcome;

  it.each([
    [{ from: "2026-06-01", to: "2026-06-01", paid: true }, "missed"],
    [{ from: "2026-06-02", to: "2026-12-31", paid: true }, "not-applicable"],
    [{ from: "2026-01-01", to: "2026-05-31", paid: true }, "not-applicable"],
    [{ from: "2026-01-01", to: "2026-12-31", paid: false }, "not-applicable"],
    [{ from: "2026-01-01", to: "2026-12-31", paid: [] }, "not-applicable"],
    [{ from: "2026-01-01", to: "2026-12-31", paid: [{ from: "2026-06-01", to: "2026-06-01" }] }, "missed"],
    [{ from: "2026-01-01", to: "2026-12-31", paid: [{ from: "2026-06-02", to: "2026-06-30" }] }, "not-applicable"],
  ])("by %j makes it %s: both dates are included, and the start decides", (contract, outcome) => {
    expect(under(contract)).toBe(outcome);
  });

  it("goes by the civil date of the desk, not of Greenwich", () => {
    const atNight = request("anomaly", ["called 06-01 00:30", "assisted 06-05 10:00"]);
    expect(under({ from: "2026-06-01", to: "2026-06-01", paid: true }, atNight)).toBe("missed");
    expect(under({ from: "2026-05-01", to: "2026-05-31", paid: true }, atNight)).toBe("not-applicable");
  });

  it("warns of a caller who is no contact, and judges", () => {
    const stranger = request("anomaly", [event("called 06-01 10:00", { person: "Anna" }), "assisted 06-01 11:00"]);
    const told_ = told(stranger, { register: REGISTER });
    expect(told_.commitments["anomaly"]?.outcome).toBe("met");
    expect(codes(told_)).toEqual(["case.caller-not-contact"]);
    expect(codes(told(one, { register: REGISTER }))).toEqual([]);
  });

  it.each([
    ["customer", request("anomaly", ["called 06-01 10:00", "assisted 06-01 11:00"], { customer: "Acme" }), "met"],
    // It may have cancelled the case; after its end it decides nothing.
    [
      "event",
      request("anomaly", ["called 06-01 10:00", "telephoned 06-01 10:30", "assisted 06-01 11:00"]),
      "unmeasurable",
    ],
    ["event", request("anomaly", ["called 06-01 10:00", "assisted 06-01 11:00", "telephoned 06-01 11:30"]), "met"],
  ])("reports an unknown %s, and measures what it can", (what, unknown, outcome) => {
    const told_ = told(unknown, { register: REGISTER });
    expect(codes(told_).filter((code) => code !== "case.shared-as-seen")).toEqual([`case.unknown-${what}`]);
    expect(told_.commitments["anomaly"]?.outcome).toBe(outcome);
  });

  it("reports an unknown kind, with the near miss, and has nothing to measure", () => {
    const told_ = told(request("anomoly", ["called 06-01 10:00"]), { register: REGISTER });
    expect(codes(told_)).toEqual(["case.unknown-kind"]);
    expect(told_.issues[0]?.message).toMatch(/did you mean "anomaly"/);
    expect(told_.commitments).toEqual({});
  });

  it("needs a referent that is known, and says which is missing", () => {
    const handed = request("specific-request", [
      "handed-over 06-01 10:00",
      event("contacted 06-01 11:00", { person: "anna" }),
    ]);
    const reason = (beside: object, one_ = handed) => result("specific-request", one_, beside).reason;
    expect(reason({})).toBe("no-register");
    expect(reason({ register: { customers: [] } })).toBe("unknown-customer");
    expect(reason({ register: { customers: [{ id: "acme" }] } })).toBe("no-referent");
    expect(result("specific-request", handed, { register: REGISTER })).toMatchObject({
      outcome: "met",
      elapsedMs: HOUR,
    });
  });

  it("is stopped by the referent alone: not by another, by nobody in particular, or by nearly the same name", () => {
    const contacts = [{ person: "ben" }, {}, { person: "" }, { person: "Anna" }, { person: "anna " }];
    const events = contacts.map((facts, i) => event(`contacted 06-01 11:0${i}`, facts));
    const one_ = request("specific-request", ["handed-over 06-01 10:00", ...events]);
    expect(result("specific-request", one_, { register: REGISTER, asOf: "06-01 17:00" })).toMatchObject({
      outcome: "running",
      stoppedAt: null,
      // Eight days of six hours, from Monday 10:00.
      dueAt: utc("06-11 10:00"),
    });
  });
});

describe("rule 11: rates", () => {
  const handled = (id: string, minutes: number, date = "06-01") =>
    request(
      "anomaly",
      [
        `called ${date} 09:00`,
        { type: "assisted", at: new Date(Date.parse(`2026-${date}T09:00:00+02:00`) + minutes * MINUTE).toISOString() },
      ],
      { id },
    );

  it("are met over met and missed; all other outcomes stand apart, with their counts", () => {
    const told_ = tell(
      [
        handled("met", 30),
        handled("missed", 7 * 60),
        request("anomaly", ["called 06-30 16:00"], { id: "running" }),
        request("anomaly", ["called 06-30 15:00", "paused 06-30 16:00"], { id: "paused" }),
        request("anomaly", ["closed 06-01 10:00"], { id: "unmeasurable" }),
        request("anomaly", ["called 06-01 10:00", "cancelled 06-01 10:30"], { id: "not-applicable" }),
      ],
      { asOf: "06-30 16:30" },
    );
    const ids = ["met", "missed", "running", "paused", "not-applicable", "unmeasurable"];
    expect(told_.rates["anomaly"]).toMatchObject({
      met: 1,
      missed: 1,
      rate: 0.5,
      counts: { ...Object.fromEntries(ids.map((id) => [id, 1])), excused: 0 },
      caseIds: Object.fromEntries(ids.map((id) => [id, [id]])),
    });
  });

  it("leave out two cases of one id: an issue on both, neither merged nor dropped nor counted", () => {
    const told_ = tell([handled("A", 30), handled("B", 30), handled("A", 400)]);
    expect(told_.cases.map(({ id }) => id)).toEqual(["A", "B", "A"]);
    expect(told_.cases.map(codes)).toEqual([["case.duplicate-id"], [], ["case.duplicate-id"]]);
    expect(told_.cases.map(({ commitments }) => commitments["anomaly"]?.outcome)).toEqual(["met", "met", "missed"]);
    expect(told_.rates["anomaly"]).toMatchObject({ met: 1, missed: 0, caseIds: { met: ["B"] } });
  });

  it("of a period are over the cases that began in it, in the zone of the desk", () => {
    const cases = [
      request("web-form", ["submitted 05-31 23:59:59.999", "answered 06-01 10:00"], { id: "May" }),
      request("web-form", ["submitted 06-01 00:00", "answered 06-01 10:00"], { id: "June" }),
      request("web-form", ["closed 06-01 00:00"], { id: "never begun" }),
    ];
    const ids = (period: string) => tell(cases, { period }).rates["web-form"]?.caseIds;
    expect(ids("2026-05")).toEqual({ met: ["May"] });
    expect(ids("2026-06")).toEqual({ met: ["June"] });
    expect(ids("2026-06-01")).toEqual({ met: ["June"] });
    expect(ids("2026")).toEqual({ met: ["May", "June"] });
    expect(ids("2025")).toEqual({});
    const told_ = tell(cases, { period: "2026-05" });
    expect(told_.period).toBe("2026-05");
    expect(told_.cases).toHaveLength(3);
  });

  it("leave out, and count once, a case of which nothing is seen yet", () => {
    const told_ = tell([handled("A", 30), handled("B", 30, "07-01"), request("anomaly", [], { id: "C" })]);
    expect(told_.cases.map(({ id }) => id)).toEqual(["A"]);
    expect(told_.notYet).toBe(2);
  });
});
