/**
 * What part-day closures leave of a date's windows, and what they take.
 */
import type { DayPart } from "../time/day-part.ts";
import type { Window } from "./window.ts";

/** The windows less the parts, sorted. */
export function withoutParts(windows: readonly Window[], parts: readonly DayPart[]): readonly Window[] {
  return parts.reduce<readonly Window[]>(
    (left, { fromMin, toMin }) =>
      left.flatMap(({ startMin, endMin }) =>
        [
          { startMin, endMin: Math.min(endMin, fromMin) },
          { startMin: Math.max(startMin, toMin), endMin },
        ].filter((window) => window.startMin < window.endMin),
      ),
    windows,
  );
}

/** What of the windows lies within the parts, in no order. */
export function withinParts(windows: readonly Window[], parts: readonly DayPart[]): readonly Window[] {
  return windows.flatMap(({ startMin, endMin }) =>
    parts
      .map(({ fromMin, toMin }) => ({ startMin: Math.max(startMin, fromMin), endMin: Math.min(endMin, toMin) }))
      .filter((window) => window.startMin < window.endMin),
  );
}
