/**
 * A year at a glance as text: twelve small months in 76 columns, the hours of each, the holidays by name, the ponts.
 *
 * Marks survive without colour: `12*` a holiday, `12x` a closure, `12/` closed in part, `12-` closed by exception, `12~` a pont,
 * `12.` no hours.
 */
import { harmless } from "../issues/show.ts";
import type { DateGlance, YearGlance } from "./year-glance.ts";
import { type Language, MARKS, type Mark, namedRuns, spokenHours, WORDS } from "./year-words.ts";

/** Marks a cell by what it is, e.g. by colour; it must not change its width. */
export type PaintMark = (text: string, mark: Mark) => string;

const COLUMNS = 3;
/** Seven cells of three characters. */
const MONTH_WIDTH = 21;
const GAP = "      ";
const SIGNS: Readonly<Record<Mark, string>> = {
  working: " ",
  "part-day": "/",
  holiday: "*",
  closure: "x",
  exception: "-",
  "no-hours": ".",
  bridge: "~",
};

/**
 * The year as lines, for people.
 *
 * @example yearText(yearAtAGlance(desk, 2026), "en").split("\n")[0] // "2026  Europe/Paris  252 working days, 1512 h"
 */
export function yearText(glance: YearGlance, lang: Language, paint: PaintMark = (text) => text): string {
  const words = WORDS[lang];
  const title = [String(glance.year), ...(glance.name === undefined ? [] : [harmless(glance.name)]), glance.timeZone];
  const named = namedRuns(glance.dates, lang);
  const widest = Math.max(0, ...named.map(({ label }) => label.length));
  const lines = [
    `${title.join("  ")}  ${words.days(glance.workingDays)}, ${spokenHours(glance.openMs)}`,
    "",
    ...monthRows(glance, lang, paint),
    ...legend(lang, paint),
    "",
    `${words.holidays}:`,
    ...named.map(({ label, name }) => `  ${label.padEnd(widest)}  ${harmless(name)}`),
    "",
    `${words.bridges}: ${glance.bridgeDays.length === 0 ? "–" : glance.bridgeDays.join(", ")}`,
  ];
  if (glance.bridgeUnknown.length > 0) lines.push(`${glance.bridgeUnknown.join(", ")}: ${words.bridgesUnknown}`);
  return `${lines.join("\n")}\n`;
}

/** Marks with their words, three to a line. */
function legend(lang: Language, paint: PaintMark): string[] {
  const items = MARKS.map((mark) => {
    const text = `12${SIGNS[mark]} ${WORDS[lang].marks[mark]}`;
    return [text.length, paint(text, mark)] as const;
  });
  const widest = Math.max(...items.map(([length]) => length));
  const padded = items.map(([length, text]) => text + " ".repeat(widest - length));
  return [padded.slice(0, COLUMNS), padded.slice(COLUMNS, 2 * COLUMNS), padded.slice(2 * COLUMNS)].map((row) =>
    row.join("  ").trimEnd(),
  );
}

function monthRows(glance: YearGlance, lang: Language, paint: PaintMark): string[] {
  const months = glance.months.map(({ month }) => monthLines(glance, month, lang, paint));
  const rows: string[] = [];
  for (let first = 0; first < months.length; first += COLUMNS) {
    const beside = months.slice(first, first + COLUMNS);
    const height = Math.max(...beside.map((lines) => lines.length));
    for (let line = 0; line < height; line++) {
      rows.push(
        beside
          .map((lines) => lines[line] ?? " ".repeat(MONTH_WIDTH))
          .join(GAP)
          .trimEnd(),
      );
    }
    rows.push("");
  }
  return rows;
}

/** A month's name, its figures, its weekdays and its weeks, each of the same visible width. */
function monthLines({ months, dates }: YearGlance, month: number, lang: Language, paint: PaintMark): string[] {
  const words = WORDS[lang];
  const { workingDays, openMs } = months[month - 1]!;
  const own = dates.filter(({ date }) => Number(date.slice(5, 7)) === month);
  const cells = [...Array<string>(own[0]!.weekday - 1).fill("   "), ...own.map((date) => cellOf(date, paint))];
  const weeks: string[] = [];
  for (let first = 0; first < cells.length; first += 7) {
    const week = cells.slice(first, first + 7);
    weeks.push(week.join("") + "   ".repeat(7 - week.length));
  }
  const figures = `${workingDays} ${words.day}, ${spokenHours(openMs)}`;
  const name = words.months[month - 1]!;
  return [
    `${name.slice(0, MONTH_WIDTH - figures.length - 1).padEnd(MONTH_WIDTH - figures.length)}${figures}`,
    words.weekdays.map((day) => `${day.slice(0, 2)} `).join(""),
    ...weeks,
  ];
}

function cellOf(date: DateGlance, paint: PaintMark): string {
  const mark: Mark = date.bridge ? "bridge" : date.kind;
  return paint(`${String(Number(date.date.slice(8))).padStart(2)}${SIGNS[mark]}`, mark);
}
