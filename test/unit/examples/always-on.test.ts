/**
 * The desk around the clock: what must come out of its cases, worked out by hand from the words of its policy.
 *
 * P1 and P2 count all hours, P3 and P4 those from 9 to 18, Monday to Friday, without holidays. First response: 15 min, 1 h,
 * 4 h, 2 working days. Owner: 30 min, 2 h. Next reply: 30 min, 2 h, 4 h, 2 working days. News: 1 h, 4 h. Resolution: 4 h,
 * 8 h, 3 and 5 working days. In 2026 Monday 6 April is a holiday, and the clock goes forward on Sunday 29 March.
 */

import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, outcomesOf, readExample, readTable } from "./example.ts";

const { evaluation, told, result } = readExample("always-on", "2026-04-09T12:00:00+02:00");

/** `"03-16 23:50"` of 2026 in Paris, as results show it. */
function paris(text: string): string {
  const local = `2026-${text.replace(" ", "T")}`;
  return new Date(`${local}${local < "2026-03-29T02:00" ? "+01:00" : "+02:00"}`).toISOString();
}

/** The first instant after one: for targets in hours, when what is used up at it is missed. */
const justAfter = (iso: string): string => new Date(Date.parse(iso) + 1).toISOString();

/** Outcome and elapsed minutes of each cycle. */
const cycles = (id: string, commitment: string): string[] =>
  (result(id, commitment).cycles ?? []).map(({ outcome, elapsedMs }) =>
    outcome === "not-applicable" ? "n/a" : `${outcome} ${(elapsedMs ?? Number.NaN) / MINUTE}`,
  );

const OUTCOMES = `
case  first-response  owner    next-reply  updates  resolution  lasting
A01   met             met      n/a         met      met         met
A02   met             met      n/a         met      met         met
A03   missed          met      n/a         missed   met         met
A04   met             met      n/a         met      met         met
A05   met             met      n/a         met      met         met
A06   met             met      n/a         missed   met         met
A07   met             n/a      n/a         n/a      met         met
A08   met             n/a      n/a         n/a      missed      met
A09   met             n/a      n/a         n/a      running     –
A10   met             n/a      n/a         n/a      met         –
A11   missed          n/a      n/a         n/a      running     –
A12   met             n/a      met         n/a      met         met
A13   met             n/a      missed      n/a      met         met
A14   met             met      met         met      met         met
A15   missed          met      n/a         met      met         met
A16   met             missed   n/a         met      missed      met
A17   met             n/a      n/a         met      met         met
A18   missed          n/a      n/a         n/a      met         met
A19   met             missed   n/a         met      missed      met
A20   met             met      n/a         met      missed      met
A21   met             met      n/a         met      met         met
A22   met             missed   met         met      missed      met
A23   met             met      n/a         met      met         met
A24   met             met      n/a         met      missed      met
A25   met             n/a      n/a         n/a      missed      missed
A26   n/a             n/a      n/a         n/a      n/a         n/a
A27   missed          missed   n/a         missed   n/a         n/a
A28   running         running  n/a         running  running     running
A29   met             met      n/a         paused   paused      running
A30   running         n/a      n/a         n/a      running     running
A31   met             n/a      n/a         n/a      running     –
A32   met             n/a      running     n/a      running     running
A34   missed          missed   n/a         met      met         met
A35   met             met      n/a         met      met         met
A36   met             met      missed      met      met         met
`;

describe("the outcomes of the example always-on", () => {
  it.each(readTable(OUTCOMES))("of %s", (id, outcomes) => expect(outcomesOf(told(id))).toEqual(outcomes));

  it("are those of 35 cases; the last one comes a second after the judgement", () => {
    expect(evaluation.cases).toHaveLength(35);
    expect(evaluation.notYet).toBe(1);
    expect(evaluation.issues).toEqual([]);
  });

  it("leave a remark on one case alone: a priority that does not exist", () => {
    const remarks = evaluation.cases.flatMap(({ id, issues }) => issues.map(({ code }) => [id, code]));
    expect([...new Set(remarks.map(String))]).toEqual(["A35,case.unknown-fact"]);
  });
});

