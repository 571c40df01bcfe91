/**
 * Working days against numpy's own answers, recorded by numpy-working-days.py with Debian's python3-numpy.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createCalendar, isOuvreeError, type Roll } from "../../src/index.ts";

interface Vectors {
  readonly version: string;
  readonly calendars: Readonly<Record<string, { weekmask: string; holidays: string[] }>>;
  readonly offsets: readonly (readonly [calendar: string, date: string, count: number, roll: Roll, answer: string | null])[];
  readonly counts: readonly (readonly [calendar: string, from: string, to: string, count: number])[];
}

const vectors = JSON.parse(readFileSync(new URL("numpy-working-days.json", import.meta.url), "utf8")) as Vectors;
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** numpy's weekmask and holidays as a calendar, known for the years of the vectors and those beside. */
function calendarOf({ weekmask, holidays }: { weekmask: string; holidays: string[] }): ReturnType<typeof createCalendar> {
  const open = DAYS.filter((_, day) => weekmask[day] === "1");
  return createCalendar({
    timeZone: "Europe/Paris",
    week: { [open.join(",")]: ["09:00-17:00"] },
    holidays: [{ dates: holidays, from: "2010-01-01", to: "2040-12-31" }],
  });
}

describe(`numpy ${vectors.version}`, () => {
  for (const [name, definition] of Object.entries(vectors.calendars)) {
    const desk = calendarOf(definition);

    it(`busday_offset on ${name}; null is where it raises`, () => {
      const cases = vectors.offsets.filter(([calendar]) => calendar === name);
      expect(cases.length).toBeGreaterThan(700);
      const answers = cases.map(([, date, count, roll]) => {
        try {
          return desk.addWorkingDays(date, count, { roll });
        } catch (error) {
          if (!isOuvreeError(error) || error.code !== "calendar.not-a-working-day") throw error;
          return null;
        }
      });
      expect(answers).toEqual(cases.map(([, , , , answer]) => answer));
    });

    it(`busday_count on ${name}`, () => {
      const cases = vectors.counts.filter(([calendar]) => calendar === name);
      expect(cases.length).toBeGreaterThan(200);
      expect(cases.map(([, from, to]) => desk.workingDaysBetween(from, to))).toEqual(cases.map(([, , , count]) => count));
    });
  }
});
