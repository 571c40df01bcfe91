/**
 * The simulator judges the library; these examples, worked by hand, judge the simulator's clocks in hours and in days.
 */

import { describe, expect, it } from "vitest";
import { easterSunday, holidays, isWorkingDate } from "./desk.ts";
import { ALPHA, HOURS, REGISTER, summer, verdict } from "./examples.ts";
import { endOf, instantOf, iso } from "./paris.ts";

describe("the desk and its days", () => {
  it("knows Easter", () => {
    const easters = [2008, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2038].map(
      easterSunday,
    );
    expect(easters).toEqual([
      "2008-03-23",
      "2019-04-21",
      "2020-04-12",
      "2021-04-04",
      "2022-04-17",
      "2023-04-09",
      "2024-03-31",
      "2025-04-20",
      "2026-04-05",
      "2027-03-28",
      "2028-04-16",
      "2029-04-01",
      "2030-04-21",
      "2038-04-25",
    ]);
  });

  it("closes on holidays and weekends", () => {
    expect(holidays(2026).size).toBe(11);
    // Ascension on Labour Day: ten dates.
    expect(holidays(2008).size).toBe(10);
    const closed = ["2026-05-08", "2026-05-14", "2026-05-25", "2026-05-16", "2026-04-06"];
    expect(closed.map(isWorkingDate)).toEqual([false, false, false, false, false]);
    expect(["2026-05-07", "2026-05-11", "2026-12-24"].map(isWorkingDate)).toEqual([true, true, true]);
  });

  it("knows the nights on which the clock changes", () => {
    expect(iso(instantOf("2026-03-29", 2))).toBe("2026-03-29T01:00:00.000Z");
    expect(iso(instantOf("2026-10-25", 2))).toBe("2026-10-25T00:00:00.000Z");
    expect(endOf("2026-03-29") - instantOf("2026-03-29")).toBe(23 * HOURS);
    expect(endOf("2026-10-25") - instantOf("2026-10-25")).toBe(25 * HOURS);
  });
});