describe("the rates of the example always-on", () => {
  it("count cases where a promise is kept once", () => {
    const { rates } = evaluation;
    expect(rates["first-response"]).toMatchObject({ met: 26, missed: 6, rate: 26 / 32 });
    expect(rates.owner).toMatchObject({ met: 15, missed: 5, rate: 15 / 20 });
    expect(rates.resolution).toMatchObject({ met: 19, missed: 7, rate: 19 / 26 });
    expect(rates.resolution?.counts).toMatchObject({ running: 6, paused: 1, "not-applicable": 2 });
    expect(rates.lasting).toMatchObject({ met: 24, missed: 1, rate: 24 / 25 });
  });

  it("count cycles where it is kept again and again", () => {
    const { rates } = evaluation;
    expect(rates["next-reply"]).toMatchObject({ met: 5, missed: 2, rate: 5 / 7 });
    expect(rates.updates).toMatchObject({ met: 58, missed: 3, rate: 58 / 61 });
    expect(rates.updates?.counts).toMatchObject({ running: 1, paused: 1 });
  });
});

describe("what is promised around the clock", () => {
  it("A01: counts at night", () => {
    expect(result("A01", "first-response")).toMatchObject({ dueAt: paris("03-17 00:05"), elapsedMs: 14 * MINUTE });
    expect(result("A01", "resolution")).toMatchObject({ dueAt: paris("03-17 03:50"), elapsedMs: 170 * MINUTE });
    expect(cycles("A01", "updates")).toEqual(["met 14", "met 51", "met 55", "met 50"]);
    expect(result("A01", "first-response")).toMatchObject({ calendar: "always", calendarRule: 0, fact: "P1" });
  });

  it("A02: is met at the very instant, A03: missed a second later", () => {
    expect(result("A02", "first-response")).toMatchObject({ remainingMs: 0, overrunMs: 0, missedAt: null });
    expect(result("A03", "first-response")).toMatchObject({
      dueAt: paris("03-19 08:15"),
      missedAt: justAfter(paris("03-19 08:15")),
      overrunMs: 1000,
    });
    expect(result("A03", "owner")).toMatchObject({ elapsedMs: 30 * MINUTE, remainingMs: 0 });
  });

  it("A03: the hour without news that was missed decides, and all cycles are told", () => {
    expect(result("A03", "updates")).toMatchObject({
      startedAt: paris("03-19 08:15:01"),
      stoppedAt: paris("03-19 09:20"),
      missedAt: justAfter(paris("03-19 09:15:01")),
    });
    expect(result("A03", "updates").cycles?.map(({ outcome }) => outcome)).toEqual(["met", "missed", "met"]);
  });

  it("A04: goes by instants while the clock goes forward", () => {
    expect(result("A04", "resolution")).toMatchObject({
      startedAt: "2026-03-29T00:50:00.000Z",
      dueAt: "2026-03-29T04:50:00.000Z",
      elapsedMs: 4 * HOUR,
      remainingMs: 0,
    });
    expect(result("A04", "first-response")).toMatchObject({ dueAt: "2026-03-29T01:05:00.000Z" });
    expect(cycles("A04", "updates")).toEqual(["met 14", "met 60", "met 56", "met 60", "met 50"]);
  });

  it("A05: stands still while the desk waits for the customer", () => {
    expect(result("A05", "resolution")).toMatchObject({ dueAt: paris("03-17 15:00"), elapsedMs: 7 * HOUR });
    expect(cycles("A05", "updates")).toEqual(["met 40", "met 230", "met 150"]);
    // These two do not pause, and are over before it anyway.
    expect(result("A05", "owner")).toMatchObject({ dueAt: paris("03-16 12:00"), elapsedMs: 90 * MINUTE });
  });

  it("A06: news is missed four hours after the last one", () => {
    expect(result("A06", "updates")).toMatchObject({
      startedAt: paris("03-17 20:30"),
      dueAt: paris("03-18 00:30"),
      missedAt: justAfter(paris("03-18 00:30")),
      overrunMs: 30 * MINUTE,
    });
    expect(cycles("A06", "updates")).toEqual(["met 30", "missed 270", "met 150"]);
  });
});

