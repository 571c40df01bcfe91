/**
 * The simulator's callbacks, web forms, rates and set-aside cases, against examples worked by hand.
 */

import { describe, expect, it } from "vitest";
import { differences } from "./compare.ts";
import { caseOf, REGISTER, summer, verdict } from "./examples.ts";
import { simulate } from "./simulator.ts";
import type { CaseInput } from "./types.ts";

describe("the web form", () => {
  const form = (lines: string[], asOf: string): unknown => verdict("web-form", "web-form", lines, asOf);
  const ASKED = "submitted 05-07 10:00";

  it("is due three days later, on the next working day", () => {
    const last = form([ASKED, "answered 05-11 23:59:59.999"], "05-20 09:00");
    const due = { dueDate: "2026-05-11", dueAt: summer("05-12 00:00") };
    expect(last).toMatchObject({ outcome: "met", elapsedDays: 4, ...due });
    expect(form([ASKED, "answered 05-12 00:00"], "05-20 09:00")).toMatchObject({
      outcome: "missed",
      elapsedDays: 5,
      ...due,
    });
    expect(form([ASKED], "05-11 23:59:59.999")).toMatchObject({
      outcome: "running",
      missedAt: summer("05-12 00:00"),
      ...due,
    });
    expect(form([ASKED], "05-12 00:00")).toMatchObject({ outcome: "missed", stoppedAt: null, ...due });
  });

  it("is not touched by pauses, and is by a cancellation in time", () => {
    expect(form([ASKED, "paused 05-07 11:00"], "05-10 09:00")).toMatchObject({
      outcome: "running",
      dueDate: "2026-05-11",
    });
    expect(form([ASKED, "cancelled 05-11 23:00"], "05-20 09:00")).toMatchObject({
      outcome: "not-applicable",
      dueAt: null,
    });
    const late = form([ASKED, "cancelled 05-13 08:00", "answered 05-14 09:00"], "05-20 09:00");
    expect(late).toMatchObject({ outcome: "missed", elapsedDays: 6, stoppedAt: null });
  });

  it("is answered the same day until midnight, on a Saturday too", () => {
    const sameDay = (lines: string[], asOf: string): unknown => verdict("web-form-same-day", "web-form", lines, asOf);
    expect(sameDay(["submitted 05-09 18:00", "answered 05-09 23:59:59.999"], "05-20 09:00")).toMatchObject({
      outcome: "met",
    });
    expect(sameDay(["submitted 05-09 18:00", "answered 05-10 00:00"], "05-20 09:00")).toMatchObject({
      outcome: "missed",
    });
    expect(sameDay(["submitted 05-09 18:00"], "05-09 23:59:59.999")).toMatchObject({ outcome: "running" });
    expect(sameDay(["submitted 05-09 18:00"], "05-10 00:00")).toMatchObject({ outcome: "missed" });
  });
});

