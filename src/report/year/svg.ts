/**
 * A year at a glance as a picture to hang up: a column a month, a row a date, the hours of each month below.
 *
 * SVG without script, font or network; light and dark; for those who hear it, a title, a description and a line for each date.
 * Its proportions are those of a sheet of A4 on its side.
 */

import { readOptions } from "../../issues/options.ts";
import { harmless } from "../../issues/show.ts";
import { reading, readLanguage } from "../arguments.ts";
import { fitted, widthOf } from "../text-width.ts";
import { xmlText } from "../xml.ts";
import type { GlanceDay, GlanceMonth, YearGlance } from "./glance.ts";
import { YEAR_STYLE } from "./style.ts";
import { CELL, cellOf, LOOKS, lookOf, swatch } from "./svg-cell.ts";
import {
  counted,
  formOf,
  grouped,
  type Noun,
  spokenHours,
  wordsOf,
  type YearLanguage,
  type YearWords,
} from "./words.ts";

const WIDTH = 1414;
const HEIGHT = 1000;
const MARGIN = 34;
/** From one month to the next. */
const COLUMN = (WIDTH - 2 * MARGIN - CELL.width) / 11;
/** Behind the year, where the names begin; faces differ in width. */
const NAME_X = MARGIN + 140;
/** From one total to the next. */
const FIGURE = 142;
const MONTHS_Y = 108;
const DAYS_Y = 118;
const HOURS_Y = DAYS_Y + 31 * CELL.height + 20;
const LEGEND_Y = 968;

/**
 * The year as SVG.
 *
 * Texts of the definition are escaped and made harmless; long names are cut in the cell and whole in its `<title>`.
 *
 * @example yearSvg(yearAtAGlance(desk, 2026), { lang: "fr" }).includes(">Lundi 25 mai 2026 : jour férié, Lundi de Pentecôte<") // true
 */
export function yearSvg(glance: YearGlance, options?: { readonly lang?: YearLanguage }): string {
  const lang = readLanguage(readOptions(options, ["lang"], "yearSvg").lang);
  return reading("glance", glance, "glance", () => svgOf(glance, lang));
}

function svgOf(glance: YearGlance, lang: YearLanguage): string {
  const words = wordsOf(lang);
  const id = `oy-${glance.year}`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="oy" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc" lang="${lang}">`,
    `<title id="${id}-title">${xmlText(titleOf(glance, words))}</title>`,
    `<desc id="${id}-desc">${xmlText(descriptionOf(glance, words))}</desc>`,
    `<style>${YEAR_STYLE}</style>`,
    `<defs><pattern id="${id}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="oy-ground" width="7" height="7"/><path class="oy-hatch" d="M0 0V7"/></pattern>`,
    `<clipPath id="${id}-clip"><rect width="${CELL.width - 3}" height="${CELL.height}"/></clipPath></defs>`,
    `<rect class="oy-paper" width="${WIDTH}" height="${HEIGHT}"/>`,
    head(glance, words),
    ...glance.months.map((month) => column(glance, month, words, id)),
    legend(glance, words, id),
    "</svg>",
  ];
  return `${parts.join("\n")}\n`;
}

function titleOf({ year, name, timeZone }: YearGlance, words: YearWords): string {
  return [words.title(year), ...(name === undefined ? [] : [harmless(name)]), timeZone].join(", ");
}

/** The totals, each with what it counts. */
function figuresOf({ totals }: YearGlance, words: YearWords): [figure: string, what: string][] {
  const figure = (amount: number, noun: Noun): [string, string] => [
    grouped(amount, words),
    formOf(amount, noun, words),
  ];
  return [
    figure(totals.workingDays, words.workingDays),
    [spokenHours(totals.openMs, words), words.open],
    figure(totals.holidays, words.holidays),
    figure(totals.ponts, words.ponts),
  ];
}

