/**
 * Histories with gaps, places within an instant, and issues of pauses in the charter's simulator, by examples worked by
 * hand. Source: semantics §5; the charter's rules 1, 9 and 11.
 */

import { describe, expect, it } from "vitest";
import { caseOf, HOURS, REGISTER, summer, verdict } from "./examples.ts";
import { simulate } from "./simulator.ts";

const CALL = "called 06-09 09:00";
const INCOMPLETE = { outcome: "unmeasurable", reason: "history-incomplete" };
const anomaly = (lines: string[], asOf: string): unknown => verdict("anomaly", "anomaly", lines, asOf);

describe("a history with gaps", () => {
  it("gives no verdict by absence", () => {
    expect(anomaly([CALL, "assisted ?"], "06-09 11:00")).toMatchObject(INCOMPLETE);
    expect(anomaly([CALL, "assisted ?"], "06-10 12:00")).toMatchObject(INCOMPLETE);
    expect(anomaly([CALL, "telephoned 06-09 10:00"], "06-10 12:00")).toMatchObject(INCOMPLETE);
    expect(anomaly(["called ?"], "06-10 12:00")).toMatchObject(INCOMPLETE);
    // The other call may be of a year that the calendar does not know.
    expect(anomaly([CALL, "called ?"], "06-10 12:00")).toMatchObject(INCOMPLETE);
  });

  it("keeps what no reading changes", () => {
    // Four hours are used at 15:00: what happens later is late.
    expect(anomaly([CALL, "telephoned 06-09 16:00"], "06-10 12:00")).toMatchObject({
      outcome: "missed",
      dueAt: summer("06-09 15:00"),
      missedAt: summer("06-09 15:00:00.001"),
      startedAt: summer("06-09 09:00"),
    });
    const met = anomaly([CALL, "assisted 06-09 10:00", "assisted ?"], "06-10 12:00");
    expect(met).toMatchObject({ outcome: "met", unsure: expect.arrayContaining(["stoppedAt", "elapsedMs"]) });
    const after = anomaly([CALL, "assisted 06-09 10:00", "telephoned 06-09 11:00"], "06-10 12:00");
    expect(after).toMatchObject({ outcome: "met", elapsedMs: HOURS, unsure: [] });
  });

  it("keeps the reasons that do not lie in the events", () => {
    const lines = ["handed-over 06-09 09:00", "contacted ?"];
    const told = verdict("specific-request", "specific-request", lines, "06-10 12:00");
    expect(told).toMatchObject({ outcome: "unmeasurable", reason: "no-register" });
  });
});

describe("events of one instant with their places", () => {
  it("are taken in that order", () => {
    const swapped = ["assisted 06-09 09:00 seq=1", "called 06-09 09:00 seq=2"];
    expect(anomaly(swapped, "06-09 11:00")).toMatchObject({ reason: "stop-before-start" });
    const cancelled = [CALL, "cancelled 06-09 10:00 seq=1", "assisted 06-09 10:00 seq=2"];
    expect(anomaly(cancelled, "06-09 11:00")).toMatchObject({ outcome: "not-applicable" });
    const form = ["submitted 06-09 10:00", "cancelled 06-09 11:00 seq=1", "answered 06-09 11:00 seq=2"];
    expect(verdict("web-form", "web-form", form, "06-09 12:00")).toMatchObject({ outcome: "not-applicable" });
  });
});

describe("issues", () => {
  const codesOf = (kind: string, ...lines: string[]): unknown =>
    simulate([caseOf(kind, lines)], summer("06-10 12:00"), null).cases[0]?.codes;

  it("of pauses are demanded before the first stop, where a clock may stand still", () => {
    expect(codesOf("anomaly", "resumed 06-09 08:00", CALL)).toEqual(["case.resume-without-pause"]);
    expect(codesOf("anomaly", CALL, "paused 06-09 10:00", "paused 06-09 11:00")).toEqual(["case.second-pause"]);
    expect(codesOf("anomaly", CALL, "assisted 06-09 10:00", "resumed 06-09 11:00")).toEqual([]);
    expect(codesOf("web-form", "submitted 06-09 10:00", "resumed 06-09 11:00")).toEqual([]);
    expect(codesOf("usage", CALL, "resumed 06-09 11:00")).toEqual([]);
  });

  it("of the kind and of the customer are two", () => {
    const stranger = { ...caseOf("visit", [CALL]), customer: "nobody" };
    const [only] = simulate([stranger], summer("06-10 12:00"), REGISTER).cases;
    expect(only?.codes).toEqual(["case.unknown-kind", "case.unknown-customer"]);
  });
});