describe("what is promised in office hours", () => {
  it("A07: an hour and a half on Friday, the rest on Monday; three working days to the closing", () => {
    expect(result("A07", "first-response")).toMatchObject({
      dueAt: paris("03-23 11:30"),
      elapsedMs: 4 * HOUR,
      remainingMs: 0,
      calendar: "office",
      calendarRule: null,
    });
    expect(result("A07", "resolution")).toMatchObject({ dueDate: "2026-03-25", dueAt: paris("03-25 18:00") });
  });

  it("A08: the closing itself is too late", () => {
    const due = paris("03-25 18:00");
    expect(result("A08", "resolution")).toMatchObject({ dueAt: due, stoppedAt: due, missedAt: due });
  });

  it("A09, A10, A11: Easter Monday is no working day", () => {
    expect(result("A09", "first-response").dueDate).toBe("2026-04-03");
    expect(result("A09", "resolution")).toMatchObject({ dueDate: "2026-04-09", dueAt: paris("04-09 18:00") });
    expect(result("A10", "first-response").dueDate).toBe("2026-04-07");
    expect(result("A10", "resolution").dueDate).toBe("2026-04-10");
    expect(result("A11", "first-response")).toMatchObject({ dueDate: "2026-04-07", missedAt: paris("04-07 18:00") });
  });
});

describe("the next reply", () => {
  it("A12: counts from the oldest message after the first response; the thank-you counts for nothing", () => {
    expect(result("A12", "next-reply")).toMatchObject({
      startedAt: paris("03-23 10:30"),
      dueAt: paris("03-23 14:30"),
      stoppedAt: paris("03-23 14:00"),
      elapsedMs: 210 * MINUTE,
    });
    expect(cycles("A12", "next-reply")).toEqual(["met 210", "n/a"]);
  });

  it("A13: is not given by a note", () => {
    expect(result("A13", "next-reply")).toMatchObject({
      startedAt: paris("03-24 16:00"),
      dueAt: paris("03-25 11:00"),
      missedAt: justAfter(paris("03-25 11:00")),
      overrunMs: HOUR,
    });
  });

  it("A14: is stopped by the solution, too", () => {
    expect(cycles("A14", "next-reply")).toEqual(["met 25", "met 15"]);
    expect(cycles("A14", "updates")).toEqual(["met 10", "met 35", "met 20"]);
  });

  it("A15: no machine responds", () => {
    expect(result("A15", "first-response")).toMatchObject({
      dueAt: paris("03-25 12:00"),
      stoppedAt: paris("03-25 12:05"),
      overrunMs: 5 * MINUTE,
    });
  });

  it("A36: what was missed stays missed when it is waived", () => {
    expect(result("A36", "next-reply")).toMatchObject({
      startedAt: paris("04-02 15:00"),
      dueAt: paris("04-02 17:00"),
      elapsedMs: 150 * MINUTE,
      stoppedAt: null,
    });
  });
});

