/**
 * Sources of date-holidays: codes, options, names, and everything that is refused.
 */
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { type DateHolidaysOptions, dateHolidays, dateHolidaysSource } from "../../../src/date-holidays/index.ts";
import { type CalendarDefinition, createCalendar } from "../../../src/index.ts";
import { expectRefusal, refusal } from "../refusals.ts";

const INSTALLED = (createRequire(import.meta.url)("date-holidays/package.json") as { version: string }).version;
const SOURCES = { "date-holidays": dateHolidaysSource };
const HOURS = { timeZone: "America/New_York", week: { "mon-fri": ["09:00-17:00"] } };
/** What plain JavaScript may pass. */
const make = (...args: readonly unknown[]): unknown =>
  (dateHolidays as (...args: readonly unknown[]) => unknown)(...args);

describe("a source", () => {
  it("has the canonical name, whatever the case of its codes", () => {
    expect(dateHolidays("us").source).toBe("date-holidays:US");
    expect(dateHolidays("US", "ny").source).toBe("date-holidays:US-NY");
    expect(dateHolidays("de", "by", "a").source).toBe("date-holidays:DE-BY-A");
  });

  it("takes its options last, after as many codes as there are", () => {
    const options: DateHolidaysOptions = { types: ["public", "bank"] };
    expect(dateHolidays("US", options).source).toBe("date-holidays:US?types=public,bank");
    expect(dateHolidays("US", "NY", options).source).toBe("date-holidays:US-NY?types=public,bank");
    expect(dateHolidays("DE", "BY", "A", options).source).toBe("date-holidays:DE-BY-A?types=public,bank");
    expect(dateHolidays("US", undefined, undefined, options).source).toBe("date-holidays:US?types=public,bank");
  });

  it("names its types once each, in one order, and public alone not at all", () => {
    expect(dateHolidays("US", { types: ["bank", "public", "bank"] }).source).toBe("date-holidays:US?types=public,bank");
    expect(dateHolidays("US", { types: ["public"] }).source).toBe("date-holidays:US");
    expect(dateHolidays("US", {}).source).toBe("date-holidays:US");
  });

  it("keeps the years that were said", () => {
    const { source } = dateHolidays("US", "NY", { to: 2040, from: 2010, types: ["bank"] });
    expect(source).toBe("date-holidays:US-NY?types=bank&from=2010&to=2040");
  });

  it("says the version of date-holidays that is installed", () => {
    expect(INSTALLED).toMatch(/^3\.\d+\.\d+$/);
    expect(dateHolidays("US").version).toBe(INSTALLED);
  });

  it("is frozen, and stands in JSON as its name", () => {
    const source = dateHolidays("US", "ny");
    expect(Object.isFrozen(source)).toBe(true);
    expect(JSON.stringify({ ...HOURS, holidays: [source] })).toContain('"holidays":["date-holidays:US-NY"]');
  });

  it("comes back from the JSON of a calendar's definition", () => {
    const made = createCalendar({ ...HOURS, holidays: [dateHolidays("US")] });
    const read = createCalendar(JSON.parse(JSON.stringify(made.definition)) as CalendarDefinition, {
      sources: SOURCES,
    });
    expect(read.holidays("2026-01-01", "2026-12-31")).toEqual(made.holidays("2026-01-01", "2026-12-31"));
    expect(read.with({ week: { mon: ["09:00-10:00"] } }).isWorkingDay("2026-05-25")).toBe(false);
  });
});

