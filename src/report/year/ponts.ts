/**
 * The ponts of a year, also where the date beside its first or last day is unknown.
 */
import type { Calendar } from "../../calendar/calendar.ts";
import type { Output } from "../../calendar/output.ts";

/** Ponts of the year, and the dates for which the reach ends too early to say. */
export function pontsOf<O extends Output>(calendar: Calendar<O>, year: number): { ponts: string[]; unknown: string[] } {
  const first = `${year}-01-01`;
  const last = `${year}-12-31`;
  const { from, to } = calendar.reach;
  const asked = {
    from: from === first ? `${year}-01-02` : first,
    to: to === last ? `${year}-12-30` : last,
  };
  // A closed date is no pont, nor is one beside a working day: then nothing is unknown.
  const mayBe = (date: string, beside: string): boolean =>
    calendar.isWorkingDay(date) && !calendar.isWorkingDay(beside);
  return {
    ponts: calendar.bridgeDays(asked.from, asked.to),
    unknown: [
      ...(asked.from !== first && mayBe(first, asked.from) ? [first] : []),
      ...(asked.to !== last && mayBe(last, asked.to) ? [last] : []),
    ],
  };
}
