/**
 * The shipped schema and the parser are equal: a document is right for the schema if and only if all that the parser finds
 * wrong is what no schema can see.
 *
 * On random documents, half of them with slips, and on texts that have a form of their own.
 * OUVREE_STRENGTH multiplies the number of documents, OUVREE_SEED chooses others; both are printed.
 */

import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import schema from "../../schema/policy.schema.json" with { type: "json" };
import { definePolicy, type Issue, isOuvreeError, type PolicyDocument } from "../../src/index.ts";
import { textsInPlace } from "../arbitraries/document-texts.ts";
import { policyDocuments } from "../arbitraries/policy-documents.ts";
import { slips, slipsEverywhere, withSlip } from "../arbitraries/slips.ts";
import { fullPolicy } from "../helpers/full-policy.ts";
import { isUnseen, smallPolicy } from "../helpers/policy-unseen.ts";
import { patienceOf, runsOf, STRENGTH, seedOr } from "../helpers/runs.ts";
import { isNamed, type Json, schemasIn } from "../helpers/schemas-in.ts";

const seed = seedOr(20261103);
const DOCUMENTS = runsOf(1_500, 500);
const TEXTS = runsOf(2_000, 500);
const PATIENCE = patienceOf(120_000);
console.info(`schema: OUVREE_SEED=${seed}, ${DOCUMENTS} documents and ${TEXTS} texts`);

const validate = new Ajv2020({ strict: true }).compile(schema);

/** What the parser finds wrong; anything but an `OuvreeError` is let through. */
function problems(document: unknown): readonly Issue[] {
  try {
    definePolicy(document as PolicyDocument);
    return [];
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    return error.issues;
  }
}

/** Codes of definitions that are refused whole. */
const TOO_LARGE = new Set(["schedule.too-many-windows", "schedule.too-many-operands", "schedule.too-deep"]);

/** How a document was taken: by both, by the schema alone for a reason that it cannot see, by neither. */
type Taken = "both" | "schema" | "neither";

/** Fails where the two differ. */
function judge(document: unknown): Taken {
  const issues = problems(document);
  const seen = issues.filter((issue) => !isUnseen(issue)).map(({ code, message }) => `${code}: ${message}`);
  if (validate(document)) {
    expect(seen, "refused by the parser alone").toEqual([]);
    return issues.length === 0 ? "both" : "schema";
  }
  // What is over a limit is refused before it is read: the parser says nothing else of it.
  if (!issues.some(({ code }) => TOO_LARGE.has(code)))
    expect(seen, `refused by the schema alone: ${JSON.stringify(validate.errors)}`).not.toEqual([]);
  return "neither";
}

/** Judges many, and counts how they were taken. */
function judgeAll(documents: fc.Arbitrary<unknown>, numRuns: number): Record<Taken, number> {
  const counts = { both: 0, schema: 0, neither: 0 };
  const each = fc.property(documents, (document) => {
    counts[judge(document)]++;
  });
  fc.assert(each, { numRuns, seed });
  return counts;
}

describe("the schema and the parser", () => {
  it(
    "are equal on documents, half of them with a slip or two",
    () => {
      const some = fc.oneof(fc.constant([]), fc.array(slips, { minLength: 1, maxLength: 2 }));
      const documents = fc
        .tuple(policyDocuments(), some)
        .map(([document, slipped]) => slipped.reduce<unknown>(withSlip, document));
      const counts = judgeAll(documents, DOCUMENTS);
      console.info(`schema: documents ${JSON.stringify(counts)}`);
      // Each of the three must be had often, or the test says little.
      expect(counts.both / DOCUMENTS).toBeGreaterThan(0.4);
      expect(counts.neither / DOCUMENTS).toBeGreaterThan(0.2);
      expect(counts.schema / DOCUMENTS).toBeGreaterThan(0.015);
    },
    PATIENCE,
  );

  it(
    "are equal on durations, windows, days, dates, times and zones, and what is nearly one",
    () => {
      const counts = judgeAll(textsInPlace.map(smallPolicy), TEXTS);
      console.info(`schema: texts ${JSON.stringify(counts)}`);
      expect(counts.both / TEXTS).toBeGreaterThan(0.25);
      expect(counts.neither / TEXTS).toBeGreaterThan(0.25);
    },
    PATIENCE,
  );

  it("are equal at every place of a document with every key, whatever is done there", () => {
    const full = fullPolicy();
    const plain = { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } };
    const lean = Object.fromEntries(Object.keys(full.calendars).map((name) => [name, plain]));
    // In two halves: with all its calendars each of thousands of documents would be read in full.
    for (const half of [smallPolicy({ calendars: full.calendars }), { ...full, calendars: lean }]) {
      expect(problems(half)).toEqual([]);
      const everywhere = slipsEverywhere(half);
      expect(everywhere.length).toBeGreaterThan(700);
      // All of them at full strength; else every fourth, and which ones goes by the seed.
      const step = STRENGTH < 1 ? 4 : 1;
      for (let i = Math.abs(seed) % step; i < everywhere.length; i += step) judge(withSlip(half, everywhere[i]!));
    }
  });

  it("were asked about every key", () => {
    const keys = new Set(
      schemasIn(schema as unknown as Json)
        .map(([place]) => place)
        .filter(isKey),
    );
    const met = new Set<string>();
    const watching = new Ajv2020({ strict: true });
    watching.addKeyword({
      keyword: "watched",
      schemaType: "string",
      validate: (place: string) => met.add(place) !== null,
    });
    const watched = structuredClone(schema) as unknown as Json;
    for (const [place, part] of schemasIn(watched)) if (isKey(place)) part["watched"] = place;
    const meet = watching.compile(watched as object);
    expect(keys.size).toBeGreaterThan(90);
    for (const documents of [[fullPolicy()], fc.sample(policyDocuments(), { numRuns: 300, seed })]) {
      met.clear();
      for (const document of documents) expect([document, meet(document)]).toEqual([document, true]);
      expect([...keys].filter((place) => !met.has(place))).toEqual([]);
    }
  });
});

function isKey(place: string): boolean {
  return isNamed(place) && place.includes("/properties/");
}
