/**
 * Closed time out of iCalendar: what becomes of each kind of event, and of the files that programs write.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readICalendar } from "../../../src/icalendar/index.ts";
import { createCalendar } from "../../../src/index.ts";
import { calendar, event, issuesOf } from "./reading.ts";

const PARIS = { zone: "Europe/Paris" };
const closuresOf = (...lines: string[]): unknown => readICalendar(event(...lines), PARIS).closures;
const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/icalendar/${name}.ics`, import.meta.url), "utf8");

describe("whole days", () => {
  it.each([
    // RFC 5545 §3.6.1: without an end, a date lasts that day.
    [["DTSTART;VALUE=DATE:20261224"], "2026-12-24"],
    [["DTSTART;VALUE=DATE:20261224", "SUMMARY:Eve"], { date: "2026-12-24", name: "Eve" }],
    [["DTSTART:20261224", "SUMMARY: "], "2026-12-24"],
    [["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261225"], "2026-12-24"],
    // RFC 5545 §3.6.1, the festival: to 8 July, since DTEND is not part of it.
    [
      [
        "DTSTART;VALUE=DATE:20070628",
        "DTEND;VALUE=DATE:20070709",
        "SUMMARY:Festival International de Jazz de Montreal",
      ],
      { from: "2007-06-28", to: "2007-07-08", name: "Festival International de Jazz de Montreal" },
    ],
    [["DTSTART;VALUE=DATE:20261228", "DURATION:P1W"], { from: "2026-12-28", to: "2027-01-03" }],
    // Times from midnight to midnight are whole days; 27 and 28 March 2026 have 24 hours in Paris, the 29th has 23.
    [
      ["DTSTART;TZID=Europe/Paris:20260327T000000", "DTEND;TZID=Europe/Paris:20260330T000000"],
      { from: "2026-03-27", to: "2026-03-29" },
    ],
    [["DTSTART:20260326T230000Z", "DTEND:20260329T220000Z"], { from: "2026-03-27", to: "2026-03-29" }],
    [["DTSTART:20260327T000000", "DTEND:20260328T000000"], "2026-03-27"],
  ])("%j", (lines, closure) => expect(closuresOf(...lines)).toEqual([closure]));
});

describe("parts of a day", () => {
  it.each([
    // 11:00Z is 12:00 in Paris in winter; 22:00Z is midnight in summer.
    [["DTSTART:20261224T110000Z", "DTEND:20261224T230000Z"], { date: "2026-12-24", from: "12:00", to: "24:00" }],
    [["DTSTART:20260624T110000Z", "DTEND:20260624T220000Z"], { date: "2026-06-24", from: "13:00", to: "24:00" }],
    [
      ["DTSTART;TZID=America/New_York:20260309T080000", "DURATION:PT90M"],
      { date: "2026-03-09", from: "13:00", to: "14:30" },
    ],
    [["DTSTART:20260329T023000", "DTEND:20260329T040000"], { date: "2026-03-29", from: "02:30", to: "04:00" }],
    // The clock skips 02:30; with the offset before, +01:00, it is 01:30Z, which is 03:30 (RFC 5545 §3.3.5).
    [
      ["DTSTART;TZID=Europe/Paris:20260329T023000", "DURATION:PT1H"],
      { date: "2026-03-29", from: "03:30", to: "04:30" },
    ],
    // 02:30 is shown twice; it is the first, 00:30Z. An hour and a half later is 03:00 again, at 02:00Z.
    [
      ["DTSTART;TZID=Europe/Paris:20261025T023000", "DURATION:PT1H30M"],
      { date: "2026-10-25", from: "02:30", to: "03:00" },
    ],
  ])("%j", (lines, closure) => expect(closuresOf(...lines)).toEqual([closure]));

  it("needs the zone only for times that have one", () => {
    const floating = event("DTSTART:20261224T120000", "DTEND:20261224T180000");
    expect(readICalendar(floating).closures).toEqual([{ date: "2026-12-24", from: "12:00", to: "18:00" }]);
    expect(() => readICalendar(event("DTSTART:20261224T120000Z", "DURATION:PT1H"))).toThrow('{ zone: "Europe/Paris" }');
  });

  it("knows zones that skip a midnight or a date", () => {
    // Beirut went from 00:00 to 01:00 on 29 March 2026: its midnight is the instant of the change, 22:00Z.
    const lebanon = event("DTSTART:20260328T220000Z", "DTEND:20260329T210000Z");
    expect(readICalendar(lebanon, { zone: "Asia/Beirut" }).closures).toEqual(["2026-03-29"]);
    // Apia had no 30 December 2011: the 29th ended at 10:00Z on the 30th.
    const samoa = event("DTSTART:20111230T000000Z", "DTEND:20111230T100000Z");
    expect(readICalendar(samoa, { zone: "Pacific/Apia" }).closures).toEqual([
      { date: "2011-12-29", from: "14:00", to: "24:00" },
    ]);
  });
});

describe("every year", () => {
  it.each([
    // RFC 5545 §3.6.1, the anniversary.
    [["DTSTART;VALUE=DATE:19971102", "RRULE:FREQ=YEARLY"], "11-02"],
    [["DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=12;BYMONTHDAY=25;WKST=SU"], "12-25"],
    [["DTSTART;VALUE=DATE:20201224", "DTEND;VALUE=DATE:20210103", "RRULE:FREQ=YEARLY"], { from: "12-24", to: "01-02" }],
    [["DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"], "02-29"],
    [
      ["DTSTART:20201224T120000", "DTEND:20201225T000000", "RRULE:FREQ=YEARLY;"],
      { date: "12-24", from: "12:00", to: "24:00" },
    ],
    [
      ["DTSTART;TZID=Europe/Paris:20201224T120000", "DURATION:PT6H", "RRULE:FREQ=YEARLY"],
      { date: "12-24", from: "12:00", to: "18:00" },
    ],
  ])("%j", (lines, closure) => {
    const { closures, notes } = readICalendar(event(...lines), PARIS);
    expect(closures).toEqual([closure]);
    expect(notes.everyYear).toBe(1);
  });

  it("is refused where it is not the same in every year", () => {
    const yearly = (...lines: string[]): string[] => issuesOf(event(...lines, "RRULE:FREQ=YEARLY"));
    // To 1 March in common years, to 29 February in leap years.
    expect(yearly("DTSTART;VALUE=DATE:20260227", "DURATION:P3D")).toEqual(["icalendar.not-carried 6"]);
    expect(yearly("DTSTART;VALUE=DATE:20240229", "DURATION:P2D")).toEqual(["icalendar.not-carried 6"]);
    // 12:00Z on 27 March is in winter time in 2026 and in summer time in 2033.
    expect(yearly("DTSTART:20260327T120000Z", "DURATION:PT1H")).toEqual(["icalendar.not-carried 6"]);
    expect(yearly("DTSTART;VALUE=DATE:20260101", "EXDATE;VALUE=DATE:20270101")).toEqual(["icalendar.not-carried 6"]);
  });

  it("becomes dates in a list of holidays, up to its end", () => {
    const text = event(
      "DTSTART;VALUE=DATE:20201225",
      "RRULE:FREQ=YEARLY",
      "EXDATE;VALUE=DATE:20271225",
      "SUMMARY:Noël",
    );
    const { holidays, notes } = readICalendar(text, { as: "holidays", from: "2026-01-01", to: "2028-12-31" });
    expect(holidays).toEqual([
      {
        dates: [
          { date: "2026-12-25", name: "Noël" },
          { date: "2028-12-25", name: "Noël" },
        ],
        from: "2026-01-01",
        to: "2028-12-31",
      },
    ]);
    expect(notes.outside).toBe(6);
    expect(issuesOf(text, { as: "holidays" })).toContain("icalendar.not-carried 5");
    const thanksgiving = event("DTSTART;VALUE=DATE:20261126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH");
    expect(issuesOf(thanksgiving)).toEqual(["icalendar.not-carried 5"]);
    const list = readICalendar(thanksgiving, { as: "holidays", to: "2028-12-31" }).holidays;
    expect(list).toEqual([{ dates: ["2026-11-26", "2027-11-25", "2028-11-23"], to: "2028-12-31" }]);
  });
});

describe("a list of holidays", () => {
  it("has every date of a stretch, parts of days, and the civil years of the text as its reach", () => {
    const text = calendar(
      ...["BEGIN:VEVENT", "DTSTART;VALUE=DATE:20261231", "DURATION:P2D", "SUMMARY:New Year", "END:VEVENT"],
      ...["BEGIN:VEVENT", "DTSTART:20261224T130000", "DTEND:20261225T000000", "SUMMARY:Eve", "END:VEVENT"],
      ...["BEGIN:VEVENT", "DTSTART:20261223T130000", "DTEND:20261223T140000", "END:VEVENT"],
    );
    const { holidays, closures } = readICalendar(text, { as: "holidays" });
    expect(closures).toEqual([]);
    expect(holidays).toEqual([
      {
        dates: [
          { date: "2026-12-23", closed: "13:00-14:00" },
          { date: "2026-12-24", name: "Eve", closed: "13:00-24:00" },
          { date: "2026-12-31", name: "New Year" },
          { date: "2027-01-01", name: "New Year" },
        ],
      },
    ]);
    const desk = createCalendar({ timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] }, holidays });
    expect(desk.reach).toEqual({ from: "2026-01-01", to: "2027-12-31" });
    expect(desk.day("2026-12-24").windows).toEqual(["09:00-13:00"]);
  });

  it("without a date must say its reach", () => {
    expect(() => readICalendar(calendar(), { as: "holidays" })).toThrow("give from and to");
    const { holidays } = readICalendar(calendar(), { as: "holidays", from: "2026-01-01", to: "2026-12-31" });
    expect(holidays).toEqual([{ dates: [], from: "2026-01-01", to: "2026-12-31" }]);
  });
});

describe("files as programs write them", () => {
  it("Google Calendar: holidays are transparent, and closed", () => {
    const { closures, notes, issues } = readICalendar(fixture("google"), PARIS);
    expect(closures).toEqual([
      { date: "2026-07-14", name: "La fête nationale" },
      { date: "2026-11-11", name: "Armistice 1918" },
      { date: "2026-12-24", from: "14:00", to: "24:00", name: "Réveillon" },
    ]);
    expect(issues).toEqual([]);
    expect(notes).toEqual({ events: 4, cancelled: 1, transparent: 0, openings: 0, everyYear: 0, outside: 0 });
  });

  it("Outlook: its zones are no IANA names; the caller says which they are", () => {
    expect(issuesOf(fixture("outlook"))).toEqual(["icalendar.unknown-zone 25", "icalendar.unknown-zone 36"]);
    const zones = { "Romance Standard Time": "Europe/Paris" };
    expect(readICalendar(fixture("outlook"), { ...PARIS, zones }).closures).toEqual([
      { from: "2026-08-03", to: "2026-08-16", name: "Fermeture annuelle" },
      { date: "2026-01-05", from: "09:00", to: "10:00", name: "Inventaire" },
      { date: "2026-01-19", from: "09:00", to: "10:00", name: "Inventaire" },
    ]);
  });

  it("school holidays: LF, folded with tabs, in the order of the file", () => {
    expect(readICalendar(`\ufeff${fixture("school")}`).closures).toEqual([
      { from: "2026-10-17", to: "2026-11-01", name: "Vacances de la Toussaint - Zone A" },
      { date: "2026-09-01", name: "Rentrée scolaire des élèves" },
    ]);
  });
});
