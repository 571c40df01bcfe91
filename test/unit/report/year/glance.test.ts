/**
 * A year at a glance, as data. Expected figures are counted by hand.
 *
 * 2026 begins on a Thursday: 52 weeks and a Thursday, so 261 dates from Monday to Friday. The eleven national holidays of France (Code du
 * travail, L3133-1) are 1 January (Thursday), 6 April (Easter Monday), 1 May and 8 May (Fridays), 14 May (Ascension Thursday), 25 May
 * (Whit Monday), 14 July (Tuesday), 15 August (Saturday), 1 November (Sunday), 11 November (Wednesday), 25 December (Friday): nine of
 * them on weekdays.
 */
import { describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  complement,
  createCalendar,
  difference,
  intersection,
  union,
} from "../../../../src/index.ts";
import { type YearGlance, yearAtAGlance } from "../../../../src/report/index.ts";
import { expectRefusal } from "../../refusals.ts";

const HOUR = 3_600_000;
const PLAIN: CalendarDefinition = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] }, holidays: ["FR"] };
const glanceOf = (definition: CalendarDefinition<string>, year = 2026): YearGlance =>
  yearAtAGlance(createCalendar(definition), year);
const dayOf = (glance: YearGlance, date: string) => glance.days.find((day) => day.date === date)!;

describe("France in 2026, Monday to Friday", () => {
  const glance = glanceOf(PLAIN);

  it("has 252 working days, by month as counted on a calendar", () => {
    expect(glance.months.map(({ workingDays }) => workingDays)).toEqual([
      21, 20, 22, 21, 17, 22, 22, 21, 22, 22, 20, 22,
    ]);
    expect(glance.totals).toEqual({ days: 365, workingDays: 252, openMs: 252 * 8 * HOUR, holidays: 11, ponts: 3 });
    expect(glance.months[4]).toEqual({ month: 5, days: 31, workingDays: 17, openMs: 17 * 8 * HOUR });
  });

  it("has the eleven national holidays, on weekdays and on weekends", () => {
    const found = glance.days.filter(({ kind }) => kind === "holiday");
    expect(found.map(({ date, weekday, holidays }) => [date, weekday, holidays[0]?.names.fr])).toEqual([
      ["2026-01-01", 4, "Jour de l'An"],
      ["2026-04-06", 1, "Lundi de Pâques"],
      ["2026-05-01", 5, "Fête du Travail"],
      ["2026-05-08", 5, "Victoire de 1945"],
      ["2026-05-14", 4, "Ascension"],
      ["2026-05-25", 1, "Lundi de Pentecôte"],
      ["2026-07-14", 2, "Fête nationale"],
      ["2026-08-15", 6, "Assomption"],
      ["2026-11-01", 7, "Toussaint"],
      ["2026-11-11", 3, "Armistice de 1918"],
      ["2026-12-25", 5, "Noël"],
    ]);
  });

  it("has the three ponts: after New Year and Ascension Thursday, before the Tuesday of 14 July", () => {
    expect(glance.ponts).toEqual(["2026-01-02", "2026-05-15", "2026-07-13"]);
    expect(glance.days.filter(({ pont }) => pont).map(({ date }) => date)).toEqual(glance.ponts);
    expect(glance.pontsUnknown).toEqual([]);
  });

  it("is plain JSON, and every date once", () => {
    expect(JSON.parse(JSON.stringify(glance))).toEqual(glance);
    expect(new Set(glance.days.map(({ date }) => date)).size).toBe(365);
    expect([glance.days[0]?.date, glance.days.at(-1)?.date]).toEqual(["2026-01-01", "2026-12-31"]);
    expect(glanceOf(PLAIN, 2028).days).toHaveLength(366);
  });

  it("has a working day less in Metz: Good Friday is 3 April, and 26 December a Saturday", () => {
    const { totals, days } = glanceOf({ ...PLAIN, holidays: ["FR-57"] });
    expect([totals.workingDays, totals.holidays]).toEqual([251, 13]);
    expect(days.find(({ date }) => date === "2026-04-03")?.kind).toBe("holiday");
  });
});

