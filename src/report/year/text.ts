/**
 * A year at a glance as text, 80 columns wide: twelve months, a table of hours, the dates that have a name, the ponts.
 *
 * Marks behind the dates survive without colour; the legend says what those that occur mean.
 */

import { readOptions } from "../../issues/options.ts";
import { harmless } from "../../issues/show.ts";
import { reading, readLanguage, readPaint } from "../arguments.ts";
import type { GlanceDay, YearGlance } from "./glance.ts";
import { datesWith, pontDates } from "./lists.ts";
import { counted, spokenHours, wordsOf, type YearLanguage, type YearWords } from "./words.ts";

/** What a piece of the text is, for those who paint it. */
export type YearMark = "holiday" | "closed" | "part" | "pont" | "muted" | "title";

/** Paints a piece of the text, e.g. by colour; it must not change its width. */
export type YearPaint = (text: string, mark: YearMark) => string;

/** How a year is written. */
export interface YearTextOptions {
  /** `"en"` unless given. */
  readonly lang?: YearLanguage;
  readonly paint?: YearPaint;
}

const MONTHS_A_ROW = 3;
/** Seven dates of three characters. */
const MONTH_WIDTH = 21;
const GAP = "   ";
const BAR_WIDTH = 24;
/** Width of a terminal. */
const COLUMNS = 80;
/** Marks in the order of the legend. */
const MARKS = [
  ["*", "holiday"],
  ["x", "closed"],
  ["/", "part"],
  ["!", "part"],
  ["+", "pont"],
  ["~", "closed"],
  ["·", "muted"],
] as const;

/**
 * The year as lines, for people.
 *
 * @example yearText(yearAtAGlance(desk, 2026)).split("\n")[0] // "2026  Europe/Paris"
 */
export function yearText(glance: YearGlance, options?: YearTextOptions): string {
  const given = readOptions(options, ["lang", "paint"], "yearText");
  const [lang, paint] = [readLanguage(given.lang), readPaint<YearPaint>(given.paint, "paint")];
  return reading("glance", glance, "glance", () => textOf(glance, lang, paint));
}

function textOf(glance: YearGlance, lang: YearLanguage, paint: YearPaint): string {
  const words = wordsOf(lang);
  const { year, name, timeZone, totals } = glance;
  const title = [String(year), ...(name === undefined ? [] : [harmless(name)]), timeZone].join("  ");
  const blocks = [
    [paint(title, "title")],
    ...monthRows(glance, words, paint),
    legend(glance, words, paint),
    table(glance, words),
    ...datesWith(glance, words).map(({ title, lines }) => [paint(` ${title}`, "title"), ...lines]),
    pontDates(glance, words),
    [
      [
        counted(totals.workingDays, words.workingDays, words),
        `${spokenHours(totals.openMs, words)} ${words.open}`,
        counted(totals.holidays, words.holidays, words),
        counted(totals.ponts, words.ponts, words),
      ].join(", "),
    ],
  ];
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.map((line) => line.trimEnd()));
  return `${lines.map((block) => block.join("\n")).join("\n\n")}\n`;
}

function markOf(day: GlanceDay): string {
  if (day.pont) return "+";
  switch (day.kind) {
    case "working":
      return " ";
    case "part-day":
      return "/";
    case "exception":
      return day.working ? "!" : "x";
    case "holiday":
      return "*";
    case "closure":
      return "x";
    case "no-hours":
      return "·";
    case "skipped":
      return "~";
  }
}

function monthRows(glance: YearGlance, words: YearWords, paint: YearPaint): string[][] {
  const months = glance.months.map(({ month }) => monthLines(glance, month, words, paint));
  const rows: string[][] = [];
  for (let i = 0; i < months.length; i += MONTHS_A_ROW) {
    const row = months.slice(i, i + MONTHS_A_ROW);
    const height = Math.max(...row.map((lines) => lines.length));
    rows.push(
      Array.from({ length: height }, (_, line) => row.map((lines) => lines[line] ?? " ".repeat(MONTH_WIDTH)).join(GAP)),
    );
  }
  return rows;
}

/** A month of {@link MONTH_WIDTH}: its name, the weekdays, its weeks. */
function monthLines(glance: YearGlance, month: number, words: YearWords, paint: YearPaint): string[] {
  const days = glance.days.filter(({ date }) => Number(date.slice(5, 7)) === month);
  const cells = [...Array<string>(days[0]!.weekday - 1).fill("   "), ...days.map((day) => cell(day, paint))];
  while (cells.length % 7 !== 0) cells.push("   ");
  const name = words.months[month - 1]!;
  const lines = [
    paint(` ${name}`.padEnd(MONTH_WIDTH), "title"),
    paint(words.headWeekdays.map((weekday) => ` ${weekday}`).join(""), "muted"),
  ];
  for (let i = 0; i < cells.length; i += 7) lines.push(cells.slice(i, i + 7).join(""));
  return lines;
}

function cell(day: GlanceDay, paint: YearPaint): string {
  const mark = markOf(day);
  const text = `${String(Number(day.date.slice(8))).padStart(2)}${mark}`;
  const role = MARKS.find(([sign]) => sign === mark)?.[1];
  return role === undefined ? text : paint(text, role);
}

/** The marks that occur. */
function legend(glance: YearGlance, words: YearWords, paint: YearPaint): string[] {
  const { kinds } = words;
  const names: Readonly<Record<string, string>> = {
    "*": kinds.holiday,
    x: kinds.closure,
    "/": kinds["part-day"],
    "!": kinds.exception,
    "+": kinds.pont,
    "~": kinds.skipped,
    "·": kinds["no-hours"],
  };
  const used = new Set(glance.days.map(markOf));
  const lines: string[][] = [];
  let width = COLUMNS;
  for (const [sign, role] of MARKS.filter(([mark]) => used.has(mark))) {
    // Counted before it is painted.
    const length = `${GAP}${sign} ${names[sign]}`.length;
    if (width + length > COLUMNS) {
      lines.push([]);
      width = 1 - GAP.length;
    }
    width += length;
    lines.at(-1)!.push(`${paint(sign, role)} ${names[sign]}`);
  }
  return lines.map((items) => ` ${items.join(GAP)}`);
}

function table(glance: YearGlance, words: YearWords): string[] {
  const longestMs = Math.max(...glance.months.map((month) => month.openMs), 1);
  const rows = [
    ["", words.workingDays[1], words.hours, ""],
    ...glance.months.map(({ month, workingDays, openMs }) => [
      words.months[month - 1]!,
      String(workingDays),
      spokenHours(openMs, words),
      "█".repeat(Math.round((openMs / longestMs) * BAR_WIDTH)),
    ]),
    [words.total, String(glance.totals.workingDays), spokenHours(glance.totals.openMs, words), ""],
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map(
    ([name, days, hours, bar]) =>
      ` ${name!.padEnd(widths[0]!)}  ${days!.padStart(widths[1]!)}  ${hours!.padStart(widths[2]!)}  ${bar}`,
  );
}
