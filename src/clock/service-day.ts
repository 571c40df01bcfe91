/**
 * The service day of a call, and when a callback may be made.
 *
 * The service day is the date whose window contains the call, else the civil date of the call. Its closing is the end
 * of its last window: 17:00, not noon; where the next day's window goes on without a gap there is none.
 * Units: instants in ms. Errors: `calendar.beyond-reach`. Source: docs/charter.md, "Callbacks".
 */
import { intervalsOfDay } from "../timeline/day-intervals.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { civilDayAt } from "./beyond.ts";
import { isOpenMs, nextOpenMs } from "./questions.ts";
import { addWorkingDays } from "./working-days.ts";

/** When a callback may be made, and when it is carried over. */
export interface CallbackMs {
  /** First instant at which it may be made. */
  readonly fromMs: number;
  /** Carried over at once: the call came after closing or on a closed date. */
  readonly carriedOver: boolean;
  /** The closing at which it is carried over if still pending; null if it already is, or if the desk does not close. */
  readonly closesAtMs: number | null;
  /** First opening of the next working day. */
  readonly nextMs: number;
}

/**
 * The callback rule for a call.
 *
 * @param closing The end of the service day's last window, or of the window of the call (else of the next one of that day). A
 *   window that goes on without a gap into the next date's has no closing.
 */
export function callbackMs(timeline: Timeline, calledMs: number, closing: "day" | "window" = "day"): CallbackMs {
  const open = isOpenMs(timeline, calledMs);
  const day = serviceDayAt(timeline, calledMs);
  const closingMs = closingOf(timeline, day);
  const carriedOver = !open && calledMs >= closingMs;
  const nextMs = firstOpeningMs(timeline, addWorkingDays(timeline, day + 1, 0, "forward"));
  const closesMs = closing === "window" && !carriedOver ? closingOfWindow(timeline, day, calledMs) : closingMs;
  const goesOn = !carriedOver && isOpenMs(timeline, closesMs);
  return {
    fromMs: carriedOver ? nextMs : nextOpenMs(timeline, calledMs),
    carriedOver,
    closesAtMs: carriedOver || goesOn ? null : closesMs,
    nextMs,
  };
}

/** End of a date's last window, or of the night before's that outlasts it; −∞ for a date without windows. */
export function closingOf(timeline: Timeline, day: number): number {
  return Math.max(...closingsOf(timeline, day), Number.NEGATIVE_INFINITY);
}

/**
 * End of the window in which an instant lies, or of the next one of that date; windows that touch are one. The end of the last
 * one, too, where it goes on into the next date's: the search never leaves the date, for a desk may never close.
 */
function closingOfWindow(timeline: Timeline, day: number, instantMs: number): number {
  // A closure may have cut the night before in two: what is left of it after the call is the next window.
  const tails = timeline.schedule.passesMidnight ? intervalsOfDay(timeline.schedule, day - 1) : [];
  const closings = [...closingsOf(timeline, day), ...tails.map(([, closeMs]) => closeMs)].filter(
    (closeMs) => closeMs > instantMs,
  );
  return Math.min(...closings.filter((closeMs) => !isOpenMs(timeline, closeMs)), Math.max(...closings));
}

/** Ends of a date's windows, and of the night before's that outlasts them. */
function closingsOf({ schedule }: Timeline, day: number): number[] {
  const closings = intervalsOfDay(schedule, day).map(([, closeMs]) => closeMs);
  if (!schedule.passesMidnight) return closings;
  const lastMs = Math.max(...closings, Number.NEGATIVE_INFINITY);
  const outlasting = intervalsOfDay(schedule, day - 1).filter(
    ([openMs, closeMs]) => openMs <= lastMs && closeMs > lastMs,
  );
  return [...closings, ...outlasting.map(([, closeMs]) => closeMs)];
}

/** Epoch day of the service day. */
export function serviceDayAt(timeline: Timeline, instantMs: number): number {
  const civilDay = civilDayAt(timeline, instantMs);
  const contains = (day: number): boolean =>
    intervalsOfDay(timeline.schedule, day).some(([openMs, closeMs]) => openMs <= instantMs && instantMs < closeMs);
  // The date's own window before the tail of the night before, should both contain it.
  if (contains(civilDay)) return civilDay;
  return timeline.schedule.passesMidnight && contains(civilDay - 1) ? civilDay - 1 : civilDay;
}

/** Opening of a working day's first window. */
export function firstOpeningMs(timeline: Timeline, day: number): number {
  return intervalsOfDay(timeline.schedule, day)[0]![0];
}
