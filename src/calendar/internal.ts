/**
 * The timeline behind a calendar, for the folders that build on `calendar/`; users have `calendar.timeline`.
 */
import type { SourceReaders } from "../holidays/source.ts";
import { refuse } from "../issues/error.ts";
import type { PathStep } from "../issues/issue.ts";
import type { CalendarLimits } from "../schedule/limits.ts";
import type { Timeline } from "../timeline/timeline.ts";
import type { Calendar } from "./calendar.ts";
import type { Output, Printer } from "./output.ts";

interface Inside {
  readonly timeline: Timeline;
  readonly printer: Printer<Output>;
  /** The options it was made with. */
  readonly made: {
    readonly output?: Output;
    readonly sources?: SourceReaders;
    readonly localTimes?: boolean;
    readonly limits?: CalendarLimits;
  };
  /** An instant at a door of this calendar: read in `zone`, or as its `localTimes` say; the error names the argument. */
  readAt(value: unknown, name: string, zone?: unknown): number;
}

/**
 * Under this key a calendar carries what it is made of. A shared symbol, not a WeakMap of this module: each CommonJS entry
 * holds its own copy of the module, and a policy's calendar must be a calendar to all of them.
 */
const INSIDE = Symbol.for("ouvree.calendar.inside");

/** Remembers what a calendar is made of, out of sight. */
export function remember(calendar: object, inside: Inside): void {
  Object.defineProperty(calendar, INSIDE, { value: Object.freeze(inside) });
}

/** What a calendar is made of. Errors: `calendar.bad-option` for what `createCalendar` has not made. */
export function insideOf<O extends Output>(
  calendar: Calendar<O>,
  path: readonly PathStep[] = ["calendar"],
): Inside & { printer: Printer<O> } {
  const inside = insideIf(calendar);
  if (inside === undefined) {
    const cure = "the calendar must be one that createCalendar made";
    return refuse("calendar.bad-option", [...path], "a calendar", calendar, cure);
  }
  return inside as Inside & { printer: Printer<O> };
}

function insideIf(calendar: unknown): Inside | undefined {
  if (typeof calendar !== "object" || calendar === null) return undefined;
  try {
    return Object.hasOwn(calendar, INSIDE) ? (calendar as { [INSIDE]?: Inside })[INSIDE] : undefined;
  } catch {
    // A proxy that will not be read is no calendar.
    return undefined;
  }
}
