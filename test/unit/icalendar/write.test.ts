/**
 * Open hours and closed days as iCalendar: judged by a reader of the tests' own, by ts-ics, and by reading it back.
 */
import fc from "fast-check";
import { convertIcsCalendar } from "ts-ics";
import { describe, expect, it } from "vitest";
import { readICalendar, toAvailability, toICalendar } from "../../../src/icalendar/index.ts";
import { type CalendarDefinition, type ClosureDefinition, createCalendar, isOuvreeError } from "../../../src/index.ts";
import { VERSION } from "../../../src/version.ts";
import { definitions } from "../../arbitraries/definitions.ts";
import { zoneYears } from "../../arbitraries/zones.ts";
import { runsOf, seedOr } from "../../helpers/runs.ts";
import { dateOf, dayNumber } from "../../oracle/civil.ts";
import { availableOf, onlyValue, openingsOf, type Part, partsOf, textOf } from "./judge.ts";

const RUNS = { numRuns: runsOf(60, 10), seed: seedOr(7953) };
const desk: CalendarDefinition = {
  name: "Desk, Lyon",
  timeZone: "Europe/Paris",
  week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
  holidays: ["FR"],
  reopen: ["fr.pentecost-monday"],
  closures: [
    { from: "2026-08-10", to: "2026-08-21", name: "summer" },
    { date: "12-24", from: "12:00", to: "24:00", name: "Eve; half" },
  ],
  versions: [{ from: "2028-01-01", week: { "mon-thu": ["08:00-16:00"] }, closures: ["2028-06-01"] }],
};
const night: CalendarDefinition = {
  timeZone: "Europe/Paris",
  week: { "mon-sat": ["22:00-06:00"] },
  holidays: ["FR-57"],
  closures: ["2027-07-01", { date: "2027-07-05", from: "23:00", to: "24:00" }],
};
const always: CalendarDefinition = { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] }, closures: ["05-01"] };
/** Hours that begin in the hour that the clock repeats, or skips. */
const small: CalendarDefinition = {
  timeZone: "Europe/Paris",
  week: { "mon-sun": ["00:30-02:15", "02:30-02:45", "03:30-04:00"] },
  closures: ["2026-10-24"],
};
const TEN_YEARS = { from: "2025-01-01", to: "2034-12-31" };

/** Calendars of any zone with their own days about a date, in a year in which the zone's clock did something. */
const busyCalendars: fc.Arbitrary<{ focus: number; definition: CalendarDefinition<string> }> = zoneYears().chain(
  ({ zone, year }) =>
    fc
      .integer({ min: dayNumber(`${year}-01-22`), max: dayNumber(`${year}-11-20`) })
      .chain((focus) => fc.record({ focus: fc.constant(focus), definition: definitions(zone, focus) })),
);

function windowsOf(
  definition: CalendarDefinition<string>,
  { from, to }: { from: string; to: string },
): [number, number][] {
  const calendar = createCalendar(definition, { output: "ms" });
  const zone = definition.timeZone;
  // The end is the first instant of the date after it.
  const end = `${dateOf(dayNumber(to) + 1)}T00:00`;
  return calendar.windows(`${from}T00:00`, end, { zone }).map((window) => [window.start, window.end]);
}

/** The hours of the week alone, in each version. */
function hoursOf({ timeZone, week, versions = [] }: CalendarDefinition<string>): CalendarDefinition<string> {
  const hours = versions.map(({ from, week: own }) => ({ from, ...(own && { week: own }) }));
  return { timeZone, ...(week && { week }), versions: hours };
}

const textsOf = (text: string): string[] => partsOf(text).parts.map((part) => textOf(onlyValue(part, "SUMMARY")));

describe("openings", () => {
  it.each([
    ["a desk", desk],
    ["a night shift", night],
    ["all hours", always],
    ["the small hours", small],
  ])("of %s over ten years are its windows", (_, definition) => {
    const text = toICalendar(createCalendar(definition), { ...TEN_YEARS, what: "openings" });
    expect(openingsOf(text)).toEqual(windowsOf(definition, TEN_YEARS));
  });
});