describe("the kind of a date", () => {
  const glance = glanceOf({
    ...PLAIN,
    holidays: ["FR", { dates: [{ date: "2026-12-31", name: "Silvester", closed: "12:00-24:00" }] }],
    closures: [
      { from: "2026-08-10", to: "2026-08-16", name: "summer" },
      { date: "2026-12-24", from: "13:00", to: "24:00", name: "Christmas Eve" },
      // After closing: it takes nothing.
      { date: "2026-12-23", from: "18:00", to: "24:00", name: "party" },
      // All of its windows.
      { date: "2026-12-22", from: "08:00", to: "18:00", name: "move" },
    ],
    exceptions: { "2026-06-06": ["09:00-12:00"], "2026-06-08": [], "2026-11-11": ["10:00-12:00"] },
  });

  it.each([
    ["2026-06-05", "working", true, 8, "a Friday"],
    ["2026-06-07", "no-hours", false, 0, "a Sunday"],
    ["2026-12-25", "holiday", false, 0, "Christmas"],
    ["2026-08-13", "closure", false, 0, "one's own"],
    ["2026-08-15", "holiday", false, 0, "a holiday within a closure"],
    ["2026-06-06", "exception", true, 3, "a Saturday that is opened"],
    ["2026-06-08", "exception", false, 0, "a Monday that is closed"],
    ["2026-11-11", "exception", true, 2, "a holiday that is opened"],
    ["2026-12-24", "part-day", true, 4, "closed from 13:00"],
    ["2026-12-31", "part-day", true, 3, "a holiday from noon"],
    ["2026-12-23", "working", true, 8, "closed after closing"],
    ["2026-12-22", "closure", false, 0, "closed for a part that is all of it"],
  ])("%s is %s (%s, %d h): %s", (date, kind, working, hours) => {
    expect(dayOf(glance, date)).toMatchObject({ kind, working, openMs: hours * HOUR });
  });
});

describe("open time is real time by instants", () => {
  const hoursOf = (glance: YearGlance): number[] => glance.months.map(({ openMs }) => openMs / HOUR);

  it("is an hour less in March and more in October, around the clock", () => {
    const glance = glanceOf({ timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] } });
    expect(hoursOf(glance)).toEqual([744, 672, 743, 720, 744, 720, 744, 744, 720, 745, 720, 744]);
    expect(glance.totals.openMs).toBe(8760 * HOUR);
    expect([dayOf(glance, "2026-03-29").openMs, dayOf(glance, "2026-10-25").openMs]).toEqual([23 * HOUR, 25 * HOUR]);
  });

  it("counts the tail of a night shift where it falls, though the shift belongs to the date before", () => {
    // Only Saturdays 22:00 to 06:00: Saturday 31 January 2026 has 2 h in January, and 6 h in February.
    const glance = glanceOf({ timeZone: "Europe/Paris", week: { sat: ["22:00-06:00"] } });
    expect(dayOf(glance, "2026-01-31")).toMatchObject({ kind: "working", openMs: 2 * HOUR });
    expect(dayOf(glance, "2026-02-01")).toMatchObject({ kind: "no-hours", working: false, openMs: 6 * HOUR });
    expect(glance.months[0]).toMatchObject({ workingDays: 5, openMs: (5 * 8 - 6) * HOUR });
  });

  it("adds up: dates to months, months to the year", () => {
    for (const year of [1999, 2024, 2026]) {
      const glance = glanceOf(
        { timeZone: "America/New_York", week: { "mon-sat": ["22:00-06:00", "08:00-12:30"] } },
        year,
      );
      const days = glance.days.reduce((sum, { openMs }) => sum + openMs, 0);
      expect(days).toBe(glance.totals.openMs);
      expect(hoursOf(glance).reduce((sum, hours) => sum + hours, 0) * HOUR).toBe(days);
    }
  });

  it("has nothing on a date that the zone skips: Samoa had no 30 December 2011", () => {
    const glance = glanceOf({ timeZone: "Pacific/Apia", week: { "mon-sun": ["00:00-24:00"] } }, 2011);
    expect(dayOf(glance, "2011-12-30")).toMatchObject({ kind: "skipped", working: false, openMs: 0 });
    expect(glance.totals).toMatchObject({ days: 365, workingDays: 364, openMs: 364 * 24 * HOUR });
  });

  it("has nothing in a window that the clock skips", () => {
    const glance = glanceOf({ timeZone: "Europe/Paris", week: { sun: ["02:00-03:00"] } });
    expect(dayOf(glance, "2026-03-29")).toMatchObject({ kind: "skipped", working: false, openMs: 0 });
    expect(dayOf(glance, "2026-10-25")).toMatchObject({ kind: "working", openMs: 2 * HOUR });
  });
});

