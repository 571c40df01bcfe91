/**
 * The workbook as data: its sheets, formulas, names and looks, before it becomes a file.
 */
import type { WriteOptions } from "hucre/xlsx";
import type { Calendar } from "../index.ts";
import { harmless } from "../issues/show.ts";
import { VERSION } from "../version.ts";
import { coverageOf, spokenYears, type Years } from "./coverage.ts";
import type { WorkbookLanguage } from "./language.ts";
import type { LeftOut, SheetPromise } from "./promises.ts";
import { calSheet } from "./sheets/cal.ts";
import { calculatorSheet } from "./sheets/calculator.ts";
import { notesSheet } from "./sheets/notes.ts";
import { promiseRows, promisesSheet } from "./sheets/promises.ts";
import { summarySheet } from "./sheets/summary.ts";
import { ticketsSheet } from "./sheets/tickets.ts";
import { specialDates } from "./special-dates.ts";
import { BASE_FONT } from "./styles.ts";
import { workbookWords } from "./words.ts";

/** What a workbook is made of. */
export interface WorkbookOptions {
  readonly years: Years;
  /** Rows of tickets that have formulas. */
  readonly rows: number;
  readonly lang: WorkbookLanguage;
  readonly promises?: readonly SheetPromise[];
  /** Ids of promises that the workbook cannot judge. */
  readonly leftOut?: readonly LeftOut[];
  /** Version of the time zone data, if it is known. */
  readonly tzdata?: string;
}

/**
 * The workbook of a calendar.
 *
 * Errors: as `calendar.windows`, where the years are beyond the calendar's reach.
 */
export function workbookOf(calendar: Calendar<"ms">, options: WorkbookOptions): WriteOptions {
  const { years, rows, lang, promises = [], leftOut = [], tzdata } = options;
  const words = workbookWords(lang);
  const coverage = coverageOf(calendar, years);
  const { name, timeZone } = calendar.definition;
  const subtitle = [name, timeZone, spokenYears(years)].flatMap((part) => part ?? []).join(" · ");
  const madeWith = `ouvree ${VERSION}${tzdata === undefined ? "" : `, tzdata ${tzdata}`}`;
  const special = specialDates(calendar, years, words);
  const made = [
    ticketsSheet(rows, words),
    summarySheet(harmless(subtitle), promiseRows(promises), words),
    promisesSheet(promises, words),
    calculatorSheet(words),
    notesSheet({ calendar, years, rows, special, leftOut, madeWith }, words),
    calSheet(coverage, words),
  ];
  return {
    sheets: made.map(({ sheet }) => sheet),
    namedRanges: made.flatMap(({ names }) => names),
    defaultFont: BASE_FONT,
    // Without a date the writer puts its own: the same calendar is to give the same bytes.
    properties: { title: harmless(subtitle), creator: `ouvree ${VERSION}`, created: MADE, modified: MADE },
  };
}

const MADE = new Date(0);
