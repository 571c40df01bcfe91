/**
 * Small helpers between instants in ms and what results show.
 */
import { isoUtc } from "../calendar/output.ts";
import { isOuvreeError } from "../issues/error.ts";

/** ISO 8601 in UTC, or null for no instant. */
export function isoOrNull(instantMs: number | undefined): string | null {
  return instantMs === undefined ? null : isoUtc(instantMs);
}

/** The answer, or `otherwise` where it lies beyond the reach of the calendar; other errors go on. */
export function beyondReachIs<T, U>(otherwise: U, ask: () => T): T | U {
  try {
    return ask();
  } catch (error) {
    if (isOuvreeError(error) && (error.code === "calendar.beyond-reach" || error.code === "time.out-of-range"))
      return otherwise;
    throw error;
  }
}
