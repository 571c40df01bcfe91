/**
 * `parseOpeningHours`: what is carried, and how; what is refused, where and why.
 */

import { describe, expect, test } from "vitest";
import { type CalendarDefinition, createCalendar, type HolidaySourceDefinition } from "../../../src/index.ts";
import { parseOpeningHours } from "../../../src/opening-hours/index.ts";
import { processorMs } from "../../helpers/processor-time.ts";
import { refusal } from "../refusals.ts";

const options = { timeZone: "Europe/Paris", holidays: ["FR"] };

describe("carried", () => {
  test.each<[string, Omit<CalendarDefinition, "timeZone">]>([
    ["24/7", { week: { "mon-sun": ["00:00-24:00"] } }],
    ["open", { week: { "mon-sun": ["00:00-24:00"] } }],
    ["Mo-Fr 09:00-12:00,14:00-17:00", { week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] } }],
    ["Mo-Fr 09:00-12:00, 14:00-17:00 open", { week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] } }],
    ["Fr-Mo 22:00-26:00", { week: { "mon,fri-sun": ["22:00-02:00"] } }],
    ["10:00-18:00; Sa , Su off", { week: { "mon-fri": ["10:00-18:00"] } }],
    ["Mo-Fr 09:00-17:00; We 10:00-12:00", { week: { "mon,tue,thu,fri": ["09:00-17:00"], wed: ["10:00-12:00"] } }],
    ["Mo-Fr 09:00-17:00, We 16:00-20:00", { week: { "mon,tue,thu,fri": ["09:00-17:00"], wed: ["09:00-20:00"] } }],
    [
      "Mo-Fr 09:00-17:00; Fr 12:00-13:00 off",
      { week: { "mon-thu": ["09:00-17:00"], fri: ["09:00-12:00", "13:00-17:00"] } },
    ],
    ["Mo-Fr 09:00-17:00; PH closed", { week: { "mon-fri": ["09:00-17:00"] }, holidays: ["FR"] }],
    ["Mo-Fr 09:00-17:00; Sa,Su,PH off", { week: { "mon-fri": ["09:00-17:00"] }, holidays: ["FR"] }],
    ["Mo-Su,PH 09:00-17:00", { week: { "mon-sun": ["09:00-17:00"] } }],
    [
      "Mo 09:00-17:00; Dec 24: 09:00-12:00",
      { week: { mon: ["09:00-17:00"] }, exceptions: { "12-24": ["09:00-12:00"] } },
    ],
    ["Mo 09:00-17:00; Dec 25-Jan 2 off", { week: { mon: ["09:00-17:00"] }, closures: ["12-25/01-02"] }],
    [
      'Mo 09:00-17:00; 2026 Aug 03-14 off "summer"',
      { week: { mon: ["09:00-17:00"] }, closures: [{ date: "2026-08-03/2026-08-14", name: "summer" }] },
    ],
    [
      "Mo 09:00-17:00; Dec 24 13:00-24:00 off",
      { week: { mon: ["09:00-17:00"] }, closures: [{ date: "12-24", from: "13:00", to: "24:00" }] },
    ],
    ["Mo 09:00-17:00; Feb,Jul-Aug off", { week: { mon: ["09:00-17:00"] }, closures: ["02-01/02-29", "07-01/08-31"] }],
    [
      "Mo 09:00-17:00; 2026 off; 2027 Feb off",
      { week: { mon: ["09:00-17:00"] }, closures: ["2026-01-01/2026-12-31", "2027-02-01/2027-02-28"] },
    ],
    [
      "Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-12:00",
      { week: { "mon-fri": ["09:00-17:00"] }, exceptions: { "07-01/08-31": { "mon-fri": ["09:00-12:00"] } } },
    ],
    [
      "Mo-Sa 09:00-17:00; Jul 01-31 Mo-Fr 09:00-12:00",
      {
        week: { "mon-sat": ["09:00-17:00"] },
        // Saturday is not named: its hours stay.
        exceptions: { "07-01/07-31": { "mon-fri": ["09:00-12:00"], sat: ["09:00-17:00"] } },
      },
    ],
    [
      "Mo-Fr 09:00-17:00; 2026 Jul 01-2026 Aug 31 Mo-Fr 09:00-12:00; PH off",
      {
        week: { "mon-fri": ["09:00-17:00"] },
        holidays: ["FR"],
        versions: [
          { from: "2026-07-01", week: { "mon-fri": ["09:00-12:00"] } },
          { from: "2026-09-01", week: { "mon-fri": ["09:00-17:00"] } },
        ],
      },
    ],
    [
      "Mo-Fr 09:00-17:00; Dec 20-31 10:00-12:00; 2026 Dec 21-23 off; 2026 Dec 24 10:00-11:00",
      {
        week: { "mon-fri": ["09:00-17:00"] },
        exceptions: { "12-20/12-31": ["10:00-12:00"], "2026-12-21/2026-12-23": [], "2026-12-24": ["10:00-11:00"] },
      },
    ],
    // No holiday of France falls on 24 December: which of the two rules wins makes no difference.
    [
      "Mo 09:00-17:00; Dec 24 09:00-12:00; PH off",
      { week: { mon: ["09:00-17:00"] }, holidays: ["FR"], exceptions: { "12-24": ["09:00-12:00"] } },
    ],
  ])("%s", (text, expected) => {
    expect(parseOpeningHours(text, options)).toEqual({ timeZone: "Europe/Paris", ...expected });
  });

  test("the name and the zone are the caller's, and without PH there are no holidays", () => {
    const definition = parseOpeningHours("Mo 09:00-17:00", { ...options, name: "desk" });
    expect(definition).toEqual({ timeZone: "Europe/Paris", name: "desk", week: { mon: ["09:00-17:00"] } });
    expect(createCalendar(definition).definition).toEqual(definition);
  });
});

