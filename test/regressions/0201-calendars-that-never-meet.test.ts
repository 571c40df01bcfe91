/**
 * Two calendars of many windows that never meet: every year to 2199 was compiled and kept, for minutes. Law: a search costs what is
 * asked, whatever the definition: no year is compiled where the weeks cannot meet, and no more than a limit elsewhere.
 */
import { describe, expect, it } from "vitest";
import { nextOpenAt } from "../../src/clock/search.ts";
import { type CalendarDefinition, createCalendar, type WindowText } from "../../src/index.ts";
import { readDefinition } from "../../src/schedule/read-definition.ts";
import { createTimeline } from "../../src/timeline/timeline.ts";
import { refusal } from "../unit/refusals.ts";

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
/** Two minutes in every twenty, or five, from a minute on. */
const comb = (fromMin: number, everyMin = 20) =>
  Array.from(
    { length: 1440 / everyMin },
    (_, i) => `${clock(i * everyMin + fromMin)}-${clock(i * everyMin + fromMin + 2)}` as WindowText,
  );
const desk = (windows: WindowText[], timeZone = "UTC"): CalendarDefinition => ({
  timeZone,
  week: { "mon-sun": windows },
});
const both = (a: CalendarDefinition, b: CalendarDefinition): CalendarDefinition => ({
  timeZone: a.timeZone,
  intersection: [a, b],
});
const AT = "2026-05-22T16:00Z";

/** How many dates of its operands a search reads. */
function datesRead(definition: CalendarDefinition): number {
  let read = 0;
  const schedule = readDefinition(definition);
  const operands = schedule.combination!.operands.map((operand) => ({
    ...operand,
    schedule: {
      ...operand.schedule,
      planOf: (day: number) => {
        read++;
        return operand.schedule.planOf(day);
      },
    },
  }));
  nextOpenAt(createTimeline({ ...schedule, combination: { ...schedule.combination!, operands } }), Date.parse(AT));
  return read;
}

describe("calendars that never meet", () => {
  it("in one zone are known not to: one year of each is read, and the search ends at the reach", () => {
    const never = both(desk(comb(0)), desk(comb(2)));
    expect(datesRead(never)).toBeLessThan(2 * 400);
    const calendar = createCalendar(never);
    for (const ask of [() => calendar.nextOpen(AT), () => calendar.add(AT, "PT4H"), () => calendar.previousOpen(AT)])
      expect(refusal(ask).code).toBe("calendar.beyond-reach");
    expect(refusal(() => calendar.addWorkingDays("2026-05-22", 1)).code).toBe("calendar.beyond-reach");
    expect(calendar.elapsed(AT, "2026-06-22T16:00Z").toMillis()).toBe(0);
  });

  it("in two zones are searched as far as the limit goes, however much was asked before", () => {
    const never = both(desk(comb(0)), desk(comb(2), "Etc/GMT+1"));
    // 72 windows a day are 26,718 load a year, three times each less 366: 280,000 / 159,576 is one year.
    expect(datesRead(never)).toBeLessThan(2 * 3 * 400);
    const calendar = createCalendar(never);
    expect(refusal(() => calendar.nextOpen(AT)).code).toBe("calendar.too-far");
    for (const year of [2027, 2028, 2029]) calendar.isOpen(`${year}-01-05T00:00Z`);
    expect(refusal(() => calendar.nextOpen(AT)).code).toBe("calendar.too-far");
    expect(refusal(() => calendar.elapsed(AT, "2029-01-01T00:00Z")).code).toBe("calendar.too-far");
    expect(refusal(() => calendar.workingDaysBetween("2026-01-01", "2029-01-01")).code).toBe("calendar.too-far");
    expect(calendar.elapsedAll([Date.parse(AT)], [Date.parse("2029-01-01T00:00Z")])[0]).toBeNaN();
  });

  it("of 288 windows a day each are more than a definition may have, unless it is one's own", () => {
    const [a, b] = [desk(comb(0, 5)), desk(comb(2, 5))];
    expect(refusal(() => createCalendar(both(a, b))).code).toBe("schedule.too-many-windows");
    const own = createCalendar(both(a, b), { limits: { windows: 576 } });
    expect(refusal(() => own.add(AT, "PT4H")).code).toBe("calendar.beyond-reach");
  });
});

describe("limits", () => {
  it("that have no such name, or no such value, are refused", () => {
    const make = (limits: object) => () => createCalendar(desk(["09:00-17:00"]), { limits });
    expect(refusal(make({ closure: 3 })).issues[0]!.message).toContain('did you mean "closures"');
    expect(refusal(make({ closures: 0 })).code).toBe("calendar.bad-option");
  });
});
