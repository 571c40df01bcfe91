/**
 * Incomplete histories, judged by the simulator of policies, which tries every reading of them. Source: semantics §5.
 *
 * The first law is what nobody may break: no verdict and no member is told that a reading would change. The second: what no
 * reading changes is told, but for the cases of which the docs say that there may be no verdict. OUVREE_STRENGTH multiplies the number of policies, OUVREE_SEED chooses others; both are printed.
 */

import fc from "fast-check";
import { expect, it } from "vitest";
import { definePolicy, evaluate } from "../../src/index.ts";
import type { PolicyBatch } from "../arbitraries/policy-cases.ts";
import { incompleteBatches } from "../arbitraries/policy-histories.ts";
import { patienceOf, runsOf, seedOr } from "../helpers/runs.ts";
import { type ActualEvaluation, differences, falseClaims } from "../oracle/policy/compare.ts";
import { simulate } from "../oracle/policy/simulator.ts";
import { isCautious } from "./cautious-histories.ts";

const seed = seedOr(20260602);
const JUDGED = runsOf(25);
const PATIENCE = patienceOf(120_000);
console.info(`incomplete: OUVREE_SEED=${seed}, ${JUDGED} policies for each law`);

function told({ document, cases, asOf, register }: PolicyBatch): ActualEvaluation {
  const beside = { asOf, segments: true, by: ["month", "customer", "kind"], ...(register && { register }) };
  return evaluate(definePolicy(document as never), cases as never, beside as never) as unknown as ActualEvaluation;
}

function law(title: string, holds: (batch: PolicyBatch) => void): void {
  it(title, () => fc.assert(fc.property(incompleteBatches(), holds), { numRuns: JUDGED, seed }), PATIENCE);
}

law("no verdict and no member is told that a reading of the history would change", (batch) => {
  const { document, cases, asOf, register } = batch;
  expect(falseClaims(simulate(document, cases, asOf, register), told(batch))).toEqual([]);
});

law("what no reading changes is told, and rates count the rest as unmeasurable", (batch) => {
  const { document, asOf, register } = batch;
  const cases = batch.cases.filter((one) => !isCautious(document, one));
  expect(differences(simulate(document, cases, asOf, register), told({ ...batch, cases }))).toEqual([]);
});
