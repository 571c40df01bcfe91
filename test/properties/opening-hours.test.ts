/**
 * Opening hours there and back: what is read back has the same timeline over ten years, and what is printed of what was
 * read is printed again as it was.
 */

import fc from "fast-check";
import { expect, it } from "vitest";
import { type CalendarDefinition, createCalendar, isOuvreeError } from "../../src/index.ts";
import {
  fromSchemaOrg,
  type OpeningHoursSpecification,
  parseOpeningHours,
  printOpeningHours,
  toSchemaOrg,
} from "../../src/opening-hours/index.ts";
import { openingHoursTexts, plainDefinitions } from "../arbitraries/opening-hours.ts";
import { announceSeed, PROPERTY_TIMEOUT_MS, runs } from "../helpers/runs.ts";

announceSeed("opening-hours.test.ts");

const FROM = Date.UTC(2024, 0, 1);
const TO = Date.UTC(2034, 0, 1);

function timelineOf(definition: CalendarDefinition<string>): readonly (readonly [number, number])[] {
  return createCalendar(definition, { output: "ms" }).timeline.windowsMs(FROM, TO);
}

/** What `act` gives, or undefined where it is refused as not carried, or as a calendar that cannot be. */
function carried<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    const refusals = ["opening-hours.not-carried", "calendar.never-open", "schedule.overlap"];
    expect(error.issues.map(({ code }) => code).filter((code) => !refusals.includes(code))).toEqual([]);
    return undefined;
  }
}

/** Ten years of a timeline cost as much as a hundred questions: one sample for every 25 of other laws. */
function law<T>(title: string, arbitrary: fc.Arbitrary<T>, holds: (sample: T) => void): void {
  const few = { ...runs(), numRuns: Math.ceil(runs().numRuns / 25) };
  it(title, () => fc.assert(fc.property(arbitrary, holds), few), PROPERTY_TIMEOUT_MS);
}

const options = { timeZone: "Europe/Paris", holidays: ["FR"] };

law(
  "a definition that is printed is read back with the same timeline",
  plainDefinitions({ yearly: true, overnight: true }),
  (definition) => {
    const text = carried(() => printOpeningHours(definition));
    fc.pre(text !== undefined);
    expect(timelineOf(parseOpeningHours(text!, options)), text).toEqual(timelineOf(definition));
  },
);

law(
  "without nights every definition of this kind is printed, but for its overlaps",
  plainDefinitions({ yearly: true, overnight: false }),
  (definition) => {
    fc.pre(carried(() => createCalendar(definition)) !== undefined);
    const text = printOpeningHours(definition);
    expect(timelineOf(parseOpeningHours(text, options)), text).toEqual(timelineOf(definition));
  },
);

law("what is printed of a text that was read is a fixed point, with the same timeline", openingHoursTexts, (text) => {
  const definition = carried(() => parseOpeningHours(text, options));
  fc.pre(definition !== undefined);
  const printed = printOpeningHours(definition!);
  const again = parseOpeningHours(printed, options);
  expect(printOpeningHours(again), text).toBe(printed);
  expect(timelineOf(again), text).toEqual(timelineOf(definition!));
});

/** Special hours with a specification for each of their dates. */
function dateByDate(special: readonly OpeningHoursSpecification[] = []): string[] {
  return special
    .flatMap(({ validFrom, validThrough, ...hours }) => {
      const [from, to] = [Date.parse(validFrom!), Date.parse(validThrough!)];
      const dates = Array.from({ length: (to - from) / 86_400_000 + 1 }, (_, i) => new Date(from + i * 86_400_000));
      return dates.map((date) => `${date.toISOString().slice(0, 10)} ${JSON.stringify(hours)}`);
    })
    .sort();
}

law("schema.org: there and back", plainDefinitions({ yearly: false, overnight: true }), (definition) => {
  const hours = carried(() => toSchemaOrg(definition));
  fc.pre(hours !== undefined);
  const back = fromSchemaOrg(JSON.parse(JSON.stringify(hours)), options);
  const again = toSchemaOrg(back);
  // Dates that are closed one by one join those beside them when they are read: date by date all is as it was.
  expect(again.openingHoursSpecification).toEqual(hours!.openingHoursSpecification);
  expect(dateByDate(again.specialOpeningHoursSpecification)).toEqual(
    dateByDate(hours!.specialOpeningHoursSpecification),
  );
  expect(timelineOf(back)).toEqual(timelineOf(definition));
});

law(
  "any text is read or refused",
  fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom(
          "Mo",
          "-",
          "Fr",
          "PH",
          " ",
          "09:00",
          "17:00",
          "Dec",
          "24",
          "2026",
          "off",
          ";",
          ",",
          "open",
          '"x"',
          "24/7",
          ":",
          "+",
        ),
      )
      .map((parts) => parts.join(" ")),
  ),
  (text) => {
    try {
      parseOpeningHours(text, options);
    } catch (error) {
      if (!isOuvreeError(error)) throw error;
      expect(error.issues.length).toBeGreaterThan(0);
    }
  },
);
