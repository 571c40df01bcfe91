/**
 * Versions: hours that change on a date. Source: docs/semantics.md §2, "Versions".
 */
import { describe, expect, it } from "vitest";
import { type CalendarDefinition, createCalendar, type VersionDefinition } from "../../../src/index.ts";
import { expectRefusal, make } from "../refusals.ts";

const base: CalendarDefinition & { versions: readonly VersionDefinition[] } = {
  timeZone: "Europe/Paris",
  week: { "mon-fri": ["09:00-17:00"] },
  versions: [
    { from: "2026-09-01", week: { "mon-fri": ["08:00-12:00"] } },
    { from: "2027-01-01", name: "six days", week: { "mon-sat": ["10:00-11:00"] } },
  ],
};

describe("a version", () => {
  it("is in force from its date to that of the next", () => {
    const desk = make(base);
    // Monday 31 August, Tuesday 1 September, Thursday 31 December 2026; Friday 1 and Saturday 2 January 2027.
    const dates = ["1950-01-02", "2026-08-31", "2026-09-01", "2026-12-31", "2027-01-01", "2027-01-02"];
    const hours = dates.map((date) => desk.day(date).windows.join());
    const [a, b, c] = ["09:00-17:00", "08:00-12:00", "10:00-11:00"];
    expect(hours).toEqual([a, a, b, b, c, c]);
  });

  it("answers every question across its date with the hours in force on each", () => {
    const desk = createCalendar(base, { output: "iso" });
    // From Monday 31 August 15:00: two hours that day, then 08:00 to 12:00.
    expect(desk.add("2026-08-31T15:00+02:00", "PT4H")).toBe("2026-09-01T10:00:00.000+02:00");
    expect(desk.subtract("2026-09-01T10:00+02:00", "PT4H")).toBe("2026-08-31T15:00:00.000+02:00");
    expect(desk.elapsed("2026-08-31T15:00+02:00", "2026-09-02T09:00+02:00")).toBe("PT7H");
    expect(desk.workingDaysBetween("2026-12-31", "2027-01-04")).toBe(3);
    expect(desk.nextOpen("2026-08-31T17:00+02:00")).toBe("2026-09-01T08:00:00.000+02:00");
  });

  it("leaves the window that passed midnight to the version of the date on which it started", () => {
    const desk = make({
      timeZone: "Europe/Paris",
      week: { "mon-sun": ["22:00-06:00"] },
      versions: [{ from: "2026-09-01", week: { "mon-sun": ["12:00-13:00"] } }],
    });
    expect(desk.isOpen("2026-09-01T05:00+02:00")).toBe(true);
    expect(desk.isOpen("2026-09-01T23:00+02:00")).toBe(false);
  });

  it("keeps what it does not name: holidays and what is reopened", () => {
    const desk = make({ ...base, holidays: ["FR"], reopen: ["fr.armistice"] });
    expect(["2026-11-11", "2026-12-25", "2027-01-01"].map((date) => desk.isWorkingDay(date))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("may change the holidays and what is reopened", () => {
    const desk = make({
      ...base,
      holidays: ["FR"],
      versions: [
        { from: "2026-12-01", holidays: ["FR-57"] },
        { from: "2027-01-01", reopen: ["fr.pentecost-monday"] },
      ],
    });
    // 26 December 2025 is a Friday, 28 December 2028 no matter: St Stephen's 2029 is a Wednesday.
    expect(desk.isWorkingDay("2025-12-26")).toBe(true);
    expect(desk.isWorkingDay("2029-12-26")).toBe(false);
    expect(desk.isWorkingDay("2026-05-25")).toBe(false);
    expect(desk.isWorkingDay("2027-05-17")).toBe(true);
  });

  it("may have closures and exceptions of its own, on its own dates", () => {
    const desk = make({
      ...base,
      exceptions: { "12-24": ["09:00-10:00"] },
      versions: [{ from: "2027-01-01", closures: ["08-02"], exceptions: { "12-24": ["06:00-07:00"] } }],
    });
    expect(desk.day("2026-12-24").windows).toEqual(["09:00-10:00"]);
    expect(desk.day("2027-12-24").windows).toEqual(["06:00-07:00"]);
    // Mondays: 2 August 2021 and 2 August 2027.
    expect([desk.isWorkingDay("2021-08-02"), desk.isWorkingDay("2027-08-02")]).toEqual([true, false]);
  });

  it("that changes nothing changes nothing", () => {
    const versions = [{ from: "2026-08-01", name: "as before" }];
    expect(make({ ...base, versions }).day("2026-08-31").windows).toEqual(["09:00-17:00"]);
  });

  it("that gives hours for the first time makes a calendar that opens", () => {
    const desk = make({ timeZone: "UTC", versions: [{ from: "2026-09-01", week: { mon: ["09:00-10:00"] } }] });
    expect(desk.nextOpen("2020-01-01T00:00Z").toISO()).toBe("2026-09-07T09:00:00.000Z");
    expectRefusal(() => make({ timeZone: "UTC", versions: [{ from: "2026-09-01", closures: ["12-24"] }] }), {
      code: "calendar.never-open",
    });
  });
});

describe("the reach of versions", () => {
  const list = (year: number): object => ({ dates: [`${year}-05-01`] });

  it("is the run of dates that the sources in force know", () => {
    const desk = make({
      ...base,
      holidays: [list(2026)],
      versions: [
        { from: "2027-01-01", holidays: [list(2027)] },
        { from: "2028-01-01", holidays: [list(2028)] },
      ],
    });
    expect(desk.reach).toEqual({ from: "2026-01-01", to: "2028-12-31" });
  });

  it("may end within a version, and must not have a gap", () => {
    const versions = [{ from: "2027-07-01", holidays: [list(2027)] }];
    expect(make({ ...base, holidays: ["FR"], versions }).reach).toEqual({ from: "1982-01-01", to: "2027-12-31" });
    expectRefusal(() => make({ ...base, holidays: [list(2026)], versions }), {
      code: "holidays.no-reach",
      path: ["versions"],
      message: /between 2026-12-31 and 2027-07-01/,
    });
    const late = [{ from: "2026-01-01", holidays: [{ dates: [], from: "2020-01-01", to: "2020-12-31" }] }];
    expectRefusal(() => make({ ...base, holidays: [list(2026)], versions: late }), { code: "holidays.no-reach" });
  });
});

describe("what is no version is refused", () => {
  const refused = (versions: unknown) => () => make({ ...base, versions });
  const code = "schedule.bad-version";

  it("a value of another kind", () => {
    expectRefusal(refused({ from: "2026-09-01" }), { code, path: ["versions"] });
    expectRefusal(refused([5]), { code, path: ["versions", 0] });
    expectRefusal(refused([{ from: "2026-09-01", name: 5, closures: [] }]), { code, path: ["versions", 0, "name"] });
  });

  it("an unknown key and a zone of its own, with a near miss", () => {
    expectRefusal(refused([{ from: "2026-09-01", weeks: {}, week: {} }]), {
      code: "schedule.unknown-key",
      path: ["versions", 0, "weeks"],
      message: /did you mean "week"/,
    });
    expectRefusal(refused([{ from: "2026-09-01", timeZone: "UTC", week: {} }]), { code: "schedule.unknown-key" });
  });

  it("one without a date, and dates that do not go up", () => {
    expectRefusal(refused([{ week: {} }]), { code: "schedule.bad-date", path: ["versions", 0, "from"] });
    const [first, second] = base.versions;
    expectRefusal(refused([second, first]), { code, path: ["versions", 1, "from"], message: /after 2027-01-01/ });
    expectRefusal(refused([first, first]), { code, path: ["versions", 1, "from"] });
  });

  it("a dated closure or exception that lies outside it", () => {
    const outside = { code: "schedule.outside-version", message: /beside versions/ };
    const early = { from: "2026-09-01", closures: ["12-24", "2026-08-31"], week: {} };
    expectRefusal(refused([early]), { ...outside, path: ["versions", 0, "closures", 1] });
    const late = { from: "2026-09-01", exceptions: { "2027-01-01/2027-02-01": [] } };
    expectRefusal(refused([late, base.versions[1]]), {
      ...outside,
      path: ["versions", 0, "exceptions", "2027-01-01/2027-02-01"],
    });
  });

  it("an id to reopen that none of its sources has", () => {
    expectRefusal(refused([{ from: "2026-09-01", reopen: ["fr.christmas"] }]), {
      code: "holidays.unknown-id",
      path: ["versions", 0, "reopen", 0],
    });
  });
});
