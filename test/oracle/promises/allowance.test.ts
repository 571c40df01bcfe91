/** Allowance: tiers, contract years, and what must follow help without training. */

import { describe, expect, it } from "vitest";
import type { Allowance } from "./document.ts";
import { ask, event, HOUR, request, summer, verdict } from "./examples.ts";
import type { Customer, Expected } from "./types.ts";

const USAGE: Allowance = {
  kind: "allowance",
  kinds: ["usage"],
  start: "called",
  help: "assisted",
  minutes: { trained: 30, untrained: 15 },
  per: "request",
  followUp: { when: "untrained", by: "sales-action", ends: "closed", within: null },
};
const YEARLY: Allowance = { ...USAGE, per: "contract-year" };
const ALPHA: Customer = {
  id: "alpha",
  contract: { from: "2024-02-29" },
  trained: [{ module: "stock", date: "2026-05-11" }],
};
const register = { customers: [ALPHA] };
const helped = (line: string, minutes: unknown, module?: string) =>
  event(`assisted ${line}`, { minutes, ...(module === undefined ? {} : { module }) });

const judged = (...events: Parameters<typeof request>[0]): Expected | undefined =>
  verdict(USAGE, { cases: [request(events)], register });

describe("a module", () => {
  it("counts as trained from the day after its training", () => {
    expect(judged("called 05-11 23:59", helped("05-12 09:30", 20))?.allowances).toEqual([
      { module: "stock", granted: 15, consumed: 20, overMinutes: 5, followUp: "due" },
    ]);
    expect(judged("called 05-12 00:00", helped("05-12 09:30", 20))).toMatchObject({
      outcome: "not-applicable",
      allowances: [{ module: "stock", granted: 30, consumed: 20, overMinutes: 0, followUp: "none" }],
    });
  });

  it("has a row each, in the order of the first help, before the call or after", () => {
    const rows = judged(
      helped("05-12 08:00", 4, "pay"),
      "called 05-12 09:00",
      helped("05-12 10:00", 6),
      helped("05-12 11:00", 9, "pay"),
    );
    expect(rows?.allowances).toEqual([
      { module: "pay", granted: 15, consumed: 13, overMinutes: 0, followUp: "due" },
      { module: "stock", granted: 30, consumed: 6, overMinutes: 0, followUp: "none" },
    ]);
  });
});

describe("what follows", () => {
  const call = "called 05-07 09:00";
  const help = helped("05-07 10:00", 10);

  it("is due, done or missing", () => {
    expect(judged(call, help)).toMatchObject({ outcome: "running", dueAt: null });
    expect(judged(call, help, "sales-action 05-11 10:00")).toMatchObject({
      outcome: "met",
      stoppedAt: summer("05-11 10:00"),
      figures: { minutes: 10, overMinutes: 0, followUpMs: 6 * HOUR },
    });
    expect(judged(call, help, "closed 05-11 10:00", "sales-action 05-11 10:00")).toMatchObject({ outcome: "met" });
    expect(judged(call, help, "closed 05-11 10:00", "sales-action 05-11 10:01")).toMatchObject({ outcome: "missed" });
    expect(judged(call, help, "closed 05-07 09:59")).toMatchObject({ outcome: "running" });
  });

  it("is late once its target has passed", () => {
    const within: Allowance = { ...USAGE, followUp: { ...USAGE.followUp, within: { hours: "PT4H", count: "open" } } };
    const cases = [request([call, help])];
    // From 10:00: two hours to noon, two to 16:00.
    expect(verdict(within, { cases, register, asOf: "05-07 16:00" })).toMatchObject({
      outcome: "running",
      dueAt: summer("05-07 16:00"),
    });
    expect(verdict(within, { cases, register, asOf: "05-07 16:00:00.001" })).toMatchObject({ outcome: "missed" });
  });
});

describe("a contract year", () => {
  const at = (id: string, day: string, minutes: number) =>
    request([`called ${day} 09:00`, helped(`${day} 10:00`, minutes)], { id });

  it("gives what the earlier cases have left, and no less than nothing", () => {
    const cases = [at("b", "05-06", 10), at("a", "05-06", 10), at("c", "05-07", 1)];
    const { told } = ask(YEARLY, { cases, register });
    expect(told.map(({ id, expected }) => [id, expected.allowances?.[0]?.granted])).toEqual([
      ["b", 5],
      ["a", 15],
      ["c", 0],
    ]);
  });

  it("begins on 28 February where there is no 29", () => {
    const cases = [at("a", "02-27", 10), at("b", "02-28", 10), at("c", "03-01", 10)];
    const { told } = ask(YEARLY, { cases, register });
    expect(told.map(({ expected }) => expected.allowances?.[0]?.granted)).toEqual([15, 15, 5]);
  });
});

it("asks in this order: start, cancelled, register, customer, module, minutes", () => {
  const reasonOf = (one: ReturnType<typeof request>, beside: object = { register }) =>
    verdict(USAGE, { cases: [one], ...beside });
  const call = "called 05-07 09:00";
  expect(reasonOf(request([helped("05-07 10:00", 5)]))).toMatchObject({ reason: "missing-event" });
  expect(reasonOf(request([call, helped("05-07 10:00", 5), "cancelled 05-07 11:00"]))).toMatchObject({
    outcome: "not-applicable",
    allowances: [{ module: "stock", granted: 15, consumed: 0, overMinutes: 0, followUp: "none" }],
  });
  expect(reasonOf(request([call]), { register: null })).toMatchObject({ reason: "no-register" });
  expect(reasonOf(request([call], { customer: "nobody" }))).toMatchObject({ reason: "unknown-customer" });
  const { module: _, ...without } = request([call, event("assisted 05-07 10:00")]);
  expect(reasonOf(without)).toMatchObject({ reason: "module-missing" });
  expect(reasonOf(request([call, helped("05-07 10:00", "ten")]))).toMatchObject({ reason: "minutes-missing" });
});
