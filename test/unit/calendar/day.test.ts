/**
 * day(), holidays() and with(): what is planned, and calendars made of calendars. Source: the contract's design §3.
 */

import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { expectRefusal, SUPPORT } from "../refusals.ts";

const desk = createCalendar({
  ...SUPPORT,
  exceptions: { "2026-12-24": ["09:00-12:00"], "2026-12-31": [] },
  closures: [{ from: "2026-08-10", to: "2026-08-14", name: "summer" }],
});

describe("day", () => {
  it("of an ordinary Friday", () => {
    expect(desk.day("2026-05-22")).toMatchObject({
      date: "2026-05-22",
      working: true,
      windows: ["09:00-12:00", "14:00-17:00"],
      holidays: [],
      exception: false,
    });
  });

  it("of a Saturday, which has no hours", () => {
    expect(desk.day("2026-05-23")).toMatchObject({ working: false, windows: [], holidays: [], exception: false });
  });

  it("of a holiday, with its id, its names and its source", () => {
    expect(desk.day("2026-11-11")).toMatchObject({ working: false, windows: [], exception: false });
    expect(desk.day("2026-11-11").holidays).toEqual([
      {
        date: "2026-11-11",
        id: "fr.armistice",
        name: expect.any(String),
        names: { fr: expect.any(String), en: expect.any(String) },
        source: "official",
      },
    ]);
    expect(desk.day("2026-05-25").holidays).toMatchObject([{ id: "fr.pentecost-monday", name: "Whit Monday" }]);
  });

  it("of an exception that opens or closes", () => {
    expect(desk.day("2026-12-24")).toMatchObject({ working: true, windows: ["09:00-12:00"], exception: true });
    expect(desk.day("2026-12-31")).toMatchObject({ working: false, windows: [], exception: true });
  });

  it("of one's own closure", () => {
    expect(desk.day("2026-08-12")).toMatchObject({ working: false, windows: [], closures: ["summer"] });
  });

  it("of an overnight window, on its own date only", () => {
    const nights = createCalendar({ timeZone: "Europe/Paris", week: { fri: ["22:00-06:00"] } });
    expect(nights.day("2026-05-22").windows).toEqual(["22:00-06:00"]);
    expect(nights.day("2026-05-23").windows).toEqual([]);
  });

  it("has its windows in order, whatever the order in the definition", () => {
    const mixed = createCalendar({ timeZone: "UTC", week: { fri: ["14:00-17:00", "09:00-12:00"] } });
    expect(mixed.day("2026-05-22").windows).toEqual(["09:00-12:00", "14:00-17:00"]);
  });

  it("of a date whose hours the clock skips is no working day", () => {
    const early = createCalendar({ timeZone: "Europe/Paris", week: { sun: ["02:15-02:45"] } });
    expect(early.day("2026-03-29").working).toBe(false);
  });
});

describe("holidays", () => {
  it("lists both ends, in order", () => {
    const dates = desk.holidays("2026-05-01", "2026-05-25").map(({ date }) => date);
    expect(dates).toEqual(["2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25"]);
    expect(desk.holidays("2026-05-25", "2026-05-25")).toHaveLength(1);
    expect(desk.holidays("2026-05-26", "2026-05-26")).toEqual([]);
  });

  it("lists holidays, not closures and exceptions", () => {
    expect(desk.holidays("2026-08-10", "2026-08-14")).toEqual([]);
    expect(desk.holidays("2026-12-31", "2026-12-31")).toEqual([]);
  });

  it("lists a holiday that an exception opens: it is still one", () => {
    const open = createCalendar({ ...SUPPORT, exceptions: { "2026-05-25": ["09:00-12:00"] } });
    expect(open.holidays("2026-05-25", "2026-05-25")).toHaveLength(1);
  });

  it("refuses a period that is reversed", () => {
    const expected = { code: "time.bad-period", path: ["from"], message: /swap/ };
    expectRefusal(() => desk.holidays("2026-05-25", "2026-05-24"), expected);
  });
});

describe("with", () => {
  it("makes another calendar and leaves this one as it was", () => {
    const reopened = desk.with({ reopen: ["fr.pentecost-monday"] });
    expect([reopened.isWorkingDay("2026-05-25"), desk.isWorkingDay("2026-05-25")]).toEqual([true, false]);
    expect(reopened.definition).toEqual({ ...desk.definition, reopen: ["fr.pentecost-monday"] });
  });

  it("replaces a key whole, it does not merge", () => {
    const changed = desk.with({ exceptions: { "2026-12-30": [] } });
    expect(changed.day("2026-12-24").exception).toBe(false);
    expect(changed.isWorkingDay("2026-12-30")).toBe(false);
  });

  it("takes a key away by undefined", () => {
    expect(desk.with({ holidays: undefined } as never).isWorkingDay("2026-05-25")).toBe(true);
    expect(desk.with({ holidays: undefined } as never).reach.from).toBe("1900-01-01");
  });

  it("keeps the output", () => {
    const iso = createCalendar(SUPPORT, { output: "iso" }).with({ timeZone: "Asia/Tokyo" });
    expect(iso.nextOpen("2026-05-22T00:00Z")).toBe("2026-05-22T09:00:00.000+09:00");
  });

  it("of nothing is the same calendar again", () => {
    expect(desk.with({}).definition).toEqual(desk.definition);
  });

  it("refuses what createCalendar refuses", () => {
    expectRefusal(() => desk.with({ timeZone: "Mars/Phobos" }), { code: "schedule.unknown-zone", path: ["timeZone"] });
    expectRefusal(() => desk.with({ holiday: ["FR"] } as never), { code: "schedule.unknown-key", path: ["holiday"] });
    expectRefusal(() => desk.with({ reopen: ["gp.abolition"] }), { code: "holidays.unknown-id", path: ["reopen", 0] });
  });
});
