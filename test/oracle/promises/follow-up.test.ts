/** Follow-up and detection, worked by hand. */

import { describe, expect, it } from "vitest";
import type { Detection, FollowUp } from "./document.ts";
import { HOUR, request, summer, verdict } from "./examples.ts";
import type { Customer, Expected } from "./types.ts";

describe("a follow-up", () => {
  const HISTORY: FollowUp = {
    kind: "follow-up",
    kinds: ["usage"],
    after: ["called"],
    by: ["assisted"],
    ends: "closed",
    within: null,
    goal: 1,
  };
  const judged = (...events: string[]): Expected | undefined => verdict(HISTORY, { cases: [request(events)] });

  it("is met by what follows, missed when it ends without, of one instant met", () => {
    expect(judged("called 05-07 16:00", "assisted 05-11 10:00")).toMatchObject({
      outcome: "met",
      stoppedAt: summer("05-11 10:00"),
      figures: { followed: 1, followUpMs: 2 * HOUR },
    });
    expect(judged("called 05-07 16:00", "closed 05-11 10:00", "assisted 05-11 10:01")).toMatchObject({
      outcome: "missed",
      stoppedAt: null,
      missedAt: summer("05-11 10:00"),
      figures: { followed: 0, followUpMs: null },
    });
    expect(judged("called 05-07 16:00", "closed 05-11 10:00", "assisted 05-11 10:00")).toMatchObject({
      outcome: "met",
    });
    expect(judged("assisted 05-07 15:00", "called 05-07 16:00")).toMatchObject({ outcome: "running", missedAt: null });
  });

  it("does not concern what was cancelled, nor what did not begin", () => {
    expect(judged("called 05-07 16:00", "cancelled 05-11 10:00", "assisted 05-11 11:00")?.outcome).toBe(
      "not-applicable",
    );
    expect(judged("called 05-07 16:00", "cancelled 05-11 10:00", "assisted 05-11 10:00")?.outcome).toBe("met");
    expect(judged("assisted 05-07 16:00")?.outcome).toBe("not-applicable");
  });

  it("is missed, too, when its target has passed", () => {
    const within: FollowUp = {
      ...HISTORY,
      within: { days: "P1D", count: "calendar", until: "midnight", rollToOpen: true },
    };
    // The day after is a holiday, then a weekend: moved to Monday 11 May.
    const cases = [request(["called 05-07 16:00"])];
    expect(verdict(within, { cases, asOf: "05-11 23:59" })).toMatchObject({ outcome: "running" });
    expect(verdict(within, { cases, asOf: "05-12 00:00" })).toMatchObject({
      outcome: "missed",
      dueAt: summer("05-12 00:00"),
    });
  });
});

describe("detection", () => {
  const ADVICE: Detection = {
    kind: "detection",
    kinds: ["usage"],
    start: "called",
    of: "untrained",
    count: 3,
    months: 1,
    by: "recommendations",
    within: null,
  };
  const called = (...days: string[]) => days.map((day, index) => request([`called ${day} 10:00`], { id: `c${index}` }));
  const judged = (days: string[], recommended: string[] = [], more: Partial<Customer> = {}): Expected | undefined => {
    const recommendations = recommended.map((day) => ({ module: "stock", date: `2026-${day}` }));
    return verdict(ADVICE, {
      cases: called(...days),
      register: { customers: [{ id: "alpha", recommendations, ...more }] },
    });
  };

  it("comes with the third within a month, the same day of the next month included", () => {
    expect(judged(["05-07", "05-20", "06-07"])).toMatchObject({
      outcome: "running",
      advice: [{ module: "stock", detectedOn: "2026-06-07", cases: ["c0", "c1", "c2"], recommendedOn: null }],
      figures: { requests: 3, module: "stock" },
    });
    expect(judged(["05-07", "05-20", "06-08"])).toMatchObject({ outcome: "not-applicable", advice: [] });
  });

  it("of the last of a month reaches to the last of a shorter one", () => {
    expect(judged(["05-31", "06-10", "06-30"])).toMatchObject({ outcome: "running" });
  });

  it("uses up its cases, and a recommendation all up to its date", () => {
    const days = ["05-04", "05-05", "05-06", "05-07", "05-11", "05-12"];
    expect(judged(days, ["05-12"])).toMatchObject({
      outcome: "met",
      advice: [
        { detectedOn: "2026-05-06", cases: ["c0", "c1", "c2"], recommendedOn: "2026-05-12" },
        { detectedOn: "2026-05-12", cases: ["c3", "c4", "c5"], recommendedOn: "2026-05-12" },
      ],
    });
    expect(judged(days, ["05-05"])?.advice).toMatchObject([{ cases: ["c2", "c3", "c4"] }]);
  });

  it("does not count what came after a training", () => {
    const trained = [{ module: "stock", date: "2026-05-05" }];
    expect(judged(["05-04", "05-05", "05-06"], [], { trained })).toMatchObject({ figures: { requests: 2 } });
  });
});
