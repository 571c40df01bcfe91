/**
 * Facts: the value that a fact of a case has at an instant, and the instants at which one may get another.
 */

import type { CaseInput, Document, Fact, Seen } from "./types.ts";

/** What a fact is called before its first change, where the policy says so. */
const UNSET = "unset";

export interface Facts {
  /** At a moment. Undefined: nothing that is seen says what it is. */
  at(name: string, t: number): string | undefined;
  /** Moments of events that give a fact a value, in order. */
  readonly instants: readonly number[];
  /** A value was said that the policy does not declare. */
  readonly undeclared: boolean;
}

export function factsOf(document: Document, input: CaseInput, seen: readonly Seen[]): Facts {
  const declared = Object.entries(document.facts ?? {});
  const values = new Map<string, { fact: Fact; own: string | undefined; given: { at: number; value: string }[] }>();
  let undeclared = false;
  const read = (fact: Fact, value: unknown): string | undefined => {
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
    values.set(name, { fact, own: read(fact, input[name]), given });
  }
  const instants = [...values.values()].flatMap(({ given }) => given.map(({ at }) => at));
  return {
    at(name, t) {
      const one = values.get(name);
      if (one === undefined) return undefined;
      // The list is in the order of the moments, and within one as given: the last one counts.
      const last = one.given.filter(({ at }) => at <= t).at(-1)?.value;
      if (last !== undefined || one.own !== undefined) return last ?? one.own;
      return beforeOf(one.fact) === "unset" ? UNSET : one.given[0]?.value;
    },
    instants: [...new Set(instants)].sort((a, b) => a - b),
    undeclared,
  };
}

function valuesOf(fact: Fact): "any" | readonly string[] {
  return isList(fact) ? fact : fact.values;
}

function changersOf(fact: Fact): readonly string[] {
  return isList(fact) ? [] : (fact.changedBy ?? []);
}

function beforeOf(fact: Fact): "first" | "unset" | undefined {
  return isList(fact) ? undefined : fact.before;
}

function isList(fact: Fact): fact is readonly string[] {
  return Array.isArray(fact);
}
