/**
 * A date of the year's picture: a cell whose look says what it is, with its names in it.
 *
 * Filled: closed by a holiday. Hatched: closed by oneself. Half filled: open a part of the day. Grey: no hours. Outlined: a pont.
 * No meaning hangs on colour alone.
 */
import { fitted } from "../text-width.ts";
import { xmlText } from "../xml.ts";
import type { GlanceDay } from "./glance.ts";
import { lineOf, namesOf } from "./notes.ts";
import type { YearWords } from "./words.ts";

/** Classes of the text of a look, each with its space before it. */
const INKS: Readonly<Record<Look | "working" | "pont", string>> = {
  working: "",
  pont: " oy-pont-ink",
  "no-hours": " oy-muted",
  holiday: " oy-holiday-ink",
  "half-holiday": " oy-holiday-ink",
  closure: " oy-closure-ink",
  "half-closure": " oy-closure-ink",
  exception: " oy-exception-ink",
  skipped: " oy-muted oy-gone",
};

/** Classes of the cell of a look. */
const FILLS: Readonly<Record<Look | "working", string>> = {
  working: "",
  "no-hours": " oy-no-hours",
  holiday: " oy-holiday",
  "half-holiday": "",
  closure: "",
  "half-closure": "",
  exception: " oy-exception",
  skipped: " oy-no-hours",
};

/** Size of a cell. */
export const CELL = { width: 107, height: 25 } as const;

/** Where the names begin, and what fits into a line of them, in em of their size. */
const NOTE_X = 41;
const NOTE_EM = (CELL.width - NOTE_X - 3) / 9.5;
const SWATCH = { width: 22, height: 16 } as const;

/** Looks of dates that are not plain working days, in the order of the legend. */
export const LOOKS = [
  "no-hours",
  "holiday",
  "closure",
  "half-holiday",
  "half-closure",
  "exception",
  "skipped",
] as const;

/** One of {@link LOOKS}. */
export type Look = (typeof LOOKS)[number];

/** The look of a date; a plain working day has none. */
export function lookOf({ kind, working, holidays }: GlanceDay): Look | undefined {
  switch (kind) {
    case "working":
      return undefined;
    case "exception":
      return working ? "exception" : "closure";
    case "part-day":
      return holidays.length > 0 ? "half-holiday" : "half-closure";
    default:
      return kind;
  }
}

/** The cell of a date in its month; of the dates of one closing the first is named. */
export function cellOf(day: GlanceDay, before: GlanceDay | undefined, words: YearWords, id: string): string {
  const look = lookOf(day);
  const date = Number(day.date.slice(8));
  const note = shortNote(day, words);
  const goesOn = before !== undefined && lookOf(before) === look && shortNote(before, words) === note;
  const lines = goesOn ? [] : fitted(note, NOTE_EM, 2);
  const ink = INKS[look ?? "working"];
  const noteInk = look === undefined ? INKS.pont : ink;
  const letter = words.weekdays[day.weekday - 1]![0]!.toUpperCase();
  const parts = [
    `<title>${xmlText(capital(lineOf(day, words)))}</title>`,
    shapes(day, CELL, id),
    `<text class="oy-letter oy-muted" x="4" y="17">${letter}</text>`,
    `<text class="oy-day oy-end${ink}" x="35" y="17.5">${date}</text>`,
  ];
  if (lines.length > 0) {
    const rows = lines.map((line, i) => {
      const y = lines.length === 1 ? 16.5 : 11 + i * 10;
      return `<text class="oy-note${noteInk}" x="${NOTE_X}" y="${y}">${xmlText(line)}</text>`;
    });
    parts.push(`<g clip-path="url(#${id}-clip)">${rows.join("")}</g>`);
  } else if (day.weekday === 1) {
    parts.push(`<text class="oy-week oy-muted oy-end" x="${CELL.width - 5}" y="16">${isoWeekOf(day.date)}</text>`);
  }
  return `<g transform="translate(0 ${(date - 1) * CELL.height})">${parts.join("")}</g>`;
}

/** A small cell for the legend. */
export function swatch(day: GlanceDay, id: string): string {
  return shapes(day, SWATCH, id);
}

function shapes(day: GlanceDay, { width, height }: { width: number; height: number }, id: string): string {
  const look = lookOf(day);
  const box = `x="0.5" y="0.5" width="${width - 1}" height="${height - 1}"`;
  const half = `M0.5 ${height - 0.5}L${width - 0.5} 0.5V${height - 0.5}Z`;
  const hatch = ` style="fill:url(#${id}-hatch)"`;
  return [
    `<rect class="oy-cell${FILLS[look ?? "working"]}" ${box}${look === "closure" ? hatch : ""}/>`,
    look === "half-holiday" ? `<path class="oy-holiday" d="${half}"/>` : "",
    look === "half-closure" ? `<path d="${half}"${hatch}/>` : "",
    day.pont ? `<rect class="oy-pont" x="1.5" y="1.5" width="${width - 3}" height="${height - 3}" rx="3"/>` : "",
  ].join("");
}

/** What fits into a cell: the names, else the hours of an exception, else that it is a pont. */
function shortNote(day: GlanceDay, words: YearWords): string {
  const names = namesOf(day, words);
  if (names !== "") return names;
  if (day.kind === "exception") return day.working ? day.windows.join(" ") : words.closed;
  return day.pont ? words.kinds.pont : "";
}

/** ISO 8601 week of a Monday. */
function isoWeekOf(monday: string): string {
  const thursday = new Date(Date.parse(monday) + 3 * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return String(1 + Math.floor((thursday.getTime() - first) / (7 * 86_400_000)));
}

function capital(text: string): string {
  return text === "" ? text : text[0]!.toUpperCase() + text.slice(1);
}
