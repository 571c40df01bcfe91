/**
 * Simulator: the clocks of any policy document over cases, slowly, as an independent judge of the library's evaluation.
 *
 * Written from docs/policies.md and docs/semantics.md alone; CHOICES.md lists what they leave open and what was taken
 * here. Judges targets and ratios; a carry-over has a simulator of its own.
 */

import type { PolicyDocument } from "../../../src/policy/document.ts";
import { type Age, ageAt, agesOf, isTarget, targetIn } from "./ages.ts";
import { type CaseSetting, type ClockVerdict, judgeClock } from "./clock.ts";
import { customerOf } from "./customer.ts";
import { factsOf } from "./facts.ts";
import { matcher } from "./matcher.ts";
import { type Counted, rateOf, ratesBy } from "./rates.ts";
import type { CaseInput, Expected, ExpectedCase, ExpectedRate, Register, Seen, Simulation } from "./types.ts";

export function parseInstant(text: string): number {
  const instant = Date.parse(text);
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(instant)) throw new TypeError(`not an instant: ${text}`);
  return instant;
}

export function simulate(
  document: PolicyDocument,
  cases: readonly CaseInput[],
  asOfText: string,
  register: Register | null,
): Simulation {
  const asOf = parseInstant(asOfText);
  const ages = agesOf(document);
  const present = cases.filter(({ events }) => events.some(({ at }) => parseInstant(at) <= asOf));
  const counted = new Map<string, Counted[]>();
  const told = present.map((input): ExpectedCase => {
    const setting = settingOf(document, ages, input, asOf, register);
    const duplicate = present.filter(({ id }) => id === input.id).length > 1;
    const judged = judgeCase(setting);
    for (const [id, { expected, monthOf }] of duplicate ? [] : judged) {
      const list = counted.get(id) ?? [];
      list.push(...countedOf(input, expected, monthOf, perOf(ages, id, setting)));
      counted.set(id, list);
    }
    const commitments = Object.fromEntries([...judged].map(([id, { expected }]) => [id, expected]));
    const issue = duplicate || hasIssue(setting) || [...judged.values()].some((one) => one.issue);
    return { id: input.id, kind: input.kind, customer: input.customer, issue, duplicate, commitments };
  });
  return { cases: told, notYet: cases.length - present.length, rates: ratesOf(ages, counted, asOf) };
}

/** Nothing after a cancellation is read. */
function settingOf(
  document: PolicyDocument,
  ages: readonly Age[],
  input: CaseInput,
  asOf: number,
  register: Register | null,
): CaseSetting {
  const all: Seen[] = input.events
    .map((event) => ({ at: parseInstant(event.at), event }))
    .filter(({ at }) => at <= asOf)
    .sort((a, b) => a.at - b.at);
  const cancels = matcher(document, document.events?.cancel, "anybody");
  const cancelledAt = all.find(({ event }) => cancels(event))?.at ?? Number.POSITIVE_INFINITY;
  const seen = all.filter(({ at }) => at <= cancelledAt);
  const facts = factsOf(document, input, seen);
  return { document, ages, input, all, seen, facts, customer: customerOf(input, register), register, asOf };
}

function judgeCase(setting: CaseSetting): Map<string, ClockVerdict> {
  const judged = new Map<string, ClockVerdict>();
  const age = ageOf(setting);
  for (const [id, commitment] of Object.entries(age.commitments)) {
    if (!commitment || !isTarget(commitment) || !commitment.kinds.includes(setting.input.kind)) continue;
    judged.set(id, judgeClock(id, commitment, setting));
  }
  return judged;
}

/** The version in force at its first event. */
function ageOf({ ages, seen }: CaseSetting): Age {
  return ages[ageAt(ages, (seen[0] as Seen).at)] as Age;
}

function hasIssue({ document, input, seen, facts, register, customer }: CaseSetting): boolean {
  const kind = document.kinds[input.kind];
  if (kind === undefined || facts.undeclared) return true;
  if (register !== null && input.customer !== undefined && customer === undefined) return true;
  const { pause, resume, cancel, other = [] } = document.events ?? {};
  const common = [pause, resume, cancel].map((written) => matcher(document, written, "anybody"));
  const known = [...kind.events, ...other];
  return seen.some(({ event }) => !known.includes(event.type) && !common.some((matches) => matches(event)));
}

function perOf(ages: readonly Age[], id: string, setting: CaseSetting): "case" | "cycle" {
  return targetIn(ageOf({ ...setting, ages }), id).per ?? "case";
}

function countedOf(
  input: CaseInput,
  expected: Expected,
  monthOf: (startedAt: number) => string,
  per: "case" | "cycle",
): Counted[] {
  const { id, kind, customer } = input;
  const { cycles = [expected] } = expected;
  const counting = per === "cycle" ? cycles : [expected];
  return counting.map(({ outcome, startedAt }) => {
    // By its result a case belongs to the month of its first start, whichever cycle decides.
    const start = per === "cycle" ? startedAt : cycles[0]?.startedAt;
    return { id, kind, customer, month: start ? monthOf(Date.parse(start)) : null, outcome };
  });
}

/** The goal is that of the last age in force that has the commitment, else of the first that will. */
function ratesOf(
  ages: readonly Age[],
  counted: ReadonlyMap<string, readonly Counted[]>,
  asOf: number,
): Record<string, ExpectedRate> {
  const rates: Record<string, ExpectedRate> = {};
  for (const id of new Set(ages.flatMap(({ commitments }) => Object.keys(commitments)))) {
    const having = ages.filter(({ commitments }) => commitments[id] && isTarget(commitments[id]));
    if (having.length === 0) continue;
    const age = having.filter(({ from }) => from <= asOf).at(-1) ?? having[0];
    const goal = targetIn(age, id).goal;
    const all = counted.get(id) ?? [];
    rates[id] = { ...rateOf(all, goal), by: ratesBy(all, goal) };
  }
  return rates;
}
