/**
 * Window: a civil open stretch of a date, as minutes from the date's 00:00.
 *
 * One that passes midnight ends above 1440 and belongs to the date on which it starts, whole.
 */

import { MINUTES_PER_DAY, minutesOf } from "./civil.ts";

export interface CivilWindow {
  readonly startMin: number;
  readonly endMin: number;
}

const parsed = new Map<string, CivilWindow>();

export function parseWindow(text: string): CivilWindow {
  const window = parsed.get(text) ?? readWindow(text);
  parsed.set(text, window);
  return window;
}

function readWindow(text: string): CivilWindow {
  const [start = "", end = ""] = text.split("-");
  const startMin = minutesOf(start);
  const endMin = minutesOf(end);
  return { startMin, endMin: endMin < startMin ? endMin + MINUTES_PER_DAY : endMin };
}