describe("combinations", () => {
  const paris = createCalendar({ ...PLAIN, name: "Paris" });
  const berlin = createCalendar({
    name: "Berlin",
    timeZone: "Europe/Paris",
    week: { "mon-fri": ["10:00-18:00"] },
    holidays: [
      {
        dates: [
          { date: "2026-10-02", name: "bridge" },
          { date: "2026-05-14", name: "Himmelfahrt" },
        ],
      },
    ],
  });

  it("both together: closed where one is on holiday", () => {
    const glance = yearAtAGlance(intersection([paris, berlin]), 2026);
    expect(dayOf(glance, "2026-10-02")).toMatchObject({ kind: "holiday", working: false, openMs: 0 });
    expect(dayOf(glance, "2026-10-01")).toMatchObject({ kind: "working", openMs: 7 * HOUR });
    expect(glance.totals.workingDays).toBe(251);
  });

  it("either: part of a day where one of the two is on holiday, a holiday where both are", () => {
    const glance = yearAtAGlance(union([paris, berlin]), 2026);
    expect(dayOf(glance, "2026-10-02")).toMatchObject({ kind: "part-day", working: true, openMs: 8 * HOUR });
    expect(dayOf(glance, "2026-10-01")).toMatchObject({ kind: "working", openMs: 9 * HOUR });
    expect(dayOf(glance, "2026-05-14").kind).toBe("holiday");
    expect(dayOf(glance, "2026-05-14").holidays.map(({ name }) => name)).toEqual(["Ascension Day", "Himmelfahrt"]);
  });

  it("one less the other, and a complement", () => {
    const morning = yearAtAGlance(difference(paris, berlin), 2026);
    expect(dayOf(morning, "2026-10-01")).toMatchObject({ kind: "working", openMs: HOUR });
    expect(dayOf(morning, "2026-10-02")).toMatchObject({ kind: "working", openMs: 8 * HOUR });
    const closed = yearAtAGlance(complement(paris, { from: "2026-01-01", to: "2026-12-31" }), 2026);
    expect(closed.totals.openMs).toBe((8760 - 252 * 8) * HOUR);
  });
});

describe("the ends of what is known", () => {
  it("leaves out the ponts whose neighbour is unknown, and says which", () => {
    // Friday 2 January is a holiday, so Thursday the 1st is one unless 31 December was open; likewise Thursday 31 December.
    const { ponts, pontsUnknown } = glanceOf({ ...PLAIN, holidays: [{ dates: ["2026-01-02", "2026-12-30"] }] });
    expect(pontsUnknown).toEqual(["2026-01-01", "2026-12-31"]);
    expect(ponts).toEqual([]);
  });

  it("knows of a date that is closed, or beside a working day, that it is no pont", () => {
    expect(
      glanceOf({ ...PLAIN, holidays: [{ dates: ["2026-01-01"], from: "2026-01-01", to: "2026-12-31" }] }),
    ).toMatchObject({
      ponts: ["2026-01-02"],
      pontsUnknown: [],
    });
  });

  it("answers for the first and the last year that are supported, and for those of the holidays", () => {
    const always = createCalendar({ timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] } });
    expect(yearAtAGlance(always, 2199).totals.openMs).toBe(8760 * HOUR);
    expect(yearAtAGlance(always, 1900).totals.workingDays).toBe(365);
    for (const year of [1982, 2199]) expect(glanceOf(PLAIN, year).days).toHaveLength(365);
  });

  it("refuses what is no year, and a year of which not all is known", () => {
    const desk = createCalendar(PLAIN);
    for (const year of [1899, 2200, 2026.5, Number.NaN, "2026", undefined]) {
      expectRefusal(() => yearAtAGlance(desk, year as number), { code: "calendar.bad-option", path: ["year"] });
    }
    expectRefusal(() => yearAtAGlance(desk, 1981), {
      code: "calendar.beyond-reach",
      message: /1981-01-01.*1982-01-01/,
    });
    const half = { ...PLAIN, holidays: [{ dates: [], from: "2026-01-01", to: "2026-06-30" }] };
    expectRefusal(() => glanceOf(half), { code: "calendar.beyond-reach", message: /2026-07-01.*2026-06-30/ });
    // The tail of the night before New Year falls into the year, and is unknown.
    const night = { ...PLAIN, week: { "mon-sun": ["22:00-06:00"] } };
    expectRefusal(() => glanceOf(night, 1982), { code: "calendar.beyond-reach", message: /1981-12-31/ });
  });
});
