/** Cadence: limits, beginnings and gaps, worked by hand. */

import { describe, expect, it } from "vitest";
import type { Cadence } from "./document.ts";
import type { Beside } from "./examples.ts";
import { verdict } from "./examples.ts";
import type { Expected } from "./types.ts";

const SURVEYS: Cadence = { kind: "cadence", of: "customers.surveys", every: "P2Y", conditions: ["contract-in-force"] };

function surveyed(from: string | undefined, dates: readonly string[], beside: Beside = {}): Expected | undefined {
  const contract = from === undefined ? {} : { from };
  const surveys = dates.map((date) => ({ date }));
  return verdict(SURVEYS, { register: { customers: [{ id: "alpha", contract, surveys }] }, ...beside });
}

describe("the limit", () => {
  it("is in time on the same civil date two years later, to the end of that date", () => {
    expect(surveyed("2024-05-07", ["2024-05-07"], { asOf: "05-07 23:59" })).toMatchObject({
      outcome: "met",
      startedAt: "2024-05-06T22:00:00.000Z",
      dueDate: "2026-05-07",
      dueAt: "2026-05-07T22:00:00.000Z",
      elapsedDays: 730,
    });
    expect(surveyed("2024-05-07", ["2024-05-07"], { asOf: "05-08 00:00" })).toMatchObject({
      outcome: "missed",
      missedAt: "2026-05-07T22:00:00.000Z",
    });
  });

  it("lets the next one lie on it", () => {
    expect(surveyed("2024-05-07", ["2024-05-07", "2026-05-07"])).toMatchObject({ outcome: "met" });
    expect(surveyed("2024-05-07", ["2024-05-07", "2026-05-08"])).toMatchObject({ outcome: "missed" });
  });

  it("of 29 February is 28 February of a common year", () => {
    const asOf = "2026-03-01T00:00+01:00";
    expect(surveyed("2024-02-29", ["2024-02-29"], { asOf: "2026-02-28T23:59+01:00" })).toMatchObject({
      outcome: "met",
      dueDate: "2026-02-28",
    });
    expect(surveyed("2024-02-29", ["2024-02-29"], { asOf })).toMatchObject({ outcome: "missed" });
  });
});

describe("the beginning", () => {
  it("is the contract's, running until there is a survey", () => {
    expect(surveyed("2025-05-08", [], { asOf: "05-08 12:00" })).toMatchObject({
      outcome: "running",
      startedAt: "2025-05-07T22:00:00.000Z",
      dueDate: "2027-05-08",
      elapsedDays: 365,
      figures: { count: 0, last: null, longestGapDays: 365 },
    });
  });

  it("is the last survey before the contract, if its limit is not before the contract", () => {
    expect(surveyed("2025-05-08", ["2023-05-08"])).toMatchObject({ outcome: "missed", dueDate: "2025-05-08" });
    expect(surveyed("2025-05-08", ["2023-05-07"])).toMatchObject({ outcome: "running", dueDate: "2027-05-08" });
  });

  it("is the first survey where no contract says from when", () => {
    expect(surveyed(undefined, ["2025-05-08", "2026-05-08"], { asOf: "05-10 00:00" })).toMatchObject({
      outcome: "met",
      figures: { count: 2, last: "2026-05-08", longestGapDays: 365 },
      elapsedDays: 2,
    });
    expect(surveyed(undefined, [])).toMatchObject({ outcome: "unmeasurable", reason: "missing-event" });
  });
});

describe("a gap that was too long", () => {
  const dates = ["2022-01-10", "2024-06-01", "2026-01-01"];

  it("stays missed over the whole history", () => {
    expect(surveyed("2022-01-10", dates)).toMatchObject({ outcome: "missed", missedAt: "2024-01-10T23:00:00.000Z" });
  });

  it("is missed in the period in which its limit lies, and in no other", () => {
    expect(surveyed("2022-01-10", dates, { period: "2024-01" })).toMatchObject({ outcome: "missed" });
    expect(surveyed("2022-01-10", dates, { period: "2023" })).toMatchObject({ outcome: "met" });
    expect(surveyed("2022-01-10", dates, { period: "2026" })).toMatchObject({ outcome: "met" });
  });
});

it("needs a figure, and says how it stands without one", () => {
  const staff = [{ id: "t1", from: "2026-05-01", trainings: [{ date: "2026-05-04" }, { date: "2026-05-04" }] }];
  const commitment: Cadence = { kind: "cadence", of: "staff.trainings", every: null };
  expect(verdict(commitment, { register: { staff }, asOf: "05-14 10:00" })).toEqual({
    outcome: "unmeasurable",
    reason: "no-figure",
    startedAt: "2026-04-30T22:00:00.000Z",
    dueAt: null,
    figures: { count: 1, last: "2026-05-04", longestGapDays: 10 },
  });
});
