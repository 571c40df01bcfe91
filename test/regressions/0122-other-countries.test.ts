/**
 * A country's code among the holidays leads to the package that has it: before, "known zones: FR …" was all that was said.
 */
import { describe, expect, it } from "vitest";
import { dateHolidaysSource } from "../../src/date-holidays/index.ts";
import { createCalendar } from "../../src/index.ts";
import { refusal } from "../unit/refusals.ts";

const HOURS = { timeZone: "America/New_York", week: { "mon-fri": ["09:00-17:00"] } };
const told = (name: string, options: object = {}): string =>
  refusal(() => createCalendar({ ...HOURS, holidays: [name] }, options)).message;

describe("a country of the optional package", () => {
  it.each([
    ["US", "date-holidays:US"],
    ["us", "date-holidays:US"],
    ["US-NY", "date-holidays:US-NY"],
    ["de-by-a", "date-holidays:DE-BY-A"],
  ])("%s is told how it is written", (name, written) => {
    const message = told(name);
    expect(message).toContain(`"${name}" is no known source of holidays`);
    expect(message).toContain(`npm install date-holidays, write "${written}" and give its reader`);
    expect(message).not.toContain("known zones");
  });

  it("is told the name alone where the reader is given already, as the program does", () => {
    const message = told("US", { sources: { "date-holidays": dateHolidaysSource } });
    expect(message).toMatch(/come from the optional package date-holidays: write "date-holidays:US"$/);
    const desk = createCalendar(
      { ...HOURS, holidays: ["date-holidays:US"] },
      { sources: { "date-holidays": dateHolidaysSource } },
    );
    expect(desk.isWorkingDay("2026-11-26")).toBe(false);
  });

  it.each(["Germany", "FRA", "FR-99"])("%s is told the zones that are known, and where others are", (name) => {
    expect(told(name)).toMatch(/did you mean|other countries come from the package date-holidays/);
  });
});