function descriptionOf(glance: YearGlance, words: YearWords): string {
  const months = glance.months.map(
    ({ month, workingDays, openMs }) =>
      `${words.months[month - 1]} ${counted(workingDays, words.workingDays, words)}, ${spokenHours(openMs, words)}`,
  );
  const figures = figuresOf(glance, words).map((figure) => figure.join(" "));
  return `${figures.join(", ")}. ${months.join("; ")}.`;
}

/** The year, whose it is, and the totals at the right. */
function head(glance: YearGlance, words: YearWords): string {
  const { year, name, timeZone } = glance;
  const [first, second] = name === undefined ? [timeZone, ""] : [harmless(name), timeZone];
  const parts = [
    `<text class="oy-year" x="${MARGIN}" y="72">${year}</text>`,
    `<text class="oy-name" x="${NAME_X}" y="53">${xmlText(fitted(first, 34, 1).join(""))}</text>`,
    `<text class="oy-muted" x="${NAME_X}" y="72">${xmlText(second)}</text>`,
  ];
  let x = WIDTH - MARGIN;
  for (const [figure, what] of figuresOf(glance, words).reverse()) {
    parts.push(
      `<text class="oy-figure oy-end" x="${x}" y="53">${xmlText(figure)}</text>`,
      `<text class="oy-muted oy-end" x="${x}" y="72">${xmlText(what)}</text>`,
    );
    x -= FIGURE;
  }
  return parts.join("\n");
}

function column(glance: YearGlance, { month, workingDays, openMs }: GlanceMonth, words: YearWords, id: string): string {
  const days = glance.days.filter(({ date }) => Number(date.slice(5, 7)) === month);
  const longestMs = Math.max(...glance.months.map((each) => each.openMs), 1);
  const barWidth = Math.round((openMs / longestMs) * CELL.width * 10) / 10;
  const name = words.months[month - 1]!;
  const x = Math.round((MARGIN + (month - 1) * COLUMN) * 10) / 10;
  const y = HOURS_Y - DAYS_Y;
  return [
    `<text class="oy-month" x="${x}" y="${MONTHS_Y}">${name[0]!.toUpperCase()}${name.slice(1)}</text>`,
    `<g transform="translate(${x} ${DAYS_Y})">`,
    ...days.map((day, i) => cellOf(day, days[i - 1], words, id)),
    `<text class="oy-small" x="1" y="${y}"><tspan class="oy-hours">${xmlText(spokenHours(openMs, words))}</tspan><tspan class="oy-muted" dx="9">${workingDays} ${words.shortDays}</tspan></text>`,
    `<rect class="oy-track" y="${y + 6}" width="${CELL.width}" height="6" rx="3"/>`,
    `<rect class="oy-bar" y="${y + 6}" width="${barWidth}" height="6" rx="3"/>`,
    "</g>",
  ].join("\n");
}

/** What the cells that occur mean. */
function legend(glance: YearGlance, words: YearWords, id: string): string {
  const parts: string[] = [];
  let x = MARGIN;
  for (const look of [...LOOKS, "pont"] as const) {
    const sample = glance.days.find((day) => (look === "pont" ? day.pont : lookOf(day) === look));
    if (sample === undefined) continue;
    const text = look === "pont" ? words.kinds.pont : legendWord(sample, words);
    // The sample shows its own meaning and no other.
    const plain: GlanceDay = look === "pont" ? { ...sample, kind: "working" } : { ...sample, pont: false };
    parts.push(
      `<g transform="translate(${x} ${LEGEND_Y - 12})">${swatch(plain, id)}<text class="oy-muted" x="30" y="12">${xmlText(text)}</text></g>`,
    );
    x += 56 + Math.round(widthOf(text) * 12);
  }
  if (glance.pontsUnknown.length > 0) {
    const text = words.unknownPonts(glance.pontsUnknown.join(", "));
    parts.push(`<text class="oy-muted oy-end" x="${WIDTH - MARGIN}" y="${LEGEND_Y}">${xmlText(text)}</text>`);
  }
  return parts.join("\n");
}

function legendWord({ kind, working }: GlanceDay, { kinds }: YearWords): string {
  return kind === "exception" && !working ? kinds.closure : kinds[kind];
}
