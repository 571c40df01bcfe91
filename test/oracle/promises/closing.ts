/**
 * Closing: when a call still pending is carried over, and whether its desk closes at all.
 */

import { plusDays } from "../charter/paris.ts";
import type { Desk, Window } from "./desk.ts";
import { closingOf, isOpen, serviceDayOf, windowsOf, worksOn } from "./desk.ts";
import type { CarryOver } from "./document.ts";

/** In order; those that touch or overlap are one. */
function joined(windows: readonly Window[]): Window[] {
  const runs: Window[] = [];
  for (const window of [...windows].sort((a, b) => a.opens - b.opens)) {
    const last = runs.at(-1);
    if (last === undefined || last.closes < window.opens) runs.push(window);
    else runs[runs.length - 1] = { opens: last.opens, closes: Math.max(last.closes, window.closes) };
  }
  return runs;
}

/**
 * The closing of a call, or its own instant if that is past; null where the next date's window goes on without a gap,
 * so that there is no closing. By "day" it is the end of the service day's last window, by "window" that of the window
 * of the call, or of the next one of its day.
 */
export function carriedOverAt({ closing }: Pick<CarryOver, "closing">, desk: Desk, calledAt: number): number | null {
  const day = serviceDayOf(desk, calledAt);
  if (!worksOn(desk, day)) return calledAt;
  // The night of the date before may go on into the date: it is no window of the next date.
  const runs = joined([...windowsOf(desk, plusDays(day, -1)), ...windowsOf(desk, day)]);
  const last = closingOf(desk, day);
  const run = runs.find(({ opens, closes }) =>
    closing === "window" ? calledAt < closes : opens < last && last <= closes,
  );
  if (run === undefined || run.closes <= calledAt) return calledAt;
  return isOpen(desk, run.closes) ? null : run.closes;
}
