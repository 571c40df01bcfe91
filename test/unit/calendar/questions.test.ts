/**
 * The questions at their boundaries. Source: the contract's semantics §3, line by line of its table.
 *
 * The desk: Paris, Monday to Friday 09:00-12:00 and 14:00-17:00, French holidays. 2026-05-22 is a Friday, 2026-05-25
 * Whit Monday.
 */

import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { refusal, SUPPORT } from "../refusals.ts";

const desk = createCalendar(SUPPORT, { output: "iso" });

/** An instant of May 2026 in Paris: "22 16:00" is 2026-05-22T16:00+02:00. */
const may = (text: string): string => `2026-05-${text.replace(" ", "T")}+02:00`;
/** The answer in the same short form. */
const short = (iso: string): string => iso.replace("2026-05-", "").replace("T", " ").replace(":00.000+02:00", "");

describe("isOpen", () => {
  it("is true from the opening to the last ms before the closing", () => {
    const at = [
      "22 08:59:59.999",
      "22 09:00",
      "22 11:59:59.999",
      "22 12:00",
      "22 14:00",
      "22 17:00",
      "23 10:00",
      "25 10:00",
    ];
    expect(at.map((t) => desk.isOpen(may(t)))).toEqual([false, true, true, false, true, false, false, false]);
  });
});

describe("nextOpen, previousOpen, nextClose, previousClose, nextChange", () => {
  it.each([
    // at, nextOpen, previousOpen, nextClose, previousClose, nextChange
    ["22 10:00", "22 10:00", "22 10:00", "22 12:00", "21 17:00", "22 12:00"],
    ["22 09:00", "22 09:00", "22 09:00", "22 12:00", "21 17:00", "22 12:00"],
    ["22 12:00", "22 14:00", "22 12:00", "22 17:00", "22 12:00", "22 14:00"],
    ["22 13:00", "22 14:00", "22 12:00", "22 17:00", "22 12:00", "22 14:00"],
    ["22 17:00", "26 09:00", "22 17:00", "26 12:00", "22 17:00", "26 09:00"],
    ["25 10:00", "26 09:00", "22 17:00", "26 12:00", "22 17:00", "26 09:00"],
    ["26 08:59", "26 09:00", "22 17:00", "26 12:00", "22 17:00", "26 09:00"],
  ])("at %s", (at, nextOpen, previousOpen, nextClose, previousClose, nextChange) => {
    expect({
      nextOpen: short(desk.nextOpen(may(at))),
      previousOpen: short(desk.previousOpen(may(at))),
      nextClose: short(desk.nextClose(may(at))),
      previousClose: short(desk.previousClose(may(at))),
      nextChange: short(desk.nextChange(may(at))),
    }).toEqual({ nextOpen, previousOpen, nextClose, previousClose, nextChange });
  });
});

describe("a desk that is open at all hours, but for dates a lifetime apart", () => {
  const always = { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } };
  const from = "2026-05-22T10:00Z";
  const questions = ["nextClose", "nextChange", "previousClose"] as const;

  it.each([
    ["one date before, one after", ["1950-03-01", "2101-12-31"], ["2101-12-31", "2101-12-31", "1950-03-01"]],
    ["the ends of years", ["1950-12-31", "2101-01-01"], ["2101-01-01", "2101-01-01", "1950-12-31"]],
  ])("finds the closing edge: %s", (_, closures, dates) => {
    const rare = createCalendar({ ...always, closures }, { output: "iso" });
    expect(questions.map((ask) => rare[ask](from))).toEqual(dates.map((date) => `${date}T00:00:00.000Z`));
  });

  it.each(questions)("%s is beyond reach where it never closes", (ask) => {
    expect(refusal(() => createCalendar(always)[ask](from)).code).toBe("calendar.beyond-reach");
  });

  it("goes past years that are closed whole", () => {
    const closures = [
      { from: "2027-01-01", to: "2031-12-31" },
      { from: "2001-01-01", to: "2025-12-31" },
    ];
    const pausing = createCalendar({ ...always, closures }, { output: "iso" });
    expect([pausing.nextClose(from), pausing.previousClose(from)]).toEqual([
      "2027-01-01T00:00:00.000Z",
      "2001-01-01T00:00:00.000Z",
    ]);
    expect(refusal(() => pausing.nextClose("2029-01-01T00:00Z")).code).toBe("calendar.beyond-reach");
  });
});

