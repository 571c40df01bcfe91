/**
 * What a hostile reading of combinations and sources found. Laws that should have seen it: 32 on reach and dates; the rule of ponts.
 */

import { describe, expect, it } from "vitest";
import { toICalendar } from "../../src/icalendar/index.ts";
import {
  type CalendarDefinition,
  callbackDue,
  complement,
  createCalendar,
  difference,
  intersection,
  type SourceReaders,
  union,
} from "../../src/index.ts";
import { printOpeningHours, toSchemaOrg } from "../../src/opening-hours/index.ts";
import { processorMs } from "../helpers/processor-time.ts";
import { expectRefusal } from "../unit/refusals.ts";

const P = "Europe/Paris";
const make = (definition: object) => createCalendar(definition as CalendarDefinition, { output: "iso" });
const week = { "mon-fri": ["09:00-17:00"] };
const nights = { timeZone: P, week: { "mon-sun": ["22:00-06:00"] } };
const early = { timeZone: P, week: { "mon-sun": ["02:00-04:00"] } };
const list = { holidays: [{ dates: ["2026-05-01"] }] };

describe("a reader of sources that gives no source", () => {
  it.each([
    ["a promise", async () => undefined],
    ["a number", () => 5],
    ["an object", () => ({ name: "x" })],
    ["nothing", () => undefined],
    [
      "an error",
      () => {
        throw new TypeError("no network");
      },
    ],
    ["no function", 5],
  ])("%s is refused, and is no year without holidays", (_, reader) => {
    const sources = { "date-holidays": reader } as unknown as SourceReaders;
    const definition = { timeZone: "UTC", week, holidays: ["date-holidays:US"] };
    const code = "holidays.bad-source";
    expectRefusal(() => createCalendar(definition, { sources }), { code, path: ["holidays", 0], count: 1 });
  });
});

describe("formats that cannot say a combination", () => {
  const both = union([make({ timeZone: P, week, holidays: ["FR"] }), make({ timeZone: P, week })]);

  it("refuse it: opening_hours, schema.org, and the closures of iCalendar", () => {
    const code = "opening-hours.not-carried";
    expectRefusal(() => printOpeningHours(both.definition), { code, path: ["union"] });
    expectRefusal(() => toSchemaOrg(both.definition), { code, path: ["union"] });
    expectRefusal(() => toICalendar(both, { year: 2026, what: "closures" }), { code: "icalendar.not-carried" });
    expect(toICalendar(both, { year: 2026, what: "openings" })).toContain("DTSTART:20261225T080000Z");
  });
});

describe("the ends of the reach of a combination", () => {
  it("are no date whose open time lies on an unknown one", () => {
    const late = intersection([make(nights), make({ ...early, ...list })]);
    expectRefusal(() => late.isWorkingDay("2026-12-31"), { code: "calendar.beyond-reach" });
    const first = difference(make(early), make({ ...nights, ...list }));
    expectRefusal(() => first.isWorkingDay("2026-01-01"), { code: "calendar.beyond-reach" });
    expect(first.isWorkingDay("2026-05-02")).toBe(true);
  });
});

describe("ponts of a combination", () => {
  it("need a holiday: hours that the operands never share are no closing", () => {
    const desk = make({ timeZone: P, week });
    const twoDays = make({ timeZone: P, week: { "tue,thu": ["09:00-17:00"] } });
    expect(intersection([desk, twoDays]).bridgeDays("2026-05-01", "2026-05-31")).toEqual([]);
    const mondays = make({ timeZone: "Pacific/Auckland", week: { mon: ["09:00-17:00"] } });
    expect(union([mondays], { timeZone: P }).bridgeDays("2026-05-01", "2026-05-31")).toEqual([]);
  });

  it("are no dates beside one whose hours the clock skips", () => {
    const gap = make({ timeZone: P, week: { sun: ["02:15-02:45"], mon: ["09:00-17:00"] } });
    expect(gap.bridgeDays("2026-03-01", "2026-04-30")).toEqual([]);
  });
});

describe("working days of nested combinations", () => {
  it("are those of the windows, whatever the nesting", () => {
    const operands = [make(nights), make({ timeZone: P, week: { fri: ["02:00-04:00"] } })];
    const flat = intersection(operands, { timeZone: "UTC" });
    const nested = union([intersection(operands)], { timeZone: "UTC" });
    for (const each of [flat, nested]) {
      expect(["2026-05-21", "2026-05-22"].map((date) => each.isWorkingDay(date))).toEqual([true, false]);
    }
    // The window began on Thursday evening; what is left of it is shown as Friday's clock shows it.
    expect(intersection(operands).day("2026-05-21").windows).toEqual(["02:00-04:00"]);
  });
});

describe("the closing of a service day", () => {
  it("is that of the night before where it outlasts the day's own window", () => {
    const desk = make({ timeZone: P, week: { thu: ["22:00-06:00"], fri: ["01:00-05:00"] } });
    const due = callbackDue(desk, "2026-05-22T03:00+02:00");
    expect([due.carriedOver, due.closesAt]).toEqual([false, "2026-05-22T06:00:00.000+02:00"]);
  });
});

describe("options of combinations", () => {
  const desk = make({ timeZone: P, week });

  it("null, holes and spans that are no period are refused as one error", () => {
    // Null is no object of options: before, it was taken for none.
    expectRefusal(() => union([desk], null as never), { code: "calendar.bad-option", path: ["options"] });
    expectRefusal(() => complement(desk, null as never), { code: "calendar.bad-option", path: ["options"] });
    expectRefusal(() => complement(desk, { from: "01-01", to: "01-31" }), { code: "time.bad-date", path: ["from"] });
    // biome-ignore lint/suspicious/noSparseArray: it is what is refused
    expectRefusal(() => union([desk, , desk] as never), { code: "calendar.bad-option", path: ["calendars", 1] });
  });
});

describe("segments of a combination", () => {
  it("are cut where a reason changes, not at edges of an operand that closes nothing", () => {
    const desk = make({ timeZone: P, week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] } });
    const rest = complement(desk, { from: "2026-05-22", to: "2026-05-25" });
    const segments = rest.segments("2026-05-26T10:00+02:00", "2026-05-26T15:00+02:00");
    expect(segments.map(({ ms }) => ms / 3_600_000)).toEqual([5]);
    // Of the union both are closed: in the morning, at noon and in the evening, each with its own reason.
    const day = union([desk, desk]).segments("2026-05-26T00:00+02:00", "2026-05-27T00:00+02:00");
    expect(day.map(({ operands }) => operands?.[0]?.why ?? "open")).toEqual([
      "before-first",
      "open",
      "between-windows",
      "open",
      "after-last",
    ]);
  });

  it("with nothing known in common say so", () => {
    const years = ["2020", "2021"].map((year) => make({ timeZone: P, week, holidays: [{ dates: [`${year}-05-01`] }] }));
    expectRefusal(() => union(years), { code: "holidays.no-reach", path: [], message: /no known date in common/ });
  });
});

describe("many closures", () => {
  it("of every date are compiled soon", () => {
    const closures = Array.from({ length: 2000 }, (_, i) => ({
      date: "01-01/12-31",
      from: "12:00",
      to: `12:${String((i % 59) + 1).padStart(2, "0")}`,
    }));
    const start = processorMs();
    expect(make({ timeZone: P, week, closures }).isOpen("2026-05-22T12:30+02:00")).toBe(false);
    expect(processorMs() - start).toBeLessThan(10_000);
  });
});
