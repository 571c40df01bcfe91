/**
 * Moments of a running clock: when it is missed, what changes next, and from when it is at risk.
 *
 * Called on Friday 5 June at 11:00, an anomaly has used its 4 hours at 17:00; the next open millisecond is on Monday.
 */

import { describe, expect, it } from "vitest";
import { charterWith, HOUR, request, result, utc } from "../telling.ts";

const friday = request("anomaly", ["called 06-05 11:00"]);
const asOf = (when: string) => result("anomaly", friday, { asOf: when });

describe("a clock in hours", () => {
  it("is missed 1 ms after the far edge, not when it is used up", () => {
    for (const when of ["06-05 11:00", "06-05 17:00", "06-06 12:00", "06-08 09:00:00.000"])
      expect(asOf(when)).toMatchObject({
        outcome: "running",
        dueAt: utc("06-05 17:00"),
        missedAt: utc("06-08 09:00:00.001"),
      });
    expect(asOf("06-06 12:00")).toMatchObject({ elapsedMs: 4 * HOUR, remainingMs: 0, overrunMs: 0 });
    expect(asOf("06-08 09:00:00.001")).toMatchObject({
      outcome: "missed",
      missedAt: utc("06-08 09:00:00.001"),
      elapsedMs: 4 * HOUR + 1,
      overrunMs: 1,
    });
  });

  it("is missed 1 ms after its due where the desk stays open", () => {
    const ten = request("anomaly", ["called 06-05 10:00"]);
    expect(result("anomaly", ten, { asOf: "06-05 12:00" })).toMatchObject({
      dueAt: utc("06-05 16:00"),
      missedAt: utc("06-05 16:00:00.001"),
    });
  });

  it("changes next at an edge of the calendar, at 75 %, at 90 %, when it is used up and when it is missed", () => {
    // 3 hours are used at 16:00, 3 h 36 min at 16:36.
    for (const [when, next, atRisk] of [
      ["06-05 11:00", "06-05 12:00", null],
      ["06-05 12:00", "06-05 14:00", null],
      ["06-05 14:00", "06-05 16:00", null],
      ["06-05 15:59:59.999", "06-05 16:00", null],
      ["06-05 16:00", "06-05 16:36", 0.75],
      ["06-05 16:35:59.999", "06-05 16:36", 0.75],
      ["06-05 16:36", "06-05 17:00", 0.9],
      ["06-05 17:00", "06-08 09:00", 0.9],
      ["06-08 09:00", "06-08 09:00:00.001", 0.9],
    ] as const) {
      expect(asOf(when).nextChangeAt, when).toBe(utc(next));
      expect(asOf(when).atRisk, when).toBe(atRisk);
    }
  });

  it("that is stopped, missed or cancelled changes no more by itself", () => {
    for (const [events, outcome] of [
      [["assisted 06-05 12:00"], "met"],
      [["assisted 06-09 12:00"], "missed"],
      [["cancelled 06-05 12:00"], "not-applicable"],
    ] as const) {
      const found = result("anomaly", request("anomaly", ["called 06-05 11:00", ...events]));
      expect(found.outcome).toBe(outcome);
      expect(found.nextChangeAt ?? null).toBeNull();
      expect(found.atRisk).toBeUndefined();
      if (outcome !== "missed") expect(found.missedAt ?? null).toBeNull();
      else expect(found.missedAt).toBe(utc("06-08 09:00:00.001"));
    }
  });

  it("that is paused changes by itself only as its calendar opens and closes", () => {
    const paused = request("anomaly", ["called 06-05 11:00", "paused 06-05 11:30"]);
    for (const [when, next, calendarOpen] of [
      ["06-05 11:30", "06-05 12:00", true],
      ["06-05 12:00", "06-05 14:00", false],
      ["06-05 16:59", "06-05 17:00", true],
      ["06-05 17:00", "06-08 09:00", false],
    ] as const) {
      const found = result("anomaly", paused, { asOf: when });
      expect(found).toMatchObject({ outcome: "paused", clock: "paused", calendarOpen, dueAt: null, missedAt: null });
      expect(found.nextChangeAt, when).toBe(utc(next));
    }
  });

  it.each([
    // Shares of four hours that are whole minutes, though not as products of binary fractions.
    [0.55, "06-05 15:12"],
    [0.07, "06-05 11:16:48"],
    [0.28, "06-05 14:07:12"],
    [0.56, "06-05 15:14:24"],
    [0.25, "06-05 12:00"],
  ])("is at risk from exactly %d of its target", (share, from) => {
    const policy = charterWith({ anomaly: { atRisk: [share] } });
    expect(result("anomaly", friday, { policy, asOf: from }).atRisk).toBe(share);
    const justBefore = new Date(Date.parse(utc(from)) - 1).toISOString();
    const local = `06-05 ${new Date(Date.parse(justBefore) + 2 * HOUR).toISOString().slice(11, 23)}`;
    const before = result("anomaly", friday, { policy, asOf: local });
    expect([before.atRisk, before.nextChangeAt]).toEqual([null, utc(from)]);
  });

  it("may watch no share at all", () => {
    const policy = charterWith({ anomaly: { atRisk: [] } });
    expect(result("anomaly", friday, { policy, asOf: "06-05 16:50" })).toMatchObject({
      atRisk: null,
      nextChangeAt: utc("06-05 17:00"),
    });
  });

  it("counts pauses so far into all of them", () => {
    // Ten minutes of open time paused: everything is ten minutes later.
    const one = request("anomaly", ["called 06-05 10:00", "paused 06-05 10:30", "resumed 06-05 10:40"]);
    expect(result("anomaly", one, { asOf: "06-05 14:30" })).toMatchObject({
      outcome: "running",
      elapsedMs: 2.5 * HOUR - 10 * 60_000,
      dueAt: utc("06-05 16:10"),
      missedAt: utc("06-05 16:10:00.001"),
      nextChangeAt: utc("06-05 15:10"),
    });
  });
});

