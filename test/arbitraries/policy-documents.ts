/**
 * Policy documents: random ones that a policy can be made of, with every key that a document can have.
 *
 * What a document refers to by name it declares, so that most of them are valid; the few that are not break a rule between
 * parts, which no schema sees.
 */

import fc from "fast-check";
import type { PolicyDocument } from "../../src/index.ts";
import { dateOf, dayNumber } from "../oracle/civil.ts";
import { calendarsNear } from "./document-calendars.ts";
import { commitments } from "./document-commitments.ts";
import { CUSTOMERS, factValues, lists, members, sometimes, texts, type Vocabulary, words } from "./document-words.ts";

/** Names that an object has anyway are names like any other. */
const CALENDARS = ["night", "constructor", "toString"];
const FACTS = ["priority", "zone", "valueOf"];
const ACTORS = ["customer", "responder", "hasOwnProperty"];
const KINDS = ["request", "incident"];
const CONDITIONS = ["covered", "paid"];
const PROMISES = ["first-reply", "solved", "callback"];

/** What the rest of a document may name. */
const vocabularies: fc.Arbitrary<Vocabulary> = fc.record({
  calendars: fc.subarray(CALENDARS).map((more) => ["desk", ...more]),
  facts: fc
    .uniqueArray(fc.constantFrom(...FACTS), { maxLength: 3 })
    .chain((names) =>
      fc
        .tuple(...names.map(() => fc.option(factValues, { freq: 4, nil: undefined })))
        .map((values) => new Map(names.map((name, index) => [name, values[index]]))),
    ),
  actors: fc.subarray(ACTORS),
  kinds: fc.subarray(KINDS, { minLength: 1 }),
  conditions: fc.subarray(CONDITIONS),
  canChange: fc.boolean(),
  focusDay: fc.constantFrom("2026-03-29", "2028-02-29", "2026-12-31").map(dayNumber),
});

/** Documents that a policy can be made of, nearly all of them. */
export function policyDocuments(): fc.Arbitrary<PolicyDocument> {
  return vocabularies.chain((known) =>
    fc
      .record(
        {
          $schema: fc.constant("node_modules/ouvree/schema/policy.schema.json"),
          policy: words,
          title: words,
          calendars: calendarsNear(known.calendars, known.focusDay),
          calendar: fc.constantFrom(...known.calendars),
          calendarRules: rules(known),
          facts: facts(known),
          actors: named(known.actors, members({ atLeastOne: true })),
          kinds: kinds(known),
          events: commonEvents(known),
          conditions: named(known.conditions, condition),
          outside: outside(known),
          commitments: commitments(known, PROMISES, 1),
          versions: known.canChange ? versions(known) : fc.constant([]),
          readings,
          import: fc.constant({ import: "desk", case: { id: "ID", kind: "request" }, events: { opened: "Opened" } }),
          otherReadings: others,
        },
        { requiredKeys: ["policy", "calendars", "calendar", "facts", "actors", "kinds", "conditions", "commitments"] },
      )
      .map((document) => fitted(document as PolicyDocument)),
  );
}

function named<T>(names: readonly string[], each: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.tuple(...names.map(() => each)).map((all) => Object.fromEntries(names.map((name, i) => [name, all[i]!])));
}

const readings = fc.dictionary(words, words, { maxKeys: 2 }).map((some) => ({ ...some }));

/** Patches by reading; `fitted` leaves those of clauses that have no reading. */
const others = fc.dictionary(
  words,
  fc.dictionary(
    fc.constantFrom("strict", "lenient", "valueOf"),
    fc.constantFrom({}, { title: null }, { commitments: { solved: { goal: 1, atRisk: [0.5], optional: true } } }),
    { maxKeys: 2, noNullPrototype: true },
  ),
  { maxKeys: 2 },
);

const condition = fc.record({
  check: fc.constantFrom("contract-in-force", "contract-paid", "person-is-contact", "remote-access"),
  otherwise: fc.constantFrom("not-applicable", "excuse", "warn"),
});

function outside(known: Vocabulary): fc.Arbitrary<object> {
  return fc.record(
    {
      kind: fc.constantFrom(...known.kinds),
      departments: fc.dictionary(fc.constantFrom("training", "toString", ...known.kinds), words, { maxKeys: 2 }),
      lacking: fc.subarray([...known.conditions]).chain((names) => named(names, words)),
      default: words,
    },
    { requiredKeys: ["default"] },
  );
}

