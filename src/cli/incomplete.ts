/**
 * Cases whose history is incomplete, as a check tells and counts them.
 */
import type { Evaluation } from "../index.ts";
import type { Terminal } from "./terminal.ts";

/** Tells them on stderr. */
export function tellIncomplete(evaluation: Evaluation, terminal: Terminal): void {
  const count = evaluation.cases.filter(({ incomplete }) => incomplete === true).length;
  if (count > 0)
    terminal.err(
      `ouvree: cases with an incomplete history: ${count}; where it could change a verdict there is none (history-incomplete)`,
    );
}

/** Whether nothing at all could be decided, and incomplete histories are why. */
export function isUndecided({ cases, register }: Evaluation): boolean {
  const results = [...cases, ...register].flatMap(({ commitments }) => Object.values(commitments));
  return (
    results.some(({ reason }) => reason === "history-incomplete") &&
    results.every(({ outcome }) => outcome === "unmeasurable" || outcome === "not-applicable")
  );
}