describe("callbacks", () => {
  const back = (lines: string[], asOf = "05-20 09:00"): unknown => verdict("callback", "usage", lines, asOf);

  it("are not carried over at noon, nor when made before closing", () => {
    const noon = back(["called 05-06 12:30", "assisted 05-06 14:05"]);
    expect(noon).toMatchObject({ outcome: "not-applicable", carriedOver: false, dueAt: null });
    expect(back(["called 05-06 12:30"], "05-06 16:59:59.999")).toMatchObject({
      outcome: "running",
      carriedOver: false,
      dueAt: null,
    });
    expect(back(["called 05-06 08:00", "assisted 05-06 16:59:59.999"])).toMatchObject({ outcome: "not-applicable" });
  });

  it("are carried over at 17:00:00.000 to the next working day", () => {
    const due = { carriedOver: true, dueFrom: summer("05-07 09:00"), dueAt: summer("05-08 00:00") };
    expect(back(["called 05-06 12:30", "assisted 05-06 17:00"])).toMatchObject({ outcome: "met", ...due });
    expect(back(["called 05-06 12:30"], "05-06 17:00")).toMatchObject({ outcome: "running", ...due });
    expect(back(["called 05-06 12:30", "assisted 05-07 23:59:59.999"])).toMatchObject({ outcome: "met", ...due });
    expect(back(["called 05-06 12:30", "assisted 05-08 00:00"])).toMatchObject({ outcome: "missed", ...due });
    // Thursday evening before a holiday and a weekend: due on Monday, and made early on Saturday.
    const monday = { dueFrom: summer("05-11 09:00"), dueAt: summer("05-12 00:00") };
    expect(back(["called 05-07 17:30", "assisted 05-09 10:00"])).toMatchObject({ outcome: "met", ...monday });
    expect(back(["called 05-08 10:00"], "05-12 00:00")).toMatchObject({
      outcome: "missed",
      stoppedAt: null,
      ...monday,
    });
  });

  it("are made by help alone, and pend until cancelled", () => {
    const connected = ["called 05-06 16:00", "user-connected 05-06 16:30"];
    expect(verdict("callback", "installation", connected, "05-20 09:00")).toMatchObject({ outcome: "missed" });
    expect(back(["called 05-06 16:00", "cancelled 05-07 23:00"])).toMatchObject({ outcome: "not-applicable" });
    expect(back(["called 05-06 16:00", "cancelled 05-08 00:00"])).toMatchObject({ outcome: "missed", stoppedAt: null });
    expect(back(["assisted 05-06 16:00"])).toMatchObject({ outcome: "unmeasurable", reason: "missing-event" });
  });

  it("are overtaken by calls after the carrying over that were helped strictly earlier", () => {
    const waiting = caseOf("usage", ["called 05-06 16:00", "assisted 05-07 10:00"], "waiting");
    const others: [string, string[]][] = [
      ["sooner", ["called 05-07 09:00", "assisted 05-07 09:10"]],
      ["first", ["called 05-06 17:00:00.001", "assisted 05-07 09:05"]],
      ["at-closing", ["called 05-06 17:00", "assisted 05-07 09:05"]],
      ["same-time", ["called 05-07 09:00", "assisted 05-07 10:00"]],
      ["as-old", ["called 05-06 16:30", "assisted 05-07 09:05"]],
    ];
    const queue = others.map(([id, lines]) => caseOf("anomaly", lines, id));
    const { cases } = simulate([waiting, ...queue], summer("05-20 09:00"), null);
    expect(cases[0]?.commitments.callback).toMatchObject({ outcome: "met", overtakenBy: ["first", "sooner"] });
  });
});

describe("what is counted", () => {
  const batch: CaseInput[] = [
    caseOf("usage", ["called 05-06 16:00", "assisted 05-07 10:00"], "met"),
    caseOf("usage", ["called 05-06 16:00"], "missed"),
    caseOf("usage", ["called 05-06 16:00"], "twice"),
    caseOf("anomaly", ["called 05-06 16:00"], "twice"),
    caseOf("visit", ["called 05-06 16:00"], "unknown-kind"),
    caseOf("usage", ["called 05-21 16:00"], "unseen"),
    caseOf("usage", [], "empty"),
  ];
  const told = simulate(batch, summer("05-20 09:00"), REGISTER);

  it("leaves out what is not seen, and counts neither of two namesakes", () => {
    expect(told.notYet).toBe(2);
    expect(told.rates.callback).toMatchObject({ met: 1, missed: 1, rate: 0.5 });
    expect(told.rates.anomaly.rate).toBeNull();
    expect(told.cases.filter(({ issue }) => issue).map(({ id }) => id)).toEqual(["twice", "twice", "unknown-kind"]);
  });

  it("is compared field by field", () => {
    const asLibrary = structuredClone({
      ...told,
      cases: told.cases.map((one) => ({ ...one, issues: one.issue ? [{ code: one.codes[0] }] : [] })),
    });
    expect(differences(told, asLibrary)).toEqual([]);
    const result = asLibrary.cases[0]?.commitments.callback;
    if (result === undefined) throw new Error("no result");
    result.dueAt = summer("05-07 17:00");
    asLibrary.rates.callback.met = 2;
    asLibrary.cases[4]?.issues.pop();
    expect(differences(told, asLibrary)).toEqual([
      `met callback dueAt: expected "${summer("05-08 00:00")}", got "${summer("05-07 17:00")}"`,
      "unknown-kind: an issue is missing",
      "rate of callback: met: expected 1, got 2",
    ]);
  });
});
