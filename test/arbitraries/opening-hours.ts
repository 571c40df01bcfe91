/**
 * Opening hours that both a definition and another format can say: texts of OpenStreetMap, rule by rule, and
 * definitions. Not all of them can be carried (two rules may contradict): a law says what holds for those that can.
 */

import fc from "fast-check";
import type { CalendarDefinition, ExceptionsDefinition } from "../../src/index.ts";
import { dateOf, dayNumber, timeOf } from "../oracle/civil.ts";

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const FIRST_DAY = dayNumber("2024-01-01");
/** Dates lie within ten years, and often close together. */
const dayNumbers = fc.oneof(
  fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 3650 }),
  fc.integer({ min: FIRST_DAY + 700, max: FIRST_DAY + 760 }),
);

/** One to three windows of a day, sometimes past midnight. */
const windows: fc.Arbitrary<string[]> = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 }), fc.nat(9))
  .map(([quarters, kind]) => {
    const minutes = [...quarters].sort((a, b) => a - b).map((quarter) => quarter * 15);
    const found: string[] = [];
    for (let i = 0; i + 1 < minutes.length; i += 2) found.push(`${timeOf(minutes[i]!)}-${timeOf(minutes[i + 1]!)}`);
    const last = minutes[minutes.length - (minutes.length % 2) - 2]!;
    const night = last > 0 && last < 1440 && kind === 0;
    return night ? [...found.slice(0, -1), `${timeOf(last)}-${timeOf(Math.min(last - 15, 240))}`] : found;
  });

const WEEK_KEYS = [["mon-fri"], ["mon-fri", "sat,sun"], ["mon-sun"], ["fri-mon", "tue,thu", "wed"], ["sat"]] as const;

function weeks(overnight: boolean): fc.Arbitrary<Record<string, string[]>> {
  const hours = windows.map((list) => (overnight ? list : list.filter((window) => !isOvernight(window))));
  const day = fc.oneof(
    { weight: 6, arbitrary: hours },
    fc.constant<string[]>(["00:00-24:00"]),
    fc.constant<string[]>([]),
  );
  return fc
    .tuple(fc.constantFrom(...WEEK_KEYS), fc.tuple(hours, day, day))
    .map(([keys, days]) => Object.fromEntries(keys.map((key, index): [string, string[]] => [key, days[index]!])));
}

const times = windows.map((list) => list.join(","));

const dayRange = fc.tuple(fc.nat(6), fc.nat(6)).map(([a, b]) => (a === b ? DAYS[a]! : `${DAYS[a]}-${DAYS[b]}`));
const dayLists = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("Mo-Fr", "Sa,Su", "Mo-Su", "Sa", "Su") },
  { weight: 1, arbitrary: fc.array(dayRange, { minLength: 1, maxLength: 3 }).map((list) => list.join(",")) },
);

function monthDay(epochDay: number): string {
  const date = dateOf(epochDay);
  return `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(8)}`;
}

/** As a mapper writes dates. */
const dateTexts: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("date", "range", "yearly", "yearly range", "month", "months", "dated month"),
    dayNumbers,
    fc.integer({ min: 1, max: 90 }),
  )
  .map(([kind, day, more]) => {
    const [first, last] = [monthDay(day), monthDay(day + more)];
    const [year, lastYear] = [dateOf(day).slice(0, 4), dateOf(day + more).slice(0, 4)];
    if (kind === "date") return `${year} ${first}`;
    if (kind === "range") return `${year} ${first}-${lastYear} ${last}`;
    if (kind === "yearly") return first;
    if (kind === "month") return first.slice(0, 3);
    if (kind === "months") return `${first.slice(0, 3)}-${last.slice(0, 3)}`;
    if (kind === "dated month") return `${year} ${first.slice(0, 3)}`;
    return last === "Feb 29" ? first : `${first}-${last}`;
  });

const datedRules = fc
  .tuple(
    dateTexts,
    fc.option(dayLists, { freq: 3, nil: "" }),
    fc.oneof(times, fc.constant("off"), fc.constant('off "away"')),
  )
  .map((parts) => parts.filter((part) => part !== "").join(" "));

/** Texts of a few rules; `PH` in some. */
export const openingHoursTexts: fc.Arbitrary<string> = fc
  .record({
    week: fc.array(
      fc.tuple(dayLists, fc.oneof({ weight: 4, arbitrary: times }, { weight: 1, arbitrary: fc.constant("off") })),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    comma: fc.nat(4),
    holidays: fc.nat(3),
    dated: fc.array(datedRules, { maxLength: 4 }),
  })
  .map(({ week, comma, holidays, dated }) => {
    const weekly = week.map((parts) => parts.join(" "));
    const head =
      comma === 0 ? weekly.filter((rule) => !rule.endsWith("off")).join(", ") || weekly[0]! : weekly.join("; ");
    const closed = ["PH off"];
    const rules = holidays === 0 ? [...closed, ...dated] : holidays === 1 ? [...dated, ...closed] : dated;
    return [head, ...rules].join("; ");
  });

/** As a definition writes dates; `yearly` ones too. */
function spans(yearly: boolean): fc.Arbitrary<string> {
  return fc.tuple(dayNumbers, fc.nat(40), fc.nat(yearly ? 3 : 1)).map(([day, more, kind]) => {
    const cut = kind > 1 ? 5 : 0;
    const [from, to] = [dateOf(day).slice(cut), dateOf(day + more).slice(cut)];
    return from === to || kind % 2 === 0 || to === "02-29" ? from : `${from}/${to}`;
  });
}

/** Definitions of which most can be said in the other formats. */
export function plainDefinitions({
  yearly,
  overnight,
}: {
  yearly: boolean;
  overnight: boolean;
}): fc.Arbitrary<CalendarDefinition<string>> {
  const week = weeks(overnight);
  const exceptions: fc.Arbitrary<ExceptionsDefinition<string>> = fc.dictionary(
    spans(yearly),
    fc.oneof(
      windows.filter((list) => overnight || !list.some(isOvernight)),
      fc.constant([]),
      week,
    ),
    { maxKeys: 4, noNullPrototype: true },
  );
  const closure = fc.oneof(
    spans(yearly),
    fc.tuple(spans(yearly), fc.constantFrom("away", "été")).map(([date, name]) => ({ date, name })),
  );
  const part = spans(yearly).map((date) => ({ date, from: "13:00", to: "24:00" }));
  return fc
    .record({
      week,
      versions: fc.array(fc.tuple(dayNumbers, week), { maxLength: 3 }),
      holidays: fc.boolean(),
      closures: fc.array(yearly ? fc.oneof(closure, part) : closure, { maxLength: 3 }),
      exceptions,
    })
    .map(({ week, versions, holidays, closures, exceptions }) => {
      const dated = [...new Map(versions).entries()].sort(([a], [b]) => a - b);
      return {
        timeZone: "Europe/Paris",
        week,
        ...(dated.length === 0 ? {} : { versions: dated.map(([day, hours]) => ({ from: dateOf(day), week: hours })) }),
        ...(holidays ? { holidays: ["FR"] } : {}),
        ...(closures.length === 0 ? {} : { closures }),
        ...(Object.keys(exceptions).length === 0 ? {} : { exceptions }),
      };
    });
}

function isOvernight(window: string): boolean {
  return window.slice(6) <= window.slice(0, 5);
}
