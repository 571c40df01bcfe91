/**
 * Promises without a figure: the text gives none, so nothing is invented, and what was measured is told all the same.
 */
import type { ResultMembers } from "../result.ts";

/** The result as it stands if the promise has its figure; else unmeasurable, with its figures. */
export function withFigureOf(hasFigure: boolean, result: ResultMembers): ResultMembers {
  if (hasFigure || result.outcome === "not-applicable" || result.outcome === "unmeasurable") return result;
  const { startedAt, stoppedAt, figures, advice } = result;
  return {
    outcome: "unmeasurable",
    reason: "no-figure",
    startedAt,
    dueAt: null,
    stoppedAt,
    ...(advice === undefined ? {} : { advice }),
    ...(figures === undefined ? {} : { figures }),
  };
}
