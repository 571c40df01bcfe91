/**
 * schema.org's opening hours: the examples of its documentation and Google's, both ways, and what is refused.
 */
import { describe, expect, test } from "vitest";
import type { CalendarDefinition } from "../../../src/index.ts";
import { fromSchemaOrg, type OpeningHoursSpecification, toSchemaOrg } from "../../../src/opening-hours/index.ts";
import { refusal } from "../refusals.ts";

type Rest = Omit<CalendarDefinition, "timeZone">;
type Many = readonly OpeningHoursSpecification[];
const options = { timeZone: "Europe/Paris", holidays: ["FR"] };
const WORK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const workWeek = { dayOfWeek: WORK, opens: "09:00", closes: "17:00" };
const week = { "mon-fri": ["09:00-17:00"] } as const;
const special = (...specialOpeningHoursSpecification: Many) => ({
  openingHoursSpecification: [workWeek],
  specialOpeningHoursSpecification,
});

describe("read", () => {
  test.each<[string, Parameters<typeof fromSchemaOrg>[0], Rest]>([
    ["a week", [workWeek], { week }],
    [
      "two windows, URLs, seconds, and a day past midnight",
      [
        {
          "@type": "OpeningHoursSpecification",
          dayOfWeek: "https://schema.org/Monday",
          opens: "09:00:00",
          closes: "12:00:00",
        },
        { dayOfWeek: ["http://schema.org/Monday"], opens: "14:00", closes: "17:00" },
        { dayOfWeek: "Saturday", opens: "18:00", closes: "03:00" },
      ],
      { week: { mon: ["09:00-12:00", "14:00-17:00"], sat: ["18:00-03:00"] } },
    ],
    [
      "whole days, midnight as an end, a closed day in two ways",
      [
        { dayOfWeek: "Monday", opens: "00:00", closes: "23:59" },
        { dayOfWeek: "Tuesday", opens: "22:00", closes: "00:00" },
        { dayOfWeek: "Wednesday", opens: "22:00", closes: "24:00" },
        { dayOfWeek: "Thursday", opens: "00:00", closes: "00:00" },
        { dayOfWeek: "Friday" },
      ],
      { week: { mon: ["00:00-24:00"], "tue,wed": ["22:00-24:00"] } },
    ],
    [
      "public holidays",
      [workWeek, { dayOfWeek: "PublicHolidays", opens: "00:00", closes: "00:00" }],
      { week, holidays: ["FR"] },
    ],
    [
      "seasons",
      [
        { ...workWeek, validThrough: "2026-06-30" },
        { ...workWeek, closes: "12:00", validFrom: "2026-07-01", validThrough: "2026-08-31" },
      ],
      {
        week,
        versions: [
          { from: "2026-07-01", week: { "mon-fri": ["09:00-12:00"] } },
          { from: "2026-09-01", week: {} },
        ],
      },
    ],
    [
      "special hours",
      special(
        { validFrom: "2026-12-24", validThrough: "2026-12-24", opens: "09:00", closes: "12:00" },
        { validFrom: "2026-12-25", validThrough: "2027-01-02", opens: "00:00", closes: "00:00", name: "winter" },
        { validFrom: "2027-07-01", validThrough: "2027-07-31", dayOfWeek: "Friday", opens: "09:00", closes: "12:00" },
      ),
      {
        week,
        closures: [{ date: "2026-12-25/2027-01-02", name: "winter" }],
        exceptions: {
          "2026-12-24": ["09:00-12:00"],
          "2027-07-01/2027-07-31": { "mon-thu": ["09:00-17:00"], fri: ["09:00-12:00"] },
        },
      },
    ],
  ])("%s", (_, value, expected) => {
    expect(fromSchemaOrg(value, options)).toEqual({ timeZone: "Europe/Paris", ...expected });
  });
});

