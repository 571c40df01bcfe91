/**
 * The generators on trial: do they reach what is hard often enough for a thousand runs to mean something?
 *
 * A fixed seed, so the counts never change until the generators do.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenarios } from "../arbitraries/scenarios.ts";
import { dateOf } from "../oracle/civil.ts";
import { canPassMidnight, windowsOfDay } from "../oracle/day.ts";
import { isHoliday } from "../oracle/holidays.ts";
import { createOracle } from "../oracle/oracle.ts";
import { changesBetween, dayAt, isShown, startOfDay } from "../oracle/zone.ts";

const SAMPLES = 2000;
const SEED = 20260329;

/** What a sample may hit; each counted once per sample. */
type Feature =
  | "clock-change day"
  | "gap"
  | "fold"
  | "half-hour change"
  | "skipped date"
  | "overnight"
  | "always open"
  | "many windows"
  | "single minute"
  | "holiday"
  | "exception that opens"
  | "exception that closes"
  | "closure"
  | "reopened"
  | "French zone"
  | "exact edge"
  | "millisecond before an edge"
  | "first instant of reach"
  | "last instant of reach"
  | "no duration"
  | "one millisecond"
  | "duration exact to an edge"
  | "long duration";

function count(): Map<Feature, number> {
  const counts = new Map<Feature, number>();
  for (const sample of fc.sample(scenarios(), { seed: SEED, numRuns: SAMPLES })) {
    const found = new Set<Feature>();
    const { definition, instants, durations } = sample;
    const zone = definition.timeZone;
    const oracle = createOracle(definition);
    const lists = [...Object.values(definition.week), ...Object.values(definition.exceptions ?? {})];
    if (canPassMidnight(definition)) found.add("overnight");
    if (Object.entries(definition.week).some(([key, windows]) => key === "mon-sun" && windows[0] === "00:00-24:00"))
      found.add("always open");
    if (lists.some((windows) => windows.length > 15)) found.add("many windows");
    if (lists.flat().some((text) => ["12:00-12:01", "00:00-00:01", "23:59-24:00", "02:30-02:31"].includes(text)))
      found.add("single minute");
    if (definition.closures !== undefined) found.add("closure");
    if (definition.reopen !== undefined) found.add("reopened");
    if ((definition.holidays ?? []).some((source) => typeof source === "string")) found.add("French zone");
    for (const t of instants) {
      const day = dayAt(zone, t);
      const date = dateOf(day);
      const changes = changesBetween(zone, startOfDay(zone, day), startOfDay(zone, day + 1) + 1);
      if (changes.length > 0) found.add("clock-change day");
      if (changes.some(({ beforeMs, afterMs }) => Math.abs(afterMs - beforeMs) === 1_800_000))
        found.add("half-hour change");
      // A gap has no inside: one is in it at its instant and a millisecond either side.
      if (changes.some(({ atMs, beforeMs, afterMs }) => afterMs > beforeMs && Math.abs(t - atMs) <= 1))
        found.add("gap");
      if (changes.some(({ atMs, beforeMs, afterMs }) => afterMs < beforeMs && Math.abs(t - atMs) <= beforeMs - afterMs))
        found.add("fold");
      if (!isShown(zone, day + 1) || !isShown(zone, day - 1)) found.add("skipped date");
      const exception = definition.exceptions?.[date];
      if (exception === undefined && isHoliday(definition, date)) found.add("holiday");
      if (exception !== undefined)
        found.add(windowsOfDay(definition, day).length > 0 ? "exception that opens" : "exception that closes");
      if (t === oracle.reach.startMs) found.add("first instant of reach");
      if (t === oracle.reach.endMs - 1) found.add("last instant of reach");
      if (t <= oracle.reach.startMs || t >= oracle.reach.endMs - 1) continue;
      if (oracle.isOpen(t) !== oracle.isOpen(t - 1)) found.add("exact edge");
      if (oracle.isOpen(t) !== oracle.isOpen(t + 1)) found.add("millisecond before an edge");
    }
    for (const duration of durations) {
      if (duration === 0) found.add("no duration");
      if (duration === 1) found.add("one millisecond");
      if (duration > 200 * 3_600_000) found.add("long duration");
      if (
        duration > 0 &&
        usedUpAtAnEdge(() => [oracle.add(instants[0], duration), oracle.add(instants[0], duration, "far")])
      )
        found.add("duration exact to an edge");
    }
    for (const feature of found) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return counts;
}

/** The near and the far edge differ exactly when the duration ends at a closing. Beyond reach there is no telling. */
function usedUpAtAnEdge(edges: () => [near: number, far: number]): boolean {
  try {
    const [near, far] = edges();
    return near !== far;
  } catch {
    return false;
  }
}

/** At least this many samples of the 2,000. */
const BOUNDS: Readonly<Record<Feature, number>> = {
  "clock-change day": 800,
  gap: 200,
  fold: 300,
  "half-hour change": 80,
  "skipped date": 75,
  overnight: 800,
  "always open": 25,
  "many windows": 250,
  "single minute": 450,
  holiday: 350,
  "exception that opens": 350,
  "exception that closes": 90,
  closure: 800,
  reopened: 150,
  "French zone": 250,
  "exact edge": 750,
  "millisecond before an edge": 650,
  "first instant of reach": 300,
  "last instant of reach": 150,
  "no duration": 300,
  "one millisecond": 300,
  "duration exact to an edge": 650,
  "long duration": 180,
};

describe("the generators", () => {
  const counts = count();
  for (const [feature, least] of Object.entries(BOUNDS) as [Feature, number][]) {
    it(`hit "${feature}" in at least ${least} of ${SAMPLES} samples`, () => {
      expect(counts.get(feature) ?? 0).toBeGreaterThanOrEqual(least);
    });
  }
});
