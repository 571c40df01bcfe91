/**
 * Small helpers between instants in ms and what results show.
 */
import { isoUtc } from "../calendar/output.ts";
import { isOuvreeError } from "../issues/error.ts";

/** ISO 8601 in UTC, or null for no instant. */
export function isoOrNull(instantMs: number | undefined): string | null {
  return instantMs === undefined ? null : isoUtc(instantMs);
}

/** Codes of what a calendar cannot tell: its holidays are not known so far, or its definition is too large to look so far. */
const NOT_KNOWN: readonly string[] = ["calendar.beyond-reach", "calendar.too-far", "time.out-of-range"];

/** The answer, or `otherwise` where it lies beyond the reach of the calendar; other errors go on. */
export function beyondReachIs<T, U>(otherwise: U, ask: () => T): T | U {
  try {
    return ask();
  } catch (error) {
    if (isOuvreeError(error) && NOT_KNOWN.includes(error.code)) return otherwise;
    throw error;
  }
}
