/**
 * The axis of a deadline's picture: the hours in use, and where on the sheet they lie.
 *
 * One axis for all lanes, by the clock: ten o'clock is below ten o'clock whatever the clock did at night. Hours that nothing
 * happens in, before the first and after the last, are left out, though the clock change in them.
 */
import { MS_PER_HOUR } from "../../time/units.ts";
import type { DeadlinePicture, Lane } from "./picture.ts";

/** The sheet. Lengths in px of the picture. */
export const SHEET = { width: 860, pad: 18, left: 150, right: 764 } as const;

/** Beside the first and the last hour in use. */
const MARGIN_HOURS = 0.5;
/** Hours shown at least. */
const LEAST_HOURS = 6;
const NOON_MS = 12 * MS_PER_HOUR;
/** Between two labels, at least. */
const LABEL_PX = 38;

/** The axis. */
export interface Axis {
  readonly fromHour: number;
  readonly toHour: number;
  /** Hours with a label. */
  readonly labels: readonly number[];
  /** Where a wall time lies. */
  x(wallMs: number): number;
}

/** The axis of a picture. */
export function axisOf({ rows }: DeadlinePicture): Axis {
  const lanes = rows.filter((row): row is Lane => row.kind === "lane");
  const used = lanes.flatMap((lane) => [
    ...[...lane.open, ...lane.counted, ...lane.late].flatMap((band) => [band.startMs, band.endMs]),
    ...lane.marks.map(({ wallMs }) => wallMs),
  ]);
  let low = Math.floor(used.reduce((a, b) => Math.min(a, b), NOON_MS) / MS_PER_HOUR);
  let high = Math.ceil(used.reduce((a, b) => Math.max(a, b), NOON_MS) / MS_PER_HOUR);
  const lacking = Math.max(0, LEAST_HOURS - (high - low));
  low = Math.max(0, low - Math.ceil(lacking / 2));
  high = Math.min(24, Math.max(high, low + LEAST_HOURS));
  const fromHour = Math.max(0, low - MARGIN_HOURS);
  const toHour = Math.min(24, high + MARGIN_HOURS);
  const width = SHEET.right - SHEET.left;
  const perHour = width / (toHour - fromHour);
  const step = [1, 2, 3, 4, 6].find((hours) => hours * perHour >= LABEL_PX) ?? 6;
  const labels = Array.from({ length: 25 }, (_, hour) => hour).filter(
    (hour) => hour >= fromHour && hour <= toHour && hour % step === 0,
  );
  const x = (wallMs: number): number => rounded(SHEET.left + (wallMs / MS_PER_HOUR - fromHour) * perHour);
  return { fromHour, toHour, labels, x };
}

/** To a hundredth of a px: finer than a second of time. */
export function rounded(px: number): number {
  return Math.round(px * 100) / 100;
}
