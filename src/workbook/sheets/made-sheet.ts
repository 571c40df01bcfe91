/**
 * A sheet with the names that it gives to its cells.
 */
import type { WriteOptions, WriteSheet } from "hucre/xlsx";

/** A name and the cells that it stands for. */
export type NamedRange = NonNullable<WriteOptions["namedRanges"]>[number];

/** A sheet with its names. */
export interface MadeSheet {
  readonly sheet: WriteSheet;
  readonly names: readonly NamedRange[];
}

/** How a sheet is printed: across, its width on one page. */
export const PRINTED_ACROSS: NonNullable<WriteSheet["pageSetup"]> = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
};

/** The same, upright. */
export const PRINTED_UPRIGHT: NonNullable<WriteSheet["pageSetup"]> = { ...PRINTED_ACROSS, orientation: "portrait" };
