/**
 * Four hundred closures of all the year took 17 s and 1.7 GB: each was written onto each date of each year. Law: closures cost what
 * their edges are, not the dates between them.
 */
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../src/index.ts";
import { closedDatesOf } from "../../src/schedule/dates/closed-dates.ts";
import { readClosures } from "../../src/schedule/dates/closures.ts";
import { readDefinition } from "../../src/schedule/read-definition.ts";
import { createTimeline } from "../../src/timeline/timeline.ts";
import { growth, NEAR_LINEAR } from "../helpers/growth.ts";
import { refusal } from "../unit/refusals.ts";

const closures = (count: number): object[] =>
  Array.from({ length: count }, () => ({ date: "01-01/12-31", from: "00:00", to: "24:00" }));

describe("closures that cover all the year", () => {
  it("are one stretch of dates, which all dates share", () => {
    const dates = closedDatesOf(readClosures(closures(400), { path: [], issues: [] }))(2026);
    expect(dates.size).toBe(365);
    expect(new Set(dates.values()).size).toBe(1);
    expect([...dates.values()][0]!.parts).toEqual([{ fromMin: 0, toMin: Number.POSITIVE_INFINITY }]);
  });

  it("close every date", () => {
    const definition = { timeZone: "UTC", week: { "mon-sun": ["09:00-17:00"] }, closures: closures(400) };
    const desk = createCalendar(definition as never);
    expect(refusal(() => desk.nextOpen("2026-05-22T16:00Z")).code).toBe("calendar.beyond-reach");
  });

  it("are known to close all dates, so that no year is searched; not where an exception or a reopened date opens one", () => {
    const known = (changes: object) =>
      createTimeline(
        readDefinition({ timeZone: "UTC", week: { "mon-sun": ["09:00-17:00"] }, closures: closures(2), ...changes }),
      ).neverOpens;
    expect(known({})).toBe(true);
    expect(known({ exceptions: { "2150-01-01": ["09:00-10:00"] } })).toBe(false);
    expect(known({ reopen: ["2150-01-01"] })).toBe(false);
    expect(known({ closures: ["01-01/02-28", "03-01/12-31"] })).toBe(false);
  });

  it("cost in proportion to their number", () => {
    const make = (count: number) =>
      createCalendar({
        timeZone: "UTC",
        week: { "mon-sun": ["09:00-17:00"] },
        closures: closures(count),
      } as never).isOpen("2026-05-22T16:00Z");
    expect(growth(500, make)).toBeLessThan(NEAR_LINEAR);
  });
});
