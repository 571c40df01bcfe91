/**
 * The generators on trial: do they reach what is hard often enough for a thousand runs to mean something?
 *
 * A fixed seed, so the counts never change until the generators do.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REOPENED_ID } from "../arbitraries/rules.ts";
import { scenarios } from "../arbitraries/scenarios.ts";
import { dateOf } from "../oracle/civil.ts";
import { closesWhole, partDaysOfClosures } from "../oracle/closures.ts";
import { allLists, canPassMidnight, openWindowsOfDay, partDaysOf, windowsOfDay } from "../oracle/day.ts";
import type { Definition, Exceptions, Rules } from "../oracle/definition.ts";
import { exceptionOn } from "../oracle/exceptions.ts";
import { isHoliday, partDaysOfHolidays } from "../oracle/holidays.ts";
import { createOracle } from "../oracle/oracle.ts";
import { reachOf } from "../oracle/reach.ts";
import { kindOfSpan, spanHas } from "../oracle/span.ts";
import { allInForce, inForce } from "../oracle/versions.ts";
import type { CivilWindow } from "../oracle/window.ts";
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
  | "reopened by its id"
  | "reopened over a part-day closure"
  | "French zone"
  | "part of a day closed by a closure"
  | "part of a day closed by a list"
  | "part-day closure of a night"
  | "part-day closure that leaves nothing"
  | "night before cut"
  | "night before cut by a list"
  | "night before cut to midnight"
  | "night before cut in two"
  | "night of an exception cut"
  | "night before cut under an exception"
  | "night before cut on a reopened date"
  | "night before cut on a holiday or a closed date"
  | "night before cut by a version that begins"
  | "closed by a range"
  | "closed by a yearly date"
  | "closed by a yearly range"
  | "closed over New Year"
  | "exception of a date"
  | "exception of a range"
  | "exception of a yearly date"
  | "exception of a yearly range"
  | "exception over New Year"
  | "exception by weekday"
  | "exceptions of two kinds"
  | "exceptions of one kind, the version's and the calendar's"
  | "29 February"
  | "version"
  | "three versions"
  | "version with other hours"
  | "version with other holidays"
  | "version with other reopened dates"
  | "version with closures"
  | "version with exceptions"
  | "version that changes nothing"
  | "first date of a version"
  | "reach that a version shortens"
  | "reach that a version lengthens"
  | "version beyond reach"
  | "nights in a version alone"
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
    if (canPassMidnight(definition)) found.add("overnight");
    if (Object.entries(definition.week).some(([key, windows]) => key === "mon-sun" && windows[0] === "00:00-24:00"))
      found.add("always open");
    if (allLists(definition).some((windows) => windows.length > 15)) found.add("many windows");
    if (
      allLists(definition)
        .flat()
        .some((text) => ["12:00-12:01", "00:00-00:01", "23:59-24:00", "02:30-02:31"].includes(text))
    )
      found.add("single minute");
    if (definition.closures !== undefined) found.add("closure");
    if (definition.reopen !== undefined) found.add("reopened");
    if (allInForce(definition).some(({ reopen }) => reopen.includes(REOPENED_ID))) found.add("reopened by its id");
    if ((definition.holidays ?? []).some((source) => typeof source === "string")) found.add("French zone");
    for (const feature of versionFeatures(definition)) found.add(feature);
    for (const t of instants) {
      const day = dayAt(zone, t);
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
      for (const feature of dateFeatures(definition, day)) found.add(feature);
      for (const feature of nightFeatures(definition, day)) found.add(feature);
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

function* versionFeatures(definition: Definition): Generator<Feature> {
  const { versions = [], ...calendar } = definition;
  if (versions.length === 0) return;
  yield "version";
  if (versions.length === 3) yield "three versions";
  const says = (key: keyof Rules): boolean => versions.some((version) => version[key] !== undefined);
  if (says("week")) yield "version with other hours";
  if (says("holidays")) yield "version with other holidays";
  if (says("reopen")) yield "version with other reopened dates";
  if (says("closures")) yield "version with closures";
  if (says("exceptions")) yield "version with exceptions";
  if (versions.some(({ from: _, name: __, ...rules }) => Object.keys(rules).length === 0))
    yield "version that changes nothing";
  const [without, reach] = [reachOf(calendar), reachOf(definition)];
  if (reach.from > without.from || reach.to < without.to) yield "reach that a version shortens";
  if (reach.from < without.from || reach.to > without.to) yield "reach that a version lengthens";
  if (versions.some(({ from }) => from > reach.to)) yield "version beyond reach";
  if (canPassMidnight(definition) && !canPassMidnight(calendar)) yield "nights in a version alone";
}

/** What a part-day closure of the date takes from the tail of the night before. */
function* nightFeatures(definition: Definition, day: number): Generator<Feature> {
  const [given, left] = [windowsOfDay(definition, day - 1), openWindowsOfDay(definition, day - 1)];
  if (minutesOf(given) === minutesOf(left)) return;
  yield "night before cut";
  const date = dateOf(day);
  const { from, holidays, closures, exceptions, reopen } = inForce(definition, date);
  if (partDaysOfHolidays(holidays, date).length > 0) yield "night before cut by a list";
  if (left.every(({ endMin }) => endMin <= 1440)) yield "night before cut to midnight";
  if (left.length > given.length) yield "night before cut in two";
  const before = dateOf(day - 1);
  if (exceptionOn(inForce(definition, before).exceptions, before) !== undefined) yield "night of an exception cut";
  if (exceptionOn(exceptions, date) !== undefined) yield "night before cut under an exception";
  else if (reopen.includes(date)) yield "night before cut on a reopened date";
  else if (isHoliday(definition, date) || closesWhole(closures, date))
    yield "night before cut on a holiday or a closed date";
  if (definition.versions !== undefined && from === date) yield "night before cut by a version that begins";
}

