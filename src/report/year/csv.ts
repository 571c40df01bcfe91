/**
 * A year at a glance as CSV: one line a date.
 */

import { readOptions } from "../../issues/options.ts";
import { harmless } from "../../issues/show.ts";
import { MS_PER_HOUR } from "../../time/units.ts";
import { reading, readLanguage } from "../arguments.ts";
import { csvRow } from "../csv-row.ts";
import type { YearGlance } from "./glance.ts";
import { wordsOf, type YearLanguage } from "./words.ts";

const HEADER = ["date", "weekday", "kind", "working", "pont", "hours", "windows", "holidays", "closures"];

/**
 * The year as CSV (RFC 4180), UTF-8. Header and kinds are the same in every language; weekdays and holidays are named in its own.
 *
 * Names are made harmless, and kept from being formulas by a `'` before them. Units: hours, with four decimals at most.
 *
 * @example yearCsv(yearAtAGlance(desk, 2026)).split("\r\n")[1] // "2026-01-01,Thursday,holiday,false,false,0,,New Year's Day,"
 */
export function yearCsv(glance: YearGlance, options?: { readonly lang?: YearLanguage }): string {
  const lang = readLanguage(readOptions(options, ["lang"], "yearCsv").lang);
  return reading("glance", glance, "glance", () => csvOf(glance, lang));
}

function csvOf(glance: YearGlance, lang: YearLanguage): string {
  const words = wordsOf(lang);
  const rows = glance.days.map((day) =>
    csvRow([
      day.date,
      words.weekdays[day.weekday - 1]!,
      day.kind,
      day.working,
      day.pont,
      Number((day.openMs / MS_PER_HOUR).toFixed(4)),
      day.windows.join(" "),
      day.holidays.map((holiday) => harmless(holiday.names[lang])).join("; "),
      day.closures.map(harmless).join("; "),
    ]),
  );
  return `${csvRow(HEADER)}${rows.join("")}`;
}
