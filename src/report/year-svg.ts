/**
 * A year at a glance as a picture: twelve months as blocks of days, each with its hours, and the holidays and ponts by name.
 *
 * One SVG file: no script, no font and nothing else from a network; light and dark by the reader's own setting; each date tells
 * its story to a pointer and to a screen reader. Colours are never alone: marks have shapes too.
 */

import { xmlText } from "./xml.ts";
import type { DateGlance, MonthGlance, YearGlance } from "./year-glance.ts";
import { type Language, MARKS, type Mark, namedRuns, spokenHours, WORDS } from "./year-words.ts";

const WIDTH = 1060;
const MARGIN = 30;
const HEAD = 128;
/** Four months in a row, three rows. */
const BLOCK = { width: 250, height: 224, columns: 4 };
const CELL = { width: 31, height: 25 };
const LIST = { rowHeight: 20, columns: 3 };

const STYLE = `
  svg { --ink: #1f2933; --soft: #697586; --paper: #ffffff; --open: #d7ebdf; --idle: #eef1f4; --holiday: #c8452f; --closure: #b0690a; --exception: #6b4fa0; --pont: #1c6fb8; --bar: #4f9d74; --on: #ffffff; }
  @media (prefers-color-scheme: dark) { svg { --ink: #e6e9ed; --soft: #98a4b3; --paper: #14191f; --open: #1f4a36; --idle: #222a33; --holiday: #d9604a; --closure: #c98a2b; --exception: #8f76c4; --pont: #6cb2ec; --bar: #5cb386; --on: #ffffff; } }
  @media print { svg { --ink: #000; --soft: #444; --paper: #fff; --open: #d7ebdf; --idle: #eef1f4; } }
  text { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: var(--ink); }
  .paper { fill: var(--paper); } .title { font-size: 26px; font-weight: 650; } .sub { font-size: 14px; fill: var(--soft); }
  .month { font-size: 15px; font-weight: 650; } .figures, .weekday { font-size: 11px; fill: var(--soft); } .day { font-size: 12px; text-anchor: middle; }
  .weekday { text-anchor: middle; } .end { text-anchor: end; } .item { font-size: 12.5px; } .head { font-size: 14px; font-weight: 650; }
  .working, .part-day { fill: var(--open); } .no-hours { fill: var(--idle); } .holiday { fill: var(--holiday); } .closure { fill: var(--closure); } .exception { fill: var(--exception); }
  .half { fill: var(--closure); } .bridge { fill: none; stroke: var(--pont); stroke-width: 2; stroke-dasharray: 4 2.5; }
  .on { fill: var(--on); font-weight: 650; } .off { fill: var(--soft); } .track { fill: var(--idle); } .bar { fill: var(--bar); } .grid { font-variant-numeric: tabular-nums; }`;

/**
 * The picture, as the text of an SVG file.
 *
 * @example yearSvg(yearAtAGlance(desk, 2026), "en").startsWith("<svg ") // true
 */
export function yearSvg(glance: YearGlance, lang: Language): string {
  const words = WORDS[lang];
  const name = glance.name === undefined ? "" : ` · ${glance.name}`;
  const summary = `${words.days(glance.workingDays)} · ${spokenHours(glance.openMs)} · ${glance.timeZone}`;
  const most = Math.max(1, ...glance.months.map(({ openMs }) => openMs));
  const months = glance.months.map((month) => monthBlock(glance, month, most, lang));
  const listTop = HEAD + Math.ceil(12 / BLOCK.columns) * BLOCK.height + 24;
  const list = namedList(glance, listTop, lang);
  const height = listTop + list.height + 24;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" lang="${lang}" aria-labelledby="title desc">`,
    `<title id="title">${xmlText(`${glance.year}${name}`)}</title>`,
    `<desc id="desc">${xmlText(`${summary}. ${words.holidays}: ${spokenNames(glance, lang)}. ${words.bridges}: ${glance.bridgeDays.join(", ") || "–"}.`)}</desc>`,
    `<style>${STYLE}\n</style>`,
    `<rect class="paper" width="${WIDTH}" height="${height}"/>`,
    `<text class="title" x="${MARGIN}" y="44">${xmlText(`${glance.year}${name}`)}</text>`,
    `<text class="sub" x="${MARGIN}" y="68">${xmlText(summary)}</text>`,
    legend(lang),
    ...months,
    ...list.lines,
    "</svg>",
    "",
  ].join("\n");
}

/** Width of a letter of the legend in a wide font. */
const WIDEST_LETTER = 6.6;

/** Marks with their words, in one row under the title. */
function legend(lang: Language): string {
  let x = MARGIN;
  const items = MARKS.map((mark) => {
    const word = WORDS[lang].marks[mark];
    const item = `<g transform="translate(${Math.round(x)} 86)">${markShape(mark, 20, 16)}<text class="item" x="26" y="12.5">${xmlText(word)}</text></g>`;
    x += 54 + word.length * WIDEST_LETTER;
    return item;
  });
  return `<g aria-hidden="true">${items.join("")}</g>`;
}