describe("a priority that changes", () => {
  it("A16: raised, what has elapsed stays, three hours are left; an owner was due long ago", () => {
    expect(result("A16", "resolution")).toMatchObject({
      fact: "P1",
      dueAt: paris("03-30 13:00"),
      missedAt: justAfter(paris("03-30 13:00")),
      elapsedMs: 270 * MINUTE,
      overrunMs: 30 * MINUTE,
    });
    expect(result("A16", "owner")).toMatchObject({
      startedAt: paris("03-30 09:00"),
      dueAt: paris("03-30 09:30"),
      missedAt: justAfter(paris("03-30 09:30")),
      elapsedMs: 80 * MINUTE,
    });
    // What was over before the change is judged by what held.
    expect(result("A16", "first-response")).toMatchObject({ fact: "P3", dueAt: paris("03-30 13:00") });
    expect(cycles("A16", "updates")).toEqual(["n/a", "met 45", "met 55", "met 55", "met 55"]);
    expect(result("A16", "updates").cycles?.[1]).toMatchObject({
      startedAt: paris("03-30 09:30"),
      restartedAt: paris("03-30 10:00"),
      dueAt: paris("03-30 11:00"),
    });
  });

  it("A17: lowered in time, the days count from the start", () => {
    expect(result("A17", "resolution")).toMatchObject({
      fact: "P3",
      dueDate: "2026-04-03",
      dueAt: paris("04-03 18:00"),
    });
    expect(result("A17", "first-response")).toMatchObject({ fact: "P1", elapsedMs: 10 * MINUTE });
    expect(cycles("A17", "updates")).toEqual(["met 10", "n/a"]);
  });

  it("A18: lowered too late, what was missed stays missed, by what held then", () => {
    expect(result("A18", "first-response")).toMatchObject({
      fact: "P1",
      dueAt: paris("04-01 22:15"),
      missedAt: justAfter(paris("04-01 22:15")),
      elapsedMs: 40 * MINUTE,
    });
    expect(result("A18", "resolution")).toMatchObject({ fact: "P3", dueDate: "2026-04-07" });
  });

  it("A19: raised on the evening of the next day", () => {
    // A new hour for the response.
    expect(result("A19", "first-response")).toMatchObject({
      startedAt: paris("04-02 10:00"),
      restartedAt: paris("04-03 19:00"),
      dueAt: paris("04-03 20:00"),
      elapsedMs: 50 * MINUTE,
    });
    // Two hours from the start for an owner: it came after 33 h 55 min.
    expect(result("A19", "owner")).toMatchObject({ dueAt: paris("04-02 12:00"), elapsedMs: (33 * 60 + 55) * MINUTE });
    // Eight hours of the office on Thursday, nine on Friday, and four of all hours: the eight were over before the change.
    expect(result("A19", "resolution")).toMatchObject({
      dueAt: paris("04-02 18:00"),
      missedAt: paris("04-03 19:00"),
      elapsedMs: 21 * HOUR,
    });
    expect(cycles("A19", "updates")).toEqual(["met 50", "met 190"]);
  });

  it("A20: raised, two hours have elapsed and two are left", () => {
    expect(result("A20", "resolution")).toMatchObject({
      fact: "P1",
      dueAt: paris("04-07 16:00"),
      elapsedMs: 255 * MINUTE,
      overrunMs: 15 * MINUTE,
    });
    expect(cycles("A20", "updates")).toEqual(["met 20", "met 30", "met 50", "met 55"]);
  });

  it("A21: lowered at the last instant of an hour without news, which is no miss", () => {
    expect(cycles("A21", "updates")).toEqual(["met 10", "met 50", "met 60", "met 210"]);
    expect(result("A21", "updates")).toMatchObject({ restartedAt: paris("04-08 03:00"), dueAt: paris("04-08 07:00") });
    expect(result("A21", "resolution")).toMatchObject({
      fact: "P2",
      dueAt: paris("04-08 08:00"),
      elapsedMs: 390 * MINUTE,
    });
  });

  it("A22: each reply is due by the priority at the message", () => {
    const [first, second] = result("A22", "next-reply").cycles ?? [];
    expect(first).toMatchObject({ fact: "P3", dueAt: paris("04-08 11:30"), elapsedMs: 50 * MINUTE });
    expect(second).toMatchObject({ fact: "P1", dueAt: paris("04-07 18:00"), elapsedMs: 25 * MINUTE });
    expect(result("A22", "resolution")).toMatchObject({
      dueAt: paris("04-07 13:00"),
      missedAt: paris("04-07 17:00"),
      elapsedMs: 580 * MINUTE,
    });
  });

  it("A34: the first priority holds from the start, however late it is set", () => {
    expect(result("A34", "first-response")).toMatchObject({
      fact: "P1",
      dueAt: paris("03-30 02:15"),
      elapsedMs: 30 * MINUTE,
    });
    expect(result("A34", "first-response").restartedAt).toBeUndefined();
  });

  it("A35: one that does not exist is not read", () => {
    expect(result("A35", "resolution")).toMatchObject({ fact: "P2", dueAt: paris("03-31 18:00"), elapsedMs: 2 * HOUR });
  });
});

