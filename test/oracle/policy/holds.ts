/**
 * Holds: which target and which calendar hold for a cycle, from when to when, under the modes of its commitment.
 *
 * Each of the three (fact, policy, calendar) is read at an instant that its mode decides: always at the start (keep),
 * always at the end (retroactive), or as time goes by (keep-elapsed, restart).
 */

import type { ChangeMode, ChangesDocument } from "../../../src/policy/documents/document.ts";
import { type Age, ageHaving, type Choice, chooseCalendar, targetIn } from "./ages.ts";
import type { Facts } from "./facts.ts";
import type { CaseInput, Figure } from "./types.ts";

export interface Hold {
  readonly from: number;
  /** Undefined: the case has no value of the fact. */
  readonly figure: Figure | undefined;
  /** The fact that the table goes by, and its value. */
  readonly by: string | undefined;
  readonly fact: string | undefined;
  /** The age whose target it is. */
  readonly age: number;
  readonly choice: Choice;
  /** Nothing has elapsed when it begins. */
  readonly restarts: boolean;
}

/** What one commitment of one case stands on. */
export interface Ground {
  readonly id: string;
  readonly ages: readonly Age[];
  readonly facts: Facts;
  readonly input: CaseInput;
  readonly modes: ChangesDocument;
}

/** Of the cycle from `startedAt` to `end`, both included. */
export function holdsOf(ground: Ground, startedAt: number, end: number): Hold[] {
  const first = holdAt(ground, startedAt, startedAt, end, null);
  const holds = [first];
  for (const t of changeInstants(ground, startedAt, end)) {
    const before = holds.at(-1) as Hold;
    const now = holdAt(ground, startedAt, t, end, before);
    if (isOther(before, now)) holds.push(now);
  }
  return holds;
}

export function isOther(a: Hold, b: Hold): boolean {
  return a.age !== b.age || !isSame(a.choice, b.choice) || a.by !== b.by || a.fact !== b.fact;
}

function isSame(a: Choice, b: Choice): boolean {
  if (a.name !== b.name) return false;
  return a.definition === b.definition || JSON.stringify(a.definition) === JSON.stringify(b.definition);
}

/** Rules that picked the calendar that is held, and ages whose target is the one that is held, while the cycle ran. */
export function sourcesOf(
  ground: Ground,
  held: Hold,
  startedAt: number,
  end: number,
): { rules: (number | null)[]; ages: number[] } {
  const { ages, id } = ground;
  const instants = [startedAt, ...changeInstants(ground, startedAt, end)];
  const choices = instants.map((t) => choiceAt(ground, t)).filter((choice) => isSame(choice, held.choice));
  const written = (index: number): string => JSON.stringify(targetIn(ages[index], id).target);
  const having = instants.map((t) => ageHaving(ages, id, t)).filter((index) => written(index) === written(held.age));
  return { rules: [...new Set(choices.map(({ rule }) => rule))], ages: [...new Set(having)] };
}

function changeInstants({ facts, ages }: Ground, after: number, last: number): number[] {
  const all = new Set([...facts.instants, ...ages.map(({ from }) => from)]);
  return [...all].filter((t) => t > after && t <= last).sort((a, b) => a - b);
}

function holdAt(ground: Ground, startedAt: number, t: number, end: number, before: Hold | null): Hold {
  const { modes, facts, ages, id } = ground;
  const readAt = (mode: ChangeMode | undefined): number => {
    if (mode === "retroactive") return end;
    return mode === "keep-elapsed" || mode === "restart" ? t : startedAt;
  };
  const age = targetAge(ground, startedAt, readAt(modes.policy));
  const { target } = targetIn(ages[age], id);
  const by = "by" in target ? target.by : undefined;
  const fact = by === undefined ? undefined : facts.at(by, readAt(modes.fact));
  const figure = "by" in target ? (fact === undefined ? undefined : target.values[fact]) : target;
  const lasting = before?.choice ?? choiceAt(ground, startedAt);
  const now = choiceAt(ground, readAt(modes.calendar));
  // A calendar that is still the same one is still the same choice.
  const choice = isSame(lasting, now) ? lasting : now;
  const restarts =
    before !== null &&
    ((modes.fact === "restart" && before.by === by && before.fact !== fact) ||
      (modes.policy === "restart" && before.age !== age) ||
      (modes.calendar === "restart" && before.choice !== choice));
  return { from: t, figure, by, fact, age, choice, restarts };
}

/** The age whose target holds: another one only where the target became another. */
function targetAge({ ages, id }: Ground, startedAt: number, t: number): number {
  const written = (index: number): string => JSON.stringify(targetIn(ages[index], id).target);
  let age = ageHaving(ages, id, startedAt);
  for (const { from } of ages) {
    if (from <= startedAt || from > t) continue;
    const next = ageHaving(ages, id, from);
    if (written(next) !== written(age)) age = next;
  }
  return age;
}

function choiceAt({ ages, id, input, facts }: Ground, t: number): Choice {
  const age = ages[ageHaving(ages, id, t)] as Age;
  return chooseCalendar(age, targetIn(age, id).calendar, input, (name) => facts.at(name, t));
}
