/**
 * Summer hours of every year, written as an exception of a span, were open on Ascension and 14 July, and nobody asked. It is a
 * question of `ouvree policy check` and of `ouvree doctor` now; and what is not known yet is refused with what to write today.
 */
import { describe, expect, it } from "vitest";
import { createCalendar, definePolicy } from "../../src/index.ts";
import { policyQuestions } from "../../src/report/index.ts";
import { ouvree } from "../unit/cli/fake-terminal.ts";
import { refusal } from "../unit/refusals.ts";

const OFFICE = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-18:00"] }, holidays: ["FR"] };
const asked = (desk: object): string[] => {
  const c = {
    ...{ kind: "target", kinds: ["k"], start: "opened", stop: "closed", reopening: "ignore" },
    target: { hours: "PT4H", count: "open" },
  };
  const policy = { policy: "p", calendar: "desk", calendars: { desk }, kinds: { k: { events: ["opened", "closed"] } } };
  return policyQuestions(definePolicy({ ...policy, commitments: { c } } as never)).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );
};

describe("an exception of several dates that opens on holidays", () => {
  it("is asked about, with the holidays, in every year or in one", () => {
    const summer = { "mon-fri": ["08:00-14:00"] };
    const [yearly] = asked({ ...OFFICE, exceptions: { "05-01/09-30": summer } });
    expect(yearly).toContain('calendars.desk.exceptions.05-01/09-30: "05-01/09-30" opens on holidays: ');
    for (const name of ["Ascension", "Whit Monday"]) expect(yearly).toContain(name);
    expect(asked({ ...OFFICE, exceptions: { "2026-07-01/2026-08-31": summer } })).toEqual([
      expect.stringContaining("(2026-07-14)"),
    ]);
    expect(asked({ ...OFFICE, exceptions: { "12-25": ["10:00-12:00"] } })).toHaveLength(1);
  });

  it("is asked about by the doctor, of a calendar and of a policy", () => {
    const desk = { ...OFFICE, exceptions: { "2026-07-01/2026-08-31": { "mon-fri": ["08:00-14:00"] } } };
    const c = { kind: "target", kinds: ["k"], start: "opened", stop: "closed", reopening: "ignore" };
    const target = { hours: "PT4H", count: "open" };
    const kinds = { k: { events: ["opened", "closed"] } };
    const policy = { policy: "p", calendar: "desk", calendars: { desk }, kinds, commitments: { c: { ...c, target } } };
    const files = { "desk.json": JSON.stringify(desk), "p.json": JSON.stringify(policy) };
    const asked = ["--calendar", "desk.json", "--policy", "p.json", "--format", "json"];
    const { code, out } = ouvree(["doctor", ...asked], { files });
    expect(code).toBe(0);
    const own = ["exceptions", "2026-07-01/2026-08-31"];
    expect(JSON.parse(out).questions).toEqual([
      { file: "desk.json", path: own, message: expect.stringContaining("(2026-07-14)") },
      { file: "p.json", path: ["calendars", "desk", ...own], message: expect.stringContaining("(2026-07-14)") },
    ]);
  });

  it("is not, where it is one date, closes, meets none, or the date has an exception of its own", () => {
    for (const exceptions of [
      { "2026-07-14": ["10:00-12:00"] },
      { "2026-07-01/2026-08-31": [] },
      { "2026-07-15/2026-07-31": ["10:00-12:00"] },
      { "2026-07-10/2026-07-20": ["10:00-12:00"], "2026-07-14": ["10:00-12:00"] },
    ])
      expect(asked({ ...OFFICE, exceptions })).toEqual([]);
  });
});

describe("what has its place in the order, and is not known yet", () => {
  it.each([
    ["seasons", { seasons: { "05-01/09-30": {} } }, "an exception for the dates of each season"],
    ["rota", { rota: [] }, "an exception for the dates of each week"],
    ["holidayHours", { holidayHours: ["09:00-12:00"] }, "for the date of each holiday"],
    ["an eve", { closures: [{ before: "holiday", from: "17:00", to: "24:00" }] }, "a closure for each date"],
    ["a date that is eve", { closures: [{ date: "eve", from: "17:00", to: "24:00" }] }, "the dates themselves"],
    ["first mon", { closures: ["first mon"] }, "the dates themselves"],
    ["worked", { holidays: [{ dates: [{ date: "2026-01-10", worked: true }] }] }, "with the hours of the date"],
  ])("%s is refused, with what to write today", (_, part, cure) => {
    const { issues } = refusal(() => createCalendar({ ...OFFICE, ...part } as never));
    expect(issues).toHaveLength(1);
    expect(issues[0]!.message).toContain("not known yet; today: ");
    expect(issues[0]!.message).toContain(cure);
  });
});