describe("a name", () => {
  it.each([
    ["date-holidays:us-ny", "date-holidays:US-NY"],
    ["date-holidays:de-by-a", "date-holidays:DE-BY-A"],
    ["date-holidays:US?types=bank,public", "date-holidays:US?types=public,bank"],
    ["date-holidays:US?to=2040&from=2010", "date-holidays:US?from=2010&to=2040"],
    ["date-holidays:US?types=public", "date-holidays:US"],
  ])("%s is read as %s", (name, canonical) => {
    expect(dateHolidaysSource(name).source).toBe(canonical);
    expect(dateHolidaysSource(canonical).source).toBe(canonical);
  });

  it.each([
    ["date-holidays:", "holidays.bad-source", /write "date-holidays:US-NY/],
    ["date-holiday:US", "holidays.bad-source", /write "date-holidays:US-NY/],
    ["date-holidays:A-B-C-D", "holidays.bad-source", /write "date-holidays:US-NY/],
    ["date-holidays:US-", "holidays.bad-source", /write "date-holidays:US-NY/],
    ["date-holidays:US?", "holidays.bad-source", /"" is not an option of a name/],
    ["date-holidays:US?types", "holidays.bad-source", /"types" is not an option of a name/],
    ["date-holidays:US?types=", "holidays.bad-source", /"" is no type of holidays; use public, bank/],
    ["date-holidays:US?typse=public", "holidays.bad-source", /did you mean "types"/],
    ["date-holidays:US?__proto__=public", "holidays.bad-source", /"__proto__" is no key/],
    ["date-holidays:US?from=2000&from=2001", "holidays.bad-source", /write each option once/],
    ["date-holidays:US?to=20x0", "holidays.bad-source", /"20x0" is not a year from 1970 to 2076/],
    ["date-holidays:USA", "holidays.unknown-source", /"USA" is no country .* two letters/],
    [5, "holidays.bad-source", /5 is not a name of holidays/],
    [undefined, "holidays.bad-source", /is not a name of holidays/],
  ] as const)("%s is refused", (name, code, message) => {
    expectRefusal(() => dateHolidaysSource(name as string), { code, message, count: 1 });
  });

  it("is refused with every problem, and its place in the definition", () => {
    const definition = { ...HOURS, holidays: ["FR", "date-holidays:US-NYC?types=publc&to=1900"] };
    const error = expectRefusal(() => createCalendar(definition, { sources: SOURCES }), {
      code: "holidays.unknown-source",
      path: ["holidays", 1],
      count: 3,
    });
    expect(error.issues.map(({ message }) => message)).toEqual([
      `holidays[1]: state: "NYC" is no state of US in date-holidays ${INSTALLED}; did you mean "NY"?`,
      'holidays[1]: types[0]: "publc" is no type of holidays; did you mean "public"?',
      "holidays[1]: to: 1900 is not a year from 1970 to 2076; write 2060",
    ]);
  });

  it("without its reader names the cure", () => {
    const message = /sources: \{ "date-holidays": dateHolidaysSource \}/;
    expectRefusal(() => createCalendar({ ...HOURS, holidays: ["date-holidays:US"] }), {
      code: "holidays.unknown-source",
      message,
    });
  });
});

describe("codes are refused, never guessed", () => {
  const code = "holidays.unknown-source";

  it.each([
    [["Germany"], /did you mean "DE"/],
    [["Deutschland"], /did you mean "DE"/],
    [["UK"], /did you mean "GB"/],
    [["XX"], /"XX" is no country .*; write its ISO 3166 code/],
    [["US-NY"], /"US-NY" is no country/],
    [["US", "New York"], /did you mean "NY"/],
    [["DE", "NRW"], /did you mean "NW"/],
    [["US", "QQ"], /it has AL, AK, .* and \d+ more/],
    [["DE", "BY", "Q"], /"Q" is no region of DE-BY .*; it has A/],
    [["LU", "ZZ"], /it has none/],
  ])("%j", (codes, message) => {
    expectRefusal(() => make(...codes), { code, message, count: 1 });
  });

  it("that date-holidays lists but cannot look up: it would answer with the whole country", () => {
    expectRefusal(() => dateHolidays("CK", "Atiu"), { code, message: /its look-up cannot find it/ });
  });

  it("of another type", () => {
    for (const args of [[], [5], [null], ["US", null], ["US", 5], ["US", "NY", null]]) {
      expectRefusal(() => make(...args), { code: "holidays.bad-source", count: 1 });
    }
  });

  it("of a region without its state", () => {
    expectRefusal(() => make("US", undefined, "NO"), { code: "holidays.bad-source", path: ["region"] });
  });
});

describe("options are refused", () => {
  it.each([
    [{ types: ["publc"] }, ["types", 0], /did you mean "public"/],
    [{ types: [5] }, ["types", 0], /use public, bank, school, optional, observance/],
    [{ types: [] }, ["types"], /at least one type/],
    [{ types: "public" }, ["types"], /list of types/],
    [{ type: ["public"] }, ["type"], /did you mean "types"/],
    [{ from: 1969 }, ["from"], /1970 to 2076/],
    [{ to: 2077 }, ["to"], /1970 to 2076/],
    [{ to: "2040" }, ["to"], /1970 to 2076/],
    [{ from: 2000.5 }, ["from"], /1970 to 2076/],
    [["public"], ["options"], /not options/],
  ])("%j", (options, path, message) => {
    expectRefusal(() => make("US", options), { code: "holidays.bad-source", path, message, count: 1 });
  });

  it("all at once, beside the codes", () => {
    const { issues } = refusal(() => make("US", "NYC", { types: ["publc", "bank"], form: 1, to: 0 }));
    expect(issues.map(({ path }) => path)).toEqual([["state"], ["form"], ["types", 0], ["to"]]);
  });

  it("when they are not the last argument, or no object", () => {
    for (const args of [
      ["US", {}, "NY"],
      ["US", "NY", undefined, 5],
      ["US", "NY", undefined, {}, {}],
    ])
      expectRefusal(() => make(...args), { code: "holidays.bad-source", path: ["options"] });
  });

  it("when no year is left", () => {
    expectRefusal(() => dateHolidays("US", { from: 2040, to: 2010 }), { code: "holidays.no-reach", path: ["to"] });
    expectRefusal(() => dateHolidays("US", { from: 2070 }), { code: "holidays.no-reach", message: /say both/ });
  });
});

describe("the reach", () => {
  const reachOf = (country: string, state?: string): string => {
    const { from, to } = createCalendar({
      ...HOURS,
      holidays: [dateHolidays(country, state, { movedDays: "ignore" })],
    }).reach;
    return `${from} ${to}`;
  };

  it("is 2000 to 2060 unless said", () => {
    expect(reachOf("US")).toBe("2000-01-01 2060-12-31");
    expect(reachOf("US", "NY")).toBe("2000-01-01 2060-12-31");
  });

  it("is what is said, within the tables", () => {
    expect(dateHolidays("US", { from: 1970, to: 2076 }).source).toBe("date-holidays:US?from=1970&to=2076");
    const wide = createCalendar({ ...HOURS, holidays: [dateHolidays("SA", { from: 1970, to: 2076 })] });
    expect([wide.reach.from, wide.reach.to]).toEqual(["1970-01-01", "2076-12-31"]);
    // The two Eids of every year; in 1970 and 2076 too.
    for (const year of [1970, 2076]) expect(wide.holidays(`${year}-01-01`, `${year}-12-31`).length).toBeGreaterThan(2);
  });

  it("ends where a yearly holiday is listed no further: Vesak Day in Singapore, by the Ministry of Manpower's list", () => {
    const [from, to] = reachOf("SG").split(" ");
    expect([from, to]).toEqual(["2001-01-01", "2026-12-31"]);
    const singapore = createCalendar({ ...HOURS, holidays: [dateHolidays("SG")] });
    // https://www.mom.gov.sg/employment-practices/public-holidays: Vesak Day 2026 is Sunday 31 May.
    expect(singapore.day("2026-05-31").holidays.map(({ name }) => name)).toEqual(["Vesak Day"]);
    expectRefusal(() => singapore.isWorkingDay("2027-05-20"), { code: "calendar.beyond-reach" });
  });

  it("is shorter in these countries alone: the table of docs/holidays.md", () => {
    const peer = createRequire(import.meta.url)("date-holidays") as new () => { getCountries(): object };
    const shorter = Object.keys(new peer().getCountries()).flatMap((country) => {
      const reach = reachOf(country);
      return reach === "2000-01-01 2060-12-31" ? [] : [`${country} ${reach.replaceAll(/-\d\d-\d\d/g, "")}`];
    });
    expect(shorter.sort()).toEqual([
      "FJ 2014 2025",
      "GY 2017 2024",
      "ID 2009 2027",
      "KY 2016 2026",
      "MY 2016 2026",
      "NZ 2022 2052",
      "SG 2001 2026",
      "SR 2015 2030",
      "TH 2010 2026",
      "TT 2012 2030",
    ]);
  });

  it("is not shortened by what has ceased, or is not asked for", () => {
    expect(reachOf("AR")).toBe("2000-01-01 2060-12-31");
    expect(reachOf("IL")).toBe("2000-01-01 2060-12-31");
  });

  it("of two sources is what both know", () => {
    const both = createCalendar({ ...HOURS, holidays: ["FR", dateHolidays("US", { to: 2030 })] });
    expect([both.reach.from, both.reach.to]).toEqual(["2000-01-01", "2030-12-31"]);
    expectRefusal(() => both.isWorkingDay("2031-01-02"), { code: "calendar.beyond-reach" });
  });
});
