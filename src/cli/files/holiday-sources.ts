/**
 * Readers of the holiday sources that files name. The program resolves them by itself; the package date-holidays is
 * loaded only when a file names it.
 */
import { dateHolidaysSource } from "../../date-holidays/index.ts";
import type { SourceReaders } from "../../index.ts";

/** Readers by the word before the colon. */
export const HOLIDAY_SOURCES: SourceReaders = Object.freeze({ "date-holidays": dateHolidaysSource });
