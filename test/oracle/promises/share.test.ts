/** Share, carry-over by the window, and days that count from the service day. */

import { describe, expect, it } from "vitest";
import type { CarryOver, DaysPromise, Share } from "./document.ts";
import { ask, event, request, summer, verdict } from "./examples.ts";
import type { Expected } from "./types.ts";

describe("a share", () => {
  const REMOTE: Share = {
    kind: "share",
    kinds: ["usage"],
    of: "assisted",
    where: { channel: ["phone", "remote"] },
    goal: 0.5,
    goalAbove: true,
  };
  const by = (at: string, channel?: string) => event(`assisted ${at}`, channel === undefined ? {} : { channel });

  it("counts events: as they are promised, not so, or not told", () => {
    const cases = [request([by("05-07 10:00", "remote"), by("05-07 11:00", "on-site"), by("05-11 10:00")])];
    const { told, rates } = ask(REMOTE, { cases });
    expect(told[0]?.expected).toMatchObject({ outcome: "missed", startedAt: summer("05-07 11:00") });
    expect(told[0]?.expected.cycles?.map(({ outcome }) => outcome)).toEqual(["met", "missed", "unmeasurable"]);
    expect(rates.it).toMatchObject({ met: 1, missed: 1, rate: 0.5, goalReach: "lost", caseIds: ["c1", "c1", "c1"] });
  });

  it("reads nothing after a cancellation", () => {
    const cases = [request([by("05-07 10:00", "phone"), "cancelled 05-07 10:30", by("05-07 11:00", "on-site")])];
    expect(ask(REMOTE, { cases }).rates.it).toMatchObject({ met: 1, missed: 0, goalReach: "reached" });
  });

  it("counts surveys in the period of their date", () => {
    const surveys: Share = { kind: "share", of: "customers.surveys", where: { channel: "email" }, goal: 1 };
    const dates = ["2026-05-14", "2026-05-14", "2026-06-01"].map((date) => ({ date, channel: "email" }));
    const { rates } = ask(surveys, { register: { customers: [{ id: "alpha", surveys: dates }] }, period: "2026-05" });
    expect(rates.it).toMatchObject({ met: 2, goalReach: "reached" });
  });
});

describe("carry-over by the window", () => {
  const CALLBACK: CarryOver = {
    kind: "carry-over",
    kinds: ["usage"],
    start: "called",
    stop: "assisted",
    order: "report",
    closing: "window",
  };
  const judged = (...events: string[]): Expected | undefined => verdict(CALLBACK, { cases: [request(events)] });

  it("carries over at noon what was called in the morning", () => {
    expect(judged("called 05-07 11:30", "assisted 05-07 11:59")?.outcome).toBe("not-applicable");
    expect(judged("called 05-07 11:30", "assisted 05-07 14:05")).toMatchObject({
      outcome: "met",
      carriedOver: true,
      dueFrom: summer("05-11 09:00"),
    });
  });

  it("lets a call between two windows wait for the next", () => {
    expect(judged("called 05-07 12:30", "assisted 05-07 16:00")).toMatchObject({ carriedOver: false });
    expect(judged("called 05-07 12:30", "assisted 05-07 17:00")).toMatchObject({ outcome: "met", carriedOver: true });
    expect(judged("called 05-07 08:30", "assisted 05-07 12:00")).toMatchObject({ outcome: "met", carriedOver: true });
  });
});

describe("a target from the service day", () => {
  const SAME_DAY: DaysPromise = {
    kind: "target",
    kinds: ["usage"],
    start: "called",
    stop: ["assisted"],
    target: { days: "P0D", count: "calendar", until: "midnight", rollToOpen: false, day: "service-day" },
    reopening: "ignore",
  };
  const judged = (call: string, calendar = "desk"): Expected | undefined =>
    verdict(SAME_DAY, { cases: [request([`called ${call}`])], calendar, asOf: call });

  it("counts what comes after closing, or on a closed date, for the next working day", () => {
    expect(judged("05-07 16:59:59.999")).toMatchObject({ dueDate: "2026-05-07" });
    expect(judged("05-07 17:00")).toMatchObject({ dueDate: "2026-05-11", elapsedDays: 0 });
    expect(judged("05-07 12:30")).toMatchObject({ dueDate: "2026-05-07" });
    expect(judged("05-08 10:00")).toMatchObject({ dueDate: "2026-05-11" });
    expect(judged("05-11 08:00")).toMatchObject({ dueDate: "2026-05-11" });
  });

  it("counts the hours after midnight for the day whose window they are in", () => {
    // Thursday 7 May, open to 02:00 on the holiday. Its midnight is over: no days end on the next working day.
    expect(judged("05-08 01:59", "late")).toMatchObject({ dueDate: "2026-05-11", outcome: "running" });
    expect(judged("05-08 02:00", "late")).toMatchObject({ dueDate: "2026-05-11" });
    expect(judged("05-07 03:00", "late")).toMatchObject({ dueDate: "2026-05-07" });
  });
});
