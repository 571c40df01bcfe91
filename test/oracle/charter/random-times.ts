/**
 * Random times: dates and times of day on which calendars go wrong, as arbitraries.
 */

import fc from "fast-check";
import { dateAt, HOUR, instantOf, iso, MINUTE, plusDays } from "./paris.ts";

/** Eves of holidays and of weekends that touch one, the two changes of the clock, a leap day, the turn of a year. */
const TROUBLE_DATES = [
  "2026-05-07",
  "2026-05-13",
  "2026-05-22",
  "2026-03-27",
  "2026-10-23",
  "2026-12-24",
  "2026-12-31",
  "2025-07-11",
  "2026-07-13",
  "2026-11-10",
  "2026-08-14",
  "2026-10-30",
  "2027-03-26",
  "2022-04-15",
  "2028-02-28",
  "2024-12-31",
];

export const anchorDate: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TROUBLE_DATES) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 5800 }).map((days) => plusDays("2019-01-01", days)) },
);

/** Midnight, the four edges of the desk's day, and the hours from which four hours end at one of them. */
const edgeOfDay = fc.constantFrom(0, 9, 11, 12, 14, 16, 17).map((hour) => hour * HOUR);
const nearly = fc.constantFrom(0, 0, 0, -1, 1);

/** Milliseconds since midnight on a clock in Paris. */
export const timeOfDay: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(edgeOfDay, nearly).map(([edge, ms]) => Math.max(0, edge + ms)) },
  { weight: 2, arbitrary: fc.constantFrom(2.5, 8.5, 12.5, 13, 16.75, 17.5, 20).map((hour) => hour * HOUR) },
  { weight: 3, arbitrary: fc.integer({ min: 8 * 60, max: 18 * 60 }).map((minutes) => minutes * MINUTE) },
  { weight: 1, arbitrary: fc.constant(24 * HOUR - 1) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 24 * HOUR - 1 }) },
);

/** When something happens: seen from the anchor, from what happened before, or from the edges of the clock. */
export type When =
  | { from: "anchor"; days: number; time: number }
  | { from: "before"; days: number; time: number }
  | { from: "just-before"; ms: number }
  | { from: "due"; ms: number }
  | { from: "far"; ms: number };

const fewDays = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 12 }));

export const atFirst: fc.Arbitrary<When> = fc.record({
  from: fc.constant("anchor" as const),
  days: fewDays,
  time: timeOfDay,
});

export const later: fc.Arbitrary<When> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ from: fc.constant("before" as const), days: fewDays, time: timeOfDay }) },
  { weight: 2, arbitrary: fc.record({ from: fc.constant("just-before" as const), ms: nearly }) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 300 }).map((m) => ({ from: "just-before" as const, ms: m * MINUTE })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 * HOUR }).map((ms) => ({ from: "just-before" as const, ms })) },
  { weight: 1, arbitrary: fc.record({ from: fc.constant("due" as const), ms: nearly }) },
  { weight: 1, arbitrary: fc.record({ from: fc.constant("far" as const), ms: nearly }) },
);

export function clockOn(date: string, time: number): number {
  return instantOf(date, Math.floor(time / HOUR)) + (time % HOUR);
}

/** The same instant as different sources write it: 0 in UTC, 1 by the clock of Paris, 2 by that of Kolkata. */
export function written(instant: number, style: number): string {
  if (style === 0) return iso(instant);
  const noon = `${dateAt(instant)}T12:00:00Z`;
  const offset = style === 1 ? (Date.parse(noon) - instantOf(dateAt(instant), 12)) / MINUTE : 330;
  const clock = new Date(instant + offset * MINUTE).toISOString().slice(0, -1);
  const [hours, minutes] = [Math.floor(offset / 60), offset % 60].map((part) => String(part).padStart(2, "0"));
  return `${clock}+${hours}:${minutes}`;
}
