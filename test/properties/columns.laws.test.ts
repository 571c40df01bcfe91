/**
 * Columns against the oracle, item by item: what the single question would refuse is NaN, and `null` and `undefined`
 * are such items (semantics §3). Nothing throws.
 */

import { describe, expect } from "vitest";
import { type Scenario, scenarios } from "../arbitraries/scenarios.ts";
import { calendarOf } from "../helpers/calendar.ts";
import { law } from "../helpers/law.ts";
import { outcome } from "../helpers/outcome.ts";
import { announceSeed } from "../helpers/runs.ts";
import { createOracle } from "../oracle/oracle.ts";

announceSeed("columns.laws");

const SHARE = 0.3;
const HOLES = [null, undefined, Number.NaN, 0.5, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER];

type Items = readonly (number | null | undefined)[];

/** All instants with one another, a hole on the one side, and a hole on the other. */
function columnsOf({ instants, durations }: Scenario): { starts: Items; ends: Items; spent: Items } {
  const [first, second] = instants;
  const whole = HOLES.map(() => first);
  const starts: Items = [...instants, ...HOLES, ...whole];
  const ends: Items = [...instants.slice(1), first, ...HOLES.map(() => second), ...HOLES];
  const spent: Items = [...instants, ...HOLES].map((_, index) => durations[index % durations.length]);
  return { starts, ends, spent: [...spent, ...HOLES] };
}

/** The answer of the oracle, or NaN where it refuses; a hole is refused before anybody is asked. */
function orNaN(items: Items, answer: (first: number, second: number) => number): number {
  if (!items.every((item) => Number.isSafeInteger(item) && item !== Number.MAX_SAFE_INTEGER)) return Number.NaN;
  const [first, second] = items as readonly number[];
  const told = outcome(() => answer(first ?? 0, second ?? 0));
  return "answer" in told ? (told.answer as number) : Number.NaN;
}

describe("a column", () => {
  law(
    "of null, undefined and other holes has NaN there, and the answers of add beside them",
    scenarios({ beyondReach: true }),
    (scenario) => {
      const { starts, spent } = columnsOf(scenario);
      const [desk, oracle] = [calendarOf(scenario.definition), createOracle(scenario.definition)];
      for (const edge of ["near", "far"] as const) {
        const expected = starts.map((t, index) => orNaN([t, spent[index]], (ms, d) => oracle.add(ms, d, edge)));
        expect([...desk.addAll(starts as number[], spent as number[], { edge })]).toEqual(expected);
      }
      const [duration] = scenario.durations;
      const expected = starts.map((t) => orNaN([t], (ms) => oracle.add(ms, duration)));
      expect([...desk.addAll(starts as number[], duration)]).toEqual(expected);
    },
    SHARE,
  );

  law(
    "of null, undefined and other holes has NaN there, and the answers of elapsed beside them",
    scenarios({ beyondReach: true }),
    (scenario) => {
      const { starts, ends } = columnsOf(scenario);
      const [desk, oracle] = [calendarOf(scenario.definition), createOracle(scenario.definition)];
      const expected = starts.map((a, index) => orNaN([a, ends[index]], (from, to) => oracle.elapsed(from, to)));
      expect([...desk.elapsedAll(starts as number[], ends as number[])]).toEqual(expected);
    },
    SHARE,
  );
});
