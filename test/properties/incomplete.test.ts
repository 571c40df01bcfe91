/**
 * Incomplete histories, judged by the simulator of policies, which tries every reading of them. Source: semantics §5.
 *
 * The first law is what nobody may break: no verdict and no member is told that a reading would change. The second: what no
 * reading changes is told. OUVREE_RUNS multiplies the number of policies, OUVREE_SEED chooses others; both are printed.
 */

import fc from "fast-check";
import { expect, it } from "vitest";
import { definePolicy, evaluate } from "../../src/index.ts";
import type { PolicyBatch } from "../arbitraries/policy-cases.ts";
import { incompleteBatches } from "../arbitraries/policy-histories.ts";
import { seedOr } from "../helpers/runs.ts";
import { type ActualEvaluation, differences, type Fields, falseClaims } from "../oracle/policy/compare.ts";
import { simulate } from "../oracle/policy/simulator.ts";

const scale = Number(process.env.OUVREE_RUNS ?? 1);
const seed = seedOr(20260602);
const JUDGED = Math.max(1, Math.round(25 * scale));
const PATIENCE = 120_000 * Math.max(1, scale);
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
  const { document, cases, asOf, register } = batch;
  expect(differences(simulate(document, cases, asOf, register), told(batch))).toEqual([]);
});

/** A verdict that was taken back for want of events is no other verdict. */
const verdictOf = ({ outcome, reason }: Fields): string =>
  outcome === "unmeasurable" ? `${outcome}: ${reason}` : `${outcome}`;

it(
  "law 42: an event that can't be read leaves the verdict that the event gives, or none",
  () => {
    fc.assert(
      fc.property(incompleteBatches(1), fc.nat(9), (batch, which) => {
        const [only] = batch.cases;
        const whole =
          only?.events.filter(({ at }) => !Number.isNaN(Date.parse(at)) && Date.parse(at) <= Date.parse(batch.asOf)) ??
          [];
        if (only === undefined || whole.length === 0) return;
        const lost = whole[which % whole.length];
        const events = whole.map((event) => (event === lost ? { ...event, at: "not a time" } : event));
        const [before] = told({ ...batch, cases: [{ ...only, events: whole }] }).cases;
        const [after] = told({ ...batch, cases: [{ ...only, events }] }).cases;
        for (const [id, result] of Object.entries(after?.commitments ?? {})) {
          const now = verdictOf(result as Fields);
          const was = before?.commitments[id];
          if (was === undefined || STAYS.includes(now)) continue;
          expect([id, now]).toEqual([id, verdictOf(was as Fields)]);
        }
      }),
      { numRuns: JUDGED * 4, seed },
    );
  },
  PATIENCE,
);

/** The first is no verdict; the rest keep their reason, though a reading would take it away. */
const STAYS = ["history-incomplete", "no-figure", "no-register", "unknown-customer", "no-referent"].map(
  (reason) => `unmeasurable: ${reason}`,
);