describe("what is read is refused", () => {
  const first = "openingHoursSpecification";
  test.each<[string, unknown, string, readonly (string | number)[], RegExp]>([
    ["no object", 7, "bad-specification", [], /opening hours/],
    ["another property", { name: "shop" }, "not-carried", ["name"], /pass these two alone/],
    ["another member", [{ ...workWeek, opnes: "09:00" }], "not-carried", [0, "opnes"], /did you mean "opens"/],
    [
      "an unknown day",
      [{ ...workWeek, dayOfWeek: "Mondy" }],
      "bad-specification",
      [0, "dayOfWeek"],
      /did you mean "Monday"/,
    ],
    ["no day", [{ opens: "09:00", closes: "17:00" }], "not-carried", [0], /dayOfWeek/],
    [
      "opens without closes",
      [{ dayOfWeek: "Monday", opens: "09:00" }],
      "bad-specification",
      [0, "closes"],
      /stand together/,
    ],
    ["seconds", [{ ...workWeek, opens: "09:00:30" }], "not-carried", [0, "opens"], /seconds/],
    ["an offset", [{ ...workWeek, opens: "09:00+02:00" }], "not-carried", [0, "opens"], /offset/],
    ["no time", [{ ...workWeek, opens: "9 am" }], "bad-specification", [0, "opens"], /HH:MM/],
    ["equal times", [{ ...workWeek, opens: "17:00" }], "bad-specification", [0, "closes"], /00:00 to 23:59/],
    [
      "another type",
      [{ ...workWeek, "@type": "Place" }],
      "bad-specification",
      [0, "@type"],
      /OpeningHoursSpecification/,
    ],
    [
      "a date and time",
      [{ ...workWeek, validFrom: "2026-01-01T00:00" }],
      "bad-specification",
      [0, "validFrom"],
      /2026-12-24/,
    ],
    ["overlapping hours", [workWeek, { ...workWeek, opens: "16:00", closes: "18:00" }], "not-carried", [1], /overlaps/],
    ["open and closed", [workWeek, { dayOfWeek: "Monday" }], "not-carried", [1], /contradicts/],
    [
      "seasons over a week",
      [workWeek, { ...workWeek, validFrom: "2026-07-01" }],
      "not-carried",
      [1],
      /does not say which hold/,
    ],
    [
      "hours on holidays",
      [workWeek, { ...workWeek, dayOfWeek: "PublicHolidays" }],
      "not-carried",
      [1, "dayOfWeek"],
      /hours of holidays are not known yet/,
    ],
    ["a regular name", [{ ...workWeek, name: "x" }], "not-carried", [0, "name"], /leave it out/],
    [
      "special hours without dates",
      special({ opens: "09:00", closes: "12:00" }),
      "not-carried",
      ["specialOpeningHoursSpecification", 0],
      /validFrom and validThrough/,
    ],
    [
      "special hours of the same dates",
      special(
        { validFrom: "2026-12-01", validThrough: "2026-12-31" },
        { validFrom: "2026-12-24", validThrough: "2026-12-24", opens: "09:00", closes: "12:00" },
      ),
      "not-carried",
      ["specialOpeningHoursSpecification", 1],
      /cut one of them/,
    ],
    [
      "special weekdays beside holidays",
      {
        [first]: [workWeek, { dayOfWeek: "PublicHolidays" }],
        specialOpeningHoursSpecification: {
          validFrom: "2026-07-01",
          validThrough: "2026-07-31",
          dayOfWeek: "Friday",
          opens: "09:00",
          closes: "12:00",
        },
      },
      "not-carried",
      ["specialOpeningHoursSpecification"],
      /name all seven/,
    ],
  ])("%s", (_, value, code, path, message) => {
    const { issues } = refusal(() => fromSchemaOrg(value as never, options));
    expect(issues[0]).toMatchObject({ code: `opening-hours.${code}`, path });
    expect(issues[0]!.message).toMatch(message);
  });

  test("PublicHolidays without holidays", () => {
    const value = [workWeek, { dayOfWeek: "PublicHolidays" }];
    expect(refusal(() => fromSchemaOrg(value, { timeZone: "UTC" })).issues).toMatchObject([{ path: ["holidays"] }]);
  });

  test("a getter that throws", () => {
    const value = {
      get openingHoursSpecification(): never {
        throw new Error("no");
      },
    };
    expect(refusal(() => fromSchemaOrg(value, options)).code).toBe("opening-hours.bad-specification");
  });
});

