/**
 * The marks of a lane: a line at each instant, a glyph of its own, its name and time above, in as many storeys as it takes.
 */
import { MS_PER_HOUR } from "../../time/units.ts";
import { widthOf } from "../text-width.ts";
import { xmlText } from "../xml.ts";
import { type Axis, rounded, SHEET } from "./axis.ts";
import { spokenBands } from "./lines.ts";
import type { DeadlinePicture, Lane, MarkKind } from "./picture.ts";
import { type PictureWords, spokenWall } from "./words.ts";

/** Height of a lane, and of a storey of labels above it. */
export const LANE_HEIGHT = 24;
const LABEL_HEIGHT = 15;
const LABEL_SIZE = 11.5;
const LABEL_GAP = 8;

/** A label above a lane. */
export interface Label {
  readonly text: string;
  /** Classes, each with its space before it. */
  readonly ink: string;
  /** The instant that it names, where a line leads up to it. */
  readonly x: number;
  readonly mark?: MarkKind;
}

interface Placed extends Label {
  readonly fromX: number;
  readonly toX: number;
  readonly storey: number;
}

/** Labels in storeys, so that none lies upon another; how high they are together. */
export function labelsAbove(labels: readonly Label[]): { readonly placed: readonly Placed[]; readonly height: number } {
  const placed: Placed[] = [];
  const sorted = [...labels].sort((a, b) => a.x - b.x);
  for (const [i, label] of sorted.entries()) {
    const width = widthOf(label.text) * LABEL_SIZE + LABEL_GAP;
    const next = sorted[i + 1]?.x ?? Number.POSITIVE_INFINITY;
    const before = placed.reduce<number>((most, { toX, x }) => Math.max(most, toX, x), SHEET.left);
    // To the left where the sheet ends, or where the line of the next mark would cross it and there is room.
    const isCrossed = next < label.x + width && label.x - width >= before;
    const isLeft = isCrossed || label.x + width > SHEET.width - SHEET.pad;
    const [fromX, toX] = isLeft ? [label.x - width, label.x] : [label.x, label.x + width];
    let storey = 0;
    while (placed.some((other) => other.storey === storey && other.fromX < toX && other.toX > fromX)) storey++;
    placed.push({ ...label, fromX, toX, storey });
  }
  return { placed, height: placed.reduce((most, { storey }) => Math.max(most, storey + 1), 0) * LABEL_HEIGHT };
}

/** What stands above a lane: its marks; names of a part of the date; what the clock does. */
export function labelsOf(lane: Lane, { subject }: DeadlinePicture, axis: Axis, words: PictureWords): Label[] {
  const isMissed = subject.kind === "result" && subject.outcome === "missed";
  const marks = lane.marks.map(
    ({ kind, wallMs }): Label => ({
      text: `${words.marks[kind]} ${spokenWall(wallMs)}`,
      ink: INKS[kind] ?? (isMissed ? " od-bad" : " od-good"),
      x: axis.x(wallMs),
      mark: kind,
    }),
  );
  const odd = [
    ...lane.skipped.map((band) => ({ band, what: words.skipped })),
    ...lane.repeated.map((band) => ({ band, what: words.twice })),
  ];
  const said = odd.map(({ band, what }): Label => {
    const text = `${spokenBands([band])} ${what}${words.colon}${lane.ms / MS_PER_HOUR} h`;
    // It may lie before the hours that are shown, or behind.
    return { text, ink: " od-dim", x: Math.min(Math.max(axis.x(band.startMs), SHEET.left), SHEET.right) };
  });
  return [...marks, ...said];
}

/** How a mark looks; that of a stop goes by the outcome. */
const INKS: Readonly<Partial<Record<MarkKind, string>>> = {
  start: " od-plain",
  "due-from": " od-due",
  due: " od-due",
  reopened: " od-plain",
  restarted: " od-plain",
  "as-of": " od-dim",
};

/** The labels and marks of a lane whose top is at `y`. */
export function drawLabels(placed: readonly Placed[], y: number): string {
  // Names lie upon lines: no line crosses one out.
  return [...placed.map((label) => lineOf(label, y)), ...placed.map((label) => textOf(label, y))].join("");
}

function textOf({ text, ink, x, fromX, storey }: Placed, y: number): string {
  const isLeft = fromX < x;
  const textX = rounded(isLeft ? x - 5 : x + 5);
  const textY = rounded(y - 5 - storey * LABEL_HEIGHT);
  return `<text class="od-label${isLeft ? " od-end" : ""}${ink}" x="${textX}" y="${textY}">${xmlText(text)}</text>`;
}

function lineOf({ mark, ink, x, storey }: Placed, y: number): string {
  if (mark === undefined) return "";
  const top = rounded(y - 14 - storey * LABEL_HEIGHT);
  const now = mark === "as-of" ? " od-now" : "";
  return `<path class="od-mark${now}${ink}" d="M${x} ${top}V${rounded(y + LANE_HEIGHT)}"/>${glyphOf(mark, ink, x, rounded(y + LANE_HEIGHT / 2))}`;
}

/** Each kind has a shape of its own. */
function glyphOf(mark: MarkKind, ink: string, x: number, y: number): string {
  switch (mark) {
    case "start":
      return `<path class="od-glyph${ink}" d="M${x} ${y - 6}l8 6l-8 6z"/>`;
    case "due":
      return `<path class="od-glyph${ink}" d="M${x} ${y - 7}l6 7l-6 7l-6 -7z"/>`;
    case "stop":
      return `<rect class="od-glyph${ink}" x="${rounded(x - 5)}" y="${y - 5}" width="10" height="10"/>`;
    default:
      return `<circle class="od-hollow${ink}" cx="${x}" cy="${y}" r="4"/>`;
  }
}
