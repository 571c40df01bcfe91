/**
 * Countries that move working days by decree are refused: before, worked Saturdays were closed and bridge days open up to 2060.
 * Expected: in 2026 Hungary works Saturday 10 January for Friday 2 January (decree of the Ministry for National Economy).
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dateHolidays, dateHolidaysSource } from "../../src/date-holidays/index.ts";
import { MOVED_DAYS } from "../../src/date-holidays/moved-days.ts";
import { createCalendar } from "../../src/index.ts";
import { expectRefusal, refusal } from "../unit/refusals.ts";

const HOURS = { timeZone: "Europe/Budapest", week: { "mon-fri": ["09:00-17:00"] } };
const sources = { "date-holidays": dateHolidaysSource };

describe("a country that moves working days", () => {
  it.each(Object.keys(MOVED_DAYS))("%s is refused, with the two ways out", (country) => {
    const error = refusal(() => dateHolidays(country));
    expect([error.code, error.issues[0]?.path]).toEqual(["holidays.moved-days", ["movedDays"]]);
    expect(error.message).toContain(`${country} moves working days by decree`);
    expect(error.message).toContain(`"date-holidays:${country}?movedDays=ignore"`);
    expect(error.message).toContain("{ dates: [...] }");
  });

  it("is refused by name, too, at the place of the definition", () => {
    const make = (): unknown => createCalendar({ ...HOURS, holidays: ["FR", "date-holidays:RU"] }, { sources });
    expectRefusal(make, { code: "holidays.moved-days", path: ["holidays", 1] });
  });

  it("is refused for a state of it, whatever the case", () => {
    expectRefusal(() => dateHolidays("ru", "mow"), { code: "holidays.unknown-source" });
    expectRefusal(() => dateHolidays("hu"), { code: "holidays.moved-days" });
  });

  it("is taken by who says so, and says so in its name", () => {
    const { source } = dateHolidays("HU", { movedDays: "ignore", to: 2030 });
    expect(source).toBe("date-holidays:HU?to=2030&movedDays=ignore");
    expect(dateHolidaysSource(source).source).toBe(source);
    const desk = createCalendar({ ...HOURS, holidays: [source] }, { sources });
    // 23 October 2026, the national day, is a Friday.
    expect(desk.isWorkingDay("2026-10-23")).toBe(false);
  });

  it("may have them as the calendar's own dates", () => {
    const desk = createCalendar({
      ...HOURS,
      holidays: [dateHolidays("HU", { movedDays: "ignore" })],
      closures: ["2026-01-02"],
      exceptions: { "2026-01-10": ["09:00-17:00"] },
    });
    expect([desk.isWorkingDay("2026-01-02"), desk.isWorkingDay("2026-01-10")]).toEqual([false, true]);
  });

  it.each([
    ["ignored", /is not what becomes of moved days; write "ignore"/],
    [[{ date: "2026-01-10", worked: true }], /moved days are no list here yet: write days off into closures/],
  ])("refuses movedDays: %j", (movedDays, message) => {
    const error = refusal(() => dateHolidays("HU", { movedDays } as never));
    expect(error.issues.map(({ code, path }) => [code, path])).toEqual([["holidays.bad-source", ["movedDays"]]]);
    expect(error.message).toMatch(message);
  });

  it("is no other country", () => {
    for (const country of ["US", "DE", "GB", "FR", "JP", "PL"]) expect(dateHolidays(country).source).toContain(country);
  });
});

it("the page names the countries that are refused, and no others", () => {
  const page = readFileSync("docs/holidays.md", "utf8");
  const table = page.slice(page.indexOf("### Moved days")).split("\n\n")[2]!;
  const named = [...table.matchAll(/`([A-Z]{2})`/g)].map(([, country]) => country);
  expect(named.sort()).toEqual(Object.keys(MOVED_DAYS).sort());
});
