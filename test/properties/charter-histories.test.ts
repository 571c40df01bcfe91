/**
 * Histories of the charter's cases with gaps, and events whose place within their instant is known (`seq`), judged by the
 * charter's simulator. Source: semantics §5.
 *
 * OUVREE_STRENGTH multiplies the number of batches, OUVREE_SEED chooses others; both are printed.
 */

import fc from "fast-check";
import { expect, it } from "vitest";
import { clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { evaluate } from "../../src/index.ts";
import { type Batch, incompleteBatches, sequencedBatches } from "../arbitraries/cases.ts";
import { patienceOf, runsOf, seedOr } from "../helpers/runs.ts";
import { differences } from "../oracle/charter/compare.ts";
import { simulate } from "../oracle/charter/simulator.ts";

const seed = seedOr(20260603);
const PATIENCE = patienceOf(120_000);
console.info(`charter histories: OUVREE_SEED=${seed}, ${runsOf(80)} batches in sequence, ${runsOf(25)} with gaps`);

function judge({ cases, asOf, register }: Batch): string[] {
  const beside = register === null ? { asOf } : { asOf, register };
  return differences(simulate(cases, asOf, register), evaluate(clipIndustrie, cases, beside));
}

function law(title: string, arbitrary: fc.Arbitrary<Batch>, numRuns: number): void {
  const property = fc.property(arbitrary, (batch) => {
    expect(judge(batch)).toEqual([]);
  });
  it(title, () => fc.assert(property, { numRuns, seed }), PATIENCE);
}

law("events of one instant are taken in the order of their seq", sequencedBatches(), runsOf(80));
law("of a history with gaps no more is told than every reading of it says", incompleteBatches(), runsOf(25));
