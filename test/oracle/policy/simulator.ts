/**
 * Simulator: the clocks of any policy document over cases, slowly, as an independent judge of the library's evaluation.
 *
 * Written from the contract alone; CHOICES.md lists what it leaves open and what was taken here. Judges targets and
 * ratios; a carry-over has a simulator of its own.
 */

import { type Age, agesOf, isTarget, targetIn } from "./ages.ts";
import { judgeCase, type Surroundings } from "./judge-case.ts";
import { countedOf, mergeReadings } from "./merge-readings.ts";
import { type Counted, rateOf, ratesBy } from "./rates.ts";
import { historyOf, readingsOf } from "./readings.ts";
import type { CaseInput, Document, Expected, ExpectedCase, ExpectedRate, Register, Simulation } from "./types.ts";

export function parseInstant(text: string): number {
  const instant = Date.parse(text);
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(instant)) throw new TypeError(`not an instant: ${text}`);
  return instant;
}

export function simulate(
  document: Document,
  cases: readonly CaseInput[],
  asOfText: string,
  register: Register | null,
): Simulation {
  const asOf = parseInstant(asOfText);
  const around: Surroundings = { document, ages: agesOf(document), register, asOf };
  const histories = cases.map((input) => historyOf(around, input));
  const present = histories.filter(({ isSeen }) => isSeen);
  const counted = new Map<string, Counted[]>();
  const told = present.map((history): ExpectedCase => {
    const { input, codes } = history;
    const duplicate = present.filter((other) => other.input.id === input.id).length > 1;
    const { certain, readings, isWhole } = readingsOf(around, history);
    const first = judgeCase(around, input, certain);
    const others = readings.map((events) => judgeCase(around, input, events).clocks);
    const commitments: Record<string, Expected> = {};
    for (const [id, clock] of first.clocks) {
      const merged = mergeReadings(
        clock,
        others.map((clocks) => clocks.get(id)),
        isWhole,
      );
      commitments[id] = merged.expected;
      if (duplicate) continue;
      const per = clock.per;
      counted.set(id, [...(counted.get(id) ?? []), ...countedOf(input, merged, per)]);
    }
    const all = [...(duplicate ? ["case.duplicate-id"] : []), ...codes, ...first.codes];
    const { id, kind, customer } = input;
    const issue = all.length > 0 || first.issue;
    return { id, kind, customer, issue, codes: all, ruledOut: first.ruledOut, duplicate, commitments };
  });
  return { cases: told, notYet: cases.length - present.length, rates: ratesOf(around.ages, counted, asOf) };
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
