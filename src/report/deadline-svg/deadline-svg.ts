/**
 * A deadline's picture: a lane for each civil date, what is open light, what counts solid, pauses hatched, holidays by name,
 * start, due and stop marked. It shows why a deadline is where it is.
 *
 * SVG without script, font or network; light and dark; with a title, and all of it told in its description.
 */

import { refuse } from "../../issues/error.ts";
import { readOptions } from "../../issues/options.ts";
import { show } from "../../issues/show.ts";
import { MS_PER_HOUR } from "../../time/units.ts";
import { reading, readLanguage } from "../arguments.ts";
import { fitted, widthOf } from "../text-width.ts";
import { xmlText } from "../xml.ts";
import { type Axis, axisOf, SHEET } from "./axis.ts";
import { briefly, drawGap, drawLane } from "./lane-drawing.ts";
import { deadlineText, lastLine } from "./lines.ts";
import type { DeadlinePicture, Lane } from "./picture.ts";
import { DEADLINE_STYLE } from "./style.ts";
import { headingOf, type PictureLanguage, type PictureWords, pictureWords, targetWords } from "./words.ts";

const HEADING_Y = 34;
const SUBHEADING_Y = 55;
const HOURS_Y = 84;
const ROWS_Y = 92;
const HEADING_EM = 50;
const SUBHEADING_EM = 64;

/** Options of {@link deadlineSvg}. */
export interface DeadlineSvgOptions {
  /** English unless given. */
  readonly lang?: PictureLanguage;
  /** Begins the ids in the picture; of several in one page each needs its own. */
  readonly id?: string;
}

/**
 * The picture as SVG.
 *
 * Texts of definitions and cases are escaped and made harmless. At most 40 rows: of long times dates are left out, and counted.
 *
 * @example deadlineSvg(deadlinePicture(desk, "2026-05-22T16:00+02:00", "PT4H")).includes(">Whit Monday</text>") // true
 */
export function deadlineSvg(picture: DeadlinePicture, options?: DeadlineSvgOptions): string {
  const given = readOptions(options, ["lang", "id"], "deadlineSvg");
  const [lang, { id = "od" }] = [readLanguage(given.lang), given];
  if (typeof id !== "string") refuse("calendar.bad-option", ["id"], "a text", id, `${show(id)} is no id; write a text`);
  return reading("picture", picture, "picture", () => svgOf(picture, lang, id));
}

function svgOf(picture: DeadlinePicture, lang: PictureLanguage, id: string): string {
  return drawn(picture, lang, xmlText(id), `<style>${DEADLINE_STYLE}</style>`, deadlineText(picture, { lang }));
}

/** The picture for a page that has its style, and its text beneath. */
export function deadlineSvgInPage(picture: DeadlinePicture, lang: PictureLanguage, id: string): string {
  return drawn(picture, lang, id, "", lastLine(picture, pictureWords(lang)));
}

function drawn(picture: DeadlinePicture, lang: PictureLanguage, id: string, style: string, told: string): string {
  const words = pictureWords(lang);
  const axis = axisOf(picture);
  let y = ROWS_Y;
  let year = "";
  const rows = picture.rows.map((row) => {
    const rowYear = (row.kind === "lane" ? row.date : row.from).slice(0, 4);
    const { svg, height } =
      row.kind === "gap" ? drawGap(row, words, y) : drawLane(row, picture, axis, words, id, y, rowYear !== year);
    if (row.kind === "lane") year = rowYear;
    y += height;
    return svg;
  });
  const height = y + 56;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" class="od" width="${SHEET.width}" height="${height}" viewBox="0 0 ${SHEET.width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" lang="${lang}">`,
    `<title id="${id}-title">${xmlText(headingOf(picture, words))}</title>`,
    `<desc id="${id}-desc">${xmlText(told)}</desc>`,
    style,
    patterns(id),
    `<rect class="od-paper" width="${SHEET.width}" height="${height}"/>`,
    head(picture, words),
    hours(axis),
    ...rows,
    foot(picture, words, axis, id, y),
    "</svg>",
  ]
    .filter((part) => part !== "")
    .join("\n")}\n`;
}

function patterns(id: string): string {
  const pattern = (name: string, turn: number, size: number, ground: string, line: string): string =>
    `<pattern id="${id}-${name}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})">${ground === "" ? "" : `<rect class="${ground}" width="${size}" height="${size}"/>`}<path class="${line}" d="M0 0V${size}"/></pattern>`;
  return `<defs>${pattern("pause", 45, 7, "od-pause-ground", "od-pause-line")}${pattern("late", -45, 6, "od-late-ground", "od-late-line")}${pattern("skip", 0, 4, "", "od-skip-line")}</defs>`;
}

function head(picture: DeadlinePicture, words: PictureWords): string {
  const { subject, timeZone } = picture;
  const target = subject.kind === "result" ? targetWords(subject, picture, words) : undefined;
  const said = target === undefined ? "" : `${words.promised(target)}${words.semicolon}`;
  return [
    `<text class="od-heading" x="${SHEET.pad}" y="${HEADING_Y}">${xmlText(fitted(headingOf(picture, words), HEADING_EM, 1).join(""))}</text>`,
    `<text class="od-muted" x="${SHEET.pad}" y="${SUBHEADING_Y}">${xmlText(fitted(`${said}${lastLine(picture, words)} (${timeZone})`, SUBHEADING_EM, 1).join(""))}</text>`,
  ].join("\n");
}

function hours({ labels, x }: Axis): string {
  return labels
    .map((hour) => `<text class="od-hour od-muted" x="${x(hour * MS_PER_HOUR)}" y="${HOURS_Y}">${hour}</text>`)
    .join("");
}

/** The sum, and what the looks that occur mean. */
function foot(picture: DeadlinePicture, words: PictureWords, axis: Axis, id: string, y: number): string {
  const { countedMs, rows } = picture;
  const lanes = rows.filter((row): row is Lane => row.kind === "lane");
  const parts: string[] = [];
  if (countedMs > 0)
    parts.push(
      `<path class="od-rule" d="M${SHEET.right + 8} ${y}H${SHEET.width - SHEET.pad}"/>`,
      `<text class="od-total od-end" x="${SHEET.width - SHEET.pad}" y="${y + 17}">${xmlText(briefly(countedMs))}</text>`,
    );
  const looks = [
    ["open", 'class="od-open"', words.hours[picture.hours]],
    ["counted", 'class="od-counted"', words.counted],
    ["late", `fill="url(#${id}-late)"`, words.late],
    ["paused", `fill="url(#${id}-pause)"`, words.paused],
    ["skipped", `fill="url(#${id}-skip)"`, words.skipped],
  ] as const;
  let x: number = SHEET.left;
  for (const [key, paint, text] of looks) {
    if (!lanes.some((lane) => lane[key].some(({ endMs }) => key !== "skipped" || endMs > axis.fromHour * MS_PER_HOUR)))
      continue;
    parts.push(
      `<rect ${paint} x="${x}" y="${y + 24}" width="20" height="14" rx="2"/><text class="od-muted" x="${x + 26}" y="${y + 35.5}">${xmlText(text)}</text>`,
    );
    x += 46 + Math.round(widthOf(text) * 12.5);
  }
  return parts.join("");
}