describe("refused", () => {
  test.each<[string, number, RegExp]>([
    ["", 0, /the text ends; expected a rule/],
    ["Mo-Fr 09:00-17:00;", 18, /the text ends; expected a rule/],
    ["Mo-Fr", 5, /the rule says no hours/],
    ["mo 09:00-17:00", 0, /"mo" is not a rule; did you mean "Mo"\?/],
    ["Monday 09:00-17:00", 0, /did you mean "Mo"\?/],
    ["constructor 09:00-17:00", 0, /"constructor" is not a rule; expected a rule/],
    ["Mo 9:00-17:00", 3, /"9:00" is not HH:MM; write "09:00"/],
    ["Mo 09:60-17:00", 3, /times go from 00:00 to 24:00/],
    ["Mo 24:00-26:00", 3, /24:00 is an end only/],
    ["Mo 09:00–17:00", 8, /"–" is not "-" and the time of closing/],
    ["Mo 09:00-17:00 Tu 09:00-17:00", 15, /"Tu" is not the end of the rule, a semicolon or a comma/],
    ["Feb 30 off", 4, /"30" is not a day of Feb/],
    ["2026 Dec 24-2026 Dec 20 off", 21, /the stretch ends before it begins/],
    ["Mo-Fr 09:00-17:00 é", 18, /"é" is not the end of the rule/],
  ])("no opening_hours: %j", (text, at, message) => {
    const { issues } = refusal(() => parseOpeningHours(text, options));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: "opening-hours.bad-text", path: ["text", at] });
    expect(issues[0]!.message).toMatch(message);
  });

  test.each<[string, number, RegExp]>([
    ["Mo 09:00-17:00 || off", 15, /fallback/],
    ["Mo 10:00+", 8, /open end/],
    ["Mo 10:00-12:00+", 14, /open end/],
    ["Mo sunrise-12:00", 3, /the sun/],
    ["Mo 10:00-sunset", 9, /the sun/],
    ["Mo[1] 10:00-12:00", 2, /first or last weekday of a month/],
    ["week 2-10 10:00-12:00", 0, /week numbers/],
    ["easter off", 0, /Easter/],
    ["SH off", 0, /school holidays/],
    ['Mo 10:00-12:00 "by appointment"', 15, /comment/],
    ["Mo unknown", 3, /neither open nor closed/],
    ["Mo 10:00-10:00", 9, /a whole day is 00:00-24:00/],
    ["Mo 22:00-47:00", 9, /a day or longer/],
    ["2026-2028 off", 0, /a stretch of years/],
    ["2026 Dec 24,Dec 31 off", 12, /write the year again/],
    ["Dec 24,31 off", 7, /a day without its month/],
    ["2026 Dec 24-Jan 02 off", 16, /the year of the last day/],
    ["1899 off", 0, /the years 1900 to 2199/],
    ["Jan 10-Feb 29 off", 11, /end on Feb 28/],
    ["Mo 10:00-12:00; PH 10:00-11:00", 16, /hours of holidays are not known yet/],
    ["Mo 10:00-12:00; Sa,PH 10:00-11:00", 16, /hours of holidays are not known yet/],
    ["Mo 10:00-12:00; Dec PH off", 16, /some dates/],
    ["Mo 10:00-12:00, PH off", 16, /off has none to add; write a semicolon/],
    ["Mo 10:00-12:00; PH off; Sa 10:00-12:00", 24, /write PH off behind it/],
    ["Mo 10:00-12:00; Dec 24 off; Sa 10:00-12:00", 28, /write the hours of the week first/],
    // The night before a holiday is cut at midnight there, and goes on here.
    ["Mo-Su 22:00-06:00; PH off", 19, /cuts them at midnight/],
    ["Mo-Th 18:00-02:00; Fr,Sa 18:00-04:00", 19, /cuts them at midnight/],
    ["Fr 18:00-02:00; 2026 May 23 off", 16, /cuts them at midnight/],
    ["Dec 31 20:00-04:00; Jan 01 off", 20, /cuts them at midnight/],
    ["Mo-Su 10:00-12:00; Dec 25 11:00-12:00; PH off", 19, /closes holidays on its dates/],
    ["Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-12:00; PH off", 19, /with its year and weekdays/],
    ["Mo-Sa 09:00-17:00; PH off; Jul Mo-Fr 09:00-12:00", 27, /name all seven weekdays/],
    ["Mo 10:00-12:00; 2026 Dec 24 10:00-11:00; Dec 24 off", 41, /one date over a range/],
    ["Mo 10:00-12:00; Dec 20-26 10:00-11:00; Dec 24-31 off", 39, /of the same kind/],
    ["Mo 10:00-12:00; Dec 20-26 10:00-12:00; Dec 24 11:00-12:00 off", 39, /write the hours that are left/],
    ["Mo 10:00-12:00, Dec 24 14:00-15:00", 16, /write all their hours behind a semicolon/],
  ])("no calendar: %s", (text, at, message) => {
    const { issues } = refusal(() => parseOpeningHours(text, options));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: "opening-hours.not-carried", path: ["text", at] });
    expect(issues[0]!.message).toMatch(message);
  });

  test("every problem at once, each with its place", () => {
    const { code, issues } = refusal(() => parseOpeningHours("Mon 09:00-17:00; sunrise off; Mo 09:00+", options));
    expect(code).toBe("opening-hours.bad-text");
    expect(issues.map(({ path }) => path)).toEqual([
      ["text", 0],
      ["text", 17],
      ["text", 38],
    ]);
  });

  test("PH needs holidays of whole days", () => {
    const holidays = (sources: readonly HolidaySourceDefinition[] | undefined): unknown => {
      const rest = sources === undefined ? {} : { holidays: sources };
      return refusal(() => parseOpeningHours("Mo 09:00-17:00; PH off", { timeZone: "UTC", ...rest })).issues;
    };
    expect(holidays(undefined)).toMatchObject([{ code: "opening-hours.not-carried", path: ["holidays"] }]);
    expect(holidays([])).toMatchObject([{ code: "opening-hours.not-carried", path: ["holidays"] }]);
    const half = { dates: [{ date: "2026-12-24", closed: "13:00-24:00" }] };
    expect(holidays([half])).toMatchObject([{ code: "opening-hours.not-carried", path: ["holidays"] }]);
  });

  test("options are checked as those of a calendar are", () => {
    const ask = (given: unknown): unknown => refusal(() => parseOpeningHours("24/7", given as never)).code;
    expect(ask({ timeZone: "Europe/Pari" })).toBe("schedule.unknown-zone");
    expect(ask({})).toBe("schedule.missing-key");
    expect(ask(undefined)).toBe("calendar.bad-option");
    expect(ask({ timeZone: "UTC", holiday: ["FR"] })).toBe("calendar.bad-option");
    expect(ask({ timeZone: "UTC", holidays: ["FRANCE"] })).toBe("holidays.unknown-source");
    expect(refusal(() => parseOpeningHours("off", options)).code).toBe("calendar.never-open");
    expect(refusal(() => parseOpeningHours(7 as never, options)).code).toBe("opening-hours.bad-text");
  });

  test("long texts cost time that grows with their length", () => {
    const pieces = ["Mo ", ";", '"', "(", "09:00-10:00,", "Mo 09:00-10:00;", "2026 ", "|| ", "Jan 01 off,", "é"];
    const startMs = processorMs();
    for (const piece of pieces) {
      const text = piece.repeat(100_000 / piece.length);
      expect(refusal(() => parseOpeningHours(text, options)).issues.length).toBeLessThanOrEqual(101);
    }
    expect(processorMs() - startMs).toBeLessThan(10_000);
    const long = "Mo 09:00-10:00; ".repeat(10_000);
    expect(refusal(() => parseOpeningHours(long, options)).message).toMatch(/100000 characters/);
  });
});
