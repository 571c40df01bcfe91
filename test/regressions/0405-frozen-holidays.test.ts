/**
 * The holidays of a calendar as a plain list: a calendar with that list answers as the first one does. Law over random calendars.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateHolidays } from "../../src/date-holidays/index.ts";
import { createCalendar, freezeHolidays, union } from "../../src/index.ts";
import { refusal } from "../unit/refusals.ts";

const HOURS = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] } };

describe("frozen holidays", () => {
  it("are dates with their names, and the reach that was asked for", () => {
    const desk = createCalendar({ ...HOURS, holidays: ["FR"] });
    expect(freezeHolidays(desk, "2026-05-01", "2026-05-14")).toEqual({
      dates: [
        { date: "2026-05-01", name: "Labour Day" },
        { date: "2026-05-08", name: "Victory in Europe Day" },
        { date: "2026-05-14", name: "Ascension Day" },
      ],
      from: "2026-05-01",
      to: "2026-05-14",
    });
  });

  it("close as the holidays did, parts of dates and reopened ones included", () => {
    const made = [
      { ...HOURS, holidays: ["FR-57"], reopen: ["fr.pentecost-monday", "2026-07-14"] },
      { ...HOURS, timeZone: "Atlantic/Reykjavik", holidays: [dateHolidays("IS")] },
      { ...HOURS, holidays: ["FR", { dates: ["2026-03-02"], from: "2020-01-01", to: "2030-12-31" }] },
    ].map((definition) => {
      const desk = createCalendar(definition, { output: "ms" });
      const list = freezeHolidays(desk, "2026-01-01", "2026-12-31");
      const { reopen: _, ...rest } = desk.definition;
      return [desk, createCalendar({ ...rest, holidays: [list] }, { output: "ms" })] as const;
    });
    const instant = fc.integer({ min: Date.UTC(2026, 0, 2), max: Date.UTC(2026, 11, 30) });
    const property = fc.property(fc.constantFrom(...made), instant, instant, ([desk, frozen], a, b) => {
      expect(frozen.elapsed(a, b)).toBe(desk.elapsed(a, b));
      expect(frozen.isOpen(a)).toBe(desk.isOpen(a));
    });
    fc.assert(property, { numRuns: 300 });
  });

  it("are refused where they are not known, and of a calendar that is made of others", () => {
    const desk = createCalendar({ ...HOURS, holidays: [{ dates: ["2026-03-02"] }] });
    expect(refusal(() => freezeHolidays(desk, "2026-01-01", "2027-01-01")).code).toBe("calendar.beyond-reach");
    const both = union([desk, createCalendar(HOURS)]);
    expect(refusal(() => freezeHolidays(both, "2026-01-01", "2026-02-01"))).toMatchObject({
      ...{ code: "calendar.bad-option", issues: [{ path: ["calendar"] }] },
    });
  });
});
