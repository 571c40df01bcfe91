/**
 * `fromSchemaOrg`: from schema.org's opening hours to a definition.
 */
import { type CalendarDefinition, createCalendar } from "../../index.ts";
import { throwIfAny } from "../../issues/error.ts";
import { at, expectKeys, expectObject, type Place } from "../../issues/expect.ts";
import { readForeign } from "../../issues/foreign.ts";
import { weekDefinition } from "../hours.ts";
import { basicsOf, holidayIssues, type OpeningHoursOptions, readPlace, sourcesOf } from "../options.ts";
import { readWeeks } from "./periods.ts";
import { readSpecials } from "./specials.ts";
import {
  type OpeningHoursSpecification,
  readSpecification,
  type SchemaOrgHours,
  type Specification,
} from "./specification.ts";
import { refuseAt } from "./specification-days.ts";

/**
 * The definition of a calendar that is open when schema.org's opening hours say so, exactly.
 *
 * Takes the list of a place's `openingHoursSpecification`, or an object with that and `specialOpeningHoursSpecification`.
 * With `validFrom` and `validThrough` regular hours become `versions`; special ones become closures and exceptions.
 * Bounds: whole minutes; the years 1900 to 2199.
 * Errors: `opening-hours.bad-specification` for what is no such value, `opening-hours.not-carried` for what no definition
 *   can say or what schema.org leaves open, each with its path; `schedule.*` and `holidays.*` for the options.
 * Source: docs/opening-hours.md; https://schema.org/OpeningHoursSpecification
 *
 * @example
 * const hours = [{ dayOfWeek: ["Friday", "Saturday"], opens: "18:00", closes: "02:00" }];
 * fromSchemaOrg(hours, { timeZone: "Europe/Paris" }).week // { 'fri,sat': [ '18:00-02:00' ] }
 */
export function fromSchemaOrg(
  value: SchemaOrgHours | readonly OpeningHoursSpecification[],
  given: OpeningHoursOptions,
): CalendarDefinition {
  const options = readPlace(given, "fromSchemaOrg");
  const root: Place = { path: [], issues: [] };
  const { regular, special } = readForeign(value, [], "opening-hours.bad-specification", "plain JSON", () =>
    readHours(value, root),
  );
  throwIfAny(root.issues);
  const basics = basicsOf(options);
  const holidaysOff = readHolidays(regular, root);
  if (holidaysOff) root.issues.push(...holidayIssues(options, "PublicHolidays"));
  const { week, versions } = readWeeks(regular.filter(({ days, holidays }) => days !== undefined || !holidays));
  const left = holidaysOff || versions.length > 0 ? undefined : week;
  const { closures, exceptions } = readSpecials(special, left);
  throwIfAny(root.issues);
  const definition: CalendarDefinition = {
    ...basics,
    ...(week.every((hours) => hours.length === 0) ? {} : { week: weekDefinition(week) }),
    ...(versions.length === 0 ? {} : { versions }),
    ...(holidaysOff ? { holidays: options.holidays! } : {}),
    ...(closures.length === 0 ? {} : { closures }),
    ...(Object.keys(exceptions).length === 0 ? {} : { exceptions }),
  };
  return createCalendar(definition, sourcesOf(options)).definition;
}

interface Hours {
  readonly regular: readonly Specification[];
  readonly special: readonly Specification[];
}

function readHours(value: unknown, root: Place): Hours {
  if (Array.isArray(value)) return { regular: readList(value, root), special: [] };
  const example = "{ openingHoursSpecification: […] }";
  const members = expectObject(value, root, "opening-hours.bad-specification", "opening hours", example) ?? {};
  const keys = ["openingHoursSpecification", "specialOpeningHoursSpecification"] as const;
  expectKeys(members, keys, "opening hours; pass these two alone", root, "opening-hours.not-carried");
  const [regular, special] = keys.map((key) => {
    const list = members[key] ?? [];
    return readList(list, at(root, key));
  }) as [readonly Specification[], readonly Specification[]];
  return { regular, special };
}

function readList(value: unknown, place: Place): readonly Specification[] {
  if (!Array.isArray(value)) return [readSpecification(value, place) ?? []].flat();
  return value.flatMap((each: unknown, index) => readSpecification(each, at(place, index)) ?? []);
}

function readHolidays(regular: readonly Specification[], root: Place): boolean {
  const named = regular.filter(({ holidays }) => holidays);
  for (const { place, hours, fromDay, toDay } of named) {
    const dayOfWeek = at(place, "dayOfWeek");
    if (hours.length > 0)
      refuseAt(dayOfWeek, "PublicHolidays", "hours of holidays are not known yet; today: special hours of each date");
    else if (fromDay !== undefined || toDay !== undefined)
      refuseAt(dayOfWeek, "PublicHolidays", "holidays of some dates only; write special hours for them");
  }
  return named.length > 0 && root.issues.length === 0;
}
