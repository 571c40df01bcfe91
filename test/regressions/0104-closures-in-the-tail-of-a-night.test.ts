/**
 * A part-day closure in the small hours took nothing from the night shift that was running then, and said so nowhere: 8 h counted
 * of 7 h 30. Law: what a calendar of nights loses by a closure is what one that is open around the clock loses.
 */
import { describe, expect, it } from "vitest";
import { segmentsMs } from "../../src/clock/segments.ts";
import { toICalendar } from "../../src/icalendar/index.ts";
import { type CalendarDefinition, createCalendar, intersection } from "../../src/index.ts";
import { compileCalendar } from "../../src/spreadsheet/compile.ts";
import { readCompiled } from "../../src/spreadsheet/read-compiled.ts";
import { createTimeline } from "../../src/timeline/timeline.ts";
import { refusal } from "../unit/refusals.ts";

const MAINTENANCE = { date: "2026-06-07", from: "00:30", to: "01:00", name: "maintenance" };
const NIGHT = {
  timeZone: "Europe/Paris",
  week: { sat: ["22:00-06:00"] },
  closures: [MAINTENANCE],
} satisfies CalendarDefinition;
const desk = (changes: Partial<CalendarDefinition> = {}) => createCalendar({ ...NIGHT, ...changes }, { output: "iso" });
const [FROM, TO] = ["2026-06-06T22:00+02:00", "2026-06-07T12:00+02:00"];
const whys = (changes: Partial<CalendarDefinition> = {}) =>
  desk(changes)
    .segments(FROM, TO)
    .map(({ start, why, names }) => [start.slice(8, 16), why, ...(names ?? [])].join(" "));

describe("half an hour's closure on Sunday 00:30-01:00 in Saturday's night shift", () => {
  it("is closed, and counts for nothing", () => {
    expect(desk().isOpen("2026-06-07T00:45+02:00")).toBe(false);
    expect(desk().elapsed("2026-06-06T12:00+02:00", TO)).toBe("PT7H30M");
    expect(desk().add("2026-06-07T00:15+02:00", "PT30M")).toBe("2026-06-07T01:15:00.000+02:00");
    const always = desk({ week: { "mon-sun": ["00:00-24:00"] } });
    expect(always.elapsed(FROM, "2026-06-07T06:00+02:00")).toBe("PT7H30M");
  });

  it("is told with its name", () => {
    expect(whys()).toEqual([
      "06T22:00 open",
      "07T00:30 holiday maintenance",
      "07T01:00 open",
      "07T06:00 no-hours maintenance",
    ]);
    expect(desk().explain("2026-06-07T00:15+02:00", "PT30M").text).toContain("closed 30 min: maintenance");
  });

  it("stands in the windows of the night's date, which alone is a working day", () => {
    expect(desk().day("2026-06-06").windows).toEqual(["22:00-00:30", "01:00-06:00"]);
    expect(desk().isWorkingDay("2026-06-06")).toBe(true);
    expect(desk().day("2026-06-07")).toMatchObject({ working: false, windows: [], closures: ["maintenance"] });
    expect(desk().workingDaysBetween("2026-01-01", "2027-01-01")).toBe(52);
  });

  it("is told by name where its own date is reopened or has an exception, which lift nothing from the tail", () => {
    const shut = "07T00:30 holiday maintenance";
    expect(whys({ reopen: ["2026-06-07"] })).toContain(shut);
    expect(whys({ exceptions: { "2026-06-07": ["09:00-10:00"] } })).toContain(shut);
    expect(whys({ exceptions: { "2026-06-06": ["21:00-03:00"] } })).toContain(shut);
  });

  it("is of the night's date in a combination of another zone, too", () => {
    const london = createCalendar(
      { timeZone: "Europe/London", week: { "mon-sun": ["00:00-24:00"] } },
      { output: "iso" },
    );
    const both = intersection([desk(), london], { timeZone: "Europe/London" });
    // 22:00 to 06:00 in Paris is 21:00 to 05:00 in London; the part from midnight on begins no window.
    expect(both.isWorkingDay("2026-06-06")).toBe(true);
    expect(both.isWorkingDay("2026-06-07")).toBe(false);
    expect(both.elapsed(FROM, TO)).toBe("PT7H30M");
  });

  it("is what a spreadsheet's compiled calendar knows, reason and all", () => {
    const compiled = JSON.parse(JSON.stringify(compileCalendar(desk(), { from: "2026-06-01", to: "2026-06-30" })));
    const timeline = createTimeline(readCompiled(compiled));
    const [fromMs, toMs] = [Date.parse(FROM), Date.parse(TO)];
    expect(segmentsMs(timeline, fromMs, toMs).map(({ why, names }) => [why, ...names].join(" "))).toEqual(
      whys().map((line) => line.slice(9)),
    );
  });

  it("is carried by iCalendar, or refused where its date has an exception", () => {
    const june = { from: "2026-06-01", to: "2026-06-30", stamp: "2026-01-01T00:00Z" };
    const text = toICalendar(desk(), { ...june, what: "closures" });
    expect(text).toContain("DTSTART:20260606T223000Z\r\nDTEND:20260606T230000Z\r\nSUMMARY:maintenance");
    const excepted = desk({ exceptions: { "2026-06-07": ["00:30-02:00"] } });
    expect(refusal(() => toICalendar(excepted, { ...june, what: "closures" })).code).toBe("icalendar.not-carried");
  });
});
