/**
 * The small words of policy documents: names, texts, facts, members and events.
 */

import fc from "fast-check";

/** What a document declares, for the parts that name it. */
export interface Vocabulary {
  readonly calendars: readonly string[];
  /** Values by fact; undefined where every text is one. */
  readonly facts: ReadonlyMap<string, readonly string[] | undefined>;
  readonly actors: readonly string[];
  readonly kinds: readonly string[];
  readonly conditions: readonly string[];
  /** Whether facts may change and versions follow: then commitments say what a change does. */
  readonly canChange: boolean;
  readonly focusDay: number;
}

/** A customer for each rule of a list. */
export const CUSTOMERS = ["acme", ["globex", "initech"], "hooli"] as const;

/** Any text that is not empty; mostly a plain one. */
export const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("gold", "a b", "déjà", "1", "null", "toString", " ") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 6 }).filter((t) => t !== "__proto__") },
);

/** One text, or a list of them. */
export function texts(text: fc.Arbitrary<string>): fc.Arbitrary<string | string[]> {
  return fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 }));
}

/** Values of a fact, each once. */
export const factValues: fc.Arbitrary<string[]> = fc.uniqueArray(
  fc.constantFrom("P1", "P2", "P3", "constructor", "é", "none"),
  { minLength: 1, maxLength: 3 },
);

/** A member that may be left out: given its key, what to spread into an object. */
export function sometimes<T>(value: fc.Arbitrary<T>): fc.Arbitrary<(key: string) => Record<string, T>> {
  return fc.option(value, { nil: undefined }).map((some) => (key) => (some === undefined ? {} : { [key]: some }));
}

/** `where` and `not`; at least one that says something, where it must be. */
export function members({
  atLeastOne = false,
}: {
  readonly atLeastOne?: boolean;
} = {}): fc.Arbitrary<Record<string, unknown>> {
  const member = fc.dictionary(fc.constantFrom("side", "channel", "visibility", "valueOf"), texts(words), {
    minKeys: atLeastOne ? 1 : 0,
    maxKeys: 2,
    noNullPrototype: true,
  });
  const both = fc.record({ where: member, not: member }, { requiredKeys: [] });
  return atLeastOne ? both.filter((some) => Object.keys(some).length > 0) : both;
}

/** An event by its type, or by more. */
export function event(known: Vocabulary, types: readonly string[]): fc.Arbitrary<unknown> {
  const type = fc.constantFrom(...types);
  const more = fc
    .record({
      event: texts(type),
      actor: known.actors.length === 0 ? fc.constant(() => ({})) : sometimes(fc.constantFrom(...known.actors)),
      members: members(),
      person: sometimes(fc.constant("referent")),
    })
    .map(({ event, actor, members, person }) => ({ event, ...actor("actor"), ...members, ...person("person") }));
  return fc.oneof({ weight: 2, arbitrary: type }, { weight: 1, arbitrary: more });
}

/** One event, or several. */
export function lists(known: Vocabulary, types: readonly string[]): fc.Arbitrary<unknown> {
  const one = event(known, types);
  return fc.oneof(
    { weight: 2, arbitrary: one },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }) },
  );
}
