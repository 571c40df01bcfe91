/**
 * Calendars that never open, or hardly ever: refused when that can be seen, and bounded searches otherwise. The bounds
 * on time are generous for a shared machine.
 */

import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { processorMs } from "../../helpers/processor-time.ts";
import { ALWAYS, expectRefusal, make } from "../refusals.ts";

const GENEROUS_MS = 2_000;

/** Runs `act` and asserts that it did not take long. */
function quickly<T>(act: () => T): T {
  const start = processorMs();
  const answer = act();
  expect(processorMs() - start).toBeLessThan(GENEROUS_MS);
  return answer;
}

describe("a calendar without any hours is refused at once", () => {
  const never = { code: "calendar.never-open", path: ["week"], message: /never opens/, count: 1 };

  it("with no week, an empty week, or a week of closed days", () => {
    for (const week of [undefined, {}, { "mon-sun": [] }, { mon: [], "tue,thu": [] }]) {
      expectRefusal(() => make({ timeZone: "Europe/Paris", week }), never);
    }
  });

  it("with exceptions that only close", () => {
    expectRefusal(() => make({ timeZone: "Europe/Paris", exceptions: { "2026-12-31": [] } }), never);
  });

  it("with holidays and closures besides", () => {
    const definition = { timeZone: "Europe/Paris", week: {}, holidays: ["FR"], closures: ["2026-12-24"] };
    expectRefusal(() => make(definition), never);
  });

  it("by its other problems first, where it has any", () => {
    expectRefusal(() => make({ timeZone: "Mars/Phobos", week: {} }), { code: "schedule.unknown-zone", count: 1 });
  });

  it("also when the hours are taken away by with()", () => {
    expectRefusal(() => ALWAYS.with({ week: {} }), never);
  });
});

describe("a search that finds nothing ends in an error, soon", () => {
  it("when the only opening is in the past", () => {
    const desk = make({ timeZone: "Europe/Paris", exceptions: { "2020-06-01": ["09:00-12:00"] } });
    const expected = { code: "calendar.beyond-reach", message: /2200-01-01.*2199-12-31/ };
    quickly(() => expectRefusal(() => desk.nextOpen("2026-01-01T00:00Z"), expected));
    quickly(() => expectRefusal(() => desk.add("2026-01-01T00:00Z", 1), expected));
    expect(desk.previousOpen("2026-01-01T00:00Z").toISO()).toBe("2020-06-01T12:00:00.000+02:00");
  });

  it("when the only opening is in the future, and the search goes back", () => {
    const desk = make({ timeZone: "Europe/Paris", exceptions: { "2030-06-03": ["09:00-12:00"] } });
    const expected = { code: "calendar.beyond-reach", message: /1899-12-31.*1900-01-01/ };
    quickly(() => expectRefusal(() => desk.previousOpen("2026-01-01T00:00Z"), expected));
    quickly(() => expectRefusal(() => desk.subtract("2026-01-01T00:00Z", 1), expected));
  });

  it("when every date of decades is a holiday", () => {
    const dates: string[] = [];
    for (let ms = Date.UTC(2000, 0, 1); ms < Date.UTC(2050, 0, 1); ms += 86_400_000) {
      dates.push(new Date(ms).toISOString().slice(0, 10));
    }
    const desk = quickly(() =>
      make({ timeZone: "Europe/Paris", week: { "mon-sun": ["09:00-17:00"] }, holidays: [{ dates }] }),
    );
    const expected = { code: "calendar.beyond-reach", message: /2050-01-01.*2049-12-31/ };
    quickly(() => expectRefusal(() => desk.nextOpen("2000-06-01T00:00Z"), expected));
    quickly(() => expectRefusal(() => desk.addWorkingDays("2000-06-01", 1), expected));
  });

  it("when closures cover all the supported years", () => {
    const closures = [{ from: "1900-01-01", to: "2199-12-31" }];
    const desk = make({ timeZone: "Europe/Paris", week: { "mon-sun": ["09:00-17:00"] }, closures });
    quickly(() => expectRefusal(() => desk.nextOpen("2026-01-01T00:00Z"), { code: "calendar.beyond-reach" }));
    quickly(() => expectRefusal(() => desk.addWorkingDays("2026-01-01", 1), { code: "calendar.beyond-reach" }));
  });

  it("when a minute a year must make up 10,000 hours", () => {
    const exceptions: Record<string, string[]> = {};
    for (let year = 1900; year < 2200; year++) exceptions[`${year}-06-01`] = ["12:00-12:01"];
    const desk = make({ timeZone: "Europe/Paris", exceptions });
    quickly(() => {
      const expected = { code: "calendar.beyond-reach", message: /2200-01-01/ };
      expectRefusal(() => desk.add("1950-01-01T00:00Z", "PT10000H"), expected);
    });
    // A minute a year for 100 minutes is a hundred years, which is fine: 2026-06-01 is the first, 2125-06-01 the last.
    const due = quickly(() => desk.add("2026-01-01T00:00Z", "PT100M"));
    expect(due.toISO()).toBe("2125-06-01T12:01:00.000+02:00");
  });

  it("when an endless duration is asked for", () => {
    const desk = make({ timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } });
    const ask = (): unknown => desk.add("2026-01-01T00:00Z", Number.MAX_SAFE_INTEGER);
    quickly(() => expectRefusal(ask, { code: "calendar.beyond-reach" }));
    const many = (): unknown => desk.addWorkingDays("2026-01-01", Number.MAX_SAFE_INTEGER);
    quickly(() => expectRefusal(many, { code: "calendar.beyond-reach" }));
  });
});

describe("a window that the clock skips", () => {
  it("is no open time on that date, and the search goes on to the next week", () => {
    const desk = createCalendar({ timeZone: "Europe/Paris", week: { sun: ["02:15-02:45"] } }, { output: "iso" });
    expect(desk.isWorkingDay("2026-03-29")).toBe(false);
    expect(desk.nextOpen("2026-03-28T12:00Z")).toBe("2026-04-05T02:15:00.000+02:00");
    expect(desk.add("2026-03-28T12:00Z", "PT30M")).toBe("2026-04-05T02:45:00.000+02:00");
  });

  it("that is the only one of the calendar leaves a calendar that never opens, and no loop", () => {
    const desk = make({ timeZone: "Europe/Paris", exceptions: { "2026-03-29": ["02:15-02:45"] } });
    quickly(() => expectRefusal(() => desk.nextOpen("2026-01-01T00:00Z"), { code: "calendar.beyond-reach" }));
    quickly(() => expectRefusal(() => desk.previousOpen("2027-01-01T00:00Z"), { code: "calendar.beyond-reach" }));
    expect(desk.windows("2026-01-01T00:00Z", "2027-01-01T00:00Z")).toEqual([]);
  });
});