describe("availability (RFC 7953)", () => {
  it.each([
    ["a desk", desk],
    ["a night shift", night],
    ["all hours", always],
    ["the small hours", small],
  ])("of %s over ten years is its windows", (_, definition) => {
    expect(availableOf(toAvailability(createCalendar(definition), TEN_YEARS))).toEqual(
      windowsOf(definition, TEN_YEARS),
    );
  });

  it("of any calendar is its windows, over clock changes of any zone", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(busyCalendars, ({ focus, definition }) => {
        const calendar = createCalendar(definition);
        const [from, to] = [dateOf(focus - 19), dateOf(focus + 40)];
        fc.pre(from > calendar.reach.from && to < calendar.reach.to);
        const expected = windowsOf(definition, { from, to });
        expect(availableOf(toAvailability(calendar, { from, to }))).toEqual(expected);
        expect(openingsOf(toICalendar(calendar, { from, to, what: "openings" }))).toEqual(expected);
      }),
      RUNS,
    );
  });

  it("says regular hours as a rule in local time, and what is missing", () => {
    const calendar = createCalendar({
      timeZone: "Europe/Paris",
      week: { "mon-fri": ["09:00-17:00"] },
      holidays: ["FR"],
    });
    const text = toAvailability(calendar, { from: "2026-04-27", to: "2026-05-31" });
    const [zone, availability] = partsOf(text).parts as [Part, Part];
    expect([zone.name, availability.name]).toEqual(["VTIMEZONE", "VAVAILABILITY"]);
    expect(availability.parts).toHaveLength(1);
    expect(availability.properties["BUSYTYPE"]).toEqual([{ params: "", value: "BUSY-UNAVAILABLE" }]);
    expect(availability.properties["DTSTART"]).toEqual([{ params: "", value: "20260426T220000Z" }]);
    expect(availability.properties["DTEND"]).toEqual([{ params: "", value: "20260531T220000Z" }]);
    const tzid = ";TZID=Europe/Paris";
    expect(availability.parts[0]!.properties).toMatchObject({
      DTSTART: [{ params: tzid, value: "20260427T090000" }],
      DURATION: [{ params: "", value: "PT8H" }],
      // 29 May 2026 is a Friday; 09:00 in summer is 07:00Z.
      RRULE: [{ params: "", value: "FREQ=WEEKLY;UNTIL=20260529T070000Z;BYDAY=MO,TU,WE,TH,FR" }],
      // 1 and 8 May, Ascension, Whit Monday.
      EXDATE: [{ params: tzid, value: "20260501T090000,20260508T090000,20260514T090000,20260525T090000" }],
    });
    // The summer time of 2026 (from 29 March) is in force in all of it.
    const last = zone.parts.at(-1)!;
    expect([onlyValue(last, "TZOFFSETTO"), onlyValue(last, "DTSTART")]).toEqual(["+0200", "20260329T020000"]);
  });
});