function facts({ facts: known, canChange }: Vocabulary): fc.Arbitrary<Record<string, unknown>> {
  const style = fc.tuple(fc.boolean(), fc.subarray(["triaged", "message"]));
  return fc.tuple(...[...known].map(() => style)).map((styles) =>
    Object.fromEntries(
      [...known].map(([name, values], index) => {
        const [bare, changedBy] = styles[index]!;
        if (bare && values !== undefined) return [name, values];
        // A table would need a cell for it.
        const before = bare ? "unset" : "first";
        return [name, { values: values ?? "any", ...(canChange ? { changedBy, before } : {}) }];
      }),
    ),
  );
}

/** Every kind has the events that commitments start and stop by, and some of its own. */
function kinds({ kinds: names }: Vocabulary): fc.Arbitrary<Record<string, unknown>> {
  const kind = fc
    .record({ own: fc.array(words, { maxLength: 2 }), stop: fc.boolean(), queue: sometimes(words) })
    .map(({ own, stop, queue }) => ({
      events: ["opened", "message", "assigned", "solved", "answered", "updated", "waived", ...own],
      ...(stop ? { stop: "solved" } : {}),
      ...queue("queue"),
    }));
  return named(names, kind);
}

function commonEvents(known: Vocabulary): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(
    {
      pause: lists(known, ["paused", "waiting"]),
      resume: lists(known, ["resumed"]),
      cancel: lists(known, ["cancelled", "withdrawn"]),
      other: fc.array(words, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
}

/** Each rule but the last has customers of its own: none leaves nothing to a later one. */
function rules(known: Vocabulary): fc.Arbitrary<unknown[]> {
  const rest = fc.record(
    {
      kind: texts(fc.constantFrom(...known.kinds)),
      ...Object.fromEntries(
        [...known.facts].map(([name, values]) => [name, texts(values ? fc.constantFrom(...values) : words)]),
      ),
    },
    { requiredKeys: [] },
  );
  const rule = fc.record({ rest, calendar: fc.constantFrom(...known.calendars), isLast: fc.boolean() });
  return fc.array(rule, { maxLength: 3 }).map((some) =>
    some.map(({ rest, calendar, isLast }, index) => {
      const alone = isLast && index === some.length - 1 && Object.keys(rest).length > 0;
      return { when: alone ? rest : { customer: CUSTOMERS[index]!, ...rest }, calendar };
    }),
  );
}

/** In ascending order. */
function versions(known: Vocabulary): fc.Arbitrary<unknown[]> {
  const days = fc.uniqueArray(fc.integer({ min: 20_000, max: 22_000 }), { maxLength: 3 });
  return days.chain((some) => {
    const sorted = [...some].sort((a, b) => a - b);
    return fc.tuple(
      ...sorted.map((day) =>
        fc.record(
          {
            from: fc.constant(dateOf(day)),
            name: words,
            calendars: calendarsNear(known.calendars.slice(-1), known.focusDay),
            calendar: fc.constantFrom(...known.calendars),
            calendarRules: rules(known),
            commitments: commitments(known, [...PROMISES, "later"], 0, true),
            readings,
          },
          { requiredKeys: ["from"] },
        ),
      ),
    );
  });
}

/** A version takes back only what there is: other nulls are left out. So are other readings of what has none. */
function fitted({ otherReadings, ...document }: PolicyDocument): PolicyDocument {
  const named = Object.entries(otherReadings ?? {}).filter(([clause]) =>
    Object.hasOwn(document.readings ?? {}, clause),
  );
  return { ...withFittedVersions(document), ...(otherReadings && { otherReadings: Object.fromEntries(named) }) };
}

function withFittedVersions(document: PolicyDocument): PolicyDocument {
  const ids = new Set(Object.keys(document.commitments));
  const { versions = [] } = document;
  const kept = versions.map((version) => {
    if (version.commitments === undefined) return version;
    const entries = Object.entries(version.commitments).filter(([id, written]) => written !== null || ids.has(id));
    for (const [id, written] of entries) written === null ? ids.delete(id) : ids.add(id);
    return { ...version, commitments: Object.fromEntries(entries) };
  });
  return versions.length === 0 ? document : { ...document, versions: kept };
}