describe("written", () => {
  const write = (rest: Rest): ReturnType<typeof toSchemaOrg> => toSchemaOrg({ timeZone: "Europe/Paris", ...rest });
  const url = (...days: string[]): string[] => days.map((day) => `https://schema.org/${day}`);
  const type = { "@type": "OpeningHoursSpecification" };

  test("a week with whole days, nights and midnight, and holidays", () => {
    const hours = write({
      week: { mon: ["00:00-24:00"], tue: ["20:00-02:00"], wed: ["20:00-24:00"] },
      holidays: ["FR"],
    });
    expect(hours).toEqual({
      openingHoursSpecification: [
        { ...type, dayOfWeek: url("Monday"), opens: "00:00", closes: "23:59" },
        { ...type, dayOfWeek: url("Tuesday"), opens: "20:00", closes: "02:00" },
        { ...type, dayOfWeek: url("Wednesday"), opens: "20:00", closes: "00:00" },
        { ...type, dayOfWeek: url("PublicHolidays"), opens: "00:00", closes: "00:00" },
      ],
    });
  });

  test("versions are valid one after the other", () => {
    const { openingHoursSpecification } = write({
      week,
      versions: [{ from: "2027-01-01", week: { sat: ["10:00-12:00"] } }],
    });
    expect(openingHoursSpecification).toEqual([
      { ...type, dayOfWeek: url(...WORK), opens: "09:00", closes: "17:00", validThrough: "2026-12-31" },
      { ...type, dayOfWeek: url("Saturday"), opens: "10:00", closes: "12:00", validFrom: "2027-01-01" },
    ]);
  });

  test("special hours share no date: a date in a range cuts it", () => {
    const { specialOpeningHoursSpecification } = write({
      week,
      closures: [{ from: "2026-08-03", to: "2026-08-14", name: "summer" }],
      exceptions: { "2026-08-05": ["10:00-12:00"] },
    });
    const closed = { ...type, opens: "00:00", closes: "00:00", name: "summer" };
    expect(specialOpeningHoursSpecification).toEqual([
      { ...closed, validFrom: "2026-08-03", validThrough: "2026-08-04" },
      { ...type, opens: "10:00", closes: "12:00", validFrom: "2026-08-05", validThrough: "2026-08-05" },
      { ...closed, validFrom: "2026-08-06", validThrough: "2026-08-14" },
    ]);
  });

  test.each<[string, readonly (string | number)[], RegExp, Rest]>([
    ["yearly dates", ["closures", 0], /every year/, { week, closures: ["12-24"] }],
    [
      "parts of days",
      ["closures", 0],
      /part of a day/,
      { week, closures: [{ date: "2026-12-24", from: "12:00", to: "24:00" }] },
    ],
    [
      "two names on a date",
      ["closures", 1],
      /different names/,
      { week, closures: ["2026-12-24", { date: "2026-12-24", name: "Eve" }] },
    ],
    ["a minute before midnight", ["week"], /whole day/, { week: { mon: ["00:00-23:59"] } }],
    ["reopened holidays", ["reopen"], /cannot reopen/, { week, holidays: ["FR"], reopen: ["2026-05-25"] }],
    ["lists of holidays", ["holidays", 0], /closures/, { week, holidays: [{ dates: ["2026-12-24"] }] }],
  ])("refused: %s", (_, path, message, rest) => {
    const { issues } = refusal(() => write(rest));
    expect(issues[0]).toMatchObject({ code: "opening-hours.not-carried", path });
    expect(issues[0]!.message).toMatch(message);
  });
});