function markShape(mark: Mark, width: number, height: number): string {
  const box = (kind: string): string => `<rect class="${kind}" width="${width}" height="${height}" rx="4"/>`;
  if (mark === "bridge")
    return `${box("working")}<rect class="bridge" x="1" y="1" width="${width - 2}" height="${height - 2}" rx="4"/>`;
  if (mark !== "part-day") return box(mark);
  // Half of it: the corner below the diagonal.
  return `${box("part-day")}<path class="half" d="M${width} 4 V${height - 4} Q${width} ${height} ${width - 4} ${height} H4 Z"/>`;
}

function monthBlock(glance: YearGlance, month: MonthGlance, most: number, lang: Language): string {
  const words = WORDS[lang];
  const index = month.month - 1;
  const x = MARGIN + (index % BLOCK.columns) * BLOCK.width;
  const y = HEAD + Math.floor(index / BLOCK.columns) * BLOCK.height;
  const wide = 7 * CELL.width;
  const bar = Math.round((month.openMs / most) * wide);
  const own = glance.dates.filter(({ date }) => Number(date.slice(5, 7)) === month.month);
  const blank = own[0]!.weekday - 1;
  const label = words.months[index]!;
  return [
    `<g transform="translate(${x} ${y})">`,
    `<text class="month" y="14">${xmlText(label[0]!.toUpperCase() + label.slice(1))}</text>`,
    `<text class="figures end grid" x="${wide}" y="14">${xmlText(`${month.workingDays} ${words.day} · ${spokenHours(month.openMs)}`)}</text>`,
    `<rect class="track" y="20" width="${wide}" height="4" rx="2"/><rect class="bar" y="20" width="${bar}" height="4" rx="2"/>`,
    ...words.weekdays.map(
      (day, i) => `<text class="weekday" x="${i * CELL.width + 14}" y="38">${xmlText(day.slice(0, 2))}</text>`,
    ),
    ...own.map((date, i) => dayCell(date, i + blank, lang)),
    "</g>",
  ].join("");
}

function dayCell(date: DateGlance, place: number, lang: Language): string {
  const x = (place % 7) * CELL.width;
  const y = 44 + Math.floor(place / 7) * CELL.height;
  const [width, height] = [CELL.width - 3, CELL.height - 3];
  const ink = date.kind === "working" || date.kind === "part-day" ? "" : date.kind === "no-hours" ? " off" : " on";
  const ring = date.bridge
    ? `<rect class="bridge" x="1" y="1" width="${width - 2}" height="${height - 2}" rx="4"/>`
    : "";
  return `<g transform="translate(${x} ${y})"><title>${xmlText(storyOf(date, lang))}</title>${markShape(date.kind, width, height)}${ring}<text class="day grid${ink}" x="${width / 2}" y="15.5">${Number(date.date.slice(8))}</text></g>`;
}

/** `Friday 2026-05-01: holiday, Labour Day`. */
function storyOf({ date, weekday, kind, windows, names, bridge }: DateGlance, lang: Language): string {
  const words = WORDS[lang];
  const facts = [bridge ? words.marks.bridge : words.marks[kind], ...names[lang], ...windows];
  return `${words.weekdays[weekday - 1]} ${date}: ${facts.join(", ")}`;
}

function spokenNames({ dates }: YearGlance, lang: Language): string {
  return namedRuns(dates, lang)
    .map(({ label, name }) => `${label} ${name}`)
    .join(", ");
}

/** Longest name that fits beside its date in a column. */
const LONGEST_NAME = 34;

/** Named dates and ponts, in columns read downwards, each with its mark. */
function namedList(glance: YearGlance, top: number, lang: Language): { lines: string[]; height: number } {
  const words = WORDS[lang];
  const entries = [
    ...namedRuns(glance.dates, lang),
    ...glance.bridgeDays.map((date) => ({ mark: "bridge" as const, label: `${date}`, name: words.marks.bridge })),
  ].sort((a, b) => (a.label < b.label ? -1 : 1));
  const perColumn = Math.max(1, Math.ceil(entries.length / LIST.columns));
  const columnWidth = (WIDTH - 2 * MARGIN) / LIST.columns;
  const lines = entries.map(({ mark, label, name }, index) => {
    const x = MARGIN + Math.floor(index / perColumn) * columnWidth;
    const y = top + 16 + (index % perColumn) * LIST.rowHeight;
    const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
    return `<g transform="translate(${x} ${y})">${markShape(mark, 14, 12)}<text class="item grid" x="22" y="10.5">${xmlText(`${label}  ${short}`)}</text></g>`;
  });
  const title = `<text class="head" x="${MARGIN}" y="${top}">${xmlText(`${words.holidays} · ${words.bridges}`)}</text>`;
  return { lines: [title, ...lines], height: 16 + perColumn * LIST.rowHeight };
}