describe("closures", () => {
  it("are the dates that are closed, by name, and the parts of dates", () => {
    const text = toICalendar(createCalendar(desk), { year: 2026, what: "closures" });
    expect(readICalendar(text, { zone: "Europe/Paris" }).closures).toEqual([
      { date: "2026-01-01", name: "New Year's Day" },
      { date: "2026-04-06", name: "Easter Monday" },
      { date: "2026-05-01", name: "Labour Day" },
      { date: "2026-05-08", name: "Victory in Europe Day" },
      { date: "2026-05-14", name: "Ascension Day" },
      { date: "2026-07-14", name: "Bastille Day" },
      { from: "2026-08-10", to: "2026-08-21", name: "summer" },
      { date: "2026-08-15", name: "Assumption" },
      { date: "2026-11-01", name: "All Saints' Day" },
      { date: "2026-11-11", name: "Armistice Day" },
      { date: "2026-12-24", from: "12:00", to: "24:00", name: "Eve; half" },
      { date: "2026-12-25", name: "Christmas Day" },
    ]);
  });

  it.each([
    ["a desk", desk],
    ["a night shift", night],
    ["all hours", always],
    ["the small hours", small],
  ])("of %s, read back beside the same hours, are the same timeline over ten years", (_, definition) => {
    const text = toICalendar(createCalendar(definition), { ...TEN_YEARS, what: "closures" });
    const usualHours = hoursOf(definition);
    const { timeZone } = definition;
    const { closures } = readICalendar(text, { zone: timeZone });
    const rebuilt: CalendarDefinition<string> = { ...usualHours, closures };
    expect(windowsOf(rebuilt, TEN_YEARS)).toEqual(windowsOf(definition, TEN_YEARS));
    const { holidays } = readICalendar(text, { zone: timeZone, as: "holidays", ...TEN_YEARS });
    const listed: CalendarDefinition<string> = { ...usualHours, holidays };
    const year = { from: "2026-01-02", to: "2033-12-30" };
    expect(windowsOf(listed, year)).toEqual(windowsOf(definition, year));
  });

  it("come back as they were", { timeout: 60_000 }, () => {
    const name = fc.oneof(
      fc.constantFrom(
        "summer",
        "été; à, la\\mer",
        "a\nb",
        "🎄".repeat(40),
        "__proto__",
        "BEGIN:VEVENT",
        "x".repeat(200),
      ),
      fc
        .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
        .filter((text) => /^\P{Cc}+$/u.test(text) && text.trim() !== ""),
    );
    const first = dayNumber("2026-01-02");
    const time = (min: number): string =>
      `${String(Math.floor(min / 60)).padStart(2, "0")}:${String(min % 60).padStart(2, "0")}`;
    // Apart from each other, and not in the hours of Paris that the clock skips.
    const closure = fc.record({
      gap: fc.integer({ min: 2, max: 20 }),
      more: fc.integer({ min: 0, max: 5 }),
      part: fc.option(fc.tuple(fc.integer({ min: 240, max: 1000 }), fc.integer({ min: 1, max: 440 })), {
        nil: undefined,
      }),
      name,
    });
    fc.assert(
      fc.property(fc.array(closure, { maxLength: 12 }), (drawn) => {
        let day = first;
        const closures = drawn.map(({ gap, more, part, name }): ClosureDefinition => {
          day += gap;
          const date = dateOf(day);
          if (part !== undefined) return { date, from: time(part[0]), to: time(part[0] + part[1]), name };
          day += more;
          return more === 0 ? { date, name } : { from: date, to: dateOf(day), name };
        });
        const calendar = createCalendar({ timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] }, closures });
        const text = toICalendar(calendar, { year: 2026, what: "closures" });
        expect(readICalendar(text, { zone: "Europe/Paris" }).closures).toEqual(closures);
        expect(textsOf(text)).toEqual(closures.map((each) => (each as { name: string }).name));
        // A reader of others, too; but for names of two lines it unfolds as the RFC says.
        const foreign = convertIcsCalendar(undefined, text).events ?? [];
        expect(foreign.map(({ start }) => start.type)).toEqual(
          closures.map((each) => (typeof each !== "string" && "date" in each && "from" in each ? "DATE-TIME" : "DATE")),
        );
      }),
      { ...RUNS, numRuns: runsOf(150) },
    );
  });

  it("of any calendar, read back beside the same hours, are the same timeline", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(busyCalendars, ({ focus, definition }) => {
        const calendar = createCalendar(definition);
        const [before, from, to] = [dateOf(focus - 20), dateOf(focus - 19), dateOf(focus + 40)];
        fc.pre(before > calendar.reach.from && to < calendar.reach.to);
        const usualHours = hoursOf(definition);
        let text: string;
        try {
          text = toICalendar(calendar, { from: before, to, what: "closures" });
        } catch (error) {
          // An exception opens more than the hours of the week: then something must be open that the week does not have.
          if (!isOuvreeError(error) || error.code !== "icalendar.not-carried") throw error;
          const usual = createCalendar(usualHours);
          for (const { path } of error.issues) {
            const date = String(path[0]);
            // Or it takes from the night before, though it is reopened or has an exception: no closure could say that alone.
            const stretches = calendar.segments(`${date}T00:00`, `${date}T24:00`, { zone: definition.timeZone });
            if (stretches.some(({ why }) => why === "holiday")) continue;
            expect(calendar.day(date).exception).toBe(true);
            expect(calendar.day(date).windows).not.toEqual(usual.day(date).windows);
          }
          return;
        }
        const { closures } = readICalendar(text, { zone: definition.timeZone });
        const rebuilt = { ...usualHours, closures };
        expect(windowsOf(rebuilt, { from, to })).toEqual(windowsOf(definition, { from, to }));
      }),
      { ...RUNS, numRuns: runsOf(200) },
    );
  });

  it("by exceptions: what they take from the hours of the week; what they add is refused, or said by openings", () => {
    const definition: CalendarDefinition = {
      ...desk,
      versions: [],
      exceptions: { "2026-12-31": ["09:00-11:00"], "2026-12-30": [], "2026-11-11": ["10:00-12:00"] },
    };
    const period = { from: "2026-11-09", to: "2027-01-02" };
    const text = toICalendar(createCalendar(definition), { ...period, what: "closures" });
    expect(textsOf(text).sort()).toEqual(
      ["Christmas Day", "Eve; half", "New Year's Day", "closed", "closed", "closed", "closed", "closed"].sort(),
    );
    const { closures } = readICalendar(text, { zone: "Europe/Paris" });
    const rebuilt = { timeZone: "Europe/Paris", week: desk.week!, closures };
    expect(windowsOf(rebuilt, period)).toEqual(windowsOf(definition, period));

    const opened = createCalendar({ ...definition, exceptions: { "2026-12-27": ["09:00-10:00"] } });
    expect(() => toICalendar(opened, { ...period, what: "closures" })).toThrow('what: "both"');
    expect(openingsOf(toICalendar(opened, period))).toContainEqual([
      Date.parse("2026-12-27T08:00Z"),
      Date.parse("2026-12-27T09:00Z"),
    ]);
    const onlyOpened = createCalendar({ timeZone: "UTC", exceptions: { "2026-12-27": ["09:00-10:00"] } });
    expect(() => toICalendar(onlyOpened, { ...period, what: "closures" })).toThrow('["2026-12-27"]');
  });
});

