/**
 * Civil times of day, `HH:MM`, as minutes since the date's 00:00. `24:00` is an end only: the next date's 00:00.
 */
import { MINUTES_PER_DAY } from "./units.ts";

/** Minutes of exactly `HH:MM`, 00:00 to 24:00, or undefined for any other text. */
export function parseTime(text: string): number | undefined {
  // Not \d with the u flag: only ASCII digits are times.
  if (!/^[0-9]{2}:[0-9]{2}$/.test(text)) return undefined;
  const hour = Number(text.slice(0, 2));
  const minute = Number(text.slice(3));
  const total = hour * 60 + minute;
  return minute < 60 && total <= MINUTES_PER_DAY ? total : undefined;
}

/** `HH:MM` of minutes 0 to 1440. */
export function formatTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
