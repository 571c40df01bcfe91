/**
 * Events whose place within their instant is known (`seq`), judged by the simulator of policies. Source: semantics §5.
 *
 * OUVREE_STRENGTH multiplies the number of policies, OUVREE_SEED chooses others; both are printed.
 */

import fc from "fast-check";
import { expect, it } from "vitest";
import { definePolicy, evaluate } from "../../src/index.ts";
import { sequencedBatches } from "../arbitraries/policy-histories.ts";
import { patienceOf, runsOf, seedOr } from "../helpers/runs.ts";
import { type ActualEvaluation, differences } from "../oracle/policy/compare.ts";
import { simulate } from "../oracle/policy/simulator.ts";

const seed = seedOr(20260601);
const JUDGED = runsOf(250);
const PATIENCE = patienceOf(120_000);
console.info(`sequences: OUVREE_SEED=${seed}, ${JUDGED} policies`);

it(
  "the library takes the events of one instant in the order of their seq, as the simulator does, for every commitment",
  () => {
    fc.assert(
      fc.property(sequencedBatches(), ({ document, cases, asOf, register }) => {
        const beside = { asOf, segments: true, by: ["month", "customer", "kind"], ...(register && { register }) };
        const told = evaluate(definePolicy(document as never), cases as never, beside as never);
        const found = differences(simulate(document, cases, asOf, register), told as unknown as ActualEvaluation);
        expect(found).toEqual([]);
      }),
      { numRuns: JUDGED, seed },
    );
  },
  PATIENCE,
);
