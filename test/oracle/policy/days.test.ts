/**
 * Targets in days in the simulator, by examples worked by hand: until the same time, and from the service day.
 * Source: semantics §4. Friday 8 May 2026 is a holiday at the desk in Paris, Thursday 14 another.
 */

import { describe, expect, it } from "vitest";
import type { DaysDocument } from "../../../src/policy/documents/document-parts.ts";
import { at, OFFICE, policy, result, target } from "./examples.ts";
import type { Expected } from "./types.ts";

const days = (more: Partial<DaysDocument>): DaysDocument => ({
  days: "P1D",
  count: "working",
  until: "same-time",
  rollToOpen: true,
  ...more,
});
const due = (more: Partial<DaysDocument>, opened: string, calendar = "desk"): Expected =>
  result(policy(target({ calendar, target: days(more) })), [`opened ${opened}`], { asOf: opened });

describe("until the same time", () => {
  it("a request outside open time is taken at the next opening", () => {
    expect(due({}, "05-10 02:00")).toMatchObject({
      dueDate: "2026-05-12",
      dueAt: at("05-12 09:00"),
      missedAt: at("05-12 09:00:00.001"),
      elapsedDays: 0,
    });
    expect(due({}, "05-11 12:30").dueAt).toBe(at("05-12 14:00"));
    expect(due({}, "05-11 10:00").dueAt).toBe(at("05-12 10:00"));
  });

  it("a date that was rolled ends at its first opening", () => {
    expect(due({ count: "calendar" }, "05-07 10:00")).toMatchObject({
      dueDate: "2026-05-11",
      dueAt: at("05-11 09:00"),
    });
  });

  it("calendar days without a roll end at the time of day, open or closed", () => {
    const calendar = { days: "P2D", count: "calendar", rollToOpen: false } as const;
    expect(due(calendar, "05-07 22:00").dueAt).toBe(at("05-09 22:00"));
    expect(due({ ...calendar, day: "service-day" }, "05-07 22:00").dueAt).toBe(at("05-13 09:00"));
  });

  it("where the desk is closed then, at the next opening of that date, else at its last closing", () => {
    const week = { mon: ["09:00-17:00"], tue: ["13:00-17:00"], wed: ["09:00-11:00"] };
    const uneven = policy(target({ calendar: "uneven", target: days({}) }), {
      calendars: { office: OFFICE, uneven: { timeZone: "Europe/Paris", week } } as never,
    });
    const dueOf = (opened: string): unknown => result(uneven, [`opened ${opened}`], { asOf: opened }).dueAt;
    expect(dueOf("05-11 10:00")).toBe(at("05-12 13:00"));
    expect(dueOf("05-12 16:00")).toBe(at("05-13 11:00"));
  });

  it("an answer before the request is taken counts no days", () => {
    const lines = ["opened 05-09 10:00", "resolved 05-09 11:00"];
    const rolled = policy(target({ calendar: "desk", target: days({ count: "calendar" }) }));
    expect(result(rolled, lines, { asOf: "05-20 09:00" })).toMatchObject({ outcome: "met", elapsedDays: 0 });
  });
});

describe("the service day", () => {
  const midnight = { until: "midnight", day: "service-day" } as const;

  it("of a request after closing, or on a closed date, is the next working day", () => {
    expect(due(midnight, "05-11 16:59:59.999").dueDate).toBe("2026-05-12");
    expect(due(midnight, "05-11 17:00").dueDate).toBe("2026-05-13");
    expect(due(midnight, "05-10 10:00").dueDate).toBe("2026-05-12");
    expect(due(midnight, "05-11 03:00").dueDate).toBe("2026-05-12");
    expect(due({ until: "midnight" }, "05-11 17:00").dueDate).toBe("2026-05-12");
  });
});