describe("what comes back", () => {
  it("A23: goes on from what it had", () => {
    expect(result("A23", "resolution")).toMatchObject({
      dueAt: paris("03-24 12:00"),
      stoppedAt: paris("03-24 11:00"),
      elapsedMs: 7 * HOUR,
      reopenings: [{ stoppedAt: paris("03-23 12:00"), outcome: "met", reopenedAt: paris("03-24 08:00") }],
    });
    expect(cycles("A23", "updates")).toEqual(["met 20", "met 220", "met 180"]);
    expect(result("A23", "lasting")).toMatchObject({ dueDate: "2026-04-07", dueAt: paris("04-08 00:00") });
  });

  it("A24: was met before, and says so", () => {
    expect(result("A24", "resolution")).toMatchObject({
      dueAt: paris("03-27 07:30"),
      missedAt: justAfter(paris("03-27 07:30")),
      elapsedMs: 255 * MINUTE,
      reopenings: [{ stoppedAt: paris("03-26 23:30"), outcome: "met", reopenedAt: paris("03-27 07:00") }],
    });
    expect(cycles("A24", "updates")).toEqual(["met 5", "met 55", "met 60", "met 60", "met 30", "met 10", "met 35"]);
  });

  it("A25: after more than ten working days it was never solved for good", () => {
    expect(result("A25", "lasting")).toMatchObject({
      dueDate: "2026-03-30",
      dueAt: paris("03-31 00:00"),
      stoppedAt: paris("04-08 11:00"),
      reopenings: [{ stoppedAt: paris("03-17 10:00"), outcome: "met", reopenedAt: paris("04-01 10:00") }],
    });
  });

  // docs/policies.md, Reopening: not missed before, so missed at the reopening. The engine says 31 March 00:00.
  it("A25: and is missed when it comes back, not before", () => {
    expect(result("A25", "lasting").missedAt).toBe(paris("04-01 10:00"));
  });
});

describe("what is withdrawn", () => {
  it("A27: is missed where it was late already", () => {
    expect(result("A27", "first-response")).toMatchObject({
      dueAt: paris("03-28 06:15"),
      stoppedAt: null,
      elapsedMs: 90 * MINUTE,
      clock: "stopped",
    });
    expect(result("A27", "updates")).toMatchObject({ dueAt: paris("03-28 07:00"), elapsedMs: 90 * MINUTE });
  });
});

describe("on 9 April at 12:00", () => {
  it("A28: everything runs", () => {
    expect(result("A28", "first-response")).toMatchObject({
      clock: "running",
      calendarOpen: true,
      elapsedMs: 10 * MINUTE,
      remainingMs: 5 * MINUTE,
      dueAt: paris("04-09 12:05"),
      missedAt: justAfter(paris("04-09 12:05")),
      atRisk: null,
      // Three quarters of a quarter of an hour.
      nextChangeAt: paris("04-09 12:01:15"),
    });
    expect(result("A28", "owner").dueAt).toBe(paris("04-09 12:20"));
    expect(result("A28", "updates").dueAt).toBe(paris("04-09 12:50"));
    expect(result("A28", "resolution").dueAt).toBe(paris("04-09 15:50"));
    expect(result("A28", "lasting").dueDate).toBe("2026-04-23");
  });

  it("A29: what waits has no due, only what is left", () => {
    expect(result("A29", "resolution")).toMatchObject({
      clock: "paused",
      calendarOpen: true,
      dueAt: null,
      missedAt: null,
      elapsedMs: 2 * HOUR,
      remainingMs: 6 * HOUR,
    });
    expect(result("A29", "updates")).toMatchObject({ dueAt: null, elapsedMs: 90 * MINUTE, remainingMs: 150 * MINUTE });
  });

  it("A30: used up, and not late yet", () => {
    expect(result("A30", "first-response")).toMatchObject({
      dueAt: paris("04-09 12:00"),
      missedAt: justAfter(paris("04-09 12:00")),
      nextChangeAt: justAfter(paris("04-09 12:00")),
      remainingMs: 0,
      atRisk: 0.9,
    });
    expect(result("A30", "resolution").dueDate).toBe("2026-04-13");
  });

  it("A31: days do not wait", () => {
    expect(result("A31", "resolution")).toMatchObject({ clock: "running", dueDate: "2026-04-13" });
  });

  it("A32: a reply is owed since the first of two messages", () => {
    expect(result("A32", "next-reply")).toMatchObject({
      startedAt: paris("04-09 10:00"),
      dueAt: paris("04-09 14:00"),
      elapsedMs: 2 * HOUR,
      atRisk: null,
    });
  });
});