describe("a target in days", () => {
  it("is missed at its due, the first instant of the date after the last", () => {
    const one = request("web-form", ["submitted 06-01 10:00"]);
    expect(result("web-form", one, { asOf: "06-04 12:30" }).nextChangeAt).toBe(utc("06-04 14:00"));
    expect(result("web-form", one, { asOf: "06-04 23:59:59.999" })).toMatchObject({
      outcome: "running",
      dueAt: utc("06-05 00:00"),
      missedAt: utc("06-05 00:00"),
      nextChangeAt: utc("06-05 00:00"),
    });
    expect(result("web-form", one, { asOf: "06-05 00:00" })).toMatchObject({
      outcome: "missed",
      missedAt: utc("06-05 00:00"),
      nextChangeAt: null,
    });
  });
});

describe("a callback", () => {
  const called = request("anomaly", ["called 06-01 16:00"]);
  it("is carried over at closing, and missed when its day is over", () => {
    expect(result("callback", called, { asOf: "06-01 16:59:59.999" })).toMatchObject({
      outcome: "running",
      carriedOver: false,
      dueAt: null,
      dueFrom: null,
      nextChangeAt: utc("06-01 17:00"),
    });
    expect(result("callback", called, { asOf: "06-01 17:00" })).toMatchObject({
      outcome: "running",
      carriedOver: true,
      dueFrom: utc("06-02 09:00"),
      dueAt: utc("06-03 00:00"),
      missedAt: utc("06-03 00:00"),
      nextChangeAt: utc("06-02 09:00"),
    });
  });

  it("will be missed without a new event also before it is carried over", () => {
    expect(result("callback", called, { asOf: "06-01 16:30" }).missedAt).toBe(utc("06-03 00:00"));
  });
});

describe("what a result says will happen", () => {
  it("happens: at each next change something else is said, and the miss comes when it was told", () => {
    for (const [commitment, one] of [
      ["anomaly", friday],
      ["installation", request("installation", ["called 05-07 16:30"])],
      ["web-form", request("web-form", ["submitted 05-22 10:00"])],
      ["callback", request("anomaly", ["called 05-22 16:30"])],
    ] as const) {
      const begun = Date.parse(String(one.events[0]?.at));
      const local = (ms: number): string => new Date(ms + 2 * HOUR).toISOString().slice(5, 23).replace("T", " ");
      const judge = (ms: number) => result(commitment, one, { asOf: local(ms) });
      let now = begun;
      let steps = 0;
      for (let found = judge(now); found.outcome === "running"; found = judge(now)) {
        expect(steps++).toBeLessThan(40);
        const next = Date.parse(found.nextChangeAt ?? "");
        expect(next).toBeGreaterThan(now);
        const missedAt = Date.parse(found.missedAt ?? "");
        if (!Number.isNaN(missedAt)) {
          expect(judge(missedAt).outcome).toBe("missed");
          expect(judge(missedAt - 1).outcome).toBe("running");
        }
        const saying = ({ outcome, atRisk, carriedOver, remainingMs, calendarOpen }: ReturnType<typeof judge>) =>
          JSON.stringify([outcome, atRisk, carriedOver, remainingMs === 0, calendarOpen]);
        expect(saying(judge(next - 1))).toBe(saying(found));
        expect(saying(judge(next))).not.toBe(saying(found));
        now = next;
      }
      expect(judge(now).outcome).toBe("missed");
    }
  });
});
