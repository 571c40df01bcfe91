/**
 * The timeline behind a calendar, for the folders that build on `calendar/`; users have `calendar.timeline`.
 */
import { refuse } from "../issues/error.ts";
import type { Timeline } from "../timeline/timeline.ts";
import type { Calendar } from "./calendar.ts";
import type { Output, Printer } from "./output.ts";

interface Inside {
  readonly timeline: Timeline;
  readonly printer: Printer<Output>;
}

const INSIDES = new WeakMap<object, Inside>();

/** Remembers what a calendar is made of. */
export function remember(calendar: object, inside: Inside): void {
  INSIDES.set(calendar, inside);
}

/** What a calendar is made of. Errors: `calendar.bad-option` for what `createCalendar` has not made. */
export function insideOf<O extends Output>(calendar: Calendar<O>): { timeline: Timeline; printer: Printer<O> } {
  const inside = typeof calendar === "object" && calendar !== null ? INSIDES.get(calendar) : undefined;
  if (inside === undefined) {
    return refuse(
      "calendar.bad-option",
      ["calendar"],
      "a calendar",
      calendar,
      "the calendar must be one that createCalendar made",
    );
  }
  return inside as { timeline: Timeline; printer: Printer<O> };
}
