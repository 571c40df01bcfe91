/**
 * `callbackDue`: when a callback may be made, and whether it is carried over.
 */
import { callbackMs } from "../clock/service-day.ts";
import { readOptions } from "../issues/options.ts";
import type { InstantInput } from "../time/instant.ts";
import type { Calendar, QuestionOptions } from "./calendar.ts";
import { insideOf } from "./internal.ts";
import type { InstantOf, Output } from "./output.ts";

/** When a callback may be made. */
export interface CallbackDue<O extends Output = "luxon"> {
  /** First instant at which it may be made. */
  readonly from: InstantOf<O>;
  /** Whether it is carried over at once: the call came after closing, or on a closed date. */
  readonly carriedOver: boolean;
  /** The closing at which it would be carried over; null if it already is, or if the desk does not close. */
  readonly closesAt: InstantOf<O> | null;
  /** First opening of the next working day. */
  readonly next: InstantOf<O>;
}

/**
 * The callback rule for one call: closing is the end of the service day's last window (17:00, not noon).
 *
 * The service day is the date whose window contains the call (on a night desk at 02:00, the date before), else the
 * call's civil date.
 * Errors: as any question to the calendar.
 * Source: docs/charter.md, "Callbacks", with worked calls.
 *
 * @example
 * callbackDue(desk, "2026-05-22T16:55+02:00").next.toISO() // "2026-05-26T09:00:00.000+02:00", after Whit Monday
 */
export function callbackDue<O extends Output>(
  calendar: Calendar<O>,
  calledAt: InstantInput,
  options?: QuestionOptions,
): CallbackDue<O> {
  const { timeline, printer, readAt } = insideOf(calendar);
  const { zone } = readOptions(options, ["zone"], "callbackDue");
  const callback = callbackMs(timeline, readAt(calledAt, "calledAt", zone));
  return {
    from: printer.instant(callback.fromMs),
    carriedOver: callback.carriedOver,
    closesAt: callback.closesAtMs === null ? null : printer.instant(callback.closesAtMs),
    next: printer.instant(callback.nextMs),
  };
}
