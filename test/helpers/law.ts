/**
 * Law: a sentence that holds for every calendar, tried on many.
 *
 * A law speaks of answers within reach. A sample whose question is beyond reach is put back and another one drawn;
 * that such questions are refused, and only such, is judged by the oracle (test/properties/oracle.test.ts).
 */

import fc from "fast-check";
import { it } from "vitest";
import { BEYOND_REACH, codeOf, OUT_OF_RANGE, TOO_FAR } from "./outcome.ts";
import { PROPERTY_TIMEOUT_MS, runs } from "./runs.ts";

/** @param share Of the runs: less than 1 only where a sample costs many years of compiling. */
export function law<T>(title: string, arbitrary: fc.Arbitrary<T>, holds: (sample: T) => void, share = 1): void {
  it(
    title,
    () => {
      const property = fc.property(arbitrary, (sample) => {
        try {
          holds(sample);
        } catch (error) {
          const code = codeOf(error);
          if (code === BEYOND_REACH || code === OUT_OF_RANGE || code === TOO_FAR) fc.pre(false);
          throw error;
        }
      });
      const all = runs();
      fc.assert(property, { ...all, numRuns: Math.ceil(all.numRuns * share) });
    },
    PROPERTY_TIMEOUT_MS,
  );
}

/** The sample does not concern the law: draw another. */
export function given(condition: boolean): void {
  fc.pre(condition);
}
