/**
 * The example year under the charter and under its goals: judged as a count by hand says, and with every outcome that
 * the kind of each commitment admits.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import { readCases } from "../../../src/import/index.ts";
import { definePolicy, type Evaluation, evaluate, type PolicyDocument, type Result } from "../../../src/index.ts";
import { countYear, type Verdicts } from "../../oracle/example-year/count.ts";

const examples = fileURLToPath(new URL("../../../examples", import.meta.url));
const read = (name: string): string => readFileSync(join(examples, name), "utf8");
const csv = read("tickets.csv");
const register = JSON.parse(read("register.json"));
const goals: PolicyDocument = parse(read("clip-industrie-goals.yaml"));
const { cases } = readCases(csv);
const AS_OF = "2026-10-31T18:00:00+01:00";

const judged = new Map<string | undefined, Evaluation>();
/** The year under the goals, whole or for a period. */
function year(period?: string): Evaluation {
  const known = judged.get(period);
  if (known !== undefined) return known;
  const options = { asOf: AS_OF, register, ...(period === undefined ? {} : { period }) };
  const evaluation = evaluate(definePolicy(goals), cases, options);
  judged.set(period, evaluation);
  return evaluation;
}

const IS_SHARE = new Set(["remote-work", "survey-by-mail"]);
const open = ({ outcome }: { readonly outcome: string }): string =>
  outcome === "running" || outcome === "paused" ? "open" : outcome;

/** All verdicts of an evaluation, by commitment and id. */
function verdictsOf({ cases: results, register: subjects = [] }: Evaluation): Verdicts {
  const verdicts: Record<string, Record<string, string[]>> = {};
  const all: readonly { id: string; commitments: Readonly<Record<string, Result>> }[] = [...results, ...subjects];
  for (const { id, commitments } of all)
    for (const [commitment, result] of Object.entries(commitments)) {
      const each = IS_SHARE.has(commitment) ? (result.cycles ?? [result]) : [result];
      verdicts[commitment] = { ...verdicts[commitment], [id]: each.map(open) };
    }
  return verdicts as Verdicts;
}

describe("the goals", () => {
  it("are the preset with figures where its text has none, and nothing else", () => {
    const { otherReadings: _, ...preset } = clipIndustrieDefinition;
    const within = { days: "P10D", count: "working", until: "midnight", rollToOpen: true };
    const month = { days: "P30D", count: "calendar", until: "midnight", rollToOpen: true };
    const figures: Readonly<Record<string, object>> = {
      opening: { goal: 0.99 },
      usage: { followUp: { when: "untrained", by: "sales-action", ends: "closed", within } },
      "staff-training": { every: "P1Y", goal: 0.8 },
      "staff-assessment": { every: "P1Y", goal: 0.8 },
      "training-advice": { count: 3, months: 6, within: month, goal: 0.9 },
      history: { goal: 0.99 },
      "survey-publication": { every: "P1Y" },
    };
    const commitments = Object.fromEntries(
      Object.entries(preset.commitments).map(([id, promise]) => [id, { ...promise, ...figures[id] }]),
    );
    const { policy, title } = goals;
    expect(goals).toEqual({ ...preset, policy, title, commitments });
  });
});

describe("the year", () => {
  it("is judged, case by case and commitment by commitment, as a count by hand says", () => {
    const counted = countYear(csv, register, AS_OF, goals.policy);
    const verdicts = verdictsOf(year());
    expect(Object.keys(verdicts).sort()).toEqual(Object.keys(goals.commitments).sort());
    for (const id of Object.keys(goals.commitments)) expect([id, verdicts[id]]).toEqual([id, counted[id]]);
  });

  /**
   * What the kind of each commitment admits, and for which periods the year shows it; the whole year unless said. One subject,
   * the service, has one outcome at a time. What is not there: a cadence without a beginning of its own has no date to
   * run from, evidence either is valid or is not, and events and surveys are of one sort or the other at once.
   */
  const ADMITTED: Readonly<Record<string, readonly (readonly [outcome: string, period?: string])[]>> = {
    opening: [["met"], ["missed", "2026-02"], ["running", "2026"]],
    installation: [["met"], ["missed"], ["running"]],
    anomaly: [["met"], ["missed"], ["running"], ["paused"]],
    usage: [["met"], ["missed"], ["running"], ["unmeasurable"]],
    "specific-request": [["met"], ["missed"], ["running"], ["unmeasurable"]],
    "web-form": [["met"], ["missed"], ["running"]],
    "web-form-same-day": [["met"], ["missed"], ["running"]],
    callback: [["met"], ["missed"], ["running"]],
    "staff-training": [["met"], ["missed"], ["running"]],
    "staff-assessment": [["met"], ["missed"], ["running"]],
    survey: [["met"], ["missed"], ["running"]],
    "opinion-form": [["met"], ["missed", "2026-01"], ["unmeasurable", "2024"]],
    "training-advice": [["met"], ["missed"], ["running"]],
    history: [["met"], ["missed"], ["running"]],
    "survey-publication": [["missed"], ["met", "2026"], ["unmeasurable", "2023"]],
    "remote-work": [["met"], ["missed"], ["unmeasurable"]],
    "survey-by-mail": [["met"], ["missed"], ["unmeasurable"]],
  };

  it("speaks of all seventeen commitments", () => {
    expect(Object.keys(ADMITTED)).toEqual(Object.keys(clipIndustrieDefinition.commitments));
  });

  it.each(
    Object.entries(ADMITTED).flatMap(([id, admitted]) => admitted.map(([outcome, period]) => [id, outcome, period])),
  )("%s: something is %s (%s)", (id, outcome, period) => {
    const { counts } = year(period).rates[id!]!;
    expect(counts[outcome as keyof typeof counts]).toBeGreaterThan(0);
  });

  it("is kept in most cases: what has a rate over many has some 97 of 100, and each is above 95", () => {
    const { rates } = year();
    const many = Object.entries(rates).filter(
      ([id, { met, missed }]) => met + missed > 20 && id !== "web-form-same-day",
    );
    expect(many.map(([id]) => id)).toHaveLength(10);
    for (const [id, { rate }] of many) expect([id, rate! >= 0.95]).toEqual([id, true]);
    expect(many.reduce((sum, [, { rate }]) => sum + rate!, 0) / many.length).toBeCloseTo(0.97, 2);
  });

  it("keeps all goals in 2026, and breaks one over all: the results of 2025 were published late", () => {
    const broken = (period?: string) =>
      Object.entries(year(period).rates)
        .filter(([, { rate, goal }]) => rate !== null && rate < (goal ?? 0.95))
        .map(([id]) => id);
    expect([broken("2026"), broken()]).toEqual([[], ["survey-publication"]]);
  });
});
