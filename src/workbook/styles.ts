/**
 * How cells look: few colours, each with a contrast of at least 4.5 to 1 against its ground (WCAG 2.2, 1.4.3).
 */
import type { CellStyle } from "hucre/xlsx";
import type { Status } from "./language.ts";

const INK = "1F3A4D";
const LINE = { style: "thin", color: { rgb: "DDE3E8" } } as const;
const BELOW = { bottom: LINE } as const;

/** Found in Excel and Google Sheets; LibreOffice has a font of the same widths. */
const FONT = { name: "Arial", size: 10 } as const;

/** The font of cells that have none of their own. */
export const BASE_FONT: NonNullable<CellStyle["font"]> = FONT;

function fontOf(rgb: string, more: CellStyle["font"] = {}): CellStyle["font"] {
  return { ...FONT, color: { rgb }, ...more };
}

function filled(rgb: string): CellStyle["fill"] {
  return { type: "pattern", pattern: "solid", fgColor: { rgb } };
}

/** The title of a sheet. */
export const TITLE: CellStyle = { font: fontOf(INK, { bold: true, size: 16 }) };
/** The title of a part. */
export const PART: CellStyle = { font: fontOf(INK, { bold: true, size: 12 }) };
/** What explains. */
export const MUTED: CellStyle = { font: fontOf("55626C") };
/** A little away from the cell before it. */
export const INDENT: CellStyle["alignment"] = { horizontal: "left", indent: 1 };
/** What explains the cell before it. */
export const ASIDE: CellStyle = { ...MUTED, alignment: INDENT };
/** Head of a column that is filled in, and of one that is worked out. */
export const HEAD_INPUT: CellStyle = headOf("1F3A4D");
export const HEAD_ANSWER: CellStyle = headOf("4A6572");

function headOf(rgb: string): CellStyle {
  return { font: fontOf("FFFFFF", { bold: true }), fill: filled(rgb), alignment: { vertical: "center" } };
}

/** A style with its text elsewhere. */
export function aligned(style: CellStyle, horizontal: "left" | "center" | "right"): CellStyle {
  return { ...style, alignment: { ...style.alignment, horizontal } };
}

/** A cell of a table. */
export const CELL: CellStyle = { border: BELOW };
/** A cell that is worked out. */
export const ANSWER_CELL: CellStyle = { border: BELOW, fill: filled("F4F7F9") };
/** A cell to fill in, outside a table. */
export const INPUT_CELL: CellStyle = {
  fill: filled("FFF7D6"),
  border: { top: LINE, bottom: LINE, left: LINE, right: LINE },
  alignment: { horizontal: "right" },
};
/** The one answer of a question. */
export const RESULT: CellStyle = {
  ...ANSWER_CELL,
  font: fontOf("000000", { bold: true }),
  alignment: { horizontal: "right" },
};
/** What a row is about. */
export const LABEL: CellStyle = { font: fontOf("000000", { bold: true }) };
/** What a row of several lines is about. */
export const TOPIC: CellStyle = { ...LABEL, alignment: { vertical: "top" } };
/** A text of several lines. */
export const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: "top" } };
/** A bar drawn of signs. */
export const BAR: CellStyle = { font: fontOf("2E7D5B"), alignment: INDENT };

/** A style with a format of numbers. */
export function formatted(style: CellStyle, numFmt: string): CellStyle {
  return { ...style, numFmt };
}

/** Ground and text of each status, and of #N/A. */
export const STATUS_COLOURS: Readonly<Record<Status | "unknown", readonly [ground: string, text: string]>> = {
  met: ["DFF2E1", "1B5E20"],
  missed: ["F9D9D6", "8C1D18"],
  atRisk: ["FDE9C8", "7A4B00"],
  running: ["DCE9F7", "174A7C"],
  notYet: ["ECEFF1", "4A555C"],
  error: ["EADCF4", "5B2A86"],
  unknown: ["ECEFF1", "4A555C"],
};

/** The look of a status. */
export function statusStyle(status: Status | "unknown"): CellStyle {
  const [ground, text] = STATUS_COLOURS[status];
  return { ...CELL, fill: filled(ground), font: fontOf(text, { bold: true }) };
}

/** The look of a bar of a status. */
export function statusBar(status: Status | "unknown"): CellStyle {
  return { font: fontOf(STATUS_COLOURS[status][1]), alignment: INDENT };
}

/** What a rule changes for a status: no name or size of a font, and the ground in the other colour of the fill, as Excel wants it. */
export function statusRule(status: Status | "unknown"): CellStyle {
  const [ground, text] = STATUS_COLOURS[status];
  const colour = { rgb: ground };
  return {
    fill: { type: "pattern", pattern: "solid", fgColor: colour, bgColor: colour },
    font: { color: { rgb: text }, bold: true },
  };
}

/** Yes and no, also where they are numbers: LibreOffice shows a calculated one as 1 or 0. */
export function truthFormat([yes, no]: readonly [yes: string, no: string]): string {
  return `"${yes}";"${yes}";"${no}"`;
}
