/**
 * Calendars of a policy document: with hours of their own, and made of others.
 */

import fc from "fast-check";
import { definitions } from "./definitions.ts";
import { words } from "./document-words.ts";

const ZONES = ["Europe/Paris", "America/Toronto", "UTC"];

/** A holiday as a calendar lists it. */
const LISTED = {
  date: "2026-05-08",
  id: "fr.victory-day",
  name: "Victory in Europe Day",
  names: { fr: "8 mai", en: "Victory in Europe Day" },
  source: "official",
};

/** Few windows: what documents are tried for is not how many there are. */
const bare = fc.record(
  {
    timeZone: fc.constantFrom(...ZONES),
    week: fc.constantFrom({ "mon-fri": ["09:00-12:00", "14:00-17:00"] }, { "sat,sun": [], wed: ["22:00-06:00"] }),
    holidays: fc.constant([{ dates: [LISTED], from: "1900-01-01", to: "2199-12-31" }]),
  },
  { requiredKeys: ["timeZone", "week"] },
);

/** A calendar by each name, busy about a focus. */
export function calendarsNear(names: readonly string[], focusDay: number): fc.Arbitrary<Record<string, unknown>> {
  const own = fc.constantFrom(...ZONES).chain((zone) => definitions(zone, focusDay));
  const calendar = fc.oneof(
    { weight: 4, arbitrary: bare },
    { weight: 2, arbitrary: own },
    { weight: 1, arbitrary: combination(fc.oneof(own, bare)) },
    { weight: 1, arbitrary: combination(combination(bare)) },
  );
  return fc.tuple(...names.map(() => fc.tuple(calendar, fc.option(words, { nil: undefined })))).map((all) =>
    Object.fromEntries(
      names.map((name, index) => {
        const [definition, title] = all[index]!;
        return [name, title === undefined ? definition : { name: title, ...definition }];
      }),
    ),
  );
}

function combination(operand: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return fc
    .tuple(
      fc.constantFrom(...ZONES),
      fc.constantFrom("union", "intersection", "difference"),
      fc.array(operand, { minLength: 1, maxLength: 3 }),
      operand,
    )
    .map(([timeZone, operation, list, other]) => ({
      timeZone,
      [operation]: operation === "difference" ? [list[0], other] : list,
    }));
}
