/**
 * Facts: the value that a fact of a case has at an instant, and the instants at which one may get another.
 */

import type { FactDocument, PolicyDocument } from "../../../src/policy/document.ts";
import type { CaseInput, Seen } from "./types.ts";

export interface Facts {
  /** Undefined: nothing that is seen says what it is. */
  at(name: string, t: number): string | undefined;
  /** Instants of events that give a fact a value, in order. */
  readonly instants: readonly number[];
  /** A value was said that the policy does not declare. */
  readonly undeclared: boolean;
}

export function factsOf(document: PolicyDocument, input: CaseInput, seen: readonly Seen[]): Facts {
  const declared = Object.entries(document.facts ?? {});
  const values = new Map<string, { own: string | undefined; given: { at: number; value: string }[] }>();
  let undeclared = false;
  const read = (fact: FactDocument, value: unknown): string | undefined => {
    if (value === undefined) return undefined;
    const allowed = valuesOf(fact);
    if (typeof value === "string" && (allowed === "any" || allowed.includes(value))) return value;
    undeclared = true;
    return undefined;
  };
  for (const [name, fact] of declared) {
    const given: { at: number; value: string }[] = [];
    for (const { at, event } of seen) {
      const value = changersOf(fact).includes(event.type) ? read(fact, event[name]) : undefined;
      if (value !== undefined) given.push({ at, value });
    }
    values.set(name, { own: read(fact, input[name]), given });
  }
  const instants = [...values.values()].flatMap(({ given }) => given.map(({ at }) => at));
  return {
    at(name, t) {
      const fact = values.get(name);
      if (fact === undefined) return undefined;
      // The list is in the order of the instants, and within one as given: the last one counts.
      const last = fact.given.filter(({ at }) => at <= t).at(-1)?.value;
      return last ?? fact.own ?? fact.given[0]?.value;
    },
    instants: [...new Set(instants)].sort((a, b) => a - b),
    undeclared,
  };
}

function valuesOf(fact: FactDocument): "any" | readonly string[] {
  return Array.isArray(fact) ? fact : (fact as { values: "any" | readonly string[] }).values;
}

function changersOf(fact: FactDocument): readonly string[] {
  return Array.isArray(fact) ? [] : ((fact as { changedBy?: readonly string[] }).changedBy ?? []);
}