describe("add", () => {
  it.each([
    // start, duration, near, far
    ["22 16:00", "PT1H", "22 17:00", "26 09:00"],
    ["22 16:00", "PT1H0.001S", "26 09:00:00.001+02:00", "26 09:00:00.001+02:00"],
    ["22 11:00", "PT1H", "22 12:00", "22 14:00"],
    ["22 10:00", "PT1H", "22 11:00", "22 11:00"],
    ["22 16:00", "PT4H", "26 12:00", "26 14:00"],
    ["22 13:00", "PT1H", "22 15:00", "22 15:00"],
    ["23 10:00", "PT6H", "26 17:00", "27 09:00"],
    ["22 10:00", "PT0S", "22 10:00", "22 10:00"],
    ["22 13:00", "PT0S", "22 13:00", "22 14:00"],
    ["22 17:00", "PT0S", "22 17:00", "26 09:00"],
    ["26 10:00", "-PT1H", "26 09:00", "22 17:00"],
    ["26 10:00", "-PT2H", "22 16:00", "22 16:00"],
    ["25 10:00", "-PT3H", "22 14:00", "22 12:00"],
  ])("from %s, %s: near %s, far %s", (start, duration, near, far) => {
    expect(short(desk.add(may(start), duration))).toBe(near);
    expect(short(desk.add(may(start), duration, { edge: "far" }))).toBe(far);
  });

  it("48 open hours are eight days of six: Thursday 2026-05-07 16:00 to Thursday 2026-05-21 16:00", () => {
    // 8 May and 14 May are holidays.
    expect(short(desk.add(may("07 16:00"), "PT48H"))).toBe("21 16:00");
  });

  it("subtract is add of the negative, with the same edges", () => {
    for (const edge of ["near", "far"] as const) {
      expect(desk.subtract(may("26 10:00"), "PT1H", { edge })).toBe(desk.add(may("26 10:00"), "-PT1H", { edge }));
      expect(desk.subtract(may("22 16:00"), "-PT1H", { edge })).toBe(desk.add(may("22 16:00"), "PT1H", { edge }));
    }
  });
});

describe("elapsed", () => {
  it.each([
    ["22 16:00", "26 12:00", "PT4H"],
    ["22 17:00", "26 09:00", "PT0S"],
    ["22 11:30", "22 14:30", "PT1H"],
    ["26 12:00", "22 16:00", "-PT4H"],
    ["22 16:59:59.999", "26 09:00:00.001", "PT0.002S"],
    ["22 16:00", "22 16:00", "PT0S"],
  ])("from %s to %s is %s", (from, to, elapsed) => {
    expect(desk.elapsed(may(from), may(to))).toBe(elapsed);
  });
});

describe("nights on which the clock changes", () => {
  const nights = createCalendar({ timeZone: "Europe/Paris", week: { "mon-sun": ["22:00-06:00"] } }, { output: "iso" });

  it("are an hour shorter in spring and an hour longer in autumn", () => {
    expect(nights.elapsed("2026-03-28T22:00+01:00", "2026-03-29T06:00+02:00")).toBe("PT7H");
    expect(nights.elapsed("2026-10-24T22:00+02:00", "2026-10-25T06:00+01:00")).toBe("PT9H");
    expect(nights.add("2026-03-28T22:00+01:00", "PT7H")).toBe("2026-03-29T06:00:00.000+02:00");
    expect(nights.add("2026-10-24T22:00+02:00", "PT9H")).toBe("2026-10-25T06:00:00.000+01:00");
  });
});
