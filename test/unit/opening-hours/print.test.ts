/**
 * `printOpeningHours`: the text, and the path of what it cannot say.
 */
import { describe, expect, test } from "vitest";
import type { CalendarDefinition } from "../../../src/index.ts";
import { printOpeningHours } from "../../../src/opening-hours/index.ts";
import { refusal } from "../refusals.ts";

type Rest = Omit<CalendarDefinition, "timeZone">;
const print = (rest: Rest): string => printOpeningHours({ timeZone: "Europe/Paris", ...rest });
const week = { "mon-fri": ["09:00-17:00"] } as const;

describe("printed", () => {
  test.each<[string, Rest]>([
    ["24/7", { week: { "mon-sun": ["00:00-24:00"] } }],
    ["Mo-Su 09:00-17:00", { week: { "mon-sun": ["09:00-17:00"] }, name: "the name is outside" }],
    [
      "Mo,Tu,Th,Fr 09:00-12:00,14:00-17:00; We 09:00-12:00",
      { week: { "mon,tue,thu,fri": ["14:00-17:00", "09:00-12:00"], wed: ["09:00-12:00"] } },
    ],
    ["Mo-Th 18:00-02:00, Fr,Sa 18:00-04:00", { week: { "mon-thu": ["18:00-02:00"], "fri,sat": ["18:00-04:00"] } }],
    ["Mo-Fr 22:00-24:00", { week: { "mon-fri": ["22:00-00:00"] } }],
    ["Mo-Fr 09:00-17:00; PH off", { week, holidays: ["FR-57"] }],
    [
      'Mo-Fr 09:00-17:00; 2026 Dec 24 off; Dec 25-Jan 02 off; 2026 Aug 03-14 off "summer"; Dec 31 12:00-24:00 off',
      {
        week,
        closures: [
          "2026-12-24",
          "12-25/01-02",
          { from: "2026-08-03", to: "2026-08-14", name: "summer" },
          { date: "12-31", from: "12:00", to: "24:00" },
        ],
      },
    ],
    [
      "Mo-Fr 09:00-17:00; Jul-Aug 10:00-12:00; Dec 24 off; 2026 Jul 01-2026 Aug 14 11:00-12:00; 2026 Jul 14 10:00-11:00",
      {
        week,
        exceptions: {
          "2026-07-14": ["10:00-11:00"],
          "12-24": [],
          "07-01/08-31": ["10:00-12:00"],
          "2026-07-01/2026-08-14": ["11:00-12:00"],
        },
      },
    ],
    [
      "Mo-Fr 09:00-17:00; Jul Mo-Fr 09:00-12:00; Jul Sa,Su off",
      { week, exceptions: { "07-01/07-31": { "mon-fri": ["09:00-12:00"] } } },
    ],
    [
      "Mo-Fr 09:00-17:00; 2027 Jan 01-2199 Dec 31 Fr 09:00-12:00; PH off",
      {
        week,
        holidays: ["FR"],
        versions: [{ from: "2027-01-01", week: { "mon-thu": ["09:00-17:00"], fri: ["09:00-12:00"] } }],
      },
    ],
    // opening_hours.js does not find `Feb 10-28` in a common year.
    ["Mo-Fr 09:00-17:00; Feb 10-Feb 28 off; Feb off", { week, closures: ["02-10/02-28", "02-01/02-29"] }],
  ])("%s", (text, rest) => {
    expect(print(rest)).toBe(text);
  });
});

describe("refused", () => {
  const list = { dates: ["2026-12-24"] };
  test.each<[string, readonly (string | number)[], RegExp, Rest]>([
    ["reopened holidays", ["reopen"], /cannot reopen/, { week, holidays: ["FR"], reopen: ["fr.pentecost-monday"] }],
    ["a list of holidays", ["holidays", 0], /write other dates as closures/, { week, holidays: [list] }],
    ["a rule's id", ["holidays", 0], /write other dates as closures/, { week, holidays: ["mq.good-friday"] }],
    ["a second source", ["holidays", 1], /write other dates as closures/, { week, holidays: ["FR", "GP"] }],
    [
      "a version's name",
      ["versions", 0, "name"],
      /leave it out/,
      { week, versions: [{ from: "2027-01-01", name: "new", week: {} }] },
    ],
    [
      "a version's closures",
      ["versions", 0, "closures"],
      /beside versions/,
      { week, versions: [{ from: "2027-01-01", closures: ["12-24"] }] },
    ],
    [
      "a version's holidays",
      ["versions", 0, "holidays"],
      /leave it out/,
      { week, versions: [{ from: "2027-01-01", holidays: ["FR"] }] },
    ],
    [
      "a name in quotation marks",
      ["closures", 0, "name"],
      /quotation marks/,
      { week, closures: [{ date: "12-24", name: 'the "Eve"' }] },
    ],
    ["Feb 29 as an end", ["exceptions", "02-10/02-29"], /end on 02-28/, { week, exceptions: { "02-10/02-29": [] } }],
    [
      "nights and holidays",
      ["holidays"],
      /cuts them at midnight/,
      { week: { mon: ["22:00-06:00"] }, holidays: ["FR"] },
    ],
    [
      "nights and a closure",
      ["closures", 0],
      /cuts them at midnight/,
      { week: { mon: ["22:00-06:00"] }, closures: ["12-24"] },
    ],
    [
      "nights and a version",
      ["versions", 0, "week"],
      /cuts them at midnight/,
      { week: { mon: ["22:00-06:00"] }, versions: [{ from: "2027-01-01", week }] },
    ],
  ])("%s", (_, path, message, rest) => {
    const { issues } = refusal(() => print(rest));
    expect(issues[0]).toMatchObject({ code: "opening-hours.not-carried", path });
    expect(issues[0]!.message).toMatch(message);
  });

  test("a definition that is not valid", () => {
    expect(refusal(() => print({})).code).toBe("calendar.never-open");
  });

  test("more rules than are read", () => {
    const dates = Array.from(
      { length: 1001 },
      (_, i) => `${1900 + (i % 300)}-${String(1 + (i % 12)).padStart(2, "0")}-07`,
    );
    expect(refusal(() => print({ week, closures: dates })).message).toMatch(/more than 1000 rules/);
  });
});