describe("the text", () => {
  const text = toICalendar(createCalendar(desk), { year: 2026, stamp: "2026-01-05T10:00+01:00" });

  it("has what RFC 5545 asks of it, once", () => {
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const root = partsOf(text);
    expect(onlyValue(root, "PRODID")).toBe(`-//ouvree//ouvree ${VERSION}//EN`);
    expect(onlyValue(root, "X-WR-CALNAME")).toBe("Desk\\, Lyon");
    expect(new Set(root.parts.map((part) => onlyValue(part, "DTSTAMP")))).toEqual(new Set(["20260105T090000Z"]));
    const uids = root.parts.map((part) => onlyValue(part, "UID"));
    expect(new Set(uids).size).toBe(uids.length);
  });

  it("is the same each time; an event keeps its UID when the hours change", () => {
    expect(toICalendar(createCalendar(desk), { year: 2026, stamp: "2026-01-05T10:00+01:00" })).toBe(text);
    const uids = (definition: CalendarDefinition, id?: string): Set<string> =>
      new Set(
        partsOf(toICalendar(createCalendar(definition), { year: 2026, ...(id && { id }) })).parts.map((part) =>
          onlyValue(part, "UID"),
        ),
      );
    const longer = { ...desk, week: { "mon-fri": ["09:00-12:00", "14:00-18:00"] } } satisfies CalendarDefinition;
    expect(uids(longer)).toEqual(uids(desk));
    const shared = (some: Set<string>, others: Set<string>): string[] => [...some].filter((uid) => others.has(uid));
    expect(shared(uids(desk, "paris"), uids(desk, "lyon"))).toEqual([]);
    const { name: _, ...unnamed } = desk;
    // Without a name two calendars are told apart by what they say.
    expect(shared(uids(unnamed), uids({ ...unnamed, week: longer.week }))).toEqual([]);
  });

  it("in both forms is read back as its closures alone, and the openings are counted", () => {
    const { closures, notes } = readICalendar(text, { zone: "Europe/Paris" });
    expect(closures).toHaveLength(12);
    expect(notes.openings).toBe(windowsOf(desk, { from: "2026-01-01", to: "2026-12-31" }).length);
  });

  it.each([
    [{}, "calendar.bad-option"],
    [{ year: 2026, from: "2026-01-01" }, "calendar.bad-option"],
    [{ from: "2026-01-01" }, "calendar.bad-option"],
    [{ year: 2026.5 }, "time.out-of-range"],
    [{ year: 2200 }, "time.out-of-range"],
    [{ year: 1950 }, "calendar.beyond-reach"],
    [{ from: "2026-01-02", to: "2026-01-01" }, "time.bad-period"],
    [{ from: "2026-01-02", to: "2026-02-30" }, "time.bad-date"],
    [{ year: 2026, what: "holidays" }, "calendar.bad-option"],
    [{ year: 2026, stamp: "2026-01-01" }, "time.bad-instant"],
    [{ year: 2026, id: 7 }, "calendar.bad-option"],
  ])("is not written for %j", (options, code) => {
    let caught: unknown;
    try {
      toICalendar(createCalendar(desk), options as never);
    } catch (error) {
      caught = error;
    }
    expect(isOuvreeError(caught) && caught.code).toBe(code);
    expect(() => toICalendar({} as never, { year: 2026 })).toThrow("createCalendar");
  });
});
