/**
 * Laws of sources of date-holidays: what is printed is read back, and a source is its name.
 */
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { type DateHolidaysOptions, dateHolidays, dateHolidaysSource } from "../../src/date-holidays/index.ts";
import { createCalendar } from "../../src/index.ts";
import { law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";

announceSeed("date-holidays.laws");

interface Peer {
  getCountries(): Readonly<Record<string, string>>;
  getStates(country: string): Readonly<Record<string, string>> | undefined;
  getRegions(country: string, state: string): Readonly<Record<string, string>> | undefined;
}

const all = new (createRequire(import.meta.url)("date-holidays") as new () => Peer)();
/** Codes that date-holidays can look up: those in capitals. */
const codesOf = (names: Readonly<Record<string, string>> | undefined): string[] =>
  Object.keys(names ?? {}).filter((code) => code === code.toUpperCase());
const PLACES: readonly (readonly string[])[] = codesOf(all.getCountries()).flatMap((country) => [
  [country],
  ...codesOf(all.getStates(country)).flatMap((state) => [
    [country, state],
    ...codesOf(all.getRegions(country, state)).map((region) => [country, state, region]),
  ]),
]);

const options: fc.Arbitrary<DateHolidaysOptions> = fc
  .record(
    {
      types: fc.uniqueArray(fc.constantFrom("public", "bank", "school", "optional", "observance"), { minLength: 1 }),
      years: fc.tuple(fc.integer({ min: 1970, max: 2076 }), fc.integer({ min: 1970, max: 2076 })),
    },
    { requiredKeys: ["years"] },
  )
  .map(({ types, years: [a, b] }) => ({
    ...(types && { types }),
    from: Math.min(a, b),
    to: Math.max(a, b),
    // Any country: those that move working days are taken by who says so alone.
    movedDays: "ignore",
  }));
const sources = fc.tuple(fc.constantFrom(...PLACES), options, fc.boolean());
const made = ([codes, given, isLower]: readonly [readonly string[], DateHolidaysOptions, boolean]) => {
  const [country, state, region] = isLower ? codes.map((code) => code.toLowerCase()) : codes;
  return dateHolidays(country!, state, region, given);
};
const HOURS = { timeZone: "UTC", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"], sat: ["22:00-06:00"] } };

describe("a source of date-holidays", () => {
  law("its name is read back as the same name", sources, (sample) => {
    const { source } = made(sample);
    expect(dateHolidaysSource(source).source).toBe(source);
    expect(source.split(/[:?]/)[1]).toBe(sample[0].join("-"));
  });

  const yearly = fc.tuple(sources, fc.integer({ min: 0, max: 106 }));
  law("its holidays lie in the asked year, in order, each within its reach", yearly, ([sample, offset]) => {
    const { from, to } = sample[1] as { from: number; to: number };
    const year = from + (offset % (to - from + 1));
    const desk = createCalendar({ ...HOURS, holidays: [made(sample)] });
    const dates = desk.holidays(`${year}-01-01`, `${year}-12-31`).map(({ date }) => date);
    for (const date of dates) expect(date.slice(0, 4)).toBe(String(year));
    expect(dates).toEqual([...dates].sort());
  });

  law("it and its name make the same timeline", yearly, ([sample, offset]) => {
    const { from, to } = sample[1] as { from: number; to: number };
    const year = from + (offset % (to - from + 1));
    const source = made(sample);
    const asObject = createCalendar({ ...HOURS, holidays: [source] }, { output: "ms" });
    const readers = { "date-holidays": dateHolidaysSource };
    const asName = createCalendar({ ...HOURS, holidays: [source.source] }, { output: "ms", sources: readers });
    expect(asName.reach).toEqual(asObject.reach);
    const [start, end] = [Date.UTC(year, 0, 2), Date.UTC(year, 11, 31)];
    expect(asName.windows(start, end)).toEqual(asObject.windows(start, end));
  });
});
