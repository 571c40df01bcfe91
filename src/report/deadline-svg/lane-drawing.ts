/**
 * One lane of a deadline's picture, and one gap.
 */
import { spokenDuration } from "../../clock/explain.ts";
import { harmless } from "../../issues/show.ts";
import { MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND } from "../../time/units.ts";
import { fitted } from "../text-width.ts";
import { xmlText } from "../xml.ts";
import { type Axis, rounded, SHEET } from "./axis.ts";
import { gapWords, rowLine } from "./lines.ts";
import { drawLabels, LANE_HEIGHT, type Label, labelsAbove, labelsOf } from "./marks.ts";
import type { Band, DeadlinePicture, Gap, Lane } from "./picture.ts";
import { type PictureWords, spokenDate } from "./words.ts";

/** A part of the picture and its height in px. */
export interface Drawn {
  readonly svg: string;
  readonly height: number;
}

const LANE_GAP = 6;
const GAP_HEIGHT = 24;
/** Width of a name in a lane, in em. */
const NAME_EM = 46;
const NAME_ABOVE_EM = 30;

/** Draws a lane below `y`. */
export function drawLane(
  lane: Lane,
  picture: DeadlinePicture,
  axis: Axis,
  words: PictureWords,
  id: string,
  y: number,
  withYear: boolean,
): Drawn {
  const names = lane.names.map((name) => harmless(name[words.language])).join(", ");
  const isClosed = lane.open.length + lane.counted.length + lane.late.length === 0;
  const above: Label[] = labelsOf(lane, picture, axis, words);
  if (names !== "" && !isClosed)
    above.push({ text: fitted(names, NAME_ABOVE_EM, 1).join(""), ink: " od-name", x: SHEET.right });
  const { placed, height } = labelsAbove(above);
  const top = y + height;
  const [left, width] = [SHEET.left, SHEET.right - SHEET.left];
  const bands = (stretches: readonly Band[], paint: string): string =>
    stretches.map((band) => drawBand(band, axis, top, paint)).join("");
  const parts = [
    `<title>${xmlText(rowLine(lane, words))}</title>`,
    `<rect class="${names !== "" && isClosed ? "od-holiday" : "od-lane"}" x="${left}" y="${top}" width="${width}" height="${LANE_HEIGHT}" rx="3"/>`,
    `<text x="${SHEET.pad}" y="${top + 16.5}">${xmlText(spokenDate(lane.date, words, withYear))}</text>`,
    bands(lane.open, 'class="od-open"'),
    bands(lane.skipped, `fill="url(#${id}-skip)" data-band="skipped"`),
    bands(lane.counted, 'class="od-counted"'),
    bands(lane.late, `fill="url(#${id}-late)" data-band="late"`),
    bands(lane.paused, `fill="url(#${id}-pause)" data-band="paused"`),
    lane.repeated.map((band) => drawTwice(band, axis, top)).join(""),
    hourLines(axis, top),
    names !== "" && isClosed
      ? `<text class="od-name" x="${left + 10}" y="${top + 16.5}">${xmlText(fitted(names, NAME_EM, 1).join(""))}</text>`
      : "",
    drawLabels(placed, top),
    sideText(lane, words, top),
  ];
  return { svg: `<g>${parts.join("")}</g>`, height: height + LANE_HEIGHT + LANE_GAP };
}

/** Draws a line that says how much is left out. */
export function drawGap(gap: Gap, words: PictureWords, y: number): Drawn {
  const middle = (SHEET.left + SHEET.right) / 2;
  const counted = gap.countedMs === 0 ? "" : side(briefly(gap.countedMs), y + 16);
  const said = xmlText(gapWords(gap, words));
  return {
    svg: `<g><title>${xmlText(`${spokenDate(gap.from, words)} – ${spokenDate(gap.to, words)}`)}</title><text class="od-muted od-middle" x="${middle}" y="${y + 16}">${said}</text>${counted}</g>`,
    height: GAP_HEIGHT + LANE_GAP,
  };
}

/** A stretch; of an hour that is shown twice the first time lies above the second. */
function drawBand({ startMs, endMs, storey }: Band, { x, fromHour, toHour }: Axis, top: number, paint: string): string {
  // Pauses go on through the night, which the axis may leave out.
  const fromX = x(Math.max(startMs, fromHour * MS_PER_HOUR));
  const toX = x(Math.min(endMs, toHour * MS_PER_HOUR));
  if (toX <= fromX) return "";
  const half = LANE_HEIGHT / 2;
  const y = storey === "second" ? top + half : top;
  const height = storey === "only" ? LANE_HEIGHT : half;
  return `<rect ${paint} x="${fromX}" y="${y}" width="${rounded(toX - fromX)}" height="${height}"/>`;
}

function drawTwice({ startMs, endMs }: Band, { x, fromHour, toHour }: Axis, top: number): string {
  if (startMs < fromHour * MS_PER_HOUR || endMs > toHour * MS_PER_HOUR) return "";
  const [fromX, toX] = [x(startMs), x(endMs)];
  return `<path class="od-twice" d="M${fromX} ${top}H${toX}V${top + LANE_HEIGHT}H${fromX}ZM${fromX} ${top + LANE_HEIGHT / 2}H${toX}"/>`;
}

function hourLines({ labels, x }: Axis, top: number): string {
  const lines = labels.map(
    (hour) => `M${x(hour * MS_PER_HOUR)} ${top}v3M${x(hour * MS_PER_HOUR)} ${top + LANE_HEIGHT}v-3`,
  );
  return `<path class="od-rule" d="${lines.join("")}"/>`;
}

/** At the right: what counts on the date, or which day it is. */
function sideText({ countedMs, count }: Lane, words: PictureWords, top: number): string {
  if (countedMs > 0) return side(briefly(countedMs), top + 16.5);
  return count === undefined ? "" : side(words.day(count), top + 16.5);
}

function side(text: string, y: number): string {
  return `<text class="od-end" x="${SHEET.width - SHEET.pad}" y="${y}">${xmlText(text)}</text>`;
}

/** `1 h 30 min`; with seconds `1:30:05`. */
export function briefly(ms: number): string {
  if (ms % MS_PER_MINUTE === 0) return spokenDuration(ms);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const rest = ms % MS_PER_SECOND === 0 ? "" : `.${String(ms % MS_PER_SECOND).padStart(3, "0")}`;
  return `${Math.floor(ms / MS_PER_HOUR)}:${two((ms % MS_PER_HOUR) / MS_PER_MINUTE)}:${two((ms % MS_PER_MINUTE) / MS_PER_SECOND)}${rest}`;
}
