/**
 * The evaluation against an independent simulator that lets the charter's clocks run minute by minute.
 *
 * OUVREE_STRENGTH multiplies the number of batches, OUVREE_SEED chooses others; both are printed.
 */

import fc from "fast-check";
import { expect, it } from "vitest";
import { clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { evaluate } from "../../src/index.ts";
import type { Batch } from "../arbitraries/cases.ts";
import { batches } from "../arbitraries/cases.ts";
import { patienceOf, runsOf, seedOr } from "../helpers/runs.ts";
import { differences } from "../oracle/charter/compare.ts";
import { iso, parseInstant } from "../oracle/charter/paris.ts";
import { simulate } from "../oracle/charter/simulator.ts";

const seed = seedOr(20260507);
const BATCHES = runsOf(200);
const SWEEPS = runsOf(100);
const PATIENCE = patienceOf(120_000);
console.info(`evaluation: OUVREE_SEED=${seed}, ${BATCHES} batches and ${SWEEPS} sweeps`);

function judge({ cases, asOf, register }: Batch): string[] {
  const beside = register === null ? { asOf } : { asOf, register };
  return differences(simulate(cases, asOf, register), evaluate(clipIndustrie, cases, beside));
}

/** Every instant about which the results of the batch say something. */
function tellingInstants({ cases, asOf, register }: Batch): number[] {
  const told = new Set(cases.flatMap(({ events }) => events.map(({ at }) => parseInstant(at))));
  const last = iso(Math.max(parseInstant(asOf), ...told));
  for (const { commitments } of simulate(cases, last, register).cases) {
    for (const { dueAt, missedAt, dueFrom } of Object.values(commitments)) {
      for (const instant of [dueAt, missedAt, dueFrom]) if (instant) told.add(parseInstant(instant));
    }
  }
  return [...told];
}

it(
  "agrees with the simulator on every field of every case, and on the rates",
  () => {
    fc.assert(
      fc.property(batches(), (batch) => {
        expect(judge(batch)).toEqual([]);
      }),
      { numRuns: BATCHES, seed },
    );
  },
  PATIENCE,
);

it(
  "agrees at every instant that matters to a few cases, and one millisecond to either side",
  () => {
    fc.assert(
      fc.property(batches(3), (batch) => {
        for (const instant of tellingInstants(batch)) {
          for (const asOf of [instant - 1, instant, instant + 1])
            expect(judge({ ...batch, asOf: iso(asOf) })).toEqual([]);
        }
      }),
      { numRuns: SWEEPS, seed },
    );
  },
  PATIENCE,
);
