/**
 * Answers in each output. Source: the contract's design §3.
 */

import { DateTime, Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { expectRefusal, SUPPORT } from "../refusals.ts";

// Friday 2026-05-22 16:00 in Paris; the Monday is Whit Monday.
const START = "2026-05-22T16:00+02:00";
const DUE_MS: number = Date.UTC(2026, 4, 26, 10);
const HOUR = 3_600_000;

describe("luxon, the output unless another is asked for", () => {
  const desk = createCalendar(SUPPORT);

  it("answers instants as DateTime in the calendar's zone", () => {
    const due = desk.add(START, "PT4H");
    expect(DateTime.isDateTime(due)).toBe(true);
    expect(due.toISO()).toBe("2026-05-26T12:00:00.000+02:00");
    expect(due.zoneName).toBe("Europe/Paris");
    expect(due.toMillis()).toBe(DUE_MS);
    expect(createCalendar(SUPPORT, { output: "luxon" }).add(START, "PT4H").equals(due)).toBe(true);
  });

  it("answers durations as Duration in hours, minutes and seconds", () => {
    const elapsed = desk.elapsed(START, DUE_MS);
    expect(Duration.isDuration(elapsed)).toBe(true);
    expect(elapsed.toISO()).toBe("PT4H");
    expect(desk.elapsed(DUE_MS, START).toISO()).toBe("PT-4H");
    expect(desk.elapsed(START, START).toISO()).toBe("PT0S");
    // More than a day of open time stays in hours.
    expect(desk.elapsed("2026-05-04T00:00+02:00", "2026-05-08T00:00+02:00").toISO()).toBe("PT24H");
    const odd = desk.elapsed("2026-05-22T16:00:00.500+02:00", "2026-05-22T16:59:30.750+02:00");
    expect(odd.toMillis()).toBe(59 * 60_000 + 30_250);
    expect(odd.toObject()).toEqual({ hours: 0, minutes: 59, seconds: 30.25 });
  });

  it("answers in UTC with a DateTime in UTC", () => {
    const utc = createCalendar({ timeZone: "UTC", week: { mon: ["09:00-12:00"] } });
    expect(utc.nextOpen("2026-05-18T00:00Z").toISO()).toBe("2026-05-18T09:00:00.000Z");
  });

  it("answers in a link of a zone under the name that the definition gave", () => {
    const kolkata = createCalendar({ timeZone: "Asia/Calcutta", week: { mon: ["09:00-12:00"] } });
    expect(kolkata.nextOpen("2026-05-18T00:00Z").toISO()).toBe("2026-05-18T09:00:00.000+05:30");
  });
});

describe("date", () => {
  const desk = createCalendar(SUPPORT, { output: "date" });

  it("answers instants as Date and durations in ms", () => {
    const due = desk.add(START, "PT4H");
    expect(due).toBeInstanceOf(Date);
    expect(due.getTime()).toBe(DUE_MS);
    expect(desk.elapsed(START, due)).toBe(4 * HOUR);
  });

  it("answers a new Date each time: changing one changes nothing else", () => {
    desk.add(START, "PT4H").setTime(0);
    expect(desk.add(START, "PT4H").getTime()).toBe(DUE_MS);
  });
});

describe("iso", () => {
  const desk = createCalendar(SUPPORT, { output: "iso" });

  it("answers instants as ISO 8601 with the zone's offset, durations as ISO 8601", () => {
    expect(desk.add(START, "PT4H")).toBe("2026-05-26T12:00:00.000+02:00");
    expect(desk.nextOpen("2026-01-05T00:00Z")).toBe("2026-01-05T09:00:00.000+01:00");
    expect(desk.elapsed(START, DUE_MS)).toBe("PT4H");
    expect(desk.elapsed(DUE_MS, START)).toBe("-PT4H");
    expect(desk.elapsed(START, START)).toBe("PT0S");
  });

  it("answers in UTC with Z, west of Greenwich with a minus, and with odd offsets", () => {
    const week = { mon: ["09:00-12:00"] };
    const first = (timeZone: string): string =>
      createCalendar({ timeZone, week }, { output: "iso" }).nextOpen("2026-05-18T00:00Z");
    expect(first("UTC")).toBe("2026-05-18T09:00:00.000Z");
    expect(first("America/New_York")).toBe("2026-05-18T09:00:00.000-04:00");
    expect(first("America/St_Johns")).toBe("2026-05-18T09:00:00.000-02:30");
    expect(first("Asia/Kathmandu")).toBe("2026-05-18T09:00:00.000+05:45");
    expect(first("Etc/GMT+12")).toBe("2026-05-18T09:00:00.000-12:00");
    expect(first("Europe/London")).toBe("2026-05-18T09:00:00.000+01:00");
  });

  it("answers what can be asked again", () => {
    const due = desk.add(START, "PT4H");
    expect(desk.elapsed(START, due)).toBe("PT4H");
    expect(desk.subtract(due, desk.elapsed(START, due))).toBe(START.replace("+", ":00.000+"));
  });

  it("tells the two hours of a fold apart", () => {
    const nights = createCalendar(
      { timeZone: "Europe/Paris", week: { "mon-sun": ["22:00-06:00"] } },
      { output: "iso" },
    );
    expect(nights.add("2026-10-24T22:00+02:00", "PT4H30M")).toBe("2026-10-25T02:30:00.000+02:00");
    expect(nights.add("2026-10-24T22:00+02:00", "PT5H30M")).toBe("2026-10-25T02:30:00.000+01:00");
  });
});

describe("ms", () => {
  it("answers instants and durations in ms", () => {
    const desk = createCalendar(SUPPORT, { output: "ms" });
    expect(desk.add(START, "PT4H")).toBe(DUE_MS);
    expect(desk.elapsed(START, DUE_MS)).toBe(4 * HOUR);
    expect(desk.timeline.addMs(Date.parse(START), 4 * HOUR)).toBe(DUE_MS);
  });
});

describe("every part of an answer is in the output", () => {
  it("windows, segments and explanations", () => {
    const desk = createCalendar(SUPPORT, { output: "iso" });
    const [first] = desk.windows(START, DUE_MS);
    expect(first).toEqual({
      start: "2026-05-22T16:00:00.000+02:00",
      end: "2026-05-22T17:00:00.000+02:00",
      ms: HOUR,
    });
    expect(desk.segments(START, DUE_MS)[0]).toMatchObject({ start: first?.start, end: first?.end });
    const explanation = desk.explain(START, "PT4H");
    expect(explanation).toMatchObject({ start: first?.start, due: "2026-05-26T12:00:00.000+02:00", duration: "PT4H" });
    expect(desk.explainElapsed(START, DUE_MS)).toMatchObject({ end: "2026-05-26T12:00:00.000+02:00", elapsed: "PT4H" });
  });
});

describe("an output that is none", () => {
  it("is refused, and the message names those that there are", () => {
    for (const output of ["json", "moment", "", "constructor", 5, {}]) {
      const expected = { code: "calendar.bad-option", path: ["output"], message: /luxon, date, iso, ms/ };
      expectRefusal(() => createCalendar(SUPPORT, { output: output as never }), expected);
    }
  });
});
