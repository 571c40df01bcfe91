/**
 * Laws of policies: random documents, judged by a simulator that knows the contract alone and by the laws of clocks.
 *
 * OUVREE_STRENGTH multiplies the number of policies, OUVREE_SEED chooses others; both are printed.
 */

import fc from "fast-check";
import { expect, it } from "vitest";
import type { PolicyDocument } from "../../src/index.ts";
import { definePolicy, evaluate, type Policy } from "../../src/index.ts";
import { type PolicyBatch, policyBatches } from "../arbitraries/policy-cases.ts";
import { patienceOf, runsOf, seedOr } from "../helpers/runs.ts";
import { type ActualEvaluation, differences, type Fields } from "../oracle/policy/compare.ts";
import { parseInstant, simulate } from "../oracle/policy/simulator.ts";
import type { CaseInput } from "../oracle/policy/types.ts";
import { iso } from "../oracle/policy/verdict.ts";
import { longer } from "./longer-targets.ts";

const seed = seedOr(20260529);
const JUDGED = runsOf(1000);
const TRIED = runsOf(60);
const PATIENCE = patienceOf(300_000);
console.info(`policies: OUVREE_SEED=${seed}, ${JUDGED} policies judged and ${TRIED} tried for each law`);

function told(policy: Policy, { cases, register }: PolicyBatch, asOf: string): ActualEvaluation {
  const beside = {
    asOf,
    segments: true,
    by: ["month", "customer", "kind"],
    ...(register === null ? {} : { register }),
  };
  return evaluate(policy, cases as never, beside as never) as unknown as ActualEvaluation;
}

/** The results by case and commitment, without those of namesakes. */
function results({ cases }: ActualEvaluation): Map<string, Fields> {
  const ids = cases.map(({ id }) => id);
  const single = cases.filter(({ id }) => ids.indexOf(id) === ids.lastIndexOf(id));
  return new Map(
    single.flatMap(({ id, commitments }) =>
      Object.entries(commitments).map(([commitment, one]): [string, Fields] => [`${id} ${commitment}`, one as Fields]),
    ),
  );
}

function law(title: string, runs: number, holds: (batch: PolicyBatch) => void, maxCases?: number): void {
  it(title, () => fc.assert(fc.property(policyBatches(maxCases), holds), { numRuns: runs, seed }), PATIENCE);
}

law("the library agrees with the simulator on every field of every case, and on the rates", JUDGED, (batch) => {
  const { document, cases, asOf, register } = batch;
  expect(differences(simulate(document, cases, asOf, register), told(definePolicy(document), batch, asOf))).toEqual([]);
});

const asSeen = (cases: readonly CaseInput[], asOf: string): CaseInput[] =>
  cases.map((one) => ({ ...one, events: one.events.filter(({ at }) => parseInstant(at) <= parseInstant(asOf)) }));

law("an event after asOf is invisible", TRIED, (batch) => {
  const policy = definePolicy(batch.document);
  const without = { ...batch, cases: asSeen(batch.cases, batch.asOf) };
  const [all, seen] = [told(policy, batch, batch.asOf), told(policy, without, batch.asOf)];
  expect([seen.cases, seen.rates, seen.notYet]).toEqual([all.cases, all.rates, all.notYet]);
});

/** The other way round, but for the events of one instant. */
function turned(cases: readonly CaseInput[]): CaseInput[] {
  const turnedEvents = ({ events }: CaseInput): CaseInput["events"] => {
    const instants = [...new Set(events.map(({ at }) => parseInstant(at)))].reverse();
    return instants.flatMap((t) => events.filter(({ at }) => parseInstant(at) === t));
  };
  return cases.map((one) => ({ ...one, events: turnedEvents(one) })).reverse();
}

law("the order of cases, and of events of different instants, changes nothing", TRIED, (batch) => {
  const policy = definePolicy(batch.document);
  const other = told(policy, { ...batch, cases: turned(batch.cases) }, batch.asOf);
  expect(results(other)).toEqual(results(told(policy, batch, batch.asOf)));
});

law("a longer target never turns met into missed", TRIED, (batch) => {
  const short = results(told(definePolicy(batch.document), batch, batch.asOf));
  const long = results(told(definePolicy(longer(batch.document)), batch, batch.asOf));
  const turnedOver = [...short].filter(([key, { outcome }]) => outcome === "met" && long.get(key)?.outcome !== "met");
  expect(turnedOver.map(([key]) => key)).toEqual([]);
});

/** What only grows while time goes by. */
const GROWING = ["elapsedMs", "remainingMs", "overrunMs", "elapsedDays", "segments"];
const withoutGrowing = (result: Fields | undefined): unknown =>
  JSON.parse(JSON.stringify(result ?? null, (key, value) => (GROWING.includes(key) ? undefined : value)));

/** Instants at which a version begins say enough: it may give another calendar of the same hours. */
function mayPass(document: PolicyDocument, { dueAt, nextChangeAt }: Fields, t: number): boolean {
  return (
    dueAt === nextChangeAt || (document.versions ?? []).some(({ from }) => Math.abs(Date.parse(from) - t) < 86_400_000)
  );
}

law(
  "nothing but the growing figures changes before nextChangeAt, and something does at it",
  TRIED,
  (batch) => {
    const policy = definePolicy(batch.document);
    const seen = { ...batch, cases: asSeen(batch.cases, batch.asOf) };
    const now = results(told(policy, seen, batch.asOf));
    for (const [key, result] of now) {
      if (typeof result.nextChangeAt !== "string") continue;
      const [from, to] = [parseInstant(batch.asOf), parseInstant(result.nextChangeAt)];
      const at = (t: number): unknown => withoutGrowing(results(told(policy, seen, iso(t))).get(key));
      for (const t of new Set([from + 1, Math.floor((from + to) / 2), to - 1])) {
        if (t > from && t < to) expect([key, iso(t), at(t)]).toEqual([key, iso(t), withoutGrowing(result)]);
      }
      if (!mayPass(batch.document, result, to)) expect([key, at(to)]).not.toEqual([key, withoutGrowing(result)]);
    }
  },
  3,
);
