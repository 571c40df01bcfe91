/**
 * Versions: which rules are in force on a date. Before the first version, what the calendar says without one.
 */

import { dateOf, dayNumber } from "./civil.ts";
import {
  type Closure,
  type Definition,
  type Exceptions,
  FIRST_SUPPORTED_DATE,
  type HolidaySource,
  LAST_SUPPORTED_DATE,
  type Rules,
  type Week,
} from "./definition.ts";

/** The rules of a run of dates, `from` and `to` included. */
export interface InForce {
  readonly from: string;
  readonly to: string;
  readonly week: Week;
  readonly holidays: readonly HolidaySource[];
  readonly reopen: readonly string[];
  /** Those of the calendar and those of the version. */
  readonly closures: readonly Closure[];
  /** The version's before the calendar's. */
  readonly exceptions: readonly Exceptions[];
}

/** One after another, they are the supported years. */
export function allInForce(definition: Definition): InForce[] {
  return [undefined, ...(definition.versions ?? [])].map((_, count) => rulesOf(definition, count));
}

export function inForce(definition: Definition, date: string): InForce {
  return rulesOf(definition, (definition.versions ?? []).filter(({ from }) => from <= date).length);
}

/** The rules of a definition by the count of its versions in force: they are asked for once for every date. */
const remembered = new WeakMap<Definition, Map<number, InForce>>();

/** The rules once so many versions have come into force. */
function rulesOf(definition: Definition, count: number): InForce {
  const known = remembered.get(definition) ?? new Map<number, InForce>();
  remembered.set(definition, known);
  const rules = known.get(count) ?? makeRules(definition, count);
  known.set(count, rules);
  return rules;
}

function makeRules(definition: Definition, count: number): InForce {
  const { versions = [] } = definition;
  const [own, next] = [versions[count - 1], versions[count]];
  // What replaces: the last that was said so far.
  const said: Rules[] = [definition, ...versions.slice(0, count)].reverse();
  return {
    from: own?.from ?? FIRST_SUPPORTED_DATE,
    to: next === undefined ? LAST_SUPPORTED_DATE : dateOf(dayNumber(next.from) - 1),
    week: said.find(({ week }) => week !== undefined)?.week ?? {},
    holidays: said.find(({ holidays }) => holidays !== undefined)?.holidays ?? [],
    reopen: said.find(({ reopen }) => reopen !== undefined)?.reopen ?? [],
    closures: [...(definition.closures ?? []), ...(own?.closures ?? [])],
    exceptions: [own?.exceptions ?? {}, definition.exceptions ?? {}],
  };
}
