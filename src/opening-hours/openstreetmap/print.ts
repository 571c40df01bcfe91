/**
 * `printOpeningHours`: from a definition to OpenStreetMap's `opening_hours`.
 */
import { type CalendarDefinition, createCalendar, type SourceReaders } from "../../index.ts";
import { throwIfAny } from "../../issues/error.ts";
import { type Issue, makeIssue } from "../../issues/issue.ts";
import type { OnlyString } from "../../issues/only-unknown.ts";
import { readOptions } from "../../issues/options.ts";
import { refuseCombination } from "../combined.ts";
import { holidayDays, holidayIssues } from "../options.ts";
import { compile } from "./compile.ts";
import { MOST_RULES } from "./parse.ts";
import { Refusals } from "./refusals.ts";
import { rulesOf } from "./rules-of.ts";

/** Options of {@link printOpeningHours}. */
export interface PrintOptions {
  /** Readers of holiday sources that the definition names, as for `createCalendar`. */
  readonly sources?: SourceReaders;
}

/**
 * The `opening_hours` text that is open when the calendar of a definition is, exactly.
 *
 * The zone, the name and which holidays `PH` stands for are outside the text: they are the options of
 * {@link parseOpeningHours}, which reads every text that is printed.
 * Bounds: 1,000 rules.
 * Errors: `opening-hours.not-carried` for each part of the definition that the format cannot say, with its path; those of
 *   `createCalendar` for a definition that is not valid.
 * Source: docs/opening-hours.md; https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 *
 * @example
 * printOpeningHours({ timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] }, holidays: ["FR"] }) // "Mo-Fr 09:00-17:00; PH off"
 */
export function printOpeningHours<W extends string = never>(
  definition: CalendarDefinition<OnlyString<W>>,
  options?: PrintOptions,
): string {
  const sources: PrintOptions = readOptions(options, ["sources"], "printOpeningHours") as PrintOptions;
  const checked = createCalendar(definition, sources).definition;
  refuseCombination(checked, "opening_hours");
  const issues: Issue[] = [];
  const rules = rulesOf(checked, issues);
  if (rules.length > MOST_RULES)
    issues.push(
      makeIssue(
        "opening-hours.not-carried",
        [],
        "fewer dates",
        definition,
        `the text has more than ${MOST_RULES} rules`,
      ),
    );
  throwIfAny(issues);
  // What is printed must be readable, and mean the same.
  const { timeZone, holidays = [] } = checked;
  const place = { timeZone, holidays, ...sources };
  if (holidays.length > 0) issues.push(...holidayIssues(place, "PH"));
  compile(rules, () => holidayDays(place), new Refusals(issues));
  throwIfAny(issues);
  return rules.map(({ text, additional }, index) => `${index === 0 ? "" : additional ? ", " : "; "}${text}`).join("");
}
