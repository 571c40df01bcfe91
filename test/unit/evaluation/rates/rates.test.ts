/**
 * Rates over many cases: bounds while some are open, and the interval of a small sample.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import type { Case, Rate } from "../../../../src/index.ts";
import { charterWith, request, tell } from "../telling.ts";

const met = (i: number): Case => request("anomaly", ["called 06-01 09:00", "assisted 06-01 10:00"], { id: `met ${i}` });
const missed = (i: number): Case =>
  request("anomaly", ["called 06-01 09:00", "assisted 06-01 16:00"], { id: `missed ${i}` });
const running = (i: number): Case => request("anomaly", ["called 06-30 16:00"], { id: `running ${i}` });
const paused = (i: number): Case =>
  request("anomaly", ["called 06-30 16:00", "paused 06-30 16:05"], { id: `paused ${i}` });
const times = (count: number, of: (i: number) => Case): Case[] => Array.from({ length: count }, (_, i) => of(i));

function rate(...cases: readonly (readonly Case[])[]): Rate {
  const found = tell(cases.flat(), { asOf: "06-30 16:30" }).rates["anomaly"];
  if (found === undefined) throw new Error("no rate");
  return found;
}

describe("a rate", () => {
  it("of nothing decided is null, with no interval", () => {
    for (const nothing of [rate(), rate(times(3, running))]) {
      expect(nothing.rate).toBeNull();
      expect(nothing.interval).toBeUndefined();
    }
    expect(rate().bounds).toBeUndefined();
    expect(rate(times(3, running)).bounds).toEqual({ low: 0, high: 1 });
  });

  it("lies between what it is if all open cases are missed, and if all are met", () => {
    const { rate: now, bounds } = rate(times(6, met), times(2, missed), times(1, running), times(1, paused));
    expect(now).toBe(0.75);
    expect(bounds).toEqual({ low: 0.6, high: 0.8 });
  });

  it("has no bounds when nothing is open", () => {
    expect(rate(times(6, met), times(2, missed)).bounds).toBeUndefined();
  });

  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
  // table I, method 3 (Wilson's score), to four decimals.
  it.each([
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %d in %d has the published interval from %d to %d", (part, of, low, high) => {
    const { interval } = rate(times(part, met), times(of - part, missed));
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
    // And its mirror.
    const mirror = rate(times(of - part, met), times(part, missed)).interval;
    expect(mirror?.low).toBeCloseTo(1 - high, 4);
    expect(mirror?.high).toBeCloseTo(1 - low, 4);
  });

  it("of any sample has an interval that holds it, within 0 and 1", () => {
    for (let decided = 1; decided < 30; decided++) {
      for (let part = 0; part <= decided; part++) {
        const { rate: share, interval } = rate(times(part, met), times(decided - part, missed));
        expect(interval?.low).toBeGreaterThanOrEqual(0);
        expect(interval?.high).toBeLessThanOrEqual(1);
        expect(interval?.low).toBeLessThanOrEqual(share!);
        expect(interval?.high).toBeGreaterThanOrEqual(share!);
      }
    }
  });

  it("of a large sample has none", () => {
    expect(rate(times(900, met), times(100, missed))).toMatchObject({ rate: 0.9 });
    expect(rate(times(900, met), times(100, missed)).interval).toBeUndefined();
  });

  it("carries the policy's goal, and none that the policy does not set", () => {
    expect(tell([]).rates["web-form-same-day"]?.goal).toBe(0.6);
    expect("goal" in (tell([]).rates["anomaly"] ?? {})).toBe(false);
    expect(tell([], { policy: charterWith({ anomaly: { goal: 0 } }) }).rates["anomaly"]?.goal).toBe(0);
  });

  it("stands for every commitment of the policy, also where there is no case", () => {
    expect(Object.keys(tell([]).rates).sort()).toEqual(Object.keys(clipIndustrieDefinition.commitments).sort());
  });
});