const minutesOf = (windows: readonly CivilWindow[]): number =>
  windows.reduce((sum, { startMin, endMin }) => sum + endMin - startMin, 0);

function* dateFeatures(definition: Definition, day: number): Generator<Feature> {
  const date = dateOf(day);
  const { from, week, holidays, closures, exceptions, reopen } = inForce(definition, date);
  if (date.endsWith("-02-29")) yield "29 February";
  if (definition.versions !== undefined && from === date) yield "first date of a version";
  const exception = exceptionOn(exceptions, date);
  if (exception !== undefined) {
    yield windowsOfDay(definition, day).length > 0 ? "exception that opens" : "exception that closes";
    yield `exception of a ${kindOfSpan(exception.span)}`;
    if (isOverNewYear(exception.span)) yield "exception over New Year";
    if (!Array.isArray(exception.hours)) yield "exception by weekday";
    const [own = [], calendars = []] = exceptions.map((list) => kindsOn(list, date));
    if (new Set([...own, ...calendars]).size > 1) yield "exceptions of two kinds";
    if (own.some((kind) => calendars.includes(kind))) yield "exceptions of one kind, the version's and the calendar's";
    return;
  }
  const parts = partDaysOf(definition, date);
  if (reopen.includes(date)) {
    if (parts.length > 0) yield "reopened over a part-day closure";
    return;
  }
  const isWhole = isHoliday(definition, date);
  if (isWhole) yield "holiday";
  for (const closure of closures.filter((one) => closesWhole([one], date))) {
    const span = typeof closure === "string" ? closure : "date" in closure ? closure.date : rangeOf(closure);
    const kind = kindOfSpan(span);
    if (kind !== "date") yield `closed by a ${kind}`;
    if (isOverNewYear(span)) yield "closed over New Year";
  }
  if (isWhole || closesWhole(closures, date)) return;
  const uncut = windowsOfDay({ timeZone: "UTC", week }, day);
  const left = windowsOfDay(definition, day);
  if (minutesOf(left) === minutesOf(uncut)) return;
  if (partDaysOfClosures(closures, date).length > 0) yield "part of a day closed by a closure";
  if (partDaysOfHolidays(holidays, date).length > 0) yield "part of a day closed by a list";
  if (uncut.some(({ endMin }) => endMin > 1440)) yield "part-day closure of a night";
  if (left.length === 0) yield "part-day closure that leaves nothing";
}

function rangeOf({ from, to }: { from: string; to: string }): string {
  return `${from}/${to}`;
}

function kindsOn(list: Exceptions, date: string): string[] {
  return Object.keys(list)
    .filter((span) => spanHas(span, date))
    .map(kindOfSpan);
}

function isOverNewYear(span: string): boolean {
  const [from = "", to = ""] = span.split("/");
  return kindOfSpan(span) === "yearly range" && from > to;
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
  "reopened by its id": 60,
  "reopened over a part-day closure": 20,
  "part of a day closed by a closure": 120,
  "part of a day closed by a list": 50,
  "part-day closure of a night": 50,
  "part-day closure that leaves nothing": 40,
  "night before cut": 60,
  "night before cut by a list": 12,
  "night before cut to midnight": 6,
  "night before cut in two": 35,
  "night of an exception cut": 12,
  "night before cut under an exception": 12,
  "night before cut on a reopened date": 6,
  "night before cut on a holiday or a closed date": 8,
  "night before cut by a version that begins": 2,
  "closed by a range": 100,
  "closed by a yearly date": 30,
  "closed by a yearly range": 100,
  "closed over New Year": 5,
  "exception of a date": 300,
  "exception of a range": 160,
  "exception of a yearly date": 60,
  "exception of a yearly range": 140,
  "exception over New Year": 6,
  "exception by weekday": 170,
  "exceptions of two kinds": 80,
  "exceptions of one kind, the version's and the calendar's": 8,
  "29 February": 4,
  version: 700,
  "three versions": 220,
  "version with other hours": 500,
  "version with other holidays": 500,
  "version with other reopened dates": 350,
  "version with closures": 500,
  "version with exceptions": 500,
  "version that changes nothing": 40,
  "first date of a version": 150,
  "reach that a version shortens": 210,
  "reach that a version lengthens": 160,
  "version beyond reach": 60,
  "nights in a version alone": 210,
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
