/**
 * Policy histories: what can be amiss with the histories of random cases, or better known than usual: events whose place
 * within their instant is known (`seq`), and events of which the instant or the type is lost.
 */

import fc from "fast-check";
import type { CaseEvent, CaseInput, Document } from "../oracle/policy/types.ts";
import { type PolicyAbout, policies } from "./policies.ts";
import { batchesOf, type CaseRecipe, caseRecipe, type PolicyBatch } from "./policy-cases.ts";

/** Several events of many instants; nearly all carry `seq`, so that few instants have one that does not. */
export function sequencedBatches(maxCases = 4): fc.Arbitrary<PolicyBatch> {
  const together = fc.array(fc.constantFrom(true, true, false), { minLength: 1, maxLength: 5 });
  const recipe = fc.tuple(caseRecipe, together).map(([made, atOnce]): CaseRecipe => {
    const steps = made.steps.map((one, index) =>
      atOnce[index % atOnce.length] ? { ...one, when: { from: "before" as const, ms: 0 } } : one,
    );
    return { ...made, steps };
  });
  const seqs = fc.array(
    fc.oneof(
      { weight: 15, arbitrary: fc.integer({ min: -1, max: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom(undefined, 1.5) },
    ),
    {
      minLength: 1,
      maxLength: 9,
    },
  );
  return fc
    .tuple(batchesOf({ maxCases, recipe }), seqs)
    .map(([batch, places]) => ({ ...batch, cases: batch.cases.map((one) => sequenced(one, places)) }));
}

function sequenced(input: CaseInput, places: readonly (number | undefined)[]): CaseInput {
  const events = input.events.map((event, index): CaseEvent => {
    const seq = places[index % places.length];
    return seq === undefined ? event : { ...event, seq };
  });
  return { ...input, events };
}

/** What of one event is lost. */
const losses = fc.array(
  fc.record({ event: fc.nat(20), lost: fc.constantFrom("instant" as const, "instant" as const, "type" as const) }),
  { minLength: 1, maxLength: 2 },
);
const UNREADABLE = ["not a time", "2026-13-45T09:00Z", ""];

/** A few short cases, each with one event or two that could not be read. */
export function incompleteBatches(maxCases = 2): fc.Arbitrary<PolicyBatch> {
  const recipe = caseRecipe.map((made): CaseRecipe => ({ ...made, steps: made.steps.slice(0, 6), isNamesake: false }));
  return fc
    .tuple(
      // Calendars that know a long past: an instant that can't be read may lie in it.
      batchesOf({ maxCases, recipe, about: policies(["office", "always", "night"]).map(withoutOtherShapes) }),
      fc.array(losses, { minLength: 1, maxLength: 2 }),
    )
    .map(([batch, lost]) => ({
      ...batch,
      cases: batch.cases.map((one, index) => (lost[index % lost.length] ?? []).reduce(losing, one)),
    }));
}

function losing(input: CaseInput, { event, lost }: { event: number; lost: "instant" | "type" }): CaseInput {
  const at = event % Math.max(1, input.events.length);
  const events = input.events.map((one, index): CaseEvent => {
    if (index !== at || one.type === "unheard-of" || UNREADABLE.includes(one.at)) return one;
    return lost === "instant"
      ? { ...one, at: UNREADABLE[event % UNREADABLE.length] as string }
      : { ...one, type: "unheard-of" };
  });
  return { ...input, events };
}

/** Versions that change targets and calendars alone: by which version a case is judged would else be unsure too. */
function withoutOtherShapes({ anchor, document }: PolicyAbout): PolicyAbout {
  const versions = (document.versions ?? []).map((version) => {
    const entries = Object.entries(version.commitments ?? {});
    const kept = entries.filter(([id, one]) => one !== null && id in document.commitments);
    return { ...version, commitments: Object.fromEntries(kept) };
  });
  return { anchor, document: versions.length === 0 ? document : ({ ...document, versions } as Document) };
}