describe("clocks in hours", () => {
  it("counts 48 open hours over two holidays and two weekends", () => {
    const lines = ["handed-over 05-07 16:00", "contacted 05-07 16:30 somebody", "contacted 05-21 16:00 ref-a"];
    const result = verdict("specific-request", "specific-request", lines, "06-09 09:00", REGISTER);
    expect(result).toMatchObject({ outcome: "met", dueAt: summer("05-21 16:00"), elapsedMs: 48 * HOURS });
  });

  it("is on time by elapsed time: due Friday at closing, helped on Saturday", () => {
    const lines = ["called 06-05 11:00"];
    const saturday = verdict("anomaly", "anomaly", [...lines, "assisted 06-06 10:00"], "06-09 09:00");
    expect(saturday).toMatchObject({ outcome: "met", dueAt: summer("06-05 17:00"), elapsedMs: 4 * HOURS });
    const sunday = verdict("anomaly", "anomaly", lines, "06-07 12:00");
    const due = { dueAt: summer("06-05 17:00"), missedAt: summer("06-08 09:00:00.001") };
    expect(sunday).toMatchObject({ outcome: "running", remainingMs: 0, elapsedMs: 4 * HOURS, ...due });
    expect(verdict("anomaly", "anomaly", lines, "06-08 09:00")).toMatchObject({ outcome: "running", ...due });
    const late = verdict("anomaly", "anomaly", lines, "06-08 09:00:00.001");
    expect(late).toMatchObject({ outcome: "missed", overrunMs: 1, stoppedAt: null, ...due });
  });

  it("stops installation at the first user connected, 12 open hours away", () => {
    const lines = ["called 06-02 12:30", "user-connected 06-04 14:00:00.001", "assisted 06-04 15:00"];
    const result = verdict("installation", "installation", lines, "06-09 09:00");
    // 3 h on Tuesday afternoon, 6 h on Wednesday, 3 h on Thursday morning.
    expect(result).toMatchObject({
      outcome: "missed",
      dueAt: summer("06-04 12:00"),
      elapsedMs: 12 * HOURS + 1,
      overrunMs: 1,
    });
  });

  const CALL = "called 06-09 09:00";

  it("stops counting while paused", () => {
    const lines = [CALL, "paused 06-09 10:00", "paused 06-09 11:00", "resumed 06-09 15:00"];
    const paused = verdict("anomaly", "anomaly", lines, "06-09 12:00");
    expect(paused).toMatchObject({ outcome: "paused", dueAt: null, missedAt: null, remainingMs: 3 * HOURS });
    const running = verdict("anomaly", "anomaly", lines, "06-09 16:00");
    expect(running).toMatchObject({ outcome: "running", dueAt: summer("06-10 10:00"), elapsedMs: 2 * HOURS });
  });

  it("counts a pause from the start, and tells what had elapsed when it began", () => {
    const lines = ["paused 06-08 16:00", CALL, "assisted 06-09 16:00", "resumed 06-09 16:30"];
    const result = verdict("anomaly", "anomaly", lines, "06-10 09:00");
    expect(result).toMatchObject({ outcome: "met", dueAt: null, elapsedMs: 0 });
  });

  it("keeps a miss missed, with the due it passed", () => {
    const lines = [CALL, "paused 06-09 16:00", "assisted 06-10 10:00"];
    const due = { dueAt: summer("06-09 15:00"), missedAt: summer("06-09 15:00:00.001"), elapsedMs: 5 * HOURS };
    expect(verdict("anomaly", "anomaly", lines, "06-09 23:00")).toMatchObject({
      outcome: "missed",
      stoppedAt: null,
      ...due,
    });
    expect(verdict("anomaly", "anomaly", lines, "06-11 09:00")).toMatchObject({ outcome: "missed", ...due });
  });

  it("lets a pause and a resume of one instant cancel out, running or paused", () => {
    const swapped = ["resumed 06-09 10:00", "paused 06-09 10:00"];
    const running = verdict("anomaly", "anomaly", [CALL, ...swapped], "06-09 11:00");
    expect(running).toMatchObject({ outcome: "running", elapsedMs: 2 * HOURS });
    const lines = [CALL, "paused 06-09 09:30", "paused 06-09 10:00", "resumed 06-09 10:00"];
    expect(verdict("anomaly", "anomaly", lines, "06-09 11:00")).toMatchObject({
      outcome: "paused",
      elapsedMs: HOURS / 2,
    });
  });

  it("reads a cancellation against the target", () => {
    const cancelled = (time: string): unknown =>
      verdict("anomaly", "anomaly", [`cancelled ${time}`, CALL, "assisted 06-10 10:00"], "06-11 09:00");
    expect(cancelled("06-09 15:00")).toMatchObject({ outcome: "not-applicable", dueAt: null });
    const missed = { outcome: "missed", elapsedMs: 4 * HOURS + 1, stoppedAt: null, dueAt: summer("06-09 15:00") };
    expect(cancelled("06-09 15:00:00.001")).toMatchObject(missed);
    expect(cancelled("06-10 10:00")).toMatchObject({ outcome: "missed", stoppedAt: summer("06-10 10:00") });
  });

  it("takes the first start and the first stop after it", () => {
    const early = ["assisted 06-08 16:00", CALL];
    const unmeasurable = { outcome: "unmeasurable", reason: "stop-before-start", dueAt: null };
    expect(verdict("anomaly", "anomaly", early, "06-11 09:00")).toMatchObject(unmeasurable);
    const both = verdict("anomaly", "anomaly", [...early, "called 06-09 10:00", "assisted 06-09 11:00"], "06-11 09:00");
    expect(both).toMatchObject({ outcome: "met", elapsedMs: 2 * HOURS });
    const missing = verdict("anomaly", "anomaly", ["assisted 06-08 16:00"], "06-11 09:00");
    expect(missing).toMatchObject({ outcome: "unmeasurable", reason: "missing-event", startedAt: null });
    expect(verdict("anomaly", "anomaly", [CALL, "assisted 06-09 09:00"], "06-11 09:00")).toMatchObject({
      outcome: "met",
      elapsedMs: 0,
    });
  });
});

describe("cover", () => {
  const handed = ["handed-over 06-09 09:00"];
  const outcomeOf = (lines: string[], customer = ALPHA): unknown =>
    verdict("specific-request", "specific-request", lines, "06-20 09:00", { customers: [customer] });

  it("is judged at the start, on the civil date, both ends included", () => {
    expect(outcomeOf(["handed-over 06-10 23:59:59.999"])).toMatchObject({ outcome: "running" });
    expect(outcomeOf(["handed-over 06-11 00:00"])).toMatchObject({ outcome: "not-applicable" });
    const paidUntilMay = {
      ...ALPHA,
      contract: { ...ALPHA.contract, paid: [{ from: "2026-01-01", to: "2026-05-31" }] },
    };
    expect(outcomeOf(handed, paidUntilMay)).toMatchObject({ outcome: "not-applicable" });
  });

  it("needs the referent, compared exactly", () => {
    const { referent: _, ...withoutReferent } = ALPHA;
    expect(outcomeOf(handed, withoutReferent)).toMatchObject({ outcome: "unmeasurable", reason: "no-referent" });
    expect(outcomeOf(handed, { ...ALPHA, id: "other" })).toMatchObject({ reason: "unknown-customer" });
    const noRegister = verdict("specific-request", "specific-request", handed, "06-20 09:00");
    expect(noRegister).toMatchObject({ outcome: "unmeasurable", reason: "no-register" });
    expect(outcomeOf([...handed, "contacted 06-10 09:00", "contacted 06-10 09:00 Ref-a"])).toMatchObject({
      stoppedAt: null,
    });
  });

  it("promises nothing where nothing was handed over", () => {
    expect(outcomeOf(["called 06-09 09:00"])).toMatchObject({ outcome: "not-applicable" });
    expect(outcomeOf(["contacted 06-09 09:00 ref-a"])).toMatchObject({
      outcome: "unmeasurable",
      reason: "missing-event",
    });
  });
});
