/**
 * `parseOpeningHours`: from OpenStreetMap's `opening_hours` to a definition.
 */
import { type CalendarDefinition, createCalendar } from "../../index.ts";
import { refuse, throwIfAny } from "../../issues/error.ts";
import type { Issue } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import { basicsOf, holidayDays, holidayIssues, type OpeningHoursOptions, readPlace, sourcesOf } from "../options.ts";
import { compile } from "./compile.ts";
import { readRules } from "./read-rules.ts";
import { Refusals } from "./refusals.ts";

/** The most rules that a text may have; a tag of OpenStreetMap has at most 255 characters. */
export const MOST_RULES = 1000;
/** The longest text that is read. */
const MOST_CHARACTERS = 100_000;

/**
 * The definition of a calendar that is open when an `opening_hours` text says so, exactly.
 *
 * Carried: weekdays, times, `off`, `PH off`, dates with and without a year, `24/7`. Without `PH` in the text the calendar
 * keeps no holidays, whatever `holidays` says.
 * Bounds: 100,000 characters and 1,000 rules; the years 1900 to 2199.
 * Errors: `opening-hours.bad-text` for what is no `opening_hours`, `opening-hours.not-carried` for what no definition can
 *   say, each with its place in the text; `schedule.*` and `holidays.*` for the options.
 * Source: docs/opening-hours.md; https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 *
 * @example
 * const options = { timeZone: "Europe/Paris", holidays: ["FR"] };
 * parseOpeningHours("Mo-Fr 09:00-12:00,14:00-17:00; PH off", options).week // { 'mon-fri': [ '09:00-12:00', '14:00-17:00' ] }
 */
export function parseOpeningHours(text: string, given: OpeningHoursOptions): CalendarDefinition {
  if (typeof text !== "string")
    refuse("opening-hours.bad-text", ["text"], "a text", text, `${show(text)} is no text; write "Mo-Fr 09:00-17:00"`);
  if (text.length > MOST_CHARACTERS)
    refuse("opening-hours.bad-text", ["text"], "a shorter text", text, `more than ${MOST_CHARACTERS} characters`);
  const options = readPlace(given, "parseOpeningHours");
  const issues: Issue[] = [];
  const rules = readRules(text, issues);
  throwIfAny(issues);
  if (rules.length > MOST_RULES)
    refuse("opening-hours.not-carried", ["text"], "fewer rules", text, `more than ${MOST_RULES} rules`);
  const place = basicsOf(options);
  const { said, holidaysOff } = compile(rules, () => holidayDays(options), new Refusals(issues));
  if (holidaysOff) issues.push(...holidayIssues(options, "PH"));
  throwIfAny(issues);
  const definition = { ...place, ...(holidaysOff ? { holidays: options.holidays! } : {}), ...said };
  return createCalendar(definition, sourcesOf(options)).definition;
}
