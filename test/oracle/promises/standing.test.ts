/** Standing and availability: stretches of evidence, outages in open time. */

import { describe, expect, it } from "vitest";
import type { Availability, Standing } from "./document.ts";
import { HOUR, summer, verdict } from "./examples.ts";
import type { Evidence, Expected } from "./types.ts";

describe("standing", () => {
  const FORM: Standing = { kind: "standing", promise: "opinion-form" };
  const judged = (asOf: string, ...evidence: Omit<Evidence, "promise">[]): Expected | undefined =>
    verdict(FORM, { asOf, register: { evidence: evidence.map((one) => ({ promise: "opinion-form", ...one })) } });

  it("is met on the last date, missed on the next", () => {
    const may = { from: "2026-05-01", to: "2026-05-14", source: "page" };
    expect(judged("05-14 23:59", may)).toMatchObject({
      outcome: "met",
      startedAt: summer("05-01 00:00"),
      dueDate: "2026-05-14",
      dueAt: summer("05-15 00:00"),
      figures: { source: "page" },
    });
    expect(judged("05-15 00:00", may)).toMatchObject({ outcome: "missed", missedAt: summer("05-15 00:00") });
  });

  it("joins evidence whose dates touch, not with a day between", () => {
    const [a, b] = [{ from: "2026-05-01", to: "2026-05-07" }, { from: "2026-05-08" }];
    expect(judged("05-25 12:00", b, a)).toMatchObject({
      outcome: "met",
      startedAt: summer("05-01 00:00"),
      dueAt: null,
    });
    const later = { from: "2026-05-09", to: "2026-05-09" };
    expect(judged("05-25 12:00", a, later)).toMatchObject({ outcome: "missed", startedAt: summer("05-09 00:00") });
  });

  it("cannot be judged while nothing has begun", () => {
    expect(judged("05-07 12:00", { from: "2026-05-08" })).toMatchObject({ outcome: "unmeasurable" });
    expect(judged("05-07 12:00", { to: "2026-05-01" })).toMatchObject({ outcome: "missed", startedAt: null });
  });
});

describe("availability", () => {
  const DESK: Availability = { kind: "availability", calendar: "desk", goal: 0.9 };
  const outage = (from: string, to?: string) => ({
    from: summer(from),
    ...(to === undefined ? {} : { to: summer(to) }),
  });

  it("counts open time only, overlapping outages once, calls within it", () => {
    // Thursday 7 May: 6 h; Friday 8 is a holiday; Monday 11 to noon: 3 h.
    const outages = [
      outage("05-07 09:00", "05-07 13:00"),
      outage("05-07 11:00", "05-07 15:00"),
      outage("05-08 09:00", "05-10 09:00"),
    ];
    const lostCalls = ["05-07 10:00", "05-07 12:00", "05-08 10:00", "05-11 12:00"].map((at) => ({ at: summer(at) }));
    expect(verdict(DESK, { register: { outages, lostCalls }, asOf: "05-11 12:00" })).toMatchObject({
      outcome: "missed",
      startedAt: summer("05-07 09:00"),
      dueAt: null,
      figures: { openMs: 9 * HOUR, outageMs: 4 * HOUR, lostCalls: 1 },
    });
  });

  it("is settled within a period once nothing could change it", () => {
    // Monday 4 May 2026 has six hours; the goal leaves 36 minutes.
    const within = (asOf: string, to: string): Expected | undefined =>
      verdict(DESK, { register: { outages: [outage("05-04 09:00", to)] }, asOf, period: "2026-05-04" });
    expect(within("05-04 10:00", "05-04 09:36")).toMatchObject({ outcome: "running", dueAt: summer("05-05 00:00") });
    expect(within("05-04 09:36", "05-04 09:36")).toMatchObject({ outcome: "running" });
    expect(within("05-04 10:00", "05-04 09:37")).toMatchObject({ outcome: "missed" });
    expect(within("05-04 17:00", "05-04 09:36")).toMatchObject({ outcome: "met" });
    expect(within("05-12 17:00", "05-04 09:36")).toMatchObject({ outcome: "met" });
  });

  it("is unmeasurable without open time, and goes on through an outage without an end", () => {
    expect(verdict(DESK, { register: { outages: [outage("05-08 09:00")] }, asOf: "05-08 17:00" })).toMatchObject({
      outcome: "unmeasurable",
      reason: "missing-event",
    });
    expect(verdict(DESK, { register: { outages: [outage("05-08 09:00")] }, asOf: "05-11 10:00" })).toMatchObject({
      outcome: "missed",
      figures: { openMs: HOUR, outageMs: HOUR, share: 0 },
    });
  });
});
