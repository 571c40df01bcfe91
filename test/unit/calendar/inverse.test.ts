/**
 * Inverse questions, ponts and the working days beside a date. Source: docs/semantics.md §3 and §4; facts on French holidays of 2026.
 */
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { expectRefusal } from "../refusals.ts";

const desk = createCalendar(
  { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] }, holidays: ["FR"] },
  { output: "iso" },
);
/** Paris in May, by day and time. */
const may = (day: number, time: string): string => `2026-05-${String(day).padStart(2, "0")}T${time}:00.000+02:00`;

describe("latestStart", () => {
  it("is the latest instant from which the time is used up by the due one", () => {
    expect(desk.latestStart(may(22, "17:00"), "PT4H")).toBe(may(22, "11:00"));
    // Tuesday 26 May 10:00 less two hours, over Whit Monday.
    expect(desk.latestStart(may(26, "10:00"), "PT2H")).toBe(may(22, "16:00"));
  });

  it("is an opening, not the closing before it, when the time is a whole window", () => {
    expect(desk.latestStart(may(22, "17:00"), "PT3H")).toBe(may(22, "14:00"));
    expect(desk.latestStart(may(25, "10:00"), "PT3H")).toBe(may(22, "14:00"));
  });

  it("is the due instant itself for no time, and refuses a negative one", () => {
    expect(desk.latestStart(may(25, "10:00"), 0)).toBe(may(25, "10:00"));
    expectRefusal(() => desk.latestStart(may(25, "10:00"), "-PT1H"), {
      code: "time.bad-duration",
      path: ["duration"],
      message: /negative/,
    });
  });
});

describe("remaining", () => {
  it("is the open time left, and nothing once it is past", () => {
    expect(desk.remaining(may(22, "16:00"), may(26, "10:00"))).toBe("PT2H");
    expect(desk.remaining(may(23, "16:00"), may(25, "10:00"))).toBe("PT0S");
    expect(desk.remaining(may(26, "10:00"), may(22, "16:00"))).toBe("PT0S");
  });
});

describe("reaches", () => {
  it("is when a share is used up", () => {
    expect(desk.reaches(may(22, "14:00"), "PT5H", 0.8)).toBe(may(26, "10:00"));
    expect(desk.reaches(may(22, "14:00"), "PT4H", 0.75)).toBe(may(22, "17:00"));
    expect(desk.reaches(may(22, "14:00"), "PT4H", 1)).toBe(desk.add(may(22, "14:00"), "PT4H"));
    expect(desk.reaches(may(23, "14:00"), "PT4H", 0)).toBe(may(23, "14:00"));
  });

  it("rounds up to the millisecond, and not because of binary fractions", () => {
    expect(desk.reaches(may(22, "14:00"), 10, 0.75)).toBe("2026-05-22T14:00:00.008+02:00");
    // 0.07 × 100 is 7.000000000000001 in binary, 0.57 × 100 is 56.99999999999999.
    expect(desk.reaches(may(22, "14:00"), 100, 0.07)).toBe("2026-05-22T14:00:00.007+02:00");
    expect(desk.reaches(may(22, "14:00"), 100, 0.57)).toBe("2026-05-22T14:00:00.057+02:00");
  });

  it("refuses what is no share", () => {
    for (const share of [80, -0.1, Number.NaN, "0.8", undefined]) {
      expectRefusal(() => desk.reaches(may(22, "14:00"), "PT4H", share as number), {
        code: "calendar.bad-option",
        path: ["share"],
        message: /80 % is 0.8/,
      });
    }
  });
});

describe("the working days beside a date", () => {
  it("leave the date itself out", () => {
    expect(desk.nextWorkingDay("2026-05-22")).toBe("2026-05-26");
    expect(desk.nextWorkingDay("2026-05-23")).toBe("2026-05-26");
    expect(desk.previousWorkingDay("2026-05-26")).toBe("2026-05-22");
    expect(desk.previousWorkingDay("2026-05-25")).toBe("2026-05-22");
  });

  it("read neither the date nor beyond the answer", () => {
    expect(desk.nextWorkingDay("1981-12-31")).toBe("1982-01-04");
    expectRefusal(() => desk.nextWorkingDay("2199-12-31"), { code: "calendar.beyond-reach" });
    expectRefusal(() => desk.previousWorkingDay("1982-01-01"), { code: "calendar.beyond-reach" });
  });
});

describe("bridgeDays", () => {
  it("are the ponts of 2026: 2 January, 15 May, 13 July", () => {
    expect(desk.bridgeDays("2026-01-01", "2026-12-31")).toEqual(["2026-01-02", "2026-05-15", "2026-07-13"]);
  });

  it("do not include a lone working day that no holiday makes", () => {
    const mondays = createCalendar({ timeZone: "UTC", week: { mon: ["09:00-17:00"] }, holidays: ["FR"] });
    expect(mondays.bridgeDays("2026-01-01", "2026-12-31")).toEqual([]);
  });

  it("are made by closures and exceptions too", () => {
    const closed = desk.with({ closures: ["2026-06-11"], exceptions: { "2026-06-16": [] } });
    // Friday 12 June after a closed Thursday, Monday 15 June before a closed Tuesday.
    expect(closed.bridgeDays("2026-06-01", "2026-06-30")).toEqual(["2026-06-12", "2026-06-15"]);
  });

  it("read the dates beside, and refuse a reversed period", () => {
    expectRefusal(() => desk.bridgeDays("1982-01-01", "1982-01-31"), { code: "calendar.beyond-reach" });
    expectRefusal(() => desk.bridgeDays("2026-02-01", "2026-01-01"), { code: "time.bad-period", path: ["from"] });
  });
});
